#include "interdict/lists/cells/xml_list_intake.h"

#include <algorithm>
#include <utility>

namespace interdict {

Result<InputFile> OneXmlDocument(std::span<const InputFile> files, const Format& format) {
  if (files.size() == 1) return files.front();
  return MakeError(ErrorCode::kMismatchedParts, std::string(format.title()) + " is one document; " +
                                                    std::to_string(files.size()) +
                                                    " files were given");
}

bool HasRootElement(const InputFile& file, std::string_view root) {
  const auto found = PeekXmlRoot(file.bytes.substr(0, Format::kPeekBytes));
  return found.ok() && found->name == root;
}

XmlListIntake::XmlListIntake(const Format& format, const InputFile& file,
                             const ReadOptions& options, const RecordSink& sink)
    : file_(file), options_(options), sink_(sink), file_name_(file.name) {
  report_.format = std::string(format.name());
  report_.format_version = format.version();
}

Where XmlListIntake::At(uint64_t line) const {
  Where where;
  where.source = options_.source;
  where.file = file_name_;
  where.line = line;
  return where;
}

void XmlListIntake::ShowProgress(uint64_t byte) const {
  if (!options_.progress) return;
  const uint64_t size = file_.bytes.size();
  const auto passes = static_cast<uint64_t>(passes_);
  options_.progress((static_cast<uint64_t>(pass_) * size + byte) / passes, size);
}

Status XmlListIntake::Stream(const Layout& layout,
                             const std::function<Status(const XmlRoot&)>& root,
                             const std::function<Status(const XmlElement&)>& record) {
  XmlCallbacks callbacks;
  callbacks.root = [&](const XmlRoot& found) -> Status {
    if (found.name == layout.root) return root ? root(found) : Ok{};
    return MakeError(
        ErrorCode::kWrongDocument,
        "the root element is <" + found.name + ">, expected <" + std::string(layout.root) + ">");
  };
  callbacks.record = [&](const XmlElement& element) -> Status {
    ShowProgress(element.byte());
    return record(element);
  };
  const auto& sections = layout.sections;
  bool in_other_pass = false;
  if (layout.whole) {
    callbacks.outside = [&](std::string_view name, uint64_t) {
      const bool known = std::find(sections.begin(), sections.end(), name) != sections.end();
      if (known) in_other_pass = name == layout.other_pass;
      if (known || in_other_pass) return;
      ++report_.unknown_fields[std::string(layout.root) + "/" + std::string(name)];
    };
  }
  Status status = StreamXml(file_.bytes, layout.records, callbacks, layout.limits);
  ++pass_;
  if (status.ok()) return status;
  Error error = std::move(status).error();
  error.where.source = options_.source;
  error.where.file = file_name_;
  return error;
}

uint64_t XmlListIntake::LineOf(const std::string& id) const {
  const auto found = line_of_id_.find(id);
  return found == line_of_id_.end() ? 0 : found->second;
}

Status XmlListIntake::Take(Record&& record, const XmlElement& element) {
  element.ForEachUnused([&](const std::string& path, std::string_view value) {
    record.uninterpreted.push_back({AttributeKind::kOther, std::string(value), path});
  });
  return Take(std::move(record), element.line());
}

Status XmlListIntake::Take(Record&& record, uint64_t line) {
  const auto [earlier, added] = line_of_id_.emplace(record.id, line);
  if (!added) {
    Where where = At(line);
    where.record = record.id;
    return MakeError(ErrorCode::kDuplicateRecord,
                     "this record's id was used in line " + std::to_string(earlier->second) +
                         " already; one id must be one record",
                     where);
  }
  ++report_.records_in;
  ++report_.records_out;
  ++report_.rows_in;
  ++report_.rows_used;
  report_.Count(record, file_name_, line);
  return sink_(std::move(record));
}

void XmlListIntake::Reject(std::string record, const XmlElement& element, std::string reason) {
  ++report_.records_in;
  ++report_.rows_in;
  report_.AddReject({std::move(record), file_name_, element.line(), std::move(reason)});
}

void XmlListIntake::AddDefect(std::string code, std::string record, uint64_t line,
                              std::string detail) {
  report_.AddDefect({std::move(code), std::move(record), file_name_, line, std::move(detail)});
}

Result<ParseReport> XmlListIntake::Finish() {
  if (report_.records_in == 0) {
    return MakeError(ErrorCode::kEmptyList, "the document has no party", At());
  }
  ShowProgress(0);
  return std::move(report_);
}

}  // namespace interdict
