// The tree of a page, built by gumbo in memory of its own: freeing it walks no tree, so depth
// cannot overflow a stack, and a page whose tree grows beyond the limit is an error instead of an
// exhausted machine. Test: html_test.cc.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict::documents {

inline constexpr size_t kMaxHtmlBytes = size_t{32} << 20;
inline constexpr size_t kMaxTreeBytes = size_t{1} << 29;

class HtmlTree {
 public:
  // `html` is borrowed for the tree's life. Fails with kTooLarge.
  static Result<HtmlTree> Parse(std::string_view html);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const GumboNode* root() const { return root_; }

 private:
  class Memory;
  HtmlTree();

  std::unique_ptr<Memory> memory_;
  const GumboNode* root_ = nullptr;
};

}  // namespace interdict::documents
