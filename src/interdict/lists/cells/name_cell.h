// Names that a publisher packs into one cell: "Qasim Sulaimani; Qasem Sulaymani",
// "Andrei TARASEVICH, Belarusian: Андрэй ТАРАСЕВIЧ, Russian: Андрей ТАРАСЕВИЧ",
// "Duks JSC (also known as Dux and Duks)", "Jin Tiesan (金铁三)".
//
// A semicolon always separates. Commas, slashes, "or" and "and" do so in some publishers' cells and
// stand within names too ("М Инвест, ООО", "LEVY, Yinon", "Medical Sciences and Health"), so they
// are separators only where asked for, outside brackets and quotes, and when both sides look like
// whole names. A name that is wrongly left together is found less well; one that is wrongly cut
// hits strangers: in doubt it stays together. Test: name_cell_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interdict {

struct CellName {
  std::string text;      // one line, without separators and brackets that do not close
  std::string language;  // the publisher's label of it: "Russian"; or empty
  std::string remark;    // what stood with it and is no name: "combat name", "born 1 Jan. 1953"
  bool operator==(const CellName&) const = default;
};

struct NameCellRules {
  bool person = true;             // of a person, else of a body or a ship
  bool loose_separators = false;  // commas, slashes, "or", "and", line breaks between scripts too
};

// The names of the cell in their order; none when it holds none. A cell of more than 64 KiB is one
// name, as it stands.
std::vector<CellName> UnpackNames(std::string_view cell, const NameCellRules& rules);

// As SqueezeSpaces, and a word divided at the end of a line ("Gavrilov-\nYam") put together.
std::string OneLine(std::string_view text);

// Whether the text has letters, and all of them are of one kind: Latin, or of other scripts.
enum class LetterKind { kNone, kLatin, kOther, kMixed };
LetterKind LettersOf(std::string_view text);

}  // namespace interdict
