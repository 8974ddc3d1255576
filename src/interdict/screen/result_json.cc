#include "interdict/screen/result_json.h"

#include <algorithm>

namespace interdict {

std::string_view AliasClass(NameKind kind) {
  return kind == NameKind::kOriginalScript ? NameKindName(NameKind::kPrimary) : NameKindName(kind);
}

std::vector<std::string> ProgramsOf(const Party& party, const ResolvedLists& lists) {
  std::vector<std::string> programs;
  for (uint32_t position : party.records) {
    for (const Designation& designation : lists.records()[position].designations) {
      const std::string& program = designation.program;
      const bool known = std::find(programs.begin(), programs.end(), program) != programs.end();
      if (!program.empty() && !known) programs.push_back(program);
    }
  }
  return programs;
}

void WriteHit(const Hit& hit, const Snapshot& snapshot, JsonWriter* json) {
  const index::PartyView party = snapshot.parties()[hit.match.party];
  json->BeginObject().Member("entity", party.id()).Key("records").BeginArray();
  for (const index::RecordRow& record : party.records()) json->String(party.key(record));
  json->EndArray()
      .Member("caption", party.caption())
      .Member("schema", SchemaName(party.schema()))
      .Member("score", FromPoints(hit.match.score))
      .Member("match", hit.is_match)
      .Key("programs")
      .BeginArray();
  for (index::TextId program : party.programs()) json->String(party.text(program));
  json->EndArray();
  if (hit.match.name != kNoName) {
    const index::NameRow& name = snapshot.parties().names()[hit.match.name];
    json->Member("name", party.text(name.text)).Member("alias", AliasClass(name.kind));
  }
  json->Key("features").BeginArray();
  for (const Feature& feature : hit.match.features) {
    json->BeginObject()
        .Member("feature", feature.feature)
        .Member("value", FromPoints(ToPoints(feature.value)))
        .Member("effect", FromPoints(feature.effect))
        .Member("detail", feature.detail)
        .EndObject();
  }
  json->EndArray().EndObject();
}

std::string ResultLine(const Query& query, const std::vector<Hit>& hits, const Snapshot& snapshot,
                       const std::vector<std::string>& warnings, NameModel model) {
  JsonWriter json;
  json.BeginObject().Member("id", query.id).Key("hits").BeginArray();
  for (const Hit& hit : hits) WriteHit(hit, snapshot, &json);
  json.EndArray();
  if (!warnings.empty()) json.Member("warnings", warnings);
  json.Member("model", NameModelName(model));
  const bool varied = model == NameModel::kInterdict && snapshot.variants() != nullptr;
  if (varied) json.Member("name_variants", snapshot.variants()->Describe());
  json.EndObject();
  return json.Take();
}

LineCounts CountLines(std::string_view lines) {
  // Quotes inside texts are escaped, so these pieces stand nowhere but where a member begins.
  constexpr std::string_view kHit = "{\"entity\":\"";
  constexpr std::string_view kFailure = ",\"error\":{\"code\":";
  LineCounts counts;
  for (size_t end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end + 1);
    ++counts.lines;
    uint64_t hits = 0;
    for (size_t at = line.find(kHit); at != std::string_view::npos; at = line.find(kHit, at + 1)) {
      ++hits;
    }
    counts.hits += hits;
    if (hits > 0) ++counts.with_hits;
    const bool failed = line.find(kFailure) != std::string_view::npos;
    if (failed && counts.failed++ == 0) counts.first_failure = std::string(line);
  }
  return counts;
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
