#include "interdict/documents/mentions/find_mentions.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "interdict/documents/testing/small_list.h"

namespace interdict::documents {
namespace {

using testing::ScannedText;
using testing::SmallList;

TEST(FindMentions, AListedPersonIsFoundByItsUsualForms) {
  for (std::string_view form : {"Nicolas Maduro Moros", "Nicolás Maduro", "Nicolas Maduro"}) {
    const ScannedText text("The Venezuelan leader " + std::string(form) + " spoke on Monday.");
    EXPECT_EQ(text.EntityOf(form), "list:1") << form;
  }
  const ScannedText possessive("He praised Nicolas Maduro Moros's government in Venezuela.");
  EXPECT_EQ(possessive.EntityOf("Nicolas Maduro Moros"), "list:1");
}

TEST(FindMentions, ASurnameFollowsItsFullName) {
  const ScannedText text(
      "Minister Vladimiro Andres Garcia Lopez of Venezuela spoke on Monday. "
      "Later Garcia said that he would stay.");
  ASSERT_EQ(text.EntityOf("Garcia"), "list:2");
  const Mention& surname = *text.Find("Garcia");
  EXPECT_EQ(surname.how, Naming::kSurname);
  ASSERT_NE(surname.antecedent, kNone);
  EXPECT_EQ(text.Text(text->mentions[surname.antecedent].span), "Vladimiro Andres Garcia Lopez");
  EXPECT_FALSE(surname.rules.empty());
}

// In headlines the surname comes first.
TEST(FindMentions, ASurnameMayStandBeforeItsFullName) {
  const ScannedText text(
      "He said that Garcia was ill.\n\n"
      "Vladimiro Andres Garcia Lopez of Venezuela was seen on Monday in Caracas.");
  EXPECT_EQ(text.EntityOf("Garcia"), "list:2");
}

TEST(FindMentions, ASurnameWithoutItsFullNameIsNoListedParty) {
  const ScannedText text("Doctors said that Garcia was ill on Monday and that Lopez was well.");
  for (const Mention& mention : text->mentions)
    EXPECT_EQ(text->parties[mention.party].entity, "") << text.Text(mention.span);
}

TEST(FindMentions, ARegimeIsAGovernmentWithThePersonNested) {
  const ScannedText text(
      "Nicolas Maduro Moros spoke in Caracas. The measures hit the Maduro regime of Venezuela.");
  const Mention* regime = text.Find("Maduro regime");
  ASSERT_NE(regime, nullptr);
  EXPECT_EQ(text->parties[regime->party].kind, PartyKind::kGovernment);
  const Mention* person = text.Find("Maduro");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(text->parties[person->party].entity, "list:1");
  ASSERT_NE(person->nested_in, kNone);
  EXPECT_EQ(&text->mentions[person->nested_in], regime);
}

TEST(FindMentions, AnAcronymInBracketsStandsForTheNameBefore) {
  const ScannedText text(
      "Officials named Zhenhualong Trading Co., Ltd. (ZTC) on Monday. They said that ZTC of China "
      "had paid.");
  ASSERT_EQ(text.EntityOf("ZTC"), "list:22");
  EXPECT_EQ(text.Find("ZTC")->how, Naming::kAcronym);
}

TEST(FindMentions, AShipsNameNeedsAShipsWord) {
  EXPECT_EQ(ScannedText("The sanctions hit the tanker Ocean Victoria in port.")
                .EntityOf("Ocean Victoria"),
            "list:40");
  EXPECT_NE(ScannedText("The sanctions hit flats in Ocean Victoria last year.")
                .EntityOf("Ocean Victoria"),
            "list:40");
  EXPECT_EQ(ScannedText("The goddess Artemis was worshipped there.").EntityOf("Artemis"), "-");
}

TEST(FindMentions, AnImoNumberIsAShip) {
  const ScannedText text("It was seen off the coast (IMO 9074729) on Monday.");
  EXPECT_EQ(text.EntityOf("9074729"), "list:40");
  EXPECT_EQ(text.Find("9074729")->how, Naming::kIdentifier);
  // The check digit is wrong.
  EXPECT_EQ(ScannedText("It was seen (IMO 9074728) on Monday.").EntityOf("9074728"), "-");
}

TEST(FindMentions, ASingleWordAliasNeedsMoreThanItself) {
  EXPECT_EQ(ScannedText("He spoke of Progress and of hope to the crowd.").EntityOf("Progress"),
            "-");
  EXPECT_EQ(ScannedText("The town of Karvanda is quiet in summer.").EntityOf("Karvanda"), "-");
  const ScannedText named(
      "The firm Oblast Karvanda was named on Monday. They said that Karvanda had paid.");
  EXPECT_EQ(named.EntityOf("Karvanda"), "list:23");
}

TEST(FindMentions, LowerCaseIsNoName) {
  EXPECT_EQ(ScannedText("They made progress and ordinary holdings grew in this year.")
                .EntityOf("ordinary holdings"),
            "-");
}

TEST(FindMentions, HomonymsAreToldApartByCountryOrNotAtAll) {
  const ScannedText cuban(
      "The Cuban official Juan Carlos Perez Gomez spoke in Cuba on Monday about Havana.");
  EXPECT_EQ(cuban.EntityOf("Juan Carlos Perez Gomez"), "list:5");
  const ScannedText open("A man called Juan Carlos Perez Gomez spoke on Monday about his work.");
  ASSERT_NE(open.Find("Juan Carlos Perez Gomez"), nullptr);
  EXPECT_EQ(open.EntityOf("Juan Carlos Perez Gomez"), "");
  EXPECT_EQ(open->parties[open.Find("Juan Carlos Perez Gomez")->party].candidates,
            (std::vector<std::string>{"list:5", "list:6"}));
}

TEST(FindMentions, AMisspeltNameIsFoundWithLess) {
  const ScannedText text("The Russian banker Anatoly Shevchenkov of Russia spoke on Monday.");
  ASSERT_EQ(text.EntityOf("Anatoly Shevchenkov"), "list:4");
  EXPECT_LT(text.Find("Anatoly Shevchenkov")->score, 1.0);
}

TEST(FindMentions, StatesActAndArePlaces) {
  const ScannedText text("The United States imposed sanctions on Venezuela on Monday.");
  EXPECT_EQ(text.PartyOf("United States"), "Government of the United States");
  EXPECT_EQ(text.PartyOf("Venezuela"), "Government of Venezuela");
  EXPECT_EQ(ScannedText("He was born in Venezuela in 1962.").Find("Venezuela"), nullptr);
}

// Mentions of any text: in the text, sorted, and pointing at each other only.
void ExpectSound(const Scan& scan) {
  const auto size = static_cast<uint32_t>(scan.document.text.size());
  for (uint32_t i = 0; i < scan.mentions.size(); ++i) {
    const Mention& mention = scan.mentions[i];
    EXPECT_LT(mention.span.begin, mention.span.end);
    EXPECT_LE(mention.span.end, size);
    EXPECT_LT(mention.party, scan.parties.size());
    EXPECT_GT(mention.score, 0);
    EXPECT_LE(mention.score, 1);
    EXPECT_FALSE(mention.rules.empty());
    if (i > 0) {
      EXPECT_LE(scan.mentions[i - 1].span.begin, mention.span.begin);
    }
    if (mention.antecedent != kNone) {
      EXPECT_LT(mention.antecedent, scan.mentions.size());
    }
    if (mention.nested_in == kNone) continue;
    ASSERT_LT(mention.nested_in, scan.mentions.size());
    EXPECT_TRUE(scan.mentions[mention.nested_in].span.Contains(mention.span));
  }
}

const std::vector<std::string>& Phrases() {
  static const auto* const kPhrases = new std::vector<std::string>{"Nicolas Maduro Moros",
                                                                   "Nicolas Maduro",
                                                                   "Maduro",
                                                                   "the Maduro regime",
                                                                   "Venezuela",
                                                                   "Venezuelan",
                                                                   "(PDVSA)",
                                                                   "Petroleos de Venezuela",
                                                                   "the United States",
                                                                   "US",
                                                                   "sanctions on",
                                                                   "the tanker Ocean Victoria",
                                                                   "IMO 9074729",
                                                                   "said that",
                                                                   "government",
                                                                   "regime",
                                                                   "Anatoly Shevchenkov",
                                                                   "Shevchenkov",
                                                                   "Anatoliy",
                                                                   "Mr. Garcia",
                                                                   "of",
                                                                   "and",
                                                                   ",",
                                                                   ".",
                                                                   "\n\n",
                                                                   "Tren de Aragua",
                                                                   "designated",
                                                                   "the cartel",
                                                                   "Treasury",
                                                                   "\"",
                                                                   "(",
                                                                   ")",
                                                                   "President",
                                                                   "Minister",
                                                                   "'s",
                                                                   "Zhenhualongg Trading Co"};
  return *kPhrases;
}

TEST(FindMentions, AnyMixtureOfNamesGivesSoundMentions) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (size_t i = random() % 60; i > 0; --i) text += Phrases()[random() % Phrases().size()] + " ";
    ExpectSound(*ScannedText(text));
  }
}

