#include "interdict/lists/cells/stated_bics.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Codes = std::vector<std::string_view>;

TEST(StatedBics, TakesTheCodesBehindTheLabel) {
  EXPECT_EQ(FindStatedBics("SWIFT/BIC: TESTBY2X"), (Codes{"TESTBY2X"}));
  EXPECT_EQ(FindStatedBics("Bank; SWIFT/BIC code: TESTSDKHXXX (main)."), (Codes{"TESTSDKHXXX"}));
  EXPECT_EQ(FindStatedBics("SWIFT codes: TESTIRTH and TESTAEA1, TESTIRTH"),
            (Codes{"TESTIRTH", "TESTAEA1"}));
  EXPECT_EQ(FindStatedBics("BIC TESTBY2X / TESTBY22"), (Codes{"TESTBY2X", "TESTBY22"}));
}

TEST(StatedBics, AWordThatHappensToFitIsNoCode) {
  EXPECT_TRUE(FindStatedBics("Swift Investments (PVT) Ltd").empty());
  EXPECT_TRUE(FindStatedBics("SWIFT INVESTMENTS LTD").empty());
  EXPECT_TRUE(FindStatedBics("cut off from SWIFT since 2022. TESTBY2X").empty());
  EXPECT_TRUE(FindStatedBics("SWIFT: TESTBY2Xa").empty());
  EXPECT_TRUE(FindStatedBics("AEROBIC TESTBY2X").empty());
  EXPECT_TRUE(FindStatedBics("SWIFT").empty());
  EXPECT_TRUE(FindStatedBics("").empty());
}

}  // namespace
}  // namespace interdict
