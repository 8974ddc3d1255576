#include "interdict/match/name_model.h"

#include <gtest/gtest.h>

#include <utility>

namespace interdict {
namespace {

TEST(NameModel, IsFoundByItsName) {
  for (NameModel model : {NameModel::kInterdict, NameModel::kOfac}) {
    EXPECT_EQ(NameModelFromName(NameModelName(model)), model);
  }
  EXPECT_EQ(NameModelFromName("OFAC"), std::nullopt);
  EXPECT_EQ(NameModelFromName(""), std::nullopt);
}

TEST(PairScorer, ScoresByTheModelItWasMadeFor) {
  const PairScorer ours = std::move(PairScorer::Create(NameModel::kInterdict)).value();
  const PairScorer ofac = std::move(PairScorer::Create(NameModel::kOfac)).value();
  const auto person = names::NameClass::kPerson;
  EXPECT_EQ(ours.Score("Kim Jong Un", "KIM, Jong Un", person).score, kFullScore);
  EXPECT_LT(ours.Score("Kim Jong Un", "KIM, Jong Man", person).score, kFullScore);
  EXPECT_EQ(ofac.Score("Kim Jong Un", "KIM, Jong Man", person).score, kFullScore);
  EXPECT_NE(ofac.Score("a", "b", person).explanation.find("part by part"), std::string::npos);
}

}  // namespace
}  // namespace interdict
