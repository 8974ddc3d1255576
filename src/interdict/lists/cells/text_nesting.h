// Which places of a text stand within brackets or quotation marks.
// Only pairs that open and close count; a bracket that is left open nests nothing.
// Test: text_nesting_test.cc.
#pragma once

#include <string_view>
#include <vector>

namespace interdict {

class TextNesting {
 public:
  // `text` is borrowed for the construction only.
  explicit TextNesting(std::string_view text);

  // Whether the byte at that place is within no pair. The marks themselves count as within.
  bool Outside(size_t at) const { return depth_[at] == 0; }

 private:
  struct Open {
    size_t at;
    std::string_view closer;
  };

  size_t Visit(std::string_view text, size_t at);
  void VisitStraightQuote(std::string_view text, size_t at);
  bool Close(size_t at, std::string_view closer);

  std::vector<int> depth_;
  std::vector<Open> open_;
};

}  // namespace interdict
