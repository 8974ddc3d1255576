#include "cli/documents.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cli/result_file.h"
#include "cli/terminal.h"
#include "interdict/entity/partial_date.h"

namespace interdict::cli {
namespace {

namespace fs = std::filesystem;

// The regular files of a folder and the folders below it, hidden ones left out, by path.
Status ListFolder(const std::string& folder, std::vector<std::string>* files) {
  std::error_code error;
  const size_t first = files->size();
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  if (error) {
    return MakeError(ErrorCode::kFileUnreadable, folder + ": " + error.message());
  }
  for (; at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (error) return MakeError(ErrorCode::kFileUnreadable, folder + ": " + error.message());
    const std::string name = at->path().filename().string();
    if (name.starts_with('.')) {
      if (at->is_directory(error)) at.disable_recursion_pending();
      continue;
    }
    if (at->is_regular_file(error)) files->push_back(at->path().string());
  }
  std::sort(files->begin() + static_cast<ptrdiff_t>(first), files->end());
  return Ok{};
}

Status ReadStandardInput(std::string* text) {
  char buffer[65536];
  while (true) {
    const size_t read = std::fread(buffer, 1, sizeof buffer, stdin);
    text->append(buffer, read);
    if (text->size() > documents::kMaxDocumentBytes) {
      return MakeError(ErrorCode::kFileTooLarge, "standard input is beyond the limit of " +
                                                     std::to_string(documents::kMaxDocumentBytes) +
                                                     " bytes");
    }
    if (read < sizeof buffer) break;
  }
  if (std::ferror(stdin) != 0)
    return MakeError(ErrorCode::kFileUnreadable,
                     std::string("standard input: ") + std::strerror(errno));
  return Ok{};
}

bool LiesIn(const std::string& path, const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return false;
  const fs::path base = fs::canonical(folder, error);
  const fs::path place = fs::weakly_canonical(path, error);
  return std::mismatch(base.begin(), base.end(), place.begin(), place.end()).first == base.end();
}

}  // namespace

void DocumentOptions::AddTo(CLI::App* app) {
  app->add_option("FILE", inputs,
                  "Text, Markdown, HTML or e-mail; a folder of them; - for standard input")
      ->required();
  app->add_option("--published", published,
                  "Date of publication of all documents: YYYY-MM-DD, YYYY-MM or YYYY");
  lists.AddTo(app);
}

Result<DocumentReading> DocumentReading::Create(const Context& context,
                                                const DocumentOptions& options) {
  DocumentReading reading;
  if (!options.published.empty()) {
    reading.intake_.published = ParsePartialDate(options.published);
    if (!reading.intake_.published) {
      return MakeError(ErrorCode::kBadQuery, "--published \"" + options.published +
                                                 "\": expected YYYY-MM-DD, YYYY-MM or YYYY");
    }
  }
  for (const std::string& input : options.inputs) {
    std::error_code error;
    if (input != "-" && fs::is_directory(input, error))
      RETURN_IF_ERROR(ListFolder(input, &reading.files_));
    else
      reading.files_.push_back(input);
  }
  ASSIGN_OR_RETURN(reading.snapshot_, options.lists.Load(context));
  ASSIGN_OR_RETURN(reading.knowledge_,
                   documents::DocumentKnowledge::Create(reading.snapshot_.get()));
  ASSIGN_OR_RETURN(documents::Scanner scanner, documents::Scanner::Create(*reading.knowledge_));
  reading.scanner_ = std::make_unique<documents::Scanner>(std::move(scanner));
  return reading;
}

int DocumentReading::ForEach(const std::function<bool(documents::Scan)>& use, bool keep_sources) {
  int status = kDone;
  ProgressBar bar("scanning");
  uint64_t done = 0;
  for (const std::string& file : files_) {
    std::string_view bytes;
    if (!keep_sources) mapped_.clear();
    Status opened = Ok{};
    if (file == "-") {
      opened = ReadStandardInput(&standard_input_);
      bytes = standard_input_;
    } else {
      auto mapped = MappedFile::Open(file);
      if (mapped.ok()) {
        mapped_.push_back(std::move(*mapped));
        bytes = mapped_.back().bytes();
      } else {
        opened = mapped.error();
      }
    }
    if (!opened.ok()) {
      status = std::max(status, Fail(opened.error()));
      continue;
    }
    auto scan = scanner_->ScanDocument(file, bytes, intake_);
    if (!scan.ok()) {
      status = std::max(status, Fail(scan.error()));
      continue;
    }
    bar.Update(++done, files_.size(), file);
    if (!use(std::move(*scan))) break;
  }
  bar.Clear();
  return status;
}

Status CheckPagePath(const std::string& path, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (path.empty()) break;
    if (SameFile(path, input)) {
      return MakeError(ErrorCode::kBadQuery, "--html \"" + path + "\" is one of the files to read");
    }
    if (LiesIn(path, input)) {
      return MakeError(ErrorCode::kBadQuery, "--html \"" + path +
                                                 "\" lies in the folder to read, \"" + input +
                                                 "\": write it elsewhere");
    }
  }
  return Ok{};
}

Status WritePage(const std::string& path, const std::string& page) {
  ASSIGN_OR_RETURN(ResultFile file, ResultFile::Open(path, "page", /*resume=*/false));
  RETURN_IF_ERROR(file.Append(page));
  return file.Finish();
}

}  // namespace interdict::cli
