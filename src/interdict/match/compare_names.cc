#include "interdict/match/compare_names.h"

#include <vector>

#include "interdict/match/compared_name.h"
#include "interdict/match/name_explanation.h"
#include "interdict/match/pair_finder.h"

namespace interdict {
namespace {

std::vector<std::string_view> Texts(const ComparedName& name) {
  std::vector<std::string_view> texts;
  for (size_t i = 0; i < name.size(); ++i) texts.push_back(name.text(i));
  return texts;
}

NameComparison CompareOneWay(const ComparedName& query, const ComparedName& listed,
                             const names::VariantTable* variants) {
  std::vector<PartPair> pairs;
  FindPairs(query, listed, &pairs);
  size_t chosen = 0;
  const NameScore score = AlignNames(query.parts(), listed.parts(), pairs, &chosen,
                                     RatesOf(query.name_class(), listed.name_class()));
  return {
      score.score, score.losses,
      ExplainName(score, std::span(pairs).first(chosen), Texts(query), Texts(listed), variants)};
}

}  // namespace

NameComparison CompareNames(std::string_view a, std::string_view b, names::NameClass name_class,
                            const names::Analyzer& analyzer) {
  ComparedName x, y;
  x.Prepare(a, name_class, analyzer);
  y.Prepare(b, name_class, analyzer);
  NameComparison forth = CompareOneWay(x, y, analyzer.variants());
  const NameComparison back = CompareOneWay(y, x, analyzer.variants());
  if (back.score > forth.score) {
    forth.score = back.score;
    forth.losses = back.losses;
    forth.explanation = "the other way round: " + back.explanation;
  }
  return forth;
}

}  // namespace interdict
