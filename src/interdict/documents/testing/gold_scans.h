// Annotated articles (a folder with gold.json and the texts) as scans: what a scanner that makes no
// mistake would have found.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/documents/events/day_range.h"
#include "interdict/documents/scan.h"
#include "interdict/entity/country.h"
#include "interdict/syntax/json.h"

namespace interdict::documents::testing {

struct GoldScan {
  Scan scan;
  std::vector<std::string> events;  // of each measure, as annotated
};

class GoldReader {
 public:
  // `published`: with the date of publication and the dates that follow from it, as a caller gives
  // them; else with what the text alone says.
  GoldReader(std::string folder, bool published)
      : folder_(std::move(folder)), published_(published) {}

  // Articles whose file begins so.
  std::vector<GoldScan> Read(std::string_view prefix = {}) {
    auto bytes = MappedFile::Open(folder_ + "/gold.json");
    EXPECT_TRUE(bytes.ok());
    JsonParser parser;
    auto gold = parser.ParseObject(bytes->bytes());
    EXPECT_TRUE(gold.ok());
    std::vector<GoldScan> scans;
    for (const JsonValue& article : Items(*gold, "articles")) {
      if (!JsonString(Object(article), "file").starts_with(prefix)) continue;
      scans.push_back(ReadArticle(article));
    }
    return scans;
  }

 private:
  static std::vector<JsonValue> Items(const JsonObject& object, std::string_view key) {
    std::vector<JsonValue> items;
    simdjson::dom::array array;
    if (object[key].get(array) != simdjson::SUCCESS) return items;
    for (JsonValue item : array) items.push_back(item);
    return items;
  }

  static JsonObject Object(const JsonValue& value) {
    JsonObject object;
    EXPECT_EQ(value.get(object), simdjson::SUCCESS);
    return object;
  }

