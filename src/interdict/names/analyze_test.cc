#include "interdict/names/analyze.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace interdict::names {
namespace {

const Analyzer& SharedAnalyzer() {
  static const auto* const kAnalyzer = new Result<Analyzer>(Analyzer::Create());
  return **kAnalyzer;
}

NameParts Analyzed(std::string_view text, NameClass name_class) {
  NameParts parts;
  SharedAnalyzer().Analyze(text, name_class, &parts);
  return parts;
}

// "[dr title] [nicolas] [maduro family]": kinds but kName are named.
std::string Shown(std::string_view text, NameClass name_class) {
  const NameParts parts = Analyzed(text, name_class);
  std::string shown;
  for (const Part& part : parts.parts) {
    if (!shown.empty()) shown += " ";
    shown += "[" + std::string(parts.Text(part));
    if (part.kind != PartKind::kName) shown += " " + std::string(PartKindName(part.kind));
    if ((part.flags & kFamily) != 0) shown += " family";
    shown += "]";
  }
  return shown;
}

struct Case {
  const char* text;
  const char* expected;
};

void ExpectShown(NameClass name_class, const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Shown(c.text, name_class), c.expected) << c.text;
}

TEST(Analyze, TheFamilyNameBeforeAComma) {
  ExpectShown(NameClass::kPerson,
              {{"MADURO MOROS, Nicolas", "[nicolas] [maduro family] [moros family]"},
               {"Nicolas Maduro Moros", "[nicolas] [maduro] [moros]"},
               {"ROE,Ana", "[ana] [roe family]"},
               {"ROE, Ana, Jr.", "[ana] [jr suffix] [roe family]"},
               {", Ana Roe", "[ana] [roe]"},
               {"Ana Roe,", "[ana] [roe]"}});
  ExpectShown(NameClass::kBody, {{"Zomorri, Sergei", "[zomorri] [sergei]"}});
}

TEST(Analyze, TitlesAndSuffixesArePartsOfTheirOwn) {
  ExpectShown(NameClass::kPerson, {{"Dr. Ana Roe", "[dr title] [ana] [roe]"},
                                   {"Ana Roe Jr", "[ana] [roe] [jr suffix]"},
                                   {"General Ana Roe", "[general title] [ana] [roe]"}});
}

TEST(Analyze, ParticlesAndTeknonyms) {
  ExpectShown(NameClass::kPerson, {{"Sami al-Zomorri", "[sami] [al particle] [zomorri]"},
                                   {"Osama bin Zomorri", "[osama] [bin particle] [zomorri]"},
                                   {"Abu Zomorri", "[abu teknonym] [zomorri]"},
                                   {"Ludwig van Zomorri", "[ludwig] [van particle] [zomorri]"}});
}

TEST(Analyze, TheServantOfNamesAreTakenApartHoweverTheyAreWritten) {
  const char* kExpected = "[abd teknonym] [rahman]";
  for (const char* text : {"Abdurrahman", "Abd al-Rahman", "Abdul Rahman", "Abdel-Rahman",
                           "Abd el Rahman", "ABDUL RAHMAN", "Abdulrahman"}) {
    EXPECT_EQ(Shown(text, NameClass::kPerson), kExpected) << text;
  }
  EXPECT_EQ(Shown("Abdullah", NameClass::kPerson), "[abdullah]") << "one name";
  EXPECT_EQ(Shown("Abdi", NameClass::kPerson), "[abdi]");
  EXPECT_EQ(Shown("Abd", NameClass::kPerson), "[abd]") << "nothing follows";
}

TEST(Analyze, InitialsOfAPerson) {
  ExpectShown(NameClass::kPerson, {{"N. Zomorri", "[n initial] [zomorri]"},
                                   {"N Zomorri", "[n initial] [zomorri]"},
                                   {"N.M. Zomorri", "[n initial] [m initial] [zomorri]"},
                                   {"N. M. Zomorri", "[n initial] [m initial] [zomorri]"},
                                   {"NM Zomorri", "[nm] [zomorri]"}});
}

// What is said to be of a kind, and the rest, each joined.
std::pair<std::string, std::string> TellApart(std::string_view text, NameClass name_class,
                                              PartKind kind) {
  const NameParts parts = Analyzed(text, name_class);
  std::pair<std::string, std::string> joined;
  for (const Part& part : parts.parts)
    (part.kind == kind ? joined.first : joined.second) += parts.Text(part);
  return joined;
}

