#include "interdict/syntax/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace interdict {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr size_t kChunk = size_t{1} << 16;
constexpr size_t kMostInput = size_t{1} << 30;  // zlib counts in 32 bits

class Inflater {
 public:
  Inflater() : ready_(inflateInit2(&stream_, kGzipOnly) == Z_OK) {}
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  bool ready() const { return ready_; }
  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
  bool ready_;
};

}  // namespace

bool IsGzip(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b\x08");
}

Result<std::string> Gunzip(std::string_view bytes, size_t most) {
  if (bytes.size() > kMostInput) {
    return MakeError(ErrorCode::kTooLarge, "a gzip file of " + std::to_string(bytes.size()) +
                                               " bytes; at most " + std::to_string(kMostInput));
  }
  Inflater inflater;
  if (!inflater.ready()) return MakeError(ErrorCode::kSyntax, "zlib cannot be used");
  z_stream& stream = inflater.stream();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, kChunk> chunk;
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = kChunk;
    const int state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
      return MakeError(ErrorCode::kSyntax,
                       "the gzip file is damaged near byte " +
                           std::to_string(bytes.size() - stream.avail_in) +
                           (stream.msg == nullptr ? "" : std::string(": ") + stream.msg));
    }
    const size_t made = kChunk - stream.avail_out;
    if (made > most - out.size()) {
      return MakeError(ErrorCode::kTooLarge,
                       "the gzip file unpacks to more than " + std::to_string(most) + " bytes");
    }
    out.append(chunk.data(), made);
    if (state == Z_STREAM_END) {
      if (stream.avail_in == 0) return out;
      const std::string_view rest = bytes.substr(bytes.size() - stream.avail_in);
      if (!IsGzip(rest)) {
        return MakeError(ErrorCode::kSyntax, std::to_string(rest.size()) +
                                                 " bytes stand behind the end of the gzip file");
      }
      inflateReset(&stream);
    } else if (stream.avail_in == 0 && made == 0) {
      return MakeError(ErrorCode::kTruncated, "the gzip file ends before its end");
    }
  }
}

std::string GunzipHead(std::string_view bytes, size_t most) {
  Inflater inflater;
  if (!inflater.ready()) return {};
  z_stream& stream = inflater.stream();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min(bytes.size(), kMostInput));
  std::string out(most, '\0');
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(most);
  inflate(&stream, Z_SYNC_FLUSH);
  out.resize(most - stream.avail_out);
  return out;
}

}  // namespace interdict
