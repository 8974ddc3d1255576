#include "interdict/lists/un/un_alias.h"

#include <array>
#include <string>
#include <string_view>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/cells/name_cell.h"
#include "interdict/lists/cells/prose_identifiers.h"

namespace interdict {
namespace {

// What one alias element is about.
struct Alias {
  std::string element;  // its name
  NameKind kind = NameKind::kStrong;
  NameCellRules rules;
};

NameKind KindOf(std::string_view quality, bool* known) {
  *known = true;
  if (EqualsIgnoreCase(quality, "Good") || EqualsIgnoreCase(quality, "a.k.a.")) {
    return NameKind::kStrong;
  }
  if (EqualsIgnoreCase(quality, "Low")) return NameKind::kWeak;
  if (EqualsIgnoreCase(quality, "f.k.a.")) return NameKind::kFormer;
  *known = false;
  return NameKind::kStrong;
}

void AddName(const Alias& alias, CellName&& cell, std::string_view child, Record* record) {
  Name name;
  name.kind = alias.kind;
  name.text = std::move(cell.text);
  name.remark = std::move(cell.remark);
  if (EqualsIgnoreCase(cell.language, "original script")) {
    name.remark = "original script";
  } else if (StartsWithIgnoreCase(cell.language, "in ")) {
    name.language = cell.language.substr(3, cell.language.find(' ', 3) - 3);
  } else {
    name.language = std::move(cell.language);
  }
  name.field = alias.element + "/" + std::string(child);
  record->names.push_back(std::move(name));
}

// The names that a note gives beside its other words; "" when it gives none.
std::string_view NamesWithin(std::string_view note, LetterKind alias_letters) {
  for (std::string_view label : {"original script:", "in arabic:", "in arabic script:"}) {
    const size_t at = AsciiLower(note).find(label);
    if (at != std::string::npos) return note.substr(at);
  }
  const size_t open = note.find('(');
  const size_t close = open == std::string_view::npos ? open : note.find(')', open);
  if (close != std::string_view::npos) {
    const std::string_view inner = note.substr(open + 1, close - open - 1);
    if (inner.find(';') != std::string_view::npos) return inner;
  }
  const bool list = note.find(';') != std::string_view::npos &&
                    note.find_first_of(":.0123456789") == std::string_view::npos;
  if (list && alias_letters == LetterKind::kOther) return note;
  return {};
}

void AddIdentifiers(std::string_view text, const std::string& field, Record* record) {
  // "no.03825239": the number is a word of its own.
  std::string spaced(text);
  for (size_t at = 0; (at = spaced.find("no.", at)) != std::string::npos; at += 3) {
    spaced.insert(at + 3, " ");
  }
  ProseSource source;
  source.field = field;
  for (Identifier& id : FindProseIdentifiers(spaced, source)) {
    id.remark = OneLine(text);
    record->identifiers.push_back(std::move(id));
  }
}

void AddBirth(const XmlElement& element, const Alias& alias, Record* record) {
  const std::string_view date = element.ChildText("DATE_OF_BIRTH");
  if (!date.empty()) {
    record->dates.push_back(MakeDateFact(DateKind::kBirth, date, alias.element + "/DATE_OF_BIRTH"));
  }
  Address place;
  place.kind = AddressKind::kBirthPlace;
  place.city = OneLine(element.ChildText("CITY_OF_BIRTH"));
  place.country_text = OneLine(element.ChildText("COUNTRY_OF_BIRTH"));
  if (place.city.empty() && place.country_text.empty()) return;
  place.country = CountryCode(place.country_text);
  place.full = place.city;
  if (!place.country_text.empty()) {
    place.full += (place.full.empty() ? "" : ", ") + place.country_text;
  }
  place.field = alias.element + "/CITY_OF_BIRTH";
  record->addresses.push_back(std::move(place));
}

}  // namespace

void AddUnAlias(const XmlElement& element, Record* record, XmlListIntake* intake) {
  Alias alias;
  alias.element = std::string(element.name());
  alias.rules.person = record->schema == Schema::kPerson;
  const std::string_view quality = element.ChildText("QUALITY");
  const std::string_view cell = element.ChildText("ALIAS_NAME");
  const std::string note = OneLine(element.ChildText("NOTE"));
  bool known = false;
  alias.kind = KindOf(quality, &known);
  ++intake->report()
        .counts[cell.empty() ? "empty_aliases" : "alias_quality:" + std::string(quality)];
  if (!cell.empty() && !known) {
    intake->AddDefect("alias_quality", record->id, element.line(),
                      "quality \"" + std::string(quality) + "\" of the alias \"" +
                          std::string(cell) +
                          "\" is none of Good, Low, a.k.a., f.k.a.; kept as strong");
  }
  const size_t first = record->names.size();
  for (CellName& name : UnpackNames(cell, alias.rules)) {
    if (!name.remark.empty()) AddIdentifiers(name.remark, alias.element + "/ALIAS_NAME", record);
    AddName(alias, std::move(name), "ALIAS_NAME", record);
  }
  if (!note.empty()) {
    if (record->names.size() > first) {
      std::string& remark = record->names[first].remark;
      remark += (remark.empty() ? "" : "; ") + note;
    } else {
      record->attributes.push_back({AttributeKind::kNote, note, alias.element + "/NOTE"});
    }
    for (CellName& name : UnpackNames(NamesWithin(note, LettersOf(cell)), alias.rules)) {
      AddName(alias, std::move(name), "NOTE", record);
    }
    AddIdentifiers(note, alias.element + "/NOTE", record);
  }
  AddBirth(element, alias, record);
}

}  // namespace interdict
