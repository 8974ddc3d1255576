// Downloads all files of one list so that they belong together.
// A list may come in several files (OFAC: sdn, alt, add, comments). Asked for with the marks of the
// copies at hand, some may answer "not modified" and others not. Then those not modified are
// fetched too: the folder holds the whole set of one run, never a set put together from two. (A
// publisher may still replace its files meanwhile; the import refuses files of different issues.)
// Tests: tests/fetch/source_download_test.cc.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/fetch/download.h"
#include "interdict/fetch/source_files.h"

namespace interdict {

// What the file of the active version came with (of its Download), as the store remembers it.
struct KnownFile {
  std::string file_name;
  std::string etag;
  std::string last_modified;
  std::string sha256;
};

struct SourceRequest {
  SourceFiles list;    // OfficialFiles(...) or FilesFrom(...)
  std::string folder;  // an existing one; the files are placed in it under their names
  std::vector<KnownFile> known;
  std::string user_agent;  // empty: the publisher's of publishers.tsv

  // As in FetchRequest, with the name of the file that is coming in.
  std::function<void(std::string_view file_name, uint64_t bytes, uint64_t total)> progress;
  const std::atomic<bool>* cancelled = nullptr;
};

struct FetchedFile {
  SourceFile file;
  Download download;
};

struct SourceDownload {
  bool not_modified = false;       // all files are as known; none was placed
  std::vector<FetchedFile> files;  // in the order of the list
};

// The first error of any file, as Fetch gives it. Files placed before it stay in the folder.
Result<SourceDownload> FetchSource(const SourceRequest& request, const FetchPolicy& policy);

}  // namespace interdict
