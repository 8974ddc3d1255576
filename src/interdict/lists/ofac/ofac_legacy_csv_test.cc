#include "interdict/lists/ofac/ofac_legacy_csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interdict {
namespace {

// All parties are invented.
constexpr std::string_view kSdn =
    "100,\"DOE ROE, John\",\"individual\",\"SDNTK] [VENEZUELA\",\"Minister; Colonel\",-0- ,-0- "
    ",-0- ,"
    "-0- ,-0- ,-0- ,\"DOB 28 Sep 1955; Passport A12 (Iran); a.k.a. 'JD'; Linked To: SAMPLE, "
    "S.A.\"\r\n"
    "200,\"SAMPLE, S.A.\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    "300,\"SAMPLE STAR\",\"vessel\",\"IRAN\",-0- ,\"T2EU4\",\"Crude Oil Tanker\",\"318,000\","
    "\"163,660\",\"Iran\",\"SAMPLE OWNER\",\"Vessel Registration Identification IMO 9187629.\"\r\n"
    "400,\"EP-XYZ\",\"aircraft\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
    "\"Linked To: TWIN; Aircraft Model A340.\"\r\n"
    "500,\"TWIN\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    "501,\"TWIN\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1A";
constexpr std::string_view kAlt =
    "100,11,\"aka\",\"DO, Johnny\",-0- \r\n"
    "200,12,\"fka\",\"OLD SAMPLE\",-0- \r\n"
    "200,13,\"nka\",\"NEW SAMPLE\",\"since 2020\"\r\n\x1A";
constexpr std::string_view kAdd =
    "100,21,-0- ,-0- ,-0- ,-0- \r\n"
    "200,22,\"1 Main Street\",\"Dearborn, MI 48126\",\"United States\",\"office\"\r\n"
    "300,23,-0- ,-0- ,\"undetermined\",-0- \r\n"
    "400,24,-0- ,-0- ,\"Iran\",-0- \r\n"
    "500,25,-0- ,-0- ,-0- ,-0- \r\n"
    "501,26,-0- ,-0- ,-0- ,-0- \r\n\x1A";
constexpr std::string_view kComments = "500,\"Gender Male.\"\r\n";

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;

  const Record& Find(std::string_view id) const {
    static const Record kNone;
    for (const Record& record : records) {
      if (record.id == id) return record;
    }
    ADD_FAILURE() << "no record " << id;
    return kNone;
  }
  uint64_t Defects(const std::string& code) const {
    const auto found = report->defect_counts.find(code);
    return found == report->defect_counts.end() ? 0 : found->second;
  }
};

