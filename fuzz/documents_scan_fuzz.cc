// Any bytes as a document, over a small list: what is found lies in the file, stands in order and
// points at what is there, and the JSON of it is whole.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "interdict/documents/scan_document.h"
#include "interdict/documents/scan_json.h"
#include "interdict/index/name_index_builder.h"
#include "interdict/index/party_data_builder.h"
#include "interdict/resolve/parties.h"
#include "interdict/syntax/json.h"

namespace interdict::documents {
namespace {

void Check(bool holds) {
  if (!holds) abort();
}

template <typename T>
T Take(Result<T> result) {
  Check(result.ok());
  return std::move(*result);
}

Record Listed(const char* id, Schema schema, const char* name) {
  Record record;
  record.source = "list";
  record.id = id;
  record.schema = schema;
  record.names.push_back({.text = name});
  return record;
}

// Lives as long as the process.
struct List {
  List() {
    const std::vector<Record> records = {
        Listed("1", Schema::kPerson, "MADURO MOROS, Nicolas"),
        Listed("2", Schema::kPerson, "SHEVCHENKOV, Anatoliy"),
        Listed("3", Schema::kOrganization, "PETROLEOS DE VENEZUELA, S.A."),
        Listed("4", Schema::kVessel, "OCEAN VICTORIA"),
        Listed("5", Schema::kOrganization, "Karvanda")};
    const text::Folder folder = Take(text::Folder::Create());
    const names::Analyzer analyzer = Take(names::Analyzer::Create());
    const auto resolved = ResolveParties(records, {}, folder);
    index::IndexFileWriter writer(index::IndexStamp{});
    Check(index::AddParties(records, resolved, folder, &writer).ok());
    Check(index::AddNames(records, resolved, analyzer, &writer).ok());
    file = std::make_unique<index::IndexFile>(
        Take(index::IndexFile::FromBuffer(Take(writer.ToBuffer()), nullptr)));
    parties = std::make_unique<index::PartyData>(Take(index::PartyData::Open(*file)));
    names = std::make_unique<index::NameIndex>(Take(index::NameIndex::Open(*file)));
    knowledge.reset(new DocumentKnowledge{Take(NameDictionary::Build(parties.get(), names.get())),
                                          Take(Lexicon::Create())});
    scanner = std::make_unique<Scanner>(Take(Scanner::Create(*knowledge)));
  }

  std::unique_ptr<index::IndexFile> file;
  std::unique_ptr<index::PartyData> parties;
  std::unique_ptr<index::NameIndex> names;
  std::unique_ptr<const DocumentKnowledge> knowledge;
  std::unique_ptr<Scanner> scanner;
};

void CheckSpan(const Document& document, Span span) {
  Check(span.begin <= span.end && span.end <= document.text.size());
  const Span source = document.SourceSpan(span);
  Check(source.begin <= source.end && source.end <= document.source.size());
}

void CheckMentions(const Scan& scan) {
  for (size_t i = 0; i < scan.mentions.size(); ++i) {
    const Mention& mention = scan.mentions[i];
    CheckSpan(scan.document, mention.span);
    Check(!mention.span.empty() && mention.party < scan.parties.size());
    Check(i == 0 || scan.mentions[i - 1].span.begin <= mention.span.begin);
    Check(mention.antecedent == kNone || mention.antecedent < scan.mentions.size());
    Check(mention.nested_in == kNone ||
          scan.mentions.at(mention.nested_in).span.Contains(mention.span));
    Check(mention.score > 0 && mention.score <= 1);
  }
}

void CheckMeasures(const Scan& scan) {
  for (const Measure& measure : scan.measures) {
    CheckSpan(scan.document, measure.evidence);
    Check(measure.evidence.Contains(measure.trigger) && !measure.trigger.empty());
    for (Span span : {measure.condition, measure.attribution.cue, measure.date.expression})
      CheckSpan(scan.document, span);
    for (const auto* roles : {&measure.actors, &measure.targets}) {
      for (const Role& role : *roles) {
        CheckSpan(scan.document, role.span);
        Check(role.party == kNone || role.party < scan.parties.size());
      }
    }
    Check(!measure.event.empty());
  }
  for (const DocumentHit& hit : scan.hits) {
    for (uint32_t mention : hit.mentions) Check(scan.mentions.at(mention).party == hit.party);
    for (uint32_t measure : hit.measures) Check(measure < scan.measures.size());
  }
}

}  // namespace
}  // namespace interdict::documents

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;             // NOLINT(google-build-using-namespace)
  using namespace interdict::documents;  // NOLINT(google-build-using-namespace)
  static const auto* const kList = new List;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto scan = kList->scanner->ScanDocument("fuzz.txt", bytes, {});
  if (!scan.ok()) return 0;
  CheckMentions(*scan);
  CheckMeasures(*scan);
  JsonWriter json;
  WriteScanJson(*scan, &json);
  const std::string text = json.Take();
  JsonParser parser;
  Check(parser.Parse(text).ok());
  return 0;
}
