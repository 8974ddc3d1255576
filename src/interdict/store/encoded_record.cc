#include "interdict/store/encoded_record.h"

#include <algorithm>
#include <cstring>

#include "interdict/base/hash.h"
#include "interdict/entity/record_codec.h"

namespace interdict {

size_t ContentDigestHash::operator()(const ContentDigest& digest) const {
  size_t hash = 0;  // the bytes of a digest are as even as any hash of them
  std::memcpy(&hash, digest.data(), sizeof hash);
  return hash;
}

ContentDigest ToContentDigest(std::string_view bytes) {
  ContentDigest digest{};
  if (bytes.size() >= digest.size()) std::copy_n(bytes.begin(), digest.size(), digest.begin());
  return digest;
}

std::string_view BytesOf(const ContentDigest& digest) {
  return {digest.data(), digest.size()};
}

std::string_view EncodedRecords::Keep(std::string_view text) {
  constexpr size_t kPiece = size_t{1} << 20;
  if (pieces_.empty() || pieces_.back().capacity() - pieces_.back().size() < text.size()) {
    pieces_.emplace_back().reserve(std::max(kPiece, text.size()));
  }
  std::string& piece = pieces_.back();
  piece.append(text);
  return std::string_view(piece).substr(piece.size() - text.size());
}

void EncodedRecords::Add(const Record& record) {
  EncodeRecord(record, &scratch_);
  EncodedRecord& encoded = records_.emplace_back();
  encoded.id = Keep(record.id);
  encoded.bytes = Keep(scratch_);
  encoded.digest = ToContentDigest(Sha256(scratch_));
  encoded.schema = record.schema;
}

}  // namespace interdict
