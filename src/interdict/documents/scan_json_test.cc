#include "interdict/documents/scan_json.h"

#include <gtest/gtest.h>

#include "interdict/documents/testing/scan_builder.h"

namespace interdict::documents {
namespace {

using testing::ClassRole;
using testing::PartyRole;
using testing::ScanBuilder;

std::string Line(const Scan& scan) {
  JsonWriter json;
  WriteScanJson(scan, &json);
  return json.Take();
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

ScanBuilder Example() {
  ScanBuilder builder("a.txt",
                      "Roe Shipping listed\nPhoto: Ana Roe\n"
                      "The Treasury sanctioned Roe Shipping in July, said Ana Roe.\n");
  builder.Published("2024-08-01").BlockIs("Photo", BlockKind::kCaption, "layout.caption");
  builder.BlockIs("Roe Shipping listed", BlockKind::kTitle, "layout.title");
  const uint32_t treasury = builder.AddParty(
      {.name = "Department of the Treasury", .kind = PartyKind::kGovernment, .country = "us"});
  const uint32_t ship = builder.AddParty({.name = "Roe Shipping Ltd",
                                          .entity = "us_ofac_sdn:7",
                                          .records = {"us_ofac_sdn:7"},
                                          .programs = {"SDGT"},
                                          .listed = "2024-07-02"});
  const uint32_t ana = builder.AddParty({.name = "Ana Roe", .kind = PartyKind::kPerson});
  builder.MentionAll("Roe Shipping", ship, Naming::kAlias, 0.93).MentionAll("Ana Roe", ana);
  Measure& measure = builder.AddMeasure(
      MeasureType::kDesignation, "The Treasury sanctioned Roe Shipping in July", "sanctioned");
  measure.actors = {PartyRole(treasury)};
  measure.targets = {PartyRole(ship), ClassRole("two unnamed owners")};
  measure.targets[0].span = builder.Find("Roe Shipping in July");
  measure.targets[0].span.end -= 8;
  measure.attribution = {.kind = SourceKind::kNamedOfficial,
                         .source = "Ana Roe",
                         .cue = builder.Find("said Ana Roe"),
                         .competent = true};
  measure.date = {builder.Find("in July"), "2024-07", {}, "date.bare_month"};
  measure.event = "e1";
  builder.scan().hits = {{ship, 0.93, {0, 1}, {0}}};
  return builder;
}

TEST(ScanJson, ALineBeginsWithTheDocumentInTheShapeOfTheOutsideContract) {
  const std::string line = Line(Example().Take());
  EXPECT_TRUE(line.starts_with(
      "{\"file\":\"a.txt\",\"markup\":\"plain\",\"encoding\":\"UTF-8\","
      "\"published\":{\"value\":\"2024-08-01\",\"basis\":\"option\"},"
      "\"body\":{\"start\":0,\"end\":94},"
      "\"blocks\":[{\"kind\":\"title\",\"start\":0,\"end\":19,\"reason\":\"layout.title\"},"))
      << line;
  EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(ScanJson, AMentionSaysWhomHowAndWhere) {
  const std::string line = Line(Example().Take());
  EXPECT_TRUE(
      Has(line,
          "{\"start\":0,\"end\":12,\"text\":\"Roe Shipping\",\"party\":\"Roe Shipping Ltd\","
          "\"entity\":\"us_ofac_sdn:7\",\"kind\":\"organization\",\"how\":\"alias\","
          "\"score\":0.93,\"block\":\"title\",\"rules\":[\"mention.test\"]}"))
      << line;
  EXPECT_TRUE(Has(line,
                  "{\"start\":27,\"end\":34,\"text\":\"Ana Roe\",\"party\":\"Ana Roe\","
                  "\"entity\":null,\"kind\":\"person\",\"how\":\"name\",\"score\":1.0,"
                  "\"block\":\"caption\",\"in_boilerplate\":true,"))
      << line;
}

TEST(ScanJson, AMeasureSaysAllThatIsKnownOfIt) {
  const std::string line = Line(Example().Take());
  EXPECT_TRUE(
      Has(line,
          "\"measures\":[{\"type\":\"designation\",\"actor\":[\"Department of the Treasury\"],"
          "\"target\":[\"Roe Shipping Ltd\",\"two unnamed owners\"],"
          "\"target_entities\":[\"us_ofac_sdn:7\"],\"date\":\"2024-07\","
          "\"date_expression\":{\"start\":72,\"end\":79,\"text\":\"in July\"},"
          "\"date_rule\":\"date.bare_month\",\"status\":\"in_force\","
          "\"attribution\":{\"kind\":\"named_official\",\"source\":\"Ana Roe\",\"via\":null,"
          "\"cue\":{\"start\":81,\"end\":93,\"text\":\"said Ana Roe\"},\"competent\":true},"
          "\"trigger\":{\"start\":48,\"end\":58,\"text\":\"sanctioned\"},"
          "\"evidence\":{\"start\":35,\"end\":79,\"text\":"
          "\"The Treasury sanctioned Roe Shipping in July\"},"))
      << line;
  EXPECT_TRUE(Has(line,
                  "{\"role\":\"target\",\"name\":\"Roe Shipping Ltd\",\"party\":1,\"start\":59,"
                  "\"end\":71,\"text\":\"Roe Shipping\"}"))
      << line;
  EXPECT_TRUE(Has(line, "\"event\":\"e1\",\"rules\":[\"measure.test\"]}]")) << line;
}

TEST(ScanJson, WhatIsNotKnownIsNullAndNeverEmptyText) {
  ScanBuilder builder("b.txt", "It may sanction someone.");
  builder.AddMeasure(MeasureType::kSanctions, "It may sanction someone.", "sanction");
  builder.MentionAll("someone", kNone);
  const std::string line = Line(builder.Take());
  EXPECT_TRUE(Has(line, "\"published\":{\"value\":null,\"basis\":\"unknown\"}"));
  EXPECT_TRUE(Has(line, "\"party\":null,\"entity\":null,\"kind\":null"));
  EXPECT_TRUE(Has(line, "\"actor\":[],\"target\":[],\"target_entities\":[],\"date\":null,"));
  EXPECT_TRUE(Has(line, "\"kind\":\"author\",\"source\":null,\"via\":null,\"competent\":false"));
  EXPECT_TRUE(Has(line, "\"event\":null"));
}

TEST(ScanJson, OffsetsAreBytesOfTheFileWhereTheTextWasConverted) {
  // <p>A&amp;B Roe</p>: the entity stands for one byte of the text.
  ScanBuilder builder("c.html", "A&B Roe");
  builder.scan().document.origins = {{{0, 1}, {3, 4}}, {{1, 2}, {4, 9}}, {{2, 7}, {9, 14}}};
  builder.MentionAll("A&B", builder.AddParty({.name = "A&B"}));
  builder.MentionAll("Roe", builder.AddParty({.name = "Roe"}));
  const std::string line = Line(builder.Take());
  EXPECT_TRUE(Has(line, "{\"start\":3,\"end\":10,\"text\":\"A&B\"")) << line;
  EXPECT_TRUE(Has(line, "{\"start\":11,\"end\":14,\"text\":\"Roe\"")) << line;
}

TEST(ScanJson, HomonymsAndContestedGroundsAreNamed) {
  ScanBuilder builder("d.txt", "Roe was charged.");
  const uint32_t roe = builder.AddParty({.name = "Roe", .candidates = {"x:1", "x:2"}});
  Measure& measure = builder.AddMeasure(MeasureType::kIndictment, "Roe was charged.", "charged");
  measure.contested_by = {roe};
  measure.amount = "USD 5";
  measure.condition = builder.Find("charged");
  measure.presupposed = true;
  const std::string line = Line(builder.Take());
  EXPECT_TRUE(Has(line, "\"candidates\":[\"x:1\",\"x:2\"]"));
  EXPECT_TRUE(Has(line, "\"contested_by\":[\"Roe\"],\"amount\":\"USD 5\""));
  EXPECT_TRUE(Has(line, "\"condition\":{\"start\":8,\"end\":15,\"text\":\"charged\"},"));
  EXPECT_TRUE(Has(line, "\"presupposed\":true"));
}

}  // namespace
}  // namespace interdict::documents
