#include "interdict/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <limits>
#include <span>

#include "interdict/base/utf8.h"
#include "interdict/text/icu_latin.h"
#include "interdict/text/letters.h"
#include "interdict/text/look_alikes.h"
#include "interdict/text/romanise.h"
#include "interdict/text/words.h"

namespace interdict::text {
namespace {

constexpr size_t kMaxNameSyllables = 4;
constexpr char32_t kAlef = 0x0627, kLam = 0x0644, kAyn = 0x0639, kBeh = 0x0628, kDal = 0x062F;
constexpr char32_t kHeh = 0x0647, kUrduHeh = 0x06C1;
constexpr char32_t kHanRepeat = 0x3005, kHanRepeat2 = 0x303B;

bool IsAlphabet(Script script) {
  return script == Script::kLatin || script == Script::kCyrillic || script == Script::kGreek ||
         script == Script::kArmenian || script == Script::kGeorgian;
}

bool WritesNoVowels(Script script) {
  return script == Script::kArabic || script == Script::kHebrew;
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c)) != 0;
}

bool IsLower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_isULowercase(static_cast<UChar32>(c)) != 0;
}

bool AllUpper(std::span<const Letter> word) {
  size_t capitals = 0;
  for (const Letter& letter : word) {
    if (letter.kind != CharKind::kLetter) continue;
    if (IsUpper(letter.c))
      ++capitals;
    else if (IsLower(letter.c))
      return false;
  }
  return capitals >= 2;
}

// The article that opens a word: "ال" with at least two more letters; not that of "الله".
bool HasArticle(std::span<const Letter> run) {
  if (run.size() <= 3 || run[0].c != kAlef || run[1].c != kLam) return false;
  const bool god =
      run.size() == 4 && run[2].c == kLam && (run[3].c == kHeh || run[3].c == kUrduHeh);
  return !god;
}

// "عبد" written together with an article: the two are separate words of a name.
bool StartsWithServant(std::span<const Letter> run) {
  return run.size() > 6 && run[0].c == kAyn && run[1].c == kBeh && run[2].c == kDal &&
         run[3].c == kAlef && run[4].c == kLam;
}

}  // namespace

// Working memory of one Folder.
struct Folder::State {
  std::vector<Letter> letters;
  Words words;
  IcuLatin icu;
};

namespace {

// Writes the tokens of one name.
class TokenWriter {
 public:
  TokenWriter(IcuLatin* icu, FoldedName* out) : icu_(icu), out_(out) {}

  // `ascii`: the word has ASCII letters and digits only.
  void Write(std::span<const Letter> word, uint16_t gap_flags, uint16_t flags, bool ascii) {
    gap_flags_ = gap_flags;
    flags_ = flags;
    if (AllUpper(word)) flags_ |= kAllUpper;
    if (ascii) return WriteAscii(word);
    while (!word.empty()) {
      const size_t size = RunLength(word);
      WriteRun(word.first(size));
      word = word.subspan(size);
    }
  }

 private:
  static Script ScriptOfRun(std::span<const Letter> run) {
    for (const Letter& letter : run) {
      if (letter.kind == CharKind::kLetter) return letter.script;
    }
    return Script::kDigits;
  }

  // Letters of one script, or of alphabets that stayed mixed; digits go with what they touch.
  static size_t RunLength(std::span<const Letter> word) {
    const Script script = ScriptOfRun(word);
    size_t size = 0;
    while (size < word.size()) {
      const Letter& letter = word[size];
      const bool same = letter.kind == CharKind::kDigit || letter.script == script ||
                        letter.c == kHanRepeat ||
                        (letter.script == Script::kOther && script == Script::kKana) ||
                        (IsAlphabet(letter.script) && IsAlphabet(script));
      if (!same) break;
      ++size;
    }
    return size;
  }

