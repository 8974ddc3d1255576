#include "interdict/resolve/relation_targets.h"

#include <string>
#include <unordered_map>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

// The full stop at the end of the text it stands in may be the name's own, or the name may lack it.
std::string NameKey(std::string_view source, std::string_view name) {
  name = Trim(name);
  if (name.ends_with('.')) name.remove_suffix(1);
  return std::string(source) + ":" + std::string(name);
}

}  // namespace

void FindRelationTargets(std::span<Record> records) {
  std::unordered_map<std::string, std::string> ids;  // empty id: several parties of that name
  for (const Record& record : records) {
    for (const Name& name : record.names) {
      if (name.kind != NameKind::kPrimary) continue;
      const auto [found, is_new] = ids.try_emplace(NameKey(record.source, name.text), record.id);
      if (!is_new && found->second != record.id) found->second.clear();
    }
  }
  for (Record& record : records) {
    for (Relation& relation : record.relations) {
      if (!relation.target_id.empty() || relation.target_name.empty()) continue;
      const auto found = ids.find(NameKey(record.source, relation.target_name));
      if (found != ids.end() && found->second != record.id) relation.target_id = found->second;
    }
  }
}

}  // namespace interdict
