#include "interdict/lists/parse_report.h"

namespace interdict {

void ParseReport::AddDefect(Defect defect) {
  if (++defect_counts[defect.code] <= kMaxListed) defects.push_back(std::move(defect));
}

void ParseReport::Count(const Record& record, const std::string& file, uint64_t line) {
  ++counts["records"];
  ++counts["schema:" + std::string(SchemaName(record.schema))];
  for (const Name& name : record.names) {
    ++counts[name.kind == NameKind::kPrimary ? "primary_names" : "aliases"];
  }
  counts["identifiers"] += record.identifiers.size();
  counts["dates"] += record.dates.size();
  counts["countries"] += record.countries.size();
  counts["designations"] += record.designations.size();
  counts["relations"] += record.relations.size();
  counts["attributes"] += record.attributes.size();
  for (const Address& address : record.addresses) {
    ++counts[address.kind == AddressKind::kBirthPlace ? "birth_places" : "addresses"];
  }
  for (const Identifier& id : record.identifiers) {
    if (id.check != IdCheck::kInvalid) continue;
    AddDefect({"check_digit", record.id, file, line,
               std::string(IdSchemeName(id.scheme)) + " \"" + id.value +
                   "\" fails its check; kept and matched as written"});
  }
  for (const DateFact& date : record.dates) {
    if (date.date || date.text.empty()) continue;
    AddDefect(
        {"date", record.id, file, line,
         std::string(DateKindName(date.kind)) + " \"" + date.text + "\" is no date we can read"});
  }
  for (const CountryFact& country : record.countries) {
    if (!country.code.empty() || country.text.empty()) continue;
    AddDefect({"country", record.id, file, line,
               std::string(CountryKindName(country.kind)) + " \"" + country.text +
                   "\" is no country we know"});
  }
  for (const Attribute& rest : record.uninterpreted) ++unknown_fields[rest.field];
}

}  // namespace interdict
