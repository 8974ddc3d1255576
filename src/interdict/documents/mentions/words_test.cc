#include "interdict/documents/mentions/words.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "interdict/base/utf8.h"

namespace interdict::documents {
namespace {

WordReader& Reader() {
  static auto* const kReader = new Result<WordReader>(WordReader::Create());
  return **kReader;
}

Span All(std::string_view text) {
  return {0, static_cast<uint32_t>(text.size())};
}

std::vector<Word> Read(std::string_view text) {
  std::vector<Word> words;
  Reader().Read(text, All(text), SIZE_MAX, &words);
  return words;
}

// The words as written, in brackets, joined.
std::string Cut(std::string_view text) {
  std::string out;
  for (const Word& word : Read(text))
    out += "[" + std::string(text.substr(word.begin, word.end - word.begin)) + "]";
  return out;
}

uint64_t HashOf(std::string_view text) {
  const std::vector<Word> words = Read(text);
  EXPECT_EQ(words.size(), 1U) << text;
  return words.empty() ? 0 : words.front().hash;
}

Word Only(std::string_view text) {
  const std::vector<Word> words = Read(text);
  EXPECT_EQ(words.size(), 1U) << text;
  return words.empty() ? Word{} : words.front();
}

std::string RandomText(std::mt19937* random, const std::vector<std::string>& pieces, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += pieces[(*random)() % pieces.size()];
  return text;
}

const std::vector<std::string>& Pieces() {
  static const auto* const kPieces = new std::vector<std::string>{
      "a",      "B",        "Maduro", "PDVSA",    "x7",     "2019",
      " ",      " ",        " ",      "\n",       "\t",     ".",
      ".",      ",",        "'",      "'s",       "’s ",    "’",
      "-",      "–",        "/",      "(",        ")",      "\"",
      "“",      "”",        "&",      "U.S.",     "é",      "É",
      "ß",      "Nicolás",  "ñ",      "\u00A0",   "\u200B", "\u00AD",
      "\uFEFF", "\u0301",   "Мадуро", "محمد",     "金正恩", "かな",
      "\xC3",   "\xE2\x80", "\xFF",   "\xF0\x9F", "😀",      std::string(1, '\0'),
      "\u202E", "ﬁ",        "Ａ",     "·",        "…",      "。",
      "Ω",
  };
  return *kPieces;
}

TEST(Words, CutsWhereReadersDo) {
  struct Case {
    std::string_view text, words;
  };
  constexpr Case kCases[] = {
      {"", ""},
      {" \n ", ""},
      {"Nicolas Maduro", "[Nicolas][Maduro]"},
      {"Maduro's regime", "[Maduro][regime]"},
      {"Maduro’s regime", "[Maduro][regime]"},
      {"MADURO'S REGIME", "[MADURO][REGIME]"},
      {"the cartels' boats", "[the][cartels][boats]"},
      {"O'Brien", "[O'Brien]"},
      {"'quoted'", "[quoted]"},
      {"Trump-Maduro", "[Trump][Maduro]"},
      {"the U.S. Treasury", "[the][U.S.][Treasury]"},
      {"in the U.S.in 2019", "[in][the][U.S.][in][2019]"},
      {"the CIA.A senior official", "[the][CIA][A][senior][official]"},
      {"J.S.C. Rosneft", "[J.S.C.][Rosneft]"},
      {"said.The next", "[said][The][next]"},
      {"Donald J. Trump", "[Donald][J][Trump]"},
      {"Nicolás Maduro Moros", "[Nicolás][Maduro][Moros]"},
      {"Nicola\u0301s", "[Nicola\u0301s]"},
      {"Мадуро сказал", "[Мадуро][сказал]"},
      {"Nicolas\u00A0Maduro", "[Nicolas][Maduro]"},
      {"Mad\u200Buro", "[Mad\u200Buro]"},
      {"*Maduro* and _Flores_", "[Maduro][and][Flores]"},
      {"AT&T", "[AT][&][T]"},
      {"$15 million", "[15][million]"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Cut(c.text), c.words) << c.text;
}

TEST(Words, OneNameHasOneHashHoweverItIsWritten) {
  for (std::string_view form : {"maduro", "MADURO", "Maduro's", "Maduro’s", "Mad\u200Buro",
                                "Mad\u00ADuro", "Madúro", "Maduro\u0301"})
    EXPECT_EQ(HashOf(form), HashWord("maduro")) << form;
  EXPECT_EQ(HashOf("U.S."), HashWord("us"));
  EXPECT_EQ(HashOf("US"), HashWord("us"));
  EXPECT_EQ(HashOf("&"), HashWord("and"));
  EXPECT_EQ(HashOf("O'Brien"), HashWord("obrien"));
  EXPECT_EQ(HashOf("O’Brien"), HashWord("obrien"));
  EXPECT_NE(HashOf("maduro"), HashOf("maduros"));
  // The length counts: blocks of eight letters are no collision.
  EXPECT_NE(HashWord("aaaaaaaa"), HashWord("aaaaaaaaaaaaaaaa"));
}

TEST(Words, FlagsSayHowAWordIsWritten) {
  EXPECT_EQ(Only("maduro").flags, 0);
  EXPECT_EQ(Only("Maduro").flags, kCapital);
  EXPECT_EQ(Only("PDVSA").flags, kCapital | kAllCapitals);
  EXPECT_EQ(Only("2019").flags, kDigits);
  EXPECT_EQ(Only("Maduro's").flags, kCapital | kPossessive);
  EXPECT_EQ(Only("U.S.").flags, kCapital | kAllCapitals | kDotted);
  EXPECT_EQ(Only("J").flags, kCapital | kLastLetter);
  EXPECT_TRUE(Only("Étienne").Is(kCapital));
  EXPECT_FALSE(Only("étienne").Is(kCapital));
  EXPECT_TRUE(Only("ÉTÉ").Is(kAllCapitals));
  EXPECT_TRUE(Only("محمد").Is(kNonLatin));
  EXPECT_TRUE(Only("محمد").Is(kCapital));  // a script without capitals cannot lack one
}

TEST(Words, GapsSayWhatStandsBetween) {
  const auto gap = [](std::string_view text) { return Read(text).back().gap; };
  EXPECT_EQ(gap("a b"), Gap::kSpace);
  EXPECT_EQ(gap("aa-bb"), Gap::kHyphen);
  EXPECT_EQ(gap("aa/bb"), Gap::kSlash);
  EXPECT_EQ(gap("aa, bb"), Gap::kComma);
  EXPECT_EQ(gap("aa\nbb"), Gap::kLine);
  EXPECT_EQ(gap("aa (bb"), Gap::kOther);
  EXPECT_EQ(gap("aa. bb"), Gap::kStop);
  EXPECT_EQ(gap("aa\n\nbb"), Gap::kBlock);
  EXPECT_EQ(gap("Co., Ltd"), Gap::kComma);  // the stop is that of an abbreviation
  EXPECT_EQ(gap("aa. , bb"), Gap::kStop);
  EXPECT_EQ(gap("J. Trump"), Gap::kSpace);  // so is that of an initial
  EXPECT_EQ(gap("x. Trump"), Gap::kStop);
  EXPECT_EQ(gap("aa,\n bb"), Gap::kLine);  // the stronger of the two
  EXPECT_EQ(gap("bb"), Gap::kBlock);       // the text begins
  EXPECT_TRUE(Read("aa (BB)").back().bracket_before);
  EXPECT_TRUE(Read("aa “bb").back().quote_before);
  EXPECT_FALSE(Read("aa “bb” cc").front().quote_before);
}

// A soft hyphen inside takes a word from the path of ASCII to that of all other letters.
TEST(Words, BothPathsReadAsciiAlike) {
  std::mt19937 random(1);
  constexpr std::string_view kLetters = "abcXYZabcdefghijKLMNOpqrstuvwxyz0123456789";
  for (int round = 0; round < 3000; ++round) {
    std::string plain, disguised;
    const size_t count = 1 + random() % 4;
    for (size_t w = 0; w < count; ++w) {
      if (w > 0) {
        const std::string gaps[] = {" ", ", ", "-", "/", " (", ". ", "\n", "\n\n", " \""};
        const std::string& between = gaps[random() % 9];
        plain += between;
        disguised += between;
      }
      const size_t size = 2 + random() % 20;
      for (size_t i = 0; i < size; ++i) {
        const char c = kLetters[random() % kLetters.size()];
        plain += c;
        disguised += c;
        if (i == 0) disguised += "\u00AD";
      }
      if (random() % 4 == 0) {
        plain += "'s";
        disguised += "'s";
      }
    }
    const std::vector<Word> a = Read(plain), b = Read(disguised);
    ASSERT_EQ(a.size(), b.size()) << plain;
    for (size_t i = 0; i < a.size(); ++i) {
      EXPECT_EQ(a[i].hash, b[i].hash) << plain;
      EXPECT_EQ(a[i].flags, b[i].flags) << plain;
      EXPECT_EQ(a[i].gap, b[i].gap) << plain;
      EXPECT_EQ(a[i].quote_before, b[i].quote_before) << plain;
      EXPECT_EQ(a[i].bracket_before, b[i].bracket_before) << plain;
    }
  }
}

TEST(Words, OffsetsOfAnyBytesLieInTheTextAndInOrder) {
  std::mt19937 random(2);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = RandomText(&random, Pieces(), random() % 24);
    uint32_t end = 0;
    for (const Word& word : Read(text)) {
      EXPECT_GE(word.begin, end) << text;
      EXPECT_GT(word.end, word.begin) << text;
      EXPECT_LE(word.end, text.size()) << text;
      end = word.end;
    }
  }
}

TEST(Words, ReadingInPiecesIsReadingAtOnce) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = RandomText(&random, Pieces(), random() % 40);
    const std::vector<Word> whole = Read(text);
    std::vector<Word> pieces;
    const size_t limit = 1 + random() % 5;
    for (Span rest = All(text); rest.begin < rest.end;) {
      const uint32_t next = Reader().Read(text, rest, limit, &pieces);
      ASSERT_GT(next, rest.begin) << "no way forward in: " << text;
      rest.begin = next;
    }
    ASSERT_EQ(pieces.size(), whole.size()) << text;
    for (size_t i = 0; i < whole.size(); ++i) {
      EXPECT_EQ(pieces[i].hash, whole[i].hash) << text;
      EXPECT_EQ(pieces[i].begin, whole[i].begin) << text;
      EXPECT_EQ(pieces[i].end, whole[i].end) << text;
      EXPECT_EQ(pieces[i].flags, whole[i].flags) << text;
    }
  }
}

