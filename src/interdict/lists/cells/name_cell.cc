#include "interdict/lists/cells/name_cell.h"

#include <algorithm>
#include <array>
#include <optional>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"
#include "interdict/lists/cells/text_nesting.h"

namespace interdict {
namespace {

constexpr size_t kMaxCell = size_t{1} << 16;
constexpr size_t kLabelGap = 4;      // bytes between a language label and its colon, with the colon
constexpr size_t kScriptReach = 64;  // bytes in front of a break that tell its script
constexpr size_t kWordReach = 256;   // bytes beside a separator that tell whether a name is there
constexpr int kMaxRecursion = 2;     // of cells within brackets

constexpr std::array<std::string_view, 27> kLanguages = {
    "arabic",  "armenian",  "azerbaijani",      "belarusian", "belarussian", "burmese",
    "chinese", "dari",      "english",          "farsi",      "french",      "georgian",
    "hebrew",  "in arabic", "in arabic script", "korean",     "kurdish",     "moldovan",
    "nepali",  "pashto",    "original script",  "persian",    "romanian",    "russian",
    "spanish", "turkish",   "ukrainian"};

// Forms of companies, and what may follow a person's name after a comma.
constexpr std::array<std::string_view, 47> kForms = {
    "ltd", "limited", "llc", "inc", "co", "corp", "company", "plc",  "gmbh", "ag",   "sa",   "sas",
    "srl", "bv",      "nv",  "llp", "lp", "pte",  "pty",     "jsc",  "ojsc", "cjsc", "pjsc", "pao",
    "oao", "zao",     "ooo", "ao",  "sc", "fsue", "fgup",    "jr",   "sr",   "ii",   "iii",  "iv",
    "ооо", "оао",     "пао", "зао", "ао", "нао",  "мк",      "фгуп", "тоо",  "уп",   "чуп"};

// Words in brackets behind a name that say something of it, and how such a remark may begin.
constexpr std::array<std::string_view, 7> kNotes = {"previously listed as",
                                                    "formerly listed as",
                                                    "birth name",
                                                    "combat name",
                                                    "nom de guerre",
                                                    "third",
                                                    "initials"};
constexpr std::string_view kNoteBegin = "false identity";

constexpr std::string_view kAlsoKnownAs = "also known as ";

struct Range {
  size_t begin = 0;
  size_t end = 0;
};

struct Segment {
  Range range;
  std::string language;
};

bool IsSpaceByte(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
         ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

// Lower case of ASCII and of the Cyrillic capitals, for short words only.
std::string LowerWord(std::string_view word) {
  std::string lower;
  for (size_t at = 0; at < word.size();) {
    char32_t c = utf8::Decode(word, &at);
    if (c == '.' || c == ',') continue;
    if ((c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F)) c += 0x20;
    utf8::Append(c, &lower);
  }
  return lower;
}

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && IsSpaceByte(text[at])) ++at;
    const size_t begin = at;
    while (at < text.size() && !IsSpaceByte(text[at])) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

bool IsFormOnly(std::string_view text) {
  const auto words = WordsOf(text);
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    const std::string lower = LowerWord(word);
    return lower.empty() || std::find(kForms.begin(), kForms.end(), lower) != kForms.end();
  });
}

class CellReader {
 public:
  CellReader(std::string_view cell, const NameCellRules& rules, int recursion)
      : cell_(cell),
        rules_(rules),
        recursion_(recursion),
        has_colon_(cell.find(':') != std::string_view::npos),
        nesting_(cell) {}

  // The cell is a list in a sentence: its last names may be joined by "and".
  void set_conjunction(bool conjunction) { conjunction_ = conjunction; }

  std::vector<CellName> Read() {
    for (const Segment& segment : Segments()) {
      for (const Range& range : Parts(segment.range)) AddName(TextOf(range), segment.language);
    }
    return std::move(names_);
  }

