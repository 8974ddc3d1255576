#include "interdict/names/variant_table.h"

#include <algorithm>
#include <bit>

#include "interdict/names/form_hash.h"

namespace interdict::names {
namespace {

constexpr char kConsonantMark = '~';  // behind a key; no folded text has one
constexpr size_t kLongestForm = 64;   // longer words have no other keys either (token_profile.h)

uint64_t SlotHash(std::string_view text, bool consonants_only) {
  return FormHash(text) + (consonants_only ? 0x9e3779b97f4a7c15U : 0);
}

bool HasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool VariantTable::IsWhole(const Arrays& arrays) {
  const bool sized = arrays.slots.empty() ? arrays.forms.empty()
                                          : std::has_single_bit(arrays.slots.size()) &&
                                                arrays.slots.size() > arrays.forms.size();
  if (!sized) return false;
  const bool in_slots = std::all_of(arrays.slots.begin(), arrays.slots.end(),
                                    [&](uint32_t slot) { return slot <= arrays.forms.size(); });
  // A search ends at an empty slot.
  const auto filled = static_cast<size_t>(std::count_if(arrays.slots.begin(), arrays.slots.end(),
                                                        [](uint32_t slot) { return slot != 0; }));
  if (!in_slots || filled != arrays.forms.size()) return false;
  return std::all_of(arrays.forms.begin(), arrays.forms.end(), [&](const VariantForm& form) {
    return form.text <= arrays.bytes.size() && form.size <= arrays.bytes.size() - form.text &&
           form.first_group <= arrays.groups.size() &&
           form.groups <= arrays.groups.size() - form.first_group;
  });
}

std::span<const uint32_t> VariantTable::GroupsOf(std::string_view folded,
                                                 bool consonants_only) const {
  if (arrays_.slots.empty()) return {};
  const size_t mask = arrays_.slots.size() - 1;
  for (size_t slot = SlotHash(folded, consonants_only) & mask; arrays_.slots[slot] != 0;
       slot = (slot + 1) & mask) {
    const VariantForm& form = arrays_.forms[arrays_.slots[slot] - 1];
    const std::string_view text(arrays_.bytes.data() + form.text, form.size);
    if (text == folded && (form.consonants_only != 0) == consonants_only)
      return arrays_.groups.subspan(form.first_group, form.groups);
  }
  return {};
}

std::optional<uint32_t> SharedGroup(std::span<const uint32_t> a, std::span<const uint32_t> b) {
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) return a[i];
    if (a[i] < b[k])
      ++i;
    else
      ++k;
  }
  return std::nullopt;
}

std::string VariantTableBuilder::KeyOf(std::string_view name) {
  folder_.Fold(name, &folded_);
  if (folded_.tokens.size() != 1) return {};
  const text::Token& token = folded_.tokens.front();
  const std::string_view text = folded_.Text(token);
  if (text.size() < VariantTable::kLeastLetters || text.size() > kLongestForm || HasDigit(text))
    return {};
  std::string key(text);
  if ((token.flags & text::kConsonantsOnly) != 0) key += kConsonantMark;
  return key;
}

void VariantTableBuilder::AddGroup(uint32_t group, std::span<const std::string_view> names) {
  keys_.clear();
  for (std::string_view name : names) {
    if (std::string key = KeyOf(name); !key.empty()) keys_.push_back(std::move(key));
  }
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  if (keys_.size() < 2 || keys_.size() > VariantTable::kMostForms) return;
  for (const std::string& key : keys_) groups_of_[key].push_back(group);
}

VariantTableData VariantTableBuilder::Build() {
  std::vector<const std::string*> keys;
  for (auto& [key, groups] : groups_of_) {
    if (groups.size() > VariantTable::kMostGroups) continue;
    std::sort(groups.begin(), groups.end());
    keys.push_back(&key);
  }
  std::sort(keys.begin(), keys.end(), [](auto* a, auto* b) { return *a < *b; });
  VariantTableData data;
  if (keys.empty()) return data;
  data.slots.assign(std::bit_ceil(keys.size() * 2), 0);
  for (const std::string* key : keys) {
    const bool consonants_only = key->back() == kConsonantMark;
    const std::string_view text =
        std::string_view(*key).substr(0, key->size() - (consonants_only ? 1 : 0));
    const std::vector<uint32_t>& groups = groups_of_.at(*key);
    data.forms.push_back({static_cast<uint32_t>(data.bytes.size()),
                          static_cast<uint32_t>(data.groups.size()),
                          static_cast<uint32_t>(groups.size()), static_cast<uint16_t>(text.size()),
                          static_cast<uint8_t>(consonants_only ? 1 : 0), 0});
    data.bytes.insert(data.bytes.end(), text.begin(), text.end());
    data.groups.insert(data.groups.end(), groups.begin(), groups.end());
    size_t slot = SlotHash(text, consonants_only) & (data.slots.size() - 1);
    while (data.slots[slot] != 0) slot = (slot + 1) & (data.slots.size() - 1);
    data.slots[slot] = static_cast<uint32_t>(data.forms.size());
  }
  return data;
}

}  // namespace interdict::names
