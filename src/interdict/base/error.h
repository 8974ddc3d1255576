// Errors: what went wrong, where, and what was expected.
// The codes are stable (they are printed, and HTTP and language bindings show them) and come in
// ranges per layer. A bad value inside a list is not an error but a defect of the ParseReport; an
// error means that an operation as a whole has no result.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interdict {

enum class ErrorCode : int {
  // 100: files and bytes
  kFileNotFound = 101,
  kFileUnreadable = 102,
  kFileTooLarge = 103,
  kWriteFailed = 104,
  // 200: syntax of a document
  kSyntax = 201,
  kTooDeep = 202,
  kTooLarge = 203,
  kEncoding = 204,
  // 300: a list document
  kUnknownFormat = 301,
  kWrongDocument = 302,  // well-formed, but not the list it should be
  kTruncated = 303,      // ends before its end
  kMissingColumn = 304,
  kDuplicateRecord = 305,
  kCountMismatch = 306,    // differs from the count the publisher declares
  kMismatchedParts = 307,  // files of different issues put together
  kEmptyList = 308,
  kBadMapping = 309,
  // 400: intake and store
  kIntakeRefused = 401,
  kNoPublicationDate = 402,
  kNotFound = 403,  // a party, record or version that the store does not hold
  kAmbiguous = 404,
  kNoList = 410,  // nothing loaded: no answer may be given
  kStaleList = 411,
  kNotInForce = 412,  // no version in force on the day asked for
  kStorage = 420,
  kStoreBusy = 421,
  kStoreVersion = 422,
  // 500: network
  kNetwork = 501,
  kHttpStatus = 502,
  kForbiddenHost = 503,
  kHashMismatch = 504,
  kTimedOut = 505,
  // 600: a question
  kBadQuery = 601,
};

// Text of a code: "truncated document". Never empty.
std::string_view ErrorCodeText(ErrorCode code);

// Where an error stands. Empty or zero members are unknown. Lines and bytes count from 1 and 0.
struct Where {
  std::string source;  // list id, e.g. us_ofac_sdn
  std::string file;
  std::string record;  // the publisher's id
  uint64_t line = 0;
  uint64_t byte = 0;
  bool has_byte = false;
};

// "sdn.csv:12: record 36: " and the like; empty when nothing is known.
std::string Describe(const Where& where);

struct Error {
  ErrorCode code = ErrorCode::kSyntax;
  std::string message;
  Where where;

  // One line for people: where, message, and the code's number.
  std::string Text() const;
};

}  // namespace interdict
