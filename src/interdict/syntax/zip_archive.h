// A ZIP archive held in memory, read with libzip.
//
// Safe on hostile input: every limit is checked before and again while unpacking, because the sizes
// that an archive declares may be lies. A bomb (few bytes that unpack to very many) is refused by
// the ratio of unpacked to packed bytes and by the ceilings; encrypted entries are refused. Errors:
// kSyntax (no archive, damaged, wrong checksum), kTooLarge (a limit), kNotFound (no entry of that
// name); all name the entry. Test: zip_archive_test.cc; fuzz: fuzz/xlsx_fuzz.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict {

struct ZipLimits {
  uint64_t max_entries = 1000;
  uint64_t max_entry_bytes = uint64_t{256} << 20;  // unpacked
  // Unpacked bytes per packed byte; spreadsheets reach about 40. Entries of less than
  // `ratio_free_bytes` are not asked: short runs of one byte pack far better than real text.
  uint64_t max_ratio = 250;
  uint64_t ratio_free_bytes = uint64_t{1} << 20;
};

class ZipArchive {
 public:
  // `bytes` is borrowed for the archive's life.
  static Result<ZipArchive> Open(std::string_view bytes, const ZipLimits& limits = {});

  // Whether the bytes begin as an archive with at least one entry does.
  static bool LooksLikeZip(std::string_view head) { return head.starts_with("PK\x03\x04"); }

  bool Has(const std::string& name) const;
  // The unpacked bytes of an entry.
  Result<std::string> Extract(const std::string& name) const;

 private:
  struct Closer {
    void operator()(void* archive) const;
  };
  ZipArchive(void* archive, const ZipLimits& limits) : archive_(archive), limits_(limits) {}
  Status CheckSize(const std::string& name, uint64_t unpacked, uint64_t packed) const;

  std::unique_ptr<void, Closer> archive_;  // zip_t
  ZipLimits limits_;
};

}  // namespace interdict
