// Letters -> words: where a name is cut, and what the punctuation around a word says.
// Rules: fold.h. Cost: O(n). Cannot fail. Test: fold_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "interdict/text/letters.h"

namespace interdict::text {

// A word: `count` letters from `first` in Words::letters.
struct Word {
  uint32_t first, count;
  uint16_t gap_flags;  // kHyphenBefore, kCommaBefore, kSlashBefore
  uint16_t flags;      // the other flags of punctuation
};

// Only letters and digits that belong to words, in order; reused between names.
struct Words {
  std::vector<Letter> letters;
  std::vector<Word> words;

  std::span<Letter> LettersOf(const Word& word) {
    return std::span<Letter>(letters).subspan(word.first, word.count);
  }
};

inline constexpr uint32_t kMaxWordLetters = 4000;

void CutWords(std::span<const Letter> source, Words* out);

}  // namespace interdict::text
