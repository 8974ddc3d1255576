#include "interdict/documents/intake/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"

namespace interdict::documents {
namespace {

constexpr size_t kSample = size_t{1} << 16;

// ---- what is no text

struct Signature {
  std::string_view bytes;
  std::string_view what;
};

using namespace std::string_view_literals;

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "a PDF document"},
    {"PK\x03\x04"sv, "a ZIP archive or an office document"},
    {"PK\x05\x06"sv, "an empty ZIP archive"},
    {"\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF87a"sv, "a GIF image"},
    {"GIF89a"sv, "a GIF image"},
    {"II*\0"sv, "a TIFF image"},
    {"MM\0*"sv, "a TIFF image"},
    {"RIFF"sv, "a RIFF file (image, sound or film)"},
    {"\x7F"
     "ELF"sv,
     "a program (ELF)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old office document (OLE)"},
    {"{\\rtf"sv, "a rich text document (RTF)"},
    {"%!PS"sv, "a PostScript document"},
    {"\x1F\x8B"sv, "gzip data"},
    {"\x28\xB5\x2F\xFD"sv, "zstd data"},
    {"BZh"sv, "bzip2 data"},
    {"\xFD"
     "7zXZ\0"sv,
     "xz data"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {"Rar!\x1A\x07"sv, "a RAR archive"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"\xCA\xFE\xBA\xBE"sv, "compiled code"},
};

std::string Hex(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    if (!out.empty()) out += ' ';
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

Error NotText(std::string message, size_t at) {
  Where where;
  where.byte = at;
  where.has_byte = true;
  return MakeError(ErrorCode::kEncoding, std::move(message), std::move(where));
}

std::optional<Error> MatchSignature(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (!bytes.starts_with(signature.bytes)) continue;
    return NotText("not a text but " + std::string(signature.what) + " (begins with " +
                       Hex(signature.bytes) + "); extract its text first",
                   0);
  }
  return std::nullopt;
}

// Control characters that no text has; ESC is left out, as logs of terminals are text.
bool IsControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0D) && byte != 0x1A && byte != 0x1B) ||
         byte == 0x7F;
}

// Text has next to no control characters, random bytes one in ten. Looks at the beginning, the
// middle and the end. Valid UTF-8 is believed longer.
std::optional<Error> CheckControls(std::string_view bytes, bool valid_utf8) {
  const size_t third = bytes.size() / 2 > kSample ? bytes.size() / 2 - kSample / 2 : 0;
  const size_t tail = bytes.size() > kSample ? bytes.size() - kSample : 0;
  for (const size_t begin : {size_t{0}, third, tail}) {
    const std::string_view sample = bytes.substr(begin, kSample);
    const auto first = std::find_if(sample.begin(), sample.end(), IsControl);
    if (first == sample.end()) continue;
    const auto controls = static_cast<size_t>(std::count_if(first, sample.end(), IsControl));
    const size_t most = valid_utf8 ? sample.size() / 10 : sample.size() / 50;
    if (controls <= std::max<size_t>(most, 1)) continue;
    const size_t at = begin + static_cast<size_t>(first - sample.begin());
    return NotText("binary data: " + std::to_string(controls) + " control characters in " +
                       std::to_string(sample.size()) + " bytes",
                   at);
  }
  return std::nullopt;
}

// ---- Unicode encodings

// Whether every second byte of the beginning is zero: UTF-16 without a byte order mark.
std::string_view DetectUtf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min<size_t>(bytes.size(), 4096));
  if (sample.size() < 4 || std::memchr(sample.data(), 0, sample.size()) == nullptr) return {};
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  const size_t pairs = sample.size() / 2;
  if (zeros[1] * 10 >= pairs * 4 && zeros[0] * 20 <= pairs) return "UTF-16LE";
  if (zeros[0] * 10 >= pairs * 4 && zeros[1] * 20 <= pairs) return "UTF-16BE";
  return {};
}

void AppendCharacter(char32_t c, Span source, TextBuilder* out) {
  std::string bytes;
  utf8::Append(c, &bytes);
  out->Replace(bytes, source);
}

void WarnOfBroken(size_t broken, size_t first, std::string_view what, DecodedText* out) {
  if (broken == 0) return;
  out->warnings.push_back(std::to_string(broken) + " " + std::string(what) +
                          " read as U+FFFD, first at byte " + std::to_string(first));
}

