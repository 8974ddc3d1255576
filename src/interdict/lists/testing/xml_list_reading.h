// For the tests of the readers of one XML document: reading a text or a fixture, and looking at
// what came out.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/lists/format.h"

namespace interdict::testing {

struct XmlListReading {
  Result<ParseReport> report = MakeError(ErrorCode::kNotFound, "not read");
  std::vector<Record> records;

  // The record of that id; a failure and an empty record when there is none.
  const Record& operator[](std::string_view id) const {
    for (const Record& record : records) {
      if (record.id == id) return record;
    }
    static const Record kNone;
    ADD_FAILURE() << "no record " << id;
    return kNone;
  }

  uint64_t Defects(const std::string& code) const {
    const auto found = report->defect_counts.find(code);
    return found == report->defect_counts.end() ? 0 : found->second;
  }
  uint64_t Count(const std::string& what) const {
    const auto found = report->counts.find(what);
    return found == report->counts.end() ? 0 : found->second;
  }
};

inline XmlListReading ReadXmlList(const Format& format, std::string_view bytes,
                                  std::string_view source = "test_list") {
  XmlListReading reading;
  const InputFile file{"list.xml", bytes};
  ReadOptions options;
  options.source = std::string(source);
  reading.report = format.Read({&file, 1}, options, [&](Record&& record) -> Status {
    reading.records.push_back(std::move(record));
    return Ok{};
  });
  if (reading.report.ok()) {
    EXPECT_TRUE(reading.report->Reconciles());
    EXPECT_EQ(reading.report->records_out, reading.records.size());
  }
  return reading;
}

inline XmlListReading ReadXmlFixture(const Format& format, const std::string& path) {
  const auto file = MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/" + path);
  EXPECT_TRUE(file.ok()) << path;
  if (!file.ok()) return {};
  EXPECT_TRUE(format.Recognises({"list.xml", file->bytes()}));
  XmlListReading reading = ReadXmlList(format, file->bytes());
  EXPECT_TRUE(reading.report.ok()) << (reading.report.ok() ? "" : reading.report.error().Text());
  return reading;
}

// "primary=..." of every name.
inline std::vector<std::string> NamesOf(const Record& record) {
  std::vector<std::string> names;
  for (const Name& name : record.names) {
    names.push_back(std::string(NameKindName(name.kind)) + "=" + name.text);
  }
  return names;
}

// "text -> 1958-09" of every date; "-" for one that was not read.
inline std::vector<std::string> DatesOf(const Record& record) {
  std::vector<std::string> dates;
  for (const DateFact& date : record.dates) {
    dates.push_back(date.text + " -> " + (date.date ? FormatPartialDate(*date.date) : "-"));
  }
  return dates;
}

// "passport AA 123456 gw" of every identifier.
inline std::vector<std::string> IdentifiersOf(const Record& record) {
  std::vector<std::string> ids;
  for (const Identifier& id : record.identifiers) {
    ids.push_back(std::string(IdSchemeName(id.scheme)) + " " + id.value +
                  (id.country.empty() ? "" : " " + id.country));
  }
  return ids;
}

// Values of the attributes of that kind.
inline std::vector<std::string> AttributesOf(const Record& record, AttributeKind kind) {
  std::vector<std::string> values;
  for (const Attribute& attribute : record.attributes) {
    if (attribute.kind == kind) values.push_back(attribute.value);
  }
  return values;
}

}  // namespace interdict::testing
