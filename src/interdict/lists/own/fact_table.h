// The lines of a fact table, held to its form: see interdict_facts.h.
// Errors, all with file and line: kTruncated (the last line has no line end), kEncoding, kTooLarge,
// kSyntax (anything else that is not of the form).
// Borrowing: a line's and a fact's members point into the file's bytes.
// Test: interdict_facts_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/lists/format.h"

namespace interdict {

// Lower-case letters and digits in groups joined by single hyphens.
bool IsFactPartyId(std::string_view text);

struct FactLine {
  uint64_t number = 0;
  std::vector<std::string_view> fields;  // between tabs
};

class FactLines {
 public:
  // Both are borrowed for the object's life.
  FactLines(const InputFile& file, const std::string& source) : file_(file), source_(source) {}

  // The next line that is no comment (comments stand only at the head of a file); false at the end.
  Result<bool> Next(FactLine* line);

  Error Fail(ErrorCode code, std::string message) const;

 private:
  Status Check(std::string_view text) const;

  const InputFile& file_;
  const std::string& source_;
  size_t at_ = 0;
  uint64_t number_ = 0;
  bool seen_ = false;
};

struct Fact {
  std::string_view party;
  std::string_view property;
  std::string_view value;
  std::string_view source;
  std::vector<std::pair<std::string_view, std::string_view>> qualifiers;

  // Value of a qualifier, or empty.
  std::string_view Qualifier(std::string_view key) const;
};

// The fact of the line that `lines` gave last.
Result<Fact> ParseFact(const FactLine& line, const FactLines& lines);

}  // namespace interdict
