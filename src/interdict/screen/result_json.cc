#include "interdict/screen/result_json.h"

#include <algorithm>

namespace interdict {

std::string_view AliasClass(NameKind kind) {
  return kind == NameKind::kOriginalScript ? NameKindName(NameKind::kPrimary) : NameKindName(kind);
}

std::vector<std::string> ProgramsOf(const Party& party, const Snapshot& snapshot) {
  std::vector<std::string> programs;
  for (uint32_t position : party.records) {
    for (const Designation& designation : snapshot.records()[position].designations) {
      const std::string& program = designation.program;
      const bool known = std::find(programs.begin(), programs.end(), program) != programs.end();
      if (!program.empty() && !known) programs.push_back(program);
    }
  }
  return programs;
}

void WriteHit(const Hit& hit, const Snapshot& snapshot, JsonWriter* json) {
  const Party& party = *hit.party;
  const Record& leading = snapshot.records()[party.records.front()];
  json->BeginObject().Member("entity", party.id).Key("records").BeginArray();
  for (uint32_t position : party.records) json->String(snapshot.records()[position].Key());
  json->EndArray()
      .Member("caption", DisplayName(leading))
      .Member("schema", SchemaName(party.schema))
      .Member("score", FromPoints(hit.match.score))
      .Member("match", hit.is_match)
      .Member("programs", ProgramsOf(party, snapshot));
  if (hit.match.name != nullptr) {
    json->Member("name", hit.match.name->name->text)
        .Member("alias", AliasClass(hit.match.name->name->kind));
  }
  json->Key("features").BeginArray();
  for (const Feature& feature : hit.match.features) {
    json->BeginObject()
        .Member("feature", FeatureName(feature.kind))
        .Member("value", FromPoints(ToPoints(feature.value)))
        .Member("effect", FromPoints(feature.effect))
        .Member("detail", feature.detail)
        .EndObject();
  }
  json->EndArray().EndObject();
}

std::string ResultLine(const Query& query, const std::vector<Hit>& hits, const Snapshot& snapshot) {
  JsonWriter json;
  json.BeginObject().Member("id", query.id).Key("hits").BeginArray();
  for (const Hit& hit : hits) WriteHit(hit, snapshot, &json);
  json.EndArray().EndObject();
  return json.Take();
}

std::string FailureLine(std::string_view id, const Error& error) {
  JsonWriter json;
  json.BeginObject()
      .Member("id", id)
      .Key("error")
      .BeginObject()
      .Member("code", static_cast<int>(error.code))
      .Member("message", Describe(error.where) + error.message)
      .EndObject()
      .EndObject();
  return json.Take();
}

}  // namespace interdict
