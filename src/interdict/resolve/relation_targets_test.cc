#include "interdict/resolve/relation_targets.h"

#include <gtest/gtest.h>

#include <vector>

namespace interdict {
namespace {

Record Party(const char* id, const char* name, const char* linked_to = "") {
  Record record;
  record.source = "list";
  record.id = id;
  record.names.push_back({.text = name});
  if (*linked_to != '\0') record.relations.push_back({.target_name = linked_to});
  return record;
}

TEST(RelationTargets, AreFoundByUniquePrimaryName) {
  std::vector<Record> records = {Party("1", "SAMPLE, S.A."), Party("2", "OTHER", "SAMPLE, S.A."),
                                 Party("3", "THIRD", "SAMPLE, S.A")};
  FindRelationTargets(records);
  EXPECT_EQ(records[1].relations[0].target_id, "1");
  EXPECT_EQ(records[2].relations[0].target_id, "1") << "a full stop at the end does not matter";
}

TEST(RelationTargets, StayEmptyWhereTheNameIsSharedOrUnknown) {
  std::vector<Record> records = {Party("1", "TWIN"), Party("2", "TWIN"), Party("3", "A", "TWIN"),
                                 Party("4", "B", "NOBODY")};
  FindRelationTargets(records);
  EXPECT_EQ(records[2].relations[0].target_id, "");
  EXPECT_EQ(records[3].relations[0].target_id, "");
}

TEST(RelationTargets, OfAnotherListOrOfTheRecordItselfAreNone) {
  std::vector<Record> records = {Party("1", "SELF", "SELF"), Party("2", "FAR"),
                                 Party("3", "C", "FAR")};
  records[1].source = "another";
  FindRelationTargets(records);
  EXPECT_EQ(records[0].relations[0].target_id, "");
  EXPECT_EQ(records[2].relations[0].target_id, "");
}

TEST(RelationTargets, GivenByThePublisherAreLeftAlone) {
  std::vector<Record> records = {Party("1", "SAMPLE"), Party("2", "OTHER", "SAMPLE")};
  records[1].relations[0].target_id = "9";
  FindRelationTargets(records);
  EXPECT_EQ(records[1].relations[0].target_id, "9");
}

}  // namespace
}  // namespace interdict
