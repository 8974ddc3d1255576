#include "interdict/documents/scan_json.h"

#include "interdict/entity/partial_date.h"

namespace interdict::documents {
namespace {

void StringOrNull(std::string_view key, std::string_view text, JsonWriter* json) {
  json->Key(key);
  text.empty() ? json->Null() : json->String(text);
}

void OptionalIndex(std::string_view key, uint32_t index, JsonWriter* json) {
  if (index != kNone) json->Member(key, uint64_t{index});
}

void OptionalFlag(std::string_view key, bool flag, JsonWriter* json) {
  if (flag) json->Member(key, true);
}

void OptionalTexts(std::string_view key, const std::vector<std::string>& texts, JsonWriter* json) {
  if (!texts.empty()) json->Member(key, texts);
}

void OptionalQuote(std::string_view key, const Document& document, Span span, JsonWriter* json) {
  if (span.empty()) return;
  json->Key(key);
  WriteQuote(document, span, json);
}

// "start" and "end" of an object that goes on.
void Offsets(const Document& document, Span span, JsonWriter* json) {
  const Span source = document.SourceSpan(span);
  json->Member("start", uint64_t{source.begin}).Member("end", uint64_t{source.end});
}

void Indices(std::string_view key, const std::vector<uint32_t>& indices, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (uint32_t index : indices) json->Uint(index);
  json->EndArray();
}

void WriteCandidate(const Document& document, const Publication::Candidate& candidate,
                    JsonWriter* json) {
  json->BeginObject();
  if (!candidate.span.empty()) Offsets(document, candidate.span, json);
  json->Member("text", candidate.text);
  StringOrNull("value", candidate.value, json);
  json->Member("verdict", candidate.verdict).EndObject();
}

void WritePublished(const Document& document, JsonWriter* json) {
  const Publication& published = document.published;
  json->Key("published").BeginObject();
  StringOrNull("value", published.date ? FormatPartialDate(*published.date) : "", json);
  json->Member("basis", published.basis);
  if (!published.candidates.empty()) {
    json->Key("candidates").BeginArray();
    for (const auto& candidate : published.candidates) WriteCandidate(document, candidate, json);
    json->EndArray();
  }
  json->EndObject();
}

void WriteBlocks(const Document& document, JsonWriter* json) {
  json->Key("blocks").BeginArray();
  for (const Block& block : document.blocks) {
    json->BeginObject().Member("kind", BlockKindName(block.kind));
    Offsets(document, block.span, json);
    json->OptionalMember("reason", block.reason).EndObject();
  }
  json->EndArray();
}

void WriteDocument(const Document& document, JsonWriter* json) {
  json->Member("file", document.file);
  json->OptionalMember("title", document.title)
      .OptionalMember("outlet", document.outlet)
      .OptionalMember("language", document.language)
      .Member("markup", MarkupName(document.markup))
      .Member("encoding", document.encoding);
  WritePublished(document, json);
  json->Key("body").BeginObject();
  Offsets(document, document.body, json);
  json->EndObject();
  WriteBlocks(document, json);
}

void WriteMention(const Scan& scan, const Mention& mention, JsonWriter* json) {
  const Document& document = scan.document;
  const Party* party = mention.party == kNone ? nullptr : &scan.parties[mention.party];
  json->BeginObject();
  Offsets(document, mention.span, json);
  json->Member("text", document.Text(mention.span));
  StringOrNull("party", party == nullptr ? "" : party->name, json);
  StringOrNull("entity", party == nullptr ? "" : party->entity, json);
  StringOrNull("kind", party == nullptr ? "" : PartyKindName(party->kind), json);
  json->Member("how", NamingName(mention.how)).Member("score", mention.score);
  json->OptionalMember("matched", mention.matched);
  OptionalIndex("nested_in", mention.nested_in, json);
  OptionalIndex("antecedent", mention.antecedent, json);
  if (const Block* block = document.BlockAt(mention.span.begin)) {
    json->Member("block", BlockKindName(block->kind));
  }
  OptionalFlag("in_boilerplate", InBoilerplate(document, mention.span.begin), json);
  json->Member("rules", mention.rules).EndObject();
}

void WriteNames(const Scan& scan, std::string_view key, const std::vector<Role>& roles,
                JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const Role& role : roles) json->String(RoleName(scan, role));
  json->EndArray();
}

void WriteRoles(const Scan& scan, std::string_view name, const std::vector<Role>& roles,
                JsonWriter* json) {
  for (const Role& role : roles) {
    json->BeginObject().Member("role", name).Member("name", RoleName(scan, role));
    OptionalIndex("party", role.party, json);
    if (!role.span.empty()) {
      Offsets(scan.document, role.span, json);
      json->Member("text", scan.document.Text(role.span));
    }
    json->EndObject();
  }
}

void WriteTargetEntities(const Scan& scan, const Measure& measure, JsonWriter* json) {
  std::vector<std::string> entities;
  for (const Role& role : measure.targets) {
    if (role.party == kNone || scan.parties[role.party].entity.empty()) continue;
    entities.push_back(scan.parties[role.party].entity);
  }
  json->Member("target_entities", entities);
}

void WriteContested(const Scan& scan, const Measure& measure, JsonWriter* json) {
  if (measure.contested_by.empty()) return;
  json->Key("contested_by").BeginArray();
  for (uint32_t party : measure.contested_by) json->String(scan.parties[party].name);
  json->EndArray();
}

void WriteMeasure(const Scan& scan, const Measure& measure, JsonWriter* json) {
  const Document& document = scan.document;
  json->BeginObject().Member("type", MeasureTypeName(measure.type));
  WriteNames(scan, "actor", measure.actors, json);
  WriteNames(scan, "target", measure.targets, json);
  WriteTargetEntities(scan, measure, json);
  StringOrNull("date", measure.date.value, json);
  OptionalQuote("date_expression", document, measure.date.expression, json);
  OptionalTexts("date_readings", measure.date.readings, json);
  json->OptionalMember("date_rule", measure.date.rule);
  json->Member("status", MeasureStatusName(measure.status));
  json->Key("attribution");
  WriteAttribution(document, measure.attribution, json);
  json->Key("trigger");
  WriteQuote(document, measure.trigger, json);
  json->Key("evidence");
  WriteQuote(document, measure.evidence, json);
  OptionalQuote("condition", document, measure.condition, json);
  OptionalFlag("presupposed", measure.presupposed, json);
  OptionalFlag("ended", measure.ended, json);
  WriteContested(scan, measure, json);
  json->OptionalMember("list", measure.list).OptionalMember("amount", measure.amount);
  json->Key("roles").BeginArray();
  WriteRoles(scan, "actor", measure.actors, json);
  WriteRoles(scan, "target", measure.targets, json);
  json->EndArray();
  StringOrNull("event", measure.event, json);
  json->Member("rules", measure.rules).EndObject();
}

void WriteParty(const Party& party, JsonWriter* json) {
  json->BeginObject().Member("name", party.name).Member("kind", PartyKindName(party.kind));
  StringOrNull("entity", party.entity, json);
  OptionalTexts("records", party.records, json);
  OptionalTexts("programs", party.programs, json);
  json->OptionalMember("listed", party.listed).OptionalMember("country", party.country);
  OptionalTexts("candidates", party.candidates, json);
  OptionalFlag("announced_unlisted", party.announced_unlisted, json);
  json->EndObject();
}

void WriteHit(const Scan& scan, const DocumentHit& hit, JsonWriter* json) {
  const Party& party = scan.parties[hit.party];
  json->BeginObject().Member("party", uint64_t{hit.party}).Member("name", party.name);
  StringOrNull("entity", party.entity, json);
  json->Member("score", hit.score);
  Indices("mentions", hit.mentions, json);
  Indices("measures", hit.measures, json);
  json->EndObject();
}

}  // namespace

