#include "interdict/documents/mentions/name_dictionary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "interdict/documents/testing/small_list.h"

namespace interdict::documents {
namespace {

using testing::SmallList;

WordReader& Reader() {
  static auto* const kReader = new Result<WordReader>(WordReader::Create());
  return **kReader;
}

std::vector<Word> Read(std::string_view text) {
  std::vector<Word> words;
  Reader().Read(text, {0, static_cast<uint32_t>(text.size())}, SIZE_MAX, &words);
  return words;
}

// What the whole text means as one phrase.
std::vector<Meaning> MeaningsOf(std::string_view text) {
  const NameDictionary& names = SmallList::Shared().names();
  const std::vector<Word> words = Read(text);
  const PhraseTrie::Match match = names.phrases().Longest(words, 0);
  std::vector<Meaning> meanings;
  if (match.words != words.size()) return meanings;
  for (uint32_t number : names.MeaningsOf(match.phrase)) meanings.push_back(names.meaning(number));
  return meanings;
}

// Ids of the listed parties of this name.
std::set<std::string> EntitiesOf(std::string_view text) {
  std::set<std::string> entities;
  for (const Meaning& meaning : MeaningsOf(text))
    if (meaning.sense == Sense::kListed)
      entities.insert(std::string(SmallList::Shared().parties()[meaning.id].id()));
  return entities;
}

bool HasForm(std::string_view text, Form form) {
  for (const Meaning& meaning : MeaningsOf(text))
    if (meaning.sense == Sense::kListed && meaning.form == form) return true;
  return false;
}

using Entities = std::set<std::string>;

TEST(NameDictionary, APersonOfTwoFamilyNamesIsKnownByEveryUsualForm) {
  for (std::string_view form :
       {"MADURO MOROS, Nicolas", "Maduro Moros Nicolas", "Nicolas Maduro Moros", "Nicolas Maduro",
        "NICOLAS MADURO", "Nicolás Maduro"})
    EXPECT_EQ(EntitiesOf(form), Entities{"list:1"}) << form;
  for (std::string_view form : {"Vladimiro Andres Garcia Lopez", "Vladimiro Garcia Lopez",
                                "Vladimiro Andres Garcia", "Vladimiro Garcia"})
    EXPECT_EQ(EntitiesOf(form), Entities{"list:2"}) << form;
  EXPECT_TRUE(HasForm("Nicolas Maduro Moros", Form::kWhole));
  EXPECT_TRUE(HasForm("Nicolas Maduro", Form::kShort));
}

TEST(NameDictionary, OneNameAloneIsNoForm) {
  for (std::string_view form : {"Maduro", "Nicolas", "Moros", "Garcia", "Nicolas Moros", "Assad"})
    EXPECT_EQ(EntitiesOf(form), Entities{}) << form;
}

TEST(NameDictionary, AParticleIsNoFamilyNameOfItsOwn) {
  EXPECT_EQ(EntitiesOf("Bashar al Assad"), Entities{"list:3"});
  EXPECT_EQ(EntitiesOf("Bashar al-Assad"), Entities{"list:3"});
  EXPECT_EQ(EntitiesOf("Bashar al"), Entities{});
}

TEST(NameDictionary, HomonymsShareAPhrase) {
  EXPECT_EQ(EntitiesOf("Juan Carlos Perez Gomez"), (Entities{"list:5", "list:6"}));
}

TEST(NameDictionary, BodiesAreKnownWithoutTheirLegalForms) {
  EXPECT_EQ(EntitiesOf("Petroleos de Venezuela, S.A."), Entities{"list:20"});
  EXPECT_EQ(EntitiesOf("Petróleos de Venezuela"), Entities{"list:20"});
  EXPECT_EQ(EntitiesOf("Zhenhualong Trading Co., Ltd."), Entities{"list:22"});
  EXPECT_EQ(EntitiesOf("PDVSA"), Entities{"list:20"});
  EXPECT_TRUE(HasForm("The Aragua Train", Form::kTranslation));
}

TEST(NameDictionary, AWeakAliasSaysSo) {
  const auto meanings = MeaningsOf("Progress");
  ASSERT_EQ(meanings.size(), 1U);
  EXPECT_TRUE(meanings[0].weak);
}

TEST(NameDictionary, TheTablesAreThereWithoutAList) {
  auto names = NameDictionary::Build(nullptr, nullptr);
  ASSERT_TRUE(names.ok());
  for (std::string_view text : {"Venezuela", "Venezuelan", "Caracas", "the United States"}) {
    const std::vector<Word> words = Read(text);
    const size_t at = text.starts_with("the ") ? 1 : 0;
    EXPECT_EQ(names->phrases().Longest(words, at).words, words.size() - at) << text;
  }
  EXPECT_NE(names->StateOf("ve"), kNone);
  EXPECT_EQ(names->StateOf("zz"), kNone);
  EXPECT_EQ(names->parties(), nullptr);
}

TEST(NameDictionary, AnOfficeHolderIsTheListedPartyOfTheWholeNameOnly) {
  const auto listed = [](const std::string& name) {
    const interdict::testing::IndexedNames list =
        interdict::testing::IndexedNames::Of({{name, Schema::kPerson}});
    const auto names = NameDictionary::Build(&list.parties(), &list.names());
    for (const OfficeHolder& holder : names->office_holders())
      if (holder.name == "Nicolas Maduro" || holder.name == "Nicolás Maduro") return holder.listed;
    ADD_FAILURE() << "no such row";
    return kNone;
  };
  EXPECT_EQ(listed("MADURO MOROS, Nicolas"), 0U);
  EXPECT_EQ(listed("MADURO GUERRA, Nicolas Ernesto"), kNone);
}

TEST(NameDictionary, KindsComeFromTheList) {
  const auto kind = [](std::string_view name) {
    return SmallList::Shared().names().KindOf(MeaningsOf(name).at(0).id);
  };
  EXPECT_EQ(kind("Nicolas Maduro Moros"), PartyKind::kPerson);
  EXPECT_EQ(kind("Ocean Victoria"), PartyKind::kVessel);
  EXPECT_EQ(kind("Tren de Aragua"), PartyKind::kArmedGroup);
  EXPECT_EQ(kind("Oblast Karvanda"), PartyKind::kOrganization);
}

// "begin+count@entity" of what stands near the words, sought at each word.
std::set<std::string> NearOf(std::string_view text) {
  const NameDictionary& names = SmallList::Shared().names();
  const std::vector<Word> words = Read(text);
  std::vector<NameDictionary::NearMatch> near;
  std::set<std::string> found;
  for (size_t at = 0; at < words.size(); ++at) {
    near.clear();
    names.FindNear(text, words, at, &Reader(), &near);
    for (const auto& match : near) {
      EXPECT_LE(match.begin + match.count, words.size());
      EXPECT_GT(match.score, 0.5);
      EXPECT_LT(match.score, 1.0);
      for (uint32_t number : names.MeaningsOf(match.phrase)) {
        const auto& meaning = names.meaning(number);
        if (meaning.sense != Sense::kListed) continue;
        found.insert(std::to_string(match.begin) + "+" + std::to_string(match.count) + "@" +
                     std::string(SmallList::Shared().parties()[meaning.id].id()));
      }
    }
  }
  return found;
}

TEST(NameDictionary, ASlipIsForgivenBesideARareWord) {
  EXPECT_EQ(NearOf("Anatoly Shevchenkov"), Entities{"0+2@list:4"});  // one letter of nine
  EXPECT_EQ(NearOf("Anatolij Shevchenkov"), Entities{"0+2@list:4"});
  EXPECT_EQ(NearOf("Anatoliy Shevchenkova"), Entities{"0+2@list:4"});  // two of eleven
  EXPECT_EQ(NearOf("Anatoliy Shevcehnkov"), Entities{"0+2@list:4"});   // swapped neighbours
  EXPECT_TRUE(NearOf("by Zhenhualong Tradng of China").contains("1+2@list:22"));
}

TEST(NameDictionary, NoMoreThanThat) {
  EXPECT_EQ(NearOf("Anatoliy Shevchenkov"), Entities{});  // equal: no near match
  EXPECT_EQ(NearOf("Anatole Shevchenkov"), Entities{});   // two letters of eight
  EXPECT_EQ(NearOf("Anatoliy Shevchen"), Entities{});     // three
  EXPECT_EQ(NearOf("Anatoly Shevchenko"), Entities{});    // no word is exact
  EXPECT_EQ(NearOf("anatoly Shevchenkov"), Entities{});   // no name
  EXPECT_EQ(NearOf("Anatoly, Shevchenkov"), Entities{});  // two things
  EXPECT_EQ(NearOf("Shevchenkov"), Entities{});           // the text is over
}

}  // namespace
}  // namespace interdict::documents
