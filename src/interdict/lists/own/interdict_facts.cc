#include "interdict/lists/own/interdict_facts.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/cells/fact_kind.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/own/fact_table.h"

namespace interdict {
namespace {

constexpr size_t kSourceFields = 6;

bool IsSourceTable(const InputFile& file) {
  return file.bytes.substr(0, Format::kPeekBytes).find("key, publisher, title, date, address") !=
         std::string_view::npos;
}

class FactsReader {
 public:
  FactsReader(std::span<const InputFile> files, const ReadOptions& options, const RecordSink& sink,
              ParseReport* report)
      : files_(files), options_(options), sink_(sink), report_(*report) {}

  Status Read();

 private:
  Status ReadSources(const InputFile& file);
  Status ReadNames(const InputFile& file);
  Status ReadFacts(const InputFile& file);
  Status CheckSource(const Fact& fact, const FactLines& lines) const;
  Status Begin(const Fact& fact, const InputFile& file, const FactLines& lines, uint64_t line);
  Status End();
  Status Add(const Fact& fact, const FactLines& lines);
  Status AddRelation(const Fact& fact, RelationKind kind, const FactLines& lines);
  void AddDesignation(const Fact& fact);
  void AddSimple(const Fact& fact, FactKind kind);
  void KeepQualifiers(const Fact& fact, std::initializer_list<std::string_view> used);
  std::string FieldOf(const Fact& fact) const {
    return file_name_ + "/" + std::string(fact.property) + " [" + std::string(fact.source) + "]";
  }

