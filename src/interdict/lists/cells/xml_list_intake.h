// What every reader of one XML document does alike: it takes the document, checks its root, hands
// each party over once, notices sections that it does not know, and keeps the counts that prove it.
// Errors: kMismatchedParts (not exactly one file), kWrongDocument (another root), kDuplicateRecord
// (an id that stands twice; both lines are named), kEmptyList; all errors name source and file.
// Borrowing: file, options and sink for the object's life.
// Used by: un_xml, seco_xml, canada_sema_xml, the three OFAC XML readers. Test: through the tests
// of these readers.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/lists/format.h"
#include "interdict/syntax/xml.h"

namespace interdict {

// The one document of the set, or kMismatchedParts.
Result<InputFile> OneXmlDocument(std::span<const InputFile> files, const Format& format);

// Whether the file's head is XML with that root element, in whatever namespace.
bool HasRootElement(const InputFile& file, std::string_view root);

class XmlListIntake {
 public:
  // What Stream() looks for.
  struct Layout {
    std::string_view root;
    std::vector<std::string_view> records;
    std::vector<std::string_view> sections;  // elements around records, known and left aside
    bool whole = true;  // the records are all there is; else other elements are not looked at
    std::string_view other_pass;  // the section among these that another pass reads
    XmlLimits limits = {};
  };

  XmlListIntake(const Format& format, const InputFile& file, const ReadOptions& options,
                const RecordSink& sink);

  // Reads the document once. An element that is neither record nor known section, of a layout that
  // is whole, is counted in the report's unknown fields, as "root/name".
  Status Stream(const Layout& layout, const std::function<Status(const XmlRoot&)>& root,
                const std::function<Status(const XmlElement&)>& record);

  // Line of the record that has this id, 0 when none was taken.
  uint64_t LineOf(const std::string& id) const;
  // Hands a finished party over and counts it. `element` is where it stands; what nobody looked at
  // in it becomes uninterpreted.
  Status Take(Record&& record, const XmlElement& element);
  // The same for a record that holds already what its reader left aside.
  Status Take(Record&& record, uint64_t line);
  void Reject(std::string record, const XmlElement& element, std::string reason);
  void AddDefect(std::string code, std::string record, uint64_t line, std::string detail);

  // After the last party: the finished report, or kEmptyList.
  Result<ParseReport> Finish();

  // Says that the document is read `passes` times, for the progress shown.
  void set_passes(int passes) { passes_ = passes; }

  ParseReport& report() { return report_; }
  const std::string& source() const { return options_.source; }
  // Where the file stands, for errors.
  Where At(uint64_t line = 0) const;

 private:
  void ShowProgress(uint64_t byte) const;

  InputFile file_;
  const ReadOptions& options_;
  const RecordSink& sink_;
  std::string file_name_;
  ParseReport report_;
  std::unordered_map<std::string, uint64_t> line_of_id_;
  int passes_ = 1;
  int pass_ = 0;
};

}  // namespace interdict
