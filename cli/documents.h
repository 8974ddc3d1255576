// Reading documents from files, folders and standard input, shared by scan and timeline.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/list_options.h"
#include "interdict/documents/scan_document.h"

namespace interdict::cli {

struct DocumentOptions {
  std::vector<std::string> inputs;  // files, folders, or "-"
  std::string published;
  ListOptions lists;

  void AddTo(CLI::App* app);
};

class DocumentReading {
 public:
  static Result<DocumentReading> Create(const Context& context, const DocumentOptions& options);

  // Scans each document, in the order given and within a folder by path; `use` returns false to
  // stop. A document that cannot be read is told on standard error, and the others go on; the exit
  // status says so. `keep_sources`: scans stay valid as long as this object.
  int ForEach(const std::function<bool(documents::Scan)>& use, bool keep_sources);

  const Snapshot& snapshot() const { return *snapshot_; }

 private:
  DocumentReading() = default;

  documents::IntakeOptions intake_;
  std::vector<std::string> files_;
  std::unique_ptr<const Snapshot> snapshot_;
  std::unique_ptr<const documents::DocumentKnowledge> knowledge_;
  std::unique_ptr<documents::Scanner> scanner_;
  std::deque<MappedFile> mapped_;
  std::string standard_input_;
};

// kBadQuery where a page would be written over one of the files that are read, or into a folder
// that is read, where the next run would take it for a document. An empty path is fine.
Status CheckPagePath(const std::string& path, const std::vector<std::string>& inputs);

// Writes a page to a file.
Status WritePage(const std::string& path, const std::string& page);

}  // namespace interdict::cli
