#include "interdict/store/importer.h"

#include <algorithm>
#include <future>
#include <utility>

#include "interdict/base/hash.h"
#include "interdict/lists/own/custom_list.h"
#include "interdict/lists/parse_report_json.h"
#include "interdict/lists/registry.h"
#include "interdict/store/name_table_store.h"

namespace interdict {
namespace {

// Digest of what a version was read from, whatever the files are called: that of the file, or that
// of the sorted digests of all files of the set and the mapping.
std::string DigestOfSet(std::span<const InputFile> files, std::string_view mapping) {
  std::vector<std::string> digests;
  for (const InputFile& file : files) digests.push_back(Sha256Hex(file.bytes));
  if (!mapping.empty()) digests.push_back(Sha256Hex(mapping));
  if (digests.size() == 1) return digests.front();
  std::sort(digests.begin(), digests.end());
  Sha256Stream all;
  for (const std::string& digest : digests) all.Add(digest);
  return HexText(all.Finish());
}

Result<const Format*> ChooseFormat(const ImportRequest& request) {
  if (!request.mapping.empty()) return &CustomListFormat();
  return RecogniseFormat(request.files);
}

Error WithSource(Error error, const std::string& source) {
  if (error.where.source.empty()) error.where.source = source;
  return error;
}

// The version of that date if it was read from the same files. Of several on one date only the last
// counts: going back to an earlier one is a new version.
const ListVersion* FindSame(const ListStore& store, const std::string& source, Date published,
                            const std::string& digest, int format_version) {
  AsOf that_day;
  that_day.in_force = published;
  const ListVersion* version = store.Find(source, that_day);
  const bool same = version != nullptr && version->published == published &&
                    version->sha256 == digest && version->format_version == format_version;
  return same ? version : nullptr;
}

Result<Date> PublicationDate(const ImportRequest& request, const ParseReport& report,
                             std::vector<std::string>* warnings) {
  if (!request.published && !report.published) {
    if (request.published_if_unsaid) return *request.published_if_unsaid;
    return MakeError(ErrorCode::kNoPublicationDate,
                     "the file does not say when it was published; give --published DATE");
  }
  if (request.published && report.published && *request.published != *report.published) {
    warnings->push_back("the file says it was published on " + FormatIsoDate(*report.published) +
                        " (" + report.published_from + "); loaded as of " +
                        FormatIsoDate(*request.published) + ", as asked");
  }
  return request.published ? *request.published : *report.published;
}

// A value that the publisher cut is no reason to refuse a list, but whoever screens must know.
void WarnOfCutRemarks(const ParseReport& report, std::vector<std::string>* warnings) {
  const auto found = report.defect_counts.find("remark_cut");
  if (found == report.defect_counts.end()) return;
  const auto first = std::find_if(report.defects.begin(), report.defects.end(),
                                  [](const Defect& d) { return d.code == "remark_cut"; });
  const std::string example =
      first == report.defects.end() ? "" : " (the first: record " + first->record + ")";
  warnings->push_back(std::to_string(found->second) + " remarks are cut off in the file" + example +
                      ": what the publisher wrote behind the cut is not screened");
}

Status Judge(const ImportRequest& request, const IntakeSubject& subject, ImportOutcome* outcome) {
  std::vector<IntakeFinding> refused;
  for (IntakeFinding& finding : CheckIntake(subject)) {
    const bool accepted = finding.loss && !request.accept_shrink.empty();
    (accepted ? outcome->accepted : refused).push_back(std::move(finding));
  }
  if (refused.empty()) return Ok{};
  std::string message = "refused, " + DescribeFindings(refused);
  if (std::all_of(refused.begin(), refused.end(), [](const auto& f) { return f.loss; })) {
    message += ". If these records are rightly gone, say why with --accept-shrink REASON";
  }
  return MakeError(ErrorCode::kIntakeRefused, message);
}

ListVersion MakeVersion(const ImportRequest& request, const ParseReport& report, Date published,
                        std::string digest) {
  ListVersion version;
  version.source = request.source;
  version.published = published;
  version.loaded_at = request.now;
  version.confirmed_at = request.now;
  version.format = report.format;
  version.format_version = report.format_version;
  version.sha256 = std::move(digest);
  version.missing_parts = report.missing_parts;
  version.accept_shrink = request.accept_shrink;
  version.defects = report.defect_counts;
  JsonWriter json;
  WriteParseReport(report, &json);
  version.report = json.Take();
  return version;
}

}  // namespace

Status CheckSourceId(std::string_view source) {
  constexpr size_t kMaxLength = 64;
  const bool plain = std::all_of(source.begin(), source.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  });
  if (plain && !source.empty() && source.front() != '.' && source.size() <= kMaxLength) return Ok{};
  return MakeError(
      ErrorCode::kBadQuery,
      "list id \"" + std::string(source) +
          "\": expected at most 64 letters, digits, '_', '-' or '.', as in us_ofac_sdn");
}

