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

Result<std::string> ContentCodec::Compress(std::string_view encoded) {
  if (encoded.size() > kMaxContent) {
    return MakeError(ErrorCode::kTooLarge, "a record of " + std::to_string(encoded.size()) +
                                               " bytes; the limit is " +
                                               std::to_string(kMaxContent));
  }
  ZSTD_CCtx_setParameter(contexts_->compress, ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(encoded.size()), '\0');
  const size_t size =
      ZSTD_compress2(contexts_->compress, out.data(), out.size(), encoded.data(), encoded.size());
  if (ZSTD_isError(size) != 0) {
    return MakeError(ErrorCode::kStorage,
                     std::string("cannot compress a record: ") + ZSTD_getErrorName(size));
  }
  out.resize(size);
  return out;
}

Status ContentCodec::Decode(std::string_view stored, Record* record) {
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
