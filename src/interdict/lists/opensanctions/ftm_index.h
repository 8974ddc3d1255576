// Where each entity of FollowTheMoney files stands, and which entities point at which: what is
// needed to put a party together with the sanctions, addresses and links that are scattered over
// the files.
//
// First pass over the bytes; keeps some 50 bytes per entity, never the entities themselves. Where a
// file of changes (lines {"op": "ADD"|"MOD"|"DEL", "entity": {...}}) stands beside a whole one, the
// change counts; of several files of changes the one with the later last_seen.
// Errors: those of JsonLines with the file's name; kTooLarge for a statement beyond its limits;
// kDuplicateRecord for an id that occurs twice in
// whole files, or twice in one file of changes.
// Test: opensanctions_ftm_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/lists/format.h"
#include "interdict/lists/opensanctions/ftm_record.h"
#include "interdict/syntax/json.h"

namespace interdict {

enum class FtmOperation : uint8_t { kNone, kAdd, kModify, kDelete };

// A line of a file.
struct FtmLine {
  uint64_t byte = 0;
  uint32_t number = 0;
  uint32_t length = 0;
  uint16_t file = 0;
  FtmRole role = FtmRole::kOther;
  FtmOperation operation = FtmOperation::kNone;
  bool active = true;   // no other line overrides or deletes it
  bool joined = false;  // went into a record
};

class FtmIndex {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr size_t kMaxLines = size_t{1} << 27;
  // An entity that is no party is read again for each party that it speaks about, so that it must
  // be small and speak of few.
  static constexpr size_t kMaxStatementBytes = size_t{1} << 20;
  static constexpr size_t kMaxPointers = 1000;

  // `files` are borrowed for the index's life.
  static Result<FtmIndex> Build(std::span<const InputFile> files, const ReadOptions& options);

  const std::vector<FtmLine>& lines() const { return lines_; }
  std::vector<FtmLine>& lines() { return lines_; }
  std::string_view Text(const FtmLine& line) const {
    return files_[line.file].bytes.substr(line.byte, line.length);
  }

  // The entity on a line; borrowed until the parser parses again.
  Result<FtmEntity> Parse(const FtmLine& line, JsonParser* parser) const;

  // The active line of an entity, or kNone. A hash may lead to another entity: the caller compares
  // ids.
  uint32_t Find(std::string_view id) const;
  // Active lines that may point at the party.
  std::vector<uint32_t> PointingAt(std::string_view party) const;

  bool has_whole() const { return has_whole_; }
  bool has_delta() const { return has_delta_; }
  const std::string& last_seen() const { return last_seen_; }  // latest of all entities
  // Ids that a file of changes deletes.
  const std::vector<std::string>& deleted() const { return deleted_; }
  uint64_t added() const { return added_; }
  uint64_t modified() const { return modified_; }

 private:
  struct Entry {
    uint64_t hash = 0;
    uint32_t line = 0;
  };
  struct FileKind {
    bool delta = false;
    std::string last_seen;
  };

  Status AddFile(uint16_t file, const ReadOptions& options);
  Status AddLine(const JsonLines& line, uint16_t file, JsonParser* parser);
  Status Resolve();
  Status ResolveGroup(size_t begin, size_t end, JsonParser* parser);
  bool Overrides(const FtmLine& a, const FtmLine& b) const;
  std::string IdOf(const FtmLine& line, JsonParser* parser) const;
  Error Duplicate(const FtmLine& a, const FtmLine& b, const std::string& id) const;

  std::span<const InputFile> files_;
  std::vector<FileKind> kinds_;
  std::vector<FtmLine> lines_;
  std::vector<Entry> entities_;  // by hash, one for each line
  std::vector<Entry> pointers_;  // by hash of the party pointed at
  std::vector<std::string> deleted_;
  std::string last_seen_;
  bool has_whole_ = false;
  bool has_delta_ = false;
  uint64_t added_ = 0;
  uint64_t modified_ = 0;
};

}  // namespace interdict
