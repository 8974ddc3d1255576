// Records as a version is made of them: the bytes of each and their digest.
//
// An import makes these on another thread while the reader goes on with the next records, so that
// it never holds a list as records: the bytes are a small part of their memory.
// Test: encoded_record_test.cc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interdict/entity/record.h"

namespace interdict {

// First half of the SHA-256 of a record's bytes: under it a content is stored once.
using ContentDigest = std::array<char, 16>;
struct ContentDigestHash {
  size_t operator()(const ContentDigest& digest) const;
};
using ContentNumbers = std::unordered_map<ContentDigest, int64_t, ContentDigestHash>;

// All zero where the bytes are no digest, which no record has.
ContentDigest ToContentDigest(std::string_view bytes);
std::string_view BytesOf(const ContentDigest& digest);  // borrows from it

struct EncodedRecord {
  std::string_view id;     // both texts are borrowed from the EncodedRecords
  std::string_view bytes;  // EncodeRecord of record_codec.h
  ContentDigest digest{};
  Schema schema = Schema::kLegalEntity;
};

// The records of one version. Their texts stand in a few large pieces of memory: one allocation a
// record would cost the import more than the encoding.
class EncodedRecords {
 public:
  void Add(const Record& record);
  std::span<const EncodedRecord> all() const { return records_; }

 private:
  std::string_view Keep(std::string_view text);

  std::vector<EncodedRecord> records_;
  std::vector<std::string> pieces_;  // filled up to their capacity, so that views stay valid
  std::string scratch_;
};

}  // namespace interdict
