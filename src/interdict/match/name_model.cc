#include "interdict/match/name_model.h"

#include <utility>

#include "interdict/match/ofac_model.h"
#include "interdict/match/score_model.h"

namespace interdict {

std::string_view NameModelName(NameModel model) {
  return model == NameModel::kOfac ? "ofac" : DefaultScoreModel().name;
}

std::optional<NameModel> NameModelFromName(std::string_view name) {
  for (NameModel model : {NameModel::kInterdict, NameModel::kOfac}) {
    if (name == NameModelName(model)) return model;
  }
  return std::nullopt;
}

PairScorer::PairScorer(NameModel model, names::Analyzer analyzer, text::Folder folder)
    : model_(model), analyzer_(std::move(analyzer)), folder_(std::move(folder)) {}

Result<PairScorer> PairScorer::Create(NameModel model, const names::VariantTable* variants) {
  ASSIGN_OR_RETURN(names::Analyzer analyzer, names::Analyzer::Create(variants));
  ASSIGN_OR_RETURN(text::Folder folder, text::Folder::Create());
  return PairScorer(model, std::move(analyzer), std::move(folder));
}

NameComparison PairScorer::Score(std::string_view query, std::string_view listed,
                                 names::NameClass name_class) const {
  if (model_ == NameModel::kInterdict) return CompareNames(query, listed, name_class, analyzer_);
  OfacName typed, entry;
  PrepareOfacName(query, folder_, &typed);
  PrepareOfacName(listed, folder_, &entry);
  const OfacScore score = CompareOfac(typed, entry);
  return {score.score, {}, ExplainOfac(score)};
}

}  // namespace interdict
