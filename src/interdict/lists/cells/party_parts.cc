#include "interdict/lists/cells/party_parts.h"

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"

namespace interdict {
namespace {

constexpr char kCellEnd = '\x1F';

}  // namespace

std::string_view PartyParts::Keep(std::string_view cell) {
  if (cell.empty()) return {};
  if (utf8::FirstInvalid(cell) == std::string_view::npos) {
    kept_.emplace_back(cell);
  } else {
    kept_.push_back(utf8::Sanitize(cell));
    replaced_bytes_ = true;
  }
  return kept_.back();
}

bool PartyParts::Add(size_t kind, std::span<const std::string_view> cells) {
  key_.clear();
  bool blank = true;
  for (std::string_view cell : cells) {
    const std::string_view trimmed = Trim(cell);
    if (!trimmed.empty()) blank = false;
    key_ += trimmed;
    key_ += kCellEnd;
  }
  Kind& into = kinds_[kind];
  if (blank || key_ == into.last_key) return false;
  into.last_key = key_;
  if (into.parts.size() >= kMaxParts) {
    overflow_ = true;
    return false;
  }
  if (!into.keys.insert(key_).second) return false;
  Cells& part = into.parts.emplace_back();
  part.reserve(cells.size());
  for (std::string_view cell : cells) part.push_back(Keep(Trim(cell)));
  return true;
}

std::string_view PartyParts::First(size_t kind, size_t cell) const {
  const std::vector<Cells>& parts = Of(kind);
  return parts.empty() ? std::string_view() : parts.front()[cell];
}

std::string PartyParts::OverflowText() {
  return "a party with more than " + std::to_string(kMaxParts) + " different values of one kind";
}

void PartyParts::Clear() {
  for (Kind& kind : kinds_) {
    kind.parts.clear();
    kind.keys.clear();
    kind.last_key.clear();
  }
  kept_.clear();
  replaced_bytes_ = false;
  overflow_ = false;
}

}  // namespace interdict
