#include "interdict/documents/intake/publication.h"

#include <algorithm>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/documents/dates.h"
#include "interdict/documents/intake/line_features.h"

namespace interdict::documents {
namespace {

constexpr size_t kMostCandidates = 20;
constexpr size_t kMostBlocks = 200;            // looked at, of each end of the document
constexpr uint32_t kLongestHeadOfBlock = 120;  // bytes in which a dateline ends
constexpr size_t kLeadBlocks = 3;

using Candidate = Publication::Candidate;

std::string ValueOf(const DateExpression& date) {
  return ResolveDate(date, std::nullopt, Tense::kPast).value;
}

bool IsFullDate(const DateExpression& date) {
  return date.form == DateForm::kDay || date.form == DateForm::kNumeric;
}

// A day from metadata: ISO 8601 with a time and zone behind, or the form of e-mail headers.
std::optional<PartialDate> ReadClaim(std::string_view text) {
  text = Trim(text);
  if (auto date = ParsePartialDate(text.substr(0, 40)); date && date->IsDay()) return date;
  const auto found = FindDates(text, {0, static_cast<uint32_t>(text.size())});
  for (const DateExpression& date : found) {
    if (date.form == DateForm::kDay) return PartialDate::Day(date.year, date.month, date.day);
  }
  return std::nullopt;
}

// "WASHINGTON, Jan. 28, 2019 (AFP) -": whether only a place stands before the date, and a dash, or
// the name of an agency and a dash, behind it.
bool IsDateline(std::string_view before, std::string_view after) {
  constexpr size_t kMostWords = 6;
  const auto words = SplitTrimmed(before, " ");
  if (words.empty() || words.size() > kMostWords) return false;
  for (std::string_view word : words) {
    while (!word.empty() && (word.front() == '*' || word.front() == '(')) word.remove_prefix(1);
    const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
    const bool joint = word.empty() || word == "-" || word == "–" || word == "—" || word == "/" ||
                       word == "," || word == "de" || word == "of" || word == "the";
    if (!capital && !joint) return false;
  }
  after = Trim(after);
  while (after.starts_with('*') || after.starts_with(',')) after = Trim(after.substr(1));
  if (after.starts_with('(') || after.starts_with('/')) {
    const size_t end = after.find_first_of(")/", 1);
    if (end > 60) return false;  // npos too
    after = Trim(after.substr(end + 1));
  }
  while (after.starts_with('*')) after = Trim(after.substr(1));
  return after.starts_with("-") || after.starts_with("–") || after.starts_with("—");
}

class PublicationFinder {
 public:
  explicit PublicationFinder(const Document& document) : document_(document) {}

  Publication Find(const std::optional<PartialDate>& told, const std::vector<DateClaim>& claims) {
    if (told) Use(*told, "option", {.text = FormatPartialDate(*told)});
    for (const DateClaim& claim : claims) TakeClaim(claim);
    for (const Block* block : BlocksToRead()) TakeBlock(*block);
    if (!found_.date) found_.basis = "unknown";
    return std::move(found_);
  }

 private:
  // The blocks of both ends: dates of publication do not stand in the middle.
  std::vector<const Block*> BlocksToRead() const {
    std::vector<const Block*> blocks;
    const size_t count = document_.blocks.size();
    for (size_t i = 0; i < count; ++i) {
      if (i >= kMostBlocks && i + kMostBlocks < count) i = count - kMostBlocks;
      blocks.push_back(&document_.blocks[i]);
    }
    return blocks;
  }

  void Use(const PartialDate& date, std::string_view basis, Candidate candidate) {
    candidate.value = FormatPartialDate(date);
    if (!found_.date) {
      found_.date = date;
      found_.basis = basis;
      candidate.verdict = "used";
    } else if (Overlap(*found_.date, date)) {
      candidate.verdict = "agrees with the one used";
    } else {
      candidate.verdict = "another date counts for more: " + found_.basis;
    }
    Keep(std::move(candidate));
  }

  void Refuse(Candidate candidate, std::string verdict) {
    candidate.verdict = std::move(verdict);
    Keep(std::move(candidate));
  }

  void Keep(Candidate candidate) {
    if (found_.candidates.size() < kMostCandidates)
      found_.candidates.push_back(std::move(candidate));
  }

  void TakeClaim(const DateClaim& claim) {
    Candidate candidate{.span = claim.span, .text = claim.where + ": " + claim.text};
    const auto date = ReadClaim(claim.text);
    if (!date) return Refuse(std::move(candidate), "no date that can be read");
    if (!claim.published) {
      candidate.value = FormatPartialDate(*date);
      return Refuse(std::move(candidate), "not said to be the date of publication");
    }
    Use(*date, claim.header ? "header" : "html_metadata", std::move(candidate));
  }

  Candidate Of(const DateExpression& date) const {
    return {
        .span = date.span, .text = std::string(document_.Text(date.span)), .value = ValueOf(date)};
  }

