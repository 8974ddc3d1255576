// Every section of the index file. A number, once given, keeps its meaning; a section whose
// elements change gets a new number or the file a new kIndexFormatVersion.
// docs/index_format.md describes the elements.
#pragma once

#include <cstdint>

namespace interdict::index {

enum class SectionId : uint32_t {
  // 1-99: parties (party_rows.h).
  kTextOffsets = 1,
  kTextBytes = 2,
  kSources = 3,
  kParties = 4,
  kRecords = 5,
  kPrograms = 6,
  kNames = 7,
  kDates = 8,
  kCountries = 9,
  kAddresses = 10,
  kAddressTokens = 11,
  kIdentifiers = 12,
  kIdentifierKeys = 13,
  kRecordKeys = 14,
  // 100-199: names prepared for comparison (name_rows.h).
  kTokenOffsets = 100,
  kTokenBytes = 101,
  kTokens = 102,
  kTokenKeyBuckets = 103,
  kTokenKeyEntries = 104,
  kScoredNames = 105,
  kNameParts = 106,
  kPostingBounds = 107,
  kPostings = 108,
  kRunBuckets = 109,
  kRuns = 110,
  kScoredOfName = 111,
  kWrittenOffsets = 112,
  kWrittenBytes = 113,
  kPhrases = 114,
  kTokenVariantBounds = 115,  // these two: of an index made with a table of name variants only
  kTokenVariants = 116,
  // 200-299: a table of name variants, a file of its own (variant_file.h).
  kVariantForms = 200,
  kVariantSlots = 201,
  kVariantBytes = 202,
  kVariantGroups = 203,
};

}  // namespace interdict::index