  void WriteAscii(std::span<const Letter> word) {
    const size_t start = Start();
    bool digits = true;
    for (const Letter& letter : word) {
      const auto c = static_cast<char>(letter.c);
      digits = digits && letter.kind == CharKind::kDigit;
      out_->text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    Finish(start, word, digits ? Script::kDigits : Script::kLatin);
  }

  void WriteRun(std::span<const Letter> run) {
    switch (const Script script = ScriptOfRun(run)) {
      case Script::kHan:
        return WriteHan(run);
      case Script::kHangul:
        return WriteHangul(run);
      case Script::kArabic:
        return WriteArabic(run);
      case Script::kKana: {
        const size_t start = Start();
        AppendKana(run, &out_->text);
        return Finish(start, run, script);
      }
      default:
        return WriteWord(run, script);
    }
  }

  void WriteWord(std::span<const Letter> run, Script script) {
    const size_t start = Start();
    if (IsAlphabet(script)) {
      AppendAlphabets(run);
    } else if (!AppendByTable(script, run, &out_->text)) {
      AppendByIcu(run);
    }
    Finish(start, run, script);
  }

  // A word that stayed mixed is read piece by piece.
  void AppendAlphabets(std::span<const Letter> run) {
    while (!run.empty()) {
      const Script script = ScriptOfRun(run);
      const auto other = std::find_if(run.begin(), run.end(), [&](const Letter& letter) {
        return letter.kind == CharKind::kLetter && letter.script != script;
      });
      const auto piece = run.first(static_cast<size_t>(other - run.begin()));
      const Script table = script == Script::kDigits ? Script::kLatin : script;
      if (!AppendByTable(table, piece, &out_->text)) AppendByIcu(piece);
      run = run.subspan(piece.size());
    }
  }

  void AppendByIcu(std::span<const Letter> run) {
    const std::string_view latin = icu_->Word(run);
    out_->text.append(latin);
    if (!latin.empty()) return;
    for (const Letter& letter : run) {
      utf8::Append(static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter.c))), &out_->text);
    }
  }

  void WriteHan(std::span<const Letter> run) {
    char32_t before = 0;
    for (size_t i = 0; i < run.size(); ++i) {
      if (run[i].kind == CharKind::kDigit) {
        i += WriteDigits(run.subspan(i)) - 1;
        continue;
      }
      const bool repeat = run[i].c == kHanRepeat || run[i].c == kHanRepeat2;
      const char32_t c = repeat && before != 0 ? before : run[i].c;
      before = c;
      const size_t start = Start();
      const std::string_view latin = icu_->Han(c);
      out_->text.append(latin);
      if (latin.empty()) utf8::Append(c, &out_->text);
      Finish(start, run.subspan(i, 1), Script::kHan);
    }
  }

  size_t WriteDigits(std::span<const Letter> run) {
    const auto end = std::find_if(run.begin(), run.end(), [](const Letter& letter) {
      return letter.kind != CharKind::kDigit;
    });
    const auto digits = run.first(static_cast<size_t>(end - run.begin()));
    WriteAscii(digits);
    return digits.size();
  }

  void WriteHangul(std::span<const Letter> run) {
    const bool name = run.size() >= 2 && run.size() <= kMaxNameSyllables;
    if (!name) {
      const size_t start = Start();
      AppendHangul(run, &out_->text);
      return Finish(start, run, Script::kHangul);
    }
    for (size_t i = 0; i < run.size(); ++i) {
      if (run[i].kind == CharKind::kDigit) {
        i += WriteDigits(run.subspan(i)) - 1;
        continue;
      }
      const size_t start = Start();
      AppendHangulSyllable(run[i].c, i == 0, &out_->text);
      Finish(start, run.subspan(i, 1), Script::kHangul);
    }
  }

  void WriteArabic(std::span<const Letter> run) {
    if (StartsWithServant(run)) {
      WriteWord(run.first(3), Script::kArabic);
      run = run.subspan(3);
    }
    if (HasArticle(run)) {
      WriteWord(run.first(2), Script::kArabic);
      gap_flags_ = kHyphenBefore;
      run = run.subspan(2);
    }
    WriteWord(run, Script::kArabic);
  }

  size_t Start() {
    if (!out_->text.empty()) out_->text.push_back(' ');
    return out_->text.size();
  }

  // Closes the token whose text begins at `start`. What gave no text is no token; what shares
  // bytes with the token before (a ligature that was cut) becomes part of it.
  void Finish(size_t start, std::span<const Letter> source, Script script) {
    size_t size = out_->text.size() - start;
    if (size == 0) {
      if (start != 0) out_->text.pop_back();
      return;
    }
    Token* before = out_->tokens.empty() ? nullptr : &out_->tokens.back();
    if (before != nullptr && source.front().begin < before->end) return Join(start, source, before);
    size = std::min<size_t>(size, std::numeric_limits<uint16_t>::max());
    out_->text.resize(start + size);
    const bool no_vowels = WritesNoVowels(script);
    const auto flags =
        static_cast<uint16_t>(flags_ | gap_flags_ | (no_vowels ? kConsonantsOnly : 0));
    out_->tokens.push_back({source.front().begin, source.back().end, static_cast<uint32_t>(start),
                            static_cast<uint16_t>(size), script, flags});
    gap_flags_ = 0;
  }

  void Join(size_t start, std::span<const Letter> source, Token* before) {
    out_->text.erase(start - 1, 1);
    const size_t size = out_->text.size() - before->text_begin;
    before->end = std::max(before->end, source.back().end);
    before->text_size =
        static_cast<uint16_t>(std::min<size_t>(size, std::numeric_limits<uint16_t>::max()));
    out_->text.resize(before->text_begin + before->text_size);
  }

  IcuLatin* icu_;
  FoldedName* out_;
  uint16_t gap_flags_ = 0, flags_ = 0;
};

