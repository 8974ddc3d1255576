// A small grammar, read from left to right: an expression begins with a preposition, a modifier, a
// month, a weekday, a number or a word such as "yesterday", and each of these has one function that
// reads what may stand behind it. The longest reading counts. What may be another thing ("May",
// "2019", "Sun") needs a context that makes it a date; when in doubt there is none, because a wrong
// date of a measure is worse than none.
#include "interdict/documents/dates.h"

#include <utility>

#include "interdict/documents/date_tokens.h"

namespace interdict::documents {
namespace {

constexpr uint64_t kAnyMonth = kMonthWord | kShortMonthWord;
constexpr uint64_t kAnyWeekday = kWeekdayWord | kShortWeekdayWord;
constexpr uint64_t kAnyUnit = kUnitWord | kUnitsWord;
constexpr uint64_t kPrepositions = kAtWord | kInWord | kOverWord | kSinceWord | kUntilWord |
                                   kFromWord | kBetweenWord | kToWord | kStartingWord;
constexpr uint64_t kPointers = kLastWord | kNextWord | kThisWord | kPastWord;
constexpr int kMarch = 3, kMay = 5, kAugust = 8;

// The rule of an expression: its bound and form.
std::string_view RuleOf(DateForm form, DateBound bound) {
  constexpr std::string_view kRules[][3] = {
      {"date.day", "date.since_day", "date.until_day"},
      {"date.day_month", "date.since_day_month", "date.until_day_month"},
      {"date.month", "date.since_month", "date.until_month"},
      {"date.bare_month", "date.since_bare_month", "date.until_bare_month"},
      {"date.year", "date.since_year", "date.until_year"},
      {"date.numeric", "date.since_numeric", "date.until_numeric"},
      {"date.weekday", "date.since_weekday", "date.until_weekday"},
      {"date.relative", "date.since_relative", "date.until_relative"},
      {"date.vague", "date.since_vague", "date.until_vague"},
  };
  return kRules[static_cast<size_t>(form)][static_cast<size_t>(bound)];
}

using Found = std::optional<DateExpression>;
using Unit = DateExpression::Unit;

int WeekdayOf(Date date) {
  const int weekday = (date.days + 3) % 7;  // 1970-01-01 was a Thursday
  return weekday < 0 ? weekday + 7 : weekday;
}

DateExpression Make(DateForm form, uint32_t begin, uint32_t end) {
  DateExpression made;
  made.form = form;
  made.span = {begin, end};
  return made;
}

DateExpression MakeRelative(uint32_t begin, uint32_t end, int offset, Unit unit) {
  DateExpression made = Make(DateForm::kRelative, begin, end);
  made.offset = offset;
  made.unit = unit;
  return made;
}

// The numbers of "03.05.2022" as they stand.
struct NumericDate {
  int numbers[3] = {0, 0, 0};
  uint32_t end = 0;
  bool year_first = false;
};

class Finder {
 public:
  explicit Finder(std::string_view text) : tokens_(text) {}

  // The expression that begins with this token.
  Found At(const DateToken& token) {
    Found found;
    if (token.Is(kPrepositions)) found = WithPreposition(token);
    if (!found) found = Core(token, 0);
    if (!found) return found;
    found->rule = RuleOf(found->form, found->bound);
    last_ = found;
    return found;
  }

 private:
  static bool IsDigit(unsigned char byte) { return byte >= '0' && byte <= '9'; }
  static bool IsAlnum(unsigned char byte) {
    return IsDigit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  }

  // `preposition`: the kinds of the word before it, 0 when there is none that counts.
  Found Core(const DateToken& token, uint64_t preposition) {
    if (token.kind == DateToken::Kind::kEnd || token.kind == DateToken::Kind::kSign) return {};
    if (IsDigit(tokens_.Byte(token.begin))) return FromNumber(token, preposition);
    if (token.word == 0) return {};
    if (token.Is(kAnyMonth)) return FromMonth(token, preposition);
    if (token.Is(kAnyWeekday)) return FromWeekday(token);
    if (token.Is(kEarlyWord)) return FromEarly(token);
    if (token.Is(kEarlierWord)) return FromEarlier(token);
    if (token.Is(kDayWord)) return FromDayWord(token);
    if (token.Is(kRecentlyWord)) return Make(DateForm::kVague, token.begin, token.end);
    Found found;
    if (token.Is(kPointers)) found = FromPointer(token, preposition);
    if (!found && token.Is(kRecentWord | kPointers)) found = Period(token, preposition);
    if (!found && token.Is(kEdgeWord)) found = FromEdge(token);
    if (!found && token.Is(kSeasonWord)) found = FromSeason(token);
    if (!found && token.Is(kNumberWord | kSomeWord)) found = Ago(token);
    return found;
  }

