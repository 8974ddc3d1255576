#include "interdict/evaluate/evaluation.h"

#include <gtest/gtest.h>

#include <utility>

#include "interdict/evaluate/report_json.h"
#include "interdict/evaluate/report_page.h"

namespace interdict::evaluate {
namespace {

Evaluation Evaluated(std::string_view csv, NameModel model = NameModel::kInterdict) {
  const auto pairs = ReadLabelledPairs(csv, "p.csv");
  EXPECT_TRUE(pairs.ok()) << (pairs.ok() ? "" : pairs.error().Text());
  const PairScorer scorer = std::move(PairScorer::Create(model)).value();
  Evaluation evaluation = Evaluate(*pairs, scorer, 7000);
  evaluation.input = "p.csv";
  return evaluation;
}

constexpr std::string_view kPairs =
    "name1,name2,schema,is_match,case_group,quality\n"
    "Ana Maria Roe,\"ROE, Ana Maria\",Person,true,people,HIGH\n"
    "Ana Maria Roe,Ivan Petrov,Person,false,people,LOW\n"
    "Acme Shipping Ltd,Zenith Bank,Company,true,bodies,HIGH\n"
    "Northern Star Trading,Northern Star Trading,Company,false,bodies,LOW\n";

TEST(Evaluation, TellsRightFromWrongAndExplainsTheWrong) {
  const Evaluation evaluation = Evaluated(kPairs);
  EXPECT_EQ(evaluation.model, "interdict-1");
  EXPECT_EQ(evaluation.counts.true_positive, 1);
  EXPECT_EQ(evaluation.counts.true_negative, 1);
  ASSERT_EQ(evaluation.missed.size(), 1);
  EXPECT_EQ(evaluation.missed[0].pair.line, 4);
  EXPECT_FALSE(evaluation.missed[0].explanation.empty());
  ASSERT_EQ(evaluation.false_hits.size(), 1);
  EXPECT_EQ(evaluation.false_hits[0].score, kFullScore);
  EXPECT_EQ(Evaluated(kPairs, NameModel::kOfac).model, "ofac");
}

TEST(Evaluation, GroupsAreMeasuredColumnByColumn) {
  const Evaluation evaluation = Evaluated(kPairs);
  std::vector<std::string> seen;
  for (const Group& group : evaluation.groups) {
    seen.push_back(group.column + "=" + group.value + ":" + std::to_string(group.counts.all()));
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"case_group=bodies:2", "case_group=people:2",
                                            "quality=HIGH:2", "quality=LOW:2"}));
  EXPECT_EQ(evaluation.groups[1].area_under_roc, 1);
  EXPECT_EQ(evaluation.groups[2].area_under_roc, std::nullopt);
}

TEST(ReportJson, HoldsMeasuresCurveAndWrongPairs) {
  const std::string json = ReportJson(Evaluated(kPairs));
  for (const char* piece :
       {"\"model\": \"interdict-1\"", "\"threshold\": 0.7", "\"precision\": 0.5", "\"auc\":",
        "\"curve\":", "\"reliability\":", "\"name2\": \"Zenith Bank\"", "\"line\": 4"}) {
    EXPECT_NE(json.find(piece), std::string::npos) << piece;
  }
}

TEST(ReportPage, StandsAloneAndRunsNothing) {
  const std::string page = ReportPage(Evaluated(kPairs));
  for (const char* piece : {"<!DOCTYPE html>", "<svg", "prefers-color-scheme: dark", "@media print",
                            "Zenith Bank", "interdict-1"}) {
    EXPECT_NE(page.find(piece), std::string::npos) << piece;
  }
  for (const char* piece : {"<script", "http://", "https://", "url("}) {
    EXPECT_EQ(page.find(piece), std::string::npos) << piece;
  }
}

TEST(ReportPage, NamesCannotBecomeMarkup) {
  const std::string page =
      ReportPage(Evaluated("name1,name2,schema,is_match,case_group\n"
                           "\"<b>Ana</b> & \"\"Roe\",<script>alert(1)</script>,Person,true,<i>\n"
                           "x,y,,false,<i>\n"));
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("<b>Ana"), std::string::npos);
  EXPECT_EQ(page.find("<i>"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(1)"), std::string::npos);
}

TEST(ReportPage, IsMadeAlsoOfPairsOfOneKindOnly) {
  for (const char* verdict : {"true", "false"}) {
    const std::string csv =
        std::string("name1,name2,schema,is_match\nAna Roe,Ana Roe,Person,") + verdict + "\n";
    const std::string page = ReportPage(Evaluated(csv));
    EXPECT_NE(page.find("</html>"), std::string::npos);
    EXPECT_EQ(page.find("nan"), std::string::npos);
    EXPECT_NE(ReportJson(Evaluated(csv)).find("\"auc\": null"), std::string::npos);
  }
}

}  // namespace
}  // namespace interdict::evaluate
