#include "interdict/text/script.h"

#include <unicode/uscript.h>

namespace interdict::text {
namespace {

struct Block {
  char32_t first, last;
  Script script;
};

// Blocks of nearly all letters in names, in the order of code points.
constexpr Block kBlocks[] = {
    {0x0041, 0x02AF, Script::kLatin},    {0x0370, 0x03E1, Script::kGreek},
    {0x03F0, 0x03FF, Script::kGreek},    {0x0400, 0x052F, Script::kCyrillic},
    {0x0531, 0x058F, Script::kArmenian}, {0x05D0, 0x05F2, Script::kHebrew},
    {0x0620, 0x06FF, Script::kArabic},   {0x0750, 0x077F, Script::kArabic},
    {0x08A0, 0x08FF, Script::kArabic},   {0x0900, 0x097F, Script::kDevanagari},
    {0x0E00, 0x0E7F, Script::kThai},     {0x10A0, 0x10FF, Script::kGeorgian},
    {0x1100, 0x11FF, Script::kHangul},   {0x1C80, 0x1C8F, Script::kCyrillic},
    {0x1C90, 0x1CBF, Script::kGeorgian}, {0x1E00, 0x1EFF, Script::kLatin},
    {0x1F00, 0x1FFF, Script::kGreek},    {0x3041, 0x309F, Script::kKana},
    {0x30A1, 0x30FF, Script::kKana},     {0x31F0, 0x31FF, Script::kKana},
    {0x3400, 0x4DBF, Script::kHan},      {0x4E00, 0x9FFF, Script::kHan},
    {0xA640, 0xA69F, Script::kCyrillic}, {0xA722, 0xA7FF, Script::kLatin},
    {0xAC00, 0xD7A3, Script::kHangul},   {0xFB13, 0xFB17, Script::kArmenian},
    {0x20000, 0x3FFFF, Script::kHan},
};

Script FromIcu(UScriptCode code) {
  switch (code) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_GREEK:
      return Script::kGreek;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_HEBREW:
      return Script::kHebrew;
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kKana;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    case USCRIPT_GEORGIAN:
      return Script::kGeorgian;
    default:
      return Script::kOther;
  }
}

}  // namespace

Script ScriptOf(char32_t c) {
  for (const Block& block : kBlocks) {
    if (c < block.first) break;
    if (c <= block.last) return block.script;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_FAILURE(status) ? Script::kOther : FromIcu(code);
}

}  // namespace interdict::text