  // ---- prepositions

  Found WithPreposition(const DateToken& preposition) {
    const bool closes_range =
        preposition.Is(kToWord) && open_range_ != 0 && preposition.begin <= open_range_ + 2;
    uint64_t kinds = preposition.word & kPrepositions & ~kToWord;
    if (closes_range) kinds |= kUntilWord;
    if (kinds == 0) return {};
    DateToken next = tokens_.After(preposition);
    if ((kinds & kStartingWord) != 0 && next.Is(kAtWord | kInWord | kFromWord))
      next = tokens_.After(next);
    if (next.Is(kOverWord) && tokens_.After(next).Is(kNumberedWord))  // "until at least May"
      next = tokens_.After(tokens_.After(next));
    const bool article = next.Is(kTheWord);
    if (article) next = tokens_.After(next);
    if (!MayFollow(kinds, article, next)) return {};
    Found found = article && next.Is(kWeekendWord)
                      ? MakeRelative(next.begin, next.end, 0, Unit::kWeekend)
                      : Core(next, kinds);
    if (!found || !Takes(kinds, *found)) return {};
    found->span.begin = preposition.begin;
    SetBound(kinds, &*found);
    return found;
  }

  // Whether a date may begin with `next` behind such a preposition. "in the 2019 election": the
  // preposition belongs to the election.
  static bool MayFollow(uint64_t kinds, bool article, const DateToken& next) {
    constexpr uint64_t kPeriods =
        kEdgeWord | kPointers | kRecentWord | kWeekendWord | kSeasonWord | kUnitsWord;
    if ((kinds & kOverWord) != 0) return next.Is(kPeriods);
    if (!article) return !next.Is(kDayWord) || (kinds & (kSinceWord | kUntilWord | kFromWord)) != 0;
    if (next.IsNumber()) return next.ordinal;
    if (next.Is(kAnyMonth)) return (kinds & (kSinceWord | kUntilWord)) != 0;
    return next.Is(kPeriods);
  }

  static bool Takes(uint64_t kinds, const DateExpression& found) {
    const DateForm form = found.form;
    if (form == DateForm::kVague) return (kinds & (kInWord | kOverWord)) != 0;
    if ((kinds & kAtWord) != 0) {
      return form == DateForm::kDay || form == DateForm::kDayMonth || form == DateForm::kNumeric ||
             form == DateForm::kWeekday;
    }
    return true;
  }

  void SetBound(uint64_t kinds, DateExpression* found) {
    const DateToken next = tokens_.From(found->span.end);
    const bool range = (kinds & (kFromWord | kBetweenWord)) != 0;
    const bool goes_on = range && (next.Is(kToWord | kOnwardWord) || next.IsSign('-'));
    if ((kinds & (kSinceWord | kStartingWord)) != 0 || goes_on) found->bound = DateBound::kSince;
    if ((kinds & kUntilWord) != 0) found->bound = DateBound::kUntil;
    open_range_ = goes_on ? found->span.end : 0;
  }

  // ---- numbers

  // Whether the digits at `begin` are part of a longer thing: "$2019", "1.2019", "FIN-2017".
  bool IsTail(uint32_t begin) const {
    if (begin == 0) return false;
    const unsigned char before = tokens_.Byte(begin - 1);
    if (before == '$' || before == '#' || before == '@' || before == '_' || before == '=' ||
        before == '+') {
      return true;
    }
    const bool joint =
        before == '.' || before == ',' || before == '-' || before == '/' || before == ':';
    if (!joint || begin < 2) return false;
    const unsigned char beyond = tokens_.Byte(begin - 2);
    return IsDigit(beyond) || ((before == '-' || before == '/') && IsAlnum(beyond));
  }

  Found FromNumber(const DateToken& token, uint64_t preposition) {
    if (IsTail(token.begin)) return {};
    if (Found found = FromNumeric(token.begin)) return found;
    if (!token.IsNumber()) return {};
    if (Found found = FromDayMonth(token)) return found;
    if (Found found = Ago(token)) return found;
    return FromBareYear(token, preposition);
  }

