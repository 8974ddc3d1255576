#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

constexpr const char* kSample = "lists/ch_seco_sanctions/2024-01-17_sample/consolidated-list.xml";

TEST(RealSecoXml, TheSampleIsAnAmendmentAndRefusedAsSuch) {
  const auto file = MappedFile::Open(DataPath(kSample));
  ASSERT_TRUE(file.ok());
  const InputFile input{"consolidated-list.xml", file->bytes()};
  const auto format = RecogniseFormat({&input, 1});
  ASSERT_TRUE(format.ok());
  EXPECT_EQ((*format)->name(), "seco_xml");
  const auto report = (*format)->Read({&input, 1}, {}, [](Record&&) -> Status { return Ok{}; });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kWrongDocument);
  EXPECT_NE(report.error().message.find("\"amendment\""), std::string::npos);
}

TEST(RealSecoXml, AsAWholeListTheSampleIsReadWithoutAnythingLeft) {
  const auto file = MappedFile::Open(DataPath(kSample));
  ASSERT_TRUE(file.ok());
  std::string whole(file->bytes());
  const size_t at = whole.find("amendment");
  ASSERT_NE(at, std::string::npos);
  whole.replace(at, 9, "whole-list");
  const InputFile input{"consolidated-list.xml", whole};
  std::vector<Record> records;
  const auto report =
      (*RecogniseFormat({&input, 1}))->Read({&input, 1}, {}, [&](Record&& r) -> Status {
        records.push_back(std::move(r));
        return Ok{};
      });
  ASSERT_TRUE(report.ok()) << report.error().Text();
  EXPECT_EQ(report->records_out, 3u);
  EXPECT_EQ(FormatIsoDate(*report->published), "2024-01-17");
  EXPECT_TRUE(report->unknown_fields.empty());
  EXPECT_TRUE(report->defects.empty());
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[2].id, "64393");
  EXPECT_EQ(records[2].designations.size(), 2u);
  EXPECT_EQ(records[0].designations[0].list, "Financial measures, annex 2");
}

}  // namespace
}  // namespace interdict::real
