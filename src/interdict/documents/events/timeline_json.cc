#include "interdict/documents/events/timeline_json.h"

#include "interdict/documents/scan_json.h"
#include "interdict/entity/partial_date.h"

namespace interdict::documents {
namespace {

using Scans = std::vector<const Scan*>;

void StringOrNull(std::string_view key, std::string_view text, JsonWriter* json) {
  json->Key(key);
  text.empty() ? json->Null() : json->String(text);
}

void WritePublished(const Document& document, JsonWriter* json) {
  const auto& date = document.published.date;
  StringOrNull("published", date ? FormatPartialDate(*date) : "", json);
}

void WriteDocument(const Document& document, JsonWriter* json) {
  json->BeginObject().Member("file", document.file);
  json->OptionalMember("title", document.title).OptionalMember("outlet", document.outlet);
  WritePublished(document, json);
  json->Member("published_basis", document.published.basis).EndObject();
}

// The document of a statement, inside its object.
void WriteSource(const Document& document, JsonWriter* json) {
  json->Member("file", document.file);
  StringOrNull("outlet", document.outlet, json);
  WritePublished(document, json);
}

void WriteCopies(const Scans& scans, const Statement& statement, JsonWriter* json) {
  json->Key("copies").BeginArray();
  for (const StatementPlace& copy : statement.copies) {
    const Scan& scan = *scans[copy.scan];
    json->BeginObject();
    WriteSource(scan.document, json);
    json->Key("evidence");
    WriteQuote(scan.document, scan.measures[copy.measure].evidence, json);
    json->EndObject();
  }
  json->EndArray();
}

void WriteStatement(const Scans& scans, const Statement& statement, JsonWriter* json) {
  const Scan& scan = *scans[statement.place.scan];
  const Measure& measure = scan.measures[statement.place.measure];
  json->BeginObject();
  WriteSource(scan.document, json);
  json->Member("type", MeasureTypeName(measure.type))
      .Member("status", MeasureStatusName(measure.status));
  StringOrNull("date", measure.date.value, json);
  json->Key("attribution");
  WriteAttribution(scan.document, measure.attribution, json);
  json->Key("trigger");
  WriteQuote(scan.document, measure.trigger, json);
  json->Key("evidence");
  WriteQuote(scan.document, measure.evidence, json);
  if (!measure.condition.empty()) {
    json->Key("condition");
    WriteQuote(scan.document, measure.condition, json);
  }
  if (measure.presupposed) json->Member("presupposed", true);
  if (measure.ended) json->Member("ended", true);
  json->OptionalMember("list", measure.list).OptionalMember("amount", measure.amount);
  json->Member("rules", measure.rules);
  WriteCopies(scans, statement, json);
  json->EndObject();
}

void WriteEventIds(std::string_view key, const std::vector<uint32_t>& positions,
                   const std::vector<Event>& events, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (uint32_t position : positions) json->String(events[position].id);
  json->EndArray();
}

// The statements at which the status changes, by their place in "statements".
void WriteHistory(const Scans& scans, const Event& event, JsonWriter* json) {
  json->Key("history").BeginArray();
  for (uint32_t position : event.history) {
    const StatementPlace& place = event.statements[position].place;
    const Scan& scan = *scans[place.scan];
    json->BeginObject().Member("status", MeasureStatusName(scan.measures[place.measure].status));
    WritePublished(scan.document, json);
    json->Member("statement", uint64_t{position}).EndObject();
  }
  json->EndArray();
}

void WriteEvent(const Scans& scans, const std::vector<Event>& events, const Event& event,
                JsonWriter* json) {
  json->BeginObject().Member("id", event.id).Member("type", MeasureTypeName(event.type));
  json->Member("actor", event.actors).Member("target", event.targets);
  json->Member("target_entities", event.entities);
  StringOrNull("date", event.date, json);
  json->Member("status", MeasureStatusName(event.status));
  json->Member("conflicting", event.conflicting);
  StringOrNull("listed", event.listed, json);
  json->Member("announced_not_listed", event.announced_not_listed);
  WriteEventIds("relieves", event.relieves, events, json);
  WriteEventIds("relieved_by", event.relieved_by, events, json);
  WriteHistory(scans, event, json);
  json->Key("statements").BeginArray();
  for (const Statement& statement : event.statements) WriteStatement(scans, statement, json);
  json->EndArray().EndObject();
}

}  // namespace

void WriteTimelineJson(const Scans& scans, const std::vector<Event>& events, JsonWriter* json) {
  json->BeginObject().Key("documents").BeginArray();
  for (const Scan* scan : scans) WriteDocument(scan->document, json);
  json->EndArray().Key("events").BeginArray();
  for (const Event& event : events) WriteEvent(scans, events, event, json);
  json->EndArray().EndObject();
}

}  // namespace interdict::documents
