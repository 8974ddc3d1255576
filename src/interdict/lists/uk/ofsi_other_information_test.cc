#include "interdict/lists/uk/ofsi_other_information.h"

#include <gtest/gtest.h>

#include "interdict/lists/uk/uk_designation.h"

namespace interdict {
namespace {

class OfsiOtherInformation : public testing::Test {
 protected:
  void Read(std::string_view text) { ReadOfsiOtherInformation(text, &parts_, &report_); }
  std::string All(UkPart part) const {
    std::string text;
    for (const auto& cells : parts_.Of(static_cast<size_t>(part))) {
      text += (text.empty() ? "" : "|") + std::string(cells[0]);
    }
    return text;
  }

  PartyParts parts_{kUkPartCount};
  ParseReport report_;
};

TEST_F(OfsiOtherInformation, TakesLabelledSegmentsApart) {
  Read(
      "(UK Sanctions List Ref):INV0001. Financial sanctions imposed in addition to an asset "
      "freeze: "
      "Trust services. (UK Statement of Reasons):Thrale (a.k.a. Quill) is involved. "
      "(Phone number):(1) +7 000 (2) +7 001 (Gender):Male");
  EXPECT_EQ(All(UkPart::kUniqueId), "INV0001");
  EXPECT_EQ(All(UkPart::kOtherInformation),
            "Financial sanctions imposed in addition to an asset freeze: Trust services.");
  EXPECT_EQ(All(UkPart::kReasons), "Thrale (a.k.a. Quill) is involved.");
  EXPECT_EQ(All(UkPart::kPhone), "(1) +7 000 (2) +7 001");
  EXPECT_EQ(All(UkPart::kGender), "Male");
  EXPECT_EQ(report_.remark_segments, 4U);
  EXPECT_EQ(report_.remark_segments_understood, 4U);
}

TEST_F(OfsiOtherInformation, TextMayFollowTheReferences) {
  Read("(UK Sanctions List Ref):INV0002. (UN Ref):ZZi.901. Member of the Quarry Group (ZZe.902).");
  EXPECT_EQ(All(UkPart::kUnReference), "ZZi.901");
  EXPECT_EQ(All(UkPart::kOtherInformation), "Member of the Quarry Group (ZZe.902).");
}

TEST_F(OfsiOtherInformation, AReferenceOfTheUnUnderTheWrongLabelIsTheUns) {
  Read("(UK Sanctions List Ref):ZZi. 005. (Gender):Male");
  EXPECT_EQ(All(UkPart::kUniqueId), "");
  EXPECT_EQ(All(UkPart::kUnReference), "ZZi. 005");
}

TEST_F(OfsiOtherInformation, ReadsTheReferenceOfOldCells) {
  Read("UN Ref ZZi.018.  Passport no: XZ0000017, issued in Iran");
  EXPECT_EQ(All(UkPart::kUnReference), "ZZi.018");
  EXPECT_EQ(All(UkPart::kOtherInformation), "Passport no: XZ0000017, issued in Iran");
}

TEST_F(OfsiOtherInformation, TextWithoutLabelsIsKeptWhole) {
  Read("Former Mayor (2014) of Quarry.");
  EXPECT_EQ(All(UkPart::kOtherInformation), "Former Mayor (2014) of Quarry.");
  EXPECT_EQ(report_.remark_segments, 0U);
}

TEST_F(OfsiOtherInformation, AnUnknownLabelStaysInTheTextAndIsCounted) {
  Read(
      "(UN Ref):ZZi.901. Held in (United States of America):released. (Pet name):Rex "
      "(Gender):Male");
  EXPECT_EQ(All(UkPart::kOtherInformation),
            "Held in (United States of America):released. (Pet name):Rex");
  EXPECT_EQ(report_.remark_segments, 4U);
  EXPECT_EQ(report_.remark_segments_understood, 2U);
}

TEST_F(OfsiOtherInformation, AReferenceThatIsNoneIsTextAndNotUnderstood) {
  Read("(UN Ref):to be allotted");
  EXPECT_EQ(All(UkPart::kUnReference), "");
  EXPECT_EQ(All(UkPart::kOtherInformation), "to be allotted");
  EXPECT_EQ(report_.remark_segments_understood, 0U);
}

}  // namespace
}  // namespace interdict