  std::optional<NumericDate> ReadNumeric(uint32_t begin) const {
    NumericDate read;
    uint32_t at = begin;
    char separator = 0;
    int digits[3] = {0, 0, 0};
    for (int part = 0; part < 3; ++part) {
      for (; IsDigit(tokens_.Byte(at)) && digits[part] < 5; ++at, ++digits[part])
        read.numbers[part] = read.numbers[part] * 10 + (tokens_.Byte(at) - '0');
      if (digits[part] == 0 || part == 2) break;
      const char found = static_cast<char>(tokens_.Byte(at));
      if (found != '.' && found != '/' && found != '-') return {};
      if (separator != 0 && found != separator) return {};
      separator = found;
      ++at;
    }
    const unsigned char next = tokens_.Byte(at);
    const bool goes_on =
        (next == '.' || next == '/' || next == '-') && IsAlnum(tokens_.Byte(at + 1));
    if (IsAlnum(next) || next == '%' || goes_on || digits[2] == 0) return {};
    read.end = at;
    read.year_first = digits[0] == 4;
    const bool short_year = digits[2] == 2 && separator == '/' && digits[0] <= 2;
    if (short_year) read.numbers[2] += read.numbers[2] < 70 ? 2000 : 1900;
    const bool sizes = read.year_first
                           ? digits[1] <= 2 && digits[2] <= 2
                           : digits[0] <= 2 && digits[1] <= 2 && (digits[2] == 4 || short_year);
    const int year = read.numbers[read.year_first ? 0 : 2];
    if (!sizes || year < 1600 || year > 2099) return {};
    return read;
  }

  // "2019-01-28", "01/28/2019", "03.05.2022"; also "2019-04".
  Found FromNumeric(uint32_t begin) const {
    if (Found month = FromIsoMonth(begin)) return month;
    const auto read = ReadNumeric(begin);
    if (!read) return {};
    const int first = read->numbers[0], second = read->numbers[1], third = read->numbers[2];
    DateExpression made = Make(DateForm::kDay, begin, read->end);
    const auto set = [&made](int year, int month, int day) {
      made.year = year, made.month = month, made.day = day;
    };
    if (read->year_first) {
      if (!MakeDate(first, second, third)) return {};
      set(first, second, third);
      return made;
    }
    const bool day_first = MakeDate(third, second, first).has_value();
    const bool month_first = MakeDate(third, first, second).has_value();
    if (!day_first && !month_first) return {};
    if (month_first) {
      set(third, first, second);
    } else {
      set(third, second, first);
    }
    if (day_first && month_first && first != second) {
      made.form = DateForm::kNumeric;
      made.other_day = first;
      made.other_month = second;
    }
    return made;
  }

  Found FromIsoMonth(uint32_t begin) const {
    const auto digit = [&](uint32_t i) { return tokens_.Byte(begin + i) - '0'; };
    for (uint32_t i : {0U, 1U, 2U, 3U, 5U, 6U}) {
      if (!IsDigit(tokens_.Byte(begin + i))) return {};
    }
    // Only with a leading zero: "2010-11" is two years.
    if (tokens_.Byte(begin + 4) != '-' || digit(5) != 0 || digit(6) == 0) return {};
    const unsigned char next = tokens_.Byte(begin + 7);
    if (IsAlnum(next) || next == '-') return {};
    DateExpression made = Make(DateForm::kMonth, begin, begin + 7);
    made.year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    made.month = digit(6);
    if (made.year < 1600 || made.year > 2099) return {};
    return made;
  }

  bool IsYear(const DateToken& token, int from = 1600) const {
    if (!token.IsNumber() || token.ordinal || token.end - token.begin != 4) return false;
    if (token.value < from || token.value > 2099) return false;
    const unsigned char next = tokens_.Byte(token.end);
    return next != '%' &&
           !((next == '-' || next == '/' || next == ':') && IsDigit(tokens_.Byte(token.end + 1)));
  }

  // Whether a number that could be a day is one: not "5%", "5:30", "5 million".
  bool IsDay(const DateToken& token, bool surely = false) const {
    if (!token.IsNumber() || token.value < 1 || token.value > 31) return false;
    if (token.end - token.begin > 2 && !token.ordinal) return false;
    const unsigned char next = tokens_.Byte(token.end);
    if (next == '%' || (next == ':' && IsDigit(tokens_.Byte(token.end + 1)))) return false;
    return surely || !tokens_.After(token).Is(kCountedWord);
  }