Outcome Read(const std::vector<InputFile>& files, std::string source = "us_ofac_sdn") {
  Outcome outcome;
  ReadOptions options;
  options.source = std::move(source);
  outcome.report = OfacLegacyCsvFormat().Read(files, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  if (outcome.report.ok()) {
    EXPECT_TRUE(outcome.report->Reconciles());
    EXPECT_EQ(outcome.report->records_out, outcome.records.size());
  }
  return outcome;
}

Outcome ReadSdn(std::string_view sdn) {
  return Read({{"sdn.csv", sdn}});
}

ErrorCode CodeOf(const Outcome& outcome) {
  EXPECT_FALSE(outcome.report.ok());
  return outcome.report.ok() ? ErrorCode::kUnknownFormat : outcome.report.error().code;
}

// A row of sdn.csv without line end.
std::string Row(std::string_view id, std::string_view name, std::string_view remarks = "-0- ") {
  return std::string(id) + ",\"" + std::string(name) +
         "\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ," + std::string(remarks);
}

TEST(OfacLegacyCsv, PartsAreJoinedByNumber) {
  const Outcome outcome = Read(
      {{"sdn.csv", kSdn}, {"alt.csv", kAlt}, {"add.csv", kAdd}, {"sdn_comments.csv", kComments}});
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_EQ(outcome.report->format, "ofac_legacy_csv");
  EXPECT_EQ(outcome.report->records_in, 6U);
  EXPECT_EQ(outcome.report->rows_in, 6U + 3U + 6U + 1U);
  EXPECT_EQ(outcome.report->rows_used, 16U);
  EXPECT_FALSE(outcome.report->partial);
  EXPECT_EQ(outcome.report->counts.at("alias_rows"), 3U);
  EXPECT_EQ(outcome.report->counts.at("address_rows"), 6U);
  EXPECT_EQ(outcome.report->counts.at("addresses"), 2U);
  EXPECT_TRUE(outcome.report->defects.empty());
}

TEST(OfacLegacyCsv, IndividualWithAliasesTitlesAndRemarks) {
  const Outcome outcome = Read({{"sdn.csv", kSdn}, {"alt.csv", kAlt}});
  const Record& record = outcome.Find("100");
  EXPECT_EQ(record.source, "us_ofac_sdn");
  EXPECT_EQ(record.schema, Schema::kPerson);
  ASSERT_EQ(record.names.size(), 3U);
  EXPECT_EQ(record.names[0].text, "DOE ROE, John");
  EXPECT_EQ(record.names[0].kind, NameKind::kPrimary);
  EXPECT_EQ(record.names[0].field, "sdn.csv/SDN_Name");
  ASSERT_EQ(record.names[0].parts.size(), 2U);
  EXPECT_EQ(record.names[0].parts[0], (NamePart{NamePartKind::kFamily, "DOE ROE"}));
  EXPECT_EQ(record.names[1].text, "DO, Johnny");
  EXPECT_EQ(record.names[1].kind, NameKind::kStrong);
  EXPECT_EQ(record.names[1].field, "alt.csv/alt_name");
  EXPECT_EQ(record.names[2].text, "JD");
  EXPECT_EQ(record.names[2].kind, NameKind::kWeak);
  ASSERT_EQ(record.designations.size(), 2U);
  EXPECT_EQ(record.designations[1].program, "VENEZUELA");
  EXPECT_EQ(record.designations[1].list, "SDN List");
  EXPECT_EQ(record.designations[1].authority, "OFAC");
  ASSERT_EQ(record.attributes.size(), 3U);
  EXPECT_EQ(record.attributes[0].value, "Minister");
  EXPECT_EQ(record.attributes[1].value, "Colonel");
  EXPECT_EQ(record.attributes[2].kind, AttributeKind::kRemark);
  EXPECT_EQ(record.attributes[2].field, "sdn.csv/Remarks");
  EXPECT_TRUE(record.attributes[2].value.starts_with("DOB 28 Sep 1955; Passport"));
}

TEST(OfacLegacyCsv, LinkKeepsTheNameThatThePublisherWrote) {
  const Outcome outcome = ReadSdn(kSdn);
  ASSERT_EQ(outcome.Find("100").relations.size(), 1U);
  EXPECT_EQ(outcome.Find("100").relations[0].target_name, "SAMPLE, S.A.");
  EXPECT_EQ(outcome.Find("100").relations[0].target_id, "");
}

TEST(OfacLegacyCsv, EntityWithFormerAndNewNameAndAddress) {
  const Outcome outcome = Read({{"sdn.csv", kSdn}, {"alt.csv", kAlt}, {"add.csv", kAdd}});
  const Record& record = outcome.Find("200");
  EXPECT_EQ(record.schema, Schema::kOrganization);
  ASSERT_EQ(record.names.size(), 3U);
  EXPECT_TRUE(record.names[0].parts.empty());
  EXPECT_EQ(record.names[1].kind, NameKind::kFormer);
  EXPECT_EQ(record.names[2].kind, NameKind::kStrong);
  EXPECT_EQ(record.names[2].remark, "nka; since 2020");
  ASSERT_EQ(record.addresses.size(), 1U);
  const Address& address = record.addresses[0];
  EXPECT_EQ(address.full, "1 Main Street, Dearborn, MI 48126, United States");
  EXPECT_EQ(address.street, "1 Main Street");
  EXPECT_EQ(address.city, "Dearborn");
  EXPECT_EQ(address.region, "MI");
  EXPECT_EQ(address.postal_code, "48126");
  EXPECT_EQ(address.country, "us");
  EXPECT_EQ(address.remark, "office");
  EXPECT_EQ(address.field, "add.csv/Address");
}

TEST(OfacLegacyCsv, VesselColumns) {
  const Outcome sdn = ReadSdn(kSdn);
  const Record& record = sdn.Find("300");
  EXPECT_EQ(record.schema, Schema::kVessel);
  ASSERT_EQ(record.identifiers.size(), 2U);
  EXPECT_EQ(record.identifiers[0].scheme, IdScheme::kCallSign);
  EXPECT_EQ(record.identifiers[0].field, "sdn.csv/Call_Sign");
  EXPECT_EQ(record.identifiers[1].scheme, IdScheme::kImo);
  ASSERT_EQ(record.countries.size(), 1U);
  EXPECT_EQ(record.countries[0].kind, CountryKind::kFlag);
  EXPECT_EQ(record.countries[0].code, "ir");
  ASSERT_EQ(record.attributes.size(), 5U);
  EXPECT_EQ(record.attributes[0].kind, AttributeKind::kVesselType);
  EXPECT_EQ(record.attributes[1].kind, AttributeKind::kTonnage);
  EXPECT_EQ(record.attributes[1].value, "318,000");
  EXPECT_EQ(record.attributes[2].kind, AttributeKind::kGrossTonnage);
  EXPECT_EQ(record.attributes[3].kind, AttributeKind::kVesselOwner);
}

TEST(OfacLegacyCsv, NameOfAnAircraftIsItsRegistration) {
  const Outcome sdn = ReadSdn(kSdn);
  const Record& record = sdn.Find("400");
  EXPECT_EQ(record.schema, Schema::kAirplane);
  ASSERT_EQ(record.identifiers.size(), 1U);
  EXPECT_EQ(record.identifiers[0].scheme, IdScheme::kTailNumber);
  EXPECT_EQ(record.identifiers[0].value, "EP-XYZ");
  const Outcome outcome =
      ReadSdn("7,\"MSN 550\",\"aircraft\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
  EXPECT_EQ(outcome.Find("7").identifiers[0].scheme, IdScheme::kMsn);
  EXPECT_EQ(outcome.Find("7").identifiers[0].value, "550");
}

TEST(OfacLegacyCsv, CommentsContinueRemarksWithNothingBetween) {
  const std::string sdn = Row("1", "A", "\"Gender Male; Tax ID No. 12\"") + "\n" +
                          Row("2", "B",
                              "\"Gender Male; Transactions Prohibited For Persons Owned or "
                              "Controlled By U.S. \"") +
                          "\n";
  const Outcome outcome =
      Read({{"sdn.csv", sdn},
            {"c.csv",
             "1,\"34 (Serbia); a.k.a. 'X'.\"\n2,\"Financial Institutions: section 510.214.\"\n"}});
  ASSERT_TRUE(outcome.report.ok());
  const Record& first = outcome.Find("1");
  ASSERT_EQ(first.identifiers.size(), 1U);
  EXPECT_EQ(first.identifiers[0].value, "1234");
  EXPECT_EQ(first.names[1].text, "X");
  EXPECT_TRUE(outcome.Find("2").uninterpreted.empty());
}

TEST(OfacLegacyCsv, CutRemarksWithoutContinuationAreADefect) {
  const std::string filler = "\"Gender Male; " + std::string(972, 'x') + "; Passport 12345";
  const Outcome outcome = ReadSdn(Row("1", "A", filler + "\"") + "\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.Defects("remark_cut"), 1U);
  EXPECT_TRUE(outcome.Find("1").identifiers.empty());
  EXPECT_EQ(outcome.Find("1").uninterpreted.back().value, "Passport 12345");
}

TEST(OfacLegacyCsv, SdnAloneIsAPartialList) {
  const Outcome outcome = ReadSdn(kSdn);
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_TRUE(outcome.report->partial);
  EXPECT_EQ(outcome.report->missing_parts,
            (std::vector<std::string>{"alt.csv", "add.csv", "sdn_comments.csv"}));
}

TEST(OfacLegacyCsv, PartsAreToldByContentInAnyOrderUnderAnyName) {
  const Outcome outcome = Read({{"c", kComments}, {"x", kAdd}, {"y", kAlt}, {"z", kSdn}});
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_EQ(outcome.records.size(), 6U);
  EXPECT_EQ(CodeOf(Read({{"alt.csv", kAlt}})), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf(Read({{"a.csv", kSdn}, {"b.csv", kSdn}})), ErrorCode::kMismatchedParts);
}

TEST(OfacLegacyCsv, ConsolidatedListNamesItsLists) {
  const std::string row =
      "1,\"SAMPLE BANK\",-0- ,\"UKRAINE-EO13662\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
  const Outcome outcome = Read({{"cons_prim.csv", row}}, "us_ofac_cons");
  EXPECT_EQ(outcome.Find("1").designations[0].list, "Sectoral Sanctions Identifications List");
  EXPECT_EQ(outcome.Find("1").names[0].field, "sdn.csv/SDN_Name");
}

TEST(OfacLegacyCsv, PipVariantWithAndWithoutQuotes) {
  const std::string quoted =
      "1|\"DOE, \"\"Jo\"\"\"|\"individual\"|\"CUBA\"|-0- |-0- |-0- |-0- |-0- |-0- |-0- |\"DOB "
      "1950.\"\r\n";
  const std::string bare =
      "1|DOE \"Jo\", x|individual|CUBA|-0- |-0- |-0- |-0- |-0- |-0- |-0- |DOB 1950.\r\n";
  const Outcome first = Read({{"sdn.pip", quoted}, {"add.pip", "1|2|-0- |-0- |\"Cuba\"|-0- \r\n"}});
  ASSERT_TRUE(first.report.ok()) << first.report.error().Text();
  EXPECT_EQ(first.Find("1").names[0].text, "DOE, \"Jo\"");
  EXPECT_EQ(first.Find("1").addresses[0].country, "cu");
  const Outcome second = ReadSdn(bare);
  ASSERT_TRUE(second.report.ok()) << second.report.error().Text();
  EXPECT_EQ(second.Find("1").names[0].text, "DOE \"Jo\", x");
  EXPECT_EQ(second.Find("1").dates.size(), 1U);
}

TEST(OfacLegacyCsv, EndOfFileInEveryPublishedForm) {
  for (std::string_view end : {"", "\n", "\r\n", "\r\n\x1A", "\x1A"}) {
    const Outcome outcome = ReadSdn(Row("1", "A") + "\n" + Row("2", "B", "-0-") + std::string(end));
    ASSERT_TRUE(outcome.report.ok());
    EXPECT_EQ(outcome.records.size(), 2U);
    EXPECT_TRUE(outcome.report->defects.empty());
  }
}

TEST(OfacLegacyCsv, TruncatedFilesAreRefused) {
  const std::string whole = Row("1", "A") + "\n" + Row("2", "B", "\"DOB 1950.\"") + "\n";
  for (size_t cut : {2U, 20U, 40U, 60U}) {
    const Outcome outcome = ReadSdn(whole.substr(0, whole.size() - cut));
    const bool inside_null = outcome.report.ok();
    EXPECT_FALSE(inside_null) << cut;
    if (outcome.report.ok()) continue;
    EXPECT_EQ(outcome.report.error().code, ErrorCode::kTruncated) << cut;
    EXPECT_EQ(outcome.report.error().where.line, 2U);
    EXPECT_EQ(outcome.report.error().where.file, "sdn.csv");
    EXPECT_TRUE(outcome.records.empty());
  }
}

TEST(OfacLegacyCsv, FileCutInsideItsLastNullLosesNothingButSaysSo) {
  const Outcome outcome =
      Read({{"sdn.csv", kSdn}, {"alt.csv", "100,11,\"aka\",\"DO, Johnny\",-0"}});
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.Defects("cut_null"), 1U);
  EXPECT_EQ(outcome.Find("100").names[1].remark, "");
}

TEST(OfacLegacyCsv, OneNumberInTwoDifferentRowsIsRefused) {
  const Outcome outcome =
      ReadSdn(Row("1", "FIRST") + "\n" + Row("2", "B") + "\n" + Row("1", "SECOND") + "\n");
  ASSERT_EQ(CodeOf(outcome), ErrorCode::kDuplicateRecord);
  const std::string text = outcome.report.error().Text();
  EXPECT_NE(text.find("FIRST"), std::string::npos);
  EXPECT_NE(text.find("SECOND"), std::string::npos);
  EXPECT_NE(text.find("line 1"), std::string::npos);
  EXPECT_EQ(outcome.report.error().where.line, 3U);
  EXPECT_TRUE(outcome.records.empty());
}

TEST(OfacLegacyCsv, RepeatedEqualRowIsADefect) {
  const Outcome outcome =
      ReadSdn(Row("1", "A") + "\n" + Row("2", "B") + "\n" + Row("1", "A") + "\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(outcome.Defects("duplicate_row"), 1U);
}

TEST(OfacLegacyCsv, RowWithWrongColumnsIsRejectedByName) {
  const Outcome outcome =
      ReadSdn(Row("1", "A") + "\n2,\"B\",-0- \n" + Row("x", "C") + "\n" + Row("4", "") + "\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.report->records_in, 4U);
  EXPECT_EQ(outcome.records.size(), 1U);
  ASSERT_EQ(outcome.report->rejects.size(), 3U);
  EXPECT_EQ(outcome.report->rejects[0].record, "2");
  EXPECT_EQ(outcome.report->rejects[0].line, 2U);
  EXPECT_EQ(outcome.report->rejects[0].reason, "3 columns, expected 12");
}

TEST(OfacLegacyCsv, SideRowsWithoutPartyAreDefectsWhileFew) {
  const Outcome outcome = Read({{"sdn.csv", kSdn},
                                {"alt.csv", "999,11,\"aka\",\"NOBODY\",-0- \n"},
                                {"sdn_comments.csv", "998,\"Gender Male.\"\n"}});
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.Defects("orphan_row"), 1U);
  EXPECT_EQ(outcome.Defects("orphan_comment"), 1U);
  EXPECT_EQ(outcome.report->rows_in, 8U);
  EXPECT_EQ(outcome.report->rows_used, 6U);
}

TEST(OfacLegacyCsv, FilesOfTwoIssuesAreRefused) {
  const std::string strangers =
      "901,1,-0- ,-0- ,-0- ,-0- \n902,2,-0- ,-0- ,-0- ,-0- \n903,3,-0- ,-0- ,-0- ,-0- \n";
  EXPECT_EQ(CodeOf(Read({{"sdn.csv", kSdn},
                         {"add.csv", std::string(kAdd.substr(0, kAdd.size() - 1)) + strangers}})),
            ErrorCode::kMismatchedParts);
  const std::string missing = "100,1,-0- ,-0- ,-0- ,-0- \n";
  EXPECT_EQ(CodeOf(Read({{"sdn.csv", kSdn}, {"add.csv", missing}})), ErrorCode::kMismatchedParts);
}

TEST(OfacLegacyCsv, Latin1BytesBecomeUtf8WithADefect) {
  const Outcome outcome = Read({{"sdn.csv", Row("1", "P\xC9REZ") + "\n" +
                                                Row("2",
                                                    "GARC\xC3\x8D"
                                                    "A") +
                                                "\n"},
                                {"alt.csv", "2,1,\"aka\",\"MU\xD1OZ\",-0- \n"}});
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.Find("1").names[0].text, "P\xC3\x89REZ");
  EXPECT_EQ(outcome.Find("2").names[0].text,
            "GARC\xC3\x8D"
            "A");
  EXPECT_EQ(outcome.Find("2").names[1].text, "MU\xC3\x91OZ");
  EXPECT_EQ(outcome.Defects("encoding"), 2U);
}

TEST(OfacLegacyCsv, UnusualValuesAreKeptAndReported) {
  const Outcome outcome =
      Read({{"sdn.csv",
             "1,\"A\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"
             "2,\"B\",\"wallet\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"},
            {"alt.csv", "1,1,\"aka\",\"X\",-0- \n1,2,\"zka\",\"Y\",-0- \n1,3\n"}});
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.Defects("no_program"), 1U);
  EXPECT_EQ(outcome.Defects("sdn_type"), 1U);
  EXPECT_EQ(outcome.Defects("alias_type"), 1U);
  EXPECT_EQ(outcome.Defects("column_count"), 1U);
  EXPECT_EQ(outcome.Find("2").schema, Schema::kLegalEntity);
  EXPECT_EQ(outcome.Find("1").names[2].remark, "zka");
}

TEST(OfacLegacyCsv, EmptyFileIsNoList) {
  EXPECT_EQ(CodeOf(ReadSdn("")), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(ReadSdn("\r\n")), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(Read({})), ErrorCode::kWrongDocument);
}

TEST(OfacLegacyCsv, ErrorOfTheSinkEndsTheReading) {
  const InputFile file{"sdn.csv", kSdn};
  int seen = 0;
  const auto report =
      OfacLegacyCsvFormat().Read({&file, 1}, {.source = "s"}, [&](Record&&) -> Status {
        if (++seen == 2) return MakeError(ErrorCode::kStorage, "full");
        return Ok{};
      });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kStorage);
  EXPECT_EQ(seen, 2);
}

TEST(OfacLegacyCsv, RecognisesItsPartsAndNothingElse) {
  const auto recognises = [](std::string_view bytes) {
    return OfacLegacyCsvFormat().Recognises({"f", bytes});
  };
  for (std::string_view part : {kSdn, kAlt, kAdd, kComments}) EXPECT_TRUE(recognises(part));
  EXPECT_FALSE(recognises(""));
  EXPECT_FALSE(recognises("<html><body>Maintenance</body></html>"));
  EXPECT_FALSE(recognises("version https://git-lfs.github.com/spec/v1\n"));
  EXPECT_FALSE(recognises("id,name\n1,\"A\"\n"));
  EXPECT_FALSE(recognises("1,2\n"));
  EXPECT_FALSE(recognises("1,SAMPLE\n"));
  EXPECT_FALSE(recognises("1,2,\"zzz\",\"A\",-0- \n"));
  EXPECT_FALSE(recognises("{\"id\":1}"));
}

}  // namespace
}  // namespace interdict
