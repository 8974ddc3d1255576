// The options that say which lists a question is answered from, shared by the commands that ask.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "interdict/screen/snapshot.h"

namespace interdict::cli {

struct ListOptions {
  AsOfOptions as_of;
  std::vector<std::string> sources;
  std::string max_age = "7";
  VariantOptions variants;

  void AddTo(CLI::App* app);
  // The lists in force, indexed. kNoList, kStaleList and their kind: there is no answer.
  Result<std::unique_ptr<const Snapshot>> Load(const Context& context) const;
};

}  // namespace interdict::cli
