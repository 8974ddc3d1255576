#include "interdict/lists/un/un_document.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

// The identifier that the elements give, "scheme value country | remark", or the note.
std::string Read(const std::string& elements) {
  Record record;
  XmlCallbacks callbacks;
  bool filled = false;
  callbacks.record = [&](const XmlElement& element) -> Status {
    filled = AddUnDocument(element, &record);
    return Ok{};
  };
  EXPECT_TRUE(StreamXml("<INDIVIDUAL_DOCUMENT>" + elements + "</INDIVIDUAL_DOCUMENT>",
                        {"INDIVIDUAL_DOCUMENT"}, callbacks)
                  .ok());
  if (!filled) return "empty";
  if (record.identifiers.empty()) return "note: " + record.attributes.at(0).value;
  const Identifier& id = record.identifiers.at(0);
  return std::string(IdSchemeName(id.scheme)) + " " + id.value + " " + id.country + "|" + id.remark;
}

std::string Passport(const std::string& number) {
  return Read("<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>" + number + "</NUMBER>");
}

std::string National(const std::string& finer, const std::string& number,
                     const std::string& note = "") {
  return Read(
      "<TYPE_OF_DOCUMENT>National Identification\n   Number</TYPE_OF_DOCUMENT>"
      "<TYPE_OF_DOCUMENT2>" +
      finer + "</TYPE_OF_DOCUMENT2><NUMBER>" + number + "</NUMBER><NOTE>" + note + "</NOTE>");
}

TEST(UnDocument, ANumberWithoutWordsStandsAsItIs) {
  EXPECT_EQ(Passport("AA 123456"), "passport AA 123456 |");
  EXPECT_EQ(Passport("A/C-00123"), "passport A/C-00123 |");
  EXPECT_EQ(Read("<TYPE_OF_DOCUMENT>Número de pasaporte</TYPE_OF_DOCUMENT><NUMBER>1</NUMBER>"),
            "passport 1 |");
}

TEST(UnDocument, TheNumberIsCutOutOfItsWordsWhichStayInTheRemark) {
  EXPECT_EQ(Passport("CAR diplomatic passport no. D00000898"),
            "passport D00000898 |CAR diplomatic passport no. D00000898");
  EXPECT_EQ(Passport("381110042 (Expired 25 Jan. 2016)"),
            "passport 381110042 |381110042 (Expired 25 Jan. 2016)");
  EXPECT_EQ(Passport("R00012098, South Sudan"), "passport R00012098 |R00012098, South Sudan");
  EXPECT_EQ(Passport("Afghan passport number SE 012820"),
            "passport SE 012820 |Afghan passport number SE 012820");
  EXPECT_EQ(Passport("Laissez-passer no. N°235/MISPAT"),
            "passport 235/MISPAT |Laissez-passer no. N°235/MISPAT");
  EXPECT_EQ(Passport("Russian passport number 8208 No. 555627"),
            "passport 8208 555627 |Russian passport number 8208 No. 555627");
  EXPECT_EQ(Passport("German travel document (“Reiseausweis”) A 0139243"),
            "passport A 0139243 |German travel document (“Reiseausweis”) A 0139243");
}

TEST(UnDocument, TheMostExactWordsTellTheKind) {
  EXPECT_EQ(National("", "12345"), "national_id 12345 |");
  EXPECT_EQ(National("national passport", "12345"), "passport 12345 |national passport");
  EXPECT_EQ(National("Birth certificate", "B1"), "birth_certificate B1 |Birth certificate");
  EXPECT_EQ(National("Something unheard of", "B1"), "national_id B1 |Something unheard of");
  EXPECT_EQ(National("", "Social Security Number 423-31-3021 (US)"),
            "ssn 423-31-3021 |Social Security Number 423-31-3021 (US)");
  EXPECT_EQ(National("", "SSDSBN68B10Z352F", "Italian Fiscal Code"),
            "tax_id SSDSBN68B10Z352F it|Italian Fiscal Code");
}

TEST(UnDocument, WithoutNumberItIsLookedForInTheOtherElements) {
  EXPECT_EQ(National("Afghan national identification card (tazkira) number 545167", ""),
            "national_id 545167 af|Afghan national identification card (tazkira) number 545167");
  EXPECT_EQ(National("", "", "Tunisian passport number L 191609 issued on 28 Feb. 1996"),
            "passport L 191609 |Tunisian passport number L 191609 issued on 28 Feb. 1996");
  EXPECT_EQ(National("", "", "04643632 issued on 18 Jun. 1999"),
            "national_id 04643632 |04643632 issued on 18 Jun. 1999");
  EXPECT_EQ(National("", "", "Moroccan national identity card DE- 473900"),
            "national_id DE- 473900 |Moroccan national identity card DE- 473900");
}

TEST(UnDocument, DatesAndNamesAreNoNumbers) {
  EXPECT_EQ(National("Birth certificate", "", "issued for D. M., born on 25 Sep. 1973"),
            "note: National Identification Number; Birth certificate; issued for D. M., born on 25 "
            "Sep. 1973");
  EXPECT_EQ(National("", "", "issued in 1993, under name M. J."),
            "note: National Identification Number; issued in 1993, under name M. J.");
}

TEST(UnDocument, TheIssuingCountryStandsInEitherElement) {
  const std::string number = "<NUMBER>AA 1</NUMBER><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>";
  EXPECT_EQ(Read(number + "<ISSUING_COUNTRY>Tunisia</ISSUING_COUNTRY>"), "passport AA 1 tn|");
  EXPECT_EQ(Read(number + "<COUNTRY_OF_ISSUE>Tunisia</COUNTRY_OF_ISSUE>"),
            "passport AA 1 tn|issued in Tunisia");
  EXPECT_EQ(Read(number + "<ISSUING_COUNTRY>Tunisia</ISSUING_COUNTRY><COUNTRY_OF_ISSUE>Italy"
                          "</COUNTRY_OF_ISSUE><CITY_OF_ISSUE>Milan</CITY_OF_ISSUE>"),
            "passport AA 1 tn|issued in Milan, Italy");
}

TEST(UnDocument, ThePlaceOfIssueIsNoCountryWhenTheWordsNameAnother) {
  EXPECT_EQ(Read("<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>Russian foreign passport "
                 "number 514448632</NUMBER><COUNTRY_OF_ISSUE>Egypt</COUNTRY_OF_ISSUE>"),
            "passport 514448632 |Russian foreign passport number 514448632; issued in Egypt");
}

TEST(UnDocument, AShellWithoutContentIsEmpty) {
  EXPECT_EQ(Read(""), "empty");
  EXPECT_EQ(Read("<NUMBER> </NUMBER><NOTE/>"), "empty");
}

}  // namespace
}  // namespace interdict
