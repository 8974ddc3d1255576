// Checksums of blockchain addresses, by family. The family comes from the address itself: lists
// write the same address under several currency tags.
//   base58check (Bitcoin, Litecoin, Dash, Zcash, Tron ...): 4 bytes of double SHA-256.
//   bech32 and bech32m (SegWit): BIP 173, BIP 350.
//   EVM: 40 hex digits; the EIP-55 capitals are not verified, since lists mix them with lower case.
// Other families (Monero, CashAddr, XRP's own alphabet ...) are not checked: kNone.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/hash.h"
#include "interdict/base/strings.h"
#include "interdict/entity/identifier.h"

namespace interdict {
namespace {

constexpr std::string_view kBase58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view kBech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr size_t kMaxAddress = 128;

// The bytes that a base58 text stands for; empty when a character is none of the alphabet.
std::string DecodeBase58(std::string_view text) {
  std::vector<uint8_t> bytes;  // little end first
  for (char c : text) {
    const size_t digit = kBase58.find(c);
    if (digit == std::string_view::npos) return {};
    unsigned carry = static_cast<unsigned>(digit);
    for (uint8_t& byte : bytes) {
      carry += 58U * byte;
      byte = static_cast<uint8_t>(carry & 0xFF);
      carry >>= 8;
    }
    for (; carry != 0; carry >>= 8) bytes.push_back(static_cast<uint8_t>(carry & 0xFF));
  }
  for (size_t i = 0; i < text.size() && text[i] == '1'; ++i) bytes.push_back(0);
  return {bytes.rbegin(), bytes.rend()};
}

bool ValidBase58Check(std::string_view address) {
  const std::string bytes = DecodeBase58(address);
  if (bytes.size() < 5) return false;
  const std::string_view payload = std::string_view(bytes).substr(0, bytes.size() - 4);
  const std::string digest = Sha256(Sha256(payload));
  return digest.substr(0, 4) == bytes.substr(bytes.size() - 4);
}

uint32_t Bech32Step(uint32_t checksum, uint32_t value) {
  constexpr std::array<uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                  0x2a1462b3};
  const uint32_t top = checksum >> 25;
  checksum = ((checksum & 0x1ffffff) << 5) ^ value;
  for (size_t i = 0; i < kGenerator.size(); ++i) {
    if (((top >> i) & 1U) != 0) checksum ^= kGenerator[i];
  }
  return checksum;
}

bool ValidBech32(std::string_view address) {
  constexpr uint32_t kBech32Residue = 1;
  constexpr uint32_t kBech32mResidue = 0x2bc830a3;
  const std::string lower = AsciiLower(address);
  const size_t separator = lower.rfind('1');
  if (separator == std::string::npos || separator == 0 || lower.size() - separator < 7)
    return false;
  uint32_t checksum = 1;
  for (size_t i = 0; i < separator; ++i) checksum = Bech32Step(checksum, uint32_t(lower[i]) >> 5);
  checksum = Bech32Step(checksum, 0);
  for (size_t i = 0; i < separator; ++i) checksum = Bech32Step(checksum, uint32_t(lower[i]) & 31);
  for (size_t i = separator + 1; i < lower.size(); ++i) {
    const size_t value = kBech32.find(lower[i]);
    if (value == std::string_view::npos) return false;
    checksum = Bech32Step(checksum, static_cast<uint32_t>(value));
  }
  return checksum == kBech32Residue || checksum == kBech32mResidue;
}

bool IsHex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// Base58check addresses by first character and length: the versions in use on lists.
bool LooksLikeBase58Check(std::string_view address) {
  if (address.size() < 26 || address.size() > 36) return false;
  constexpr std::string_view kFirst = "13LMXDATGt";
  return kFirst.find(address.front()) != std::string_view::npos &&
         address.find_first_not_of(kBase58) == std::string_view::npos;
}

}  // namespace

IdCheck CheckCryptoAddress(std::string_view address) {
  const auto checked = [](bool valid) { return valid ? IdCheck::kValid : IdCheck::kInvalid; };
  if (address.empty() || address.size() > kMaxAddress) return IdCheck::kNone;
  if (StartsWithIgnoreCase(address, "0x")) {
    return checked(address.size() == 42 && IsHex(address.substr(2)));
  }
  if (StartsWithIgnoreCase(address, "bc1") || StartsWithIgnoreCase(address, "ltc1")) {
    return checked(ValidBech32(address));
  }
  if (LooksLikeBase58Check(address)) return checked(ValidBase58Check(address));
  return IdCheck::kNone;
}

}  // namespace interdict
