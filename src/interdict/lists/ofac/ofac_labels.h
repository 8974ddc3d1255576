// OFAC's vocabulary of labels: which words are one, and what kind of fact stands under it.
// Labels of identifiers come from data/identifier_labels.tsv; those of other facts from the table
// in ofac_labels.cc. A leading "alt. " and a trailing ":" or " -" do not belong to a label.
// Test: ofac_labels_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "interdict/entity/identifier_label.h"

namespace interdict {

// What becomes of a labelled value.
enum class OfacFact : uint8_t {
  kIdentifier,
  kAttribute,
  kLabelledAttribute,  // the label is part of what is said, so it stays in the value
  kGender,
  kDate,
  kCountry,
  kBirthPlace,
  kAddress,
  kRelation,
};

struct OfacRule {
  OfacFact fact = OfacFact::kAttribute;
  uint8_t kind = 0;  // AttributeKind, DateKind, CountryKind or RelationKind, after `fact`
  IdLabel id;        // of an identifier
};

// "Digital Currency Address - " and the currency's tag.
inline constexpr std::string_view kOfacCryptoLabel = "Digital Currency Address - ";

// The label itself: "alt. Secondary sanctions risk:" -> "Secondary sanctions risk".
std::string_view BareOfacLabel(std::string_view label);

// The rule for a bare label; nullopt when it is not known.
std::optional<OfacRule> FindOfacRule(std::string_view label);

// A label at the front of a text whose value follows: "Passport A10472263 (Malaysia)". Views into
// the text.
struct OfacLabelMatch {
  std::string_view label;   // bare
  std::string_view value;   // what follows, trimmed
  bool identifier = false;  // country and dates may stand behind the value
};

// The longest known label that the text begins with, spelled exactly so.
std::optional<OfacLabelMatch> MatchOfacLabel(std::string_view text);

}  // namespace interdict
