// Records as bytes: the form in which the store keeps them, and whose digest tells whether a record
// changed. Equal records give equal bytes.
// Layout: kRecordCodecVersion (1 byte), then the members of record.h in their order; integers as
// LEB128 varints (signed ones zigzag), texts as length and bytes, lists as count and items.
// Source and id are not part of the bytes: they are the key under which the bytes are kept.
// Decoding is safe on any bytes: kSyntax when they are not an encoded record.
// Test: record_codec_test.cc; fuzz: fuzz/record_codec_fuzz.cc.
#pragma once

#include <string>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/entity/record.h"

namespace interdict {

inline constexpr unsigned char kRecordCodecVersion = 1;

std::string EncodeRecord(const Record& record);
// The same into a text whose memory is used again.
void EncodeRecord(const Record& record, std::string* out);

// `record->source` and `record->id` are left as they are.
Status DecodeRecord(std::string_view bytes, Record* record);

}  // namespace interdict