  std::span<const InputFile> files_;
  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport& report_;
  bool has_sources_ = false;
  std::unordered_set<std::string> sources_;
  std::unordered_map<std::string, std::string> names_;  // of all parties
  std::unordered_set<std::string> ended_;               // parties handed over
  std::string file_name_;
  Record record_;
  uint64_t record_line_ = 0;
  uint64_t facts_of_record_ = 0;
};

Status FactsReader::ReadSources(const InputFile& file) {
  FactLines lines(file, options_.source);
  FactLine line;
  while (true) {
    ASSIGN_OR_RETURN(const bool more, lines.Next(&line));
    if (!more) break;
    if (line.fields.size() != kSourceFields || line.fields[0].empty()) {
      return lines.Fail(ErrorCode::kSyntax,
                        "6 fields were expected: key, publisher, title, date, address, licence");
    }
    if (!sources_.emplace(line.fields[0]).second) {
      return lines.Fail(ErrorCode::kDuplicateRecord,
                        "source " + std::string(line.fields[0]) + " stands twice");
    }
  }
  has_sources_ = true;
  report_.counts["sources"] = sources_.size();
  return Ok{};
}

// First pass: the primary names, which relations to later parties need.
Status FactsReader::ReadNames(const InputFile& file) {
  FactLines lines(file, options_.source);
  FactLine line;
  while (true) {
    ASSIGN_OR_RETURN(const bool more, lines.Next(&line));
    if (!more) return Ok{};
    if (line.fields.size() < 3) continue;  // refused by the second pass
    auto& name = names_[std::string(line.fields[0])];
    if (line.fields[1] == "name" && name.empty()) name = std::string(line.fields[2]);
  }
}

Status FactsReader::CheckSource(const Fact& fact, const FactLines& lines) const {
  const std::string key(fact.source.substr(0, fact.source.find('#')));
  if (!has_sources_ || sources_.count(key) > 0) return Ok{};
  return lines.Fail(ErrorCode::kMismatchedParts, "source \"" + key + "\" is not in sources.tsv");
}

Status FactsReader::Begin(const Fact& fact, const InputFile& file, const FactLines& lines,
                          uint64_t line) {
  RETURN_IF_ERROR(End());
  const std::string id(fact.party);
  if (ended_.count(id) > 0) {
    return lines.Fail(ErrorCode::kDuplicateRecord,
                      "party " + id + " begins a second time; its facts must stand together");
  }
  const auto schema = SchemaFromName(fact.value);
  if (fact.property != "schema" || !schema) {
    return lines.Fail(ErrorCode::kSyntax,
                      "party " + id + " does not begin with a schema that is known");
  }
  file_name_ = std::string(file.name);
  record_ = Record();
  record_.source = options_.source;
  record_.id = id;
  record_.schema = *schema;
  record_line_ = line;
  facts_of_record_ = 1;
  ++report_.records_in;
  return Ok{};
}

Status FactsReader::End() {
  if (record_.id.empty()) return Ok{};
  if (record_.names.empty()) {
    return MakeError(ErrorCode::kSyntax, "party " + record_.id + " has no name",
                     Where{.source = options_.source,
                           .file = file_name_,
                           .record = record_.id,
                           .line = record_line_});
  }
  ended_.insert(record_.id);
  ++report_.records_out;
  report_.rows_used += facts_of_record_;
  report_.Count(record_, file_name_, record_line_);
  Record record = std::move(record_);
  record_ = Record();
  return sink_(std::move(record));
}

void FactsReader::KeepQualifiers(const Fact& fact, std::initializer_list<std::string_view> used) {
  for (const auto& [key, value] : fact.qualifiers) {
    if (std::find(used.begin(), used.end(), key) != used.end()) continue;
    record_.uninterpreted.push_back(
        {AttributeKind::kOther, std::string(key) + "=" + std::string(value),
         file_name_ + "/" + std::string(fact.property) + "?" + std::string(key)});
  }
}

void FactsReader::AddDesignation(const Fact& fact) {
  Designation designation;
  designation.program = std::string(fact.value);
  designation.list = std::string(fact.Qualifier("list"));
  designation.authority = std::string(fact.Qualifier("authority"));
  designation.legal_basis = std::string(fact.Qualifier("basis"));
  designation.listed = std::string(fact.Qualifier("listed"));
  designation.delisted = std::string(fact.Qualifier("delisted"));
  for (const auto& [key, value] : fact.qualifiers) {
    if (key == "entry" && value == "none") {
      designation.measures = "no entry";
    } else if (key != "list" && key != "authority" && key != "basis" && key != "listed" &&
               key != "delisted") {
      designation.reason +=
          (designation.reason.empty() ? "" : "; ") + std::string(key) + "=" + std::string(value);
    }
  }
  designation.field = FieldOf(fact);
  record_.designations.push_back(std::move(designation));
}

Status FactsReader::AddRelation(const Fact& fact, RelationKind kind, const FactLines& lines) {
  const auto target = names_.find(std::string(fact.value));
  if (target == names_.end()) {
    return lines.Fail(ErrorCode::kMismatchedParts, std::string(fact.property) + " " +
                                                       std::string(fact.value) +
                                                       ": no file has a party of that id");
  }
  Relation relation;
  relation.kind = kind;
  relation.target_id = target->first;
  relation.target_name = target->second;
  relation.valid_from = std::string(fact.Qualifier("from"));
  relation.valid_to = std::string(fact.Qualifier("to"));
  relation.former = !relation.valid_to.empty();
  if (fact.property == "operates") relation.text = "operates";
  for (const auto& [key, value] : fact.qualifiers) {
    if (key == "from" || key == "to" || key == "share") continue;
    const bool bare = key == "role" || key == "kin";
    relation.text += (relation.text.empty() ? "" : "; ") +
                     (bare ? std::string() : std::string(key) + "=") + std::string(value);
  }
  if (const std::string_view share = fact.Qualifier("share"); !share.empty()) {
    double value = 0;
    const auto [end, error] = std::from_chars(share.data(), share.data() + share.size(), value);
    if (error != std::errc() || end != share.data() + share.size() || value <= 0 || value > 1) {
      return lines.Fail(ErrorCode::kSyntax,
                        "share=" + std::string(share) + "; a number up to 1 was expected");
    }
    relation.share_min = value;
    relation.share_max = value;
  }
  relation.field = FieldOf(fact);
  record_.relations.push_back(std::move(relation));
  return Ok{};
}

// "status=secondary", or empty when the source states the fact.
std::string StatusOf(const Fact& fact) {
  const std::string_view status = fact.Qualifier("status");
  return status.empty() ? std::string() : "status=" + std::string(status);
}

void FactsReader::AddSimple(const Fact& fact, FactKind kind) {
  const std::string country = CountryCodeFromIso(fact.Qualifier("country"));
  const size_t names = record_.names.size();
  AddFact(kind, fact.value, FieldOf(fact), {.country = country}, &record_);
  if (record_.names.size() > names) {
    Name& name = record_.names.back();
    name.language = std::string(fact.Qualifier("language"));
    name.remark = StatusOf(fact);
    if (record_.schema == Schema::kPerson) name.parts = OfacNameParts(name.text);
    return KeepQualifiers(fact, {"language", "status"});
  }
  if (kind.part == FactPart::kIdentifier) {
    Identifier& id = record_.identifiers.back();
    id.issued = std::string(fact.Qualifier("issued"));
    id.expires = std::string(fact.Qualifier("expires"));
    id.remark = StatusOf(fact);
    return KeepQualifiers(fact, {"country", "issued", "expires", "status"});
  }
  if (kind.part == FactPart::kAddress) return KeepQualifiers(fact, {"country"});
  KeepQualifiers(fact, {});
}

Status FactsReader::Add(const Fact& fact, const FactLines& lines) {
  if (fact.property == "schema") {
    return lines.Fail(ErrorCode::kSyntax, "party " + std::string(fact.party) + " has two schemata");
  }
  if (fact.property == "name" && !record_.names.empty()) {
    return lines.Fail(ErrorCode::kSyntax, "party " + std::string(fact.party) +
                                              " has two names, or its name is not the second fact");
  }
  if (fact.property == "designation") {
    AddDesignation(fact);
    return Ok{};
  }
  if (fact.property == "ofac_uid") {
    const bool consolidated = fact.source.starts_with("ofac-cons");
    record_.references.push_back(
        {consolidated ? "us_ofac_cons" : "us_ofac_sdn", std::string(fact.value), FieldOf(fact)});
    KeepQualifiers(fact, {});
    return Ok{};
  }
  const auto kind = FactKindFromName(fact.property);
  if (kind && kind->part == FactPart::kRelation) {
    return AddRelation(fact, kind->As<RelationKind>(), lines);
  }
  if (kind && kind->part != FactPart::kDesignation) {
    AddSimple(fact, *kind);
    return Ok{};
  }
  record_.uninterpreted.push_back({AttributeKind::kOther, std::string(fact.value),
                                   file_name_ + "/" + std::string(fact.property)});
  KeepQualifiers(fact, {});
  return Ok{};
}

Status FactsReader::ReadFacts(const InputFile& file) {
  FactLines lines(file, options_.source);
  FactLine line;
  while (true) {
    ASSIGN_OR_RETURN(const bool more, lines.Next(&line));
    if (!more) break;
    ++report_.rows_in;
    ASSIGN_OR_RETURN(const Fact fact, ParseFact(line, lines));
    RETURN_IF_ERROR(CheckSource(fact, lines));
    if (fact.party != record_.id) {
      RETURN_IF_ERROR(Begin(fact, file, lines, line.number));
      continue;
    }
    ++facts_of_record_;
    RETURN_IF_ERROR(Add(fact, lines));
  }
  return End();
}

Status FactsReader::Read() {
  for (const InputFile& file : files_) {
    if (IsSourceTable(file)) RETURN_IF_ERROR(ReadSources(file));
  }
  for (const InputFile& file : files_) {
    if (!IsSourceTable(file)) RETURN_IF_ERROR(ReadNames(file));
  }
  for (const InputFile& file : files_) {
    if (!IsSourceTable(file)) RETURN_IF_ERROR(ReadFacts(file));
  }
  if (!has_sources_) {
    report_.partial = true;
    report_.missing_parts.emplace_back("sources.tsv");
  }
  if (report_.records_in > 0) return Ok{};
  return MakeError(ErrorCode::kEmptyList, "no facts", Where{.source = options_.source});
}

class InterdictFacts : public Format {
 public:
  std::string_view name() const override { return "interdict_facts"; }
  std::string_view title() const override { return "Interdict fact tables (TSV)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    const InputFile head{file.name, file.bytes.substr(0, kPeekBytes)};
    const std::string none;
    FactLines lines(head, none);
    FactLine line;
    const auto more = lines.Next(&line);
    if (!more.ok() || !*more) return false;
    if (IsSourceTable(head)) return line.fields.size() == kSourceFields;
    return line.fields.size() == 5 && line.fields[1] == "schema" && IsFactPartyId(line.fields[0]) &&
           SchemaFromName(line.fields[2]).has_value();
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ParseReport report;
    report.format = name();
    report.format_version = version();
    RETURN_IF_ERROR(FactsReader(files, options, sink, &report).Read());
    return report;
  }
};

}  // namespace

const Format& InterdictFactsFormat() {
  static const InterdictFacts kFormat;
  return kFormat;
}

}  // namespace interdict
