// What the name tables (data/names, data/org_forms.tsv) say of a word or phrase.
//
// Forms are folded as names are (text/fold.h); a form of several words has single spaces between
// them. The tables are folded, sorted and hashed when the library is built
// (tools/lexicon/compile_lexicon.cc), so that nothing is computed at start-up and a lookup touches
// two cache lines. Views are of static storage. No errors, no allocation. Test: lexicon_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace interdict::names {

enum class WordKind : uint8_t {
  kTitle,        // Mr, Sheikh, General
  kSuffix,       // Jr, III
  kArticle,      // al, el, la
  kPatronymic,   // bin, ibn, oglu
  kPreposition,  // de, van, von
  kTeknonym,     // abu, umm
  kLegalForm,    // LLC, GmbH, OOO; canonical is one key for one form
  kDescriptor,   // trading, company, group: says little of which body is meant
  kTopic,        // bank, oil, university
  kQualifier,    // north, new, great
  kUnit,         // brigade, battalion
  kFunction,     // and, of, the
  kPlace,        // country, city, region, and the adjectives made of them
  kNumber,       // canonical is the number in digits
  kContext,      // customer, reference, invoice: words around a name in a payment
};

// One thing that a form may mean; `canonical` is the same text for all forms of that thing.
struct Meaning {
  WordKind kind;
  uint8_t also_name;  // the word is an ordinary name as well
  std::string_view canonical;
};

// How two names of persons that share a group stand to each other.
enum class NameRelation : uint8_t {
  kSpelling,   // another spelling or romanisation of the same name
  kCognate,    // the name in another language
  kShortForm,  // nickname or diminutive
};

// A given or family name's place in a group of names that stand for each other.
struct Membership {
  uint32_t group;
  NameRelation relation;  // of this spelling to the group's first name
};

struct LexiconEntry {
  uint32_t first_meaning, meanings;
  uint32_t first_membership, memberships;
  bool begins_longer;  // some phrase begins with this form and a space
};

// nullptr when no table has the form.
const LexiconEntry* FindForm(std::string_view folded);
Meaning MeaningAt(uint32_t position);
Membership MembershipAt(uint32_t position);
uint32_t GroupCount();
// The spellings of a group, as indices for FormText.
std::span<const uint32_t> GroupForms(uint32_t group);
std::string_view FormText(uint32_t form);
inline constexpr int kMaxPhraseWords = 10;

// Hash of what is meant: equal for all forms of one thing. Numbers, places and words of different
// kinds that share a text are different things.
uint64_t MeaningHash(WordKind kind, std::string_view canonical);

// Changes whenever a table changes; part of the analyser's version.
std::string_view LexiconVersion();

}  // namespace interdict::names
