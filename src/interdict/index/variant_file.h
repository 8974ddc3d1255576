// A table of name variants (names/variant_table.h) as a file of sections, so that it is folded once
// and mapped by every process after that. Its stamp names the analysis and the digest of the groups
// that it was made from. Layout: docs/index_format.md. Test: variant_file_test.cc.
#pragma once

#include <string>

#include "interdict/base/result.h"
#include "interdict/index/index_file.h"
#include "interdict/names/variant_table.h"

namespace interdict::index {

class VariantFile {
 public:
  // As IndexFile::Open and FromBuffer; kStorage too when the arrays are not whole.
  static Result<VariantFile> Open(const std::string& path, const IndexStamp* expected);
  static Result<VariantFile> FromBuffer(AlignedBuffer buffer, const IndexStamp* expected);

  // Lives as long as the file, also after it was moved.
  const names::VariantTable& table() const { return table_; }
  const IndexStamp& stamp() const { return file_.stamp(); }

 private:
  explicit VariantFile(IndexFile file) : file_(std::move(file)) {}
  static Result<VariantFile> Read(Result<IndexFile> file);

  IndexFile file_;
  names::VariantTable table_;
};

// The bytes of such a file.
Result<AlignedBuffer> WriteVariants(const names::VariantTableData& data, const IndexStamp& stamp);

}  // namespace interdict::index
