#include "interdict/lists/ofac/ofac_party.h"

#include <utility>

#include "interdict/lists/ofac/ofac_xml_terms.h"

namespace interdict {
namespace {

void CheckRecord(const Record& record, uint64_t line, XmlListIntake* intake) {
  const auto note = [&](const char* code, const char* detail) {
    intake->AddDefect(code, record.id, line, detail);
  };
  if (record.names.empty()) note("no_name", "a party without a name; kept");
  if (record.designations.empty()) note("no_program", "a party without a programme; kept");
  if (record.schema == Schema::kLegalEntity) {
    note("sdn_type", "expected Individual, Entity, Vessel or Aircraft; read as any party");
  }
}

}  // namespace

Status TakeOfacParty(OfacParty&& party, const XmlElement& element, XmlListIntake* intake) {
  Record& record = party.record;
  if (record.id.empty()) party.problem = "a party without number: nothing could refer to it";
  if (!party.problem.empty()) {
    intake->Reject(record.id, element, std::move(party.problem));
    return Ok{};
  }
  KeepUnused(element, &record.uninterpreted);
  CheckRecord(record, element.line(), intake);
  intake->report().remark_segments += party.remarks.items;
  intake->report().remark_segments_understood += party.remarks.understood;
  record.source = intake->source();
  return intake->Take(std::move(record), element.line());
}

}  // namespace interdict