namespace {

Result<ParseReport> ReadList(const ImportRequest& request, const RecordSink& sink) {
  ASSIGN_OR_RETURN(const Format* format, ChooseFormat(request));
  ReadOptions options;
  options.source = request.source;
  options.mapping = request.mapping;
  if (request.progress) {
    options.progress = [&](uint64_t done, uint64_t total) {
      request.progress("reading", done, total);
    };
  }
  return format->Read(request.files, options, sink);
}

// Takes from each record what the import needs while the reader goes on: what the intake check
// asks, and the bytes to be stored. Records go to a second thread in batches, and end there.
class RecordStage {
 public:
  explicit RecordStage(std::string_view source) : facts_(source) {}
  RecordStage(const RecordStage&) = delete;
  RecordStage& operator=(const RecordStage&) = delete;

  void Add(Record&& record) {
    batch_.push_back(std::move(record));
    if (batch_.size() == kBatch) Send();
  }
  void Finish() {
    Send();
    Wait();
  }
  // After Finish().
  const IntakeFacts& facts() const { return facts_; }
  std::span<const EncodedRecord> records() const { return records_.all(); }

 private:
  static constexpr size_t kBatch = 512;

  void Send() {
    Wait();
    // Deferred where the system gives no thread: the work is then done in Wait().
    work_ = std::async(std::launch::async | std::launch::deferred,
                       [this, batch = std::exchange(batch_, {})]() mutable { Take(&batch); });
    batch_.reserve(kBatch);
  }
  void Wait() {
    if (work_.valid()) work_.get();
  }
  void Take(std::vector<Record>* batch) {
    for (const Record& record : *batch) {
      facts_.Add(record);
      records_.Add(record);
    }
    batch->clear();
  }

  std::vector<Record> batch_;
  IntakeFacts facts_;  // these two: touched by the work alone while it runs
  EncodedRecords records_;
  std::future<void> work_;  // one batch at a time; last, so that it ends before what it uses
};

}  // namespace

Result<Inspection> InspectList(const ImportRequest& request) {
  Inspection inspection;
  ASSIGN_OR_RETURN(inspection.report, ReadList(request, [&](Record&& record) -> Status {
                     inspection.records.push_back(std::move(record));
                     return Ok{};
                   }));
  return inspection;
}

