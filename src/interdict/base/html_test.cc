#include "interdict/base/html.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(Html, TextsAreEscaped) {
  EXPECT_EQ(EscapeHtml("<a href=\"x\">&'</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
  EXPECT_EQ(EscapeHtml("\xff"), "\xEF\xBF\xBD");
  EXPECT_EQ(EscapeHtml("محمد"), "محمد");
}

}  // namespace
}  // namespace interdict
