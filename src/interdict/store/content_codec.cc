#include "interdict/store/content_codec.h"

#include <zstd.h>

#include "interdict/entity/record_codec.h"

namespace interdict {

struct ContentCodec::Contexts {
  ZSTD_CCtx* compress = ZSTD_createCCtx();
  ZSTD_DCtx* decompress = ZSTD_createDCtx();
  Contexts() = default;
  Contexts(const Contexts&) = delete;
  Contexts& operator=(const Contexts&) = delete;
  ~Contexts() {
    ZSTD_freeCCtx(compress);
    ZSTD_freeDCtx(decompress);
  }
};

ContentCodec::ContentCodec() : contexts_(std::make_unique<Contexts>()) {}
ContentCodec::~ContentCodec() = default;

std::string ContentCodec::Compress(std::string_view encoded) {
  constexpr int kLevel = 3;
  std::string out(ZSTD_compressBound(encoded.size()), '\0');
  const size_t size = ZSTD_compressCCtx(contexts_->compress, out.data(), out.size(), encoded.data(),
                                        encoded.size(), kLevel);
  out.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return out;
}

Status ContentCodec::Decode(std::string_view stored, Record* record) {
  constexpr unsigned long long kMaxContent = 1ULL << 28;
  const unsigned long long size = ZSTD_getFrameContentSize(stored.data(), stored.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxContent) {
    return MakeError(ErrorCode::kStorage, "damaged content of a record in the list store");
  }
  buffer_.resize(size);
  const size_t got = ZSTD_decompressDCtx(contexts_->decompress, buffer_.data(), buffer_.size(),
                                         stored.data(), stored.size());
  if (ZSTD_isError(got) != 0 || got != size) {
    return MakeError(ErrorCode::kStorage, "damaged content of a record in the list store");
  }
  return DecodeRecord(buffer_, record);
}

}  // namespace interdict
