#include "interdict/index/token_keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace interdict::index {
namespace {

using names::MakeTokenProfile;

std::set<uint64_t> Filed(std::string_view text, bool consonants_only = false) {
  std::set<uint64_t> keys;
  ForEachFiledKey(MakeTokenProfile(text, consonants_only), [&](uint64_t key) { keys.insert(key); });
  return keys;
}

std::set<uint64_t> Sought(std::string_view text, bool consonants_only = false) {
  std::set<uint64_t> keys;
  ForEachSoughtKey(MakeTokenProfile(text, consonants_only),
                   [&](uint64_t key) { keys.insert(key); });
  return keys;
}

bool Meet(const std::set<uint64_t>& a, const std::set<uint64_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](uint64_t key) { return b.contains(key); });
}

struct Pair {
  const char* asked;
  const char* listed;
};

TEST(TokenKeys, WhatMayStandForAnotherMeetsIt) {
  const Pair kPairs[] = {{"maduro", "maduro"},
                         {"maduro", "madura"},
                         {"maduro", "maudro"},
                         {"maduro", "mduro"},
                         {"maduro", "mmaduroo"},
                         {"abcd", "abxcdy"},
                         {"ab", "ba"},
                         {"ab", "abc"},
                         {"haddad", "alhaddad"},
                         {"elhaddad", "haddad"},
                         {"ivanov", "ivanova"},
                         {"orudam", "maduro"},
                         {"mueller", "muller"},
                         {"madur0", "maduro"},
                         {"muhammad", "mohamed"},
                         {"mdr", "maduro"},
                         {"maduro", "mdr"},
                         {"kkkk", "kkk"},
                         {"aabb",
                          "ab"
                          "b"}};
  for (const Pair& p : kPairs) {
    EXPECT_TRUE(Meet(Sought(p.asked), Filed(p.listed))) << p.asked << " " << p.listed;
  }
  EXPECT_TRUE(Meet(Sought("mhmd", true), Filed("muhammad")));
  EXPECT_TRUE(Meet(Sought("muhammad"), Filed("mhmd", true)));
  EXPECT_TRUE(Meet(Sought("mhmd", true), Filed("mhmd", true)));
}

TEST(TokenKeys, WhatIsFarAwayDoesNot) {
  const Pair kPairs[] = {{"maduro", "zzzyyx"}, {"li", "kim"}, {"jose", "alexander"}};
  for (const Pair& p : kPairs)
    EXPECT_FALSE(Meet(Sought(p.asked), Filed(p.listed))) << p.asked << " " << p.listed;
}

TEST(TokenKeys, OfOneKindDoNotMeetThoseOfAnother) {
  std::set<uint64_t> hashes;
  for (KeyKind kind : {KeyKind::kText, KeyKind::kSound, KeyKind::kShape, KeyKind::kSkeleton,
                       KeyKind::kVowellessSkeleton, KeyKind::kNameGroup}) {
    hashes.insert(TokenKeyHash(kind, uint64_t{7}));
    hashes.insert(TokenKeyHash(kind, "maduro"));
  }
  EXPECT_EQ(hashes.size(), 12U);
}

TEST(TokenKeys, TakeOutMoreLettersOfLongerWords) {
  EXPECT_EQ(EditKeyDepth(1), 0);
  EXPECT_EQ(EditKeyDepth(2), 1);
  EXPECT_EQ(EditKeyDepth(8), 2);
  EXPECT_EQ(EditKeyDepth(64), 1);
  EXPECT_EQ(EditKeyDepth(65), 0);
  EXPECT_LT(Filed(std::string(200, 'k')).size(), 10U) << "no flood of keys from a long word";
}

}  // namespace
}  // namespace interdict::index
