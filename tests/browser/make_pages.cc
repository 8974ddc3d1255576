// Writes the pages that the browser test opens: make_pages FOLDER. The reports are made up; of
// names, words and markup there is all that makes pages difficult.
#include <fstream>
#include <iostream>
#include <string>

#include "interdict/documents/events/events.h"
#include "interdict/documents/pages/scan_page.h"
#include "interdict/documents/pages/timeline_page.h"
#include "interdict/documents/testing/scan_builder.h"

namespace interdict::documents {
namespace {

using testing::ClassRole;
using testing::PartyRole;
using testing::ScanBuilder;

constexpr std::string_view kReport =
    "Freedonia: Treasury weighs action against Roe regime\n"
    "Ana Roe at a rally (Photo: Example Pictures)\n"
    "The Treasury is considering new sanctions on President Ana Roe, a senior official told the "
    "Daily Record. The Roe regime called the plan absurd.\n"
    "In 2019 the Treasury designated Roe Shipping Ltd, which owns two tankers. Sylvania denied "
    "that "
    "it had ever banned its flights.\n"
    "Embargoes on Freedonian oil, in force since April 2019, were lifted in March 2022, the "
    "ministry "
    "said, if the port of Marx stays open.\n"
    "Nothing in this paragraph concerns anybody.\n"
    "شركة رو للشحن مدرجة على القائمة.\n";

Scan Report() {
  ScanBuilder builder("reports/freedonia.txt", std::string(kReport));
  builder.Published("2024-08-01").Outlet("Daily Record");
  builder.BlockIs("Freedonia:", BlockKind::kTitle, "layout.title");
  builder.BlockIs("Ana Roe at", BlockKind::kCaption, "layout.caption.photo_credit");
  const uint32_t treasury = builder.AddParty(
      {.name = "Department of the Treasury", .kind = PartyKind::kGovernment, .country = "us"});
  const uint32_t regime = builder.AddParty(
      {.name = "Government of Freedonia", .kind = PartyKind::kGovernment, .country = "ve"});
  const uint32_t roe = builder.AddParty({.name = "Ana Roe",
                                         .kind = PartyKind::kPerson,
                                         .entity = "us_ofac_sdn:7",
                                         .records = {"us_ofac_sdn:7", "eu_fsf:EU.7.1"},
                                         .programs = {"FREEDONIA"},
                                         .listed = "2017-07-31"});
  const uint32_t ships = builder.AddParty({.name = "Roe Shipping Ltd"});
  const uint32_t sylvania = builder.AddParty(
      {.name = "Sylvania", .kind = PartyKind::kGovernment, .candidates = {"x:1", "x:2"}});
  builder.MentionAll("Roe regime", regime).MentionAll("Treasury", treasury);
  builder.MentionAll("Roe Shipping Ltd", ships).MentionAll("Sylvania", sylvania);
  builder.MentionAll("Ana Roe", roe).MentionAll("شركة رو للشحن", ships, Naming::kAlias, 0.93);
  Mention inner{.span = builder.Find("Roe regime"), .party = roe, .how = Naming::kSurname};
  inner.span.end -= 7;
  inner.nested_in = 0;
  inner.score = 1;
  inner.rules = {"coref.surname"};
  builder.scan().mentions.push_back(inner);

  Measure& weighed = builder.AddMeasure(
      MeasureType::kSanctions,
      "The Treasury is considering new sanctions on President Ana Roe, a senior official told the "
      "Daily Record.",
      "new sanctions");
  weighed.actors = {PartyRole(treasury)};
  weighed.targets = {PartyRole(roe)};
  weighed.targets[0].span = builder.Find("Ana Roe, a senior");
  weighed.targets[0].span.end -= 10;
  weighed.status = MeasureStatus::kConsidered;
  weighed.attribution = {.kind = SourceKind::kAnonymousOfficial,
                         .source = "senior official",
                         .via = "Daily Record",
                         .cue = builder.Find("a senior official told"),
                         .competent = true};
  Measure& listed = builder.AddMeasure(
      MeasureType::kDesignation,
      "In 2019 the Treasury designated Roe Shipping Ltd, which owns two tankers.", "designated");
  listed.actors = {PartyRole(treasury)};
  listed.targets = {PartyRole(ships), ClassRole("two tankers")};
  listed.date = {builder.Find("In 2019"), "2019", {}, "date.year"};
  Measure& denied = builder.AddMeasure(MeasureType::kAirspaceClosure,
                                       "Sylvania denied that it had ever banned its flights.",
                                       "banned its flights");
  denied.targets = {PartyRole(regime)};
  denied.status = MeasureStatus::kDenied;
  denied.attribution = {.kind = SourceKind::kAffectedParty, .source = "Sylvania"};
  const std::string_view embargoes =
      "Embargoes on Freedonian oil, in force since April 2019, were lifted in March 2022, the "
      "ministry said, if the port of Marx stays open.";
  Measure& embargo = builder.AddMeasure(MeasureType::kTradeRestriction, embargoes, "Embargoes");
  embargo.targets = {PartyRole(regime)};
  embargo.date = {builder.Find("since April 2019"), "2019-04/..", {}, "date.since_month_year"};
  Measure& relief = builder.AddMeasure(MeasureType::kRelief, embargoes, "lifted");
  relief.targets = {PartyRole(regime)};
  relief.date = {builder.Find("in March 2022"), "2022-03", {}, "date.month_year"};
  relief.condition = builder.Find("if the port of Marx stays open");
  Scan scan = builder.Take();
  scan.hits = {{roe, 1, {}, {0}}};
  AssignEvents(&scan);
  return scan;
}

Scan Other() {
  ScanBuilder builder("reports/other.txt",
                      "Treasury has designated Roe Shipping Ltd.\nIt closed the airspace.\n");
  builder.Outlet("Evening Echo");
  const uint32_t ships = builder.AddParty({.name = "Roe Shipping Ltd"});
  const uint32_t regime = builder.AddParty(
      {.name = "Government of Freedonia", .kind = PartyKind::kGovernment, .country = "ve"});
  builder.MentionAll("Roe Shipping Ltd", ships);
  Measure& listed = builder.AddMeasure(MeasureType::kDesignation,
                                       "Treasury has designated Roe Shipping Ltd.", "designated");
  listed.targets = {PartyRole(ships)};
  Measure& closed =
      builder.AddMeasure(MeasureType::kAirspaceClosure, "It closed the airspace.", "closed");
  closed.targets = {PartyRole(regime)};
  Scan scan = builder.Take();
  AssignEvents(&scan);
  return scan;
}

// Whatever could break out of where it stands, everywhere a document or a list can put it.
Scan Hostile() {
  const std::string evil =
      "\"><script>window.pwned=1;alert(1)</script><img src=x onerror=\"window.pwned=2\">"
      "</style></title><svg onload=window.pwned=3>\xE2\x80\xAE[[']]{{7*7}}\xE2\x80\x8B";
  ScanBuilder builder(evil, "Ana " + evil + " sanctioned.\n\xD7\x90\xD7\x91 " + evil + "\n");
  Document& document = builder.scan().document;
  document.title = document.outlet = document.language = document.encoding = evil;
  document.published.basis = evil;
  document.published.candidates = {{{}, evil, evil, evil}};
  document.warnings = {evil};
  const uint32_t party = builder.AddParty({.name = evil,
                                           .kind = PartyKind::kPerson,
                                           .entity = evil,
                                           .records = {evil},
                                           .programs = {evil},
                                           .listed = evil});
  builder.MentionAll("Ana", party).MentionAll(evil, party);
  for (Mention& mention : builder.scan().mentions) {
    mention.matched = evil;
    mention.rules = {evil};
  }
  Measure& measure = builder.AddMeasure(MeasureType::kSanctions, "Ana " + evil, "Ana");
  measure.targets = {PartyRole(party), ClassRole(evil)};
  measure.attribution = {.kind = SourceKind::kDocument, .source = evil, .via = evil, .role = evil};
  measure.date = {builder.Find("Ana"), evil, {evil}, evil};
  measure.condition = builder.Find(evil);
  measure.list = measure.amount = evil;
  measure.rules = {evil};
  Scan scan = builder.Take();
  AssignEvents(&scan);
  return scan;
}

// Some megabytes with a finding in every hundredth paragraph.
Scan Large() {
  std::string text;
  for (int i = 0; i < 40000; ++i) {
    text += i % 100 == 0 ? "Here Ana Roe is named, in paragraph " + std::to_string(i) + ".\n"
                         : "A paragraph of a long report that says nothing of any party at all, " +
                               std::to_string(i) + ".\n";
  }
  ScanBuilder builder("large.txt", text);
  builder.MentionAll("Ana Roe", builder.AddParty({.name = "Ana Roe", .entity = "x:7"}));
  return builder.Take();
}

void Write(const std::string& path, const std::string& page) {
  std::ofstream(path, std::ios::binary) << page;
}

void WriteAll(const std::string& folder) {
  const Scan report = Report(), other = Other(), hostile = Hostile(), large = Large();
  const std::vector<const Scan*> both = {&report, &other};
  Write(folder + "/scan.html", ScanPage(both));
  Write(folder + "/timeline.html", TimelinePage(both, MergeEvents(both)));
  Write(folder + "/hostile_scan.html", ScanPage({&hostile}));
  Write(folder + "/hostile_timeline.html", TimelinePage({&hostile}, MergeEvents({&hostile})));
  Write(folder + "/large.html", ScanPage({&large}));
}

}  // namespace
}  // namespace interdict::documents

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "make_pages FOLDER\n";
    return 2;
  }
  interdict::documents::WriteAll(argv[1]);
  return 0;
}
