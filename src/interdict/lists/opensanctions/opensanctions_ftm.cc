#include "interdict/lists/opensanctions/opensanctions_ftm.h"

#include <unordered_map>
#include <unordered_set>

#include "interdict/lists/opensanctions/ftm_index.h"
#include "interdict/lists/opensanctions/ftm_record.h"
#include "interdict/syntax/json.h"

namespace interdict {
namespace {

class FtmReader {
 public:
  FtmReader(FtmIndex* index, std::span<const InputFile> files, const ReadOptions& options,
            const RecordSink& sink, ParseReport* report)
      : index_(*index), files_(files), options_(options), sink_(sink), report_(*report) {
    if (const auto seen = ParsePartialDate(index_.last_seen())) today_ = seen->last;
  }

  Status Read();

 private:
  Status ReadParty(const FtmEntity& party, const FtmLine& line);
  void JoinAddresses(const FtmEntity& party, FtmRecordBuilder* builder);
  Status JoinPointers(const FtmEntity& party, FtmRecordBuilder* builder);
  void JoinOccupancy(const FtmEntity& occupancy, FtmRecordBuilder* builder);
  std::string CaptionOf(std::string_view id);
  void RejectThing(const FtmEntity& thing, const FtmLine& line);
  void ReportRest();
  std::string FileOf(const FtmLine& line) const { return std::string(files_[line.file].name); }

  FtmIndex& index_;
  std::span<const InputFile> files_;
  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport& report_;
  std::optional<Date> today_;
  JsonParser party_parser_;
  JsonParser joined_parser_;
  JsonParser caption_parser_;
  std::unordered_map<std::string, std::string> captions_;
};

// Captions of other parties: only of those that are in the file. The last ones are remembered.
std::string FtmReader::CaptionOf(std::string_view id) {
  constexpr size_t kMaxCaptions = size_t{1} << 14;
  const uint32_t line = index_.Find(id);
  if (line == FtmIndex::kNone) return {};
  if (const auto known = captions_.find(std::string(id)); known != captions_.end()) {
    return known->second;
  }
  const auto entity = index_.Parse(index_.lines()[line], &caption_parser_);
  const bool is_it = entity.ok() && entity->id == id;
  if (captions_.size() >= kMaxCaptions) captions_.clear();
  return captions_.emplace(id, is_it ? entity->caption : std::string_view()).first->second;
}

void FtmReader::JoinAddresses(const FtmEntity& party, FtmRecordBuilder* builder) {
  std::unordered_set<std::string> seen;
  party.ForEach("addressEntity", [&](std::string_view id) {
    const uint32_t line = index_.Find(id);
    if (line == FtmIndex::kNone || !seen.emplace(id).second) return;
    const auto address = index_.Parse(index_.lines()[line], &joined_parser_);
    if (!address.ok() || address->id != id) return;
    builder->AddAddress(*address);
    index_.lines()[line].joined = true;
  });
}

void FtmReader::JoinOccupancy(const FtmEntity& occupancy, FtmRecordBuilder* builder) {
  const std::string_view post = occupancy.First("post");
  const uint32_t line = post.empty() ? FtmIndex::kNone : index_.Find(post);
  if (line != FtmIndex::kNone) {
    const auto position = index_.Parse(index_.lines()[line], &caption_parser_);
    if (position.ok() && position->id == post) {
      index_.lines()[line].joined = true;
      return builder->AddOccupancy(occupancy, &*position);
    }
  }
  builder->AddOccupancy(occupancy, nullptr);
}

Status FtmReader::JoinPointers(const FtmEntity& party, FtmRecordBuilder* builder) {
  for (const uint32_t number : index_.PointingAt(party.id)) {
    FtmLine& line = index_.lines()[number];
    ASSIGN_OR_RETURN(const FtmEntity entity, index_.Parse(line, &joined_parser_));
    bool points = false;  // or only has the same hash
    for (std::string_view property : FtmPointers(entity.schema)) {
      points = points || entity.Has(property, party.id);
    }
    if (!points) continue;
    line.joined = true;
    if (line.role == FtmRole::kSanction)
      builder->AddSanction(entity);
    else if (line.role == FtmRole::kDocument)
      builder->AddDocument(entity);
    else if (entity.schema == "Occupancy")
      JoinOccupancy(entity, builder);
    else
      builder->AddLink(entity);
  }
  return Ok{};
}

Status FtmReader::ReadParty(const FtmEntity& party, const FtmLine& line) {
  Record record;
  record.source = options_.source;
  FtmRecordBuilder builder(&record, today_, [this](std::string_view id) { return CaptionOf(id); });
  builder.AddParty(party);
  JoinAddresses(party, &builder);
  RETURN_IF_ERROR(JoinPointers(party, &builder));
  builder.Finish();
  ++report_.records_in;
  ++report_.records_out;
  ++report_.counts[party.target ? "targets" : "not_targets"];
  report_.Count(record, FileOf(line), line.number);
  if (record.names.empty() && record.schema != Schema::kCryptoWallet) {
    report_.AddDefect({"no_name", record.id, FileOf(line), line.number, "a party without a name"});
  }
  return sink_(std::move(record));
}

// A named thing that can be a target, but is none of the kinds of party that are screened.
void FtmReader::RejectThing(const FtmEntity& thing, const FtmLine& line) {
  ++report_.records_in;
  report_.AddReject({std::string(thing.id), FileOf(line), line.number,
                     "schema " + std::string(thing.schema) + " (" + std::string(thing.caption) +
                         ") is no kind of party that can be screened"});
}

// Lines that are in force and went into no record.
void FtmReader::ReportRest() {
  for (const FtmLine& line : index_.lines()) {
    ++report_.rows_in;
    if (line.role == FtmRole::kParty ? line.active : line.joined) ++report_.rows_used;
    const bool statement = line.role == FtmRole::kSanction || line.role == FtmRole::kDocument ||
                           line.role == FtmRole::kLink || line.role == FtmRole::kAddress;
    if (!line.active || line.joined || !statement) continue;
    const auto entity = index_.Parse(line, &joined_parser_);
    if (!entity.ok()) continue;
    report_.AddDefect(
        {"orphan", std::string(entity->id), FileOf(line), line.number,
         "a " + std::string(entity->schema) + " that belongs to no party of this file"});
  }
}

Status FtmReader::Read() {
  constexpr size_t kProgressEvery = 4096;  // lines
  for (size_t i = 0; i < index_.lines().size(); ++i) {
    const FtmLine line = index_.lines()[i];
    if (options_.progress && i % kProgressEvery == 0) {
      const uint64_t total = files_[line.file].bytes.size();
      options_.progress(total / 2 + line.byte / 2, total);
    }
    const bool wanted = line.role == FtmRole::kParty || line.role == FtmRole::kThing ||
                        line.role == FtmRole::kOther;
    if (!line.active || !wanted) continue;
    ASSIGN_OR_RETURN(const FtmEntity entity, index_.Parse(line, &party_parser_));
    if (line.role == FtmRole::kParty) {
      RETURN_IF_ERROR(ReadParty(entity, line));
    } else if (entity.target || line.role == FtmRole::kThing) {
      RejectThing(entity, line);
    } else {
      ++report_.counts["entities_of_no_party:" + std::string(entity.schema)];
    }
  }
  ReportRest();
  return Ok{};
}

class OpenSanctionsFtm : public Format {
 public:
  std::string_view name() const override { return "opensanctions_ftm"; }
  std::string_view title() const override {
    return "OpenSanctions entities (FollowTheMoney JSON lines, whole or delta)";
  }
  int version() const override { return 1; }

