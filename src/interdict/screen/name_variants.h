// The table of name variants in use: the version in the store, folded once into a file in the
// folder of indexes and mapped from then on. The folder may be deleted at any time. Test:
// name_variants_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "interdict/base/result.h"
#include "interdict/index/variant_file.h"
#include "interdict/store/name_table_store.h"

namespace interdict {

class NameVariants {
 public:
  // nullptr when none is loaded. `known_at`: as it was known at that moment. `index_folder` empty:
  // the table stays in memory.
  static Result<std::shared_ptr<const NameVariants>> Load(const std::string& store_folder,
                                                          const std::string& index_folder,
                                                          std::optional<UnixSeconds> known_at = {});

  const NameTableVersion& version() const { return version_; }
  const names::VariantTable& table() const { return file_.table(); }
  // "2025-05-15#1", for results.
  std::string Describe() const;

  static constexpr size_t kMaxKept = 2;  // files in the folder

 private:
  NameVariants(NameTableVersion version, index::VariantFile file)
      : version_(std::move(version)), file_(std::move(file)) {}

  NameTableVersion version_;
  index::VariantFile file_;
};

}  // namespace interdict
