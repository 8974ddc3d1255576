#include "interdict/lists/cells/party_parts.h"

#include <gtest/gtest.h>

#include <array>

namespace interdict {
namespace {

bool Add(PartyParts* parts, size_t kind, std::string_view a, std::string_view b = {}) {
  const std::array<std::string_view, 2> cells = {a, b};
  return parts->Add(kind, cells);
}

TEST(PartyParts, TakesEveryPartOnceInTheOrderGiven) {
  PartyParts parts(2);
  EXPECT_TRUE(Add(&parts, 0, "Arden", "Alias"));
  EXPECT_TRUE(Add(&parts, 0, "Thrale", "Alias"));
  EXPECT_FALSE(Add(&parts, 0, " Arden ", "Alias"));
  EXPECT_TRUE(Add(&parts, 0, "Arden", "Primary"));
  ASSERT_EQ(parts.Of(0).size(), 3U);
  EXPECT_EQ(parts.Of(0)[1][0], "Thrale");
  EXPECT_EQ(parts.First(0, 1), "Alias");
  EXPECT_EQ(parts.First(1), "");
}

TEST(PartyParts, LeavesOutBlankParts) {
  PartyParts parts(1);
  EXPECT_FALSE(Add(&parts, 0, " ", "\t"));
  EXPECT_TRUE(parts.Of(0).empty());
}

TEST(PartyParts, CellsAreToldApart) {
  PartyParts parts(1);
  EXPECT_TRUE(Add(&parts, 0, "ab", "c"));
  EXPECT_TRUE(Add(&parts, 0, "a", "bc"));
}

TEST(PartyParts, CellsOutliveTheTextTheyCameFrom) {
  PartyParts parts(1);
  {
    const std::string text = "a text too long for the string's own buffer";
    Add(&parts, 0, text);
  }
  EXPECT_EQ(parts.First(0), "a text too long for the string's own buffer");
}

TEST(PartyParts, ReplacesBytesThatAreNotUtf8) {
  PartyParts parts(1);
  Add(&parts, 0, "Mu\xF1oz");
  EXPECT_EQ(parts.First(0), "Mu\xEF\xBF\xBDoz");
  EXPECT_TRUE(parts.replaced_bytes());
  parts.Clear();
  EXPECT_FALSE(parts.replaced_bytes());
}

TEST(PartyParts, IsBoundedAndSaysSo) {
  PartyParts parts(1);
  for (size_t i = 0; i < PartyParts::kMaxParts; ++i) Add(&parts, 0, std::to_string(i));
  EXPECT_FALSE(parts.overflow());
  EXPECT_FALSE(Add(&parts, 0, "one more"));
  EXPECT_TRUE(parts.overflow());
}

}  // namespace
}  // namespace interdict