struct Utf16Reader {
  std::string_view bytes;
  bool little;

  char32_t Unit(size_t at) const {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return little ? static_cast<char32_t>(b << 8 | a) : static_cast<char32_t>(a << 8 | b);
  }
};

DecodedText DecodeUtf16(std::string_view bytes, std::string_view encoding, size_t begin) {
  DecodedText out{.encoding = std::string(encoding), .as_is = false};
  const Utf16Reader reader{bytes, encoding == "UTF-16LE"};
  TextBuilder builder;
  size_t broken = 0, first = 0;
  const auto put = [&](char32_t c, size_t at, size_t size) {
    if (c == utf8::kReplacement && broken++ == 0) first = at;
    AppendCharacter(c, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size)}, &builder);
  };
  size_t at = begin;
  while (at + 1 < bytes.size()) {
    const char32_t unit = reader.Unit(at);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const char32_t low = high && at + 3 < bytes.size() ? reader.Unit(at + 2) : 0;
    if (high && low >= 0xDC00 && low < 0xE000) {
      put(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), at, 4);
      at += 4;
      continue;
    }
    put(unit >= 0xD800 && unit < 0xE000 ? utf8::kReplacement : unit, at, 2);
    at += 2;
  }
  if (at < bytes.size()) put(utf8::kReplacement, at, bytes.size() - at);
  WarnOfBroken(broken, first, "broken characters were", &out);
  out.converted = builder.Take();
  return out;
}

DecodedText DecodeUtf32(std::string_view bytes, bool little) {
  DecodedText out{.encoding = little ? "UTF-32LE" : "UTF-32BE", .as_is = false};
  TextBuilder builder;
  size_t broken = 0, first = 0;
  for (size_t at = 4; at < bytes.size(); at += 4) {
    char32_t c = 0;
    const size_t size = std::min<size_t>(4, bytes.size() - at);
    for (size_t i = 0; i < size; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[at + i]);
      c |= static_cast<char32_t>(byte) << (8 * (little ? i : 3 - i));
    }
    if (size < 4 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = utf8::kReplacement;
    if (c == utf8::kReplacement && broken++ == 0) first = at;
    AppendCharacter(c, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size)}, &builder);
  }
  WarnOfBroken(broken, first, "broken characters were", &out);
  out.converted = builder.Take();
  return out;
}

struct Utf8Share {
  size_t sequences = 0;   // of several bytes, valid
  size_t broken = 0;      // bytes
  bool only_cut = false;  // the one broken sequence is the last, as of a cut file
};

Utf8Share CountUtf8(std::string_view bytes, size_t first_invalid) {
  Utf8Share share;
  for (size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const size_t begin = at;
    if (utf8::Decode(bytes, &at) == utf8::kReplacement && at == begin + 1) {
      ++share.broken;
    } else {
      ++share.sequences;
    }
  }
  const auto lead = static_cast<unsigned char>(bytes[first_invalid]);
  const size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  const size_t rest = bytes.size() - first_invalid;
  share.only_cut = lead >= 0xC2 && lead <= 0xF4 && rest < wanted && share.broken == rest;
  return share;
}

// UTF-8 with its broken bytes replaced.
DecodedText RepairUtf8(std::string_view bytes, size_t first_invalid, size_t broken) {
  DecodedText out{.encoding = "UTF-8", .as_is = false};
  TextBuilder builder;
  size_t good = 0;
  for (size_t at = first_invalid; at < bytes.size();) {
    const size_t begin = at;
    if (utf8::Decode(bytes, &at) != utf8::kReplacement || at != begin + 1) continue;
    builder.Copy(bytes.substr(good, begin - good), static_cast<uint32_t>(good));
    AppendCharacter(utf8::kReplacement, {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)},
                    &builder);
    good = at;
  }
  builder.Copy(bytes.substr(good), static_cast<uint32_t>(good));
  WarnOfBroken(broken, first_invalid, "bytes are no UTF-8 and were", &out);
  out.converted = builder.Take();
  return out;
}

// ---- legacy encodings

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter OpenConverter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

