#include "interdict/lists/cells/text_nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace interdict {
namespace {

// The text with a '.' for every byte within a pair.
std::string Outside(std::string_view text) {
  const TextNesting nesting(text);
  std::string shown;
  for (size_t at = 0; at < text.size(); ++at) shown += nesting.Outside(at) ? text[at] : '.';
  return shown;
}

TEST(TextNesting, BracketsAndQuotesNest) {
  EXPECT_EQ(Outside("a (b [c] d) e"), "a ......... e");
  EXPECT_EQ(Outside("a “b” c"), "a ....... c");
  EXPECT_EQ(Outside("a \"b \"c\" d\" e"), "a ......... e");
  EXPECT_EQ(Outside("«»x"), "....x");
}

TEST(TextNesting, MarksWithoutPartnerNestNothing) {
  EXPECT_EQ(Outside("(a"), "(a");
  EXPECT_EQ(Outside("a) b"), "a) b");
  EXPECT_EQ(Outside("(a [b) c]"), "...... c]");
  EXPECT_EQ(Outside("a 5\" b"), "a 5\" b");
  EXPECT_EQ(Outside(""), "");
}

}  // namespace
}  // namespace interdict
