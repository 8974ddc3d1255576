// Which rules score a name: those of this engine, or those of OFAC's search tool.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/match/compare_names.h"
#include "interdict/names/analyze.h"
#include "interdict/text/fold.h"

namespace interdict {

enum class NameModel : uint8_t {
  kInterdict,  // name_alignment.h
  kOfac,       // ofac_model.h
};

// "interdict-1" and "ofac".
std::string_view NameModelName(NameModel model);
std::optional<NameModel> NameModelFromName(std::string_view name);

// Scores pairs of names by one of the models; the losses stay 0 where the model knows none. Where
// the model is not symmetric, the first name is the query. Not thread-safe. Test:
// name_model_test.cc.
class PairScorer {
 public:
  // Fails only where ICU's data is missing. `variants` is borrowed: the table of name variants to
  // compare with, nullptr for none; OFAC's model knows none.
  static Result<PairScorer> Create(NameModel model, const names::VariantTable* variants = nullptr);

  NameComparison Score(std::string_view query, std::string_view listed,
                       names::NameClass name_class) const;
  NameModel model() const { return model_; }

 private:
  PairScorer(NameModel model, names::Analyzer analyzer, text::Folder folder);

  NameModel model_;
  names::Analyzer analyzer_;
  text::Folder folder_;
};

}  // namespace interdict
