#include "interdict/text/char_kind.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

namespace interdict::text {
namespace {

struct Special {
  char32_t c;
  CharKind kind;
};

// Characters whose general category does not say what they do in a name; in order.
constexpr Special kSpecial[] = {
    {0x0022, CharKind::kQuote},        {0x0024, CharKind::kDollar},
    {0x0025, CharKind::kPercent},      {0x0026, CharKind::kAmpersand},
    {0x0027, CharKind::kApostrophe},   {0x0028, CharKind::kOpenBracket},
    {0x0029, CharKind::kCloseBracket}, {0x002C, CharKind::kComma},
    {0x002D, CharKind::kHyphen},       {0x002E, CharKind::kDot},
    {0x002F, CharKind::kSlash},        {0x003F, CharKind::kQuestion},
    {0x0040, CharKind::kAt},           {0x005B, CharKind::kOpenBracket},
    {0x005C, CharKind::kSlash},        {0x005D, CharKind::kCloseBracket},
    {0x0060, CharKind::kApostrophe},   {0x007B, CharKind::kOpenBracket},
    {0x007C, CharKind::kSlash},        {0x007D, CharKind::kCloseBracket},
    {0x00A6, CharKind::kSlash},        {0x00AB, CharKind::kOpenQuote},
    {0x00B4, CharKind::kApostrophe},   {0x00BB, CharKind::kCloseQuote},
    {0x02B9, CharKind::kApostrophe},   {0x02BA, CharKind::kApostrophe},
    {0x02BB, CharKind::kApostrophe},   {0x02BC, CharKind::kApostrophe},
    {0x02BD, CharKind::kApostrophe},   {0x02BE, CharKind::kApostrophe},
    {0x02BF, CharKind::kApostrophe},   {0x02C0, CharKind::kApostrophe},
    {0x02C1, CharKind::kApostrophe},   {0x02C8, CharKind::kApostrophe},
    {0x02CA, CharKind::kApostrophe},   {0x02CB, CharKind::kApostrophe},
    {0x02D0, CharKind::kVanishes},     {0x02EE, CharKind::kApostrophe},
    {0x0374, CharKind::kApostrophe},   {0x055A, CharKind::kApostrophe},
    {0x055D, CharKind::kComma},        {0x0589, CharKind::kSeparator},
    {0x05BE, CharKind::kHyphen},       {0x05F3, CharKind::kApostrophe},
    {0x05F4, CharKind::kApostrophe},   {0x060C, CharKind::kComma},
    {0x06D4, CharKind::kDot},          {0x07F4, CharKind::kApostrophe},
    {0x1806, CharKind::kHyphen},       {0x2018, CharKind::kApostrophe},
    {0x2019, CharKind::kApostrophe},   {0x201A, CharKind::kOpenQuote},
    {0x201B, CharKind::kApostrophe},   {0x201C, CharKind::kQuote},
    {0x201D, CharKind::kQuote},        {0x201E, CharKind::kOpenQuote},
    {0x201F, CharKind::kQuote},        {0x2024, CharKind::kDot},
    {0x2032, CharKind::kApostrophe},   {0x2035, CharKind::kApostrophe},
    {0x2039, CharKind::kOpenQuote},    {0x203A, CharKind::kCloseQuote},
    {0x2044, CharKind::kSlash},        {0x2116, CharKind::kNumero},
    {0x2120, CharKind::kSeparator},    {0x2122, CharKind::kSeparator},
    {0x2212, CharKind::kHyphen},       {0x3001, CharKind::kComma},
    {0x3002, CharKind::kDot},          {0x3008, CharKind::kOpenQuote},
    {0x3009, CharKind::kCloseQuote},   {0x300A, CharKind::kOpenQuote},
    {0x300B, CharKind::kCloseQuote},   {0x300C, CharKind::kOpenQuote},
    {0x300D, CharKind::kCloseQuote},   {0x300E, CharKind::kOpenQuote},
    {0x300F, CharKind::kCloseQuote},   {0x301D, CharKind::kOpenQuote},
    {0x301E, CharKind::kCloseQuote},   {0x301F, CharKind::kCloseQuote},
    {0x3099, CharKind::kMark},         {0x309A, CharKind::kMark},
    {0xA78B, CharKind::kApostrophe},   {0xA78C, CharKind::kApostrophe},
    {0xFDFA, CharKind::kSeparator},    {0xFDFB, CharKind::kSeparator},
    {0xFE50, CharKind::kComma},        {0xFE51, CharKind::kComma},
    {0xFF02, CharKind::kQuote},        {0xFF07, CharKind::kApostrophe},
    {0xFF40, CharKind::kApostrophe},   {0xFFFD, CharKind::kLost},
};

const Special* FindSpecial(char32_t c) {
  const auto* found =
      std::lower_bound(std::begin(kSpecial), std::end(kSpecial), c,
                       [](const Special& row, char32_t wanted) { return row.c < wanted; });
  return found != std::end(kSpecial) && found->c == c ? found : nullptr;
}

CharKind OfCategory(int8_t category) {
  switch (category) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return CharKind::kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharKind::kDigit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharKind::kMark;
    case U_FORMAT_CHAR:
      return CharKind::kVanishes;
    case U_DASH_PUNCTUATION:
      return CharKind::kHyphen;
    case U_START_PUNCTUATION:
      return CharKind::kOpenBracket;
    case U_END_PUNCTUATION:
      return CharKind::kCloseBracket;
    default:
      return CharKind::kSeparator;
  }
}

}  // namespace

CharKind KindOf(char32_t c) {
  if (const Special* special = FindSpecial(c)) return special->kind;
  const auto code_point = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
    return CharKind::kVanishes;
  }
  return OfCategory(u_charType(code_point));
}

char DigitOf(char32_t c) {
  const int32_t value = u_charDigitValue(static_cast<UChar32>(c));
  return static_cast<char>('0' + (value >= 0 && value <= 9 ? value : 0));
}

}  // namespace interdict::text