// A text of many pieces is read as the sum of them: names at the seams are found once.
TEST(FindMentions, NamesAreFoundOnceWhereverTheyStand) {
  for (size_t before : {0U, 63U, 64U, 100U, 8127U, 8128U, 8191U, 8192U, 8193U, 16300U}) {
    std::string text;
    for (size_t i = 0; i < before; ++i) text += "he ";
    for (int i = 0; i < 40; ++i) text += "saw Nicolas Maduro Moros in Venezuela when ";
    text += "it rained.";
    const ScannedText scanned(text);
    size_t found = 0;
    for (const Mention& mention : scanned->mentions)
      found += scanned->parties[mention.party].entity == "list:1";
    EXPECT_EQ(found, 40U) << before;
    ExpectSound(*scanned);
  }
}

TEST(FindMentions, CountPhrasesCountsEachLongestPhraseOnce) {
  auto finder =
      MentionFinder::Create(SmallList::Shared().names(), SmallList::Shared().knowledge().lexicon);
  ASSERT_TRUE(finder.ok());
  EXPECT_EQ(finder->CountPhrases(""), 0U);
  EXPECT_EQ(finder->CountPhrases("Nicolas Maduro Moros, he said, met Nicolas Maduro."), 2U);
  std::string text;
  for (int i = 0; i < 30000; ++i) text += "x Nicolas Maduro Moros ";
  EXPECT_EQ(finder->CountPhrases(text), 30000U);
}

}  // namespace
}  // namespace interdict::documents
