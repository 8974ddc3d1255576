#include "interdict/documents/events/near_duplicates.h"

#include <gtest/gtest.h>

namespace interdict::documents {
namespace {

using Places = std::vector<uint32_t>;

TEST(NearDuplicates, AWireReportWithOneWordChangedIsOneReport) {
  EXPECT_EQ(
      FirstNearDuplicates(
          {"The Treasury Department on Thursday imposed sanctions on four tankers and their "
           "owners, accusing them of moving crude oil in defiance of an earlier order.",
           "The Treasury Department imposed tariffs on toys on Thursday, and nobody was "
           "surprised by that after weeks of talk in the press about nothing else.",
           "The U.S. Treasury Department on Thursday imposed sanctions on four tankers and "
           "their owners, accusing them of moving crude oil in defiance of an earlier order."}),
      (Places{0, 1, 0}));
}

TEST(NearDuplicates, PunctuationCaseAndAccentsDoNotCount) {
  EXPECT_EQ(FirstNearDuplicates({"Nicolás Maduro was charged", "NICOLAS MADURO was charged."}),
            (Places{0, 0}));
}

TEST(NearDuplicates, AShortTextIsACopyOnlyWordForWord) {
  EXPECT_EQ(FirstNearDuplicates({"US sanctions PDVSA", "US sanctions CITGO", "", "", "US"}),
            (Places{0, 1, 2, 2, 4}));
}

TEST(NearDuplicates, ThreeNamesChangedOfALongSentenceIsAnotherSentence) {
  EXPECT_EQ(FirstNearDuplicates({"The court charged Ana Roe with fraud in the district of Ames",
                                 "The court charged Bob Poe with theft in the district of Bern"}),
            (Places{0, 1}));
}

}  // namespace
}  // namespace interdict::documents
