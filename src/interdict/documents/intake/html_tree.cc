#include "interdict/documents/intake/html_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace interdict::documents {

// Hands out memory and takes none back. Gumbo knows no failing allocation; where the limit is
// reached, control leaves it for good. It owns nothing but this memory, so nothing is lost.
class HtmlTree::Memory {
 public:
  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    for (void* block : blocks_) std::free(block);
  }

  static void* Allocate(void* self, size_t size) { return static_cast<Memory*>(self)->Take(size); }
  static void Deallocate(void*, void*) {}

  std::jmp_buf* exhausted() { return &exhausted_; }

 private:
  static constexpr size_t kAlign = alignof(std::max_align_t);
  static constexpr size_t kBlock = size_t{1} << 18;

  void* Take(size_t size) {
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_) AddBlock(size);
    void* taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

  void AddBlock(size_t least) {
    const size_t size = std::max(least, kBlock);
    void* block = total_ + size > kMaxTreeBytes ? nullptr : std::malloc(size);
    if (block == nullptr) std::longjmp(exhausted_, 1);
    blocks_.push_back(block);
    total_ += size;
    next_ = static_cast<char*>(block);
    left_ = size;
  }

  std::vector<void*> blocks_;
  char* next_ = nullptr;
  size_t left_ = 0, total_ = 0;
  std::jmp_buf exhausted_;
};

namespace {

// The tree, or nullptr where its memory ran out. Nothing in this frame or below it needs a
// destructor, as a longjmp demands.
const GumboNode* ParseWithin(const GumboOptions* options, std::string_view html,
                             std::jmp_buf* exhausted) {
  if (setjmp(*exhausted) != 0) return nullptr;  // NOLINT: gumbo's allocator cannot say no
  const GumboOutput* output = gumbo_parse_with_options(options, html.data(), html.size());
  return output->document;
}

}  // namespace

HtmlTree::HtmlTree() : memory_(std::make_unique<Memory>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::Parse(std::string_view html) {
  if (html.size() > kMaxHtmlBytes) {
    return MakeError(ErrorCode::kTooLarge, "a page of " + std::to_string(html.size()) +
                                               " bytes; at most " + std::to_string(kMaxHtmlBytes) +
                                               " are read");
  }
  HtmlTree tree;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Memory::Allocate;
  options.deallocator = &Memory::Deallocate;
  options.userdata = tree.memory_.get();
  options.max_errors = 0;
  tree.root_ = ParseWithin(&options, html, tree.memory_->exhausted());
  if (tree.root_ == nullptr) {
    return MakeError(ErrorCode::kTooLarge, "the tree of the page takes more than " +
                                               std::to_string(kMaxTreeBytes) + " bytes");
  }
  return tree;
}

}  // namespace interdict::documents
