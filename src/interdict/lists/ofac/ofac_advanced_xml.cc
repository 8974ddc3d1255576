#include "interdict/lists/ofac/ofac_advanced_xml.h"

#include <string>
#include <string_view>

#include "interdict/lists/ofac/ofac_advanced_party.h"
#include "interdict/lists/ofac/ofac_advanced_tables.h"
#include "interdict/lists/ofac/ofac_party.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "Sanctions";
constexpr std::string_view kParties = "DistinctParties";

void NoteIssueDate(const AdvancedTables& tables, XmlListIntake* intake) {
  ParseReport& report = intake->report();
  report.published = ParseIsoDate(tables.issue_date());
  if (report.published) {
    report.published_from = "DateOfIssue";
  } else {
    intake->AddDefect("publication_date", "", 0,
                      "DateOfIssue \"" + tables.issue_date() + "\", expected a day");
  }
}

// Rows of the side sections: how many there are, and those that belong to no party.
void NoteRows(const AdvancedTables& tables, XmlListIntake* intake) {
  ParseReport& report = intake->report();
  report.counts["locations"] = tables.locations();
  report.counts["documents"] = tables.documents();
  report.counts["profile_relationships"] = tables.relations();
  report.counts["sanctions_entries"] = tables.entries();
  uint64_t orphans = 0;
  tables.ForEachUnused([&](std::string_view element, std::string_view key, uint64_t line) {
    ++orphans;
    intake->AddDefect("orphan", std::string(key), line,
                      std::string(element) + " that no party of the document claims");
  });
  const uint64_t rows =
      tables.locations() + tables.documents() + tables.relations() + tables.entries();
  report.rows_in += rows;
  report.rows_used += rows - orphans;
  if (tables.entry_links() > 0) {
    report.unknown_fields["SanctionsEntryLinks/SanctionsEntryLink"] = tables.entry_links();
  }
}

// First pass: everything but the parties.
Status ReadSideSections(XmlListIntake* intake, AdvancedTables* tables) {
  const XmlListIntake::Layout layout = {
      .root = kRoot,
      .records = AdvancedTables::ElementNames(),
      .sections = {"Locations", "IDRegDocuments", kParties, "ProfileRelationships",
                   "SanctionsEntries", "SanctionsEntryLinks"},
      .other_pass = kParties,
      .limits = kOfacXmlLimits};
  Status status = intake->Stream(layout, nullptr,
                                 [&](const XmlElement& element) { return tables->Add(element); });
  tables->Seal();
  return status;
}

Status ReadParties(const AdvancedTables& tables, XmlListIntake* intake) {
  const XmlListIntake::Layout layout = {
      .root = kRoot, .records = {"DistinctParty"}, .whole = false, .limits = kOfacXmlLimits};
  return intake->Stream(layout, nullptr, [&](const XmlElement& element) {
    return TakeOfacParty(ReadAdvancedParty(element, tables), element, intake);
  });
}

class OfacAdvancedXml final : public Format {
 public:
  std::string_view name() const override { return "ofac_advanced_xml"; }
  std::string_view title() const override {
    return "OFAC Advanced XML (SDN_ADVANCED.XML, CONS_ADVANCED.XML)";
  }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override { return HasRootElement(file, kRoot); }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    XmlListIntake intake(*this, file, options, sink);
    intake.set_passes(2);
    AdvancedTables tables;
    RETURN_IF_ERROR(ReadSideSections(&intake, &tables));
    NoteIssueDate(tables, &intake);
    RETURN_IF_ERROR(ReadParties(tables, &intake));
    NoteRows(tables, &intake);
    return intake.Finish();
  }
};

}  // namespace

const Format& OfacAdvancedXmlFormat() {
  static const OfacAdvancedXml kFormat;
  return kFormat;
}

}  // namespace interdict
