#include <set>

#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

ReadOutcome ReadUn(const std::string& date) {
  return ReadFiles("un_sc_sanctions", {"lists/un_sc_sanctions/" + date + "/consolidated.xml"});
}

bool HasName(const Record& record, NameKind kind, std::string_view text) {
  for (const Name& name : record.names) {
    if (name.kind == kind && name.text == text) return true;
  }
  return false;
}

TEST(RealUnXml, IssueOf2026ReconcilesWithTheCountsOfThePublishersFile) {
  const ReadOutcome un = ReadUn("2026-02-27");
  const auto& counts = un.report.counts;
  EXPECT_EQ(un.report.records_in, 1003u);
  EXPECT_EQ(un.report.records_out, 1003u);
  EXPECT_EQ(FormatIsoDate(*un.report.published), "2026-02-27");
  EXPECT_EQ(counts.at("INDIVIDUAL"), 730u);
  EXPECT_EQ(counts.at("ENTITY"), 273u);
  EXPECT_EQ(counts.at("alias_quality:Good"), 1524u);
  EXPECT_EQ(counts.at("alias_quality:Low"), 615u);
  EXPECT_EQ(counts.at("alias_quality:a.k.a."), 594u);
  EXPECT_EQ(counts.at("alias_quality:f.k.a."), 19u);
  EXPECT_EQ(counts.at("empty_aliases"), 291u);
  EXPECT_EQ(counts.at("date_type:EXACT"), 722u);
  EXPECT_EQ(counts.at("date_type:APPROXIMATELY"), 117u);
  EXPECT_EQ(counts.at("date_type:BETWEEN"), 31u);
  EXPECT_EQ(counts.at("date_type:empty"), 49u);
  EXPECT_EQ(counts.at("primary_names"), 1003u);
  EXPECT_EQ(counts.at("countries"), 652u);
  EXPECT_TRUE(un.report.unknown_fields.empty());
}

TEST(RealUnXml, IssueOf2024ReconcilesWithTheCountsOfThePublishersFile) {
  const ReadOutcome un = ReadUn("2024-11-30");
  const auto& counts = un.report.counts;
  EXPECT_EQ(un.report.records_out, 879u);
  EXPECT_EQ(FormatIsoDate(*un.report.published), "2024-11-30");
  EXPECT_EQ(counts.at("INDIVIDUAL"), 686u);
  EXPECT_EQ(counts.at("ENTITY"), 193u);
  EXPECT_EQ(counts.at("alias_quality:Good"), 1515u);
  EXPECT_EQ(counts.at("alias_quality:Low"), 626u);
  EXPECT_EQ(counts.at("alias_quality:a.k.a."), 560u);
  EXPECT_EQ(counts.at("empty_aliases"), 459u);
  EXPECT_EQ(counts.at("date_type:EXACT"), 556u);
  EXPECT_TRUE(un.report.unknown_fields.empty());
}

TEST(RealUnXml, DefectsAreThePublishersAndFew) {
  const ReadOutcome un = ReadUn("2026-02-27");
  EXPECT_EQ(un.report.defect_counts,
            (std::map<std::string, uint64_t>{{"country", 1}, {"date", 3}}));
}

TEST(RealUnXml, NamedRecords) {
  const ReadOutcome un = ReadUn("2026-02-27");
  const Record* first = un.Find("CDi.001");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->Caption(), "ERIC BADEGE");
  EXPECT_EQ(first->designations[0].program, "DRC");
  EXPECT_EQ(first->designations[0].listed, "2012-12-31");
  EXPECT_EQ(first->references[0].id, "6907993");
  EXPECT_EQ(FormatPartialDate(*first->dates.at(0).date), "1971");

  const Record* trimmed = un.Find("KPe.023");  // published with a space behind it
  ASSERT_NE(trimmed, nullptr);
  EXPECT_EQ(trimmed->identifiers.at(0).value, "DCBKKPPY");
  EXPECT_EQ(trimmed->identifiers.at(0).scheme, IdScheme::kBic);

  const Record* company = un.Find("KPe.020");
  ASSERT_NE(company, nullptr);
  EXPECT_EQ(company->identifiers.at(0).scheme, IdScheme::kImoCompany);
  EXPECT_EQ(company->identifiers.at(0).value, "1790183");
  EXPECT_EQ(company->identifiers.at(0).check, IdCheck::kValid);
}

TEST(RealUnXml, AliasCellsAreTakenApart) {
  const ReadOutcome un = ReadUn("2026-02-27");
  bool ghul = false, soleimani = false;
  for (const Record& record : un.records) {
    ghul = ghul || (HasName(record, NameKind::kStrong, "حسن غول") &&
                    HasName(record, NameKind::kStrong, "Hassan Ghul"));
    soleimani = soleimani || (HasName(record, NameKind::kWeak, "Sardar Soleimani") &&
                              HasName(record, NameKind::kStrong, "Qasem Sulaimani"));
    for (const Name& name : record.names) {
      EXPECT_EQ(name.text.find(';'), std::string::npos) << record.id << ": " << name.text;
      EXPECT_EQ(name.text.find('\n'), std::string::npos) << record.id << ": " << name.text;
    }
  }
  EXPECT_TRUE(ghul);
  EXPECT_TRUE(soleimani);
}

TEST(RealUnXml, SixteenCompaniesHaveAnImoNumberAndAllAreValid) {
  const ReadOutcome un = ReadUn("2026-02-27");
  int companies = 0;
  for (const Record& record : un.records) {
    for (const Identifier& id : record.identifiers) {
      EXPECT_NE(id.scheme, IdScheme::kImo) << record.id;
      if (id.scheme != IdScheme::kImoCompany) continue;
      EXPECT_EQ(id.check, IdCheck::kValid) << record.id;
      ++companies;
    }
  }
  EXPECT_EQ(companies, 16);
}

TEST(RealUnXml, IdsStayTheSameFromIssueToIssue) {
  const ReadOutcome before = ReadUn("2024-11-30");
  const ReadOutcome after = ReadUn("2026-02-27");
  std::set<std::string> ids;
  for (const Record& record : after.records) ids.insert(record.id);
  size_t kept = 0;
  for (const Record& record : before.records) kept += ids.count(record.id);
  EXPECT_EQ(kept, 873u);
}

TEST(RealUnXml, TheTruncatedFileIsRefused) {
  const auto file = MappedFile::Open(DataPath("lists/broken/truncated_un.xml"));
  ASSERT_TRUE(file.ok());
  const InputFile input{"truncated_un.xml", file->bytes()};
  const auto format = RecogniseFormat({&input, 1});
  ASSERT_TRUE(format.ok());
  const auto report = (*format)->Read({&input, 1}, {}, [](Record&&) -> Status { return Ok{}; });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kTruncated);
  EXPECT_EQ(report.error().where.byte, 1105956u);
}

}  // namespace
}  // namespace interdict::real
