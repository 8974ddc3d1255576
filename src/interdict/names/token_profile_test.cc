#include "interdict/names/token_profile.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace interdict::names {
namespace {

TokenProfile Profile(std::string_view text, bool consonants_only = false) {
  return MakeTokenProfile(text, consonants_only);
}

TEST(TokenProfile, SpellingsOfOneSoundShareThatKey) {
  EXPECT_EQ(Profile("mueller").phonetic, Profile("muller").phonetic);
  EXPECT_EQ(Profile("yeltsin").phonetic, Profile("jelzin").phonetic);
  EXPECT_NE(Profile("ivanov").phonetic, Profile("petrov").phonetic);
}

TEST(TokenProfile, WhatOpticalReadingConfusesSharesAShape) {
  EXPECT_EQ(Profile("maduro").shape, Profile("madur0").shape);
  EXPECT_EQ(Profile("barnes").shape, Profile("bames").shape);
}

TEST(TokenProfile, ConsonantsAndTheirUsualSpellingShareASkeleton) {
  EXPECT_EQ(Profile("mhmd", true).skeleton, Profile("muhammad").skeleton);
  EXPECT_TRUE(Profile("mhmd", true).consonants_only);
  EXPECT_EQ(Profile("mhmd", true).skeleton_size, 4U);
}

TEST(TokenProfile, OnlyLatinWordsWithoutVowelsAreVowelless) {
  EXPECT_TRUE(Profile("mdr").vowelless);
  EXPECT_TRUE(Profile("ncls").vowelless);
  EXPECT_TRUE(Profile("abrt").vowelless) << "a vowel may stand in front";
  EXPECT_FALSE(Profile("maduro").vowelless);
  EXPECT_FALSE(Profile("mhmd", true).vowelless);
  EXPECT_FALSE(Profile("m").vowelless);
  EXPECT_FALSE(Profile("1234").vowelless);
}

TEST(TokenProfile, ShortAndVeryLongTokensHaveFewKeys) {
  EXPECT_EQ(Profile("li").phonetic, 0U);
  EXPECT_NE(Profile("li").skeleton, 0U);
  const std::string at_the_limit(64, 'k'), beyond(65, 'k');
  EXPECT_NE(Profile(at_the_limit).phonetic, 0U);
  EXPECT_EQ(Profile(beyond).phonetic, 0U);
  EXPECT_EQ(Profile(beyond).skeleton, 0U);
  EXPECT_EQ(Profile(beyond).shape, 0U);
}

TEST(TokenProfile, NamesOfTheLexiconKnowTheirGroups) {
  EXPECT_GT(Profile("muhammad").memberships, 0U);
  EXPECT_EQ(Profile("zzzqxw").memberships, 0U);
}

TEST(TokenProfile, LettersHaveABitEach) {
  std::set<uint64_t> bits;
  for (char c = 'a'; c <= 'z'; ++c) bits.insert(LetterMask(std::string(1, c)));
  for (char c = '0'; c <= '9'; ++c) bits.insert(LetterMask(std::string(1, c)));
  EXPECT_EQ(bits.size(), 36U);
  EXPECT_EQ(LetterMask(""), 0U);
  EXPECT_NE(LetterMask("\xFF"), 0U);
  EXPECT_EQ(LetterMask("maduro"), LetterMask("orudam"));
}

TEST(TokenProfile, IsAFunctionOfTextAndScriptAlone) {
  const std::string text = "muhammad";
  const std::string copy = text;
  const TokenProfile a = Profile(text), b = Profile(copy);
  EXPECT_EQ(a.phonetic, b.phonetic);
  EXPECT_EQ(a.skeleton, b.skeleton);
  EXPECT_EQ(a.shape, b.shape);
  EXPECT_EQ(a.letters, b.letters);
  EXPECT_EQ(a.first_membership, b.first_membership);
}

}  // namespace
}  // namespace interdict::names
