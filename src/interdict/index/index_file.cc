#include "interdict/index/index_file.h"

#include <sys/mman.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "interdict/index/replace_file.h"

namespace interdict::index {
namespace {

// "\x89" and the line ends show a transfer that took the file for text.
constexpr std::array<char, 8> kMagic = {'\x89', 'I', 'D', 'X', '\r', '\n', '\x1a', '\n'};
constexpr uint32_t kByteOrderMark = 0x01020304;
constexpr uint32_t kMaxSections = 1024;

struct RawHeader {
  std::array<char, 8> magic;
  uint32_t byte_order;
  uint32_t format_version;
  uint64_t header_checksum;  // of the header from file_size on, and of the section table
  uint64_t file_size;
  uint32_t section_count;
  uint32_t reserved;
  ContentKey content;
  std::array<char, IndexStamp::kMaxStampText + 1> analyser;
  std::array<char, IndexStamp::kMaxStampText + 1> icu;
  std::array<char, 56> unused;
};
static_assert(sizeof(RawHeader) == 256);
constexpr size_t kChecked = offsetof(RawHeader, file_size);

struct RawSection {
  uint32_t id;
  uint32_t element_size;
  uint64_t offset;
  uint64_t size;
  uint64_t checksum;
};
static_assert(sizeof(RawSection) == 32);

size_t AlignUp(size_t size) {
  return (size + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

size_t HeaderEnd(size_t sections) {
  return sizeof(RawHeader) + sections * sizeof(RawSection);
}

uint64_t Checksum(std::span<const std::byte> bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

template <class T>
T ReadAt(std::span<const std::byte> bytes, size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

std::string StampText(const std::array<char, IndexStamp::kMaxStampText + 1>& raw) {
  return {raw.data(), strnlen(raw.data(), raw.size())};
}

Error Damaged(const std::string& what) {
  return MakeError(ErrorCode::kStorage, "the index is damaged: " + what + "; it has to be rebuilt");
}

Error Other(const std::string& what) {
  return MakeError(ErrorCode::kStoreVersion, "the index is " + what + "; it has to be rebuilt");
}

// The header, when the file is an index of this format and byte order and its header is whole.
Result<RawHeader> ReadHeader(std::span<const std::byte> bytes) {
  if (bytes.size() < sizeof(RawHeader)) return Damaged("it ends within its header");
  const auto header = ReadAt<RawHeader>(bytes, 0);
  if (header.magic != kMagic) return Damaged("the file does not begin as an index");
  if (header.byte_order != kByteOrderMark) return Other("of a machine with another byte order");
  if (header.format_version != kIndexFormatVersion) {
    return Other("of format " + std::to_string(header.format_version) + ", expected " +
                 std::to_string(kIndexFormatVersion));
  }
  if (header.section_count > kMaxSections) return Damaged("its header is altered");
  const size_t end = HeaderEnd(header.section_count);
  if (bytes.size() < end) return Damaged("it ends within its header");
  if (Checksum(bytes.subspan(kChecked, end - kChecked)) != header.header_checksum) {
    return Damaged("its header is altered");
  }
  if (header.file_size != bytes.size()) {
    return Damaged("it has " + std::to_string(bytes.size()) + " bytes of " +
                   std::to_string(header.file_size));
  }
  return header;
}

Status CheckStamp(const IndexStamp& found, const IndexStamp& expected) {
  if (found.analyser != expected.analyser) {
    return Other("made by the text analysis " + found.analyser + ", expected " + expected.analyser);
  }
  if (found.icu != expected.icu) {
    return Other("made with ICU " + found.icu + ", expected " + expected.icu);
  }
  if (found.content != expected.content) return Other("made from other list versions or options");
  return Ok{};
}

bool AllZero(std::span<const std::byte> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

void Prefault(std::string_view bytes) {
#ifdef MADV_POPULATE_READ
  // Only speed: one call instead of a fault every few pages; an older kernel refuses it.
  (void)madvise(const_cast<char*>(bytes.data()), bytes.size(), MADV_POPULATE_READ);
#endif
}

}  // namespace

void IndexFileWriter::AddBytes(SectionId id, uint32_t element_size,
                               std::span<const std::byte> bytes) {
  sections_.push_back({id, element_size, {bytes.begin(), bytes.end()}});
}

Result<AlignedBuffer> IndexFileWriter::ToBuffer() const {
  RawHeader header{};
  for (const auto& [text, raw] :
       {std::pair{&stamp_.analyser, &header.analyser}, std::pair{&stamp_.icu, &header.icu}}) {
    if (text->size() > IndexStamp::kMaxStampText) {
      return MakeError(ErrorCode::kTooLarge, "version text of " + std::to_string(text->size()) +
                                                 " bytes in an index's stamp");
    }
    std::copy(text->begin(), text->end(), raw->begin());
  }
  std::vector<RawSection> table;
  size_t end = AlignUp(HeaderEnd(sections_.size()));
  for (const Pending& section : sections_) {
    table.push_back({static_cast<uint32_t>(section.id), section.element_size, end,
                     section.bytes.size(), Checksum(section.bytes)});
    end = AlignUp(end + section.bytes.size());
  }
  AlignedBuffer buffer(end);
  const std::span<std::byte> out = buffer.bytes();
  for (size_t i = 0; i < table.size(); ++i) {
    std::copy(sections_[i].bytes.begin(), sections_[i].bytes.end(),
              out.begin() + static_cast<ptrdiff_t>(table[i].offset));
  }
  header.magic = kMagic;
  header.byte_order = kByteOrderMark;
  header.format_version = kIndexFormatVersion;
  header.file_size = end;
  header.section_count = static_cast<uint32_t>(table.size());
  header.content = stamp_.content;
  const size_t header_end = HeaderEnd(table.size());
  std::memcpy(out.data(), &header, sizeof(header));
  if (!table.empty()) {
    std::memcpy(out.data() + sizeof(header), table.data(), table.size() * sizeof(RawSection));
  }
  header.header_checksum = Checksum(out.subspan(kChecked, header_end - kChecked));
  std::memcpy(out.data(), &header, sizeof(header));
  return buffer;
}

Status IndexFileWriter::WriteTo(const std::string& path) const {
  ASSIGN_OR_RETURN(const AlignedBuffer buffer, ToBuffer());
  return ReplaceFile(path, buffer.bytes());
}

Result<IndexFile> IndexFile::Open(const std::string& path, const IndexStamp* expected) {
  IndexFile file;
  ASSIGN_OR_RETURN(file.mapped_, MappedFile::Open(path));
  Prefault(file.mapped_->bytes());
  file.bytes_ = std::as_bytes(std::span(file.mapped_->bytes()));
  if (Status status = file.Verify(expected); !status.ok()) {
    Error error = std::move(status).error();
    error.where.file = path;
    return error;
  }
  return file;
}

Result<IndexFile> IndexFile::FromBuffer(AlignedBuffer buffer, const IndexStamp* expected) {
  IndexFile file;
  file.buffer_ = std::move(buffer);
  file.bytes_ = std::as_const(file.buffer_).bytes();
  RETURN_IF_ERROR(file.Verify(expected));
  return file;
}

Status IndexFile::Verify(const IndexStamp* expected) {
  ASSIGN_OR_RETURN(const RawHeader header, ReadHeader(bytes_));
  stamp_ = {StampText(header.analyser), StampText(header.icu), header.content};
  if (expected != nullptr) RETURN_IF_ERROR(CheckStamp(stamp_, *expected));
  size_t end = HeaderEnd(header.section_count);
  for (uint32_t i = 0; i < header.section_count; ++i) {
    const auto raw = ReadAt<RawSection>(bytes_, HeaderEnd(i));
    const auto id = static_cast<SectionId>(raw.id);
    const std::string name = "section " + std::to_string(raw.id);
    // Sections stand one behind the other, so they cannot overlap, and what lies between is zero.
    const bool placed = raw.offset == AlignUp(end) && raw.offset <= bytes_.size() &&
                        raw.size <= bytes_.size() - raw.offset;
    if (!placed || raw.element_size == 0 || raw.size % raw.element_size != 0) {
      return Damaged(name + " is misplaced");
    }
    const bool twice = std::any_of(sections_.begin(), sections_.end(),
                                   [&](const Placed& earlier) { return earlier.id == id; });
    if (twice) return Damaged(name + " stands twice");
    if (!AllZero(bytes_.subspan(end, raw.offset - end))) return Damaged("altered before " + name);
    const auto section = bytes_.subspan(raw.offset, raw.size);
    if (Checksum(section) != raw.checksum) return Damaged(name + " is altered");
    sections_.push_back({id, raw.element_size, section});
    end = raw.offset + raw.size;
  }
  if (AlignUp(end) != bytes_.size()) return Damaged("bytes behind its last section");
  if (!AllZero(bytes_.subspan(end))) return Damaged("altered behind its last section");
  return Ok{};
}

bool IndexFile::Has(SectionId id) const {
  return std::any_of(sections_.begin(), sections_.end(),
                     [id](const Placed& section) { return section.id == id; });
}

Result<std::span<const std::byte>> IndexFile::SectionBytes(SectionId id,
                                                           uint32_t element_size) const {
  for (const Placed& section : sections_) {
    if (section.id != id) continue;
    if (section.element_size == element_size) return section.bytes;
    return Damaged("section " + std::to_string(static_cast<uint32_t>(id)) + " has elements of " +
                   std::to_string(section.element_size) + " bytes, expected " +
                   std::to_string(element_size));
  }
  return Damaged("it has no section " + std::to_string(static_cast<uint32_t>(id)));
}

}  // namespace interdict::index
