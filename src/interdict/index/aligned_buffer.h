// Bytes of a fixed length at an address that sections may be read from in place.
// Alignment: kSectionAlignment. Zeroed. Move-only; the address survives a move. Test:
// index_file_test.cc.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace interdict::index {

// Of every section, in bytes: a cache line.
inline constexpr size_t kSectionAlignment = 64;

class AlignedBuffer {
 public:
  AlignedBuffer() = default;
  explicit AlignedBuffer(size_t size);

  std::span<std::byte> bytes() { return {data_.get(), size_}; }
  std::span<const std::byte> bytes() const { return {data_.get(), size_}; }

 private:
  struct Release {
    void operator()(std::byte* data) const {
      ::operator delete[](data, std::align_val_t(kSectionAlignment));
    }
  };
  std::unique_ptr<std::byte[], Release> data_;
  size_t size_ = 0;
};

}  // namespace interdict::index
