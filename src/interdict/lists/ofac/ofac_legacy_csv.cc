#include "interdict/lists/ofac/ofac_legacy_csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/ofac/ofac_legacy_parts.h"
#include "interdict/lists/ofac/ofac_legacy_record.h"

namespace interdict {
namespace {

// Rows without partner above which files are of different issues: 0.5 %, and more than two.
constexpr uint64_t kMaxOrphanShare = 200;
constexpr uint64_t kMaxOrphans = 2;
constexpr uint64_t kRowsPerProgress = 1024;

struct PartFile {
  const InputFile* file = nullptr;
  OfacPartShape shape;
};

bool TooMany(uint64_t orphans, uint64_t rows) {
  return orphans > kMaxOrphans && orphans * kMaxOrphanShare > rows;
}

// Reads one set of files.
class Reading {
 public:
  Reading(const ReadOptions& options, const RecordSink& sink) : options_(options), sink_(sink) {}

  Result<ParseReport> Run(std::span<const InputFile> files);

 private:
  // Where a party's row stands.
  struct Party {
    uint64_t line = 0;
    uint64_t byte = 0;
    uint64_t end = 0;  // first byte of the next row
  };

  Status Sort(std::span<const InputFile> files);
  Status IndexParties();
  Status CheckDuplicate(const OfacRow& row, const Party& first);
  Status ReadSide(OfacPart part);
  Status CheckPairing(OfacPart part);
  void AddCutNull(OfacPart part, const OfacRow& row);
  Status CheckEveryPartyHasAddressRow();
  Status EmitParties();
  Status EmitParty(const OfacRow& row);

