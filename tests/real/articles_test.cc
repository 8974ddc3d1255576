// The annotated articles and the press releases: layout, publication and dates against what people
// marked by hand.
#include <gtest/gtest.h>

#include <map>

#include "interdict/documents/dates.h"
#include "interdict/documents/intake/read_document.h"
#include "interdict/syntax/json.h"
#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

using documents::Block;
using documents::BlockKind;
using documents::Document;
using documents::Span;

struct Article {
  explicit Article(std::string file) : name(std::move(file)), mapped(Open(name)) {
    auto read = documents::ReadDocument(name, mapped.bytes(), {});
    EXPECT_TRUE(read.ok()) << name;
    if (read.ok()) document = std::move(*read);
  }
  static MappedFile Open(const std::string& path) {
    auto file = MappedFile::Open(DataPath(path));
    EXPECT_TRUE(file.ok()) << path;
    return std::move(*file);
  }

  std::string name;
  MappedFile mapped;
  Document document;
};

// Calls `take(article of the gold file, document)` for each.
template <typename Take>
void ForEachArticle(Take take) {
  const MappedFile gold = Article::Open("articles/gold.json");
  JsonParser parser;
  auto root = parser.ParseObject(gold.bytes());
  ASSERT_TRUE(root.ok());
  int articles = 0;
  for (const auto marked : (*root)["articles"].get_array()) {
    const Article article("articles/" + std::string(marked["file"].get_string().value()));
    take(marked.get_object().value(), article.document);
    ++articles;
  }
  EXPECT_EQ(articles, 5);
}

Span SpanOf(JsonValue value) {
  return {static_cast<uint32_t>(value["start"].get_uint64().value()),
          static_cast<uint32_t>(value["end"].get_uint64().value())};
}

TEST(RealArticles, BodyTitleAndBoilerplateAreAsMarked) {
  ForEachArticle([](const JsonObject& marked, const Document& document) {
    EXPECT_TRUE(document.origins.empty());
    EXPECT_EQ(document.body, SpanOf(marked["body"])) << document.file;
    const bool titled = !marked["title"].is_null();
    EXPECT_EQ(document.title,
              titled ? std::string(marked["title"]["text"].get_string().value()) : "");
    std::vector<Span> boilerplate;
    for (const auto span : marked["boilerplate"].get_array()) boilerplate.push_back(SpanOf(span));
    for (const Block& block : document.blocks) {
      const bool is_marked = std::any_of(boilerplate.begin(), boilerplate.end(),
                                         [&](Span span) { return span.Contains(block.span); });
      const bool is_text = block.kind == BlockKind::kBody || block.kind == BlockKind::kTitle;
      EXPECT_NE(is_text, is_marked) << document.file << ": " << document.Text(block.span);
    }
  });
}

TEST(RealArticles, PublicationIsInferredOnlyWhereTheTextAllowsIt) {
  ForEachArticle([](const JsonObject& marked, const Document& document) {
    const std::string_view inferable =
        marked["publication"]["inferable_from_text"].get_string().value();
    const auto& published = document.published;
    EXPECT_EQ(published.date.has_value(), inferable == "yes") << document.file;
    if (!published.date) {
      EXPECT_EQ(published.basis, "unknown");
      return;
    }
    const auto truth = ParsePartialDate(marked["publication"]["value"].get_string().value());
    ASSERT_TRUE(truth);
    EXPECT_TRUE(Overlap(*published.date, *truth));
    EXPECT_LE(published.date->last - published.date->first, 5);
  });
}

TEST(RealArticles, DatesOfMeasuresResolveAsMarked) {
  int resolved = 0;
  ForEachArticle([&](const JsonObject& marked, const Document& document) {
    std::string_view value = marked["publication"]["value"].get_string().value();
    const auto published = ParsePartialDate(value.substr(0, value.find('/')));
    for (const auto measure : marked["measures"].get_array()) {
      const JsonValue date = measure["date"];
      if (date.is_null() || date["expr"].is_null()) continue;
      const Span span = SpanOf(date);
      const auto found =
          documents::FindDates(document.text, {0, static_cast<uint32_t>(document.text.size())});
      const auto hit = std::find_if(found.begin(), found.end(), [&](const auto& expression) {
        return expression.span.Overlaps(span);
      });
      ASSERT_NE(hit, found.end()) << document.Text(span);
      const auto got = ResolveDate(*hit, published, documents::Tense::kPast);
      if (date["from_text"].is_null()) {
        EXPECT_EQ(got.value, "") << document.Text(span);
        continue;
      }
      const std::string_view expected = date["from_text"].get_string().value();
      const bool in_words = expected.find(' ') != std::string_view::npos;  // "publication month"
      const std::string_view external = date["external"].get_string().value();
      if (expected == "publication week") {
        EXPECT_EQ(got.value, "") << "a month of publication has no week";
      } else if (in_words) {
        EXPECT_EQ(got.value.substr(0, 7), external.substr(0, 7)) << document.Text(span);
      } else {
        EXPECT_EQ(got.value, expected) << document.Text(span);
      }
      ++resolved;
    }
  });
  EXPECT_EQ(resolved, 10);
}

// The archive's titles, and no date: these copies lost their date line.
TEST(RealPressReleases, HaveTheirTitlesAndNoInventedDate) {
  const std::map<std::string, std::string> kTitles = {
      {"2015-09-17_jl0168.txt",
       "Treasury Sanctions Five Businesses Supporting Cartel De Jalisco Nueva Generacion"},
      {"2017-07-31_sm0137.txt", "Treasury Sanctions the President of Venezuela"},
      {"2019-01-27_sm592.txt", "OFAC Delists En+, Rusal, and EuroSibEnergo"},
      {"2019-01-28_sm594.txt",
       "Treasury Sanctions Venezuela’s State-Owned Oil Company Petroleos de Venezuela, S.A."},
      {"2020-10-02_sm1143.txt", "Treasury Sanctions Belarus Officials for Undermining Democracy"},
      {"2025-04-22_sb0093.txt", "Treasury Targets Iranian Liquified Petroleum Gas Magnate"},
      {"2025-05-23_sb0148.txt", "Treasury Issues Immediate Sanctions Relief for Syria"},
      {"2025-07-25_sb0207.txt", "Treasury Sanctions Venezuelan Cartel Headed by Maduro"},
  };
  for (const auto& [file, title] : kTitles) {
    const Article article("press/" + file);
    EXPECT_EQ(article.document.title, title);
    EXPECT_EQ(article.document.published.basis, "unknown") << file;
  }
}

}  // namespace
}  // namespace interdict::real
