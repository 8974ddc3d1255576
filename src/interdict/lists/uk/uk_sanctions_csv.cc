#include "interdict/lists/uk/uk_sanctions_csv.h"

#include "interdict/lists/uk/uk_csv.h"

namespace interdict {
namespace {

constexpr UkCsvSpec kSpec = {
    .format = "uk_sanctions_csv",
    .version = 1,
    .dialect = UkDialect::kFcdoCsv,
    .id_part = UkPart::kUniqueId,
    .date_label = "Report Date",
    .marker_column = "OFSI Group ID",
};

class UkSanctionsCsv final : public Format {
 public:
  std::string_view name() const override { return kSpec.format; }
  std::string_view title() const override { return "UK Sanctions List CSV (FCDO)"; }
  int version() const override { return kSpec.version; }
  bool Recognises(const InputFile& file) const override { return RecognisesUkCsv(file, kSpec); }
  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    return ReadUkCsv(files, kSpec, options, sink);
  }
};

}  // namespace

const Format& UkSanctionsCsvFormat() {
  static const UkSanctionsCsv kFormat;
  return kFormat;
}

}  // namespace interdict
