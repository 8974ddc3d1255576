// Look-alike letters: which words only pretend to be Latin, Cyrillic, Greek or Armenian.
//
// A word of two such scripts goes to the one that has more letters which nothing else looks like,
// Latin on a tie. A word wholly of look-alikes ("СООРЕ") is ambiguous: the other words of the name
// decide. Letters of further scripts (Cherokee, Lisu, Coptic) count as what they look like.
// Table: data/translit/confusables.tsv. Cost: O(letters). Cannot fail. Test: fold_test.cc.
#pragma once

#include <span>

#include "interdict/text/letters.h"

namespace interdict::text {

// What the words of one name say about its scripts.
struct NameScripts {
  bool latin = false;  // a word has Latin letters and is read as Latin
  bool own[4] = {};    // a word has letters that only this script has; order of LookAlikeScript
};

// Brings a mixed word to one script, in place. Adds what it saw to `*name`. Returns true when
// letters were replaced.
bool UnmixWord(std::span<Letter> word, NameScripts* name);

// After all words of the name were seen: reads a word of one script by its looks when the rest of
// the name is Latin. Returns true when letters were replaced.
bool ReadByLooks(std::span<Letter> word, const NameScripts& name);

}  // namespace interdict::text
