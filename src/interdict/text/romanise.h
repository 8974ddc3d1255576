// Letters of one script -> lower-case ASCII, by our own tables (data/translit).
//
// One reading a letter: the spelling that sanctions lists and passports use most; what else a
// letter may be read as is the comparer's business. Arabic and Hebrew keep consonants and long
// vowels as written. Han and the scripts without a table are in icu_latin.h. Cost: O(letters), one
// hash look-up each. Cannot fail. Test: fold_test.cc.
#pragma once

#include <span>
#include <string>

#include "interdict/text/letters.h"

namespace interdict::text {

// Latin, Cyrillic, Greek, Armenian, Georgian, Arabic, Hebrew, Khmer and Lao (kOther): appends the
// reading of the run, which is one word or the part of a word in this script, digits included. A
// letter without a row is left to the caller: false is returned and nothing appended.
bool AppendByTable(Script script, std::span<const Letter> run, std::string* out);

// Kana by Hepburn, long vowels collapsed.
void AppendKana(std::span<const Letter> run, std::string* out);

// Hangul by the Revised Romanisation, without assimilation between syllables other than linking.
void AppendHangul(std::span<const Letter> run, std::string* out);

// One syllable alone; as the first of a name it may be a family name with a settled spelling.
void AppendHangulSyllable(char32_t syllable, bool may_be_family_name, std::string* out);

}  // namespace interdict::text