bool IsAsciiWord(std::span<const Letter> word) {
  return std::all_of(word.begin(), word.end(),
                     [](const Letter& letter) { return letter.c < 0x80; });
}

void ResolveLookAlikes(Words* words) {
  NameScripts name;
  for (Word& word : words->words) {
    if (UnmixWord(words->LettersOf(word), &name)) word.flags |= kMixedScript;
  }
  for (Word& word : words->words) {
    if (ReadByLooks(words->LettersOf(word), name)) word.flags |= kMixedScript;
  }
}

}  // namespace

std::string IcuVersion() {
  return U_ICU_VERSION;
}

Folder::Folder(std::unique_ptr<State> state) : state_(std::move(state)) {}
Folder::Folder(Folder&&) noexcept = default;
Folder& Folder::operator=(Folder&&) noexcept = default;
Folder::~Folder() = default;

Result<Folder> Folder::Create() {
  UErrorCode status = U_ZERO_ERROR;
  if (icu::Normalizer2::getNFKCInstance(status) == nullptr || U_FAILURE(status)) {
    return MakeError(ErrorCode::kEncoding,
                     std::string("ICU has no normalisation data: ") + u_errorName(status));
  }
  return Folder(std::make_unique<State>());
}

void Folder::Fold(std::string_view utf8, FoldedName* out) const {
  out->clear();
  State& state = *state_;
  const bool ascii = ReadLetters(utf8, &state.letters);
  CutWords(state.letters, &state.words);
  if (!ascii) ResolveLookAlikes(&state.words);
  TokenWriter writer(&state.icu, out);
  for (const Word& word : state.words.words) {
    const auto letters = state.words.LettersOf(word);
    writer.Write(letters, word.gap_flags, word.flags, ascii || IsAsciiWord(letters));
  }
}

std::string Folder::Fold(std::string_view utf8) const {
  FoldedName name;
  Fold(utf8, &name);
  return std::move(name.text);
}

std::vector<std::string_view> Tokens(std::string_view folded) {
  std::vector<std::string_view> tokens;
  while (!folded.empty()) {
    const size_t space = folded.find(' ');
    if (space != 0) tokens.push_back(folded.substr(0, space));
    if (space == std::string_view::npos) break;
    folded.remove_prefix(space + 1);
  }
  return tokens;
}

}  // namespace interdict::text
