#include "interdict/lists/uk/uk_fields.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Texts = std::vector<std::string_view>;

TEST(UkFields, NameTypesOfBothListsWhateverTheirCase) {
  EXPECT_EQ(UkNameKind("Primary Name", ""), NameKind::kPrimary);
  EXPECT_EQ(UkNameKind("Primary name", "Good quality"), NameKind::kPrimary);
  EXPECT_EQ(UkNameKind("Prime Alias", ""), NameKind::kPrimary);
  EXPECT_EQ(UkNameKind("Primary Name Variation", ""), NameKind::kStrong);
  EXPECT_EQ(UkNameKind("ALias", "Good quality a.k.a"), NameKind::kStrong);
  EXPECT_EQ(UkNameKind("AKA", "Low quality"), NameKind::kWeak);
  EXPECT_EQ(UkNameKind("FKA", ""), NameKind::kFormer);
  EXPECT_EQ(UkNameKind("Nickname", ""), std::nullopt);
}

TEST(UkFields, NamesAreReadInTheOrderTheyAreSaid) {
  const Name name = UkName({"Quenby", "Arden", "", "", "", "THRALE"}, true);
  EXPECT_EQ(name.text, "Quenby Arden THRALE");
  EXPECT_EQ(name.parts, (std::vector<NamePart>{{NamePartKind::kGiven, "Quenby"},
                                               {NamePartKind::kMiddle, "Arden"},
                                               {NamePartKind::kFamily, "THRALE"}}));
}

TEST(UkFields, AloneName6IsTheWholeName) {
  EXPECT_TRUE(UkName({"", "", "", "", "", "Abu Quill"}, true).parts.empty());
  EXPECT_TRUE(UkName({"Arden", "", "", "", "", "Freight"}, false).parts.empty());
}

TEST(UkFields, DatesInTheFormsOfTheLists) {
  EXPECT_EQ(UkIsoDate("29/06/2012 00:00:00"), "2012-06-29");
  EXPECT_EQ(UkIsoDate("11-Sep-2026"), "2026-09-11");
  EXPECT_EQ(UkIsoDate("dd/mm/2012"), "dd/mm/2012");
  EXPECT_EQ(UkIsoDate(""), "");
}

TEST(UkFields, ReferencesOfTheUnInItsSpelling) {
  EXPECT_EQ(UkUnReference("QDE.145"), "QDe.145");
  EXPECT_EQ(UkUnReference("CDi. 049"), "CDi.049");
  EXPECT_EQ(UkUnReference("TAi.002"), "TAi.002");
  EXPECT_EQ(UkUnReference("to be allotted"), "to be allotted");
}

TEST(UkFields, CountriesWithTheirPast) {
  EXPECT_EQ(UkCountryCode("Tunisia."), "tn");
  EXPECT_EQ(UkCountryCode("USSR (now Russian Federation)"), "ru");
  EXPECT_EQ(UkCountryCode("Moldovian SSR (now Republic of Moldovia)"), "md");
  EXPECT_EQ(UkCountryCode("Russian Federation (as at November 2010)"), "ru");
  EXPECT_EQ(UkCountryCode("Congo (Democratic Republic)"), "cd");
  EXPECT_EQ(UkCountryCode("115088"), "");
}

TEST(UkFields, SplitsCountriesOnlyWhereEveryPartIsOne) {
  EXPECT_EQ(SplitUkCountries("(1) Jordan. (2) United States"), (Texts{"Jordan", "United States"}));
  EXPECT_EQ(SplitUkCountries("Germany. Russia"), (Texts{"Germany", "Russia"}));
  EXPECT_EQ(SplitUkCountries("Panama; Togo"), (Texts{"Panama", "Togo"}));
  EXPECT_EQ(SplitUkCountries("Trinidad and Tobago"), (Texts{"Trinidad and Tobago"}));
  EXPECT_EQ(SplitUkCountries("Harbour, Quarry"), (Texts{"Harbour, Quarry"}));
}

Identifier Document(std::string_view details) {
  Identifier id;
  AddUkDocumentDetails(details, &id);
  return id;
}

TEST(UkFields, DocumentDetailsGiveCountryAndDates) {
  const Identifier id = Document("Afghanistan number. Issued on 17 Jul. 2000. Expires 16 Jul 2005");
  EXPECT_EQ(id.country, "af");
  EXPECT_EQ(id.issued, "17 Jul. 2000");
  EXPECT_EQ(id.expires, "16 Jul 2005");
  EXPECT_EQ(id.remark, "Afghanistan number. Issued on 17 Jul. 2000. Expires 16 Jul 2005");
}

TEST(UkFields, DocumentDetailsInOtherOrders) {
  EXPECT_EQ(Document("Country: Russia, Issue Date: 29/10/18, Expire Date: 29/10/2028").country,
            "ru");
  EXPECT_EQ(Document("Issuing Country: Uganda. Date of Expiry: 13 June 2021.").expires,
            "13 June 2021");
  EXPECT_EQ(Document("expires 27 August 2018 (Iraq)").country, "iq");
  EXPECT_EQ(Document("issued in Iran (Islamic Republic of)").country, "ir");
  EXPECT_EQ(Document("Issued 29 October 2003 in Guinea-Bissau. Expires 10 March 2013").country,
            "gw");
  EXPECT_EQ(Document("Democratic Republic of the Congo number").country, "cd");
  EXPECT_EQ(Document("Issued in Rawalpindi").country, "");
}

std::string Documents(std::string_view numbers, std::string_view details) {
  std::string text;
  for (const UkDocument& document : SplitUkDocuments(numbers, details)) {
    text += std::string(document.number) + "=" + std::string(document.details) + "|";
  }
  return text;
}

TEST(UkFields, NumbersAndDetailsOfOneCellBelongTogether) {
  EXPECT_EQ(Documents("(1) M 271351 (2) K-348486", "(1) Libyan (2) Malian"),
            "M 271351=Libyan|K-348486=Malian|");
  EXPECT_EQ(Documents("620115920. 530944739", "Russia"), "620115920=Russia|530944739=Russia|");
  EXPECT_EQ(Documents("(1) 4721202031. (2) 836110035", ""), "4721202031=|836110035=|");
  EXPECT_EQ(Documents("-", "lost"), "");
}

TEST(UkFields, UnescapesHtml) {
  EXPECT_EQ(UnescapeHtml("&ldquo;A &amp; B&rdquo; &#8211; &#x41; &nosuch; & R&D;"),
            "“A & B” – A &nosuch; & R&D;");
  EXPECT_EQ(UnescapeHtml("&#xD800;&#1114112;&#;&"), "&#xD800;&#1114112;&#;&");
}

TEST(UkFields, ReadsAShareBehindAName) {
  const auto relations =
      ReadUkRelations("Thrale Holding JSC (51%)\nThrale (Holding); Quill (510%); Sable (nan%)",
                      RelationKind::kOwnedBy, "f");
  ASSERT_EQ(relations.size(), 4U);
  EXPECT_EQ(relations[0].target_name, "Thrale Holding JSC");
  EXPECT_DOUBLE_EQ(relations[0].share_min, 0.51);
  EXPECT_EQ(relations[1].target_name, "Thrale (Holding)");
  EXPECT_EQ(relations[2].target_name, "Quill (510%)");
  EXPECT_EQ(relations[2].share_max, -1);
  EXPECT_EQ(relations[3].share_max, -1);
}

}  // namespace
}  // namespace interdict
