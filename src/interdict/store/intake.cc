#include "interdict/store/intake.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iterator>

#include "interdict/base/strings.h"
#include "interdict/tables/intake.inc"

namespace interdict {
namespace {

constexpr double kDefaultShrinkLimit = 0.10;
constexpr double kMaxRejectShare = 0.005;
constexpr uint64_t kRejectsAlwaysBorne = 2;
constexpr int32_t kDaysAhead = 2;  // publishers ahead of us in time zone

enum FillColumn {
  kFillSource,
  kFillFrom,
  kFillTo,
  kFillSchema,
  kFillField,
  kFillMinShare,
  kFillBasis
};
enum CanaryColumn {
  kCanarySource,
  kCanaryFrom,
  kCanaryTo,
  kCanaryRecord,
  kCanaryName,
  kCanaryPresent,
  kCanaryBasis
};

double Number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool Applies(std::string_view row_source, std::string_view from, std::string_view to,
             const IntakeSubject& subject) {
  if (row_source != subject.source) return false;
  const auto first = ParseIsoDate(from);
  const auto last = ParseIsoDate(to);
  return (!first || *first <= subject.published) && (!last || subject.published <= *last);
}

std::string Percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%", share * 100);
  return text;
}

void CheckDocument(const IntakeSubject& subject, std::vector<IntakeFinding>* findings) {
  const ParseReport& report = *subject.report;
  if (subject.facts->records() == 0) {
    findings->push_back({"empty", "the document holds no record", false});
    return;
  }
  if (!report.Reconciles()) {
    findings->push_back({"reconciliation",
                         std::to_string(report.records_in) + " records in, " +
                             std::to_string(report.records_out) + " out and " +
                             std::to_string(report.rejects.size()) + " rejected",
                         false});
  }
  const auto allowed =
      std::max(kRejectsAlwaysBorne,
               static_cast<uint64_t>(kMaxRejectShare * static_cast<double>(report.records_in)));
  if (report.rejects.size() > allowed) {
    const Reject& first = report.rejects.front();
    findings->push_back({"rejects",
                         std::to_string(report.rejects.size()) + " of " +
                             std::to_string(report.records_in) + " records rejected; at most " +
                             std::to_string(allowed) + " expected; the first: " + first.file + ":" +
                             std::to_string(first.line) + " " + first.reason,
                         false});
  }
  if (subject.published > subject.today + kDaysAhead) {
    findings->push_back({"publication_date",
                         FormatIsoDate(subject.published) + " lies in the future; today is " +
                             FormatIsoDate(subject.today),
                         false});
  }
}

void CheckNames(const IntakeSubject& subject, std::vector<IntakeFinding>* findings) {
  const auto& nameless = subject.facts->nameless();
  if (nameless) findings->push_back({"names", "record " + *nameless + " has no name", false});
}

void CheckMinimums(const IntakeSubject& subject, std::vector<IntakeFinding>* findings) {
  enum Column { kSource, kFrom, kTo, kCount, kMinimum, kBasis };
  const auto& counts = subject.report->counts;
  for (const auto& row : tables::kIntakeMinimums) {
    if (!Applies(row[kSource], row[kFrom], row[kTo], subject)) continue;
    const bool is_side_file = row[kCount] == "aliases" || row[kCount] == "addresses";
    if (subject.report->partial && is_side_file) continue;
    const auto found = counts.find(std::string(row[kCount]));
    const uint64_t count = found == counts.end() ? 0 : found->second;
    if (static_cast<double>(count) >= Number(row[kMinimum])) continue;
    findings->push_back({"minimum",
                         std::to_string(count) + " " + std::string(row[kCount]) + "; at least " +
                             std::string(row[kMinimum]) + " expected (" + std::string(row[kBasis]) +
                             ")",
                         true});
  }
}

void CheckFillRates(const IntakeSubject& subject, std::vector<IntakeFinding>* findings) {
  for (const IntakeFacts::FillCount& count : subject.facts->fills()) {
    const auto& row = tables::kIntakeFillRates[count.row];
    if (count.all == 0 || !Applies(row[kFillSource], row[kFillFrom], row[kFillTo], subject)) {
      continue;
    }
    const double share = static_cast<double>(count.filled) / static_cast<double>(count.all);
    if (share >= Number(row[kFillMinShare])) continue;
    findings->push_back({"fill_rate",
                         "only " + Percent(share) + " of the " + std::string(row[kFillSchema]) +
                             " records have a " + std::string(row[kFillField]) + "; at least " +
                             Percent(Number(row[kFillMinShare])) + " expected (" +
                             std::string(row[kFillBasis]) + ")",
                         false});
  }
}

void CheckShrinkage(const IntakeSubject& subject, std::vector<IntakeFinding>* findings) {
  if (subject.predecessor == nullptr || subject.predecessor->records == 0) return;
  const double share = static_cast<double>(subject.predecessor_lost) /
                       static_cast<double>(subject.predecessor->records);
  const double limit = ShrinkLimit(subject.source);
  if (share <= limit) return;
  findings->push_back({"shrinkage",
                       std::to_string(subject.predecessor_lost) + " of the " +
                           std::to_string(subject.predecessor->records) + " records of " +
                           FormatIsoDate(subject.predecessor->published) + " (" + Percent(share) +
                           ") are gone; at most " + Percent(limit) + " may go unremarked",
                       true});
}

void CheckCanaries(const IntakeSubject& subject, std::vector<IntakeFinding>* findings) {
  for (size_t i = 0; i < std::size(tables::kIntakeCanaries); ++i) {
    const auto& row = tables::kIntakeCanaries[i];
    if (!Applies(row[kCanarySource], row[kCanaryFrom], row[kCanaryTo], subject)) continue;
    const bool wanted = row[kCanaryPresent] == "yes";
    if (subject.facts->HasCanary(i) == wanted) continue;
    findings->push_back(
        {"canary",
         "record " + std::string(row[kCanaryRecord]) + " (" + std::string(row[kCanaryName]) +
             (wanted ? ") must be on this list and is not" : ") must not be on this list"),
         wanted});
  }
}

bool Fills(const Record& record, std::string_view field) {
  if (field == "country") {
    return !record.countries.empty() ||
           std::any_of(record.addresses.begin(), record.addresses.end(),
                       [](const Address& a) { return !a.country.empty(); });
  }
  if (field == "program") return !record.designations.empty();
  if (const auto scheme = IdSchemeFromName(field)) {
    return std::any_of(record.identifiers.begin(), record.identifiers.end(),
                       [&](const Identifier& id) { return id.scheme == *scheme; });
  }
  if (const auto kind = DateKindFromName(field)) {
    return std::any_of(record.dates.begin(), record.dates.end(),
                       [&](const DateFact& date) { return date.kind == *kind && date.date; });
  }
  return false;
}

bool HasName(const Record& record, std::string_view part) {
  return std::any_of(record.names.begin(), record.names.end(),
                     [&](const Name& name) { return name.text.find(part) != std::string::npos; });
}

}  // namespace

