#include "interdict/syntax/zip_archive.h"

#include <zip.h>

#include <algorithm>

namespace interdict {
namespace {

zip_t* Handle(void* archive) {
  return static_cast<zip_t*>(archive);
}

std::string TextOf(zip_error_t* error) {
  std::string text = zip_error_strerror(error);
  zip_error_fini(error);
  return text;
}

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipArchive::Closer::operator()(void* archive) const {
  zip_discard(Handle(archive));
}

Result<ZipArchive> ZipArchive::Open(std::string_view bytes, const ZipLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return MakeError(ErrorCode::kSyntax, "no ZIP archive: " + TextOf(&error));
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    return MakeError(ErrorCode::kSyntax, "not a whole ZIP archive: " + TextOf(&error));
  }
  zip_error_fini(&error);
  ZipArchive opened(archive, limits);
  const zip_int64_t entries = zip_get_num_entries(archive, 0);
  if (entries == 0) return MakeError(ErrorCode::kSyntax, "a ZIP archive without entries");
  if (entries < 0 || static_cast<uint64_t>(entries) > limits.max_entries) {
    return MakeError(ErrorCode::kTooLarge, "an archive of " + std::to_string(entries) +
                                               " entries; at most " +
                                               std::to_string(limits.max_entries) + " are read");
  }
  return opened;
}

bool ZipArchive::Has(const std::string& name) const {
  return zip_name_locate(Handle(archive_.get()), name.c_str(), 0) >= 0;
}

Status ZipArchive::CheckSize(const std::string& name, uint64_t unpacked, uint64_t packed) const {
  if (unpacked > limits_.max_entry_bytes) {
    return MakeError(ErrorCode::kTooLarge, "entry " + name + " unpacks to more than " +
                                               std::to_string(limits_.max_entry_bytes) + " bytes");
  }
  if (unpacked > limits_.ratio_free_bytes &&
      unpacked / std::max<uint64_t>(packed, 1) > limits_.max_ratio) {
    return MakeError(ErrorCode::kTooLarge, "entry " + name + " unpacks to more than " +
                                               std::to_string(limits_.max_ratio) +
                                               " times its size, as a ZIP bomb does");
  }
  return Ok{};
}

Result<std::string> ZipArchive::Extract(const std::string& name) const {
  zip_t* archive = Handle(archive_.get());
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive, name.c_str(), 0, &stat) != 0) {
    return MakeError(ErrorCode::kNotFound, "no entry " + name + " in the archive");
  }
  RETURN_IF_ERROR(CheckSize(name, stat.size, stat.comp_size));
  const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(archive, stat.index, 0));
  if (file == nullptr) {
    return MakeError(ErrorCode::kSyntax,
                     "entry " + name + " cannot be unpacked: " + zip_strerror(archive));
  }
  std::string bytes;
  constexpr size_t kChunk = size_t{1} << 16;
  while (true) {
    const size_t at = bytes.size();
    bytes.resize(at + kChunk);
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + at, kChunk);
    bytes.resize(at + (got > 0 ? static_cast<size_t>(got) : 0));
    if (got < 0) {
      return MakeError(ErrorCode::kSyntax,
                       "entry " + name + " is damaged: " + zip_file_strerror(file.get()));
    }
    RETURN_IF_ERROR(CheckSize(name, bytes.size(), stat.comp_size));
    if (got == 0) return bytes;
  }
}

}  // namespace interdict
