#include "interdict/screen/resolved_lists.h"

#include <algorithm>

#include "interdict/resolve/relation_targets.h"
#include "interdict/store/name_table_store.h"

namespace interdict {
namespace {

constexpr UnixSeconds kSecondsInDay = 86400;

Result<std::vector<ListVersion>> FindVersions(const ListStore& store, const ListChoice& options) {
  std::vector<std::string> sources = options.sources.empty() ? store.Sources() : options.sources;
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  std::vector<ListVersion> chosen;
  for (const std::string& source : sources) {
    if (source == kNameVariantsSource) {
      return MakeError(ErrorCode::kBadQuery,
                       source + " is a table of names and no list: nobody is screened against it");
    }
    const ListVersion* version = store.Find(source, options.as_of);
    if (version != nullptr) {
      chosen.push_back(*version);
      continue;
    }
    if (store.Find(source) == nullptr) {
      return MakeError(ErrorCode::kNoList, "list " + source + " is not loaded");
    }
    if (!options.sources.empty()) {
      return MakeError(ErrorCode::kNotInForce, "no version of " + source + " was in force then");
    }
  }
  if (!chosen.empty()) return chosen;
  if (store.versions().empty()) return MakeError(ErrorCode::kNoList, "no list is loaded");
  return MakeError(ErrorCode::kNotInForce,
                   "no loaded list has a version in force on " +
                       FormatIsoDate(options.as_of.in_force.value_or(Date{})));
}

// The moment that the question is about.
UnixSeconds MomentAsked(const ListChoice& options) {
  UnixSeconds moment = options.now;
  if (options.as_of.in_force) {
    moment = std::min(moment, (options.as_of.in_force->days + 1) * kSecondsInDay);
  }
  return std::min(moment, options.as_of.known_at.value_or(moment));
}

Status CheckAge(const std::vector<ListVersion>& versions, const ListChoice& options) {
  if (!options.max_age_days) return Ok{};
  for (const ListVersion& version : versions) {
    if (version.confirmed_at > options.now + kSecondsInDay) {
      return MakeError(ErrorCode::kStaleList,
                       "list " + version.source +
                           " was last confirmed at a time still to come, so "
                           "its age is not known: check the clock, and update it");
    }
    const int64_t age = AgeInDays(version, MomentAsked(options));
    if (age <= *options.max_age_days) continue;
    return MakeError(ErrorCode::kStaleList, "list " + version.source + " was last confirmed " +
                                                std::to_string(age) + " days ago; the limit is " +
                                                std::to_string(*options.max_age_days) +
                                                " (update it, or lift the limit with --max-age)");
  }
  return Ok{};
}

}  // namespace

int64_t AgeInDays(const ListVersion& version, UnixSeconds now) {
  return std::max<int64_t>(0, (now - version.confirmed_at) / kSecondsInDay);
}

Result<std::vector<ListVersion>> ChooseVersions(const ListStore& store, const ListChoice& choice) {
  ASSIGN_OR_RETURN(std::vector<ListVersion> versions, FindVersions(store, choice));
  RETURN_IF_ERROR(CheckAge(versions, choice));
  return versions;
}

Result<std::unique_ptr<const ResolvedLists>> ResolvedLists::Load(const ListStore& store,
                                                                 const ListChoice& options) {
  std::unique_ptr<ResolvedLists> lists(new ResolvedLists());
  ASSIGN_OR_RETURN(lists->versions_, ChooseVersions(store, options));
  for (const ListVersion& version : lists->versions_) {
    RETURN_IF_ERROR(store.Load(version, [&](Record&& record) -> Status {
      lists->records_.push_back(std::move(record));
      return Ok{};
    }));
  }
  FindRelationTargets(lists->records_);
  ASSIGN_OR_RETURN(const auto decisions, store.MergeDecisions());
  ASSIGN_OR_RETURN(const text::Folder folder, text::Folder::Create());
  lists->parties_ = ResolveParties(lists->records_, decisions, folder);
  return std::unique_ptr<const ResolvedLists>(std::move(lists));
}

const Party* ResolvedLists::FindByRecord(std::string_view record_key) const {
  const size_t colon = record_key.find(':');
  if (colon == std::string_view::npos) return nullptr;
  const std::string_view source = record_key.substr(0, colon);
  const std::string_view id = record_key.substr(colon + 1);
  const Party* by_other_id = nullptr;
  for (const Party& party : parties_) {
    for (uint32_t position : party.records) {
      const Record& record = records_[position];
      if (record.source != source) continue;
      if (record.id == id) return &party;
      const bool also =
          std::any_of(record.references.begin(), record.references.end(),
                      [&](const CrossReference& r) { return r.source == source && r.id == id; });
      if (also && by_other_id == nullptr) by_other_id = &party;
    }
  }
  return by_other_id;
}

std::string DescribeVersions(const std::vector<ListVersion>& versions) {
  std::string text;
  for (const ListVersion& version : versions) {
    if (!text.empty()) text += " ";
    text +=
        version.source + "@" + FormatIsoDate(version.published) + "#" + std::to_string(version.id);
  }
  return text;
}

}  // namespace interdict
