#include "interdict/lists/opensanctions/ftm_name_parts.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

std::string Show(const std::vector<NamePart>& parts) {
  std::string out;
  for (const NamePart& part : parts) {
    out += std::string(NamePartKindName(part.kind)) + "=" + part.text + ";";
  }
  return out;
}

TEST(FtmNameWords, DividesANameWhoseWordsAreAllKnown) {
  FtmNameWords words;
  words.Add(NamePartKind::kGiven, "Esteban Luis");
  words.Add(NamePartKind::kFamily, "Ortuno Vega");
  EXPECT_EQ(Show(words.Divide("ORTUNO VEGA, Esteban Luis")),
            "family=ORTUNO VEGA;given=Esteban Luis;");
  EXPECT_EQ(Show(words.Divide("Luis Vega")), "given=Luis;family=Vega;");
  EXPECT_TRUE(words.Used("ortuno"));
  EXPECT_TRUE(words.Used("Esteban Luis"));
}

TEST(FtmNameWords, DividesNoNameWithUnknownOrMissingParts) {
  FtmNameWords words;
  words.Add(NamePartKind::kGiven, "Esteban");
  words.Add(NamePartKind::kFamily, "Ortuno");
  EXPECT_TRUE(words.Divide("Esteban X Ortuno").empty());
  EXPECT_TRUE(words.Divide("Esteban").empty());
  EXPECT_TRUE(words.Divide("Ortuno").empty());
  EXPECT_TRUE(words.Divide("").empty());
  EXPECT_FALSE(words.Used("Esteban"));
}

TEST(FtmNameWords, TakesAWordOfTwoKindsForNone) {
  FtmNameWords words;
  words.Add(NamePartKind::kGiven, "Pavel Petrovich");
  words.Add(NamePartKind::kFamily, "Pavel Orlov");
  words.Add(NamePartKind::kPatronymic, "Petrovich");
  EXPECT_TRUE(words.Divide("Pavel Orlov").empty());
  words.Add(NamePartKind::kGiven, "Ivan");
  EXPECT_EQ(Show(words.Divide("Ivan Petrovich Orlov")),
            "given=Ivan;patronymic=Petrovich;family=Orlov;");
}

}  // namespace
}  // namespace interdict