// What follows the range is not looked at: sentences are read out of the middle of a text.
TEST(Words, NothingBehindTheRangeIsRead) {
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = RandomText(&random, Pieces(), 2 + random() % 24);
    const auto end = static_cast<uint32_t>(random() % text.size());
    std::vector<Word> words;
    Reader().Read(text, {0, end}, SIZE_MAX, &words);
    for (const Word& word : words) EXPECT_LE(word.end, end) << text;
  }
}

TEST(Words, FoldedLettersAreThoseOfTheHash) {
  for (std::string_view text :
       {"Maduro's", "U.S.", "J.S.C.", "O'Brien", "Nicolás", "Straße", "Øystein", "Łukasz",
        "Mad\u200Buro", "PDVSA", "2019", "&", "Đinh", "Müller", "Çelik"}) {
    for (const Word& word : Read(text))
      EXPECT_EQ(HashWord(Reader().Folded(text, word)), word.hash) << text;
  }
}

TEST(Words, ScriptsAreFoldedAsNamesOfListsAre) {
  const Word cyrillic = Only("Мадуро");
  EXPECT_TRUE(cyrillic.Is(kNonLatin) || cyrillic.Is(kCapital));
  EXPECT_EQ(cyrillic.hash, HashWord(Reader().Folded("Мадуро", cyrillic)));
  EXPECT_EQ(HashOf("Мадуро"), HashOf("МАДУРО"));
  const std::string_view arabic = "محمد علي";
  EXPECT_EQ(Read(arabic).size(), 2U);
  EXPECT_FALSE(Read("金正恩").empty());
}

TEST(Words, AWordOfNoEndIsNoTrouble) {
  for (std::string_view unit : {"a", "é", "я", "金", "a\u200B", "a.", "م", "\xC3", "a'"}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    uint32_t end = 0;
    for (const Word& word : Read(text)) {
      ASSERT_GE(word.begin, end);
      ASSERT_LE(word.end, text.size());
      end = word.end;
    }
  }
}

}  // namespace
}  // namespace interdict::documents
