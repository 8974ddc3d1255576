// The hash that a server states for a file in a header Digest (RFC 3230), Repr-Digest or
// Content-Digest (RFC 9530). Forms met:
//   Digest: sha-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=     the one of RFC 3230, base64
//   Digest: sha-256ec9b2e0c48f5bdac307b9c09eabe9afc651f8505...       OFAC's: hexadecimal, no '='
//   Repr-Digest: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:
// and lists of these with other algorithms, separated by commas. Only SHA-256 is looked at.
// Test: digest_header_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace interdict {

enum class StatedHash {
  kNone,        // no SHA-256 is stated
  kReadable,    // `hex` is set
  kUnreadable,  // SHA-256 is named, but what follows is no 32 bytes
};

struct DigestHeader {
  StatedHash stated = StatedHash::kNone;
  std::string hex;  // 64 lower-case digits
};

DigestHeader ParseDigestHeader(std::string_view value);

}  // namespace interdict
