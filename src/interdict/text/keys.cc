#include "interdict/text/keys.h"

#include <array>
#include <iterator>

namespace interdict::text {
namespace {

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool IsFront(char c) {
  return c == 'e' || c == 'i' || c == 'y';
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsConsonant(char c) {
  return c >= 'a' && c <= 'z' && !IsVowel(c) && c != 'y';
}

std::string Made(size_t (*key)(std::string_view, char*), std::string_view token) {
  std::string out(KeyCapacity(token.size()), '\0');
  out.resize(key(token, out.data()));
  return out;
}

// Where in a token a rule applies.
enum class When : unsigned char {
  kAny,
  kStart,
  kEnd,
  kLongEnd,         // at the end of a token of at least five letters
  kBeforeFront,     // before e, i, y
  kBeforeVowel,     // before a vowel
  kStartVowel,      // at the start, before a vowel
  kAfterConsonant,  // and not at the start
  kEndAfterConsonant,
  kLongEndAfterConsonant,
};

struct Rule {
  std::string_view letters, key;
  When when;
};

struct At {
  std::string_view token;
  size_t begin, end;

  char Before() const { return begin == 0 ? ' ' : token[begin - 1]; }
  char After() const { return end < token.size() ? token[end] : ' '; }
};

bool Applies(When when, const At& at) {
  const bool start = at.begin == 0, end = at.end == at.token.size();
  const bool is_long = at.token.size() >= 5;
  switch (when) {
    case When::kAny:
      return true;
    case When::kStart:
      return start;
    case When::kEnd:
      return end;
    case When::kLongEnd:
      return end && is_long;
    case When::kBeforeFront:
      return IsFront(at.After());
    case When::kBeforeVowel:
      return IsVowel(at.After());
    case When::kStartVowel:
      return start && IsVowel(at.After());
    case When::kAfterConsonant:
      return IsConsonant(at.Before());
    case When::kEndAfterConsonant:
      return end && IsConsonant(at.Before());
    case When::kLongEndAfterConsonant:
      return end && is_long && IsConsonant(at.Before());
  }
  return false;
}

// Rules grouped by first letter; within a letter the first that fits wins.
template <size_t n>
class RuleSet {
 public:
  explicit constexpr RuleSet(const Rule (&rules)[n]) : rules_(rules) {
    for (size_t i = n; i-- > 0;) {
      const auto letter = static_cast<size_t>(rules[i].letters[0] - 'a');
      first_[letter] = i;
      if (last_[letter] == 0) last_[letter] = i + 1;
    }
  }

  const Rule* Find(std::string_view token, size_t begin) const {
    if (token[begin] < 'a' || token[begin] > 'z') return nullptr;
    const auto letter = static_cast<size_t>(token[begin] - 'a');
    for (size_t i = first_[letter]; i < last_[letter]; ++i) {
      const Rule& rule = rules_[i];
      if (!token.substr(begin).starts_with(rule.letters)) continue;
      if (Applies(rule.when, {token, begin, begin + rule.letters.size()})) return &rule;
    }
    return nullptr;
  }

 private:
  const Rule* rules_;
  std::array<size_t, 26> first_{}, last_{};
};

// The keys are the classes of keys.h, except that class k keeps what it was: k, q, g (also for gh:
// G), j. FineSkeleton writes these, Skeleton brings them to k.
constexpr Rule kSkeletonRules[] = {
    {"b", "b", When::kAny},         {"ch", "s", When::kAny},   {"ck", "k", When::kAny},
    {"c", "s", When::kBeforeFront}, {"c", "k", When::kAny},    {"dzh", "j", When::kAny},
    {"dj", "j", When::kAny},        {"dh", "d", When::kAny},   {"d", "d", When::kAny},
    {"f", "f", When::kAny},         {"gh", "G", When::kAny},   {"g", "g", When::kAny},
    {"h", "", When::kEnd},          {"h", "h", When::kAny},    {"j", "j", When::kAny},
    {"kh", "h", When::kAny},        {"k", "k", When::kAny},    {"l", "l", When::kAny},
    {"m", "m", When::kAny},         {"n", "n", When::kAny},    {"ou", "w", When::kStartVowel},
    {"ph", "f", When::kAny},        {"p", "b", When::kAny},    {"q", "q", When::kAny},
    {"r", "r", When::kAny},         {"sch", "s", When::kAny},  {"sh", "s", When::kAny},
    {"s", "s", When::kAny},         {"tsch", "s", When::kAny}, {"tch", "s", When::kAny},
    {"th", "t", When::kAny},        {"t", "t", When::kAny},    {"v", "w", When::kStart},
    {"w", "w", When::kStart},       {"x", "ks", When::kAny},   {"y", "y", When::kStart},
    {"zh", "j", When::kAny},        {"z", "d", When::kAny},
};
constexpr RuleSet kSkeleton(kSkeletonRules);

char CoarseClass(char fine) {
  return fine == 'q' || fine == 'g' || fine == 'G' || fine == 'j' ? 'k' : fine;
}

size_t FineSkeleton(std::string_view token, Vowels vowels, char* out) {
  size_t size = 0;
  bool adjoins = false;  // no vowel stands between the last consonant and this place
  for (size_t at = 0; at < token.size();) {
    const Rule* rule = kSkeleton.Find(token, at);
    std::string_view key = rule != nullptr ? rule->key : std::string_view();
    if (IsDigit(token[at])) key = token.substr(at, 1);
    for (const char c : key) {
      // Where no vowels are written, equal neighbours have one between them; but for the double l
      // of Allah.
      const bool may_double = vowels == Vowels::kWritten || c == 'l';
      const bool doubled = adjoins && may_double && CoarseClass(out[size - 1]) == CoarseClass(c);
      if (!doubled) out[size++] = c;
      adjoins = true;
    }
    if (key.empty()) adjoins = false;
    at += rule != nullptr ? rule->letters.size() : 1;
  }
  return size;
}

// Within class k.
bool Agree(char a, char b) {
  if (a == b) return true;
  if (CoarseClass(a) != 'k' || CoarseClass(b) != 'k') return false;
  const auto either = [&](char x, char y) { return (a == x && b == y) || (a == y && b == x); };
  return either('k', 'q') || either('q', 'g') || either('q', 'G') || either('g', 'G') ||
         either('g', 'j');
}

// Groups stand in the order of their letters; within a group longer patterns come first.
constexpr Rule kPhoneticRules[] = {
    {"aa", "a", When::kAny},
    {"ah", "a", When::kEnd},
    {"ai", "e", When::kAny},
    {"aj", "e", When::kAny},
    {"ay", "e", When::kAny},
    {"ae", "a", When::kAny},
    {"chs", "ks", When::kAny},
    {"cz", "ch", When::kAny},
    {"ch", "ch", When::kAny},
    {"ck", "k", When::kAny},
    {"cqu", "k", When::kBeforeFront},
    {"c", "s", When::kBeforeFront},
    {"c", "k", When::kAny},
    {"dzh", "j", When::kBeforeFront},
    {"dzh", "i", When::kAny},
    {"dj", "j", When::kBeforeFront},
    {"dj", "i", When::kAny},
    {"dh", "d", When::kAny},
    {"dt", "t", When::kAny},
    {"eff", "ev", When::kLongEnd},
    {"ef", "ev", When::kLongEnd},
    {"eh", "", When::kLongEndAfterConsonant},
    {"ei", "e", When::kAny},
    {"ej", "e", When::kAny},
    {"ey", "e", When::kAny},
    {"ee", "i", When::kAny},
    {"er", "r", When::kLongEndAfterConsonant},
    {"e", "", When::kLongEndAfterConsonant},
    {"gh", "g", When::kAny},
    {"gu", "g", When::kBeforeFront},
    {"h", "", When::kEnd},
    {"iou", "iu", When::kStart},
    {"iy", "i", When::kAny},
    {"ij", "i", When::kAny},
    {"ii", "i", When::kAny},
    {"ie", "e", When::kStart},
    {"je", "e", When::kStart},
    {"j", "i", When::kAfterConsonant},
    {"ji", "ji", When::kAny},
    {"jy", "ji", When::kAny},
    {"j", "i", When::kAny},
    {"kh", "h", When::kAny},
    {"off", "ov", When::kLongEnd},
    {"of", "ov", When::kLongEnd},
    {"ou", "u", When::kAny},
    {"oo", "u", When::kAny},
    {"oe", "o", When::kAny},
    {"ph", "f", When::kAny},
    {"que", "k", When::kLongEnd},
    {"qu", "k", When::kBeforeFront},
    {"q", "k", When::kAny},
    {"rh", "r", When::kAny},
    {"shch", "sh", When::kAny},
    {"sch", "sh", When::kAny},
    {"sh", "sh", When::kAny},
    {"sz", "s", When::kAny},
    {"tsch", "ch", When::kAny},
    {"tch", "ch", When::kAny},
    {"th", "t", When::kAny},
    {"ts", "s", When::kAny},
    {"tz", "s", When::kAny},
    {"ue", "u", When::kAny},
    {"uu", "u", When::kAny},
    {"vic", "vich", When::kEnd},
    {"wic", "vich", When::kEnd},
    {"wicz", "vich", When::kEnd},
    {"w", "v", When::kAny},
    {"x", "s", When::kStart},
    {"x", "ks", When::kAny},
    {"you", "iu", When::kStart},
    {"ye", "e", When::kStart},
    {"ya", "ia", When::kAny},
    {"y", "i", When::kAny},
    {"zh", "s", When::kAny},
    {"z", "s", When::kAny},
};
constexpr RuleSet kPhonetic(kPhoneticRules);

char OcrClass(char c) {
  switch (c) {
    case '0':
      return 'o';
    case '1':
    case 'l':
      return 'i';
    case '2':
      return 'z';
    case '3':
      return 'e';
    case '4':
      return 'a';
    case '5':
      return 's';
    case '6':
    case '9':
    case 'q':
      return 'g';
    case '7':
      return 't';
    case '8':
    case 'h':
      return 'b';
    default:
      return c;
  }
}

// What two neighbouring classes look like together; 0: two letters. Classes, not letters, so that
// "ii", "11" and "li" are alike.
char LooksLike(char a, char b) {
  if (a == 'r' && b == 'n') return 'm';
  if (a == 'c' && b == 'i') return 'd';
  if (a == 'v' && b == 'v') return 'w';
  if (a == 'i' && b == 'i') return 'u';
  return 0;
}

}  // namespace

size_t Skeleton(std::string_view token, Vowels vowels, char* out) {
  const size_t size = FineSkeleton(token, vowels, out);
  for (size_t i = 0; i < size; ++i) out[i] = CoarseClass(out[i]);
  return size;
}

std::string Skeleton(std::string_view token, Vowels vowels) {
  std::string out(KeyCapacity(token.size()), '\0');
  out.resize(Skeleton(token, vowels, out.data()));
  return out;
}

std::string Skeleton(std::string_view token) {
  return Skeleton(token, Vowels::kWritten);
}

bool SkeletonsAgree(std::string_view a, Vowels vowels_a, std::string_view b, Vowels vowels_b) {
  constexpr size_t kUsual = 64;
  if (a.size() > kUsual || b.size() > kUsual) return Skeleton(a, vowels_a) == Skeleton(b, vowels_b);
  std::array<char, KeyCapacity(kUsual)> fine_a, fine_b;
  const size_t size = FineSkeleton(a, vowels_a, fine_a.data());
  if (size != FineSkeleton(b, vowels_b, fine_b.data())) return false;
  for (size_t i = 0; i < size; ++i) {
    if (!Agree(fine_a[i], fine_b[i])) return false;
  }
  return true;
}

size_t PhoneticKey(std::string_view token, char* out) {
  size_t size = 0;
  for (size_t at = 0; at < token.size();) {
    const Rule* rule = kPhonetic.Find(token, at);
    const bool plain = IsConsonant(token[at]) || IsVowel(token[at]) || IsDigit(token[at]);
    std::string_view key = plain ? token.substr(at, 1) : std::string_view();
    if (rule != nullptr) key = rule->key;
    for (const char c : key) {
      if (size == 0 || out[size - 1] != c || IsDigit(c)) out[size++] = c;
    }
    at += rule != nullptr ? rule->letters.size() : 1;
  }
  return size;
}

std::string PhoneticKey(std::string_view token) {
  return Made(&PhoneticKey, token);
}

size_t OcrKey(std::string_view token, char* out) {
  size_t size = 0;
  for (const char c : token) {
    if (!(c >= 'a' && c <= 'z') && !IsDigit(c)) continue;
    const char next = OcrClass(c);
    const char together = size == 0 ? '\0' : LooksLike(out[size - 1], next);
    if (together != 0)
      out[size - 1] = together;
    else
      out[size++] = next;
  }
  return size;
}

std::string OcrKey(std::string_view token) {
  return Made(&OcrKey, token);
}

}  // namespace interdict::text