  // Entities have unordered keys, and one may be longer than what is looked at: the first line must
  // begin as an object and name the keys that every entity has.
  bool Recognises(const InputFile& file) const override {
    JsonLines lines(file.bytes.substr(0, kPeekBytes));
    if (!lines.Next() || !lines.text().starts_with('{')) return false;
    if (lines.unterminated() && file.bytes.size() > kPeekBytes) {
      return lines.text().find("\"schema\"") != std::string_view::npos &&
             lines.text().find("\"properties\"") != std::string_view::npos;
    }
    JsonParser parser;
    const auto object = parser.ParseObject(lines.text());
    if (!object.ok()) return false;
    JsonObject entity = *object;
    const bool change = !JsonString(*object, "op").empty();
    if (change && object->at_key("entity").get(entity) != simdjson::SUCCESS) return false;
    if (JsonString(entity, "id").empty()) return false;
    if (JsonString(*object, "op") == "DEL") return true;
    JsonObject properties;
    return !JsonString(entity, "schema").empty() &&
           entity.at_key("properties").get(properties) == simdjson::SUCCESS;
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ParseReport report;
    report.format = name();
    report.format_version = version();
    ASSIGN_OR_RETURN(FtmIndex index, FtmIndex::Build(files, options));
    if (index.lines().empty()) {
      return MakeError(ErrorCode::kEmptyList, "no entities",
                       Where{.source = options.source,
                             .file = files.empty() ? "" : std::string(files.front().name)});
    }
    Describe(index, &report);
    RETURN_IF_ERROR(FtmReader(&index, files, options, sink, &report).Read());
    if (report.records_in == 0 && !report.is_delta) {
      return MakeError(ErrorCode::kEmptyList, "entities, but no party among them",
                       Where{.source = options.source, .file = std::string(files.front().name)});
    }
    return report;
  }

 private:
  static void Describe(const FtmIndex& index, ParseReport* report) {
    if (const auto seen = ParsePartialDate(index.last_seen()); seen && seen->IsDay()) {
      report->published = seen->first;
      report->published_from = "last_seen";
    }
    if (!index.has_delta()) return;
    report->counts["delta_added"] = index.added();
    report->counts["delta_modified"] = index.modified();
    report->counts["delta_deleted"] = index.deleted().size();
    if (index.has_whole()) return;
    report->is_delta = true;
    report->partial = true;
    report->missing_parts.emplace_back("the list to which the delta applies");
    report->deleted_records = index.deleted();
  }
};

}  // namespace

const Format& OpenSanctionsFtmFormat() {
  static const OpenSanctionsFtm kFormat;
  return kFormat;
}

}  // namespace interdict