 private:
  std::string_view TextOf(Range range) const {
    return cell_.substr(range.begin, range.end - range.begin);
  }
  // 0, 1, or 2 for two and more.
  size_t WordCount(Range range) const {
    const std::string_view text = Trim(TextOf(range));
    if (text.empty()) return 0;
    return std::any_of(text.begin(), text.end(), IsSpaceByte) ? 2 : 1;
  }

  // --- what always separates -----------------------------------------------------------------

  // Length of a language label ("Russian :") at this place, 0 when there is none.
  size_t LabelAt(size_t at, std::string* language) const {
    if (!has_colon_ || (at > 0 && IsWordByte(cell_[at - 1]))) return 0;
    for (std::string_view word : kLanguages) {
      if (!StartsWithIgnoreCase(cell_.substr(at), word)) continue;
      const std::string_view behind = cell_.substr(at + word.size(), kLabelGap);
      const std::string_view rest = Trim(behind.substr(0, behind.find(':') + 1));
      if (rest != ":") continue;
      *language = std::string(cell_.substr(at, word.size()));
      return word.size() + behind.find(':') + 1;
    }
    return 0;
  }

  // "... Sabet b) M. Javad ...": the letter of an enumeration between names.
  size_t EnumeratorAt(size_t at) const {
    const bool is = at > 0 && IsSpaceByte(cell_[at - 1]) && at + 2 < cell_.size() &&
                    cell_[at] >= 'a' && cell_[at] <= 'z' && cell_[at + 1] == ')' &&
                    IsSpaceByte(cell_[at + 2]);
    return is ? 2 : 0;
  }

  // White space with a line break, or wide, where the script changes: "ינון לוי  LEVY".
  size_t ScriptBreakAt(size_t at, size_t begin) const {
    size_t end = at;
    while (end < cell_.size() && IsSpaceByte(cell_[end])) ++end;
    const std::string_view space = cell_.substr(at, end - at);
    if (space.size() < 2 && space.find('\n') == std::string_view::npos) return 0;
    const size_t reach = std::min(at - begin, kScriptReach);
    const LetterKind left = LettersOf(cell_.substr(at - reach, reach));
    const LetterKind right = LettersOf(cell_.substr(end, cell_.find_first_of(" \n;,", end) - end));
    const bool changes = (left == LetterKind::kLatin && right == LetterKind::kOther) ||
                         (left == LetterKind::kOther && right == LetterKind::kLatin);
    return changes ? space.size() : 0;
  }

  std::vector<Segment> Segments() const {
    std::vector<Segment> segments;
    std::string language;
    size_t begin = 0;
    const auto close = [&](size_t at) { segments.push_back({{begin, at}, language}); };
    for (size_t at = 0; at < cell_.size();) {
      size_t skip = 0;
      std::string label;
      if (nesting_.Outside(at)) {
        skip = cell_[at] == ';' ? 1 : EnumeratorAt(at);
        if (skip == 0) skip = LabelAt(at, &label);
        const bool space = IsSpaceByte(cell_[at]) && (at == 0 || !IsSpaceByte(cell_[at - 1]));
        if (skip == 0 && rules_.loose_separators && space) skip = ScriptBreakAt(at, begin);
      }
      if (skip == 0) {
        ++at;
        continue;
      }
      close(at);
      if (!label.empty()) language = label;
      at += skip;
      begin = at;
    }
    close(cell_.size());
    return segments;
  }

  // --- what separates in some cells only ---------------------------------------------------------

  std::vector<Range> Parts(Range segment) const {
    if (!rules_.loose_separators) return {segment};
    std::vector<Range> names;
    for (const Range& part : SplitAtWords(segment)) {
      for (const Range& name : CommaParts(part)) names.push_back(name);
    }
    return names;
  }

