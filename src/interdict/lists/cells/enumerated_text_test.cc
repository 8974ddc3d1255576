#include "interdict/lists/cells/enumerated_text.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Items = std::vector<std::string_view>;

TEST(EnumeratedText, SplitsNumberedItems) {
  EXPECT_EQ(SplitEnumeration("(1) Haji (2) Mullah"), (Items{"Haji", "Mullah"}));
  EXPECT_EQ(SplitEnumeration("(1) Uganda (2) Uganda (3)Uganda"),
            (Items{"Uganda", "Uganda", "Uganda"}));
}

TEST(EnumeratedText, SplitsLetteredItemsAndDropsTheirSeparators) {
  EXPECT_EQ(SplitEnumeration("(a) Mayor, (b) Judge; (c) Clerk"),
            (Items{"Mayor", "Judge", "Clerk"}));
}

TEST(EnumeratedText, LeavesTextThatIsNoEnumerationWhole) {
  EXPECT_EQ(SplitEnumeration(" NAT YAY KAN(1)STREET "), (Items{"NAT YAY KAN(1)STREET"}));
  EXPECT_EQ(SplitEnumeration("(Libyan)"), (Items{"(Libyan)"}));
  EXPECT_TRUE(SplitEnumeration("  ").empty());
  EXPECT_FALSE(IsEnumeration("(1) alone"));
}

TEST(EnumeratedText, NumbersThatDoNotCountOnAreText) {
  EXPECT_EQ(SplitEnumeration("(1) Quay (7) north (2) Pier"), (Items{"Quay (7) north", "Pier"}));
}

TEST(EnumeratedText, KeepsThePlaceOfItemsThatAreNotGiven) {
  EXPECT_EQ(SplitEnumeration("(1) - (2) Personal ID"), (Items{"", "Personal ID"}));
}

TEST(EnumeratedText, ReadsMarksThatSpanPlaces) {
  EXPECT_EQ(SplitEnumeration("(1) to (6) Algeria (7) Morocco"), (Items{"Algeria", "Morocco"}));
  EXPECT_EQ(SplitEnumeration("(1-3) Libya (4) Mali"), (Items{"Libya", "Mali"}));
}

}  // namespace
}  // namespace interdict
