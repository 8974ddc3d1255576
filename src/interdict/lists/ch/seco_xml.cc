#include "interdict/lists/ch/seco_xml.h"

#include "interdict/base/strings.h"
#include "interdict/lists/cells/name_cell.h"
#include "interdict/lists/cells/xml_list_intake.h"
#include "interdict/lists/ch/seco_target.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "swiss-sanctions-list";
constexpr std::string_view kWholeList = "whole-list";
constexpr std::string_view kEnglish = "eng";
constexpr int kRecordDepth = 2;  // of programmes, places and targets: right under the root

// The text of the child in English, else in the first language given.
std::string EnglishText(const XmlElement& element, std::string_view child) {
  std::string first;
  for (const XmlElement* text : element.Children(child)) {
    if (text->Attribute("lang") == kEnglish) return OneLine(text->Text());
    if (first.empty()) first = OneLine(text->Text());
  }
  return first;
}

void ReadProgram(const XmlElement& element, SecoTables* tables) {
  const std::string program = EnglishText(element, "program-key");
  const std::string ordinance = EnglishText(element, "program-name");
  for (const XmlElement* child : element.Children("sanctions-set")) {
    SecoSet& set = tables->sets[std::string(child->Attribute("ssid"))];
    set.program = program;
    set.ordinance = ordinance;
    if (set.name.empty() || child->Attribute("lang") == kEnglish) {
      set.name = OneLine(child->Text());
    }
  }
}

class SecoXml final : public Format {
 public:
  std::string_view name() const override { return "seco_xml"; }
  std::string_view title() const override { return "Swiss SECO sanctions list (XML)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override { return HasRootElement(file, kRoot); }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    XmlListIntake intake(*this, file, options, sink);
    intake.set_passes(2);
    SecoTables tables;
    RETURN_IF_ERROR(ReadTables(&intake, &tables));
    RETURN_IF_ERROR(ReadTargets(&intake, tables));
    return intake.Finish();
  }

 private:
  static Status ReadTables(XmlListIntake* intake, SecoTables* tables) {
    const XmlListIntake::Layout layout = {
        .root = kRoot, .records = {"sanctions-program", "place"}, .whole = false};
    return intake->Stream(
        layout, [&](const XmlRoot& root) { return ReadRoot(root, intake, tables); },
        [&](const XmlElement& element) -> Status {
          if (element.depth() != kRecordDepth) return Ok{};
          if (element.name() == "place") {
            tables->places[std::string(element.Attribute("ssid"))] = ReadSecoPlace(element);
          } else {
            ReadProgram(element, tables);
          }
          return Ok{};
        });
  }

  static Status ReadTargets(XmlListIntake* intake, const SecoTables& tables) {
    const XmlListIntake::Layout layout = {.root = kRoot,
                                          .records = {"target", "sanctions-program", "place"}};
    return intake->Stream(layout, nullptr, [&](const XmlElement& element) -> Status {
      if (element.depth() != kRecordDepth) {
        ++intake->report()
              .unknown_fields[std::string(kRoot) + "/.../" + std::string(element.name())];
        return Ok{};
      }
      return element.name() == "target" ? TakeSecoTarget(element, tables, intake) : Ok{};
    });
  }

  static Status ReadRoot(const XmlRoot& root, XmlListIntake* intake, SecoTables* tables) {
    const std::string_view type = Trim(root.Attribute("list-type"));
    if (type != kWholeList) {
      return MakeError(ErrorCode::kWrongDocument,
                       "the list-type is \"" + std::string(type) + "\", expected \"" +
                           std::string(kWholeList) +
                           "\": this document does not hold the list, only a part of it",
                       intake->At());
    }
    const std::string_view text = root.Attribute("date");
    const auto date = ParsePartialDate(text);
    if (date && date->IsDay()) {
      intake->report().published = date->first;
      intake->report().published_from = "date";
    } else {
      intake->AddDefect("date", "", 0, "the list's date \"" + std::string(text) + "\" is no day");
    }
    tables->list_date = std::string(text);
    return Ok{};
  }
};

}  // namespace

const Format& SecoXmlFormat() {
  static const SecoXml kFormat;
  return kFormat;
}

}  // namespace interdict