  std::vector<Range> CommaParts(Range segment) const {
    std::vector<Range> parts = {{segment.begin, segment.begin}};
    for (size_t at = segment.begin; at < segment.end; ++at) {
      if (cell_[at] != ',' || !nesting_.Outside(at)) continue;
      parts.back().end = at;
      parts.push_back({at + 1, at + 1});
    }
    parts.back().end = segment.end;
    if (rules_.person && (IsFamilyFirst(parts) || AreSingleWords(parts))) return {segment};
    std::vector<Range> names;
    for (Range part : parts) {
      const bool last = conjunction_ && part.end == segment.end;
      if (last && Trim(TextOf(part)).starts_with("and ")) {
        part.begin = cell_.find("and ", part.begin) + 4;
      } else if (!names.empty() &&
                 (BelongsToNameBefore(TextOf(part)) || IsFormOnly(TextOf(names.back())))) {
        names.back().end = part.end;
        continue;
      }
      names.push_back(part);
    }
    if (conjunction_ && names.size() > 1) SplitAtConjunction(&names);
    return names;
  }

  // "X, Y and Z": the last "and" of a list that commas have shown to be one.
  void SplitAtConjunction(std::vector<Range>* names) const {
    const Range last = names->back();
    const size_t at = TextOf(last).rfind(" and ");
    if (at == std::string_view::npos || !nesting_.Outside(last.begin + at)) return;
    const Range right = {last.begin + at + 5, last.end};
    if (WordCount({last.begin, last.begin + at}) == 0 || WordCount(right) < 2) return;
    names->back().end = last.begin + at;
    names->push_back(right);
  }

  // "LEVY, Yinon": a person's family name in front.
  bool IsFamilyFirst(const std::vector<Range>& parts) const {
    return parts.size() == 2 && WordCount(parts[0]) == 1 && WordCount(parts[1]) > 0;
  }

  // "Yevgeny, Yevgeni, Evgeni": spellings of a given name, each of which alone would hit strangers.
  bool AreSingleWords(const std::vector<Range>& parts) const {
    return std::all_of(parts.begin(), parts.end(),
                       [&](const Range& part) { return WordCount(part) < 2; });
  }

  // A legal form, or words that go on with a small letter: "..., соотечественников".
  static bool BelongsToNameBefore(std::string_view part) {
    const std::string_view text = Trim(part);
    if (IsFormOnly(text)) return true;
    size_t at = 0;
    const char32_t c = utf8::Decode(text, &at);
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
  }

  // The separating word at this place: "/", " or ", " and ".
  std::string_view WordAt(size_t at) const {
    if (cell_[at] != '/' && cell_[at] != ' ') return {};
    for (std::string_view word : {"/", " or ", " and "}) {
      if (StartsWithIgnoreCase(cell_.substr(at), word)) return word;
    }
    return {};
  }

  bool Separates(std::string_view word, Range left, Range right) const {
    left.begin = std::max(left.begin, left.end - std::min(left.end, kWordReach));
    right.end = std::min(right.end, right.begin + kWordReach);
    const size_t right_words = WordCount(right);
    if (right_words == 0 || (rules_.person && right_words == 1)) return false;
    const size_t least = std::min(WordCount(left), right_words);
    if (least == 0) return false;
    if (rules_.person || least == 2) return least == 2 && (rules_.person || word != " and ");
    const bool spaced = IsSpaceByte(cell_[left.end - 1]) || IsSpaceByte(cell_[right.begin]);
    return word == " or " || (word == "/" && spaced);
  }

  std::vector<Range> SplitAtWords(Range part) const {
    std::vector<Range> parts;
    Range name = part;
    for (size_t at = part.begin; at < part.end; ++at) {
      const std::string_view word = nesting_.Outside(at) ? WordAt(at) : std::string_view();
      if (word.empty() || at + word.size() > part.end || at == name.begin) continue;
      Range right = {at + word.size(), at + word.size()};
      while (right.end < part.end && (!nesting_.Outside(right.end) || WordAt(right.end).empty())) {
        ++right.end;
      }
      if (!Separates(word, {name.begin, at}, right)) continue;
      parts.push_back({name.begin, at});
      name.begin = right.begin;
      at = right.begin - 1;
    }
    parts.push_back(name);
    return parts;
  }

