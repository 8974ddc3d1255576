#include "interdict/lists/opensanctions/ftm_index.h"

#include <algorithm>
#include <functional>

namespace interdict {
namespace {

uint64_t HashOf(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

struct Change {
  FtmOperation operation = FtmOperation::kNone;
  JsonObject entity;
};

// The entity of a line, which in a file of changes stands inside an object with the operation.
Result<Change> ReadChange(const JsonObject& object) {
  Change change;
  const std::string_view operation = JsonString(object, "op");
  if (operation.empty()) {
    change.entity = object;
    return change;
  }
  if (operation == "ADD")
    change.operation = FtmOperation::kAdd;
  else if (operation == "MOD")
    change.operation = FtmOperation::kModify;
  else if (operation == "DEL")
    change.operation = FtmOperation::kDelete;
  else
    return MakeError(ErrorCode::kSyntax,
                     "operation \"" + std::string(operation) + "\"; ADD, MOD or DEL was expected");
  if (object.at_key("entity").get(change.entity) != simdjson::SUCCESS) {
    return MakeError(ErrorCode::kSyntax, "an operation without \"entity\"");
  }
  return change;
}

template <typename Entries>
auto RangeOf(const Entries& entries, uint64_t hash) {
  const auto less = [](const auto& a, const auto& b) { return a.hash < b.hash; };
  typename Entries::value_type key;
  key.hash = hash;
  return std::equal_range(entries.begin(), entries.end(), key, less);
}

}  // namespace

Result<FtmEntity> FtmIndex::Parse(const FtmLine& line, JsonParser* parser) const {
  ASSIGN_OR_RETURN(const JsonObject object, parser->ParseObject(Text(line)));
  ASSIGN_OR_RETURN(const Change change, ReadChange(object));
  return ReadFtmEntity(change.entity);
}

std::string FtmIndex::IdOf(const FtmLine& line, JsonParser* parser) const {
  const auto object = parser->ParseObject(Text(line));
  if (!object.ok()) return {};
  const auto change = ReadChange(*object);
  return change.ok() ? std::string(JsonString(change->entity, "id")) : std::string();
}

Status FtmIndex::AddLine(const JsonLines& line, uint16_t file, JsonParser* parser) {
  ASSIGN_OR_RETURN(const JsonObject object, line.Parse(parser));
  auto change = ReadChange(object);
  const auto at_line = [&](Error error) {
    error.where.line = line.line();
    error.where.byte = line.byte();
    error.where.has_byte = true;
    return error;
  };
  if (!change.ok()) return at_line(std::move(change).error());
  FtmLine entry;
  const auto offset = static_cast<uint64_t>(line.text().data() - files_[file].bytes.data());
  entry.byte = offset;
  entry.number = static_cast<uint32_t>(line.line());
  entry.length = static_cast<uint32_t>(line.text().size());
  entry.file = file;
  entry.operation = change->operation;
  const auto index = static_cast<uint32_t>(lines_.size());
  FileKind& kind = kinds_[file];
  kind.delta = kind.delta || entry.operation != FtmOperation::kNone;
  if (entry.operation == FtmOperation::kDelete) {
    const std::string_view id = JsonString(change->entity, "id");
    if (id.empty()) return at_line(MakeError(ErrorCode::kSyntax, "a deletion without \"id\""));
    entry.active = false;
    lines_.push_back(entry);
    entities_.push_back({HashOf(id), index});
    deleted_.emplace_back(id);
    return Ok{};
  }
  auto entity = ReadFtmEntity(change->entity);
  if (!entity.ok()) return at_line(std::move(entity).error());
  entry.role = FtmRoleOf(entity->schema);
  if (entry.operation == FtmOperation::kAdd) ++added_;
  if (entry.operation == FtmOperation::kModify) ++modified_;
  lines_.push_back(entry);
  entities_.push_back({HashOf(entity->id), index});
  const size_t pointers = pointers_.size();
  for (std::string_view property : FtmPointers(entity->schema)) {
    entity->ForEach(property, [&](std::string_view id) {
      pointers_.push_back({HashOf(id), index});
    });
  }
  if (pointers_.size() - pointers > kMaxPointers ||
      (entry.role != FtmRole::kParty && entry.length > kMaxStatementBytes)) {
    return at_line(MakeError(ErrorCode::kTooLarge,
                             "a " + std::string(entity->schema) +
                                 " of more than 1 MiB, or that points at more than 1000 parties"));
  }
  const std::string_view seen = JsonString(entity->object, "last_seen");
  if (seen > kind.last_seen) kind.last_seen = std::string(seen);
  return Ok{};
}

Status FtmIndex::AddFile(uint16_t file, const ReadOptions& options) {
  constexpr uint64_t kProgressEvery = 4096;  // lines
  JsonParser parser;
  JsonLines lines(files_[file].bytes);
  while (lines.Next()) {
    if (lines_.size() >= kMaxLines) {
      return MakeError(ErrorCode::kTooLarge,
                       "more than " + std::to_string(kMaxLines) + " entities");
    }
    if (Status status = AddLine(lines, file, &parser); !status.ok()) {
      Error error = std::move(status).error();
      error.where.source = options.source;
      error.where.file = std::string(files_[file].name);
      return error;
    }
    if (options.progress && lines.line() % kProgressEvery == 0) {
      options.progress(lines.byte() / 2, files_[file].bytes.size());
    }
  }
  FileKind& kind = kinds_[file];
  (kind.delta ? has_delta_ : has_whole_) = true;
  last_seen_ = std::max(last_seen_, kind.last_seen);
  return Ok{};
}

// Whether line `a` takes the place of line `b` of the same entity.
bool FtmIndex::Overrides(const FtmLine& a, const FtmLine& b) const {
  const FileKind& kind_a = kinds_[a.file];
  const FileKind& kind_b = kinds_[b.file];
  if (kind_a.delta != kind_b.delta) return kind_a.delta;
  if (kind_a.last_seen != kind_b.last_seen) return kind_a.last_seen > kind_b.last_seen;
  return a.file > b.file;
}

Error FtmIndex::Duplicate(const FtmLine& a, const FtmLine& b, const std::string& id) const {
  return MakeError(ErrorCode::kDuplicateRecord,
                   "entity " + id + " stands twice: in line " + std::to_string(a.number) + " of " +
                       std::string(files_[a.file].name) + " and line " + std::to_string(b.number) +
                       " of " + std::string(files_[b.file].name),
                   Where{.file = std::string(files_[b.file].name), .record = id, .line = b.number});
}

// Lines with one hash: of each entity only the line that overrides all others stays active.
Status FtmIndex::ResolveGroup(size_t begin, size_t end, JsonParser* parser) {
  std::vector<std::string> ids;
  for (size_t i = begin; i < end; ++i) ids.push_back(IdOf(lines_[entities_[i].line], parser));
  for (size_t i = begin; i < end; ++i) {
    for (size_t j = begin; j < end; ++j) {
      if (i == j || ids[i - begin] != ids[j - begin]) continue;
      FtmLine& a = lines_[entities_[i].line];
      FtmLine& b = lines_[entities_[j].line];
      const bool rivals = a.file == b.file || (!kinds_[a.file].delta && !kinds_[b.file].delta);
      if (rivals) return Duplicate(a, b, ids[i - begin]);
      if (Overrides(a, b)) b.active = false;
    }
  }
  return Ok{};
}

Status FtmIndex::Resolve() {
  constexpr size_t kMaxGroup = 64;  // files that speak of one entity
  const auto by_hash = [](const Entry& a, const Entry& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.line < b.line;
  };
  std::sort(entities_.begin(), entities_.end(), by_hash);
  std::sort(pointers_.begin(), pointers_.end(), by_hash);
  JsonParser parser;
  for (size_t begin = 0; begin < entities_.size();) {
    size_t end = begin + 1;
    while (end < entities_.size() && entities_[end].hash == entities_[begin].hash) ++end;
    const size_t last = std::min(end, begin + kMaxGroup);
    if (end - begin > 1) RETURN_IF_ERROR(ResolveGroup(begin, last, &parser));
    if (end > last) {
      return Duplicate(lines_[entities_[begin].line], lines_[entities_[last].line], "");
    }
    begin = end;
  }
  return Ok{};
}

uint32_t FtmIndex::Find(std::string_view id) const {
  const auto [begin, end] = RangeOf(entities_, HashOf(id));
  for (auto entry = begin; entry != end; ++entry) {
    if (lines_[entry->line].active) return entry->line;
  }
  return kNone;
}

std::vector<uint32_t> FtmIndex::PointingAt(std::string_view party) const {
  std::vector<uint32_t> found;
  const auto [begin, end] = RangeOf(pointers_, HashOf(party));
  for (auto entry = begin; entry != end; ++entry) {
    const bool repeated = !found.empty() && found.back() == entry->line;
    if (lines_[entry->line].active && !repeated) found.push_back(entry->line);
  }
  return found;
}

Result<FtmIndex> FtmIndex::Build(std::span<const InputFile> files, const ReadOptions& options) {
  constexpr size_t kMaxFiles = 1000;
  if (files.size() > kMaxFiles) {
    return MakeError(ErrorCode::kTooLarge, "more than " + std::to_string(kMaxFiles) + " files");
  }
  FtmIndex index;
  index.files_ = files;
  index.kinds_.resize(files.size());
  for (size_t i = 0; i < files.size(); ++i) {
    RETURN_IF_ERROR(index.AddFile(static_cast<uint16_t>(i), options));
  }
  RETURN_IF_ERROR(index.Resolve());
  return index;
}

}  // namespace interdict
