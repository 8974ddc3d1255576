#include "interdict/lists/ofac/ofac_listings.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(OfacListings, GivesAProgrammeTheBasesThatNameItsOrder) {
  const std::vector<std::string_view> bases = {"Executive Order 13224 (Terrorism)",
                                               "Executive Order 13850 (Venezuela)"};
  EXPECT_EQ(OfacLegalBasis("VENEZUELA-EO13850", {"VENEZUELA-EO13850", "SDGT"}, bases), bases[1]);
  EXPECT_EQ(OfacLegalBasis("SDGT", {"VENEZUELA-EO13850", "SDGT"}, bases), bases[0]);
  EXPECT_EQ(OfacLegalBasis("SDGT", {"SDGT", "NS-PLC"}, bases),
            "Executive Order 13224 (Terrorism)|Executive Order 13850 (Venezuela)");
  EXPECT_EQ(OfacLegalBasis("SDGT", {"VENEZUELA-EO13850", "SDGT"}, {bases[1]}), bases[1]);
  EXPECT_EQ(OfacLegalBasis("SDGT", {"SDGT"}, {}), "");
}

TEST(OfacListings, PairsEachListWithEachProgramme) {
  OfacListings listings;
  listings.lists = {{"SDN List", "2019-01-28"}, {"FSE List", "2014-10-10"}};
  listings.programs = {"SDGT", "IRAN"};
  listings.measures = {"Block", "Reject"};
  Record record;
  ASSERT_TRUE(AddOfacListings(listings, "here", &record));
  ASSERT_EQ(record.designations.size(), 4U);
  EXPECT_EQ(record.designations[1].program, "IRAN");
  EXPECT_EQ(record.designations[1].list, "SDN List");
  EXPECT_EQ(record.designations[1].listed, "2019-01-28");
  EXPECT_EQ(record.designations[1].measures, "Block|Reject");
  EXPECT_EQ(record.designations[1].field, "here");
  EXPECT_EQ(record.designations[2].list, "FSE List");
}

TEST(OfacListings, KeepsAListWithoutProgramme) {
  Record record;
  ASSERT_TRUE(AddOfacListings({.lists = {{"SDN List", ""}}}, "", &record));
  ASSERT_EQ(record.designations.size(), 1U);
  EXPECT_EQ(record.designations[0].program, "");
}

TEST(OfacListings, RefusesNumbersOutOfProportion) {
  OfacListings many;
  many.lists.resize(OfacListings::kMaxOfEach + 1);
  Record record;
  EXPECT_FALSE(AddOfacListings(many, "", &record));
  const std::string text(OfacListings::kMaxBytes / 4, 'x');
  OfacListings large;
  large.lists.resize(3);
  large.programs = {"A", "B"};
  large.measures = {text};
  EXPECT_FALSE(AddOfacListings(large, "", &record));
  EXPECT_TRUE(record.designations.empty());
}

}  // namespace
}  // namespace interdict
