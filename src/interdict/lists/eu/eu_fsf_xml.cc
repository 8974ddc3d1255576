#include "interdict/lists/eu/eu_fsf_xml.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/party_parts.h"
#include "interdict/lists/cells/xml_list_intake.h"
#include "interdict/lists/eu/eu_fsf_record.h"
#include "interdict/syntax/xml.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "export";
constexpr std::string_view kRecord = "sanctionEntity";

using TextCells = std::array<std::string, fsf::kIdCells>;

// The first attribute of the names, which are separated by '|', that is there.
std::string_view AnyAttribute(const XmlElement& element, std::string_view names) {
  while (true) {
    const size_t bar = names.find('|');
    const std::string_view name = names.substr(0, bar);
    if (bar == std::string_view::npos || element.HasAttribute(name)) return element.Attribute(name);
    names.remove_prefix(bar + 1);
  }
}

// "PHONE[+98 21 123]" for <contactInfo key="PHONE" value="+98 21 123"/>: as the CSV writes it.
std::string ContactText(const XmlElement& contact) {
  const std::string_view value = contact.Attribute("value");
  std::string text(contact.Attribute("key"));
  if (value.empty() && text.empty()) return std::string(contact.Text());
  return text + "[" + std::string(value) + "]";
}

// Text of all children of that name, a line each.
std::string ChildTexts(const XmlElement& element, std::string_view name) {
  std::string text;
  for (const XmlElement* child : element.Children(name)) {
    const std::string line =
        name == "contactInfo" ? ContactText(*child) : std::string(child->Text());
    if (line.empty()) continue;
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

class EntityReader {
 public:
  EntityReader(PartyParts* parts, std::vector<Attribute>* uninterpreted)
      : parts_(parts), uninterpreted_(uninterpreted) {}

  void Read(const XmlElement& entity) {
    for (const FsfPartLayout& layout : FsfPartLayouts()) {
      if (layout.part == FsfPart::kEntity) {
        ReadEntity(entity, layout);
        continue;
      }
      for (const XmlElement* element : entity.Children(layout.element)) ReadPart(*element, layout);
    }
  }

 private:
  static void Fill(const XmlElement& element, const FsfPartLayout& layout, TextCells* cells) {
    for (size_t i = 0; i < layout.cell_count; ++i) {
      const std::string_view name = layout.cells[i].xml;
      if (name.empty())
        (*cells)[i].clear();
      else if (name.starts_with('<'))
        (*cells)[i] = ChildTexts(element, name.substr(1));
      else
        (*cells)[i] = AnyAttribute(element, name);
    }
  }

  void Add(FsfPart part, const TextCells& cells, size_t count) {
    std::array<std::string_view, fsf::kIdCells> views;
    for (size_t i = 0; i < count; ++i) views[i] = cells[i];
    parts_->Add(static_cast<size_t>(part), {views.data(), count});
  }

  void ReadEntity(const XmlElement& entity, const FsfPartLayout& layout) {
    TextCells cells;
    Fill(entity, layout, &cells);
    if (const XmlElement* subject = entity.Child("subjectType")) {
      cells[fsf::kSubjectCode] = subject->Attribute("code");
      cells[fsf::kClassification] = subject->Attribute("classificationCode");
    }
    Add(FsfPart::kEntity, cells, layout.cell_count);
  }

  void ReadPart(const XmlElement& element, const FsfPartLayout& layout) {
    TextCells cells;
    Fill(element, layout, &cells);
    Add(layout.part, cells, layout.cell_count);
    const std::string user =
        std::string(layout.element) + " " + std::string(element.Attribute("logicalId"));
    for (const XmlElement* summary : element.Children("regulationSummary")) {
      ReadAct(*summary, user);
    }
    const std::string_view language = element.Attribute("regulationLanguage");
    if (!language.empty() && !EqualsIgnoreCase(language, "en")) {
      const std::string field = std::string(layout.element) + "/@regulationLanguage";
      uninterpreted_->push_back({AttributeKind::kOther, std::string(language), field});
    }
  }

  void ReadAct(const XmlElement& summary, const std::string& user) {
    TextCells cells;
    constexpr std::array<std::string_view, fsf::kActUser> kNames = {
        "regulationType", "organisationType", "publicationDate", "entryIntoForceDate",
        "numberTitle",    "programme",        "publicationUrl"};
    for (size_t i = 0; i < kNames.size(); ++i) cells[i] = summary.Attribute(kNames[i]);
    cells[fsf::kActUser] = user;
    Add(FsfPart::kAct, cells, fsf::kActCells);
  }

  PartyParts* parts_;
  std::vector<Attribute>* uninterpreted_;
};

class Reader {
 public:
  Reader(const Format& format, const InputFile& file, const ReadOptions& options,
         const RecordSink& sink)
      : intake_(format, file, options, sink),
        context_{FsfDialect::kXml, options.source, file.name} {}

  Result<ParseReport> Read() {
    const XmlListIntake::Layout layout{kRoot, {kRecord}, {}};
    RETURN_IF_ERROR(intake_.Stream(
        layout, [this](const XmlRoot& root) { return ReadRoot(root); },
        [this](const XmlElement& entity) { return ReadEntity(entity); }));
    return intake_.Finish();
  }

 private:
  Status ReadRoot(const XmlRoot& root) {
    ParseReport& report = intake_.report();
    report.published = ParseIsoDate(root.Attribute("generationDate").substr(0, 10));
    if (report.published) report.published_from = "export/@generationDate";
    return Ok{};
  }

  Status ReadEntity(const XmlElement& entity) {
    parts_.Clear();
    std::vector<Attribute> uninterpreted;
    EntityReader(&parts_, &uninterpreted).Read(entity);
    if (FsfRecordId(parts_).empty()) {
      intake_.Reject("", entity, "a sanctionEntity without euReferenceNumber and logicalId");
      return Ok{};
    }
    if (parts_.overflow()) {
      Where where = intake_.At(entity.line());
      where.record = std::string(FsfRecordId(parts_));
      return MakeError(ErrorCode::kTooLarge, PartyParts::OverflowText(), where);
    }
    Record record = BuildFsfRecord(parts_, context_, entity.line(), &intake_.report());
    record.uninterpreted = std::move(uninterpreted);
    TellApart(&record, entity.line());
    return intake_.Take(std::move(record), entity);
  }

  // An id that was given before: the entity is kept under an id of its own, so that none is lost.
  void TellApart(Record* record, uint64_t line) {
    const uint64_t first = intake_.LineOf(record->id);
    if (first == 0) return;
    const std::string id = record->id;
    int& copies = copies_of_id_.try_emplace(id, 1).first->second;
    while (intake_.LineOf(record->id) != 0) record->id = FsfCopyId(id, ++copies);
    intake_.AddDefect("duplicate_id", id, line,
                      "the id stands in line " + std::to_string(first) +
                          " already; this entity is kept as " + record->id);
  }

  XmlListIntake intake_;
  FsfContext context_;
  std::unordered_map<std::string, int> copies_of_id_;  // of the ids given more than once
  PartyParts parts_{kFsfPartCount};
};

class EuFsfXml final : public Format {
 public:
  std::string_view name() const override { return "eu_fsf_xml"; }
  std::string_view title() const override { return "EU financial sanctions (FSF) XML 1.1"; }
  int version() const override { return 1; }

  // <export> is a common name: the namespace or the first entity must tell.
  bool Recognises(const InputFile& file) const override {
    const std::string_view head = file.bytes.substr(0, kPeekBytes);
    const auto root = PeekXmlRoot(head);
    if (!root.ok() || root->name != kRoot) return false;
    return root->name_space.find("/fsd/export") != std::string::npos ||
           head.find("<sanctionEntity") != std::string_view::npos;
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    return Reader(*this, file, options, sink).Read();
  }
};

}  // namespace

const Format& EuFsfXmlFormat() {
  static const EuFsfXml kFormat;
  return kFormat;
}

}  // namespace interdict
