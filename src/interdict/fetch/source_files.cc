#include "interdict/fetch/source_files.h"

#include <algorithm>
#include <charconv>

#include "interdict/fetch/web_address.h"
#include "interdict/tables/sources.inc"

namespace interdict {
namespace {

enum PublisherColumn {
  kPublisherSource,
  kPublisherName,
  kTitle,
  kLicence,
  kHomepage,
  kUserAgent,
  kPollHours,
  kAnswerSeconds,
  kPublisherStatus
};
enum FileColumn {
  kFileSource,
  kPart,
  kFileName,
  kAddress,
  kFormat,
  kPreferred,
  kMaxBytes,
  kHash,
  kFileStatus
};
enum HostColumn { kHostSource, kHost };

// source_files_test.cc checks every number of the tables.
uint64_t Number(std::string_view text) {
  uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<Publisher> ReadPublishers() {
  std::vector<Publisher> publishers;
  for (const auto& row : tables::kSourcesPublishers) {
    publishers.push_back({.source = row[kPublisherSource],
                          .publisher = row[kPublisherName],
                          .title = row[kTitle],
                          .licence = row[kLicence],
                          .homepage = row[kHomepage],
                          .user_agent = row[kUserAgent],
                          .poll_every = std::chrono::hours(Number(row[kPollHours])),
                          .answer_time = std::chrono::seconds(Number(row[kAnswerSeconds])),
                          .is_optional = row[kPublisherStatus] == "optional",
                          .is_closed = row[kPublisherStatus] == "closed"});
  }
  return publishers;
}

template <typename Row>
SourceFile ReadFile(const Row& row) {
  return {.part = std::string(row[kPart]),
          .file_name = std::string(row[kFileName]),
          .address = std::string(row[kAddress]),
          .format = row[kFormat],
          .max_bytes = Number(row[kMaxBytes]),
          .hash_on_head = row[kHash] == "digest-on-head",
          .is_confirmed = row[kFileStatus] == "reported"};
}

std::string MirrorAddress(const WebAddress& place, bool is_file, const SourceFile& file) {
  if (is_file) return place.Text();
  WebAddress address = place;
  if (!address.path.ends_with('/')) address.path += '/';
  address.path += file.file_name;
  return address.Text();
}

}  // namespace

std::span<const Publisher> AllPublishers() {
  static const auto* const kPublishers = new std::vector<Publisher>(ReadPublishers());
  return *kPublishers;
}

const Publisher* FindPublisher(std::string_view source) {
  const auto all = AllPublishers();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Publisher& publisher) {
    return publisher.source == source;
  });
  return found == all.end() ? nullptr : &*found;
}

Result<SourceFiles> OfficialFiles(std::string_view source, std::string_view format) {
  SourceFiles list{.publisher = FindPublisher(source)};
  for (const auto& row : tables::kSourcesFiles) {
    const bool wanted = format.empty() ? row[kPreferred] == "yes" : row[kFormat] == format;
    if (row[kFileSource] == source && wanted) list.files.push_back(ReadFile(row));
  }
  for (const auto& row : tables::kSourcesHosts) {
    if (row[kHostSource] == source) list.hosts.emplace_back(row[kHost]);
  }
  if (list.publisher == nullptr || list.files.empty()) {
    return MakeError(ErrorCode::kNotFound,
                     "no official address is known for \"" + std::string(source) + "\"" +
                         (format.empty() ? "" : " in the format " + std::string(format)));
  }
  return list;
}

Result<SourceFiles> FilesFrom(std::string_view source, std::string_view address,
                              std::string_view format) {
  ASSIGN_OR_RETURN(SourceFiles list, OfficialFiles(source, format));
  ASSIGN_OR_RETURN(const WebAddress place, ParseWebAddress(address));
  const bool is_file = list.files.size() == 1 && !place.path.ends_with('/');
  for (SourceFile& file : list.files) {
    file.address = MirrorAddress(place, is_file, file);
    file.is_confirmed = false;
  }
  list.hosts = {place.Authority()};
  return list;
}

}  // namespace interdict
