#include "interdict/index/aligned_buffer.h"

#include <cstring>

namespace interdict::index {

AlignedBuffer::AlignedBuffer(size_t size) : size_(size) {
  if (size == 0) return;
  data_.reset(static_cast<std::byte*>(::operator new[](size, std::align_val_t(kSectionAlignment))));
  std::memset(data_.get(), 0, size);
}

}  // namespace interdict::index