TEST(Analyze, LegalFormsAreToldInEveryLanguage) {
  for (const char* text :
       {"Zomorri LLC", "Zomorri L.L.C.", "Zomorri Limited Liability Company", "ООО Zomorri",
        "OOO Zomorri", "Общество с ограниченной ответственностью Zomorri", "Zomorri GmbH",
        "Zomorri Gesellschaft mit beschränkter Haftung", "Zomorri S.A.", "Zomorri SA",
        "Zomorri Ltd", "Zomorri Ltd.", "ZOMORRI LIMITED", "Zomorri S.A. de C.V.", "Zomorri S.p.A.",
        "Zomorri B.V.", "Zomorri (LLC)"}) {
    const auto [form, name] = TellApart(text, NameClass::kBody, PartKind::kLegalForm);
    EXPECT_EQ(name, "zomorri") << text;
    EXPECT_FALSE(form.empty()) << text;
  }
}

TEST(Analyze, ShortLegalFormsInsideANameAreSyllables) {
  const NameParts parts = Analyzed("Sa Zomorri Co Sheraton", NameClass::kBody);
  for (size_t i = 1; i < parts.parts.size(); ++i)
    EXPECT_NE(parts.parts[i].kind, PartKind::kLegalForm) << parts.Text(parts.parts[i]);
}

TEST(Analyze, LegalFormsAreNoPartOfAPersonsName) {
  EXPECT_EQ(Shown("Zomorri Sa", NameClass::kPerson), "[zomorri] [sa]");
}

TEST(Analyze, NumbersAreToldInEveryForm) {
  for (const char* text : {"Zomorri 44", "Zomorri 044", "Zomorri 44th", "Zomorri forty four",
                           "Zomorri Forty-Four", "Zomorri forty 4", "Zomorri II", "Zomorri XXI",
                           "Zomorri 2nd", "Zomorri44", "Zomorri 000"}) {
    const auto [number, name] = TellApart(text, NameClass::kBody, PartKind::kNumber);
    EXPECT_EQ(name, "zomorri") << text;
    EXPECT_FALSE(number.empty()) << text;
  }
  for (const char* text : {"Zomorri 44", "Zomorri 044", "Zomorri 44th", "Zomorri44"})
    EXPECT_EQ(Shown(text, NameClass::kBody), "[zomorri] [44 number]") << text;
  EXPECT_EQ(Shown("Zomorri 000", NameClass::kBody), "[zomorri] [0 number]");
  for (const char* text : {"Zomorri IIX", "Zomorri VV", "Zomorri IIII", "XXI"}) {
    EXPECT_EQ(TellApart(text, NameClass::kPerson, PartKind::kNumber).first, "") << text;
  }
  EXPECT_EQ(TellApart("Zomorri IIX", NameClass::kBody, PartKind::kNumber).first, "");
}

TEST(Analyze, DigitsInsideAPersonsNameAreSlipsForLetters) {
  EXPECT_EQ(Shown("Zomorr1", NameClass::kPerson), "[zomorr1]");
}

TEST(Analyze, WhatAWordIsDependsOnWhoBearsIt) {
  EXPECT_EQ(Analyzed("Bank Zomorri", NameClass::kBody).parts[0].kind, PartKind::kTopic);
  EXPECT_EQ(Analyzed("Bank Zomorri", NameClass::kPerson).parts[0].kind, PartKind::kName);
  EXPECT_EQ(Analyzed("General Zomorri Roe", NameClass::kPerson).parts[0].kind, PartKind::kTitle);
  EXPECT_NE(Analyzed("General Zomorri Roe", NameClass::kBody).parts[0].kind, PartKind::kTitle);
  EXPECT_EQ(Analyzed("MV Zomorri", NameClass::kCraft).parts[0].kind, PartKind::kContext);
}

TEST(Analyze, AWordIsOfTheSameKindInEveryLanguage) {
  for (const char* text : {"Bank Zomorri", "Банк Zomorri", "Banco Zomorri", "Banque Zomorri"})
    EXPECT_EQ(Analyzed(text, NameClass::kBody).parts[0].kind, PartKind::kTopic) << text;
}

