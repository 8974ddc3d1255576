// What queries are answered from: an index of the lists in force, shared by any number of threads
// and, as a mapped file, by processes.
//
// The index belongs to its lists, their versions, the operator's merge decisions, the table of name
// variants and the analysis: all stand in its stamp. One that fits is mapped; otherwise it is built
// from the store (0.5 s for the OFAC list) and kept in the folder of indexes for the next process.
// Fails closed like ResolvedLists. Immutable after Load. Test: snapshot_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/index/index_file.h"
#include "interdict/index/name_index.h"
#include "interdict/index/party_data.h"
#include "interdict/screen/name_variants.h"
#include "interdict/screen/resolved_lists.h"

namespace interdict {

class Snapshot {
 public:
  // `index_folder`: where indexes are kept; empty: the index stays in memory. `variants`: the table
  // of name variants to analyse names with; nullptr: none.
  static Result<std::unique_ptr<const Snapshot>> Load(
      const ListStore& store, const ListChoice& choice, const std::string& index_folder,
      std::shared_ptr<const NameVariants> variants = nullptr);

  const std::vector<ListVersion>& versions() const { return versions_; }
  const index::PartyData& parties() const { return *parties_; }
  const index::NameIndex& names() const { return *names_; }
  const index::IndexFile& file() const { return *file_; }
  std::string Describe() const { return DescribeVersions(versions_); }
  const NameVariants* variants() const { return variants_.get(); }
  const names::VariantTable* variant_table() const {
    return variants_ == nullptr ? nullptr : &variants_->table();
  }
  // Why a built index could not be kept for the next process; nothing is wrong with this one.
  const std::optional<Error>& keep_problem() const { return keep_problem_; }

  static constexpr size_t kMaxKept = 8;  // indexes in the folder; the least recently used go

 private:
  Snapshot() = default;
  Status OpenSections();

  std::vector<ListVersion> versions_;
  std::shared_ptr<const NameVariants> variants_;
  std::optional<index::IndexFile> file_;
  std::optional<index::PartyData> parties_;
  std::optional<index::NameIndex> names_;
  std::optional<Error> keep_problem_;
};

// The index of resolved lists, as Snapshot builds it.
Result<index::AlignedBuffer> BuildIndex(const ResolvedLists& lists, const index::IndexStamp& stamp,
                                        const names::VariantTable* variants = nullptr);

}  // namespace interdict
