#include "interdict/index/name_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "interdict/index/testing/indexed_names.h"
#include "interdict/names/form_hash.h"

namespace interdict::index {
namespace {

using testing::IndexedNames;
using testing::RecordBuilder;

IndexedNames SmallLists() {
  return IndexedNames(
      {RecordBuilder("a", "1").Named("MADURO MOROS, Nicolas").Named("---").Named("Nico Maduro"),
       RecordBuilder("a", "2").Named("Ana Maduro"),
       RecordBuilder("a", "3", Schema::kCompany).Named("Zomorri Trading Ltd"),
       RecordBuilder("b", "4").Named("محمد")});
}

// 0 when the file has no such section.
uint32_t ElementSize(const IndexFile& file, SectionId section) {
  for (uint32_t size = 1; size <= 128; ++size) {
    if (file.SectionBytes(section, size).ok()) return size;
  }
  return 0;
}

std::string TextOf(const NameIndex& names, uint32_t scored) {
  std::string text;
  for (const NamePartRow& part : names.Parts(scored)) {
    if (!text.empty()) text += ' ';
    text += names.TokenText(part.token);
  }
  return text;
}

TEST(NameIndex, HoldsEveryNameThatHasParts) {
  const auto lists = SmallLists();
  const NameIndex& names = lists.names();
  EXPECT_EQ(names.name_count(), 5U);
  std::vector<std::string> texts;
  for (uint32_t i = 0; i < names.name_count(); ++i) {
    texts.push_back(TextOf(names, i));
    EXPECT_EQ(names.ScoredOfName(names.name(i).name), i);
    EXPECT_EQ(lists.parties().PartyOfName(names.name(i).name), names.name(i).party);
  }
  EXPECT_NE(std::find(texts.begin(), texts.end(), "nicolas maduro moros"), texts.end());
  EXPECT_EQ(names.ScoredOfName(1), kNotScored) << "of \"---\" nothing is left";
}

TEST(NameIndex, NamesAndPostingsComeByRisingWeight) {
  const auto lists = SmallLists();
  const NameIndex& names = lists.names();
  for (uint32_t i = 0; i < names.name_count(); ++i) {
    uint32_t weight = 0;
    for (const NamePartRow& part : names.Parts(i)) {
      weight += part.weight;
      EXPECT_LE(part.weight, part.structural);
      const auto postings = names.Postings(part.token);
      EXPECT_NE(std::find(postings.begin(), postings.end(), i), postings.end());
    }
    EXPECT_EQ(names.name(i).weight, weight);
    if (i == 0) continue;
    EXPECT_GE(names.name(i).weight, names.name(i - 1).weight);
  }
  for (TokenId id = 0; id < names.token_count(); ++id) {
    const auto postings = names.Postings(id);
    EXPECT_FALSE(postings.empty());
    EXPECT_TRUE(std::is_sorted(postings.begin(), postings.end()));
    EXPECT_EQ(std::adjacent_find(postings.begin(), postings.end()), postings.end());
  }
}

TEST(NameIndex, FindsTokensByTextAndByBeginning) {
  const auto lists = SmallLists();
  const NameIndex& names = lists.names();
  const auto maduro = names.FindToken("maduro", false);
  ASSERT_TRUE(maduro.has_value());
  EXPECT_EQ(names.TokenText(*maduro), "maduro");
  EXPECT_EQ(names.token(*maduro).parties, 2U) << "parties, not names";
  EXPECT_FALSE(names.FindToken("maduro", true).has_value());
  EXPECT_FALSE(names.FindToken("madur", false).has_value());
  EXPECT_FALSE(names.FindToken("", false).has_value());
  const auto [first, last] = names.TokensWithPrefix("nic");
  ASSERT_EQ(last - first, 2U);
  EXPECT_EQ(names.TokenText(first), "nico");
  EXPECT_EQ(names.TokenText(first + 1), "nicolas");
  const auto [all, end] = names.TokensWithPrefix("");
  EXPECT_EQ(all, 0U);
  EXPECT_EQ(end, names.token_count());
  const auto [none, still_none] = names.TokensWithPrefix("zzzz");
  EXPECT_EQ(none, still_none);
}

TEST(NameIndex, AWordOfConsonantsIsAnotherTokenThanTheLatinOneOfTheSameLetters) {
  const IndexedNames lists({RecordBuilder("a", "1").Named("محمد").Named("Mhmd")});
  const auto arabic = lists.names().FindToken("mhmd", true);
  const auto latin = lists.names().FindToken("mhmd", false);
  ASSERT_TRUE(arabic.has_value() && latin.has_value());
  EXPECT_NE(*arabic, *latin);
  EXPECT_EQ(lists.names().TokenText(*arabic), lists.names().TokenText(*latin));
  EXPECT_TRUE(lists.names().Profile(*arabic).consonants_only);
  EXPECT_FALSE(lists.names().Profile(*latin).consonants_only);
}

TEST(NameIndex, ProfilesAreThoseThatAQueryWouldHave) {
  const auto lists = SmallLists();
  for (TokenId id = 0; id < lists.names().token_count(); ++id) {
    const names::TokenProfile stored = lists.names().Profile(id);
    const auto made = names::MakeTokenProfile(stored.text, stored.consonants_only);
    EXPECT_EQ(stored.phonetic, made.phonetic);
    EXPECT_EQ(stored.skeleton, made.skeleton);
    EXPECT_EQ(stored.shape, made.shape);
    EXPECT_EQ(stored.letters, made.letters);
    EXPECT_EQ(stored.skeleton_size, made.skeleton_size);
    EXPECT_EQ(stored.vowelless, made.vowelless);
    EXPECT_EQ(stored.first_membership, made.first_membership);
    EXPECT_EQ(stored.memberships, made.memberships);
  }
}

TEST(NameIndex, RunsAreFiledUnderTheirText) {
  const auto lists = SmallLists();
  const auto runs = lists.names().Runs(names::FormHash("anamaduro"));
  EXPECT_TRUE(std::any_of(runs.begin(), runs.end(), [&](const RunRow& run) {
    return TextOf(lists.names(), run.scored_name) == "ana maduro" && run.count == 2;
  }));
}

TEST(NameIndex, OfNoRecordsThereIsNothing) {
  const IndexedNames lists({});
  EXPECT_EQ(lists.names().name_count(), 0U);
  EXPECT_EQ(lists.names().token_count(), 0U);
  EXPECT_TRUE(lists.names().Runs(1).empty());
  lists.names().ForEachFiledUnder(1, [](TokenId) { ADD_FAILURE(); });
  EXPECT_FALSE(lists.names().FindToken("a", false).has_value());
}

TEST(NameIndex, TheSameInputGivesTheSameBytes) {
  const auto a = SmallLists(), b = SmallLists();
  size_t sections = 0;
  for (uint32_t id = 100; id < 200; ++id) {
    const auto section = static_cast<SectionId>(id);
    const uint32_t size = ElementSize(a.file(), section);
    if (size == 0) continue;
    ++sections;
    const auto x = *a.file().SectionBytes(section, size), y = *b.file().SectionBytes(section, size);
    EXPECT_TRUE(std::equal(x.begin(), x.end(), y.begin(), y.end())) << id;
  }
  EXPECT_GE(sections, 12U);
}

TEST(Rarity, FallsWithTheNumberOfPartiesAndStaysWithinItsBounds) {
  EXPECT_EQ(Rarity(0, 10'000), 1000);
  EXPECT_EQ(Rarity(1, 10'000), 1000);
  int before = 1000;
  for (size_t parties = 1; parties <= 20'000; ++parties) {
    const int rarity = Rarity(parties, 20'000);
    ASSERT_LE(rarity, before);
    ASSERT_GT(rarity, 0) << "a bound of the search relies on it";
    before = rarity;
  }
  EXPECT_GT(Rarity(3, 3), 500) << "a short list does not make its words common";
}

// A copy of the sections in which one is changed.
template <class T>
Result<NameIndex> OpenChanged(const IndexFile& file, SectionId changed,
                              void (*change)(std::vector<T>*)) {
  IndexFileWriter writer(IndexStamp{});
  const auto copy = [&](SectionId id, uint32_t size) {
    if (id == changed) {
      const auto section = *file.Section<T>(id);
      std::vector<T> elements(section.begin(), section.end());
      change(&elements);
      writer.Add(id, elements);
    } else {
      writer.AddBytes(id, size, *file.SectionBytes(id, size));
    }
  };
  for (uint32_t id = 100; id < 200; ++id) {
    const auto section = static_cast<SectionId>(id);
    if (const uint32_t size = ElementSize(file, section); size != 0) copy(section, size);
  }
  static std::vector<std::unique_ptr<IndexFile>> files;  // outlive what borrows them
  files.push_back(
      std::make_unique<IndexFile>(*IndexFile::FromBuffer(std::move(*writer.ToBuffer()), nullptr)));
  return NameIndex::Open(*files.back());
}

TEST(NameIndex, SectionsThatDoNotAgreeAreRefused) {
  const auto lists = SmallLists();
  const IndexFile& file = lists.file();
  using Numbers = std::vector<uint32_t>;
  using Names = std::vector<ScoredNameRow>;
  using Parts = std::vector<NamePartRow>;
  const auto refused = [](const Result<NameIndex>& index) {
    return !index.ok() && index.error().code == ErrorCode::kStorage;
  };
  const auto change = [&]<class T>(SectionId id, void (*how)(std::vector<T>*)) {
    return OpenChanged<T>(file, id, how);
  };
  ASSERT_TRUE(OpenChanged<uint32_t>(file, SectionId::kPostings, [](Numbers*) {}).ok());
  const Result<NameIndex> kDamaged[] = {
      change.template operator()<uint32_t>(SectionId::kPostings, [](Numbers* n) { n->pop_back(); }),
      change.template operator()<uint32_t>(SectionId::kPostings, [](Numbers* n) { n->back() = 5; }),
      change.template operator()<uint32_t>(SectionId::kPostingBounds,
                                           [](Numbers* n) { n->pop_back(); }),
      change.template operator()<uint32_t>(SectionId::kPostingBounds,
                                           [](Numbers* n) { (*n)[1] = 1'000'000; }),
      change.template operator()<uint32_t>(SectionId::kPostingBounds,
                                           [](Numbers* n) { n->clear(); }),
      change.template operator()<uint32_t>(SectionId::kScoredOfName,
                                           [](Numbers* n) { n->front() = 5; }),
      change.template operator()<uint32_t>(SectionId::kTokenKeyEntries,
                                           [](Numbers* n) { n->front() = 1'000'000; }),
      change.template operator()<ScoredNameRow>(SectionId::kScoredNames,
                                                [](Names* n) { n->clear(); }),
      change.template operator()<ScoredNameRow>(SectionId::kScoredNames,
                                                [](Names* n) { n->pop_back(); }),
      change.template operator()<ScoredNameRow>(SectionId::kScoredNames,
                                                [](Names* n) { (*n)[1].first_part = 1'000; }),
      change.template operator()<ScoredNameRow>(SectionId::kScoredNames,
                                                [](Names* n) { (*n)[0].first_part = 3; }),
      change.template operator()<NamePartRow>(SectionId::kNameParts,
                                              [](Parts* n) { (*n)[0].token = 1'000'000; }),
      change.template operator()<NamePartRow>(SectionId::kNameParts,
                                              [](Parts* n) { n->pop_back(); }),
      change.template operator()<RunRow>(
          SectionId::kRuns, [](std::vector<RunRow>* n) { (*n)[0].scored_name = 1'000'000; }),
  };
  for (size_t i = 0; i < std::size(kDamaged); ++i) EXPECT_TRUE(refused(kDamaged[i])) << i;
}

}  // namespace
}  // namespace interdict::index