TEST(Analyze, ScriptsWithoutVowelsAreMarked) {
  const NameParts parts = Analyzed("محسن Zomorri", NameClass::kPerson);
  ASSERT_EQ(parts.parts.size(), 2U);
  EXPECT_NE(parts.parts[0].flags & kSkeleton, 0);
  EXPECT_EQ(parts.parts[1].flags & kSkeleton, 0);
  EXPECT_EQ(Shown("Зомори Сергей", NameClass::kPerson), "[zomori] [sergey]");
}

TEST(Analyze, OfNothingThereAreNoParts) {
  for (const char* text : {"", " ", "---", ",", ". .", "\xE2\x80\x8B"}) {
    for (int c = 0; c < 4; ++c) EXPECT_EQ(Shown(text, static_cast<NameClass>(c)), "") << text;
  }
}

TEST(Analyze, SomethingIsLeftOfEveryWordAlone) {
  for (const char* text :
       {"Dr", "Ltd", "de", "al", "44", "of", "N.", "Bank", "North", "Jr", "MV"}) {
    for (int c = 0; c < 4; ++c)
      EXPECT_EQ(Analyzed(text, static_cast<NameClass>(c)).parts.size(), 1U) << text << " " << c;
  }
}

TEST(Analyze, OfVeryLongNamesTheFirstPartsAreKept) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "zomorri ";
  EXPECT_EQ(Analyzed(text, NameClass::kAny).parts.size(), Analyzer::kMaxParts);
}

TEST(Analyze, PartsOfAnyBytesHaveTextAndStandInsideTheInput) {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {
      "Abd",  "al-", "Rahman", ", ", "S.A.", "Ltd",  "44th", "XXI", "N.",    " ",
      "محمد", "金",  "xxx",    "'",  "\xFF", "Банк", "Dr.",  "&",   "forty", " ",
      "four", "(",   ")",      "\"", "kka1", "?",    "٤٤",   " ",   "iv",    "abdu"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (size_t n = random() % 8; n > 0; --n) text += pieces[random() % pieces.size()];
    for (int c = 0; c < 4; ++c) {
      const auto name_class = static_cast<NameClass>(c);
      const NameParts parts = Analyzed(text, name_class);
      for (const Part& part : parts.parts) {
        ASSERT_GT(part.text_size, 0U) << text;
        ASSERT_LE(part.text_begin + part.text_size, parts.text.size()) << text;
        ASSERT_LT(part.begin, part.end) << text;
        ASSERT_LE(part.end, text.size()) << text;
        ASSERT_GT(StructuralWeight(name_class, part.kind), 0);
        ASSERT_LE(StructuralWeight(name_class, part.kind), 1000);
        ASSERT_EQ(parts.Text(part).find('~'), std::string_view::npos) << "marks consonants";
      }
    }
  }
}

TEST(Analyze, AnAnalysisIsTheSameWhateverWasAnalysedBefore) {
  NameParts used;
  SharedAnalyzer().Analyze("ROE, Dr. Ana Abdurrahman 44", NameClass::kAny, &used);
  SharedAnalyzer().Analyze("Zomorri LLC", NameClass::kBody, &used);
  const NameParts fresh = Analyzed("Zomorri LLC", NameClass::kBody);
  EXPECT_EQ(used.text, fresh.text);
  EXPECT_EQ(used.parts.size(), fresh.parts.size());
}

TEST(Analyze, SchemasHaveTheirClass) {
  EXPECT_EQ(ClassOf(std::nullopt), NameClass::kAny);
  EXPECT_EQ(ClassOf(Schema::kPerson), NameClass::kPerson);
  EXPECT_EQ(ClassOf(Schema::kVessel), NameClass::kCraft);
  EXPECT_EQ(ClassOf(Schema::kCompany), NameClass::kBody);
  EXPECT_EQ(ClassOf(Schema::kLegalEntity), NameClass::kAny) << "may be a person";
}

TEST(Analyze, NamesWeighMostInEveryClass) {
  for (int c = 0; c < 4; ++c) {
    for (int kind = 0; kind < kPartKinds; ++kind) {
      const auto name_class = static_cast<NameClass>(c);
      EXPECT_LE(StructuralWeight(name_class, static_cast<PartKind>(kind)),
                StructuralWeight(name_class, PartKind::kName));
    }
  }
}

TEST(Analyze, TheVersionNamesTheTables) {
  EXPECT_NE(AnalyserVersion().find(LexiconVersion()), std::string::npos);
  EXPECT_LE(AnalyserVersion().size(), 63U) << "it stands in the stamp of an index";
}

}  // namespace
}  // namespace interdict::names
