#include "interdict/base/error.h"

namespace interdict {

std::string_view ErrorCodeText(ErrorCode code) {
  switch (code) {
    case ErrorCode::kFileNotFound:
      return "file not found";
    case ErrorCode::kFileUnreadable:
      return "file cannot be read";
    case ErrorCode::kFileTooLarge:
      return "file too large";
    case ErrorCode::kWriteFailed:
      return "cannot write";
    case ErrorCode::kSyntax:
      return "malformed document";
    case ErrorCode::kTooDeep:
      return "nested too deeply";
    case ErrorCode::kTooLarge:
      return "value too large";
    case ErrorCode::kEncoding:
      return "wrong character encoding";
    case ErrorCode::kUnknownFormat:
      return "no known list format";
    case ErrorCode::kWrongDocument:
      return "not the expected document";
    case ErrorCode::kTruncated:
      return "truncated document";
    case ErrorCode::kMissingColumn:
      return "missing column";
    case ErrorCode::kDuplicateRecord:
      return "duplicate record";
    case ErrorCode::kCountMismatch:
      return "count differs from the declared one";
    case ErrorCode::kMismatchedParts:
      return "files of different issues";
    case ErrorCode::kEmptyList:
      return "empty list";
    case ErrorCode::kBadMapping:
      return "bad mapping file";
    case ErrorCode::kIntakeRefused:
      return "refused by the intake check";
    case ErrorCode::kNoPublicationDate:
      return "no publication date";
    case ErrorCode::kNotFound:
      return "not found";
    case ErrorCode::kAmbiguous:
      return "ambiguous";
    case ErrorCode::kNoList:
      return "no list loaded";
    case ErrorCode::kStaleList:
      return "stale list";
    case ErrorCode::kNotInForce:
      return "no version in force";
    case ErrorCode::kStorage:
      return "storage failure";
    case ErrorCode::kStoreBusy:
      return "store in use";
    case ErrorCode::kStoreVersion:
      return "store of another version";
    case ErrorCode::kNetwork:
      return "network failure";
    case ErrorCode::kHttpStatus:
      return "unexpected HTTP status";
    case ErrorCode::kForbiddenHost:
      return "host not allowed";
    case ErrorCode::kHashMismatch:
      return "hash differs from the published one";
    case ErrorCode::kTimedOut:
      return "timed out";
    case ErrorCode::kBadQuery:
      return "bad query";
  }
  return "unknown error";
}

std::string Describe(const Where& where) {
  std::string text;
  if (!where.source.empty()) text += where.source + ": ";
  if (!where.file.empty()) {
    text += where.file;
    if (where.line != 0) text += ":" + std::to_string(where.line);
    text += ": ";
  } else if (where.line != 0) {
    text += "line " + std::to_string(where.line) + ": ";
  }
  if (!where.record.empty()) text += "record " + where.record + ": ";
  if (where.has_byte) text += "byte " + std::to_string(where.byte) + ": ";
  return text;
}

std::string Error::Text() const {
  return Describe(where) + message + " [E" + std::to_string(static_cast<int>(code)) + "]";
}

}  // namespace interdict
