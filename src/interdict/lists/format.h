// A publisher's list format: recognised by content, read record by record.
//
// One pair of files a format (un_xml.h/.cc ...); each header declares one function that returns the
// format, and registry.cc lists them all. A Format has no state; reading is re-entrant.
// A new format: write the pair, add its line to registry.cc, its fuzz target, its row in
// docs/lists.md (HACKING.md, "to add a list format").
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/entity/record.h"
#include "interdict/lists/parse_report.h"

namespace interdict {

// A file of a publisher's set. Both members are borrowed for the length of the call.
struct InputFile {
  std::string_view name;  // base name, for messages and, where content cannot tell, for the part
  std::string_view bytes;
};

// Takes over a finished record. An error stops the reading and becomes its result.
using RecordSink = std::function<Status(Record&&)>;

struct ReadOptions {
  std::string source;        // list id that the records get
  std::string_view mapping;  // content of the mapping file, for custom lists only
  std::function<void(uint64_t bytes_done, uint64_t bytes_total)> progress;  // may be empty
};

class Format {
 public:
  virtual ~Format() = default;

  virtual std::string_view name() const = 0;   // "ofac_legacy_csv"
  virtual std::string_view title() const = 0;  // "OFAC legacy CSV (sdn, alt, add, comments)"
  // Raised whenever the same bytes give other records than before.
  virtual int version() const = 0;

  // Whether this file is (a part of) a list in this format, judged from its content; only the first
  // kPeekBytes need be looked at. Must be false for other formats of the registry.
  static constexpr size_t kPeekBytes = size_t{1} << 16;
  virtual bool Recognises(const InputFile& file) const = 0;

  // Reads the publisher's set. The order of files does not matter. A document that is not whole,
  // not well-formed, or not the right one is an error; a bad record is a reject of the report; a
  // bad value stays in the record and is a defect of the report.
  virtual Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                                   const RecordSink& sink) const = 0;
};

}  // namespace interdict
