// Several values in one cell, as publishers number them: "(1) Haji (2) Mullah", "(a) Mayor, (b)
// Judge". Test: enumerated_text_test.cc.
#pragma once

#include <string_view>
#include <vector>

namespace interdict {

// The numbered or lettered items, without their marks and a separator at their end; the whole text
// as one item when it is not an enumeration (it must begin with "(1)" or "(a)" and count on from
// there). A mark may span places: "(1) to (6) Algeria (7) Morocco", "(1-3) Libya (4) Mali" give the
// item once. An item that is only a hyphen stands for "not given" and stays in its place, empty.
// Views into the text.
std::vector<std::string_view> SplitEnumeration(std::string_view text);

// Whether the text is an enumeration of more than one item.
bool IsEnumeration(std::string_view text);

}  // namespace interdict