// One character of the bytes, U+FFFD for what is none.
char32_t NextCharacter(UConverter* converter, const char** at, const char* end) {
  const char* begin = *at;
  UErrorCode status = U_ZERO_ERROR;
  const UChar32 c = ucnv_getNextUChar(converter, at, end, &status);
  if (U_SUCCESS(status)) return static_cast<char32_t>(c);
  ucnv_resetToUnicode(converter);
  if (*at == begin || status == U_TRUNCATED_CHAR_FOUND) *at = end;
  return utf8::kReplacement;
}

// What each byte stands for, where every character is a byte.
std::optional<std::array<char32_t, 256>> ByteTable(UConverter* converter) {
  if (ucnv_getMaxCharSize(converter) != 1) return std::nullopt;
  std::array<char32_t, 256> table{};
  for (size_t i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(i);
    const char* at = &byte;
    table[i] = NextCharacter(converter, &at, &byte + 1);
  }
  return table;
}

struct LegacyCounts {
  size_t broken = 0, first_broken = 0;
  size_t controls = 0;  // U+0080..U+009F: signs of the wrong encoding
};

LegacyCounts ConvertLegacy(std::string_view bytes, UConverter* converter, TextBuilder* builder) {
  LegacyCounts counts;
  const auto table = ByteTable(converter);
  const char *at = bytes.data(), *end = at + bytes.size();
  const auto offset = [&](const char* p) { return static_cast<uint32_t>(p - bytes.data()); };
  while (at < end) {
    const char* begin = at;
    while (at < end && static_cast<unsigned char>(*at) < 0x80) ++at;
    builder->Copy({begin, static_cast<size_t>(at - begin)}, offset(begin));
    if (at == end) break;
    begin = at;
    const char32_t c =
        table ? (*table)[static_cast<unsigned char>(*at++)] : NextCharacter(converter, &at, end);
    if (c == utf8::kReplacement && counts.broken++ == 0) counts.first_broken = offset(begin);
    counts.controls += c >= 0x80 && c < 0xA0;
    AppendCharacter(c, {offset(begin), offset(at)}, builder);
  }
  return counts;
}

// Encodings that documents are written in and that keep ASCII where it is.
constexpr std::string_view kLegacy[] = {
    "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
    "windows-1255", "windows-1256", "windows-1257", "windows-1258", "ISO-8859-2",
    "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",   "ISO-8859-8",   "ISO-8859-9",
    "ISO-8859-15",  "KOI8-R",       "KOI8-U",       "Shift_JIS",    "EUC-JP",
    "EUC-KR",       "GB18030",      "Big5",         "macintosh",    "IBM850",
};

std::string CanonicalLegacy(std::string_view name) {
  struct Alias {
    std::string_view name, means;
  };
  constexpr Alias kAliases[] = {
      {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"},    {"us-ascii", "windows-1252"},
      {"ascii", "windows-1252"},      {"iso8859-1", "windows-1252"}, {"cp1252", "windows-1252"},
      {"cp1251", "windows-1251"},     {"gb2312", "GB18030"},         {"gbk", "GB18030"},
      {"sjis", "Shift_JIS"},          {"ks_c_5601-1987", "EUC-KR"},  {"iso-8859-8-i", "ISO-8859-8"},
  };
  const std::string_view trimmed = Trim(name);
  for (const Alias& alias : kAliases) {
    if (EqualsIgnoreCase(trimmed, alias.name)) return std::string(alias.means);
  }
  for (const std::string_view known : kLegacy) {
    if (EqualsIgnoreCase(trimmed, known)) return std::string(known);
  }
  return {};
}

// Lines with bytes beyond ASCII: what a detector can learn from.
std::string SampleOfForeignLines(std::string_view bytes) {
  std::string sample;
  const auto foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  for (size_t at = 0; sample.size() < kSample;) {
    const auto found =
        std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), foreign);
    if (found == bytes.end()) break;
    const auto hit = static_cast<size_t>(found - bytes.begin());
    const size_t begin = std::max(at, hit > 200 ? hit - 200 : 0);
    at = std::min(bytes.size(), hit + 400);
    sample += bytes.substr(begin, at - begin);
  }
  return sample;
}