  // --- one name ------------------------------------------------------------------------------

  // "Agha Jan اغا جان": a person's whole name in two scripts, one behind the other.
  static size_t ScriptChange(std::string_view text) {
    if (text.find('(') != std::string_view::npos) return 0;
    const auto words = WordsOf(text);
    for (size_t i = 2; i + 2 <= words.size(); ++i) {
      const size_t at = static_cast<size_t>(words[i].data() - text.data());
      const LetterKind left = LettersOf(text.substr(0, at));
      if (left == LetterKind::kMixed) return 0;
      const LetterKind right = LettersOf(text.substr(at));
      const bool changes = (left == LetterKind::kLatin && right == LetterKind::kOther) ||
                           (left == LetterKind::kOther && right == LetterKind::kLatin);
      if (changes) return at;
    }
    return 0;
  }

  void AddName(std::string_view piece, const std::string& language) {
    if (rules_.person && piece.size() <= kWordReach && LettersOf(piece) == LetterKind::kMixed) {
      if (const size_t at = ScriptChange(piece)) {
        AddName(piece.substr(0, at), language);
        return AddName(piece.substr(at), language);
      }
    }
    CellName name{Cleaned(OneLine(piece)), language, ""};
    const size_t born = name.text.find(", born ");
    if (born != std::string::npos) {
      name.remark = name.text.substr(born + 2);
      name.text.resize(born);
    }
    std::vector<CellName> others;
    if (recursion_ < kMaxRecursion) others = TakeBracket(&name);
    const bool has_letter = LettersOf(name.text) != LetterKind::kNone;
    const bool has_digit = name.text.find_first_of("0123456789") != std::string::npos;
    if (has_letter || has_digit) names_.push_back(std::move(name));
    for (CellName& other : others) names_.push_back(std::move(other));
  }

  static std::string Cleaned(std::string text) {
    while (true) {
      const std::string before = text;
      text = std::string(Trim(text));
      while (text.ends_with(',') || text.ends_with('(')) text.pop_back();
      while (text.starts_with(',') || text.starts_with(')')) text.erase(0, 1);
      if (text.starts_with('(') && text.find(')') == std::string::npos) text.erase(0, 1);
      if (text.ends_with(')') && text.find('(') == std::string::npos) text.pop_back();
      for (std::string_view mark : {"a.k.a.", "aka"}) {
        if (text.size() <= mark.size() + 1) continue;
        if (StartsWithIgnoreCase(text, std::string(mark) + " ")) text.erase(0, mark.size());
        if (EqualsIgnoreCase(text.substr(text.size() - mark.size() - 1), " " + std::string(mark))) {
          text.resize(text.size() - mark.size());
        }
      }
      if (text == before) return text;
    }
  }

  // Takes "(...)" off the end where it holds other names or a remark; returns those names.
  std::vector<CellName> TakeBracket(CellName* name) const {
    const size_t known = name->text.find("(" + std::string(kAlsoKnownAs));
    if (known != std::string::npos && name->text.find(')', known) == std::string::npos) {
      name->text.push_back(')');  // the publisher forgot it
    }
    const auto open = LastBracket(name->text);
    if (!open) return {};
    const std::string inner(Trim(name->text.substr(*open + 1, name->text.size() - *open - 2)));
    const std::string outer(Trim(name->text.substr(0, *open)));
    if (outer.empty()) return {};
    NameCellRules rules = rules_;
    std::string_view list = inner;
    bool names = inner.find(';') != std::string::npos;
    if (StartsWithIgnoreCase(inner, kAlsoKnownAs)) {
      list.remove_prefix(kAlsoKnownAs.size());
      rules.loose_separators = names = true;
    }
    const LetterKind inside = LettersOf(inner);
    const LetterKind outside = LettersOf(outer);
    names = names || IsLabelled(inner) ||
            (inside == LetterKind::kOther && outside == LetterKind::kLatin) ||
            (inside == LetterKind::kLatin && outside == LetterKind::kOther);
    if (!names && !IsNote(inner)) return {};
    name->text = outer;
    if (names) {
      CellReader reader(list, rules, recursion_ + 1);
      reader.set_conjunction(list.size() < inner.size());
      return reader.Read();
    }
    name->remark += (name->remark.empty() ? "" : "; ") + inner;
    return {};
  }

