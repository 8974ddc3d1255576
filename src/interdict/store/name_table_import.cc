#include "interdict/store/name_table_import.h"

#include <algorithm>
#include <cstdio>
#include <unordered_set>

#include "interdict/base/hash.h"
#include "interdict/lists/wikidata/name_groups.h"
#include "interdict/store/intake.h"

namespace interdict {
namespace {

// Raised whenever the same bytes give other groups.
constexpr int kReaderVersion = 1;
constexpr int32_t kDaysAhead = 2;  // publishers ahead of us in time zone

Result<Date> PublicationDate(const ImportRequest& request) {
  const auto date = request.published ? request.published : request.published_if_unsaid;
  if (!date) {
    return MakeError(ErrorCode::kNoPublicationDate,
                     "the file does not say when it was published; give --published DATE");
  }
  if (*date > request.today + kDaysAhead) {
    return MakeError(ErrorCode::kIntakeRefused,
                     "refused, publication_date: " + FormatIsoDate(*date) +
                         " lies in the future; today is " + FormatIsoDate(request.today));
  }
  return *date;
}

// The version before in publication order.
const NameTableVersion* Predecessor(const NameTableStore& store, Date published) {
  const NameTableVersion* found = nullptr;
  for (const NameTableVersion& version : store.versions()) {
    if (version.published <= published) found = &version;
  }
  return found;
}

Status CheckShrinkage(const NameTableStore& store, const NameTableVersion* before,
                      const std::unordered_set<uint32_t>& groups, const std::string& accepted,
                      std::vector<std::string>* warnings) {
  if (before == nullptr) return Ok{};
  ASSIGN_OR_RETURN(const std::string text, store.Text(*before));
  uint64_t lost = 0;
  const auto read = ReadNameGroups(
      text, {},
      [&](uint32_t group, std::span<const std::string_view>) { lost += !groups.contains(group); });
  if (!read.ok()) return read.error();
  const double share = static_cast<double>(lost) / static_cast<double>(read->groups);
  const double limit = ShrinkLimit(kNameVariantsSource);
  if (share <= limit) return Ok{};
  std::string message = "shrinkage: " + std::to_string(lost) + " of the " +
                        std::to_string(read->groups) + " groups of " +
                        FormatIsoDate(before->published) + " are gone";
  if (!accepted.empty()) {
    warnings->push_back("accepted as told: " + message);
    return Ok{};
  }
  return MakeError(
      ErrorCode::kIntakeRefused,
      "refused, " + message +
          ". If they are rightly gone, say why with --accept-shrink REASON. The version "
          "in use stays that of " +
          FormatIsoDate(store.Find()->published));
}

Result<NameTableOutcome> Outcome(const NameTableStore& store, int64_t id,
                                 NameTableOutcome outcome) {
  for (const NameTableVersion& version : store.versions()) {
    if (version.id == id) outcome.version = version;
  }
  return outcome;
}

Result<NameTableOutcome> Import(NameTableStore* store, const ImportRequest& request) {
  if (!request.mapping.empty()) {
    return MakeError(ErrorCode::kBadQuery, "a table of name variants takes no mapping");
  }
  if (request.files.size() != 1) {
    return MakeError(ErrorCode::kMismatchedParts, "a table of name variants is one file");
  }
  const InputFile& file = request.files.front();
  if (!IsNameGroups(file)) {
    return MakeError(ErrorCode::kWrongDocument,
                     "this is no table of name variants; expected lines like \"kozlov, козлов => "
                     "Q21449119\", plain or packed with gzip",
                     Where{.file = std::string(file.name)});
  }
  ASSIGN_OR_RETURN(const std::string text, UnpackNameGroups(file));
  std::unordered_set<uint32_t> groups;
  ASSIGN_OR_RETURN(
      const NameGroupCounts counts,
      ReadNameGroups(text, file.name, [&](uint32_t group, std::span<const std::string_view>) {
        groups.insert(group);
      }));
  NameTableOutcome outcome;
  NameTableVersion version;
  ASSIGN_OR_RETURN(version.published, PublicationDate(request));
  version.sha256 = Sha256Hex(file.bytes);
  version.reader_version = kReaderVersion;
  version.groups = counts.groups;
  version.names = counts.names;
  version.loaded_at = version.confirmed_at = request.now;
  version.accept_shrink = request.accept_shrink;

  const NameTableVersion* before = Predecessor(*store, version.published);
  const bool same = before != nullptr && before->published == version.published &&
                    before->sha256 == version.sha256 && before->reader_version == kReaderVersion;
  if (same) {
    outcome.kind = ImportOutcome::Kind::kConfirmed;
    const int64_t id = before->id;
    RETURN_IF_ERROR(store->Confirm(id, request.now));
    return Outcome(*store, id, std::move(outcome));
  }
  const NameTableVersion* newest = store->Find();
  if (request.must_be_newer && newest != nullptr && version.published < newest->published) {
    return MakeError(ErrorCode::kIntakeRefused,
                     "refused, publication_date: " + FormatIsoDate(version.published) +
                         " is before that of the version in use, " +
                         FormatIsoDate(newest->published));
  }
  RETURN_IF_ERROR(CheckShrinkage(*store, before, groups, request.accept_shrink, &outcome.warnings));
  ASSIGN_OR_RETURN(const int64_t id, store->Add(version, text));
  outcome.kind =
      store->Find()->id == id ? ImportOutcome::Kind::kActivated : ImportOutcome::Kind::kHistory;
  return Outcome(*store, id, std::move(outcome));
}

}  // namespace

Result<NameTableOutcome> ImportNameTable(NameTableStore* store, const ImportRequest& request) {
  auto outcome = Import(store, request);
  if (outcome.ok()) return outcome;
  Error error = std::move(outcome).error();
  if (error.where.source.empty()) error.where.source = kNameVariantsSource;
  return error;
}

}  // namespace interdict
