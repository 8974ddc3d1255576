// Digests of bytes.
#pragma once

#include <string>
#include <string_view>

namespace interdict {

std::string Sha256(std::string_view bytes);     // 32 bytes
std::string Sha256Hex(std::string_view bytes);  // 64 lower-case hex digits
std::string HexText(std::string_view bytes);

// Digest of several pieces, as if they stood one behind the other.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(const Sha256Stream&) = delete;
  Sha256Stream& operator=(const Sha256Stream&) = delete;

  void Add(std::string_view bytes);
  std::string Finish();  // 32 bytes; once

 private:
  void* context_;
};

}  // namespace interdict
