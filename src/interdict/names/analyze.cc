#include "interdict/names/analyze.h"

#include <algorithm>
#include <array>

#include "interdict/names/token_profile.h"

namespace interdict::names {
namespace {

constexpr std::array<std::string_view, kPartKinds> kKindNames = {
    "name",       "initial", "number",    "title", "suffix",   "particle", "teknonym", "legal form",
    "descriptor", "topic",   "qualifier", "unit",  "function", "place",    "context"};

// Thousandths, by PartKind in its order. A descriptor of a company may be a person's surname.
constexpr std::array<std::array<int, kPartKinds>, 4> kWeights = {{
    // name init numb title suff part tekn legal desc topic qual unit func place ctx
    {1000, 800, 250, 40, 100, 70, 800, 120, 900, 900, 900, 900, 60, 700, 40},       // person
    {1000, 500, 900, 350, 300, 60, 300, 100, 400, 600, 650, 600, 50, 700, 100},     // body
    {1000, 700, 1000, 800, 600, 300, 500, 300, 900, 900, 900, 900, 200, 900, 100},  // craft
    {1000, 800, 600, 80, 150, 65, 750, 100, 450, 600, 650, 600, 50, 700, 60},       // any
}};

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsLetter(char c) {
  return c >= 'a' && c <= 'z';
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

// "1st" "22nd" "3rd" "44th" -> the digits; empty when the token is no such ordinal.
std::string_view OrdinalDigits(std::string_view text) {
  if (text.size() < 3 || !AllDigits(text.substr(0, text.size() - 2))) return {};
  const std::string_view end = text.substr(text.size() - 2);
  return end == "st" || end == "nd" || end == "rd" || end == "th" ? text.substr(0, text.size() - 2)
                                                                  : std::string_view();
}

std::string_view WithoutLeadingZeros(std::string_view digits) {
  const size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

// Words that precede a ship's name.
bool IsShipPrefix(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kPrefixes = {
      "mv", "mt", "ms", "ss", "mts", "motor vessel", "vessel", "tanker", "lpg", "lng", "fv", "imo"};
  return std::find(kPrefixes.begin(), kPrefixes.end(), text) != kPrefixes.end();
}

// The servant-of names: what stands before the divine name, with the article grown together.
constexpr std::array<std::string_view, 25> kAbdForms = {
    "abd",   "abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abder", "abdus",
    "abdes", "abdun", "abden", "abduz", "abdez", "abdud",  "abded", "abdut", "abdet",
    "abdar", "abdas", "abdor", "abdu",  "abde",  "abdou",  "bd"};

bool IsAbd(std::string_view text) {
  return std::find(kAbdForms.begin(), kAbdForms.end(), text) != kAbdForms.end();
}

// Length of the servant-of part grown together with the name behind it ("abdurrahman" -> 5); 0
// when there is none. Abdullah is one name.
size_t AbdPrefix(std::string_view text) {
  if (!text.starts_with("abd") || text.size() < 7) return 0;
  size_t best = 0;
  for (std::string_view form : kAbdForms) {
    if (form.size() > best && form.size() >= 5 && text.starts_with(form)) best = form.size();
  }
  if (best == 0 && text[3] != 'i' && text[3] != 'a' && text[3] != 'u' && text[3] != 'o' &&
      text[3] != 'e') {
    best = 3;
  }
  const std::string_view rest = text.substr(best);
  return best == 0 || rest.size() < 4 || rest.starts_with("lah") || rest.starts_with("llah") ? 0
                                                                                             : best;
}

PartKind PartOf(WordKind kind) {
  switch (kind) {
    case WordKind::kTitle:
      return PartKind::kTitle;
    case WordKind::kSuffix:
      return PartKind::kSuffix;
    case WordKind::kArticle:
    case WordKind::kPatronymic:
    case WordKind::kPreposition:
      return PartKind::kParticle;
    case WordKind::kTeknonym:
      return PartKind::kTeknonym;
    case WordKind::kLegalForm:
      return PartKind::kLegalForm;
    case WordKind::kDescriptor:
      return PartKind::kDescriptor;
    case WordKind::kTopic:
      return PartKind::kTopic;
    case WordKind::kQualifier:
      return PartKind::kQualifier;
    case WordKind::kUnit:
      return PartKind::kUnit;
    case WordKind::kFunction:
      return PartKind::kFunction;
    case WordKind::kPlace:
      return PartKind::kPlace;
    case WordKind::kNumber:
      return PartKind::kNumber;
    case WordKind::kContext:
      return PartKind::kContext;
  }
  return PartKind::kName;
}

// Which of several meanings a word has in names of a class: the first of this order that it has.
// A kind that is missing here is not looked for in that class.
std::string_view PreferenceOf(NameClass name_class) {
  static constexpr auto k = [](WordKind kind) { return static_cast<char>(kind); };
  static constexpr std::array<char, 7> kPersons = {
      k(WordKind::kTitle),   k(WordKind::kSuffix),   k(WordKind::kPatronymic),
      k(WordKind::kArticle), k(WordKind::kTeknonym), k(WordKind::kPreposition),
      k(WordKind::kContext)};
  static constexpr std::array<char, 14> kBodies = {
      k(WordKind::kLegalForm),   k(WordKind::kNumber),     k(WordKind::kFunction),
      k(WordKind::kTopic),       k(WordKind::kDescriptor), k(WordKind::kUnit),
      k(WordKind::kQualifier),   k(WordKind::kPlace),      k(WordKind::kArticle),
      k(WordKind::kPreposition), k(WordKind::kPatronymic), k(WordKind::kTeknonym),
      k(WordKind::kContext),     k(WordKind::kTitle)};
  static constexpr std::array<char, 5> kCrafts = {k(WordKind::kNumber), k(WordKind::kQualifier),
                                                  k(WordKind::kPlace), k(WordKind::kArticle),
                                                  k(WordKind::kFunction)};
  static constexpr std::array<char, 14> kAnything = {
      k(WordKind::kLegalForm),  k(WordKind::kTitle),     k(WordKind::kNumber),
      k(WordKind::kFunction),   k(WordKind::kTopic),     k(WordKind::kDescriptor),
      k(WordKind::kUnit),       k(WordKind::kQualifier), k(WordKind::kPlace),
      k(WordKind::kPatronymic), k(WordKind::kArticle),   k(WordKind::kPreposition),
      k(WordKind::kTeknonym),   k(WordKind::kContext)};
  switch (name_class) {
    case NameClass::kPerson:
      return {kPersons.data(), kPersons.size()};
    case NameClass::kBody:
      return {kBodies.data(), kBodies.size()};
    case NameClass::kCraft:
      return {kCrafts.data(), kCrafts.size()};
    case NameClass::kAny:
      return {kAnything.data(), kAnything.size()};
  }
  return {};
}

}  // namespace

std::string_view PartKindName(PartKind kind) {
  return kKindNames[static_cast<size_t>(kind)];
}

NameClass ClassOf(std::optional<Schema> schema) {
  if (!schema) return NameClass::kAny;
  switch (*schema) {
    case Schema::kPerson:
      return NameClass::kPerson;
    case Schema::kVessel:
    case Schema::kAirplane:
      return NameClass::kCraft;
    case Schema::kOrganization:
    case Schema::kCompany:
    case Schema::kPublicBody:
    case Schema::kCryptoWallet:
      return NameClass::kBody;
    case Schema::kLegalEntity:
      return NameClass::kAny;
  }
  return NameClass::kAny;
}

int StructuralWeight(NameClass name_class, PartKind kind) {
  return kWeights[static_cast<size_t>(name_class)][static_cast<size_t>(kind)];
}

int StructuralWeight(NameClass name_class, const Part& part) {
  int weight = StructuralWeight(name_class, part.kind);
  if ((part.flags & kAlternative) != 0) weight /= 2;
  return part.phrase_words < 2 ? weight
                               : weight * (part.phrase_words + 2) / (3 * part.phrase_words);
}

Result<Analyzer> Analyzer::Create(const VariantTable* variants) {
  ASSIGN_OR_RETURN(text::Folder folder, text::Folder::Create());
  return Analyzer(std::move(folder), variants);
}

// One name on its way through the steps.
struct Analyzer::Pass {
  const text::FoldedName& in;
  NameClass name_class;
  NameParts* out;
  std::string* phrase;
  bool is_leet = false;

  std::string_view TokenText(size_t i) const { return in.Text(in.tokens[i]); }

  // A part made of the tokens [first, last]; `text` is what is compared.
  void Emit(std::string_view text, PartKind kind, size_t first, size_t last, uint8_t flags = 0) {
    if (text.empty() || out->parts.size() >= kMaxParts) return;
    Part part{};
    part.text_begin = static_cast<uint32_t>(out->text.size());
    part.text_size = static_cast<uint16_t>(text.size());
    out->text += text;
    part.written_begin = static_cast<uint32_t>(out->text.size());
    for (size_t i = first; i <= last; ++i) out->text += TokenText(i);
    part.written_size = static_cast<uint16_t>(out->text.size() - part.written_begin);
    part.kind = kind;
    part.flags = flags;
    part.phrase_words = 1;
    part.begin = in.tokens[first].begin;
    part.end = in.tokens[last].end;
    out->parts.push_back(part);
  }

  // The same for a piece of one token: written as it is compared.
  void EmitPiece(std::string_view text, std::string_view written, PartKind kind, size_t token,
                 uint8_t flags = 0) {
    if (out->parts.size() >= kMaxParts) return;
    Emit(text, kind, token, token, flags);
    Part& part = out->parts.back();
    out->text.resize(part.written_begin);
    out->text += written;
    part.written_size = static_cast<uint16_t>(written.size());
  }

  // The words of a phrase, each a part.
  void EmitWords(size_t first, size_t words, PartKind kind, uint64_t meaning) {
    const size_t begin = out->parts.size();
    for (size_t i = first; i < first + words; ++i) Emit(TokenText(i), kind, i, i, FlagsOf(i));
    const size_t count = out->parts.size() - begin;
    if (count < 2) return;
    for (size_t i = begin; i < begin + count; ++i)
      out->parts[i].phrase_words = static_cast<uint16_t>(count);
    out->phrases.push_back(
        {meaning, kind, static_cast<uint8_t>(begin), static_cast<uint8_t>(count)});
  }

  std::optional<Meaning> Choose(const LexiconEntry& entry) const {
    for (char wanted : PreferenceOf(name_class)) {
      for (uint32_t m = 0; m < entry.meanings; ++m) {
        const Meaning meaning = MeaningAt(entry.first_meaning + m);
        if (static_cast<char>(meaning.kind) == wanted) return meaning;
      }
    }
    return std::nullopt;
  }

  // Short legal forms are ordinary syllables inside a name: they count at its ends only.
  bool Fits(const Meaning& meaning, size_t first, size_t words) const {
    const size_t count = in.tokens.size();
    if (words == count) return meaning.kind == WordKind::kNumber || count > 1;
    if (meaning.kind == WordKind::kLegalForm && words == 1 && TokenText(first).size() < 4) {
      const bool at_start = first == 0 && TokenText(first).size() > 1;
      return at_start || first + words == count || EndsInForms(first + words);
    }
    const bool is_name = meaning.also_name != 0 || (words == 1 && IsKnownName(TokenText(first)));
    if (meaning.kind == WordKind::kTitle && is_name) return first == 0 && FullWords() > 2;
    if (meaning.kind == WordKind::kSuffix) return first > 0;
    if (meaning.kind == WordKind::kContext) return name_class != NameClass::kCraft && count > 2;
    return true;
  }

  // Words that are no particles or initials.
  size_t FullWords() const {
    size_t count = 0;
    for (const text::Token& token : in.tokens) {
      const LexiconEntry* entry = token.text_size < 3 ? nullptr : FindForm(in.Text(token));
      const auto meaning = entry == nullptr ? std::nullopt : Choose(*entry);
      count += token.text_size >= 3 && !(meaning && PartOf(meaning->kind) == PartKind::kParticle);
    }
    return count;
  }

  // A single letter in a person's name is an initial, unless it joins two names (Ortega y Gasset).
  bool IsInitial(size_t i) const {
    const std::string_view text = TokenText(i);
    if (text.size() != 1 || name_class == NameClass::kBody || name_class == NameClass::kCraft)
      return false;
    const bool joins = text == "y" || text == "e" || text == "i";
    const bool dotted = (in.tokens[i].flags & text::kDotted) != 0;
    return dotted || !joins || i == 0 || i + 1 == in.tokens.size();
  }

  // Whether only legal forms, places and short words stand from here on.
  bool EndsInForms(size_t first) const {
    for (size_t i = first; i < in.tokens.size(); ++i) {
      const LexiconEntry* entry = FindForm(TokenText(i));
      const bool bracketed = (in.tokens[i].flags & text::kBracketed) != 0;
      if (bracketed) continue;
      if (entry == nullptr) return false;
      const auto meaning = Choose(*entry);
      if (!meaning ||
          (meaning->kind != WordKind::kLegalForm && meaning->kind != WordKind::kFunction))
        return false;
    }
    return true;
  }

  // Emits the longest phrase of the lexicon that begins at token `first`; its number of tokens, or
  // 0.
  size_t EmitPhrase(size_t first) {
    if (IsInitial(first)) return 0;
    phrase->assign(TokenText(first));
    size_t words = 0;
    std::optional<Meaning> best;
    for (size_t n = 1; n <= kMaxPhraseWords && first + n <= in.tokens.size(); ++n) {
      if (n > 1) {
        *phrase += ' ';
        *phrase += TokenText(first + n - 1);
      }
      const LexiconEntry* entry = FindForm(*phrase);
      if (entry == nullptr) break;
      if (const auto meaning = Choose(*entry); meaning && Fits(*meaning, first, n)) {
        best = meaning;
        words = n;
      }
      if (!entry->begins_longer) break;
    }
    if (!best) return 0;
    if (best->kind == WordKind::kNumber) return EmitNumberWords(first, words, best->canonical);
    EmitWords(first, words, PartOf(best->kind), MeaningHash(best->kind, best->canonical));
    return words;
  }

  // "forty four", "twenty first": tens and units written apart are one number.
  size_t EmitNumberWords(size_t first, size_t words, std::string_view value) {
    const size_t next = first + words;
    if (value.size() == 2 && value[1] == '0' && value[0] != '1' && next < in.tokens.size()) {
      std::string_view unit = TokenText(next);
      if (const LexiconEntry* entry = FindForm(unit)) {
        const auto meaning = Choose(*entry);
        if (meaning && meaning->kind == WordKind::kNumber) unit = meaning->canonical;
      }
      if (unit.size() == 1 && IsDigit(unit[0]) && unit[0] != '0') {
        const std::string together = {value[0], unit[0]};
        EmitWords(first, words + 1, PartKind::kNumber, MeaningHash(WordKind::kNumber, together));
        return words + 1;
      }
    }
    EmitWords(first, words, PartKind::kNumber, MeaningHash(WordKind::kNumber, value));
    return words;
  }

  bool EmitNumber(size_t i, std::string_view text) {
    const std::string_view ordinal = OrdinalDigits(text);
    if (!ordinal.empty()) text = ordinal;
    if (AllDigits(text)) {
      Emit(WithoutLeadingZeros(text), is_leet ? PartKind::kName : PartKind::kNumber, i, i);
      return true;
    }
    const bool person = name_class == NameClass::kPerson;
    if (person || i == 0 || RomanValue(text) == 0) return false;
    Emit(text, PartKind::kNumber, i, i);
    return true;
  }

  // "brigade44" -> "brigade" and 44, in names where digits are no slip for letters.
  bool EmitTrailingNumber(size_t i, std::string_view text) {
    if (name_class == NameClass::kPerson) return false;
    size_t letters = text.size();
    while (letters > 0 && IsDigit(text[letters - 1])) --letters;
    if (letters < 3 || letters == text.size()) return false;
    if (std::any_of(text.begin(), text.begin() + static_cast<ptrdiff_t>(letters), IsDigit))
      return false;
    if (is_leet) return false;
    const std::string_view number = text.substr(letters);
    EmitPiece(text.substr(0, letters), text.substr(0, letters), PartKind::kName, i);
    EmitPiece(WithoutLeadingZeros(number), number, PartKind::kNumber, i);
    return true;
  }

  uint8_t FlagsOf(size_t i) const {
    const uint16_t flags = in.tokens[i].flags;
    const text::Script script = in.tokens[i].script;
    const bool syllable = script == text::Script::kHan || script == text::Script::kHangul;
    return static_cast<uint8_t>(((flags & text::kConsonantsOnly) != 0 ? kSkeleton : 0) |
                                ((flags & text::kDotted) != 0 ? kAbbreviated : 0) |
                                (syllable ? kSyllable : 0));
  }

  // Letters with full stops between them are initials of a person.
  bool EmitDottedInitials(size_t i, std::string_view text) {
    const bool dotted = (in.tokens[i].flags & text::kDotted) != 0;
    if (name_class != NameClass::kPerson || !dotted || text.size() < 2 || text.size() > 3)
      return false;
    if (in.tokens[i].end - in.tokens[i].begin < 2 * text.size() - 1) return false;
    for (size_t k = 0; k < text.size(); ++k) {
      EmitPiece(text.substr(k, 1), text.substr(k, 1), PartKind::kInitial, i, kAbbreviated);
    }
    return true;
  }

  // Emits the servant-of names; the number of tokens taken.
  size_t EmitAbd(size_t i, std::string_view text) {
    if (name_class == NameClass::kCraft) return 0;
    const size_t count = in.tokens.size();
    if (IsAbd(text) && i + 1 < count) {
      const bool article =
          TokenText(i + 1).size() == 2 && i + 2 < count &&
          (TokenText(i + 1)[0] == 'a' || TokenText(i + 1)[0] == 'e' || TokenText(i + 1)[0] == 'u');
      Emit("abd", PartKind::kTeknonym, i, article ? i + 1 : i);
      return article ? 2 : 1;
    }
    const size_t prefix = AbdPrefix(text);
    if (prefix == 0 || (IsKnownName(text) && !IsKnownName(text.substr(prefix)))) return 0;
    EmitPiece("abd", text.substr(0, prefix), PartKind::kTeknonym, i);
    EmitPiece(text.substr(prefix), text.substr(prefix), PartKind::kName, i);
    return 1;
  }

  static bool IsKnownName(std::string_view text) {
    const LexiconEntry* entry = FindForm(text);
    return entry != nullptr && entry->memberships != 0;
  }

  // Digits in the middle of several words stand for letters: "J4v13r M4ur1c10".
  void LookForLeet() {
    size_t mixed = 0;
    for (const text::Token& token : in.tokens) {
      const std::string_view text = in.Text(token);
      const auto letter = std::find_if(text.begin(), text.end(), IsLetter);
      const auto digit = std::find_if(text.begin(), text.end(), IsDigit);
      if (letter == text.end() || digit == text.end()) continue;
      const bool trailing = std::all_of(digit, text.end(), IsDigit);
      const bool leading = digit == text.begin() && std::all_of(letter, text.end(), IsLetter);
      mixed += trailing || leading ? 0 : 1;
    }
    is_leet = mixed > 0 && mixed + 2 >= in.tokens.size() / 2;
  }

  // A run of x or * before a name hides nothing: "XXXNICOLAS".
  static std::string_view WithoutMask(std::string_view text) {
    size_t run = 0;
    while (run < text.size() && text[run] == 'x') ++run;
    return run >= 3 && text.size() - run >= 3 ? text.substr(run) : text;
  }

  size_t EmitToken(size_t i) {
    const std::string_view text = WithoutMask(TokenText(i));
    const bool masked = text.size() != TokenText(i).size();
    if (text.size() == 1 && IsLetter(text[0])) {
      Emit(text, PartKind::kInitial, i, i, FlagsOf(i));
      return 1;
    }
    if (EmitNumber(i, text) || EmitTrailingNumber(i, text) || EmitDottedInitials(i, text)) return 1;
    if (name_class == NameClass::kCraft && i == 0 && in.tokens.size() > 1 && IsShipPrefix(text)) {
      Emit(text, PartKind::kContext, i, i);
      return 1;
    }
    if (const size_t taken = EmitAbd(i, text); taken != 0) return taken;
    if (masked)
      EmitPiece(text, text, PartKind::kName, i);
    else
      Emit(text, PartKind::kName, i, i, FlagsOf(i));
    return 1;
  }

  void Run() {
    LookForLeet();
    for (size_t i = 0; i < in.tokens.size();) {
      size_t taken = EmitPhrase(i);
      if (taken == 0) taken = EmitToken(i);
      i += taken;
    }
    MarkSons();
    MarkAlternatives();
    PutFamilyBehind();
  }

  // The father's name of "Salman bin Muhammad".
  void MarkSons() {
    bool son = false;
    for (Part& part : out->parts) {
      if (part.kind == PartKind::kName && son) {
        part.flags |= kSon;
        son = false;
      } else if (part.kind == PartKind::kParticle) {
        son = son || IsSonOf(out->Text(part));
      }
    }
  }

  static bool IsSonOf(std::string_view text) {
    return text == "bin" || text == "ibn" || text == "ben" || text == "bint";
  }

  // "Al-Qa'ida/Islamic Army": what stands behind the slash names the same body once more.
  void MarkAlternatives() {
    if (name_class != NameClass::kBody) return;
    uint32_t slash = 0;
    for (size_t i = 1; i < in.tokens.size() && slash == 0; ++i) {
      const bool words = in.tokens[i].text_size > 3 && in.tokens[i - 1].text_size > 3;
      if ((in.tokens[i].flags & text::kSlashBefore) != 0 && words) slash = in.tokens[i].begin;
    }
    if (slash == 0) return;
    for (Part& part : out->parts) {
      if (part.begin >= slash) part.flags |= kAlternative;
    }
  }

  // "FAMILY, Given" -> Given FAMILY; a second comma begins a title or a suffix, which stays.
  void PutFamilyBehind() {
    if (name_class != NameClass::kPerson && name_class != NameClass::kAny) return;
    uint32_t commas = 0, comma_at = 0;
    for (const text::Token& token : in.tokens) {
      if ((token.flags & text::kCommaBefore) == 0) continue;
      if (commas++ == 0) comma_at = token.begin;
    }
    if (commas == 0) return;
    auto given = std::find_if(out->parts.begin(), out->parts.end(),
                              [&](const Part& part) { return part.begin >= comma_at; });
    if (given == out->parts.begin() || given == out->parts.end()) return;
    const bool forms = std::all_of(given, out->parts.end(), [](const Part& part) {
      return part.kind == PartKind::kLegalForm || part.kind == PartKind::kSuffix;
    });
    if (forms) return;
    for (auto part = out->parts.begin(); part != given; ++part) part->flags |= kFamily;
    const auto family = static_cast<size_t>(given - out->parts.begin());
    const size_t size = out->parts.size();
    std::rotate(out->parts.begin(), given, out->parts.end());
    for (Phrase& p : out->phrases) {
      p.first = static_cast<uint8_t>((p.first + size - family) % size);
    }
    std::erase_if(out->phrases, [size](const Phrase& p) { return p.first + p.count > size; });
  }
};

void Analyzer::Analyze(std::string_view utf8, NameClass name_class, NameParts* out) const {
  out->clear();
  folder_.Fold(utf8, &folded_);
  Pass{folded_, name_class, out, &phrase_}.Run();
}

std::string AnalyserVersion() {
  return std::string(text::kAnalyserVersion) + "+names-4+" + std::string(LexiconVersion());
}

}  // namespace interdict::names
