// From a name as written to its parts: THE analysis, the same for listed names and for queries.
//
// "Dr. MADURO MOROS, Nicolas" -> [dr title] [nicolas name] [maduro name family] [moros name family]
// "Open Joint Stock Company Gazprom" -> [ojsc legal form] [gazprom name]
// "Brigade Forty 4" -> [brigade unit] [44 number];  "Abdurrahman" -> [abd] [rahman]
//
// Steps: fold and cut into tokens (text/fold.h); replace the longest phrases of the lexicon by
// their canonical text (legal forms, words and their translations, numbers, places, titles); tell
// initials, particles and compounds with Abd; put the family name of "FAMILY, Given" behind the
// given names. What a word is depends on the kind of party: "General" is a title of a person and a
// word of a company's name.
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
  kFamily = 1,       // written as the family name: before the comma
  kSkeleton = 2,     // script without vowels
  kAbbreviated = 4,  // written with full stops
};

struct Part {
  uint32_t text_begin;
  uint16_t text_size;
  PartKind kind;
  uint8_t flags;
  uint32_t begin, end;  // bytes of the input, half-open
};

struct NameParts {
  std::string text;
  std::vector<Part> parts;
  std::string_view Text(const Part& part) const {
    return std::string_view(text).substr(part.text_begin, part.text_size);
  }
  void clear() {
    text.clear();
    parts.clear();
  }
};

// How much a part of this kind says about who is meant, before rarity. Unit: thousandths.
int StructuralWeight(NameClass name_class, PartKind kind);

class Analyzer {
 public:
  static Result<Analyzer> Create();

  void Analyze(std::string_view utf8, NameClass name_class, NameParts* out) const;

  static constexpr size_t kMaxParts = 64;  // further words of a name are left out

 private:
  explicit Analyzer(text::Folder folder) : folder_(std::move(folder)) {}
  struct Pass;

  text::Folder folder_;
  mutable text::FoldedName folded_;
  mutable std::string phrase_;
};

// Names the analysis with all its tables and ICU: an index made by another is refused.
std::string AnalyserVersion();

}  // namespace interdict::names
