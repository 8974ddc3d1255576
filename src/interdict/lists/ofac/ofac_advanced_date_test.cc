#include "interdict/lists/ofac/ofac_advanced_date.h"

#include <gtest/gtest.h>

#include <string>

namespace interdict {
namespace {

// What `read` makes of the root element of an XML text.
template <typename Read>
std::string Of(const std::string& xml, const Read& read) {
  std::optional<PartialDate> date;
  XmlCallbacks callbacks;
  callbacks.record = [&](const XmlElement& element) -> Status {
    date = read(element);
    return Ok{};
  };
  EXPECT_TRUE(StreamXml(xml, {"D"}, callbacks).ok()) << xml;
  return date ? FormatPartialDate(*date) : "none";
}

std::string Date(const std::string& inner) {
  return Of("<D>" + inner + "</D>", [](const XmlElement& e) { return ReadAdvancedDate(&e); });
}

std::string Period(const std::string& inner) {
  return Of("<D>" + inner + "</D>", [](const XmlElement& e) { return ReadAdvancedPeriod(e); });
}

std::string Corner(const std::string& name, int year, int month, int day) {
  return "<" + name + "><Year>" + std::to_string(year) + "</Year><Month>" + std::to_string(month) +
         "</Month><Day>" + std::to_string(day) + "</Day></" + name + ">";
}

TEST(OfacAdvancedDate, ReadsAsMuchOfADateAsThereIs) {
  EXPECT_EQ(Date("<Year>1962</Year><Month>2</Month><Day>12</Day>"), "1962-02-12");
  EXPECT_EQ(Date("<Year>1962</Year><Month>2</Month>"), "1962-02");
  EXPECT_EQ(Date("<Year>1962</Year><Month>0</Month><Day>0</Day>"), "1962");
  EXPECT_EQ(Date("<Year>1962</Year><Month>2</Month><Day>30</Day>"), "none");
  EXPECT_EQ(Date("<Year>x1962</Year>"), "none");
  EXPECT_EQ(Date("<Year>99999999999999</Year>"), "none");
  EXPECT_EQ(Date(""), "none");
  EXPECT_FALSE(ReadAdvancedDate(nullptr).has_value());
}

TEST(OfacAdvancedDate, ReadsAPeriodFromItsOuterCorners) {
  EXPECT_EQ(
      Period("<Start>" + Corner("From", 1951, 1, 1) + Corner("To", 1951, 12, 31) + "</Start><End>" +
             Corner("From", 1953, 1, 1) + Corner("To", 1953, 12, 31) + "</End>"),
      "1951/1953");
  EXPECT_EQ(Period("<Start Approximate=\"true\">" + Corner("From", 1951, 1, 1) + "</Start><End>" +
                   Corner("To", 1951, 12, 31) + "</End>"),
            "~1951");
}

TEST(OfacAdvancedDate, APeriodWithoutEndIsItsStart) {
  EXPECT_EQ(Period("<Start>" + Corner("From", 2010, 1, 28) + "</Start>"), "2010-01-28");
}

TEST(OfacAdvancedDate, CornersInTheWrongOrderAreNoPeriod) {
  EXPECT_EQ(Period("<Start>" + Corner("From", 1953, 1, 1) + "</Start><End>" +
                   Corner("To", 1951, 1, 1) + "</End>"),
            "none");
  EXPECT_EQ(Period("<Start/><End/>"), "none");
  EXPECT_EQ(Period(""), "none");
}

}  // namespace
}  // namespace interdict
