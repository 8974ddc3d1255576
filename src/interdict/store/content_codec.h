// Contents of records as the store keeps them: encoded and compressed.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/entity/record.h"

namespace interdict {

// Holds the compressor's working memory; one a thread.
class ContentCodec {
 public:
  static constexpr size_t kMaxContent = size_t{1} << 28;  // bytes of one encoded record

  ContentCodec();
  ~ContentCodec();
  ContentCodec(const ContentCodec&) = delete;
  ContentCodec& operator=(const ContentCodec&) = delete;

  // `encoded` is what EncodeRecord gave. The result carries a checksum of its own. kTooLarge above
  // kMaxContent.
  Result<std::string> Compress(std::string_view encoded);
  // Fills everything but source and id. kStorage when the stored bytes are damaged.
  Status Decode(std::string_view stored, Record* record);

 private:
  struct Contexts;
  std::unique_ptr<Contexts> contexts_;
  std::string buffer_;
};

}  // namespace interdict