  // "28 January 2019", "28th of January", "28-Jan-2019", "28-30 January".
  Found FromDayMonth(const DateToken& day) const {
    if (!IsDay(day, true)) return {};
    DateToken next = tokens_.After(day);
    int last_day = 0;
    if (next.IsSign('-')) {
      const DateToken other = tokens_.After(next);
      if (IsDay(other, true) && other.value > day.value) {
        last_day = other.value;
        next = tokens_.After(other);
      } else {
        next = other;
      }
    }
    if (next.Is(kOfWord)) next = tokens_.After(next);
    if (!next.Is(kAnyMonth)) return {};
    DateExpression made = Make(DateForm::kDayMonth, day.begin, EndOfShort(next));
    made.day = day.value;
    made.month = next.value;
    made.other_day = last_day;
    TakeYear(&made);
    const bool verb = next.value == kMay || next.value == kMarch;
    if (!next.upper && verb && made.form != DateForm::kDay) return {};  // "the 5 may appeal"
    if (made.form == DateForm::kDay && !MakeDate(made.year, made.month, made.day)) return {};
    if (made.day > DaysInMonth(2000, made.month)) return {};
    return made;
  }

  // Behind "Jan" the full stop belongs to it.
  uint32_t EndOfShort(const DateToken& token) const {
    const bool dotted =
        token.Is(kShortMonthWord | kShortWeekdayWord) && tokens_.Byte(token.end) == '.';
    return token.end + (dotted ? 1 : 0);
  }

  // A year behind a day and month: ", 2019", " 2019", "-2019".
  void TakeYear(DateExpression* made) const {
    DateToken next = tokens_.From(made->span.end);
    if (next.IsSign(',') || (next.IsSign('-') && next.begin == made->span.end))
      next = tokens_.After(next);
    if (!IsYear(next)) return;
    made->year = next.value;
    made->span.end = next.end;
    made->form = made->form == DateForm::kDayMonth ? DateForm::kDay : DateForm::kMonth;
  }

  Found FromBareYear(const DateToken& token, uint64_t preposition) const {
    const Found found = YearOrRange(token);
    if (!found) return {};
    const DateToken next = tokens_.From(found->span.end);
    constexpr uint64_t kWithYear =
        kInWord | kSinceWord | kUntilWord | kFromWord | kBetweenWord | kStartingWord;
    if ((preposition & kWithYear) != 0) {
      const bool surely = (preposition & kInWord) != 0;
      return surely || !next.Is(kCountedWord) ? found : Found();
    }
    if (preposition != 0 || token.value < 1900 || !HasYearContext(token, next)) return {};
    return found;
  }

  // "2019", "2015-2019", "2015-16".
  Found YearOrRange(const DateToken& token) const {
    DateExpression made = Make(DateForm::kYear, token.begin, token.end);
    made.year = token.value;
    if (token.IsNumber() && token.end - token.begin == 4 && token.value >= 1700) {
      const DateToken dash = tokens_.From(token.end);
      const DateToken other = tokens_.From(dash.end);
      const bool range = dash.IsSign('-') && dash.begin == token.end && other.IsNumber() &&
                         other.begin == dash.end && !other.ordinal;
      const uint32_t digits = other.end - other.begin;
      if (range && digits == 2 && other.value > token.value % 100)
        made.other_year = token.value / 100 * 100 + other.value;
      if (range && digits == 4 && other.value > token.value && IsYear(other))
        made.other_year = other.value;
      if (made.other_year != 0) {
        made.span.end = other.end;
        return made;
      }
    }
    if (!IsYear(token, 1700)) return {};
    return made;
  }

