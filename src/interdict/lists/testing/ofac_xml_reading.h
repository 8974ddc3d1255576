// For tests of the readers of OFAC's XML exports: a fixture's bytes, a reading's outcome, and the
// facts that all exports of one list must agree on.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/base/strings.h"
#include "interdict/lists/format.h"

namespace interdict::testing {

struct OfacXmlReading {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;

  const Record& Get(std::string_view id) const {
    static const Record kNone;
    for (const Record& record : records) {
      if (record.id == id) return record;
    }
    ADD_FAILURE() << "no record " << id;
    return kNone;
  }
};

inline OfacXmlReading ReadOfacXml(const Format& format, std::string_view bytes,
                                  std::string_view source = "us_ofac_sdn") {
  OfacXmlReading reading;
  const InputFile file{"list.xml", bytes};
  ReadOptions options;
  options.source = std::string(source);
  reading.report = format.Read({&file, 1}, options, [&](Record&& record) -> Status {
    reading.records.push_back(std::move(record));
    return Ok{};
  });
  return reading;
}

inline std::string OfacXmlFixture(std::string_view name) {
  const auto file = MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) +
                                     "/tests/fixtures/ofac_xml/" + std::string(name));
  EXPECT_TRUE(file.ok()) << name;
  return file.ok() ? std::string(file->bytes()) : std::string();
}

// The text with the first `from` replaced; the test fails when it is not there.
inline std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

using Facts = std::multiset<std::string>;

// Names in Latin letters: kind and text, in capitals, because the Advanced XML alone keeps the
// case.
inline Facts LatinNames(const Record& record) {
  Facts facts;
  for (const Name& name : record.names) {
    if (!name.script.empty() && name.script != "Latn") continue;
    facts.insert(std::string(NameKindName(name.kind)) + " " + AsciiUpper(name.text));
  }
  return facts;
}

inline Facts Identifiers(const Record& record) {
  Facts facts;
  for (const Identifier& id : record.identifiers) {
    facts.insert(std::string(IdSchemeName(id.scheme)) + " " + id.value + " " + id.country + " " +
                 id.issued + " " + id.expires);
  }
  return facts;
}

inline Facts Dates(const Record& record) {
  Facts facts;
  for (const DateFact& fact : record.dates) {
    facts.insert(std::string(DateKindName(fact.kind)) + " " + fact.text + " " +
                 (fact.date ? FormatPartialDate(*fact.date) : "?"));
  }
  return facts;
}

inline Facts Countries(const Record& record) {
  Facts facts;
  for (const CountryFact& fact : record.countries) {
    facts.insert(std::string(CountryKindName(fact.kind)) + " " + fact.code + " " + fact.text);
  }
  return facts;
}

// Attributes but the remarks as a whole, from which only the standard XML does not take the links
// out.
inline Facts Attributes(const Record& record) {
  Facts facts;
  for (const Attribute& attribute : record.attributes) {
    if (attribute.kind == AttributeKind::kRemark) continue;
    facts.insert(std::string(AttributeKindName(attribute.kind)) + " " + attribute.value);
  }
  return facts;
}

// Addresses and places in Latin letters.
inline Facts LatinAddresses(const Record& record) {
  Facts facts;
  for (const Address& address : record.addresses) {
    if (address.remark.empty()) facts.insert(address.full + " " + address.country);
  }
  return facts;
}

inline std::set<std::string> Programs(const Record& record) {
  std::set<std::string> programs;
  for (const Designation& designation : record.designations) programs.insert(designation.program);
  return programs;
}

// That two exports of the same issue of a list agree on everything that both can say.
inline void ExpectSameParties(const std::vector<Record>& a, const std::vector<Record>& b) {
  std::map<std::string_view, const Record*> other;
  for (const Record& record : b) other[record.id] = &record;
  ASSERT_EQ(a.size(), other.size());
  for (const Record& left : a) {
    SCOPED_TRACE(left.Key());
    ASSERT_TRUE(other.contains(left.id));
    const Record& right = *other.at(left.id);
    EXPECT_EQ(left.schema, right.schema);
    EXPECT_EQ(AsciiUpper(left.Caption()), AsciiUpper(right.Caption()));
    EXPECT_EQ(LatinNames(left), LatinNames(right));
    EXPECT_EQ(Programs(left), Programs(right));
    EXPECT_EQ(Identifiers(left), Identifiers(right));
    EXPECT_EQ(Dates(left), Dates(right));
    EXPECT_EQ(Countries(left), Countries(right));
    EXPECT_EQ(Attributes(left), Attributes(right));
    EXPECT_EQ(LatinAddresses(left), LatinAddresses(right));
  }
}

}  // namespace interdict::testing
