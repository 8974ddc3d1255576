// The bytes as a UK Sanctions List in XML: any outcome but a crash, a leak or undefined behaviour.
#include "interdict/lists/uk/uk_sanctions_xml.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const interdict::InputFile file{"fuzz", {reinterpret_cast<const char*>(data), size}};
  const interdict::Format& format = interdict::UkSanctionsXmlFormat();
  (void)format.Recognises(file);
  const auto report = format.Read(
      {&file, 1}, {}, [](interdict::Record&&) -> interdict::Status { return interdict::Ok{}; });
  if (report.ok() && !report->Reconciles()) __builtin_trap();
  return 0;
}
