#include "interdict/documents/pages/page_html.h"

#include <array>
#include <charconv>

#include "interdict/base/hash.h"
#include "interdict/base/html.h"
#include "interdict/base/utf8.h"

namespace interdict::documents {
namespace {

bool IsTreacherous(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return (c >= 0x7F && c <= 0x9F) || c == 0x200B || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

void AppendName(char32_t c, std::string* out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  *out += "[U+";
  for (int shift = c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
    out->push_back(kHex[c >> shift & 15]);
  out->push_back(']');
}

std::string Base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (size_t j = 0; j < 3; ++j) {
      group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0);
    }
    for (size_t j = 0; j < 4; ++j) {
      out.push_back(i + j > bytes.size() ? '=' : kDigits[group >> (18 - 6 * j) & 63]);
    }
  }
  return out;
}

std::string Source(std::string_view inline_text) {
  return "'sha256-" + Base64(Sha256(inline_text)) + "'";
}

}  // namespace

std::string VisibleText(std::string_view text) {
  std::string visible;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = utf8::Decode(text, &at);
    if (IsTreacherous(c)) {
      AppendName(c, &visible);
    } else {
      visible += text.substr(begin, at - begin);
    }
  }
  return EscapeHtml(visible);
}

std::string Isolated(std::string_view text) {
  return "<bdi>" + VisibleText(text) + "</bdi>";
}

std::string WholePage(const PageParts& parts) {
  const std::string policy = "default-src 'none'; style-src " + Source(parts.style) +
                             "; script-src " + Source(parts.script) +
                             "; img-src data:; base-uri 'none'; form-action 'none'";
  return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         policy +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n"
         "<title>" +
         VisibleText(parts.title) + "</title>\n<style>" + parts.style +
         "</style></head>\n<body>\n" + parts.body + "<script>" + parts.script +
         "</script>\n</body></html>\n";
}

std::string Spaced(std::string_view name) {
  std::string spaced(name);
  if (spaced.starts_with("non_")) spaced[3] = '-';
  for (char& c : spaced) {
    if (c == '_') c = ' ';
  }
  return spaced;
}

std::string TwoDigits(double value) {
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, 2);
  return end.ec == std::errc() ? std::string(buffer.data(), end.ptr) : "-";
}

std::string LanguageTag(std::string_view language) {
  if (language.size() < 2 || language.size() > 35) return "";
  for (char c : language) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (c < '0' || c > '9') && c != '-') return "";
  }
  return std::string(language);
}

std::string_view StatusSign(MeasureStatus status) {
  constexpr std::string_view kSigns[] = {"■", "▲", "◇", "●", "?", "✕"};
  return kSigns[static_cast<size_t>(status)];
}

}  // namespace interdict::documents
