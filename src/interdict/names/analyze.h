// From a name as written to its parts: THE analysis, the same for listed names and for queries.
//
// "Dr. MADURO MOROS, Nicolas" -> [dr title] [nicolas name] [maduro name family] [moros name family]
// "Joint Stock Company Gazprom" -> [joint stock company: legal form "jsc"] [gazprom name]
// "Brigade Forty 4" -> [brigade unit] [forty 4: number "44"];  "Abdurrahman" -> [abd] [rahman]
//
// Steps: fold and cut into tokens (text/fold.h); find the longest phrases of the lexicon (legal
// forms, words and their translations, numbers, places, titles) and say what each word is; tell
// initials, particles and compounds with Abd; put the family name of "FAMILY, Given" behind the
// given names. A part is a word as written, so that a slip of the pen in it can still be seen; what
// a phrase means stands beside its words. What a word is depends on the kind of party: "General" is
// a title of a person and a word of a company's name.
//
// Parts keep the bytes of the input that they came from. No errors: any bytes give some parts,
// possibly none. Reused between calls, an analysis allocates nothing once warm. Not thread-safe;
// one Analyzer a thread. Test: analyze_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/entity/schema.h"
#include "interdict/names/lexicon.h"
#include "interdict/names/token_profile.h"
#include "interdict/text/fold.h"

namespace interdict::names {

// Which conventions a name follows. kAny: not known (a query without schema, a LegalEntity).
enum class NameClass : uint8_t { kPerson, kBody, kCraft, kAny };
NameClass ClassOf(std::optional<Schema> schema);

enum class PartKind : uint8_t {
  kName,
  kInitial,  // a single letter
  kNumber,   // text is the number in digits
  kTitle,
  kSuffix,
  kParticle,  // al, bin, de, van
  kTeknonym,  // abu, umm, abd: little alone, but part of the name that follows
  kLegalForm,
  kDescriptor,
  kTopic,
  kQualifier,
  kUnit,
  kFunction,
  kPlace,
  kContext,
};
inline constexpr int kPartKinds = 15;
std::string_view PartKindName(PartKind kind);

enum PartFlag : uint8_t {
  kFamily = 1,        // written as the family name: before the comma
  kSkeleton = 2,      // script without vowels
  kAbbreviated = 4,   // written with full stops
  kSyllable = 8,      // a character of a script that writes syllables or words (Han, Hangul)
  kSon = 16,          // stands behind bin, ibn: the father's name
  kAlternative = 32,  // stands behind a slash: another name for the same
};

struct Part {
  uint32_t text_begin;  // what is compared: a word, without the disguise of Abd- and the like
  uint16_t text_size;
  PartKind kind;
  uint8_t flags;
  uint32_t written_begin;  // the folded letters of the part as written
  uint16_t written_size;
  uint16_t phrase_words;  // words of the phrase that the part belongs to; 1: none
  uint32_t begin, end;    // bytes of the input, half-open
};

// Several parts, one behind the other, that are one thing.
struct Phrase {
  uint64_t meaning;  // hash of kind and canonical text; the same for all forms of the thing
  PartKind kind;
  uint8_t first, count;  // parts; count >= 2
};

struct NameParts {
  std::string text;
  std::vector<Part> parts;
  std::vector<Phrase> phrases;
  std::string_view Text(const Part& part) const {
    return std::string_view(text).substr(part.text_begin, part.text_size);
  }
  std::string_view Written(const Part& part) const {
    return std::string_view(text).substr(part.written_begin, part.written_size);
  }
  void clear() {
    text.clear();
    parts.clear();
    phrases.clear();
  }
};

// How much a part of this kind says about who is meant, before rarity. Unit: thousandths.
int StructuralWeight(NameClass name_class, PartKind kind);
// The same for a part: words of a phrase share the weight of one word and a third.
int StructuralWeight(NameClass name_class, const Part& part);

class Analyzer {
 public:
  // `variants` is borrowed: a table that was loaded (variant_table.h), nullptr for none. Listed
  // names and queries must be taken apart with the same one.
  static Result<Analyzer> Create(const VariantTable* variants = nullptr);

  // What a part of a name is compared by; `text` is borrowed.
  TokenProfile Profile(std::string_view text, bool consonants_only) const {
    return MakeTokenProfile(text, consonants_only, variants_);
  }
  const VariantTable* variants() const { return variants_; }

  void Analyze(std::string_view utf8, NameClass name_class, NameParts* out) const;

  static constexpr size_t kMaxParts = 64;  // further words of a name are left out

 private:
  Analyzer(text::Folder folder, const VariantTable* variants)
      : folder_(std::move(folder)), variants_(variants) {}
  struct Pass;

  text::Folder folder_;
  const VariantTable* variants_;
  mutable text::FoldedName folded_;
  mutable std::string phrase_;
};

// Names the analysis with all its tables and ICU: an index made by another is refused.
std::string AnalyserVersion();

}  // namespace interdict::names