  static Span SpanOf(const JsonObject& object) {
    uint64_t start = 0, end = 0;
    if (object["start"].get(start) != simdjson::SUCCESS) return {};
    EXPECT_EQ(object["end"].get(end), simdjson::SUCCESS);
    return {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
  }

  template <typename Enum, typename Name>
  static Enum Parse(std::string_view text, Name name, int count) {
    for (int i = 0; i < count; ++i) {
      if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    ADD_FAILURE() << "unknown: " << text;
    return {};
  }

  GoldScan ReadArticle(const JsonValue& value) {
    const JsonObject article = Object(value);
    GoldScan gold;
    scan_ = &gold.scan;
    parties_.clear();
    Document& document = gold.scan.document;
    document.file = std::string(JsonString(article, "file"));
    auto bytes = MappedFile::Open(folder_ + "/" + document.file);
    EXPECT_TRUE(bytes.ok());
    document.converted = std::string(bytes->bytes());
    document.text = document.converted;
    document.encoding = "UTF-8";
    document.published.basis = "unknown";
    const JsonObject publication = Object(article["publication"].value());
    if (published_) {
      document.published.basis = "option";
      if (const auto days = ReadDayRange(JsonString(publication, "value"))) {
        document.published.date = PartialDate{days->first, days->last};
      }
    }
    document.body = SpanOf(Object(article["body"].value()));
    ReadBlocks(article);
    ReadMentions(article);
    for (const JsonValue& measure : Items(article, "measures")) {
      gold.events.emplace_back(JsonString(Object(measure), "event"));
      ReadMeasure(Object(measure));
    }
    return gold;
  }

  // Lines, those with boilerplate in them as chrome.
  void ReadBlocks(const JsonObject& article) {
    Document& document = scan_->document;
    std::vector<Span> boilerplate;
    for (const JsonValue& item : Items(article, "boilerplate")) {
      boilerplate.push_back(SpanOf(Object(item)));
    }
    for (size_t at = 0; at < document.text.size();) {
      const size_t end = std::min(document.text.find('\n', at), document.text.size());
      const Span line{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      if (end > at) {
        bool chrome = !document.body.Overlaps(line);
        for (const Span& span : boilerplate) chrome |= span.Overlaps(line);
        document.blocks.push_back({line, chrome ? BlockKind::kChrome : BlockKind::kBody, "gold"});
      }
      at = end + 1;
    }
  }

  void ReadMentions(const JsonObject& article) {
    std::map<std::string, uint32_t> by_id;
    for (const JsonValue& value : Items(article, "mentions")) {
      const JsonObject object = Object(value);
      Mention mention;
      mention.span = SpanOf(object);
      mention.score = 1;
      mention.rules = {"gold." + std::string(JsonString(object, "kind"))};
      mention.party = PartyNamed(std::string(JsonString(object, "canonical")),
                                 Parse<PartyKind>(JsonString(object, "type"), PartyKindName, 6));
      const std::string_view outer = JsonString(object, "nested_in");
      const auto known = by_id.find(std::string(outer));
      if (known != by_id.end()) mention.nested_in = known->second;
      by_id[std::string(JsonString(object, "id"))] = static_cast<uint32_t>(scan_->mentions.size());
      scan_->mentions.push_back(std::move(mention));
    }
  }

  uint32_t PartyNamed(const std::string& name, PartyKind kind) {
    const auto [party, is_new] =
        parties_.emplace(name, static_cast<uint32_t>(scan_->parties.size()));
    if (is_new) {
      scan_->parties.push_back({.name = name, .kind = kind});
      if (kind == PartyKind::kGovernment) scan_->parties.back().country = Country(name);
    }
    return party->second;
  }

  // Of a government or an agency, by its name or as everybody knows it.
  static std::string Country(const std::string& name) {
    for (std::string_view prefix : {"Government of the ", "Government of "}) {
      if (name.starts_with(prefix)) return CountryCode(name.substr(prefix.size()));
    }
    constexpr std::pair<std::string_view, std::string_view> kKnown[] = {
        {"United States", "us"},
        {"White House", "us"},
        {"Office of Foreign Assets", "us"},
        {"Bureau of Industry", "us"},
        {"Federal Aviation", "us"},
        {"Homeland Security", "us"},
        {"FBI", "us"},
        {"Office of Financial Sanctions", "gb"},
        {"Foreign, Commonwealth", "gb"},
        {"Home Office", "gb"},
        {"Federal Department of", "ch"},
        {"French", "fr"}};
    for (const auto& [start, country] : kKnown) {
      if (name.starts_with(start)) return std::string(country);
    }
    const size_t of = name.rfind(" of ");
    return of == name.npos ? "" : CountryCode(name.substr(of + 4));
  }

  // Names of the annotation that no mention of the article has are governments or classes.
  Role RoleNamed(std::string_view text) {
    const std::string name(text);
    Role role;
    const auto known = parties_.find(name);
    if (known != parties_.end()) {
      role.party = known->second;
    } else if (name.starts_with("Government of ")) {
      role.party = PartyNamed(name, PartyKind::kGovernment);
    } else {
      role.text = name;
    }
    return role;
  }

  void ReadMeasure(const JsonObject& object) {
    Measure measure;
    measure.type =
        Parse<MeasureType>(JsonString(object, "type"), MeasureTypeName, kMeasureTypeCount);
    measure.status = Parse<MeasureStatus>(JsonString(object, "status"), MeasureStatusName, 6);
    for (const JsonValue& actor : Items(object, "actor")) {
      measure.actors.push_back(RoleNamed(JsonString(actor)));
    }
    for (const JsonValue& target : Items(object, "target")) {
      measure.targets.push_back(RoleNamed(JsonString(target)));
    }
    measure.trigger = SpanOf(Object(object["trigger"].value()));
    measure.evidence = SpanOf(Object(object["evidence"].value()));
    measure.list = std::string(JsonString(object, "list"));
    measure.amount = std::string(JsonString(object, "amount"));
    measure.presupposed = object["presupposed"].error() == simdjson::SUCCESS;
    measure.ended = object["ended"].error() == simdjson::SUCCESS;
    const JsonObject attribution = Object(object["attribution"].value());
    measure.attribution.kind =
        Parse<SourceKind>(JsonString(attribution, "kind"), SourceKindName, 7);
    measure.attribution.source = std::string(JsonString(attribution, "source"));
    measure.attribution.via = std::string(JsonString(attribution, "via"));
    measure.attribution.role = std::string(JsonString(attribution, "role"));
    JsonObject date;
    if (object["date"].get(date) == simdjson::SUCCESS) {
      measure.date.expression = SpanOf(date);
      measure.date.value = DateValue(JsonString(date, "from_text"));
    }
    measure.rules = {"gold"};
    scan_->measures.push_back(std::move(measure));
  }

  // The annotation describes dates that follow from the publication in words.
  std::string DateValue(std::string_view from_text) const {
    if (ReadDayRange(from_text)) return std::string(from_text);
    const auto& published = scan_->document.published.date;
    if (!published) return "";
    const std::string month = FormatPartialDate(*published).substr(0, 7);
    if (from_text == "publication month" || from_text == "publication week") return month;
    if (from_text == "last July before publication") return month.substr(0, 4) + "-07";
    if (from_text == "last February before publication") return month.substr(0, 4) + "-02";
    return "";
  }

  std::string folder_;
  bool published_;
  Scan* scan_ = nullptr;
  std::map<std::string, uint32_t> parties_;
};

}  // namespace interdict::documents::testing