  // Whether what stands around makes a number of four digits a year: "its 2016 agreement", "year
  // 2019", "2018 election", "(2015)", "2006 and 2010 elections".
  bool HasYearContext(const DateToken& token, const DateToken& next) const {
    if (next.Is(kCountedWord)) return false;
    const DateToken before = tokens_.Before(token.begin);
    if (before.IsSign('(')) return next.IsSign(')');
    if (before.IsSign('\'')) return next.kind == DateToken::Kind::kWord;  // "officials' 2019 plan"
    const bool word = before.kind == DateToken::Kind::kWord;
    if (word && before.Is(kUnitWord) && before.value == 3) return true;
    if (word && before.Is(kNumberedWord)) return false;
    const bool possessive = word && before.end - before.begin == 1 && before.begin > 0 &&
                            tokens_.Before(before.begin).IsSign('\'');
    if ((word && before.Is(kDeterminerWord)) || possessive)
      return next.kind == DateToken::Kind::kWord;
    if (next.Is(kEventWord)) return true;
    return IsInListOfYears(token, next);
  }

  bool IsInListOfYears(const DateToken& token, const DateToken& next) const {
    const bool behind =
        last_ && last_->form == DateForm::kYear &&
        (tokens_.Before(token.begin).Is(kToWord) || tokens_.Before(token.begin).IsSign(',')) &&
        token.begin - last_->span.end <= 5;
    if (behind) return true;
    const DateToken other = tokens_.After(next);
    return (next.Is(kToWord) || next.IsSign(',')) && IsYear(other, 1900) &&
           tokens_.After(other).Is(kEventWord);
  }

  // ---- months

  Found FromMonth(const DateToken& token, uint64_t preposition) const {
    if (IsBehindImpossibleDay(token)) return {};
    const uint32_t end = EndOfShort(token);
    DateToken next = tokens_.From(end);
    if (IsDay(next, (preposition & kAtWord) != 0)) return FromMonthDay(token, next);
    DateExpression made = Make(DateForm::kBareMonth, token.begin, end);
    made.month = token.value;
    if (next.Is(kOfWord)) {
      if (const DateToken year = tokens_.After(next); IsYear(year)) {
        made.span.end = next.end;
      }
    }
    TakeYear(&made);
    if (made.form == DateForm::kMonth) return made;
    made.span.end = end;
    if (TakeRelativeYear(&made)) return made;
    if (!IsBareMonth(token, preposition)) return {};
    return made;
  }

  // "30 February 2019": no day of a calendar, and the month alone would be wrong too.
  bool IsBehindImpossibleDay(const DateToken& month) const {
    const DateToken before = tokens_.Before(month.begin);
    const uint32_t size = before.end - before.begin;
    return size > 0 && size <= 2 && IsDigit(tokens_.Byte(before.begin)) &&
           IsDigit(tokens_.Byte(before.end - 1)) && !IsTail(before.begin);
  }

  // "January 28, 2019", "Jan. 28", "January 28-30, 2019".
  Found FromMonthDay(const DateToken& month, const DateToken& day) const {
    DateExpression made = Make(DateForm::kDayMonth, month.begin, day.end);
    made.month = month.value;
    made.day = day.value;
    const DateToken dash = tokens_.After(day);
    if (dash.IsSign('-')) {
      const DateToken other = tokens_.After(dash);
      if (IsDay(other) && other.value > day.value) {
        made.other_day = other.value;
        made.span.end = other.end;
      }
    }
    TakeYear(&made);
    if (made.form == DateForm::kDayMonth) TakeRelativeYear(&made);
    const bool verb = month.value == kMay || month.value == kMarch;
    if (!month.upper && verb && made.form != DateForm::kDay) return {};  // "may 5 of them"
    if (made.form == DateForm::kDay && !MakeDate(made.year, made.month, made.day)) return {};
    if (made.day > DaysInMonth(2000, made.month)) return {};
    return made;
  }

  // "July of last year", "July last year".
  bool TakeRelativeYear(DateExpression* made) const {
    DateToken next = tokens_.From(made->span.end);
    if (next.Is(kOfWord)) next = tokens_.After(next);
    const DateToken year = tokens_.After(next);
    if (!next.Is(kLastWord | kThisWord | kNextWord)) return false;
    if (!year.Is(kUnitWord) || year.value != 3) return false;
    made->offset = next.Is(kLastWord) ? -1 : next.Is(kNextWord) ? 1 : 0;
    made->unit = Unit::kYear;
    made->span.end = year.end;
    return true;
  }

