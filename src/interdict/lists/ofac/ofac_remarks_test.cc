#include "interdict/lists/ofac/ofac_remarks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interdict {
namespace {

using Items = std::vector<std::string_view>;

Record Read(std::string_view remarks, Schema schema = Schema::kPerson, bool cut = false) {
  Record record;
  record.schema = schema;
  const OfacRemarksCount count = ReadOfacRemarks(remarks, cut, &record);
  EXPECT_EQ(count.items - count.understood, record.uninterpreted.size());
  return record;
}

TEST(OfacRemarks, ItemsAreSeparatedBySemicolons) {
  EXPECT_EQ(SplitOfacRemarks("DOB 1950; POB Springfield; Gender Male."),
            (Items{"DOB 1950", "POB Springfield", "Gender Male"}));
  EXPECT_EQ(SplitOfacRemarks("nationality possibly Palestinian;arrested 23 Apr 2002."),
            (Items{"nationality possibly Palestinian", "arrested 23 Apr 2002"}));
  EXPECT_TRUE(SplitOfacRemarks("").empty());
  EXPECT_TRUE(SplitOfacRemarks(" ; ;. ").empty());
}

TEST(OfacRemarks, SemicolonInsideQuotedNameOrWebAddressSeparatesNothing) {
  EXPECT_EQ(SplitOfacRemarks("a.k.a. 'ONE; TWO'; DOB 1950."),
            (Items{"a.k.a. 'ONE; TWO'", "DOB 1950"}));
  EXPECT_EQ(SplitOfacRemarks("Website http://example.org/a;b=1; DOB 1950."),
            (Items{"Website http://example.org/a;b=1", "DOB 1950"}));
}

TEST(OfacRemarks, FullStopOfInitialsBelongsToTheName) {
  EXPECT_EQ(SplitOfacRemarks("Linked To: SAMPLE, S.A."), (Items{"Linked To: SAMPLE, S.A."}));
  EXPECT_EQ(SplitOfacRemarks("Linked To: SAMPLE GROUP."), (Items{"Linked To: SAMPLE GROUP"}));
  EXPECT_EQ(SplitOfacRemarks("Website www.example.org."), (Items{"Website www.example.org"}));
}

TEST(OfacRemarks, QuotedAliasesAreWeakAndMayHoldApostrophes) {
  const Record record = Read("DOB 1950; a.k.a. 'SA'ID, Abu'; f.k.a. 'O'NEIL'S SHOP'; a.k.a. '@x'.");
  ASSERT_EQ(record.names.size(), 3U);
  EXPECT_EQ(record.names[0].text, "SA'ID, Abu");
  EXPECT_EQ(record.names[0].kind, NameKind::kWeak);
  EXPECT_EQ(record.names[0].field, "Remarks/a.k.a.");
  ASSERT_EQ(record.names[0].parts.size(), 2U);
  EXPECT_EQ(record.names[0].parts[0].text, "SA'ID");
  EXPECT_EQ(record.names[1].text, "O'NEIL'S SHOP");
  EXPECT_EQ(record.names[1].kind, NameKind::kWeak);
  EXPECT_EQ(record.names[1].remark, "f.k.a.");
  EXPECT_EQ(record.names[2].text, "@x");
  EXPECT_TRUE(record.uninterpreted.empty());
}

TEST(OfacRemarks, AliasWithoutClosingQuoteIsNotUnderstood) {
  const Record record = Read("DOB 1950; a.k.a. 'HALF A NA");
  EXPECT_TRUE(record.names.empty());
  ASSERT_EQ(record.uninterpreted.size(), 1U);
  EXPECT_EQ(record.uninterpreted[0].value, "a.k.a. 'HALF A NA");
  EXPECT_EQ(record.uninterpreted[0].field, "Remarks");
}

TEST(OfacRemarks, DocumentHasCountryAndDates) {
  const Record record = Read(
      "Passport D366 871 (Jordan) issued 23 Jun 1999 expires 05 Feb 2004; Registration Number "
      "HRA 738077 (Stuttgart) (Germany); Passport C234897(0) (Hong Kong).");
  ASSERT_EQ(record.identifiers.size(), 3U);
  EXPECT_EQ(record.identifiers[0].value, "D366 871");
  EXPECT_EQ(record.identifiers[0].country, "jo");
  EXPECT_EQ(record.identifiers[0].issued, "23 Jun 1999");
  EXPECT_EQ(record.identifiers[0].expires, "05 Feb 2004");
  EXPECT_EQ(record.identifiers[1].value, "HRA 738077 (Stuttgart)");
  EXPECT_EQ(record.identifiers[1].country, "de");
  EXPECT_EQ(record.identifiers[2].value, "C234897(0)");
  EXPECT_EQ(record.identifiers[2].country, "hk");
}

TEST(OfacRemarks, DatesOfBirthInEveryShape) {
  const Record record =
      Read("DOB 28 Sep 1955; alt. DOB Sep 1938; alt. DOB 1951 to 1953; alt. DOB circa 1960.");
  ASSERT_EQ(record.dates.size(), 4U);
  EXPECT_EQ(FormatPartialDate(*record.dates[0].date), "1955-09-28");
  EXPECT_EQ(FormatPartialDate(*record.dates[1].date), "1938-09");
  EXPECT_EQ(FormatPartialDate(*record.dates[2].date), "1951/1953");
  EXPECT_EQ(FormatPartialDate(*record.dates[3].date), "~1960");
}

TEST(OfacRemarks, DateThatIsNoneStaysAsWritten) {
  const Record record = Read("DOB unknown; Gender Male.");
  EXPECT_TRUE(record.dates.empty());
  ASSERT_EQ(record.uninterpreted.size(), 1U);
  EXPECT_EQ(record.uninterpreted[0].value, "DOB unknown");
}

TEST(OfacRemarks, LinkBehindAnAddressOfTheWebIsFound) {
  const Record record = Read(
      "For more information on directives, please visit the following link: "
      "http://www.example.org/ukraine.aspx#directives.; (Linked To: SAMPLE BANK).",
      Schema::kOrganization);
  ASSERT_EQ(record.relations.size(), 1U);
  EXPECT_EQ(record.relations[0].kind, RelationKind::kLinkedTo);
  EXPECT_EQ(record.relations[0].target_name, "SAMPLE BANK");
  ASSERT_EQ(record.attributes.size(), 1U);
  EXPECT_EQ(record.attributes[0].value, "http://www.example.org/ukraine.aspx#directives");
}

TEST(OfacRemarks, LastItemOfACutTextIsNotTrusted) {
  const std::string_view text = "Gender Male; alt. Digital Currency Address - XBT 1Gq";
  const Record cut = Read(text, Schema::kPerson, true);
  EXPECT_TRUE(cut.identifiers.empty());
  ASSERT_EQ(cut.uninterpreted.size(), 1U);
  EXPECT_EQ(cut.uninterpreted[0].value, "alt. Digital Currency Address - XBT 1Gq");
  EXPECT_EQ(Read(text).identifiers.size(), 1U);
  EXPECT_EQ(Read("Gender Male; Passport 123;", Schema::kPerson, true).identifiers.size(), 1U);
}

TEST(OfacRemarks, CountsTellWhatIsNotUnderstood) {
  Record record;
  record.schema = Schema::kOrganization;
  const auto count =
      ReadOfacRemarks("juice manufacturer; Website www.example.org.", false, &record);
  EXPECT_EQ(count.items, 2U);
  EXPECT_EQ(count.understood, 1U);
}

TEST(OfacRemarks, HostileTextIsReadInLinearTime) {
  std::string quotes;
  for (int i = 0; i < 200000; ++i) quotes += "a.k.a. 'x;";
  EXPECT_GT(SplitOfacRemarks(quotes).size(), 1000U);
  const std::string url = "http://" + std::string(2000000, ';');
  EXPECT_FALSE(SplitOfacRemarks(url).empty());
}

}  // namespace
}  // namespace interdict
