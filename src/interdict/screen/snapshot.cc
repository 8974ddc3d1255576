#include "interdict/screen/snapshot.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "interdict/base/hash.h"
#include "interdict/entity/record_codec.h"
#include "interdict/index/name_index_builder.h"
#include "interdict/index/party_data_builder.h"
#include "interdict/index/replace_file.h"
#include "interdict/names/analyze.h"

namespace interdict {
namespace {

namespace fs = std::filesystem;

// Everything that the contents of an index depend on besides the analysis.
index::IndexStamp MakeStamp(const std::vector<ListVersion>& versions,
                            const std::vector<MergeDecision>& decisions,
                            const NameVariants* variants) {
  std::string text = "records " + std::to_string(kRecordCodecVersion) + "\n";
  for (const ListVersion& version : versions) {
    text += version.source + "\t" + std::to_string(version.id) + "\t" + version.sha256 + "\t" +
            std::to_string(version.loaded_at) + "\t" + version.format + "\t" +
            std::to_string(version.format_version) + "\n";
  }
  for (const MergeDecision& decision : decisions) {
    text += decision.record_a + "\t" + decision.record_b + (decision.same ? "\tsame\n" : "\tnot\n");
  }
  if (variants != nullptr) text += "name variants " + variants->version().digest + "\n";
  index::IndexStamp stamp;
  stamp.analyser = names::AnalyserVersion();
  stamp.icu = text::IcuVersion();
  const std::string digest = Sha256(text);
  std::memcpy(stamp.content.data(), digest.data(), stamp.content.size());
  return stamp;
}

std::string NameOf(const index::IndexStamp& stamp) {
  const std::string_view content(reinterpret_cast<const char*>(stamp.content.data()),
                                 stamp.content.size());
  return HexText(content.substr(0, 12)) + ".idx";
}

void RemoveLeastUsed(const fs::path& folder) {
  std::error_code ignored;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".idx")
      files.emplace_back(entry.last_write_time(ignored), entry.path());
  }
  std::sort(files.rbegin(), files.rend());
  for (size_t i = Snapshot::kMaxKept; i < files.size(); ++i) fs::remove(files[i].second, ignored);
}

Status Keep(const fs::path& folder, const std::string& path, const index::AlignedBuffer& buffer) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return MakeError(ErrorCode::kWriteFailed, "cannot make the folder of indexes " +
                                                  folder.string() + ": " + error.message());
  }
  RETURN_IF_ERROR(index::ReplaceFile(path, buffer.bytes()));
  RemoveLeastUsed(folder);
  return Ok{};
}

}  // namespace

Result<index::AlignedBuffer> BuildIndex(const ResolvedLists& lists, const index::IndexStamp& stamp,
                                        const names::VariantTable* variants) {
  ASSIGN_OR_RETURN(const names::Analyzer analyzer, names::Analyzer::Create(variants));
  ASSIGN_OR_RETURN(const text::Folder folder, text::Folder::Create());
  index::IndexFileWriter writer(stamp);
  RETURN_IF_ERROR(index::AddParties(lists.records(), lists.parties(), folder, &writer));
  RETURN_IF_ERROR(index::AddNames(lists.records(), lists.parties(), analyzer, &writer));
  return writer.ToBuffer();
}

Status Snapshot::OpenSections() {
  ASSIGN_OR_RETURN(parties_, index::PartyData::Open(*file_));
  ASSIGN_OR_RETURN(names_, index::NameIndex::Open(*file_));
  return Ok{};
}

Result<std::unique_ptr<const Snapshot>> Snapshot::Load(
    const ListStore& store, const ListChoice& choice, const std::string& index_folder,
    std::shared_ptr<const NameVariants> variants) {
  std::unique_ptr<Snapshot> snapshot(new Snapshot());
  snapshot->variants_ = std::move(variants);
  ASSIGN_OR_RETURN(snapshot->versions_, ChooseVersions(store, choice));
  ASSIGN_OR_RETURN(const auto decisions, store.MergeDecisions());
  const index::IndexStamp stamp = MakeStamp(snapshot->versions_, decisions, snapshot->variants());
  const fs::path path = fs::path(index_folder) / NameOf(stamp);
  if (!index_folder.empty()) {
    auto opened = index::IndexFile::Open(path.string(), &stamp);
    if (opened.ok()) {
      snapshot->file_ = std::move(*opened);
      if (snapshot->OpenSections().ok()) {
        std::error_code ignored;
        fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
        return std::unique_ptr<const Snapshot>(std::move(snapshot));
      }
    }
  }
  ASSIGN_OR_RETURN(const auto lists, ResolvedLists::Load(store, choice));
  ASSIGN_OR_RETURN(index::AlignedBuffer buffer,
                   BuildIndex(*lists, stamp, snapshot->variant_table()));
  if (!index_folder.empty()) {
    if (const Status kept = Keep(index_folder, path.string(), buffer); !kept.ok())
      snapshot->keep_problem_ = kept.error();
  }
  ASSIGN_OR_RETURN(snapshot->file_, index::IndexFile::FromBuffer(std::move(buffer), &stamp));
  RETURN_IF_ERROR(snapshot->OpenSections());
  return std::unique_ptr<const Snapshot>(std::move(snapshot));
}

}  // namespace interdict
