// Two names, one a line: any bytes compare without harm, the score is within its bounds and the
// same in both directions, and a name equals itself. The first byte chooses the class.
#include <cstdint>
#include <cstdlib>

#include "interdict/match/compare_names.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  static const auto* const kAnalyzer = new Result<names::Analyzer>(names::Analyzer::Create());
  if (size == 0 || size > 2000) return 0;
  const auto name_class = static_cast<names::NameClass>(data[0] % 4);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const size_t end = text.find('\n');
  const std::string_view a = text.substr(0, end);
  const std::string_view b = end == text.npos ? std::string_view() : text.substr(end + 1);
  const NameComparison forth = CompareNames(a, b, name_class, **kAnalyzer);
  const NameComparison back = CompareNames(b, a, name_class, **kAnalyzer);
  if (forth.score != back.score || forth.score < 0 || forth.score > kFullScore) abort();
  names::NameParts parts;
  (*kAnalyzer)->Analyze(a, name_class, &parts);
  const Points same = CompareNames(a, a, name_class, **kAnalyzer).score;
  if (same != (parts.parts.empty() ? 0 : kFullScore)) abort();
  return 0;
}
