#include "interdict/lists/uk/uk_sanctions_xml.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/party_parts.h"
#include "interdict/lists/cells/xml_list_intake.h"
#include "interdict/lists/uk/uk_fields.h"
#include "interdict/lists/uk/uk_record.h"
#include "interdict/syntax/xml.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "Designations";
constexpr std::string_view kRecord = "Designation";
constexpr std::string_view kDate = "DateGenerated";
constexpr std::string_view kIndicators = "SanctionsImposedIndicators";

// All elements along a path, every level taken as often as it is there.
void CollectAt(const XmlElement& from, std::string_view path,
               std::vector<const XmlElement*>* found) {
  if (path.empty()) {
    found->push_back(&from);
    return;
  }
  const size_t slash = path.find('/');
  const std::string_view rest =
      slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  for (const XmlElement* child : from.Children(path.substr(0, slash))) {
    CollectAt(*child, rest, found);
  }
}

bool IsBlankName(const UkPartLayout& layout, const std::array<std::string_view, 8>& cells) {
  if (layout.part != UkPart::kName && layout.part != UkPart::kOriginalName) return false;
  const size_t texts = layout.part == UkPart::kName ? 6 : 1;
  return std::all_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(texts),
                     [](std::string_view cell) { return cell.empty(); });
}

void ReadPart(const XmlElement& designation, const UkPartLayout& layout, PartyParts* parts) {
  std::vector<const XmlElement*> elements;
  CollectAt(designation, layout.xml_path, &elements);
  std::array<std::string_view, 8> cells;
  for (const XmlElement* element : elements) {
    for (size_t i = 0; i < layout.cell_count; ++i) {
      const std::string_view name = layout.cells[i].names[static_cast<size_t>(UkDialect::kFcdoXml)];
      cells[i] = name == "." ? element->Text() : element->ChildText(name);
    }
    if (!IsBlankName(layout, cells)) {
      parts->Add(static_cast<size_t>(layout.part), {cells.data(), layout.cell_count});
    }
  }
}

std::string LettersOf(std::string_view text) {
  std::string letters = AsciiLower(text);
  std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
  return letters;
}

// Indicators say again what SanctionsImposed says; one that says more is kept.
void ReadIndicators(const XmlElement& designation, std::vector<Attribute>* uninterpreted) {
  const std::string imposed = LettersOf(designation.ChildText("SanctionsImposed"));
  for (const XmlElement* indicators : designation.Children(kIndicators)) {
    for (const XmlElement* indicator : indicators->Children()) {
      const std::string_view value = indicator->Text();
      const bool repeated = imposed.find(LettersOf(indicator->name())) != std::string::npos;
      if (EqualsIgnoreCase(value, "false") || value.empty() || repeated) continue;
      uninterpreted->push_back({AttributeKind::kOther, std::string(value),
                                std::string(kIndicators) + "/" + std::string(indicator->name())});
    }
  }
}

class Reader {
 public:
  Reader(const Format& format, const InputFile& file, const ReadOptions& options,
         const RecordSink& sink)
      : intake_(format, file, options, sink),
        context_{UkDialect::kFcdoXml, options.source, file.name} {}

  Result<ParseReport> Read() {
    const XmlListIntake::Layout layout{kRoot, {kRecord, kDate}, {}};
    RETURN_IF_ERROR(intake_.Stream(layout, nullptr, [this](const XmlElement& element) {
      return element.name() == kDate ? ReadDate(element) : ReadDesignation(element);
    }));
    return intake_.Finish();
  }

 private:
  Status ReadDate(const XmlElement& element) {
    ParseReport& report = intake_.report();
    report.published = ParseIsoDate(UkIsoDate(element.Text()));
    if (report.published) report.published_from = std::string(kDate);
    return Ok{};
  }

  Status ReadDesignation(const XmlElement& element) {
    const std::string_view id = element.ChildText("UniqueID");
    if (id.empty()) {
      intake_.Reject("", element, "a Designation without UniqueID");
      return Ok{};
    }
    parts_.Clear();
    for (const UkPartLayout& layout : UkPartLayouts()) ReadPart(element, layout, &parts_);
    if (parts_.overflow()) {
      Where where = intake_.At(element.line());
      where.record = std::string(id);
      return MakeError(ErrorCode::kTooLarge, PartyParts::OverflowText(), where);
    }
    Record record = BuildUkRecord(parts_, id, context_, element.line(), &intake_.report());
    ReadIndicators(element, &record.uninterpreted);
    return intake_.Take(std::move(record), element);
  }

  XmlListIntake intake_;
  UkContext context_;
  PartyParts parts_{kUkPartCount};
};

class UkSanctionsXml final : public Format {
 public:
  std::string_view name() const override { return "uk_sanctions_xml"; }
  std::string_view title() const override { return "UK Sanctions List XML (FCDO)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override { return HasRootElement(file, kRoot); }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    return Reader(*this, file, options, sink).Read();
  }
};

}  // namespace

const Format& UkSanctionsXmlFormat() {
  static const UkSanctionsXml kFormat;
  return kFormat;
}

}  // namespace interdict
