// Where the official lists are: publishers, files, hosts, as data (data/sources/*.tsv, built in).
// Nothing here touches the network; the rows say which addresses others have confirmed.
// Test: source_files_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"

namespace interdict {

// All views live as long as the program.
struct Publisher {
  std::string_view source;  // list id: us_ofac_sdn
  std::string_view publisher;
  std::string_view title;
  std::string_view licence;
  std::string_view homepage;
  std::string_view user_agent;
  std::chrono::hours poll_every{0};     // 0: a closed list
  std::chrono::seconds answer_time{0};  // how long its server may take to the first byte
  bool is_optional = false;             // fetched when asked for by name only
  bool is_closed = false;  // no longer maintained: to fetch it again does not make it fresh
};

struct SourceFile {
  std::string part;       // sdn, alt, add, comments; list where there is one file only
  std::string file_name;  // to store it under
  std::string address;
  std::string_view format;  // reader's name: ofac_legacy_csv
  uint64_t max_bytes = 0;
  bool hash_on_head = false;  // see FetchRequest
  bool is_confirmed = false;  // by independent accounts of downloads from there
};

// The files that make up one list in one format, and the hosts that they may come from.
struct SourceFiles {
  const Publisher* publisher = nullptr;
  std::vector<SourceFile> files;
  std::vector<std::string> hosts;
};

std::span<const Publisher> AllPublishers();  // in the order of data/sources/publishers.tsv
const Publisher* FindPublisher(std::string_view source);  // nullptr: an id of a custom list

// The official files of a list. `format` empty: those preferred. Error: kNotFound.
Result<SourceFiles> OfficialFiles(std::string_view source, std::string_view format = {});

// The same files from another place (a mirror, a proxy, a test server), and from that host only:
//   "https://mirror/lists/"            a folder: the file names are appended to its path
//   "https://mirror/lists/today.xml"   the file itself, for a list of one file
// A hash is expected there too only if the mirror states one. Errors: kNotFound, kSyntax.
Result<SourceFiles> FilesFrom(std::string_view source, std::string_view address,
                              std::string_view format = {});

}  // namespace interdict
