#include "interdict/documents/sentences.h"

#include <gtest/gtest.h>

#include <random>
#include <span>
#include <string>

namespace interdict::documents {
namespace {

std::vector<Span> Split(std::string_view text) {
  std::vector<Span> sentences;
  SplitSentences(text, {0, static_cast<uint32_t>(text.size())}, &sentences);
  return sentences;
}

// The sentences, with bars between.
std::string Cut(std::string_view text) {
  std::string out;
  for (Span sentence : Split(text)) {
    if (!out.empty()) out += " | ";
    out += text.substr(sentence.begin, sentence.size());
  }
  return out;
}

struct Case {
  std::string_view text, sentences;
};

void Expect(std::span<const Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(Cut(c.text), c.sentences) << c.text;
}

TEST(Sentences, EndAtStops) {
  constexpr Case kCases[] = {
      {"", ""},
      {"  ", ""},
      {"One. Two! Three? Four", "One. | Two! | Three? | Four"},
      {" One.  Two. ", "One. | Two."},
      {"He said \"no.\" She left.", "He said \"no.\" | She left."},
      {"He said “no.” She left.", "He said “no.” | She left."},
      {"It ended (in 2019.) Then it began.", "It ended (in 2019.) | Then it began."},
      {"Wait... He left.", "Wait... | He left."},
      {"What?! No.", "What?! | No."},
      {"It grew by 3.5 percent. See example.com now.",
       "It grew by 3.5 percent. | See example.com now."},
      {"He came. he left.", "He came. he left."},
      {"One.\u00A0Two.", "One. | Two."},
      {"他来了。他走了。", "他来了。 | 他走了。"},
      {"هل جاء؟ نعم", "هل جاء؟ | نعم"},
  };
  Expect(kCases);
}

// The breaks that ICU's iterator gets wrong in the sample articles.
TEST(Sentences, AbbreviationsDoNotEndThem) {
  constexpr Case kCases[] = {
      {"The U.S. Escalates its campaign.", "The U.S. Escalates its campaign."},
      {"according to U.S. Defense Secretary Hegseth.",
       "according to U.S. Defense Secretary Hegseth."},
      {"The U.S. Justice Department said so.", "The U.S. Justice Department said so."},
      {"the U.S. treasury Department said", "the U.S. treasury Department said"},
      {"He met Gen. Padrino and Mr. Maduro.", "He met Gen. Padrino and Mr. Maduro."},
      {"under E.O. 13850 of 2018.", "under E.O. 13850 of 2018."},
      {"See No. 5 of it.", "See No. 5 of it."},
      {"President Donald J. Trump spoke.", "President Donald J. Trump spoke."},
      {"He fled to the U.S. The measure followed.", "He fled to the U.S. | The measure followed."},
      {"He went to the U.N. In Geneva he spoke.", "He went to the U.N. | In Geneva he spoke."},
      {"goods, e.g. Oil, are banned.", "goods, e.g. Oil, are banned."},
  };
  Expect(kCases);
}

TEST(Sentences, AMissingSpaceDoesNotJoinThem) {
  constexpr Case kCases[] = {
      {"sent by the CIA.A senior official said so.",
       "sent by the CIA. | A senior official said so."},
      {"That is what he said.The other left.", "That is what he said. | The other left."},
      {"in the U.S.in 2019.", "in the U.S.in 2019."},
      {"Visit home.treasury.gov now.", "Visit home.treasury.gov now."},
  };
  Expect(kCases);
}

TEST(Sentences, OnlyTheBlockIsCut) {
  const std::string_view text = "One. Two. Three. Four.";
  std::vector<Span> sentences;
  SplitSentences(text, {5, 16}, &sentences);
  EXPECT_EQ(sentences, (std::vector<Span>{{5, 9}, {10, 16}}));
}

bool IsBlank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

TEST(Sentences, EveryByteThatIsNoBlankIsInExactlyOne) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a",
                                           "B",
                                           "The ",
                                           "U.S.",
                                           "Mr. ",
                                           "5",
                                           ".",
                                           ". ",
                                           "? ",
                                           "!",
                                           "\"",
                                           "”",
                                           "’",
                                           ")",
                                           " ",
                                           "  ",
                                           "\n",
                                           "\u00A0",
                                           "\xC2",
                                           "\xE3",
                                           "\xE3\x80\x82",
                                           "\xD8",
                                           "\xFF",
                                           "é",
                                           "。",
                                           "CIA.A ",
                                           "i.e.",
                                           "\t",
                                           "*",
                                           "]",
                                           std::string(1, '\0')};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (size_t i = random() % 30; i > 0; --i) text += pieces[random() % pieces.size()];
    const auto size = static_cast<uint32_t>(text.size());
    const auto from = static_cast<uint32_t>(size == 0 ? 0 : random() % size);
    const auto to = from + static_cast<uint32_t>(random() % (size - from + 1));
    const Span block = random() % 2 == 0 ? Span{0, size} : Span{from, to};
    std::vector<Span> sentences;
    SplitSentences(text, block, &sentences);
    std::vector<int> covered(text.size());
    uint32_t end = block.begin;
    for (Span sentence : sentences) {
      ASSERT_GE(sentence.begin, end) << text;
      ASSERT_GT(sentence.end, sentence.begin) << text;
      ASSERT_LE(sentence.end, block.end) << text;
      EXPECT_FALSE(IsBlank(text[sentence.begin])) << text;
      EXPECT_FALSE(IsBlank(text[sentence.end - 1])) << text;
      for (uint32_t i = sentence.begin; i < sentence.end; ++i) ++covered[i];
      end = sentence.end;
    }
    for (uint32_t i = block.begin; i < block.end; ++i) {
      const bool blank = IsBlank(text[i]) || text.compare(i, 2, "\u00A0") == 0 ||
                         (i > block.begin && text.compare(i - 1, 2, "\u00A0") == 0);
      if (!blank) {
        EXPECT_EQ(covered[i], 1) << text << " at " << i;
      }
    }
  }
}

TEST(Sentences, TextsOfNoEndAreCutInLinearTime) {
  for (std::string_view unit :
       {"a", ".", ". ", "a.", "a. ", "U.S. ", "\"", ".\"", " ", ".\u00A0", "?)", "Mr. "}) {
    std::string text;
    while (text.size() < 2'000'000) text += unit;
    EXPECT_LE(Split(text).size(), text.size());
  }
}

}  // namespace
}  // namespace interdict::documents
