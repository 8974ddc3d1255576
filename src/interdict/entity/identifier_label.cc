#include "interdict/entity/identifier_label.h"

#include <unordered_map>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/tables/identifier_labels.inc"

namespace interdict {
namespace {

enum Column { kLabel, kScheme, kCountry, kNote };

// The "#" and "No." of a label do not tell labels apart, so the key leaves them out.
std::string LabelKey(std::string_view label) {
  std::string key = LookupKey(label);
  for (std::string_view suffix : {" no", " number", " num"}) {
    if (key.size() > suffix.size() && key.ends_with(suffix)) key.resize(key.size() - suffix.size());
  }
  return key;
}

const std::unordered_map<std::string, IdLabel>& Labels() {
  static const auto* const kLabels = [] {
    auto* labels = new std::unordered_map<std::string, IdLabel>();
    for (const auto& row : tables::kIdentifierLabels) {
      const auto scheme = IdSchemeFromName(row[kScheme]);
      if (scheme)
        labels->emplace(LabelKey(row[kLabel]), IdLabel{*scheme, row[kCountry], row[kNote]});
    }
    return labels;
  }();
  return *kLabels;
}

// "XBT" of "Digital Currency Address - XBT": the label's own tag, whatever is noted of it.
std::string CurrencyTag(std::string_view label) {
  const size_t dash = label.rfind('-');
  return dash == std::string_view::npos ? std::string() : AsciiUpper(Trim(label.substr(dash + 1)));
}

}  // namespace

std::optional<IdLabel> FindIdLabel(std::string_view label) {
  const auto found = Labels().find(LabelKey(label));
  if (found == Labels().end()) return std::nullopt;
  return found->second;
}

Identifier IdentifierFromLabel(std::string_view label, std::string value, std::string field) {
  const auto known = FindIdLabel(label);
  Identifier id = MakeIdentifier(known ? known->scheme : IdScheme::kOtherId, std::move(value),
                                 std::move(field));
  if (!known) {
    id.issuer = std::string(Trim(label));
  } else {
    id.country = std::string(known->country);
    if (known->scheme == IdScheme::kCrypto) id.issuer = CurrencyTag(label);
  }
  return id;
}

}  // namespace interdict
