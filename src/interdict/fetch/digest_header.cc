#include "interdict/fetch/digest_header.h"

#include <cstdint>
#include <optional>

#include "interdict/base/hash.h"
#include "interdict/base/strings.h"

namespace interdict {
namespace {

constexpr size_t kHexDigits = 64;
constexpr size_t kHashBytes = 32;

std::string HashIfHex(std::string_view text) {
  if (text.size() != kHexDigits) return {};
  std::string lower = AsciiLower(text);
  return lower.find_first_not_of("0123456789abcdef") == std::string::npos ? lower : "";
}

std::optional<uint32_t> Base64Value(char c) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (c == '-') c = '+';  // the alphabet for addresses, RFC 4648 section 5
  if (c == '_') c = '/';
  const size_t at = kAlphabet.find(c);
  return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<uint32_t>(at));
}

std::string HashIfBase64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string bytes;
  uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    const auto value = Base64Value(c);
    if (!value || bytes.size() > kHashBytes) return {};
    bits = ((bits << 6) | *value) & 0xFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push_back(static_cast<char>((bits >> count) & 0xFF));
    }
  }
  return bytes.size() == kHashBytes ? HexText(bytes) : "";
}

// One member of the list: "sha-256=...", "sha-256...", "sha-512=...".
DigestHeader ParseMember(std::string_view member) {
  std::string_view value = member;
  if (StartsWithIgnoreCase(member, "sha-256")) {
    value.remove_prefix(7);
  } else if (StartsWithIgnoreCase(member, "sha256")) {
    value.remove_prefix(6);
  } else {
    const std::string hex = HashIfHex(member);
    return {hex.empty() ? StatedHash::kNone : StatedHash::kReadable, hex};
  }
  if (value.starts_with('=')) value.remove_prefix(1);
  value = Trim(value);
  if (value.size() >= 2 && value.starts_with(':') && value.ends_with(':')) {
    value = value.substr(1, value.size() - 2);
  }
  std::string hex = HashIfHex(value);
  if (hex.empty()) hex = HashIfBase64(value);
  return {hex.empty() ? StatedHash::kUnreadable : StatedHash::kReadable, hex};
}

}  // namespace

DigestHeader ParseDigestHeader(std::string_view value) {
  DigestHeader found;
  for (std::string_view member : SplitTrimmed(value, ",")) {
    DigestHeader one = ParseMember(member);
    if (one.stated == StatedHash::kReadable) return one;
    if (one.stated == StatedHash::kUnreadable) found = one;
  }
  return found;
}

}  // namespace interdict
