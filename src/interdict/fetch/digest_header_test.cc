#include "interdict/fetch/digest_header.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

// SHA-256 of "abc" (FIPS 180-4, example B.1).
constexpr const char* kHex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kBase64 = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

std::string Text(const std::string& start, const std::string& end = "") {
  return start + end;
}

TEST(DigestHeader, ReadsEveryFormInUse) {
  const std::string hex = kHex;
  const std::string base64 = kBase64;
  std::string upper = hex;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const std::string& value :
       {Text("sha-256", hex), Text("sha-256=", hex), Text("SHA-256=", upper), Text("sha256", hex),
        Text("SHA-256=", base64), Text("sha-256= ", base64), "sha-256=:" + base64 + ":", hex,
        "sha-512=:AAAA:, sha-256=:" + base64 + ":", "unixsum=30637,SHA-256=" + base64,
        Text("sha-256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0")}) {
    const DigestHeader digest = ParseDigestHeader(value);
    EXPECT_EQ(digest.stated, StatedHash::kReadable) << value;
    EXPECT_EQ(digest.hex, kHex) << value;
  }
}

TEST(DigestHeader, StatesNothingWhereNoSha256IsNamed) {
  for (const char* value :
       {"", " , ,", "md5=HUXZLQLMuI/KZ5KDcJPcOA==", "sha-512=abc", "sha-1=x", "sha", "ba7816bf"}) {
    EXPECT_EQ(ParseDigestHeader(value).stated, StatedHash::kNone) << value;
  }
}

TEST(DigestHeader, NamesWhatItCannotRead) {
  const std::string hex = kHex;
  const std::string base64 = kBase64;
  for (const std::string& value :
       {Text("sha-256"), Text("sha-256="), Text("sha-256=::"), Text("sha-256=:"),
        "sha-256=" + hex + "0", "sha-256=" + hex.substr(1), "sha-256=" + base64.substr(4),
        "sha-256=" + base64 + base64,
        Text("sha-256=*gWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")}) {
    const DigestHeader digest = ParseDigestHeader(value);
    EXPECT_EQ(digest.stated, StatedHash::kUnreadable) << value;
    EXPECT_EQ(digest.hex, "") << value;
  }
}

TEST(DigestHeader, AReadableHashWinsOverAnUnreadableOne) {
  const DigestHeader digest = ParseDigestHeader(std::string("sha-256=?, sha-256=") + kBase64);
  EXPECT_EQ(digest.hex, kHex);
}

}  // namespace
}  // namespace interdict
