#include "interdict/match/weak_alias.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(WeakAlias, ModesHaveNames) {
  EXPECT_EQ(WeakAliasModeFromName("off"), WeakAliasMode::kOff);
  EXPECT_EQ(WeakAliasModeFromName("confirm"), WeakAliasMode::kConfirm);
  EXPECT_EQ(WeakAliasModeFromName("full"), WeakAliasMode::kFull);
  for (const char* name : {"", "Off", "on", "confirm "})
    EXPECT_EQ(WeakAliasModeFromName(name), std::nullopt) << name;
}

TEST(WeakAlias, AListMayHaveAnotherModeThanTheRest) {
  WeakAliasPolicy policy;
  EXPECT_EQ(policy.Of("us_ofac_sdn"), WeakAliasMode::kConfirm);
  policy.by_source["us_ofac_sdn"] = WeakAliasMode::kOff;
  EXPECT_EQ(policy.Of("us_ofac_sdn"), WeakAliasMode::kOff);
  EXPECT_EQ(policy.Of("eu_fsf"), WeakAliasMode::kConfirm);
}

}  // namespace
}  // namespace interdict
