// Groups of name variants, plain or packed: read, folded into a table, and looked up again. Every
// form that the table has is found with its groups.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "interdict/lists/wikidata/name_groups.h"
#include "interdict/names/variant_table.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  const InputFile file{"names", {reinterpret_cast<const char*>(data), size}};
  const bool recognised = IsNameGroups(file);
  const auto text = UnpackNameGroups(file);
  if (!text.ok()) return 0;
  auto folder = text::Folder::Create();
  if (!folder.ok()) abort();
  names::VariantTableBuilder builder(std::move(*folder));
  const auto counts = ReadNameGroups(
      *text, file.name, [&](uint32_t group, auto names) { builder.AddGroup(group, names); });
  if (counts.ok() && text->size() < Format::kPeekBytes && !recognised) abort();
  const names::VariantTableData made = builder.Build();
  const names::VariantTable table = made.Table();
  if (!names::VariantTable::IsWhole(table.arrays())) abort();
  for (const names::VariantForm& form : made.forms) {
    const std::string word(made.bytes.data() + form.text, form.size);
    if (table.GroupsOf(word, form.consonants_only != 0).size() != form.groups) abort();
  }
  return 0;
}
