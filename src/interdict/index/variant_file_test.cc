#include "interdict/index/variant_file.h"

#include <gtest/gtest.h>

#include "interdict/index/testing/indexed_names.h"
#include "interdict/names/testing/variants_of.h"

namespace interdict::index {
namespace {

using testing::IndexedNames;
using testing::VariantsOf;

IndexStamp Stamp() {
  IndexStamp stamp;
  stamp.analyser = "test";
  stamp.icu = "72";
  stamp.content[0] = std::byte{7};
  return stamp;
}

TEST(VariantFile, GivesBackTheTable) {
  const auto data = VariantsOf({{"kozlov", "koslow"}, {"zoltan", "soltan", "koslow"}});
  const IndexStamp stamp = Stamp();
  auto buffer = WriteVariants(data, stamp);
  ASSERT_TRUE(buffer.ok());
  auto file = VariantFile::FromBuffer(std::move(*buffer), &stamp);
  ASSERT_TRUE(file.ok()) << file.error().Text();
  const VariantFile moved = std::move(*file);
  EXPECT_EQ(moved.table().GroupsOf("koslow", false).size(), 2U);
  EXPECT_TRUE(moved.table().GroupsOf("maduro", false).empty());
}

TEST(VariantFile, OneOfAnotherAnalysisOrContentIsRefused) {
  const auto data = VariantsOf({{"kozlov", "koslow"}});
  IndexStamp other = Stamp();
  other.content[0] = std::byte{8};
  auto buffer = WriteVariants(data, Stamp());
  EXPECT_FALSE(VariantFile::FromBuffer(std::move(*buffer), &other).ok());
}

TEST(VariantFile, ArraysThatDisagreeAreRefused) {
  auto data = VariantsOf({{"kozlov", "koslow"}});
  data.forms[0].first_group = 1000;
  auto buffer = WriteVariants(data, Stamp());
  const auto file = VariantFile::FromBuffer(std::move(*buffer), nullptr);
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().code, ErrorCode::kStorage);
}

TEST(NameIndex, KeepsTheVariantsOfItsTokens) {
  const auto data = VariantsOf({{"kozlov", "koslow"}, {"koslow", "coslow"}});
  const names::VariantTable table = data.Table();
  const auto analyzer = names::Analyzer::Create(&table);
  ASSERT_TRUE(analyzer.ok());
  const auto lists = IndexedNames::Of(
      {{"Ana Koslow", Schema::kPerson}, {"Eva Maduro", Schema::kPerson}}, *analyzer);
  for (TokenId id = 0; id < lists.names().token_count(); ++id) {
    const names::TokenProfile stored = lists.names().Profile(id);
    const auto expected = table.GroupsOf(stored.text, stored.consonants_only);
    EXPECT_TRUE(std::equal(stored.variants.begin(), stored.variants.end(), expected.begin(),
                           expected.end()))
        << stored.text;
  }
  EXPECT_TRUE(lists.file().Has(SectionId::kTokenVariants));
}

TEST(NameIndex, IsTheSameFileAsEverWithoutATable) {
  const auto lists = IndexedNames::Of({{"Ana Koslow", Schema::kPerson}});
  EXPECT_FALSE(lists.file().Has(SectionId::kTokenVariants));
  EXPECT_FALSE(lists.file().Has(SectionId::kTokenVariantBounds));
}

}  // namespace
}  // namespace interdict::index
