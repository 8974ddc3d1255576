#include "interdict/match/distance/soundex.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace interdict {
namespace {

std::string Text(const SoundexCode& code) {
  return std::string(code.begin(), code.end());
}

// Step by step on whole strings: drop h and w, code, squeeze, drop vowels, pad.
std::string NaiveSoundex(const std::string& word) {
  const auto digit_of = [](char c) -> char {
    const std::string groups[] = {"aeiouyhw", "bfpv", "cgjkqsxz", "dt", "l", "mn", "r"};
    for (int d = 0; d < 7; ++d) {
      if (groups[d].find(c) != std::string::npos) return static_cast<char>('0' + d);
    }
    return '0';
  };
  if (word.empty()) return "0000";
  std::string kept(1, word[0]);
  for (size_t i = 1; i < word.size(); ++i) {
    if (word[i] != 'h' && word[i] != 'w') kept += word[i];
  }
  std::string digits;
  for (char c : kept) {
    if (digits.empty() || digits.back() != digit_of(c)) digits += digit_of(c);
  }
  std::string code(1, static_cast<char>(std::toupper(word[0])));
  for (char d : digits.substr(1)) {
    if (d != '0') code += d;
  }
  return (code + "000").substr(0, 4);
}

TEST(Soundex, GivesThePublishedCodes) {
  const struct {
    const char *word, *code;
  } kCases[] = {
      {"Robert", "R163"},     {"Rupert", "R163"},  {"Rubin", "R150"},    {"Ashcraft", "A261"},
      {"Tymczak", "T522"},    {"Pfister", "P236"}, {"Honeyman", "H555"}, {"Lee", "L000"},
      {"Washington", "W252"}, {"mahmud", "M530"},  {"mahmood", "M530"},  {"", "0000"},
      {"1234", "0000"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Text(Soundex(c.word)), c.code) << c.word;
}

TEST(Soundex, EqualsTheNaiveTwinOnRandomWords) {
  std::mt19937 random(5);
  for (int round = 0; round < 20000; ++round) {
    std::string word(random() % 10, 'a');
    for (char& c : word) c = static_cast<char>('a' + random() % 26);
    ASSERT_EQ(Text(Soundex(word)), NaiveSoundex(word)) << word;
  }
}

TEST(Soundex, WordsWithoutLettersSoundLikeNothing) {
  EXPECT_FALSE(SoundsAlike(Soundex("12"), Soundex("12")));
  EXPECT_TRUE(SoundsAlike(Soundex("putin"), Soundex("patino")));
}

}  // namespace
}  // namespace interdict
