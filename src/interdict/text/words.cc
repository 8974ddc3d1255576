#include "interdict/text/words.h"

#include <string_view>

#include "interdict/text/fold.h"

namespace interdict::text {
namespace {

// A full stop after a word of at most this many letters marks an abbreviation.
constexpr uint32_t kMaxAbbreviation = 4;
constexpr uint32_t kNone = UINT32_MAX;

class Cutter {
 public:
  Cutter(std::span<const Letter> source, Words* out) : source_(source), out_(out) {}

  void Cut() {
    for (size_t i = 0; i < source_.size(); ++i) i = Take(i);
    EndWord();
    if (bracket_from_ != kNone) Flag(bracket_from_, kBracketed);
  }

 private:
  // Handles the character at i; returns the last one it has used up.
  size_t Take(size_t i) {
    const Letter& letter = source_[i];
    switch (letter.kind) {
      case CharKind::kLetter:
      case CharKind::kDigit:
        Append(letter, letter.c);
        return i;
      case CharKind::kApostrophe:
        apostrophe_ = open_;
        return i;
      case CharKind::kDot:
        TakeDot(i);
        return i;
      case CharKind::kAt:
      case CharKind::kDollar:
        if (open_ && IsLetter(i + 1)) {
          Append(letter, letter.kind == CharKind::kAt ? U'a' : U's');
        } else {
          Separate(0);
        }
        return i;
      case CharKind::kQuestion:
      case CharKind::kLost:
        return TakeLost(i);
      case CharKind::kAmpersand:
        Separate(0);
        AppendText(letter, "and");
        Separate(0);
        return i;
      case CharKind::kNumero:
        Separate(0);
        AppendText(letter, "no");
        Separate(0);
        return i;
      case CharKind::kPercent:
        Separate(0);
        AppendText(letter, "percent");
        return i;
      case CharKind::kQuote:
        TakeQuote(i);
        return i;
      default:
        TakeSeparator(letter.kind);
        return i;
    }
  }

  void TakeSeparator(CharKind kind) {
    switch (kind) {
      case CharKind::kHyphen:
        EndWord();
        ++hyphens_;
        return;
      case CharKind::kComma:
        return Separate(kCommaBefore);
      case CharKind::kSlash:
        return Separate(kSlashBefore);
      case CharKind::kOpenQuote:
        Separate(0);
        quote_from_ = NextWord();
        return;
      case CharKind::kCloseQuote:
        Separate(0);
        return CloseQuote();
      case CharKind::kOpenBracket:
        Separate(0);
        if (brackets_++ == 0) bracket_from_ = NextWord();
        return;
      case CharKind::kCloseBracket:
        Separate(0);
        return CloseBracket();
      default:
        return Separate(0);
    }
  }

  bool IsLetter(size_t i) const {
    return i < source_.size() && source_[i].kind == CharKind::kLetter;
  }

  // One letter of an alphabet, nothing more: "S" in "S.A.".
  bool IsSingleLetter(size_t i) const {
    return IsLetter(i) && source_[i].script != Script::kHan && source_[i].script != Script::kKana &&
           source_[i].script != Script::kHangul && !IsLetter(i + 1) &&
           !(i + 1 < source_.size() && source_[i + 1].kind == CharKind::kDigit);
  }

  void TakeDot(size_t i) {
    if (!open_) {
      other_gap_ = true;
      return;
    }
    Word& word = out_->words.back();
    const bool single = all_single_ && since_dot_ == 1;
    if (single && IsSingleLetter(i + 1)) {
      word.flags |= kDotted;
      since_dot_ = 0;
      return;
    }
    if (word.count <= kMaxAbbreviation || single) word.flags |= kDotted;
    Separate(0);
  }