  // Whether a month's name alone is the month: not a verb, not a person.
  bool IsBareMonth(const DateToken& token, uint64_t preposition) const {
    const DateToken next = tokens_.After(token);
    if (next.Is(kNotMonthWord) && next.value == 0 && token.value == kMay) return false;
    if (tokens_.Byte(token.end) == '-' && IsAlnum(tokens_.Byte(token.end + 1))) return false;
    const bool person = token.value == kMay || token.value == kMarch;
    constexpr uint64_t kSure =
        kInWord | kSinceWord | kUntilWord | kBetweenWord | kPointers | kEarlyWord | kEdgeWord;
    if (token.Is(kShortMonthWord)) {
      return (preposition & kSure) != 0 && tokens_.Byte(token.end) == '.' && token.upper;
    }
    const DateToken before = tokens_.Before(token.begin);
    if (before.Is(kNotMonthWord)) return false;
    if (preposition != 0) {
      if (person) {
        const bool by = before.Is(kUntilWord) && before.end - before.begin == 2;
        const bool after = before.Is(kSinceWord) && !Equals(before, "since");
        return token.upper && (preposition & kSure) != 0 && !by && !after;
      }
      return token.upper || token.value != kAugust;
    }
    if (!token.upper) return false;
    const bool name = person || token.value == 4 || token.value == 6 || token.value == kAugust;
    if (!name) return !before.Is(kNotMonthWord);
    // "the May election": a modifier, in front of a word that is no name.
    return before.Is(kDeterminerWord) && next.kind == DateToken::Kind::kWord && !next.upper &&
           !next.Is(kAtWord | kInWord | kOfWord | kToWord);
  }

  bool Equals(const DateToken& token, std::string_view lower) const {
    const std::string_view text = tokens_.text().substr(token.begin, token.end - token.begin);
    if (text.size() != lower.size()) return false;
    for (size_t i = 0; i < text.size(); ++i) {
      if ((text[i] | 0x20) != lower[i]) return false;
    }
    return true;
  }

  // ---- weekdays

  Found FromWeekday(const DateToken& token) const {
    const uint32_t end = EndOfShort(token);
    if (Found dated = WeekdayAndDate(token, end)) return dated;
    if (token.Is(kShortWeekdayWord)) return {};
    const DateToken next = tokens_.From(end);
    if (next.Is(kNewspaperWord) && next.upper) return {};
    if (next.IsSign('-') && tokens_.After(next).Is(kAnyWeekday)) return {};  // opening hours
    if (next.Is(kToWord) && tokens_.After(next).Is(kAnyWeekday)) return {};
    const DateToken before = tokens_.Before(token.begin);
    if (before.Is(kNotWeekdayWord)) return {};
    if ((before.Is(kToWord) || before.IsSign('-')) && tokens_.Before(before.begin).Is(kAnyWeekday))
      return {};
    DateExpression made =
        Make(DateForm::kWeekday, token.begin, next.Is(kPartWord) ? next.end : end);
    made.weekday = token.value;
    return made;
  }

  // "Tuesday, November 29, 2022", "Saturday (03.05.2022)", "Fri 28 Jan".
  Found WeekdayAndDate(const DateToken& token, uint32_t end) const {
    DateToken next = tokens_.From(end);
    if (next.IsSign(',')) next = tokens_.After(next);
    const bool bracket = next.IsSign('(');
    if (bracket) next = tokens_.After(next);
    Found found;
    if (next.Is(kAnyMonth)) {
      const DateToken day = tokens_.From(EndOfShort(next));
      if (IsDay(day, true)) found = FromMonthDay(next, day);
    } else if (next.IsNumber() || IsDigit(tokens_.Byte(next.begin))) {
      found = FromNumeric(next.begin);
      if (!found) found = FromDayMonth(next);
    }
    if (!found || found->form == DateForm::kMonth) return {};
    if (bracket && !tokens_.From(found->span.end).IsSign(')')) return {};
    found->span.begin = token.begin;
    if (bracket) found->span.end = tokens_.From(found->span.end).end;
    found->weekday = token.value;
    if (found->form == DateForm::kNumeric) SettleOrder(&*found);
    return found;
  }

  // The weekday says which number is the day, where only one order gives it.
  static void SettleOrder(DateExpression* found) {
    const auto fits = [&](int month, int day) {
      const auto date = MakeDate(found->year, month, day);
      return date && WeekdayOf(*date) == found->weekday;
    };
    const bool as_read = fits(found->month, found->day);
    const bool other = fits(found->other_month, found->other_day);
    if (as_read == other) return;
    if (other) {
      found->month = found->other_month;
      found->day = found->other_day;
    }
    found->form = DateForm::kDay;
    found->other_month = found->other_day = 0;
  }

