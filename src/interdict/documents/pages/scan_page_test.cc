#include "interdict/documents/pages/scan_page.h"

#include <gtest/gtest.h>

#include "interdict/documents/testing/page_values.h"
#include "interdict/documents/testing/scan_builder.h"

namespace interdict::documents {
namespace {

using testing::ClassRole;
using testing::PartyRole;
using testing::ScanBuilder;
using testing::ValuesBehind;

constexpr std::string_view kHostile = "\"><script>alert('x')</script><img src=x onerror=alert(1)>";

ScanBuilder Example() {
  ScanBuilder builder("a.txt",
                      "Roe regime sanctioned\nPhoto: Getty\n"
                      "The Treasury sanctioned Roe and two tankers on Friday, it said.\n"
                      "Nothing else happened.\n");
  builder.Published("2024-08-01").Outlet("Daily Record");
  builder.BlockIs("Roe regime", BlockKind::kTitle, "layout.title");
  builder.BlockIs("Photo", BlockKind::kCaption, "layout.caption");
  const uint32_t regime = builder.AddParty(
      {.name = "Government of Freedonia", .kind = PartyKind::kGovernment, .country = "xx"});
  const uint32_t roe = builder.AddParty({.name = "Ana Roe",
                                         .kind = PartyKind::kPerson,
                                         .entity = "us_ofac_sdn:7",
                                         .records = {"us_ofac_sdn:7", "eu_fsf:EU.1"},
                                         .programs = {"SDGT"},
                                         .listed = "2017-07-31"});
  builder.MentionAll("Roe regime", regime).MentionAll("Roe", roe, Naming::kSurname, 0.9);
  builder.scan().mentions[1].nested_in = 0;
  Measure& measure = builder.AddMeasure(
      MeasureType::kDesignation, "The Treasury sanctioned Roe and two tankers on Friday, it said.",
      "sanctioned");
  measure.targets = {PartyRole(roe), ClassRole("two tankers")};
  measure.targets[0].span = builder.Find("Roe and two");
  measure.targets[0].span.end -= 8;
  measure.date = {builder.Find("on Friday"), "2024-07-26", {}, "date.weekday"};
  measure.attribution = {.kind = SourceKind::kInstitution, .source = "Treasury"};
  measure.event = "ev-1";
  builder.scan().hits = {{roe, 0.9, {1, 2}, {0}}};
  return builder;
}

std::string Page(const Scan& scan, const PageLimits& limits = {}) {
  return ScanPage({&scan}, limits);
}

bool Has(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

TEST(ScanPage, WordsAreMarkedAndBlocksSetApart) {
  const std::string page = Page(Example().Take());
  EXPECT_TRUE(Has(page, "data-ids=\"d0-m1 d0-p1 d0-m0 d0-p0\"")) << "a name inside a name";
  EXPECT_TRUE(Has(page, "class=\"m person listed\">Roe</a>"));
  EXPECT_TRUE(Has(page, "class=\"m government unlisted\"> regime</a>"));
  EXPECT_TRUE(Has(page, "class=\"e t in_force\" data-x=\"d0-v0:evidence\">sanctioned</a>"));
  EXPECT_TRUE(Has(page, "data-x=\"d0-v0:evidence d0-v0:target\">Roe</a>"));
  EXPECT_TRUE(Has(page, "<p dir=\"auto\" class=\"title\">"));
  EXPECT_TRUE(Has(page, "class=\"chrome\"><span class=\"tag\" title=\"layout.caption\">caption"));
  EXPECT_TRUE(Has(page, "published 2024-08-01 (option)"));
}

TEST(ScanPage, TablesSayWhatTheScanSays) {
  const std::string page = Page(Example().Take());
  for (std::string_view part :
       {"<code>us_ofac_sdn:7</code> <code>eu_fsf:EU.1</code>", "2017-07-31", "<bdi>SDGT</bdi>",
        "<bdi>two tankers</bdi>", "2024-07-26", "“<bdi>on Friday</bdi>”", "(institution)", "ev-1",
        "inside “<bdi>Roe regime</bdi>”", "bytes 0–3", "measure.<wbr>test"}) {
    EXPECT_TRUE(Has(page, part)) << part;
  }
  // The party that is listed is the first, whatever the text names first.
  EXPECT_LT(page.find("<td>P1</td><td><bdi>Ana Roe"), page.find("<td>P2</td><td><bdi>Government"));
}

TEST(ScanPage, EveryLinkLeadsSomewhereAndNoIdIsGivenTwice) {
  const Scan a = Example().Take(), b = Example().Take();
  const std::string page = ScanPage({&a, &b});
  const auto ids = ValuesBehind(page, " id=\"");
  for (const std::string& id : ids) EXPECT_EQ(ids.count(id), 1u) << id;
  const auto targets = ValuesBehind(page, "href=\"#");
  EXPECT_GT(targets.size(), 20u);
  for (const std::string& target : targets) EXPECT_TRUE(ids.contains(target)) << target;
}

TEST(ScanPage, ThePageLoadsNothingAndHasNoInlineHandlers) {
  const std::string page = Page(Example().Take());
  for (std::string_view part :
       {"http:", "https:", " src=", "url(", "@import", " style=", " onclick=", "javascript:"}) {
    EXPECT_FALSE(Has(page, part)) << part;
  }
  EXPECT_TRUE(Has(page, "Content-Security-Policy"));
}

TEST(ScanPage, HostileTextIsTextWhereverItStands) {
  const std::string evil(kHostile);
  ScanBuilder builder(evil, "Ana " + evil + "\xE2\x80\xAE sanctioned.\n");
  Document& document = builder.scan().document;
  document.title = document.outlet = document.language = document.encoding = evil;
  document.published.basis = evil;
  document.published.candidates = {{{}, evil, evil, evil}};
  document.warnings = {evil};
  const uint32_t party = builder.AddParty(
      {.name = evil, .entity = evil, .records = {evil}, .programs = {evil}, .listed = evil});
  const uint32_t homonym = builder.AddParty({.name = evil, .candidates = {evil}});
  builder.MentionAll("Ana", party).MentionAll("script", homonym);
  for (Mention& mention : builder.scan().mentions) {
    mention.matched = evil;
    mention.rules = {evil};
  }
  Measure& measure = builder.AddMeasure(MeasureType::kSanctions, "Ana " + evil, "Ana");
  measure.targets = {PartyRole(party), ClassRole(evil)};
  measure.attribution = {.kind = SourceKind::kDocument, .source = evil, .via = evil, .role = evil};
  measure.date = {builder.Find("Ana"), evil, {evil}, evil};
  measure.condition = builder.Find(evil);
  measure.contested_by = {party};
  measure.list = measure.amount = measure.event = evil;
  measure.rules = {evil};
  const std::string page = Page(builder.Take());
  EXPECT_EQ(ValuesBehind(page, "<script").size(), 1u);
  EXPECT_FALSE(Has(page, "<img"));
  EXPECT_FALSE(Has(page, "lang=\"\""));
  EXPECT_FALSE(Has(page, "\xE2\x80\xAE"));
  EXPECT_TRUE(Has(page, "[U+202E]"));
}

TEST(ScanPage, OfMuchTextOnlyParagraphsWithFindingsAreShownAndThePageSaysSo) {
  const Scan scan = Example().Take();
  const std::string whole = Page(scan);
  EXPECT_TRUE(Has(whole, "Nothing else happened."));
  EXPECT_FALSE(Has(whole, "not shown"));
  const std::string brief = Page(scan, {.whole_text_bytes = 10});
  EXPECT_FALSE(Has(brief, "Nothing else happened."));
  EXPECT_FALSE(Has(brief, "Getty"));
  EXPECT_TRUE(Has(brief, "[1 paragraph not shown]"));
  EXPECT_TRUE(Has(brief, "only paragraphs with findings are here"));
  const std::string none = Page(scan, {.whole_text_bytes = 10, .shown_text_bytes = 25});
  EXPECT_FALSE(Has(none, "two tankers on Friday, it said.</p>"));
  EXPECT_TRUE(Has(none, "[3 paragraphs not shown]"));
  EXPECT_TRUE(Has(Page(scan, {.mention_rows = 1}), "3 mentions, 1 of them here"));
}

TEST(ScanPage, AScanWithoutFindingsIsAPage) {
  const Scan scan = ScanBuilder("empty.txt", "").Take();
  const std::string page = Page(scan);
  EXPECT_TRUE(Has(page, "No parties found."));
  EXPECT_TRUE(Has(page, "No measures found."));
  EXPECT_TRUE(Has(ScanPage({}), "Scan of 0 documents"));
}

}  // namespace
}  // namespace interdict::documents
