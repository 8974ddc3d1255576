#include "interdict/lists/cells/stated_bics.h"

#include <algorithm>

#include "interdict/base/strings.h"
#include "interdict/entity/identifier.h"

namespace interdict {
namespace {

bool IsCodeByte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool IsLetter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool ConsumeWord(std::string_view* text, std::string_view word) {
  if (!StartsWithIgnoreCase(*text, word)) return false;
  *text = Trim(text->substr(word.size()));
  return true;
}

// Takes the codes at the front of the text, separated by commas, slashes or "and". `labelled` says
// that more than the bare word stands in front; else a code must have a digit, as words have none.
void TakeCodes(std::string_view text, bool labelled, std::vector<std::string_view>* codes) {
  while (true) {
    const auto end = std::find_if_not(text.begin(), text.end(), IsCodeByte);
    const std::string_view code = text.substr(0, static_cast<size_t>(end - text.begin()));
    if (CheckId(IdScheme::kBic, code) != IdCheck::kValid) return;
    if (code.size() < text.size() && IsLetter(text[code.size()])) return;
    if (!labelled && code.find_first_of("0123456789") == std::string_view::npos) return;
    if (std::find(codes->begin(), codes->end(), code) == codes->end()) codes->push_back(code);
    text = Trim(text.substr(code.size()));
    if (!ConsumeWord(&text, ",") && !ConsumeWord(&text, "/") && !ConsumeWord(&text, "and ")) return;
  }
}

}  // namespace

std::vector<std::string_view> FindStatedBics(std::string_view text) {
  std::vector<std::string_view> codes;
  for (size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && IsLetter(text[at - 1])) continue;
    for (std::string_view word : {"SWIFT", "BIC"}) {
      if (!StartsWithIgnoreCase(text.substr(at), word)) continue;
      std::string_view rest = Trim(text.substr(at + word.size()));
      bool labelled = false;
      for (std::string_view more : {"/", "BIC", "(BIC)", "codes", "code", "number", ":"}) {
        labelled = ConsumeWord(&rest, more) || labelled;
      }
      TakeCodes(rest, labelled, &codes);
      break;
    }
  }
  return codes;
}

}  // namespace interdict
