#include "interdict/match/evidence/birth_date.h"

#include <algorithm>

#include "interdict/match/evidence/query_facts.h"

namespace interdict {
namespace {

struct Agreement {
  double value;
  Points effect;
};

bool DayAndMonthSwapped(const PartialDate& a, const PartialDate& b) {
  const YearMonthDay x = ToYearMonthDay(a.first);
  const YearMonthDay y = ToYearMonthDay(b.first);
  return x.year == y.year && x.month == y.day && x.day == y.month;
}

// Years from the end of the earlier date to the beginning of the later one; 0 or less: they share a
// year. Approximate dates are that much nearer.
int YearsApart(const PartialDate& a, const PartialDate& b, int circa_years) {
  const auto year = [](Date date) { return ToYearMonthDay(date).year; };
  const int gap = std::max(year(a.first) - year(b.last), year(b.first) - year(a.last));
  return a.circa || b.circa ? gap - circa_years : gap;
}

Agreement CompareDates(const PartialDate& asked, const PartialDate& listed,
                       const ScoreModel& model) {
  const bool both_days = asked.IsDay() && listed.IsDay();
  if (both_days && asked.first == listed.first) return {1, model.birth_day_equal};
  if (Overlap(asked, listed, model.birth_circa_years)) return {0.8, model.birth_year_overlaps};
  if (both_days && DayAndMonthSwapped(asked, listed)) return {0.7, model.birth_day_swapped};
  const int apart = YearsApart(asked, listed, model.birth_circa_years);
  if (apart <= 0) return {0.2, model.birth_day_differs};
  if (apart == 1) return {0.3, model.birth_year_near};
  return {0, model.birth_year_differs};
}

}  // namespace

std::optional<Evidence> CompareBirthDate(const EvidenceInput& input) {
  std::optional<Agreement> best;
  const index::DateRow* shown = nullptr;
  for (const index::DateRow& row : input.party.dates()) {
    const PartialDate listed = row.date();
    for (const PartialDate& asked : input.query.query->birth_dates) {
      const Agreement agreement = CompareDates(asked, listed, input.model);
      if (best && agreement.effect <= best->effect) continue;
      best = agreement;
      shown = &row;
    }
  }
  if (!best) return std::nullopt;
  Evidence evidence{EvidenceKind::kBirthDate, best->value, best->effect, 0, {}};
  if (input.explain) evidence.detail = "listed " + FormatPartialDate(shown->date());
  return evidence;
}

}  // namespace interdict