namespace {

// The very same files again: noted as current, nothing else.
Result<ImportOutcome> ConfirmSame(ListStore* store, int64_t id, UnixSeconds now,
                                  ImportOutcome outcome) {
  const auto find = [&] {
    for (const ListVersion& version : store->versions()) {
      if (version.id == id) outcome.version = version;
    }
  };
  find();
  RETURN_IF_ERROR(store->Confirm(outcome.version, now));
  find();
  outcome.kind = ImportOutcome::Kind::kConfirmed;
  return outcome;
}

Status CheckOrder(const ImportRequest& request, const ParseReport& report, Date published,
                  const ListVersion* newest) {
  if (report.is_delta) {
    // A changed party comes without its unchanged sanctions: a delta alone is no state of the list.
    return MakeError(ErrorCode::kIntakeRefused,
                     "refused, delta: this file says what changed; import it together with the "
                     "whole file that it changes");
  }
  if (!request.must_be_newer || newest == nullptr || newest->published <= published) return Ok{};
  return MakeError(ErrorCode::kIntakeRefused,
                   "refused, publication_date: " + FormatIsoDate(published) +
                       " is before that of the active version, " +
                       FormatIsoDate(newest->published));
}

// Reads the base while the files are read, where the date is known beforehand. Nobody else uses the
// store until the future is done.
std::future<Result<ListStore::Base>> ReadBaseAhead(const ListStore& store,
                                                   const ImportRequest& request) {
  if (!request.published) return {};
  // Deferred where the system gives no thread.
  return std::async(std::launch::async | std::launch::deferred,
                    [&] { return store.ReadBase(request.source, *request.published); });
}

Result<ImportOutcome> Import(ListStore* store, const ImportRequest& request) {
  RETURN_IF_ERROR(CheckSourceId(request.source));
  if (request.source == kNameVariantsSource) {
    return MakeError(ErrorCode::kBadQuery, "name_variants is the table of names and no list id");
  }
  auto base_ahead = ReadBaseAhead(*store, request);
  RecordStage stage(request.source);
  auto report = ReadList(request, [&](Record&& record) -> Status {
    stage.Add(std::move(record));
    return Ok{};
  });
  stage.Finish();
  auto base = base_ahead.valid() ? base_ahead.get() : Result<ListStore::Base>(ListStore::Base());
  if (!report.ok()) return std::move(report).error();
  if (!base.ok()) return std::move(base).error();
  ImportOutcome outcome;
  outcome.report = std::move(*report);

  ASSIGN_OR_RETURN(const Date published,
                   PublicationDate(request, outcome.report, &outcome.warnings));
  WarnOfCutRemarks(outcome.report, &outcome.warnings);
  const std::string digest = DigestOfSet(request.files, request.mapping);
  if (const ListVersion* same =
          FindSame(*store, request.source, published, digest, outcome.report.format_version)) {
    return ConfirmSame(store, same->id, request.now, std::move(outcome));
  }
  const ListVersion* newest = store->Find(request.source);
  RETURN_IF_ERROR(CheckOrder(request, outcome.report, published, newest));
  if (!request.published) {
    ASSIGN_OR_RETURN(*base, store->ReadBase(request.source, published));
  }
  AsOf before;
  before.in_force = published;
  IntakeSubject subject{request.source,  published,      request.today,
                        &outcome.report, &stage.facts(), store->Find(request.source, before)};
  subject.predecessor_lost = base->CountLost(stage.records());
  if (Status judged = Judge(request, subject, &outcome); !judged.ok()) {
    Error error = std::move(judged).error();
    if (newest != nullptr) {
      error.message += ". The active version stays that of " + FormatIsoDate(newest->published);
    }
    return error;
  }
  if (request.progress) request.progress("storing", 0, stage.records().size());
  ASSIGN_OR_RETURN(const int64_t id,
                   store->Add(MakeVersion(request, outcome.report, published, digest),
                              stage.records(), std::move(*base)));
  for (const ListVersion& version : store->versions()) {
    if (version.id == id) outcome.version = version;
  }
  outcome.kind = store->Find(request.source)->id == id ? ImportOutcome::Kind::kActivated
                                                       : ImportOutcome::Kind::kHistory;
  return outcome;
}

}  // namespace

Result<ImportOutcome> ImportList(ListStore* store, const ImportRequest& request) {
  auto outcome = Import(store, request);
  if (!outcome.ok()) return WithSource(std::move(outcome).error(), request.source);
  return outcome;
}

}  // namespace interdict
