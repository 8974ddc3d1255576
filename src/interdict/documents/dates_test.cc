#include "interdict/documents/dates.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

namespace interdict::documents {
namespace {

std::vector<DateExpression> Find(std::string_view text) {
  return FindDates(text, {0, static_cast<uint32_t>(text.size())});
}

// "expression=value" of every date in the text, joined by "; ".
std::string Read(std::string_view text, const std::optional<PartialDate>& published,
                 Tense tense = Tense::kPast) {
  std::string out;
  for (const DateExpression& expression : Find(text)) {
    if (!out.empty()) out += "; ";
    out += text.substr(expression.span.begin, expression.span.size());
    const ResolvedDate resolved = ResolveDate(expression, published, tense);
    out += "=" + resolved.value;
    for (const std::string& reading : resolved.readings) out += "|" + reading;
  }
  return out;
}

// Published on Thursday, 7 February 2019.
std::string On7Feb(std::string_view text, Tense tense = Tense::kPast) {
  return Read(text, PartialDate::Day(2019, 2, 7), tense);
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(Dates, ReadsFullDates) {
  constexpr Case kCases[] = {
      {"on January 28, 2019 the", "on January 28, 2019=2019-01-28"},
      {"signed 28 January 2019.", "28 January 2019=2019-01-28"},
      {"28 Jan. 2019", "28 Jan. 2019=2019-01-28"},
      {"Jan. 28, 2019", "Jan. 28, 2019=2019-01-28"},
      {"WASHINGTON, JAN. 28, 2019 -", "JAN. 28, 2019=2019-01-28"},
      {"the 28th of January 2019", "28th of January 2019=2019-01-28"},
      {"January 28th, 2019", "January 28th, 2019=2019-01-28"},
      {"January\n28, 2019", "January\n28, 2019=2019-01-28"},
      {"January\u00A028,\u00A02019", "January\u00A028,\u00A02019=2019-01-28"},
      {"28-Jan-2019", "28-Jan-2019=2019-01-28"},
      {"2019-01-28", "2019-01-28=2019-01-28"},
      {"2019/01/28", "2019/01/28=2019-01-28"},
      {"dated 01/28/2019", "01/28/2019=2019-01-28"},
      {"dated 28.01.2019.", "28.01.2019=2019-01-28"},
      {"on December 19, 2018.Under the terms", "on December 19, 2018=2018-12-19"},
      {"Tuesday, November 29, 2022\nNo menu", "Tuesday, November 29, 2022=2022-11-29"},
      {"on Sept. 5, 2017", "on Sept. 5, 2017=2017-09-05"},
      {"on May 5, 2017", "on May 5, 2017=2017-05-05"},
      {"january 28, 2019", "january 28, 2019=2019-01-28"},
      {"fraudulent August 9, 2020 Belarus presidential", "August 9, 2020=2020-08-09"},
      {"January 28-30, 2019", "January 28-30, 2019=2019-01-28/2019-01-30"},
      {"28–30 January 2019", "28–30 January 2019=2019-01-28/2019-01-30"},
      {"in 2019-04", "in 2019-04=2019-04"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Read(c.text, std::nullopt), c.expected) << c.text;
}

TEST(Dates, NumericDatesKeepBothReadingsUnlessSomethingSettlesThem) {
  const auto none = std::nullopt;
  EXPECT_EQ(Read("on 5/3/2022", none), "on 5/3/2022=|2022-03-05|2022-05-03");
  EXPECT_EQ(Read("on Saturday (03.05.2022) to", none), "on Saturday (03.05.2022)=2022-03-05");
  EXPECT_EQ(Read("on Tuesday (03.05.2022) to", none), "on Tuesday (03.05.2022)=2022-05-03");
  EXPECT_EQ(Read("Saturday, 03/05/2022", none), "Saturday, 03/05/2022=2022-03-05");
  EXPECT_EQ(Read("Monday (03.05.2022)", none), "Monday (03.05.2022)=|2022-03-05|2022-05-03");
  EXPECT_EQ(Read("on 5/5/2022", none), "on 5/5/2022=2022-05-05");
  EXPECT_EQ(Read("on 1/28/19", none), "on 1/28/19=2019-01-28");
}

TEST(Dates, AWeekdayThatDiffersFromItsDateIsNoted) {
  const auto found = Find("Monday, January 29, 2019");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].weekday, 0);
  const ResolvedDate resolved = ResolveDate(found[0], std::nullopt, Tense::kPast);
  EXPECT_EQ(resolved.value, "2019-01-29");
  EXPECT_EQ(resolved.rule, "date.day.weekday_differs");
}

TEST(Dates, ReadsMonthsAndYears) {
  constexpr Case kCases[] = {
      {"in force since April 2019 that", "since April 2019=2019-04/.."},
      {"until April 2019", "until April 2019=../2019-04"},
      {"through 2026", "through 2026=../2026"},
      {"until at least 2026", "until at least 2026=../2026"},
      {"the July 2024 election", "July 2024=2024-07"},
      {"severed diplomatic relations in 2019 after", "in 2019=2019"},
      {"follows a 2020 indictment accusing", "2020=2020"},
      {"before their 2016 peace agreement", "2016=2016"},
      {"Venezuela's 2018 election", "2018=2018"},
      {"Venezuela’s 2018 election", "2018=2018"},
      {"previous fraudulent 2006 and 2010 elections", "2006=2006; 2010=2010"},
      {"elections of March 2006. Today", "March 2006=2006-03; Today=2019-02-07"},
      {"in early 2019", "in early 2019=2019"},
      {"mid-2019", "mid-2019=2019"},
      {"late January 2019", "late January 2019=2019-01"},
      {"by the end of 2019", "by the end of 2019=../2019"},
      {"in the summer of 2018", "in the summer of 2018=2018"},
      {"from 2015 to 2019", "from 2015=2015/..; to 2019=../2019"},
      {"between 2015 and 2019", "between 2015=2015/..; and 2019=../2019"},
      {"between January and March 2018", "between January=2018-01/..; and March 2018=../2018-03"},
      {"in May and June 2018", "in May=2018-05; June 2018=2018-06"},
      {"in 2015-2019", "in 2015-2019=2015/2019"},
      {"in 2015–16", "in 2015–16=2015/2016"},
      {"fiscal year 2019", "2019=2019"},
      {"since the July 2024 election", "since the July 2024=2024-07/.."},
      {"effective January 28, 2019", "effective January 28, 2019=2019-01-28/.."},
      {"starting on 1 March 2019", "starting on 1 March 2019=2019-03-01/.."},
      {"after April 2019", "after April 2019=2019-04/.."},
  };
  for (const Case& c : kCases) EXPECT_EQ(On7Feb(c.text), c.expected) << c.text;
}

TEST(Dates, ResolvesAgainstThePublication) {
  constexpr Case kCases[] = {
      {"on Friday", "on Friday=2019-02-01"},
      {"on Thursday", "on Thursday=2019-02-07"},
      {"last Thursday", "last Thursday=2019-01-31"},
      {"next Thursday", "next Thursday=2019-02-14"},
      {"next Monday", "next Monday=2019-02-11"},
      {"Friday evening", "Friday evening=2019-02-01"},
      {"late on Friday", "late on Friday=2019-02-01"},
      {"Sunday's vote", "Sunday=2019-02-03"},
      {"since Friday", "since Friday=2019-02-01/.."},
      {"Earlier this week, US", "Earlier this week=2019-02-04/2019-02-10"},
      {"tweeted this week that", "this week=2019-02-04/2019-02-10"},
      {"last week", "last week=2019-01-28/2019-02-03"},
      {"since last week", "since last week=2019-01-28/.."},
      {"earlier in the week", "earlier in the week=2019-02-04/2019-02-10"},
      {"over the weekend", "over the weekend=2019-02-02/2019-02-03"},
      {"this month", "this month=2019-02"},
      {"last month", "last month=2019-01"},
      {"next year", "next year=2020"},
      {"earlier this year", "earlier this year=2019"},
      {"by the end of the year", "by the end of the year=../2019"},
      {"yesterday", "yesterday=2019-02-06"},
      {"Today's action", "Today=2019-02-07"},
      {"earlier today", "earlier today=2019-02-07"},
      {"last night", "last night=2019-02-06"},
      {"this morning", "this morning=2019-02-07"},
      {"tomorrow", "tomorrow=2019-02-08"},
      {"two days ago", "two days ago=2019-02-05"},
      {"a week ago", "a week ago=2019-01-28/2019-02-03"},
      {"access_time6 months ago", ""},
      {"6 months ago", "6 months ago=2018-08"},
      {"several weeks ago", "several weeks ago="},
      {"a few days ago", "a few days ago="},
      {"more than two years ago", "two years ago="},
      {"in July, asserting", "in July=2018-07"},
      {"in February", "in February=2019-02"},
      {"last February", "last February=2018-02"},
      {"last July", "last July=2018-07"},
      {"in July of last year", "in July of last year=2018-07"},
      {"in late January in a move", "in late January=2019-01"},
      {"on 23 January.", "on 23 January=2019-01-23"},
      {"on November 26", "on November 26=2018-11-26"},
      {"on Feb. 8", "on Feb. 8=2018-02-08"},
      {"recently designated", "recently="},
      {"in recent weeks", "in recent weeks="},
      {"in the past two weeks", "in the past two weeks="},
      {"in the coming days", "in the coming days="},
      {"the May presidential elections in", "May=2018-05"},
      {"since the May elections", "since the May=2018-05/.."},
      {"initiated in September, aims", "in September=2018-09"},
      {"a day after, in Sept., the", "in Sept.=2018-09"},
  };
  for (const Case& c : kCases) EXPECT_EQ(On7Feb(c.text), c.expected) << c.text;
}

TEST(Dates, TheFutureTenseLooksAhead) {
  constexpr Case kCases[] = {
      {"on Friday", "on Friday=2019-02-08"},
      {"on Thursday", "on Thursday=2019-02-07"},
      {"last Friday", "last Friday=2019-02-01"},
      {"in July", "in July=2019-07"},
      {"in January", "in January=2020-01"},
      {"in February", "in February=2019-02"},
      {"on February 6", "on February 6=2020-02-06"},
      {"until March 1", "until March 1=../2019-03-01"},
      {"over the weekend", "over the weekend=2019-02-09/2019-02-10"},
  };
  for (const Case& c : kCases) EXPECT_EQ(On7Feb(c.text, Tense::kFuture), c.expected) << c.text;
}

TEST(Dates, APublicationOfAMonthGivesMonthsAndNoWeekdays) {
  const auto november = PartialDate::Month(2025, 11);
  EXPECT_EQ(Read("on Friday", november), "on Friday=");
  EXPECT_EQ(Read("yesterday", november), "yesterday=");
  EXPECT_EQ(Read("this week", november), "this week=");
  EXPECT_EQ(Read("this month", november), "this month=2025-11");
  EXPECT_EQ(Read("last month", november), "last month=2025-10");
  EXPECT_EQ(Read("in July", november), "in July=2025-07");
  EXPECT_EQ(Read("in February", november), "in February=2025-02");
  EXPECT_EQ(Read("on November 24", november), "on November 24=2025-11-24");
  EXPECT_EQ(Read("on December 24", november), "on December 24=2024-12-24");
  EXPECT_EQ(Read("last year", november), "last year=2024");
  const auto weekend =
      PartialDate::Span(*PartialDate::Day(2025, 11, 30), *PartialDate::Day(2025, 12, 1));
  EXPECT_EQ(Read("On Sunday, US", weekend), "On Sunday=2025-11-30");
  EXPECT_EQ(Read("on Monday", weekend), "on Monday=");
  EXPECT_EQ(Read("this month", weekend), "this month=");
  EXPECT_EQ(Read("in July", PartialDate::Year(2025)), "in July=");
}

TEST(Dates, WithoutAPublicationWhatIsLeftIsGiven) {
  const auto none = std::nullopt;
  EXPECT_EQ(Read("on November 26", none), "on November 26=--11-26");
  EXPECT_EQ(Read("in July", none), "in July=--07");
  EXPECT_EQ(Read("on Friday", none), "on Friday=");
  EXPECT_EQ(Read("last week", none), "last week=");
  EXPECT_EQ(Read("since April 2019", none), "since April 2019=2019-04/..");
}

TEST(Dates, WhatOnlyLooksLikeADateIsNone) {
  for (const std::string_view text : {
           "it may be",
           "May he rest",
           "the sanctions May ease",
           "Theresa May said",
           "Mrs May resigned",
           "pressure on May",
           "they march on",
           "the March on Washington",
           "a second strike",
           "the sun rose",
           "The Sun reported",
           "Sat down",
           "Mar-a-Lago",
           "Jan Smith",
           "5% of",
           "about 5 percent",
           "2,019 people",
           "killed 2019 people",
           "2000 barrels",
           "$2019",
           "E.O. 13884",
           "Resolution 2019",
           "No. 2019",
           "IMO 9187629",
           "version 2.2019",
           "call 202-622-2019",
           "(202) 622-2960",
           "10.12.2022.1",
           "FIN-2017-A006",
           "the 1990s",
           "since then",
           "by then",
           "every Friday",
           "Black Friday",
           "Sunday Times",
           "Monday to Friday",
           "on the next day",
           "at the last moment",
           "this month-long effort",
           "Summer of Victories 2019",
           "30 February 2019",
           "32 January",
           "13/13/2019",
           "at least 83 individuals",
           "$50 million",
           "a 2020 model",
           "Title 18 of the United States Code",
           "5:30",
           "Air Force One",
           "over 2000 people",
           "a day of",
           "In no way",
           "in august company",
           "the May government",

           "",
       }) {
    EXPECT_EQ(Read(text, PartialDate::Day(2019, 2, 7)), "") << text;
  }
}

TEST(Dates, OnlyExpressionsThatBeginInTheRangeCount) {
  const std::string_view text = "in 2018, on Friday and in July";
  const auto found = FindDates(text, {8, 20});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].span.begin, found[0].span.size()), "on Friday");
  EXPECT_EQ(found[0].rule, "date.weekday");
}