  // "?" counts as a lost letter only between letters; U+FFFD also beside one.
  size_t TakeLost(size_t i) {
    size_t last = i;
    bool surely = false;
    for (size_t j = i; j < source_.size() && (source_[j].kind == CharKind::kQuestion ||
                                              source_[j].kind == CharKind::kLost);
         ++j) {
      last = j;
      surely = surely || source_[j].kind == CharKind::kLost;
    }
    const bool before = open_, after = IsLetter(last + 1);
    if (before && (after || surely)) out_->words.back().flags |= kLossy;
    if (before && after) return last;
    Separate(0);
    lossy_next_ = surely && after;
    return last;
  }

  // Between Hebrew letters the quote is a gershayim: it marks an abbreviation and joins.
  void TakeQuote(size_t i) {
    const auto hebrew = [&](size_t at) {
      return IsLetter(at) && source_[at].script == Script::kHebrew;
    };
    if (open_ && i > 0 && hebrew(i - 1) && hebrew(i + 1)) return;
    Separate(0);
    if (quote_from_ == kNone) {
      quote_from_ = NextWord();
    } else {
      CloseQuote();
    }
  }

  void CloseQuote() {
    if (quote_from_ != kNone) Flag(quote_from_, kQuoted);
    quote_from_ = kNone;
  }

  void CloseBracket() {
    if (brackets_ == 0 || --brackets_ != 0) return;
    Flag(bracket_from_, kBracketed);
    bracket_from_ = kNone;
  }

  uint32_t NextWord() const { return static_cast<uint32_t>(out_->words.size()); }

  void Flag(uint32_t from, TokenFlag flag) {
    for (size_t i = from; i < out_->words.size(); ++i) out_->words[i].flags |= flag;
  }

  void Append(const Letter& source, char32_t c) {
    if (open_ && out_->words.back().count >= kMaxWordLetters) EndWord();
    if (!open_) Open();
    Word& word = out_->words.back();
    if (apostrophe_) word.flags |= kApostrophe;
    apostrophe_ = false;
    all_single_ = all_single_ && since_dot_ == 0 && source.kind == CharKind::kLetter;
    ++since_dot_;
    ++word.count;
    out_->letters.push_back(source);
    if (c != source.c) out_->letters.back() = AsLatin(source, c);
  }

  static Letter AsLatin(const Letter& source, char32_t c) {
    return {c, source.begin, source.end, CharKind::kLetter, Script::kLatin};
  }

  void AppendText(const Letter& source, std::string_view text) {
    for (const char c : text) {
      Append(AsLatin(source, static_cast<char32_t>(c)), static_cast<char32_t>(c));
    }
  }

  void Open() {
    uint16_t gap = gap_flags_;
    if (hyphens_ == 1 && !other_gap_ && !out_->words.empty()) gap |= kHyphenBefore;
    const uint16_t flags = lossy_next_ ? kLossy : 0;
    out_->words.push_back({static_cast<uint32_t>(out_->letters.size()), 0, gap, flags});
    open_ = true;
    all_single_ = true;
    since_dot_ = 0;
    gap_flags_ = 0;
    hyphens_ = 0;
    other_gap_ = apostrophe_ = lossy_next_ = false;
  }

  void EndWord() {
    open_ = false;
    apostrophe_ = false;
  }

  void Separate(uint16_t gap_flag) {
    EndWord();
    gap_flags_ |= gap_flag;
    other_gap_ = true;
  }

  std::span<const Letter> source_;
  Words* out_;
  bool open_ = false;        // the last word still grows
  bool all_single_ = true;   // it has had single letters between full stops only
  uint32_t since_dot_ = 0;   // its letters since the last full stop
  bool apostrophe_ = false;  // one stands after the last letter
  bool lossy_next_ = false;
  uint16_t gap_flags_ = 0;  // of the gap before the next word
  uint32_t hyphens_ = 0;
  bool other_gap_ = false;
  uint32_t brackets_ = 0;
  uint32_t bracket_from_ = kNone, quote_from_ = kNone;
};

}  // namespace

void CutWords(std::span<const Letter> source, Words* out) {
  out->letters.clear();
  out->words.clear();
  Cutter(source, out).Cut();
}

}  // namespace interdict::text
