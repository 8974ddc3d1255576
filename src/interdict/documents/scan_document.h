// Scans documents: intake, mentions, measures, events, hits. One Scanner a thread, over a
// DocumentKnowledge that all share. Test: scan_document_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/documents/intake/read_document.h"
#include "interdict/documents/lexicon.h"
#include "interdict/documents/measures/find_measures.h"
#include "interdict/documents/mentions/find_mentions.h"
#include "interdict/documents/mentions/name_dictionary.h"
#include "interdict/documents/scan.h"
#include "interdict/screen/snapshot.h"

namespace interdict::documents {

// What documents are read with; immutable.
struct DocumentKnowledge {
  NameDictionary names;
  Lexicon lexicon;

  // The snapshot is borrowed; nullptr: the tables alone. Cost: 10 microseconds a listed name.
  static Result<std::unique_ptr<const DocumentKnowledge>> Create(const Snapshot* snapshot);
};

class Scanner {
 public:
  // `knowledge` is borrowed for the scanner's life.
  static Result<Scanner> Create(const DocumentKnowledge& knowledge);

  // `bytes` are borrowed for the scan's life. Fails as ReadDocument does.
  Result<Scan> ScanDocument(std::string file, std::string_view bytes, const IntakeOptions& options);

 private:
  Scanner(MentionFinder mentions, MeasureFinder measures)
      : mentions_(std::move(mentions)), measures_(std::move(measures)) {}

  MentionFinder mentions_;
  MeasureFinder measures_;
};

}  // namespace interdict::documents
