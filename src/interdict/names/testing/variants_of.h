// A table of name variants from groups that a test writes down; they are numbered from 1.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "interdict/names/variant_table.h"

namespace interdict::testing {

inline names::VariantTableData VariantsOf(const std::vector<std::vector<std::string>>& groups) {
  auto folder = text::Folder::Create();
  EXPECT_TRUE(folder.ok());
  names::VariantTableBuilder builder(std::move(*folder));
  uint32_t number = 0;
  for (const auto& group : groups) {
    const std::vector<std::string_view> names(group.begin(), group.end());
    builder.AddGroup(++number, names);
  }
  return builder.Build();
}

}  // namespace interdict::testing
