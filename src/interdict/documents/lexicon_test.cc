#include "interdict/documents/lexicon.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "interdict/tables/documents.inc"

namespace interdict::documents {
namespace {

const Lexicon& Shared() {
  static const auto* const kLexicon = new Result<Lexicon>(Lexicon::Create());
  return **kLexicon;
}

std::vector<Word> Read(std::string_view text) {
  static auto* const kReader = new Result<WordReader>(WordReader::Create());
  std::vector<Word> words;
  (*kReader)->Read(text, {0, static_cast<uint32_t>(text.size())}, SIZE_MAX, &words);
  return words;
}

TEST(Lexicon, EveryClassOfTheTableIsKnownAndEveryKnownClassIsUsed) {
  std::set<std::string_view> known, used;
  for (int i = 0; i < kCueCount; ++i) known.insert(CueName(static_cast<Cue>(i)));
  EXPECT_EQ(known.size(), static_cast<size_t>(kCueCount)) << "two classes of one name";
  for (const auto& row : tables::kDocumentsCues) used.insert(row[0]);
  EXPECT_EQ(used, known);
  EXPECT_LE(kCueCount, 64) << "CueSet has a bit for each";
}

TEST(Lexicon, EveryFormIsFoundWhereItStands) {
  std::vector<Lexicon::Found> found;
  for (const auto& row : tables::kDocumentsCues) {
    std::string_view forms = row[1];
    while (!forms.empty()) {
      const std::string_view form = forms.substr(0, forms.find('|'));
      forms.remove_prefix(std::min(form.size() + 1, forms.size()));
      const std::vector<Word> words = Read(form);
      ASSERT_FALSE(words.empty()) << row[0] << ": " << form;
      Shared().At(words, 0, &found);
      bool there = false;
      for (const Lexicon::Found& one : found)
        there |= CueName(one.cue) == row[0] && one.words == words.size();
      EXPECT_TRUE(there) << row[0] << ": " << form;
    }
  }
}

TEST(Lexicon, PhrasesAreTakenWhole) {
  const std::vector<Word> words = Read("the vice president said");
  EXPECT_EQ(Shared().Longest(words, 1, Cue::kTitle), 2U);
  EXPECT_EQ(Shared().Longest(words, 2, Cue::kTitle), 1U);
  EXPECT_TRUE(Shared().Is(words, 3, Cue::kReport));
  EXPECT_FALSE(Shared().Is(words, 3, Cue::kShip));
  EXPECT_EQ(Shared().Longest(Read("vice, president"), 0, Cue::kTitle), 0U);
}

TEST(Lexicon, ClassesOfAWordAreThoseOfTheWordAlone) {
  const CueSet said = Shared().ClassesOf(Read("said").front());
  EXPECT_NE(said & Bit(Cue::kReport), 0U);
  EXPECT_EQ(said & Bit(Cue::kShip), 0U);
  EXPECT_EQ(Shared().ClassesOf(Read("xyzzyq").front()), 0U);
}

}  // namespace
}  // namespace interdict::documents
