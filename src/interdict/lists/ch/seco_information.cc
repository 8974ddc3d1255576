#include "interdict/lists/ch/seco_information.h"

#include <algorithm>
#include <array>
#include <string>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/lists/cells/name_cell.h"
#include "interdict/lists/cells/prose_identifiers.h"
#include "interdict/lists/cells/stated_bics.h"

namespace interdict {
namespace {

constexpr std::string_view kField = "other-information";

struct Label {
  std::string_view key;  // base/lookup_key.h
  AttributeKind kind;
};
constexpr std::array<Label, 13> kLabels = {{
    {"website", AttributeKind::kWebsite},
    {"web", AttributeKind::kWebsite},
    {"e mail", AttributeKind::kEmail},
    {"email", AttributeKind::kEmail},
    {"e mail address", AttributeKind::kEmail},
    {"tel", AttributeKind::kPhone},
    {"tel number", AttributeKind::kPhone},
    {"phone", AttributeKind::kPhone},
    {"telephone", AttributeKind::kPhone},
    {"telephone number", AttributeKind::kPhone},
    {"phone number", AttributeKind::kPhone},
    {"type of entity", AttributeKind::kLegalForm},
    {"position", AttributeKind::kPosition},
}};

// Takes "label: value" over where the label is none of a number.
bool AddLabelled(std::string_view label, std::string value, Record* record) {
  const std::string key = LookupKey(label);
  const auto known =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& l) { return l.key == key; });
  if (known != kLabels.end()) {
    record->attributes.push_back({known->kind, std::move(value), std::string(kField)});
    return true;
  }
  if (key != "date of registration" || record->schema != Schema::kOrganization) return false;
  record->dates.push_back(MakeDateFact(DateKind::kIncorporation, value, std::string(kField)));
  return true;
}

std::vector<Identifier> FindNumbers(std::string_view text, const Record& record) {
  ProseSource source;
  source.field = kField;
  source.vessel = record.schema == Schema::kVessel;
  source.russian = std::any_of(record.addresses.begin(), record.addresses.end(),
                               [](const Address& address) { return address.country == "ru"; });
  source.remark = true;
  auto ids = FindProseIdentifiers(text, source);
  for (std::string_view code : FindStatedBics(text)) {
    const bool known =
        std::any_of(ids.begin(), ids.end(), [&](const Identifier& id) { return id.value == code; });
    if (known) continue;
    ids.push_back(MakeIdentifier(IdScheme::kBic, std::string(code), std::string(kField)));
  }
  return ids;
}

}  // namespace

void AddSecoInformation(std::string_view text, Record* record) {
  if (text.empty()) return;
  const size_t colon = text.find(':');
  const std::string value =
      colon == std::string_view::npos ? std::string() : OneLine(text.substr(colon + 1));
  if (!value.empty() && AddLabelled(text.substr(0, colon), value, record)) return;
  auto ids = FindNumbers(text, *record);
  const bool only_number =
      ids.size() == 1 && (value == ids[0].value || value == ids[0].value + ".");
  for (Identifier& id : ids) record->identifiers.push_back(std::move(id));
  if (!only_number) {
    record->attributes.push_back({AttributeKind::kNote, std::string(text), std::string(kField)});
  }
}

}  // namespace interdict
