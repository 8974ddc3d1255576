// A scan put together by hand for tests. Places are named by their words: the first occurrence at
// or behind where the last words of the same call were found, unless said otherwise.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/documents/scan.h"

namespace interdict::documents::testing {

class ScanBuilder {
 public:
  // Every line that is not empty becomes a block of the body.
  ScanBuilder(std::string file, std::string text) {
    Document& document = scan_.document;
    document.file = std::move(file);
    document.encoding = "UTF-8";
    document.converted = std::move(text);
    document.text = document.converted;
    document.published.basis = "unknown";
    for (size_t at = 0; at < document.text.size();) {
      const size_t end = std::min(document.text.find('\n', at), document.text.size());
      if (end > at) document.blocks.push_back({At(at, end), BlockKind::kBody, "layout.test"});
      at = end + 1;
    }
    if (!document.blocks.empty()) {
      document.body = {document.blocks.front().span.begin, document.blocks.back().span.end};
    }
  }

  ScanBuilder& Published(std::string_view day, std::string basis = "option") {
    scan_.document.published.date = ParsePartialDate(day);
    scan_.document.published.basis = std::move(basis);
    return *this;
  }
  ScanBuilder& Outlet(std::string outlet) {
    scan_.document.outlet = std::move(outlet);
    return *this;
  }
  // The block that begins with these words.
  ScanBuilder& BlockIs(std::string_view words, BlockKind kind, std::string_view reason) {
    for (Block& block : scan_.document.blocks) {
      if (!scan_.document.Text(block.span).starts_with(words)) continue;
      block.kind = kind;
      block.reason = reason;
    }
    return *this;
  }

  uint32_t AddParty(Party party) {
    scan_.parties.push_back(std::move(party));
    return static_cast<uint32_t>(scan_.parties.size() - 1);
  }

  // Every occurrence of the words as a mention.
  ScanBuilder& MentionAll(std::string_view words, uint32_t party, Naming how = Naming::kName,
                          double score = 1) {
    const std::string_view text = scan_.document.text;
    for (size_t at = text.find(words); at != text.npos; at = text.find(words, at + words.size())) {
      Mention mention{.span = At(at, at + words.size()), .party = party, .how = how};
      mention.score = score;
      mention.rules = {"mention.test"};
      scan_.mentions.push_back(std::move(mention));
    }
    return *this;
  }

  // A measure whose evidence is the words; the trigger stands inside them.
  Measure& AddMeasure(MeasureType type, std::string_view evidence, std::string_view trigger) {
    Measure measure{.type = type};
    measure.evidence = Find(evidence);
    measure.trigger = Find(trigger, measure.evidence.begin);
    measure.rules = {"measure.test"};
    scan_.measures.push_back(std::move(measure));
    return scan_.measures.back();
  }

  // Where the words stand; the test ends where they do not.
  Span Find(std::string_view words, uint32_t from = 0) const {
    const size_t at = scan_.document.text.find(words, from);
    if (at == std::string_view::npos) std::abort();
    return At(at, at + words.size());
  }

  Scan& scan() { return scan_; }
  Scan Take() { return std::move(scan_); }

 private:
  static Span At(size_t begin, size_t end) {
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  Scan scan_;
};

inline Role PartyRole(uint32_t party) {
  Role role;
  role.party = party;
  return role;
}

inline Role ClassRole(std::string words) {
  Role role;
  role.text = std::move(words);
  return role;
}

}  // namespace interdict::documents::testing
