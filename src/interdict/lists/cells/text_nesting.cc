#include "interdict/lists/cells/text_nesting.h"

#include <algorithm>
#include <array>

namespace interdict {
namespace {

constexpr size_t kReach = 16;  // open marks among which a closing one looks for its own

constexpr std::array<std::array<std::string_view, 2>, 5> kPairs = {
    {{"(", ")"}, {"[", "]"}, {"“", "”"}, {"«", "»"}, {"„", "“"}}};
constexpr std::string_view kFirstBytes = "\"()[]\xC2\xE2";  // of all marks

}  // namespace

TextNesting::TextNesting(std::string_view text) : depth_(text.size() + 1, 0) {
  for (size_t at = 0; at < text.size();) at += Visit(text, at);
  int depth = 0;
  for (int& change : depth_) change = depth += change;
  open_.clear();
}

// Looks at one place; bytes to go on by.
size_t TextNesting::Visit(std::string_view text, size_t at) {
  if (kFirstBytes.find(text[at]) == std::string_view::npos) return 1;
  if (text[at] == '"') {
    VisitStraightQuote(text, at);
    return 1;
  }
  const std::string_view rest = text.substr(at);
  for (const auto& [opener, closer] : kPairs) {
    if (rest.starts_with(closer) && Close(at, closer)) return closer.size();
    if (!rest.starts_with(opener)) continue;
    open_.push_back({at, closer});
    return opener.size();
  }
  return 1;
}

// A straight quote opens before a word and closes behind one.
void TextNesting::VisitStraightQuote(std::string_view text, size_t at) {
  const char before = at == 0 ? ' ' : text[at - 1];
  const bool after_word = before != '(' && before != ' ' && (before < '\t' || before > '\r');
  if (!after_word || !Close(at, "\"")) open_.push_back({at, "\""});
}

// Closes the innermost mark that this one may close; false when there is none near.
bool TextNesting::Close(size_t at, std::string_view closer) {
  const size_t reach = std::min(open_.size(), kReach);
  for (size_t i = 0; i < reach; ++i) {
    const Open& open = open_[open_.size() - 1 - i];
    if (open.closer != closer) continue;
    ++depth_[open.at];
    --depth_[at + closer.size()];
    open_.resize(open_.size() - 1 - i);
    return true;
  }
  return false;
}

}  // namespace interdict