TEST(Dates, RulesNameBoundFormAndWay) {
  const auto rule = [](std::string_view text) {
    const auto found = Find(text);
    return found.empty() ? std::string()
                         : ResolveDate(found[0], PartialDate::Month(2019, 2), Tense::kPast).rule;
  };
  EXPECT_EQ(rule("since April 2019"), "date.since_month");
  EXPECT_EQ(rule("in July"), "date.bare_month.past");
  EXPECT_EQ(rule("on Friday"), "date.weekday.publication_too_vague");
  EXPECT_EQ(rule("last month"), "date.relative.from_publication");
  EXPECT_EQ(rule("5/3/2022"), "date.numeric.ambiguous");
  EXPECT_EQ(rule("recently"), "date.vague");
}

// Expressions are in order and disjoint whatever the text, and the parse never leaves it.
TEST(Dates, AnyTextGivesOrderedDisjointSpans) {
  constexpr std::string_view kPieces[] = {
      "May",  "2019", "28",     ",",    ".",   "on",    "in",   "since", "the",
      "last", "week", "Friday", "(",    ")",   "03.05", "-",    "–",     "’s",
      "ago",  "two",  "few",    "of",   "end", "early", "from", "to",    "\n",
      "\xFF", "é",    "\u00A0", "Jan.", "1",   "year",  "this", "next",  "2,000"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      text += kPieces[random() % std::size(kPieces)];
      if (random() % 4 != 0) text += ' ';
    }
    uint32_t end = 0;
    for (const DateExpression& found : Find(text)) {
      ASSERT_GE(found.span.begin, end) << text;
      ASSERT_GT(found.span.end, found.span.begin) << text;
      ASSERT_LE(found.span.end, text.size()) << text;
      end = found.span.end;
      for (const auto& published : {std::optional<PartialDate>(), PartialDate::Day(2020, 2, 29)}) {
        for (const Tense tense : {Tense::kPast, Tense::kFuture})
          static_cast<void>(ResolveDate(found, published, tense));
      }
    }
  }
}

TEST(Dates, LongHostileTextsTakeLinearTime) {
  for (const std::string_view piece :
       {"in ", "2019", "1.", "May ", "last ", "early ", "from 2019 "}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(Find(text));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 5.0) << piece;
  }
}

}  // namespace
}  // namespace interdict::documents
