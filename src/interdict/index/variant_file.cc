#include "interdict/index/variant_file.h"

namespace interdict::index {

Result<VariantFile> VariantFile::Read(Result<IndexFile> file) {
  if (!file.ok()) return std::move(file).error();
  VariantFile read(std::move(*file));
  names::VariantTable::Arrays arrays;
  ASSIGN_OR_RETURN(arrays.forms, read.file_.Section<names::VariantForm>(SectionId::kVariantForms));
  ASSIGN_OR_RETURN(arrays.slots, read.file_.Section<uint32_t>(SectionId::kVariantSlots));
  ASSIGN_OR_RETURN(arrays.bytes, read.file_.Section<char>(SectionId::kVariantBytes));
  ASSIGN_OR_RETURN(arrays.groups, read.file_.Section<uint32_t>(SectionId::kVariantGroups));
  if (!names::VariantTable::IsWhole(arrays)) {
    return MakeError(ErrorCode::kStorage, "the table of name variants has sections that disagree");
  }
  read.table_ = names::VariantTable(arrays);
  return read;
}

Result<VariantFile> VariantFile::Open(const std::string& path, const IndexStamp* expected) {
  return Read(IndexFile::Open(path, expected));
}

Result<VariantFile> VariantFile::FromBuffer(AlignedBuffer buffer, const IndexStamp* expected) {
  return Read(IndexFile::FromBuffer(std::move(buffer), expected));
}

Result<AlignedBuffer> WriteVariants(const names::VariantTableData& data, const IndexStamp& stamp) {
  IndexFileWriter writer(stamp);
  writer.Add(SectionId::kVariantForms, data.forms);
  writer.Add(SectionId::kVariantSlots, data.slots);
  writer.Add(SectionId::kVariantBytes, data.bytes);
  writer.Add(SectionId::kVariantGroups, data.groups);
  return writer.ToBuffer();
}

}  // namespace interdict::index
