#include "interdict/screen/name_variants.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "interdict/base/hash.h"
#include "interdict/index/replace_file.h"
#include "interdict/lists/wikidata/name_groups.h"
#include "interdict/names/analyze.h"

namespace interdict {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".variants";

index::IndexStamp MakeStamp(const NameTableVersion& version) {
  index::IndexStamp stamp;
  stamp.analyser = names::AnalyserVersion();
  stamp.icu = text::IcuVersion();
  const std::string digest = Sha256(version.digest);
  std::memcpy(stamp.content.data(), digest.data(), stamp.content.size());
  return stamp;
}

Result<index::AlignedBuffer> Build(const NameTableStore& store, const NameTableVersion& version,
                                   const index::IndexStamp& stamp) {
  ASSIGN_OR_RETURN(const std::string text, store.Text(version));
  ASSIGN_OR_RETURN(text::Folder folder, text::Folder::Create());
  names::VariantTableBuilder builder(std::move(folder));
  const auto read = ReadNameGroups(text, kNameVariantsSource,
                                   [&](uint32_t group, std::span<const std::string_view> names) {
                                     builder.AddGroup(group, names);
                                   });
  if (!read.ok()) return read.error();
  return index::WriteVariants(builder.Build(), stamp);
}

// For the next process; where that fails the table is built again next time.
void Keep(const fs::path& path, const index::AlignedBuffer& buffer) {
  std::error_code ignored;
  fs::create_directories(path.parent_path(), ignored);
  if (!index::ReplaceFile(path.string(), buffer.bytes()).ok()) return;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(path.parent_path(), ignored)) {
    if (entry.path().extension() == kExtension)
      files.emplace_back(entry.last_write_time(ignored), entry.path());
  }
  std::sort(files.rbegin(), files.rend());
  for (size_t i = NameVariants::kMaxKept; i < files.size(); ++i)
    fs::remove(files[i].second, ignored);
}

}  // namespace

std::string NameVariants::Describe() const {
  return FormatIsoDate(version_.published) + "#" + std::to_string(version_.id);
}

Result<std::shared_ptr<const NameVariants>> NameVariants::Load(
    const std::string& store_folder, const std::string& index_folder,
    std::optional<UnixSeconds> known_at) {
  ASSIGN_OR_RETURN(const NameTableStore store,
                   NameTableStore::Open(store_folder, Database::Mode::kReadOnly));
  const NameTableVersion* version = store.Find(known_at);
  if (version == nullptr) return std::shared_ptr<const NameVariants>();
  const index::IndexStamp stamp = MakeStamp(*version);
  const fs::path path =
      fs::path(index_folder) / (version->digest.substr(0, 24) + std::string(kExtension));
  if (!index_folder.empty()) {
    auto opened = index::VariantFile::Open(path.string(), &stamp);
    if (opened.ok()) {
      return std::shared_ptr<const NameVariants>(new NameVariants(*version, std::move(*opened)));
    }
  }
  ASSIGN_OR_RETURN(index::AlignedBuffer buffer, Build(store, *version, stamp));
  if (!index_folder.empty()) Keep(path, buffer);
  ASSIGN_OR_RETURN(index::VariantFile file,
                   index::VariantFile::FromBuffer(std::move(buffer), &stamp));
  return std::shared_ptr<const NameVariants>(new NameVariants(*version, std::move(file)));
}

}  // namespace interdict
