#include "interdict/resolve/relation_targets.h"

#include <string>
#include <unordered_map>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

// Ids by source and primary name; an empty id where several parties share the name.
using Ids = std::unordered_map<std::string, std::string>;

std::string Key(std::string_view source, std::string_view name) {
  return std::string(source).append(1, ':').append(Trim(name));
}

// The full stop at the end of the text that names the party may be the text's own, or the name's
// own full stop may have been taken for the text's.
std::string FindId(const Ids& ids, const std::string& key) {
  auto found = ids.find(key);
  if (found == ids.end()) found = ids.find(key + '.');
  if (found == ids.end() && key.ends_with('.')) found = ids.find(key.substr(0, key.size() - 1));
  return found == ids.end() ? std::string() : found->second;
}

}  // namespace

void FindRelationTargets(std::span<Record> records) {
  Ids ids;
  for (const Record& record : records) {
    for (const Name& name : record.names) {
      if (name.kind != NameKind::kPrimary) continue;
      const auto [found, is_new] = ids.try_emplace(Key(record.source, name.text), record.id);
      if (!is_new && found->second != record.id) found->second.clear();
    }
  }
  for (Record& record : records) {
    for (Relation& relation : record.relations) {
      if (!relation.target_id.empty() || relation.target_name.empty()) continue;
      std::string id = FindId(ids, Key(record.source, relation.target_name));
      if (id != record.id) relation.target_id = std::move(id);
    }
  }
}

}  // namespace interdict
