#include "interdict/names/variant_table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "interdict/names/testing/variants_of.h"
#include "interdict/names/token_profile.h"

namespace interdict::names {
namespace {

using interdict::testing::VariantsOf;
using Groups = std::vector<uint32_t>;

Groups Of(const VariantTable& table, std::string_view text, bool consonants_only = false) {
  const auto found = table.GroupsOf(text, consonants_only);
  return {found.begin(), found.end()};
}

TEST(VariantTable, FindsTheGroupsOfAFoldedWord) {
  const auto data = VariantsOf({{"Kozlov", "Козлов", "Koslow"}, {"Zoltán", "koslow", "Золтан"}});
  const VariantTable table = data.Table();
  EXPECT_EQ(Of(table, "kozlov"), Groups({1}));
  EXPECT_EQ(Of(table, "koslow"), Groups({1, 2}));
  EXPECT_EQ(Of(table, "zoltan"), Groups({2}));
  EXPECT_TRUE(Of(table, "maduro").empty());
  EXPECT_TRUE(Of(table, "").empty());
}

TEST(VariantTable, GroupsDoNotChain) {
  const auto data = VariantsOf({{"kozlov", "koslow"}, {"koslow", "coslow"}});
  const VariantTable table = data.Table();
  EXPECT_TRUE(SharedGroup(table.GroupsOf("kozlov", false), table.GroupsOf("koslow", false)));
  EXPECT_TRUE(SharedGroup(table.GroupsOf("koslow", false), table.GroupsOf("coslow", false)));
  EXPECT_FALSE(SharedGroup(table.GroupsOf("kozlov", false), table.GroupsOf("coslow", false)));
}

TEST(VariantTable, AWordOfAScriptWithoutVowelsIsAnotherThanTheLatinOne) {
  const auto data = VariantsOf({{"محمد", "mohamet"}});
  const VariantTable table = data.Table();
  EXPECT_EQ(Of(table, "mhmd", true), Groups({1}));
  EXPECT_TRUE(Of(table, "mhmd", false).empty());
  EXPECT_EQ(Of(table, "mohamet", false), Groups({1}));
}

TEST(VariantTable, LeavesOutWhatSaysTooLittle) {
  std::vector<std::string> wide;
  for (char a = 'a'; wide.size() <= VariantTable::kMostForms; ++a)
    wide.push_back(std::string("zor") + a + "k");
  std::vector<std::vector<std::string>> groups = {
      {"li", "ly", "alia"},            // short words; one is left
      {"Anna Maria", "annamaria"},     // several tokens
      {"Garçon", "garcon", "GARÇON"},  // one word when folded
      {"madur0", "maduro"},            // a digit
      wide};
  for (size_t i = 0; i <= VariantTable::kMostGroups; ++i)
    groups.push_back({"common", std::string("rare") + static_cast<char>('a' + i)});
  const auto data = VariantsOf(groups);
  const VariantTable table = data.Table();
  for (const char* word :
       {"li", "ly", "alia", "anna", "annamaria", "garcon", "maduro", "zorak", "common"}) {
    EXPECT_TRUE(Of(table, word).empty()) << word;
  }
  EXPECT_FALSE(Of(table, "rarea").empty());
}

TEST(VariantTable, TheOrderOfGroupsDoesNotMatter) {
  auto folder = text::Folder::Create();
  auto other = text::Folder::Create();
  VariantTableBuilder a(std::move(*folder)), b(std::move(*other));
  const std::vector<std::string_view> x = {"kozlov", "koslow"}, y = {"koslow", "zoltan", "soltan"};
  a.AddGroup(5, x);
  a.AddGroup(3, y);
  b.AddGroup(3, y);
  b.AddGroup(5, x);
  const auto one = a.Build(), two = b.Build();
  EXPECT_EQ(one.slots, two.slots);
  EXPECT_EQ(one.bytes, two.bytes);
  EXPECT_EQ(one.groups, two.groups);
  EXPECT_EQ(Of(one.Table(), "koslow"), Groups({3, 5}));
}

TEST(VariantTable, AnEmptyTableHasNothing) {
  const auto data = VariantsOf({});
  EXPECT_TRUE(Of(data.Table(), "kozlov").empty());
  EXPECT_TRUE(VariantTable::IsWhole(data.Table().arrays()));
  EXPECT_TRUE(Of(VariantTable(), "kozlov").empty());
}

TEST(VariantTable, TellsArraysThatAreNotWhole) {
  const auto data = VariantsOf({{"kozlov", "koslow"}, {"zoltan", "soltan"}});
  EXPECT_TRUE(VariantTable::IsWhole(data.Table().arrays()));
  const auto broken = [&](auto change) {
    VariantTableData copy = data;
    change(&copy);
    return !VariantTable::IsWhole(copy.Table().arrays());
  };
  EXPECT_TRUE(broken([](auto* d) { d->bytes.pop_back(); }));
  EXPECT_TRUE(broken([](auto* d) { d->groups.pop_back(); }));
  EXPECT_TRUE(broken([](auto* d) { d->slots.pop_back(); }));
  EXPECT_TRUE(broken([](auto* d) { d->slots.clear(); }));
  EXPECT_TRUE(broken([](auto* d) { d->forms.pop_back(); }));
  EXPECT_TRUE(broken([](auto* d) { d->forms[1].groups = 1U << 31; }));
  EXPECT_TRUE(broken([](auto* d) { d->forms[0].first_group = 0xFFFFFFFF; }));
  EXPECT_TRUE(broken([](auto* d) { d->forms[0].text = 0xFFFFFFFF; }));
  // Without an empty slot a search for a word that is not there would not end.
  EXPECT_TRUE(broken([](auto* d) { std::fill(d->slots.begin(), d->slots.end(), 1); }));
}

TEST(VariantTable, IsPartOfAProfileOnlyWhereOneIsLoaded) {
  const auto data = VariantsOf({{"kozlov", "koslow"}});
  const VariantTable table = data.Table();
  EXPECT_EQ(MakeTokenProfile("kozlov", false, &table).variants.size(), 1U);
  EXPECT_TRUE(MakeTokenProfile("maduro", false, &table).variants.empty());
  EXPECT_TRUE(MakeTokenProfile("kozlov", false).variants.empty());
}

}  // namespace
}  // namespace interdict::names
