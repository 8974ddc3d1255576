#include "interdict/lists/uk/ofsi_conlist_csv.h"

#include "interdict/lists/uk/ofsi_other_information.h"
#include "interdict/lists/uk/uk_csv.h"

namespace interdict {
namespace {

constexpr UkCsvSpec kSpec = {
    .format = "ofsi_conlist_csv",
    .version = 1,
    .dialect = UkDialect::kConList,
    .id_part = UkPart::kOfsiGroupId,
    .date_label = "Last Updated",
    .marker_column = "Alias Type",
    .read_other_information = &ReadOfsiOtherInformation,
};

class OfsiConListCsv final : public Format {
 public:
  std::string_view name() const override { return kSpec.format; }
  std::string_view title() const override { return "OFSI Consolidated List CSV (ConList)"; }
  int version() const override { return kSpec.version; }
  bool Recognises(const InputFile& file) const override { return RecognisesUkCsv(file, kSpec); }
  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    return ReadUkCsv(files, kSpec, options, sink);
  }
};

}  // namespace

const Format& OfsiConListCsvFormat() {
  static const OfsiConListCsv kFormat;
  return kFormat;
}

}  // namespace interdict
