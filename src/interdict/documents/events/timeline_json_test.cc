#include "interdict/documents/events/timeline_json.h"

#include <gtest/gtest.h>

#include "interdict/documents/testing/scan_builder.h"

namespace interdict::documents {
namespace {

using testing::PartyRole;
using testing::ScanBuilder;

Scan Report(const std::string& file, const std::string& outlet, const std::string& published,
            MeasureType type) {
  ScanBuilder builder(file, "Treasury acted against Ana Roe.");
  builder.Published(published).Outlet(outlet);
  Measure& measure = builder.AddMeasure(type, "Treasury acted against Ana Roe.", "acted");
  measure.targets = {PartyRole(
      builder.AddParty({.name = "Ana Roe", .kind = PartyKind::kPerson, .entity = "x:1"}))};
  return builder.Take();
}

std::string Timeline(const std::vector<const Scan*>& scans) {
  JsonWriter json;
  WriteTimelineJson(scans, MergeEvents(scans), &json);
  return json.Take();
}

TEST(TimelineJson, AnEventHasEveryStatementWithItsPlace) {
  const Scan a = Report("a.txt", "Alpha", "2024-01-01", MeasureType::kAssetFreeze);
  const Scan b = Report("b.txt", "Beta", "2024-01-02", MeasureType::kAssetFreeze);
  const std::string json = Timeline({&a, &b});
  const std::string quote =
      "\"evidence\":{\"start\":0,\"end\":31,\"text\":\"Treasury acted against Ana Roe.\"}";
  EXPECT_TRUE(json.starts_with(
      "{\"documents\":[{\"file\":\"a.txt\",\"outlet\":\"Alpha\",\"published\":\"2024-01-01\","
      "\"published_basis\":\"option\"},"))
      << json;
  const size_t events = json.find("\"events\":[");
  ASSERT_NE(events, std::string::npos);
  const std::string id = json.substr(json.find("\"id\":\"") + 6, 15);
  EXPECT_TRUE(id.starts_with("ev-")) << id;
  EXPECT_EQ(
      json.substr(events),
      "\"events\":[{\"id\":\"" + id +
          "\",\"type\":\"asset_freeze\",\"actor\":[],\"target\":[\"Ana Roe\"],"
          "\"target_entities\":[\"x:1\"],\"date\":null,\"status\":\"in_force\","
          "\"conflicting\":false,\"listed\":null,\"announced_not_listed\":false,\"relieves\":[],"
          "\"relieved_by\":[],\"history\":[{\"status\":\"in_force\",\"published\":\"2024-01-01\","
          "\"statement\":0}],\"statements\":[{\"file\":\"a.txt\",\"outlet\":\"Alpha\","
          "\"published\":\"2024-01-01\",\"type\":\"asset_freeze\",\"status\":\"in_force\","
          "\"date\":null,\"attribution\":{\"kind\":\"author\",\"source\":null,\"via\":null,"
          "\"competent\":false},\"trigger\":{\"start\":9,\"end\":14,\"text\":\"acted\"}," +
          quote +
          ",\"rules\":[\"measure.test\"],\"copies\":[{\"file\":\"b.txt\",\"outlet\":\"Beta\","
          "\"published\":\"2024-01-02\"," +
          quote + "}]}]}]}");
}

TEST(TimelineJson, AReliefAndWhatItEndsNameEachOther) {
  const Scan a = Report("a.txt", "", "2024-01-01", MeasureType::kAssetFreeze);
  const Scan b = Report("b.txt", "", "2024-02-02", MeasureType::kRelief);
  const std::string json = Timeline({&a, &b});
  const size_t first = json.find("\"id\":\"") + 6, second = json.find("\"id\":\"", first) + 6;
  EXPECT_NE(json.find("\"relieved_by\":[\"" + json.substr(second, 15) + "\"]"), std::string::npos);
  EXPECT_NE(json.find("\"relieves\":[\"" + json.substr(first, 15) + "\"]"), std::string::npos);
}

TEST(TimelineJson, WithoutEventsThereAreTheDocuments) {
  EXPECT_EQ(Timeline({}), "{\"documents\":[],\"events\":[]}");
}

}  // namespace
}  // namespace interdict::documents