  PartFile& file(OfacPart part) { return files_[static_cast<size_t>(part)]; }
  OfacSideRows& side(OfacPart part) { return side_[static_cast<size_t>(part)]; }
  std::string FileName(OfacPart part) { return std::string(file(part).file->name); }
  Error ErrorIn(OfacPart part, ErrorCode code, std::string message, uint64_t line = 0) {
    return MakeError(code, std::move(message),
                     {.source = options_.source, .file = FileName(part), .line = line});
  }

  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport report_;
  std::array<PartFile, kOfacPartCount> files_;
  std::array<OfacSideRows, kOfacPartCount> side_;
  bool consolidated_ = false;
  std::unordered_map<uint64_t, Party> parties_;
};

// --- which file is what -------------------------------------------------------------------------

Status Reading::Sort(std::span<const InputFile> files) {
  for (const InputFile& input : files) {
    Where where{.source = options_.source, .file = std::string(input.name)};
    if (Trim(input.bytes.substr(0, Format::kPeekBytes)).empty()) {
      return MakeError(ErrorCode::kEmptyList, "the file is empty", where);
    }
    const auto shape = RecogniseOfacPart(input.bytes);
    if (!shape) {
      return MakeError(ErrorCode::kWrongDocument,
                       "this is no part of OFAC's legacy export: expected rows of 12, 5, 6 or 2 "
                       "columns that begin with a number",
                       where);
    }
    PartFile& slot = file(shape->part);
    if (slot.file != nullptr) {
      return MakeError(ErrorCode::kMismatchedParts,
                       "both this file and " + std::string(slot.file->name) + " are " +
                           std::string(OfacPartName(shape->part)),
                       where);
    }
    slot = {&input, *shape};
  }
  if (file(OfacPart::kMain).file == nullptr) {
    return MakeError(ErrorCode::kWrongDocument,
                     "sdn.csv (or cons_prim.csv) is missing; its side files alone are no list",
                     {.source = options_.source});
  }
  for (OfacPart part : {OfacPart::kAliases, OfacPart::kAddresses, OfacPart::kComments}) {
    if (file(part).file == nullptr) report_.missing_parts.emplace_back(OfacPartName(part));
  }
  report_.partial = !report_.missing_parts.empty();
  consolidated_ = options_.source == "us_ofac_cons" ||
                  StartsWithIgnoreCase(file(OfacPart::kMain).file->name, "cons");
  return Ok{};
}

// --- first pass over sdn.csv --------------------------------------------------------------------

// The first row may stand far above; it is read again.
Status Reading::CheckDuplicate(const OfacRow& row, const Party& first) {
  const PartFile& main = file(OfacPart::kMain);
  const InputFile rest{main.file->name,
                       main.file->bytes.substr(first.byte, first.end - first.byte)};
  OfacPartReader reader(rest, main.shape, options_.source);
  ASSIGN_OR_RETURN(const OfacRow* earlier, reader.Next());
  const bool equal = earlier != nullptr && std::equal(row.cells.begin(), row.cells.end(),
                                                      earlier->cells.begin(), earlier->cells.end());
  if (equal) {
    report_.AddDefect({"duplicate_row", std::string(row.id_text), FileName(OfacPart::kMain),
                       row.line, "repeats line " + std::to_string(first.line)});
    return Ok{};
  }
  const std::string now(OfacText(row.cells[1]));
  const std::string before(earlier == nullptr ? "" : OfacText(earlier->cells[1]));
  Error error = ErrorIn(OfacPart::kMain, ErrorCode::kDuplicateRecord,
                        "two different rows have ent_num " + std::string(row.id_text) + ": \"" +
                            before + "\" in line " + std::to_string(first.line) + " and \"" + now +
                            "\" here; one number must be one party",
                        row.line);
  error.where.record = std::string(row.id_text);
  return error;
}

Status Reading::IndexParties() {
  const PartFile& main = file(OfacPart::kMain);
  OfacPartReader reader(*main.file, main.shape, options_.source);
  Party* last = nullptr;
  while (true) {
    ASSIGN_OR_RETURN(const OfacRow* row, reader.Next());
    if (row == nullptr) return Ok{};
    if (last != nullptr) last->end = row->byte;
    last = nullptr;
    if (!row->problem.empty()) continue;
    const auto [party, added] = parties_.try_emplace(row->id, Party{row->line, row->byte, 0});
    if (!added) {
      RETURN_IF_ERROR(CheckDuplicate(*row, party->second));
      continue;
    }
    last = &party->second;
  }
}

// --- side parts ---------------------------------------------------------------------------------

Status Reading::ReadSide(OfacPart part) {
  const PartFile& input = file(part);
  if (input.file == nullptr) return Ok{};
  OfacPartReader reader(*input.file, input.shape, options_.source);
  while (true) {
    ASSIGN_OR_RETURN(const OfacRow* row, reader.Next());
    if (row == nullptr) break;
    ++report_.rows_in;
    if (row->cut_null) AddCutNull(part, *row);
    if (row->problem.empty()) {
      side(part).Add(*row, input.file->bytes);
    } else {
      report_.AddDefect({"column_count", std::string(row->id_text), FileName(part), row->line,
                         row->problem + "; the row is left out"});
    }
  }
  side(part).Seal();
  return CheckPairing(part);
}

void Reading::AddCutNull(OfacPart part, const OfacRow& row) {
  report_.AddDefect(
      {"cut_null", std::string(row.id_text), FileName(part), row.line,
       "the file ends inside the NULL of its last row; rows may be missing behind it"});
}

Status Reading::CheckPairing(OfacPart part) {
  const bool comments = part == OfacPart::kComments;
  uint64_t orphans = 0;
  for (const OfacSideRow& row : side(part).all()) {
    if (parties_.contains(row.id)) {
      ++report_.rows_used;
      continue;
    }
    ++orphans;
    report_.AddDefect({comments ? "orphan_comment" : "orphan_row", std::to_string(row.id),
                       FileName(part), row.line,
                       "no row of " + FileName(OfacPart::kMain) + " has this ent_num"});
  }
  const uint64_t rows = side(part).all().size();
  if (comments || !TooMany(orphans, rows)) return Ok{};
  return ErrorIn(part, ErrorCode::kMismatchedParts,
                 std::to_string(orphans) + " of " + std::to_string(rows) +
                     " rows belong to no party of " + FileName(OfacPart::kMain) +
                     "; the files are of different issues");
}

Status Reading::CheckEveryPartyHasAddressRow() {
  if (file(OfacPart::kAddresses).file == nullptr) return Ok{};
  uint64_t without = 0;
  for (const auto& [id, party] : parties_) {
    if (side(OfacPart::kAddresses).Of(id).empty()) ++without;
  }
  if (!TooMany(without, parties_.size())) return Ok{};
  return ErrorIn(OfacPart::kAddresses, ErrorCode::kMismatchedParts,
                 std::to_string(without) + " of " + std::to_string(parties_.size()) +
                     " parties of " + FileName(OfacPart::kMain) +
                     " have no row here, though OFAC writes one for each; the files are of "
                     "different issues");
}

// --- second pass --------------------------------------------------------------------------------

Status Reading::EmitParty(const OfacRow& row) {
  ++report_.records_in;
  ++report_.rows_used;
  const OfacPartyRows rows{row,
                           side(OfacPart::kAliases).Of(row.id),
                           side(OfacPart::kAddresses).Of(row.id),
                           side(OfacPart::kComments).Of(row.id),
                           file(OfacPart::kMain).file->name,
                           consolidated_};
  Record record = MakeOfacLegacyRecord(rows, options_.source, &report_);
  report_.Count(record, FileName(OfacPart::kMain), row.line);
  ++report_.records_out;
  return sink_(std::move(record));
}

Status Reading::EmitParties() {
  const PartFile& main = file(OfacPart::kMain);
  OfacPartReader reader(*main.file, main.shape, options_.source);
  for (uint64_t rows = 1;; ++rows) {
    ASSIGN_OR_RETURN(const OfacRow* row, reader.Next());
    if (row == nullptr) return Ok{};
    ++report_.rows_in;
    if (row->cut_null) AddCutNull(OfacPart::kMain, *row);
    if (options_.progress && rows % kRowsPerProgress == 0) {
      options_.progress(row->byte, main.file->bytes.size());
    }
    std::string reason = row->problem;
    if (reason.empty() && OfacText(row->cells[1]).empty()) reason = "SDN_Name is empty";
    if (!reason.empty()) {
      ++report_.records_in;
      report_.AddReject({std::string(row->id_text), FileName(OfacPart::kMain), row->line, reason});
      continue;
    }
    if (parties_.at(row->id).byte != row->byte) continue;  // repeats an earlier row
    RETURN_IF_ERROR(EmitParty(*row));
  }
}

Result<ParseReport> Reading::Run(std::span<const InputFile> files) {
  RETURN_IF_ERROR(Sort(files));
  RETURN_IF_ERROR(IndexParties());
  for (OfacPart part : {OfacPart::kAliases, OfacPart::kAddresses, OfacPart::kComments}) {
    RETURN_IF_ERROR(ReadSide(part));
  }
  RETURN_IF_ERROR(CheckEveryPartyHasAddressRow());
  report_.counts["alias_rows"] = side(OfacPart::kAliases).all().size();
  report_.counts["address_rows"] = side(OfacPart::kAddresses).all().size();
  report_.counts["comment_rows"] = side(OfacPart::kComments).all().size();
  RETURN_IF_ERROR(EmitParties());
  if (report_.records_out == 0) {
    return ErrorIn(OfacPart::kMain, ErrorCode::kEmptyList, "no party could be read");
  }
  return std::move(report_);
}

class OfacLegacyCsv final : public Format {
 public:
  std::string_view name() const override { return "ofac_legacy_csv"; }
  std::string_view title() const override { return "OFAC legacy CSV (sdn, alt, add, comments)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    return RecogniseOfacPart(file.bytes).has_value();
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    Reading reading(options, sink);
    auto report = reading.Run(files);
    if (!report.ok()) return report;
    report->format = name();
    report->format_version = version();
    return report;
  }
};

}  // namespace

const Format& OfacLegacyCsvFormat() {
  static const OfacLegacyCsv kFormat;
  return kFormat;
}

}  // namespace interdict