  static bool IsLabelled(std::string_view inner) {
    std::string language;
    return CellReader(inner, {}, kMaxRecursion).LabelAt(0, &language) != 0;
  }

  static bool IsNote(std::string_view inner) {
    return StartsWithIgnoreCase(inner, kNoteBegin) ||
           std::any_of(kNotes.begin(), kNotes.end(),
                       [&](std::string_view note) { return EqualsIgnoreCase(inner, note); });
  }

  // Where the bracket opens that closes at the very end.
  static std::optional<size_t> LastBracket(std::string_view text) {
    if (!text.ends_with(')')) return std::nullopt;
    int depth = 0;
    for (size_t at = text.size(); at-- > 0;) {
      if (text[at] == ')') ++depth;
      if (text[at] == '(' && --depth == 0) return at;
    }
    return std::nullopt;
  }

  std::string_view cell_;
  NameCellRules rules_;
  int recursion_;
  bool has_colon_;
  bool conjunction_ = false;
  TextNesting nesting_;
  std::vector<CellName> names_;
};

// Whether nothing in the cell might separate or be taken off: most cells.
bool IsOneName(std::string_view cell, const NameCellRules& rules) {
  for (char c : cell) {
    if (c >= 0 && c < 'A' && std::string_view(" .-'").find(c) == std::string_view::npos)
      return false;
    if (c == '[' || c == ']') return false;
  }
  for (std::string_view mark : {"  ", " or ", " and ", "aka", "AKA", "a.k.a"}) {
    if (cell.find(mark) != std::string_view::npos) return false;
  }
  const LetterKind letters = LettersOf(cell);
  return letters != LetterKind::kNone && (letters != LetterKind::kMixed || !rules.person);
}

}  // namespace

LetterKind LettersOf(std::string_view text) {
  bool latin = false;
  bool other = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::Decode(text, &at);
    const bool ascii = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const bool accented = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
    if (ascii || accented || (c >= 0x1E00 && c <= 0x1EFF))
      latin = true;
    else if ((c >= 0x370 && c < 0x2000) || (c > 0x3004 && c != utf8::kReplacement))
      other = true;
  }
  if (latin && other) return LetterKind::kMixed;
  if (latin) return LetterKind::kLatin;
  return other ? LetterKind::kOther : LetterKind::kNone;
}

std::string OneLine(std::string_view text) {
  if (text.find('\n') == text.npos && text.find('\r') == text.npos) return SqueezeSpaces(text);
  std::string joined;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool break_here = text[at] == '\n' || text[at] == '\r';
    if (break_here && joined.size() > 1 && joined.back() == '-' &&
        !IsSpaceByte(joined[joined.size() - 2])) {
      while (at + 1 < text.size() && IsSpaceByte(text[at + 1])) ++at;
      continue;
    }
    joined.push_back(text[at]);
  }
  return SqueezeSpaces(joined);
}

std::vector<CellName> UnpackNames(std::string_view cell, const NameCellRules& rules) {
  if (Trim(cell).empty()) return {};
  if (cell.size() > kMaxCell) return {{std::string(Trim(cell)), "", ""}};
  if (IsOneName(cell, rules)) return {{OneLine(cell), "", ""}};
  return CellReader(cell, rules, 0).Read();
}

}  // namespace interdict
