// Bank identifier codes that a text names as such: "SWIFT/BIC code: KHJBSDKH", "SWIFT codes:
// SCERIRTH and SCTSAEA1". Only codes that stand right behind the word SWIFT or BIC, in capitals and
// of the shape of a BIC, are taken: "Swift Investments (PVT) Ltd" names none. Borrowing: views into
// the text. Test: stated_bics_test.cc.
#pragma once

#include <string_view>
#include <vector>

namespace interdict {

std::vector<std::string_view> FindStatedBics(std::string_view text);

}  // namespace interdict