  // ---- relative expressions

  static Unit UnitOf(const DateToken& token) { return static_cast<Unit>(token.value); }

  // "yesterday", "Tuesday"'s companions: "tomorrow evening".
  Found FromDayWord(const DateToken& token) const {
    const DateToken next = tokens_.After(token);
    return MakeRelative(token.begin, next.Is(kPartWord) ? next.end : token.end, token.value,
                        Unit::kDay);
  }

  // "last week", "this month", "next Monday", "last July", "last night", "this morning".
  Found FromPointer(const DateToken& token, uint64_t preposition) {
    if (token.Is(kPastWord)) return {};
    const DateToken next = tokens_.After(token);
    const int offset = token.Is(kLastWord) ? -1 : token.Is(kNextWord) ? 1 : 0;
    const bool joined = tokens_.Byte(next.end) == '-' && IsAlnum(tokens_.Byte(next.end + 1));
    if (joined && !next.Is(kAnyMonth)) return {};  // "this month-long"
    if (next.Is(kUnitWord)) {
      if (UnitOf(next) == Unit::kDay) return {};  // "the next day" is the day after another one
      return MakeRelative(token.begin, next.end, offset, UnitOf(next));
    }
    if (next.Is(kWeekendWord)) return MakeRelative(token.begin, next.end, offset, Unit::kWeekend);
    if (next.Is(kPartWord)) {
      if (offset > 0) return {};
      return MakeRelative(token.begin, next.end, offset, Unit::kDay);
    }
    Found found;
    if (next.Is(kAnyWeekday)) found = FromWeekday(next);
    if (next.Is(kAnyMonth)) found = FromMonth(next, preposition | token.word);
    if (next.Is(kSeasonWord)) found = Make(DateForm::kVague, next.begin, next.end);
    if (!found || found->year != 0) return {};
    found->span.begin = token.begin;
    if (found->unit != Unit::kYear) found->offset = offset;
    return found;
  }

  // "in the past two weeks", "in recent days", "in the coming months": without a value.
  Found Period(const DateToken& token, uint64_t preposition) const {
    if ((preposition & (kInWord | kOverWord | kSinceWord)) == 0) return {};
    DateToken next = tokens_.After(token);
    if (next.Is(kNumberWord | kSomeWord) || next.IsNumber()) next = tokens_.After(next);
    if (next.Is(kOfWord)) next = tokens_.After(next);  // "couple of"
    if (!next.Is(kAnyUnit)) return {};
    return Make(DateForm::kVague, token.begin, next.end);
  }

  // "two days ago", "a few weeks ago", "6 months ago".
  Found Ago(const DateToken& token) const {
    DateToken next = tokens_.After(token);
    bool open = token.Is(kSomeWord);
    if (next.Is(kSomeWord)) {
      open = true;
      next = tokens_.After(next);
    }
    if (open && next.Is(kOfWord)) next = tokens_.After(next);
    const DateToken ago = tokens_.After(next);
    if (!next.Is(kAnyUnit) || !ago.Is(kAgoWord)) return {};
    open = open || tokens_.Before(token.begin).Is(kNumberedWord);  // "more than two years ago"
    if (open || token.value < 1 || token.value > 99)
      return Make(DateForm::kVague, token.begin, ago.end);
    return MakeRelative(token.begin, ago.end, -token.value, UnitOf(next));
  }

  // What "early", "earlier" and "the end of" may stand before.
  Found Inside(const DateToken& token, uint64_t modifier) {
    if (IsDigit(tokens_.Byte(token.begin))) {
      Found year = YearOrRange(token);
      if (!year || tokens_.From(year->span.end).Is(kCountedWord)) return {};
      return year;
    }
    if (token.Is(kPointers)) return FromPointer(token, modifier);
    if (token.Is(kAnyMonth)) return FromMonth(token, modifier);
    return {};
  }

  // "late January", "early 2019", "mid-January", "late on Friday", "early last week", "late in
  // 2019".
  Found FromEarly(const DateToken& token) {
    DateToken next = tokens_.After(token);
    if (next.IsSign('-') && next.begin == token.end) next = tokens_.After(next);
    const bool on = next.Is(kAtWord), in = next.Is(kInWord);
    if (on || in) next = tokens_.After(next);
    Found found;
    if (!in && next.Is(kWeekdayWord)) found = FromWeekday(next);
    if (!found && !on) found = Inside(next, kEarlyWord);
    if (!found && in) found = PresentPeriod(next);
    if (found) found->span.begin = token.begin;
    return found;
  }

