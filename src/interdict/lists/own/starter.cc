#include "interdict/lists/own/starter.h"

#include <vector>

#include "interdict/tables/starter_files.inc"

namespace interdict {

std::span<const InputFile> StarterFiles() {
  static const auto* const kFiles = [] {
    auto* files = new std::vector<InputFile>();
    for (const auto& file : tables::kStarterFiles) files->push_back({file.name, file.bytes});
    return files;
  }();
  return *kFiles;
}

}  // namespace interdict
