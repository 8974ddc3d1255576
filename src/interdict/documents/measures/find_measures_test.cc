#include "interdict/documents/measures/find_measures.h"

#include <gtest/gtest.h>

#include <string>

#include "interdict/documents/testing/small_list.h"

namespace interdict::documents {
namespace {

using testing::ScannedText;

// "type status actor -> target" of every measure, one a line.
std::string Measures(const ScannedText& text) {
  std::string out;
  for (const Measure& measure : text->measures) {
    out += std::string(MeasureTypeName(measure.type)) + " " +
           std::string(MeasureStatusName(measure.status)) + " " +
           ScannedText::Names(measure.actors) + " -> " + ScannedText::Names(measure.targets) + "\n";
  }
  return out;
}

std::string Measures(std::string_view text) {
  return Measures(ScannedText(std::string(text)));
}

struct Case {
  std::string_view text, measures;
};

TEST(FindMeasures, ReadsWhoDoesWhatToWhom) {
  constexpr Case kCases[] = {
      {"The United States imposed sanctions on Venezuela on Monday.",
       "sanctions in_force Government of the United States -> Government of Venezuela\n"},
      {"The U.S. Treasury Department designated Tren de Aragua on Monday.",
       "designation in_force United States Department of the Treasury -> TREN DE ARAGUA\n"},
      {"Venezuela was sanctioned by the United States.",
       "designation in_force Government of the United States -> Government of Venezuela\n"},
      {"The United States indicted Nicolas Maduro Moros in 2020.",
       "indictment in_force Government of the United States -> Nicolas MADURO MOROS\n"},
      {"The United States blocked the assets of Nicolas Maduro Moros in Venezuela.",
       "asset_freeze in_force Government of the United States -> Nicolas MADURO MOROS\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Measures(c.text), c.measures) << c.text;
}

MeasureStatus StatusOf(std::string_view sentence, MeasureType type) {
  const ScannedText text{std::string(sentence)};
  const Measure* measure = text.FindMeasure(type);
  EXPECT_NE(measure, nullptr) << sentence;
  return measure == nullptr ? MeasureStatus::kInForce : measure->status;
}

TEST(FindMeasures, TheStatusIsThatOfTheCueThatGoverns) {
  struct StatusCase {
    std::string_view text;
    MeasureType type;
    MeasureStatus status;
  };
  constexpr auto kSanctions = MeasureType::kSanctions;
  constexpr StatusCase kCases[] = {
      {"The United States imposed sanctions on Venezuela.", kSanctions, MeasureStatus::kInForce},
      {"The United States is considering sanctions on Venezuela.", kSanctions,
       MeasureStatus::kConsidered},
      {"The United States could impose sanctions on Venezuela.", kSanctions,
       MeasureStatus::kConsidered},
      {"The United States threatened to impose sanctions on Venezuela.", kSanctions,
       MeasureStatus::kConsidered},
      {"The United States will impose sanctions on Venezuela.", kSanctions,
       MeasureStatus::kAnnounced},
      {"The United States plans to impose sanctions on Venezuela.", kSanctions,
       MeasureStatus::kAnnounced},
      {"Venezuela was reportedly sanctioned by the United States.", MeasureType::kDesignation,
       MeasureStatus::kAlleged},
      {"The United States offered to lift sanctions on Venezuela if Nicolas Maduro steps down.",
       MeasureType::kRelief, MeasureStatus::kOffered},
  };
  for (const StatusCase& c : kCases) EXPECT_EQ(StatusOf(c.text, c.type), c.status) << c.text;
}

TEST(FindMeasures, WhatASourceDeniesIsDenied) {
  const ScannedText text("John Bolton said that the United States has not sanctioned Venezuela.");
  const Measure* measure = text.FindMeasure(MeasureType::kDesignation);
  ASSERT_NE(measure, nullptr);
  EXPECT_EQ(measure->status, MeasureStatus::kDenied);
}

TEST(FindMeasures, WhatIsNotAssertedIsNoMeasure) {
  for (std::string_view text :
       {"Will the United States impose sanctions on Venezuela?",
        "Senator Smith urged the United States to impose sanctions on Venezuela.",
        "Smith called on the European Union to impose sanctions on Venezuela.",
        "The United States did not impose sanctions on Venezuela.",
        "UEFA imposed sanctions on the club after the match.",
        "A judge issued sanctions against the lawyer in the case.",
        "The company was accused of sanctions evasion in Venezuela.",
        "He was sworn in as president of Venezuela on Monday."})
    EXPECT_EQ(Measures(text), "") << text;
}

Attribution AttributionOf(std::string_view text) {
  const ScannedText scanned{std::string(text)};
  EXPECT_FALSE(scanned->measures.empty()) << text;
  return scanned->measures.empty() ? Attribution{} : scanned->measures.back().attribution;
}

TEST(FindMeasures, WhomTheTextMakesAnswerable) {
  struct SourceCase {
    std::string_view text;
    SourceKind kind;
    std::string_view source, via;
  };
  constexpr SourceCase kCases[] = {
      {"The United States imposed sanctions on Venezuela.", SourceKind::kAuthor, "", ""},
      {"John Bolton said that the United States imposed sanctions on Venezuela.",
       SourceKind::kNamedOfficial, "John Bolton", ""},
      {"According to John Bolton, the United States imposed sanctions on Venezuela.",
       SourceKind::kNamedOfficial, "John Bolton", ""},
      {"The United States imposed sanctions on Venezuela on Monday, John Bolton said.",
       SourceKind::kNamedOfficial, "John Bolton", ""},
      {"A senior official told Reuters that the United States imposed sanctions on Venezuela.",
       SourceKind::kAnonymousOfficial, "A senior official", "Reuters"},
      {"Reuters reported that the United States imposed sanctions on Venezuela.",
       SourceKind::kOutlet, "Reuters", ""},
  };
  for (const SourceCase& c : kCases) {
    const Attribution attribution = AttributionOf(c.text);
    EXPECT_EQ(attribution.kind, c.kind) << c.text;
    EXPECT_EQ(attribution.source, c.source) << c.text;
    EXPECT_EQ(attribution.via, c.via) << c.text;
  }
}

TEST(FindMeasures, HeOfTheNextSentenceIsWhoSpokeBefore) {
  const Attribution attribution = AttributionOf(
      "John Bolton spoke on Monday. He said that the United States imposed sanctions on "
      "Venezuela.");
  EXPECT_EQ(attribution.kind, SourceKind::kNamedOfficial);
  EXPECT_EQ(attribution.source, "John Bolton");
  EXPECT_TRUE(attribution.carried);
}

TEST(FindMeasures, DatesAreReckonedFromThePublication) {
  const ScannedText text("The United States imposed sanctions on Venezuela on Monday.",
                         "2019-02-07");
  ASSERT_EQ(text->measures.size(), 1U);
  EXPECT_EQ(text->measures[0].date.value, "2019-02-04");
  const ScannedText unknown("The United States imposed sanctions on Venezuela on Monday.");
  EXPECT_EQ(unknown->measures.at(0).date.value, "");
  EXPECT_EQ(unknown.Text(unknown->measures.at(0).date.expression), "on Monday");
}

TEST(FindMeasures, RewardsHaveTheirAmount) {
  const ScannedText text(
      "The United States offered a reward of $50 million for the arrest of Nicolas Maduro Moros.");
  const Measure* reward = text.FindMeasure(MeasureType::kReward);
  ASSERT_NE(reward, nullptr);
  EXPECT_EQ(reward->amount, "USD 50000000");
  EXPECT_EQ(ScannedText::Names(reward->targets), "Nicolas MADURO MOROS");
}

TEST(FindMeasures, SpansLieInTheText) {
  const ScannedText text(
      "The United States imposed sanctions on Venezuela in 2019. They will be lifted if Nicolas "
      "Maduro Moros leaves, said John Bolton. The sanctioned tanker Ocean Victoria was seized.");
  ASSERT_FALSE(text->measures.empty());
  for (const Measure& measure : text->measures) {
    EXPECT_TRUE(measure.evidence.Contains(measure.trigger));
    EXPECT_LE(measure.evidence.end, text->document.text.size());
    for (const Role& role : measure.targets) EXPECT_LE(role.span.end, text->document.text.size());
    EXPECT_FALSE(measure.event.empty());
    EXPECT_FALSE(measure.rules.empty());
  }
}

// A sentence of no end is read in pieces: nothing in it is quadratic.
TEST(FindMeasures, ASentenceOfNoEndIsRead) {
  for (std::string_view unit : {"the US imposed sanctions on Venezuela and ", "sanctions ",
                                "Nicolas Maduro Moros, ", "he said that ", "according to "}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    const ScannedText scanned(std::move(text));
    for (const Measure& measure : scanned->measures)
      EXPECT_LE(measure.evidence.end, scanned->document.text.size());
  }
}

}  // namespace
}  // namespace interdict::documents
