// Cells of the tables of data/documents that hold several forms: "sanction|sanctions".
#pragma once

#include <string_view>

namespace interdict::documents {

// Calls `use` for each form of the cell, in order; an empty cell has none.
template <class Use>
void ForEachForm(std::string_view forms, Use use) {
  while (!forms.empty()) {
    const size_t bar = forms.find('|');
    use(forms.substr(0, bar));
    forms = bar == std::string_view::npos ? std::string_view() : forms.substr(bar + 1);
  }
}

}  // namespace interdict::documents