const std::string& RoleName(const Scan& scan, const Role& role) {
  return role.party == kNone ? role.text : scan.parties[role.party].name;
}

bool InBoilerplate(const Document& document, uint32_t byte) {
  const Block* block = document.BlockAt(byte);
  return block != nullptr && block->kind != BlockKind::kTitle && block->kind != BlockKind::kBody;
}

void WriteQuote(const Document& document, Span span, JsonWriter* json) {
  json->BeginObject();
  Offsets(document, span, json);
  json->Member("text", document.Text(span)).EndObject();
}

void WriteAttribution(const Document& document, const Attribution& attribution, JsonWriter* json) {
  json->BeginObject().Member("kind", SourceKindName(attribution.kind));
  StringOrNull("source", attribution.source, json);
  StringOrNull("via", attribution.via, json);
  json->OptionalMember("role", attribution.role);
  OptionalQuote("cue", document, attribution.cue, json);
  OptionalFlag("carried", attribution.carried, json);
  json->Member("competent", attribution.competent).EndObject();
}

void WriteScanJson(const Scan& scan, JsonWriter* json) {
  json->BeginObject();
  WriteDocument(scan.document, json);
  json->Key("parties").BeginArray();
  for (const Party& party : scan.parties) WriteParty(party, json);
  json->EndArray().Key("hits").BeginArray();
  for (const DocumentHit& hit : scan.hits) WriteHit(scan, hit, json);
  json->EndArray().Key("mentions").BeginArray();
  for (const Mention& mention : scan.mentions) WriteMention(scan, mention, json);
  json->EndArray().Key("measures").BeginArray();
  for (const Measure& measure : scan.measures) WriteMeasure(scan, measure, json);
  json->EndArray().Member("warnings", scan.document.warnings).EndObject();
}

}  // namespace interdict::documents
