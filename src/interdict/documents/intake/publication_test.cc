#include "interdict/documents/intake/publication.h"

#include <gtest/gtest.h>

#include <string>

#include "interdict/documents/intake/layout.h"

namespace interdict::documents {
namespace {

constexpr std::string_view kRest =
    "The United States imposed sanctions on the state oil company of Venezuela.\n"
    "Officials in Caracas rejected the sanctions and called them an act of war.\n";

Publication Find(std::string_view text, const std::vector<DateClaim>& claims = {},
                 const std::optional<PartialDate>& told = std::nullopt) {
  Document document;
  document.source = document.text = text;
  document.blocks = CutLines(text);
  const Layout layout = LayOut(text, &document.blocks);
  document.body = layout.body;
  return FindPublication(document, told, claims);
}

std::string Value(const Publication& found) {
  return found.date ? FormatPartialDate(*found.date) + " " + found.basis : found.basis;
}

std::string WithRest(std::string_view head) {
  return std::string(head) + std::string(kRest);
}

TEST(Publication, TheCallerCountsForMost) {
  const Publication found =
      Find(WithRest("Sanctions on oil company of Venezuela\nJanuary 29, 2019\n"),
           {{.where = "article:published_time", .text = "2019-01-28T10:00:00Z"}},
           PartialDate::Day(2019, 1, 27));
  EXPECT_EQ(Value(found), "2019-01-27 option");
  ASSERT_EQ(found.candidates.size(), 3U);
  EXPECT_EQ(found.candidates[0].verdict, "used");
  EXPECT_EQ(found.candidates[1].verdict, "another date counts for more: option");
  EXPECT_EQ(found.candidates[2].value, "2019-01-29");
}

TEST(Publication, MetadataBeforeDateline) {
  const std::string text = WithRest("Sanctions on oil company of Venezuela\nJanuary 29, 2019\n");
  EXPECT_EQ(
      Value(Find(text, {{.where = "article:published_time", .text = "2019-01-28T23:30:00-05:00"}})),
      "2019-01-28 html_metadata");
  EXPECT_EQ(
      Value(Find(text,
                 {{.where = "article:modified_time", .text = "2020-01-28", .published = false}})),
      "2019-01-29 dateline");
  EXPECT_EQ(
      Value(Find(
          text,
          {{.where = "header Date", .text = "Mon, 28 Jan 2019 10:00:00 -0500", .header = true}})),
      "2019-01-28 header");
  EXPECT_EQ(Value(Find(text, {{.where = "article:published_time", .text = "yesterday"}})),
            "2019-01-29 dateline");
}

TEST(Publication, DatelinesOfReleasesAndAgencies) {
  EXPECT_EQ(Value(Find(
                WithRest("WASHINGTON, Jan. 28, 2019 — The Treasury acted against the company.\n"))),
            "2019-01-28 dateline");
  EXPECT_EQ(Value(Find(WithRest(
                "**CARACAS, Venezuela, January 28, 2019** (AFP) - The Treasury acted now.\n"))),
            "2019-01-28 dateline");
  EXPECT_EQ(Value(Find(WithRest("Published: January 28, 2019\n"))), "2019-01-28 dateline");
  EXPECT_EQ(
      Value(Find(WithRest("Sanctions on oil company of Venezuela\nPublished: January 28, 2019\n"))),
      "2019-01-28 dateline");
  EXPECT_EQ(
      Value(Find(WithRest("CARACAS, Jan 28 (Reuters) - The Treasury acted against it today.\n"))),
      "unknown");
  EXPECT_EQ(Value(Find(WithRest("On January 28, 2019, the Treasury acted against the company.\n"))),
            "unknown");
}

TEST(Publication, DatesOfFurnitureEventsAndChangesAreRefusedWithTheReason) {
  const auto verdict = [](std::string_view head) {
    const Publication found = Find(WithRest(head));
    EXPECT_EQ(Value(found), "unknown") << head;
    return found.candidates.empty() ? std::string() : found.candidates[0].verdict;
  };
  EXPECT_NE(verdict("Tuesday, November 29, 2022\nSanctions on oil company of Venezuela\n")
                .find("furniture of the page"),
            std::string::npos);
  EXPECT_NE(verdict("Sanctions on oil company of Venezuela\naccess_time6 months ago\n")
                .find("counted from the day on which the page was saved"),
            std::string::npos);
  EXPECT_EQ(verdict("The Treasury acted against the company on January 28, 2019.\n"),
            "date of an event in the text");
  EXPECT_EQ(verdict("Sanctions on oil company of Venezuela\nUpdated January 28, 2019\n"),
            "date of a change");
  EXPECT_EQ(verdict("Sanctions on oil company of Venezuela\n5/3/2019\n"),
            "day and month may stand either way round");
}

TEST(Publication, AWeekdayWithItsDateInBracketsBoundsIt) {
  const Publication found = Find(
      WithRest("Officials traveled to Venezuela on Saturday (03.05.2022) to meet with Maduro.\n"));
  EXPECT_EQ(Value(found), "2022-03-05/2022-03-10 weekday");
  EXPECT_EQ(
      Value(Find(WithRest("It happened on Saturday, March 5, 2022, when officials traveled.\n"))),
      "unknown");
}

TEST(Publication, PublishedCountsBeforeUpdated) {
  EXPECT_EQ(Value(Find(WithRest("Sanctions on oil company of Venezuela\n"
                                "Published January 28, 2019 Updated January 30, 2019\n"))),
            "2019-01-28 dateline");
}

}  // namespace
}  // namespace interdict::documents
