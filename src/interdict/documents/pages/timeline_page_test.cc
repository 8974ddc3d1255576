#include "interdict/documents/pages/timeline_page.h"

#include <gtest/gtest.h>

#include "interdict/documents/testing/page_values.h"
#include "interdict/documents/testing/scan_builder.h"

namespace interdict::documents {
namespace {

using testing::PartyRole;
using testing::ScanBuilder;
using testing::ValuesBehind;

Scan Report(const std::string& file, const std::string& outlet, const std::string& published,
            MeasureType type, MeasureStatus status, const std::string& date) {
  ScanBuilder builder(file, "The Treasury acted against Ana Roe, <b>officials</b> said.");
  builder.Published(published).Outlet(outlet);
  Measure& measure = builder.AddMeasure(type, builder.scan().document.converted, "acted");
  measure.status = status;
  measure.date.value = date;
  measure.attribution = {.kind = SourceKind::kInstitution, .source = "Treasury", .competent = true};
  measure.targets = {PartyRole(
      builder.AddParty({.name = "Ana Roe", .kind = PartyKind::kPerson, .entity = "x:1"}))};
  return builder.Take();
}

std::string Page(const std::vector<Scan>& scans, const TimelineLimits& limits = {}) {
  std::vector<const Scan*> pointers;
  for (const Scan& scan : scans) pointers.push_back(&scan);
  return TimelinePage(pointers, MergeEvents(pointers), limits);
}

std::vector<Scan> Story() {
  std::vector<Scan> scans;
  using enum MeasureType;
  using enum MeasureStatus;
  scans.push_back(Report("a.txt", "Alpha", "2022-01-05", kDesignation, kAnnounced, ""));
  scans.push_back(Report("b.txt", "Beta", "2022-01-09", kDesignation, kInForce, "2022-01-08"));
  scans.push_back(Report("c.txt", "Gamma", "2022-01-10", kDesignation, kInForce, "2022-01-08"));
  scans.push_back(Report("d.txt", "Delta", "2023-03-03", kRelief, kInForce, "2023-03-01"));
  return scans;
}

bool Has(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

TEST(TimelinePage, AnEventHasItsHistoryItsStatementsAndWhoPrintsThem) {
  const std::string page = Page(Story());
  EXPECT_TRUE(Has(page, "2022-01-08 · designation · <bdi>Ana Roe</bdi>")) << page;
  EXPECT_TRUE(Has(page, "as reported: announced (2022-01-05) → in force (2022-01-09)"));
  EXPECT_TRUE(Has(page, "The same words in: <bdi>Gamma</bdi>"));
  EXPECT_TRUE(Has(page, "The Treasury <span class=\"trigger\">acted</span> against"));
  EXPECT_TRUE(Has(page, "<bdi>Treasury</bdi> <span class=\"dim\">(institution, competent)"));
  EXPECT_TRUE(Has(page, "Ended by</span> <a href=\"#ev-"));
  EXPECT_TRUE(Has(page, "<code>x:1</code>"));
}

TEST(TimelinePage, EveryLinkLeadsSomewhereAndNoIdIsGivenTwice) {
  const std::string page = Page(Story());
  const auto ids = ValuesBehind(page, " id=\"");
  for (const std::string& id : ids) EXPECT_EQ(ids.count(id), 1u) << id;
  for (const std::string& target : ValuesBehind(page, "href=\"#")) {
    EXPECT_TRUE(ids.contains(target)) << target;
  }
}

TEST(TimelinePage, ThePageLoadsNothingAndTextStaysText) {
  const std::string page = Page(Story());
  for (std::string_view part :
       {"http:", "https:", " src=", "url(", " style=", " onclick=", "<b>o"}) {
    EXPECT_FALSE(Has(page, part)) << part;
  }
  EXPECT_TRUE(Has(page, "&lt;b&gt;officials&lt;/b&gt;"));
}

TEST(TimelinePage, WhatIsLeftOutIsSaid) {
  const std::string page = Page(Story(), {.events = 1, .statements = 1});
  EXPECT_TRUE(Has(page, "The first 1 of 2 events are here."));
  EXPECT_TRUE(Has(page, "1 more in the JSON output."));
  EXPECT_TRUE(Has(page, "Ended by</span> relief (2023-03-01)"));
  EXPECT_FALSE(Has(Page(Story()), "more in the JSON output"));
}

TEST(TimelinePage, WithoutEventsItIsAPage) {
  EXPECT_TRUE(Has(Page({}), "No events found."));
}

}  // namespace
}  // namespace interdict::documents