  void TakeBlock(const Block& block) {
    switch (block.kind) {
      case BlockKind::kChrome:
      case BlockKind::kCaption:
        return RefuseFurniture(block);
      case BlockKind::kDateline:
      case BlockKind::kByline:
        return TakeDateline(block);
      case BlockKind::kTitle:
        return;
      case BlockKind::kBody:
        if (IsProse(document_.Text(block.span)) && prose_++ < kLeadBlocks) TakeLead(block);
    }
  }

  std::vector<DateExpression> DatesOf(Span span) const {
    constexpr uint32_t kMostBytes = 4000;
    span.end = std::min(span.end, span.begin + kMostBytes);
    return FindDates(document_.text, span);
  }

  void RefuseFurniture(const Block& block) {
    for (const DateExpression& date : DatesOf(block.span)) {
      const bool relative = date.form == DateForm::kRelative && date.offset < 0;
      if (relative) {
        Refuse(Of(date), "counted from the day on which the page was saved");
      } else if (IsFullDate(date)) {
        Refuse(Of(date), block.kind == BlockKind::kCaption
                             ? "date of a picture"
                             : "in the furniture of the page (" + std::string(block.reason) +
                                   "): may be the day on which it was saved");
      }
    }
    RefuseGluedAge(block);
  }

  // "access_time6 months ago": the digits are no word of their own.
  void RefuseGluedAge(const Block& block) {
    const std::string_view text = document_.Text(block.span);
    const size_t ago = text.find(" ago");
    if (ago == std::string_view::npos || text.size() > kLongestHeadOfBlock) return;
    for (const Candidate& candidate : found_.candidates) {
      if (block.span.Contains(candidate.span) && !candidate.span.empty()) return;
    }
    size_t begin = ago;
    while (begin > 0 && !(text[begin - 1] >= '0' && text[begin - 1] <= '9')) --begin;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    if (begin == 0 && !(text[0] >= '0' && text[0] <= '9')) return;
    const auto from = static_cast<uint32_t>(block.span.begin + begin);
    const Span span{from, static_cast<uint32_t>(block.span.begin + ago + 4)};
    Refuse({.span = span, .text = std::string(document_.Text(span))},
           "counted from the day on which the page was saved");
  }

  void TakeDateline(const Block& block) {
    const std::string lower = AsciiLower(document_.Text(block.span));
    const bool change =
        lower.find("updated") != std::string::npos || lower.find("modified") != std::string::npos;
    const bool both = change && lower.find("published") != std::string::npos;
    bool first = true;
    for (const DateExpression& date : DatesOf(block.span)) {
      if (change && !(both && std::exchange(first, false))) {
        if (IsFullDate(date)) Refuse(Of(date), "date of a change");
      } else {
        TakeDate(date, "dateline");
      }
    }
  }

  void TakeDate(const DateExpression& date, std::string_view basis) {
    if (date.form == DateForm::kDay || date.form == DateForm::kMonth) {
      const auto value = date.form == DateForm::kDay
                             ? PartialDate::Day(date.year, date.month, date.day)
                             : PartialDate::Month(date.year, date.month);
      if (value) Use(*value, basis, Of(date));
    } else if (date.form == DateForm::kNumeric) {
      Refuse(Of(date), "day and month may stand either way round");
    } else if (date.form == DateForm::kDayMonth) {
      Refuse(Of(date), "no year");
    }
  }

  // The first paragraphs: a dateline in front, else the dates of what is reported.
  void TakeLead(const Block& block) {
    bool first = true;
    for (const DateExpression& date : DatesOf(block.span)) {
      const bool dateline =
          prose_ == 1 && std::exchange(first, false) && date.form != DateForm::kRelative &&
          date.span.end < block.span.begin + kLongestHeadOfBlock &&
          IsDateline(document_.Text({block.span.begin, date.span.begin}),
                     document_.Text({date.span.end, std::min(block.span.end, date.span.end + 80)}));
      if (dateline) {
        TakeDate(date, "dateline");
      } else if (IsGloss(date)) {
        TakeGloss(date);
      } else if (IsFullDate(date)) {
        Refuse(Of(date), "date of an event in the text");
      }
    }
  }

  // "on Saturday (03.05.2022)": the weekday was written by somebody who wrote within the week, the
  // date in brackets was added for later readers.
  bool IsGloss(const DateExpression& date) const {
    return date.form == DateForm::kDay && date.weekday >= 0 &&
           document_.Text(date.span).ends_with(')');
  }

  // The publication is that day or one of the next: on the weekday before it the text would have
  // said "last".
  void TakeGloss(const DateExpression& date) {
    constexpr int kDaysOfWeekday = 5;
    const auto day = MakeDate(date.year, date.month, date.day);
    const bool agrees = day && ((day->days + 3) % 7 + 7) % 7 == date.weekday;
    if (!agrees) return Refuse(Of(date), "the weekday is not that of the date");
    Use({*day, *day + kDaysOfWeekday}, "weekday", Of(date));
  }

  const Document& document_;
  Publication found_;
  size_t prose_ = 0;
};

}  // namespace

Publication FindPublication(const Document& document, const std::optional<PartialDate>& told,
                            const std::vector<DateClaim>& claims) {
  return PublicationFinder(document).Find(told, claims);
}

}  // namespace interdict::documents
