#include "interdict/lists/uk/ofsi_other_information.h"

#include <algorithm>
#include <array>
#include <optional>

#include "interdict/base/strings.h"
#include "interdict/lists/uk/uk_designation.h"

namespace interdict {
namespace {

struct LabelRow {
  std::string_view label;
  UkPart part;
};
constexpr std::array<LabelRow, 26> kLabels = {{
    {"UK Sanctions List Ref", UkPart::kUniqueId},
    {"UN Ref", UkPart::kUnReference},
    {"UK Statement of Reasons", UkPart::kReasons},
    {"Further Identifiying Information", UkPart::kOtherInformation},  // so written
    {"Further Identifying Information", UkPart::kOtherInformation},
    {"Gender", UkPart::kGender},
    {"Phone number", UkPart::kPhone},
    {"Fax", UkPart::kPhone},
    {"Tel", UkPart::kPhone},
    {"Website", UkPart::kWebsite},
    {"Email address", UkPart::kEmail},
    {"Type of entity", UkPart::kBodyType},
    {"Subsidiaries", UkPart::kSubsidiary},
    {"Parent company", UkPart::kParentCompany},
    {"Business Reg No", UkPart::kRegistrationNumber},
    {"IMO number", UkPart::kImo},
    {"Current owners", UkPart::kOwner},
    {"Previous owners", UkPart::kPreviousOwner},
    {"Flag of ship", UkPart::kFlag},
    {"Previous flags", UkPart::kPreviousFlag},
    {"Type of ship", UkPart::kShipType},
    {"Tonnage of ship", UkPart::kTonnage},
    {"Length of ship", UkPart::kLength},
    {"Year built", UkPart::kYearBuilt},
    {"Hull identification number", UkPart::kHull},
    {"HIN", UkPart::kHull},
}};
constexpr size_t kLongestLabel = 40;

// A label at the front of a text: its part, nullopt when it is not known, and its length with
// brackets and colon; length 0 when no label stands there.
struct Label {
  std::optional<UkPart> part;
  size_t length = 0;
};

// An unknown label is one in form only: "(Name of court):". Words in brackets before a colon occur
// in prose too ("(United States of America):"), which is why it does not end a segment.
Label ReadLabel(std::string_view text) {
  const size_t close = text.substr(0, kLongestLabel + 2).find(')');
  if (!text.starts_with('(') || close == std::string_view::npos) return {};
  size_t colon = close + 1;
  if (colon < text.size() && text[colon] == ' ') ++colon;
  if (colon >= text.size() || text[colon] != ':') return {};
  const std::string_view inside = Trim(text.substr(1, close - 1));
  const auto found = std::find_if(kLabels.begin(), kLabels.end(), [&](const LabelRow& row) {
    return EqualsIgnoreCase(row.label, inside);
  });
  if (found != kLabels.end()) return {found->part, colon + 1};
  const bool label_like = inside.size() > 2 && inside[0] >= 'A' && inside[0] <= 'Z' &&
                          inside.find_first_of("0123456789(") == std::string_view::npos;
  return {std::nullopt, label_like ? colon + 1 : 0};
}

void Add(PartyParts* parts, UkPart part, std::string_view value) {
  const std::array<std::string_view, 1> cells = {value};
  parts->Add(static_cast<size_t>(part), cells);
}

// Length of a reference at the front of a text: capitals or "QDi", an optional point, digits;
// blanks behind the point occur.
size_t ReferenceLength(std::string_view text) {
  size_t at = 0;
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  while (at < text.size() && is_letter(text[at])) ++at;
  if (at < 2 || at > 4) return 0;
  if (at < text.size() && text[at] == '.') ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
  const size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - digits >= 3 && at - digits <= 5 ? at : 0;
}

// "RUS1831. Financial sanctions ...": the reference, and the text behind it.
bool AddReference(std::string_view value, UkPart part, PartyParts* parts) {
  value = Trim(value);
  const size_t length = ReferenceLength(value);
  if (length == 0) {
    Add(parts, UkPart::kOtherInformation, value);
    return value.empty();
  }
  // A reference with a point is the UN's, whatever the label says: "SDi.005".
  const bool of_un = value.substr(0, length).find('.') != std::string_view::npos;
  Add(parts, of_un ? UkPart::kUnReference : part, value.substr(0, length));
  std::string_view rest = value.substr(length);
  while (rest.starts_with('.') || rest.starts_with(' ') || rest.starts_with(',')) {
    rest.remove_prefix(1);
  }
  Add(parts, UkPart::kOtherInformation, rest);
  return true;
}

// Text without label at the front of the cell.
void AddUnlabelled(std::string_view text, PartyParts* parts) {
  text = Trim(text);
  std::string_view reference = text;
  if (ConsumePrefix(&reference, "UN Ref ") && ReferenceLength(Trim(reference)) > 0) {
    AddReference(reference, UkPart::kUnReference, parts);
  } else {
    Add(parts, UkPart::kOtherInformation, text);
  }
}

// A segment under a known label; false when its value is not what the label promises.
bool AddSegment(UkPart part, std::string_view value, PartyParts* parts) {
  if (part == UkPart::kUniqueId || part == UkPart::kUnReference) {
    return AddReference(value, part, parts);
  }
  Add(parts, part, value);
  return true;
}

}  // namespace

void ReadOfsiOtherInformation(std::string_view text, PartyParts* parts, ParseReport* report) {
  std::optional<UkPart> open;
  size_t begin = 0;
  const auto close = [&](size_t end) {
    const std::string_view value = text.substr(begin, end - begin);
    if (!open) return AddUnlabelled(value, parts);
    if (AddSegment(*open, value, parts)) ++report->remark_segments_understood;
  };
  for (size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const Label label = ReadLabel(text.substr(at));
    if (label.length == 0) continue;
    ++report->remark_segments;
    if (!label.part) continue;
    close(at);
    open = label.part;
    begin = at + label.length;
  }
  close(text.size());
}

}  // namespace interdict