// Whether the sample makes sense in this encoding.
bool Fits(const std::string& sample, const std::string& encoding) {
  const Converter converter = OpenConverter(encoding);
  if (converter == nullptr) return false;
  TextBuilder builder;
  const LegacyCounts counts = ConvertLegacy(sample, converter.get(), &builder);
  // The sample may cut a character at both ends of every piece.
  return counts.broken * 100 <= sample.size() && counts.controls == 0;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// Whether there are more bytes beyond ASCII than ASCII letters.
bool IsMostlyForeign(std::string_view sample) {
  size_t foreign = 0, letters = 0;
  for (const char c : sample) {
    foreign += static_cast<unsigned char>(c) >= 0x80;
    letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return foreign > letters;
}

std::string DetectLegacy(std::string_view bytes) {
  const std::string sample = SampleOfForeignLines(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return "windows-1252";
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return "windows-1252";
  // In a text of Latin letters a few others prove little: windows-1252 is the better guess. In a
  // text that is nearly all others, the best guess counts, if it is more than the 10 that the
  // detector gives to what it merely cannot rule out.
  const int32_t sure_enough = IsMostlyForeign(sample) ? 11 : 25;
  for (int32_t i = 0; i < count; ++i) {
    UErrorCode ignored = U_ZERO_ERROR;
    if (ucsdet_getConfidence(matches[i], &ignored) < sure_enough) break;
    std::string name = CanonicalLegacy(ucsdet_getName(matches[i], &ignored));
    if (!name.empty() && Fits(sample, name)) return name;
  }
  return "windows-1252";
}

DecodedText DecodeLegacy(std::string_view bytes, const std::string& encoding, bool told) {
  DecodedText out{.encoding = encoding, .as_is = false};
  const Converter converter = OpenConverter(encoding);
  TextBuilder builder;
  LegacyCounts counts;
  if (converter != nullptr) counts = ConvertLegacy(bytes, converter.get(), &builder);
  if (!told) out.warnings.push_back("not UTF-8; read as " + encoding + ", which is a guess");
  WarnOfBroken(counts.broken, counts.first_broken, "bytes are none of its characters and were",
               &out);
  out.converted = builder.Take();
  return out;
}

// ---- the order of things

std::optional<DecodedText> DecodeByMark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return DecodeUtf32(bytes, true);
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return DecodeUtf32(bytes, false);
  if (bytes.starts_with("\xFF\xFE"sv)) return DecodeUtf16(bytes, "UTF-16LE", 2);
  if (bytes.starts_with("\xFE\xFF"sv)) return DecodeUtf16(bytes, "UTF-16BE", 2);
  if (const std::string_view utf16 = DetectUtf16(bytes); !utf16.empty())
    return DecodeUtf16(bytes, utf16, 0);
  return std::nullopt;
}

DecodedText DecodeBroken(std::string_view bytes, size_t first_invalid, std::string_view declared) {
  const Utf8Share share = CountUtf8(bytes, first_invalid);
  const std::string told = CanonicalLegacy(declared);
  const bool says_utf8 = EqualsIgnoreCase(Trim(declared), "utf-8");
  const bool mostly = share.sequences > 0 && share.sequences >= share.broken;
  if (mostly || says_utf8 || (share.only_cut && told.empty()))
    return RepairUtf8(bytes, first_invalid, share.broken);
  if (!told.empty()) return DecodeLegacy(bytes, told, true);
  return DecodeLegacy(bytes, DetectLegacy(bytes), false);
}

}  // namespace

Result<DecodedText> DecodeText(std::string_view bytes, std::string_view declared) {
  if (auto binary = MatchSignature(bytes)) return *std::move(binary);
  if (auto decoded = DecodeByMark(bytes)) {
    // Two bytes of a mark in front of anything are not yet a text.
    if (auto binary = CheckControls(decoded->converted.text, false)) {
      binary->where.byte = 0;
      return *std::move(binary);
    }
    return *std::move(decoded);
  }
  const size_t first_invalid = utf8::FirstInvalid(bytes);
  const bool valid = first_invalid == std::string_view::npos;
  if (auto binary = CheckControls(bytes, valid)) return *std::move(binary);
  if (!valid) return DecodeBroken(bytes, first_invalid, declared);
  DecodedText out{.encoding = "UTF-8"};
  if (!bytes.empty()) {
    if (const void* zero = std::memchr(bytes.data(), 0, bytes.size())) {
      out.warnings.push_back("a zero byte at byte " +
                             std::to_string(static_cast<const char*>(zero) - bytes.data()));
    }
  }
  return out;
}

}  // namespace interdict::documents