IntakeFacts::IntakeFacts(std::string_view source) {
  for (size_t i = 0; i < std::size(tables::kIntakeFillRates); ++i) {
    if (tables::kIntakeFillRates[i][kFillSource] == source) fills_.push_back({i, 0, 0});
  }
  for (size_t i = 0; i < std::size(tables::kIntakeCanaries); ++i) {
    const auto& row = tables::kIntakeCanaries[i];
    if (row[kCanarySource] != source) continue;
    canary_of_id_.emplace(row[kCanaryRecord], canaries_.size());
    canaries_.push_back({i, false});
  }
}

void IntakeFacts::Add(const Record& record) {
  ++records_;
  if (record.names.empty() && !nameless_) nameless_ = record.id;
  for (FillCount& count : fills_) {
    const auto& row = tables::kIntakeFillRates[count.row];
    const auto schema = SchemaFromName(row[kFillSchema]);
    if (schema && record.schema != *schema) continue;
    ++count.all;
    if (Fills(record, row[kFillField])) ++count.filled;
  }
  const auto [first, last] = canary_of_id_.equal_range(record.id);
  for (auto at = first; at != last; ++at) {
    Canary& canary = canaries_[at->second];
    canary.found |= HasName(record, tables::kIntakeCanaries[canary.row][kCanaryName]);
  }
}

bool IntakeFacts::HasCanary(size_t row) const {
  return std::any_of(canaries_.begin(), canaries_.end(),
                     [row](const Canary& canary) { return canary.row == row && canary.found; });
}

double ShrinkLimit(std::string_view source) {
  enum Column { kSource, kMaxShare, kBasis };
  for (const auto& row : tables::kIntakeLimits) {
    if (row[kSource] == source) return Number(row[kMaxShare]);
  }
  return kDefaultShrinkLimit;
}

std::vector<IntakeFinding> CheckIntake(const IntakeSubject& subject) {
  std::vector<IntakeFinding> findings;
  CheckDocument(subject, &findings);
  if (subject.facts->records() == 0) return findings;
  CheckShrinkage(subject, &findings);
  CheckNames(subject, &findings);
  CheckMinimums(subject, &findings);
  CheckFillRates(subject, &findings);
  CheckCanaries(subject, &findings);
  return findings;
}

std::string DescribeFindings(const std::vector<IntakeFinding>& findings) {
  std::string text;
  for (const IntakeFinding& finding : findings) {
    if (!text.empty()) text += "; ";
    text += finding.check + ": " + finding.evidence;
  }
  return text;
}

}  // namespace interdict