  // "earlier this week", "later today", "earlier on Friday", "earlier in the week", "earlier in
  // March".
  Found FromEarlier(const DateToken& token) {
    DateToken next = tokens_.After(token);
    Found found;
    if (next.Is(kAtWord)) next = tokens_.After(next);
    if (next.Is(kInWord)) {
      next = tokens_.After(next);
      found = PresentPeriod(next);
    }
    if (!found && next.Is(kWeekdayWord)) found = FromWeekday(next);
    if (!found && next.Is(kDayWord)) found = FromDayWord(next);
    if (!found) found = Inside(next, kEarlyWord);
    if (found) found->span.begin = token.begin;
    return found;
  }

  // "the week", "the year": that of the publication.
  Found PresentPeriod(const DateToken& token) const {
    const DateToken unit = tokens_.After(token);
    if (!token.Is(kTheWord) || !unit.Is(kUnitWord)) return {};
    return MakeRelative(token.begin, unit.end, 0, UnitOf(unit));
  }

  // "end of January", "beginning of 2019", "end of the year", "first half of 2019".
  Found FromEdge(const DateToken& token) {
    const DateToken of = tokens_.After(token);
    if (!of.Is(kOfWord)) return {};
    const DateToken next = tokens_.After(of);
    Found found = PresentPeriod(next);
    if (found && found->unit == Unit::kDay) return {};
    if (!found) found = Inside(next, kEdgeWord);
    if (found) found->span.begin = token.begin;
    return found;
  }

  // "summer of 2019", "fall 2019": the year.
  Found FromSeason(const DateToken& token) const {
    DateToken next = tokens_.After(token);
    if (next.Is(kOfWord)) next = tokens_.After(next);
    if (!IsYear(next, 1700)) return {};
    DateExpression made = Make(DateForm::kYear, token.begin, next.end);
    made.year = next.value;
    return made;
  }

  DateTokens tokens_;
  Found last_;
  uint32_t open_range_ = 0;  // where a "from ..." ended that a "to ..." may close
};

// In "between January and March 2019" the year is that of both.
void ShareYears(std::string_view text, std::vector<DateExpression>* found) {
  for (size_t i = found->size(); i-- > 1;) {
    DateExpression& first = (*found)[i - 1];
    const DateExpression& second = (*found)[i];
    const bool open = first.form == DateForm::kBareMonth || first.form == DateForm::kDayMonth;
    const bool dated = second.form == DateForm::kMonth || second.form == DateForm::kDay;
    if (!open || !dated || first.unit == DateExpression::Unit::kYear) continue;
    // Either the second begins with "to", or nothing but "and", "-" or "," stands between.
    const std::string_view gap = text.substr(first.span.end, second.span.begin - first.span.end);
    const bool bounded = first.bound == DateBound::kSince && second.bound == DateBound::kUntil;
    if (!(bounded && gap == " ") && gap != " and " && gap != "-" && gap != " - " && gap != ", " &&
        gap != " to " && gap != "\xE2\x80\x93") {
      continue;
    }
    first.year = first.month <= second.month ? second.year : second.year - 1;
    first.form = first.form == DateForm::kBareMonth ? DateForm::kMonth : DateForm::kDay;
    if (first.form == DateForm::kDay && !MakeDate(first.year, first.month, first.day)) {
      first.form = DateForm::kDayMonth;
      first.year = 0;
    }
    first.rule = RuleOf(first.form, first.bound);
  }
}

}  // namespace

std::vector<DateExpression> FindDates(std::string_view text, Span range) {
  std::vector<DateExpression> found;
  const DateTokens tokens(text);
  Finder finder(text);
  for (uint32_t at = range.begin; (at = tokens.NextWord(at)) < range.end;) {
    const DateToken token = tokens.From(at);
    at = token.end;
    const bool digit = tokens.Byte(token.begin) <= '9';
    if (token.word == 0 && !digit) continue;
    if (const auto expression = finder.At(token)) {
      at = expression->span.end;
      found.push_back(*expression);
    }
  }
  ShareYears(text, &found);
  return found;
}

}  // namespace interdict::documents
