// Cells of packed names on any bytes: no crash, no empty name, and well-formed text stays
// well-formed.
#include <cstdint>
#include <cstdlib>

#include "interdict/base/utf8.h"
#include "interdict/lists/cells/name_cell.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  if (size == 0) return 0;
  const std::string_view cell(reinterpret_cast<const char*>(data) + 1, size - 1);
  const NameCellRules rules{.person = (data[0] & 1) != 0, .loose_separators = (data[0] & 2) != 0};
  const bool well_formed = utf8::FirstInvalid(cell) == cell.npos;
  for (const CellName& name : UnpackNames(cell, rules)) {
    if (name.text.empty()) abort();
    if (well_formed && utf8::FirstInvalid(name.text) != name.text.npos) abort();
    if (well_formed && utf8::FirstInvalid(name.remark) != name.remark.npos) abort();
  }
  return 0;
}
