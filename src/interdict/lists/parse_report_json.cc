#include "interdict/lists/parse_report_json.h"

namespace interdict {
namespace {

void WriteCounts(std::string_view key, const std::map<std::string, uint64_t>& counts,
                 JsonWriter* json) {
  json->Key(key).BeginObject();
  for (const auto& [name, count] : counts) json->Member(name, count);
  json->EndObject();
}

void WritePlace(std::string_view record, std::string_view file, uint64_t line, JsonWriter* json) {
  json->OptionalMember("record", record).OptionalMember("file", file);
  if (line != 0) json->Member("line", line);
}

void WriteRejects(const std::vector<Reject>& rejects, JsonWriter* json) {
  json->Key("rejects").BeginArray();
  for (const Reject& reject : rejects) {
    json->BeginObject();
    WritePlace(reject.record, reject.file, reject.line, json);
    json->Member("reason", reject.reason).EndObject();
  }
  json->EndArray();
}

void WriteDefects(const std::vector<Defect>& defects, JsonWriter* json) {
  json->Key("defects").BeginArray();
  for (const Defect& defect : defects) {
    json->BeginObject().Member("code", defect.code);
    WritePlace(defect.record, defect.file, defect.line, json);
    json->Member("detail", defect.detail).EndObject();
  }
  json->EndArray();
}

}  // namespace

void WriteParseReport(const ParseReport& report, JsonWriter* json) {
  json->BeginObject()
      .Member("format", report.format)
      .Member("format_version", report.format_version);
  if (report.published) {
    json->Member("published", FormatIsoDate(*report.published))
        .Member("published_from", report.published_from);
  }
  if (report.declared_records) {
    json->Member("declared_records", *report.declared_records)
        .Member("declared_from", report.declared_from);
  }
  json->Member("records_in", report.records_in)
      .Member("records_out", report.records_out)
      .Member("rejected", static_cast<uint64_t>(report.rejects.size()))
      .Member("reconciles", report.Reconciles())
      .Member("rows_in", report.rows_in)
      .Member("rows_used", report.rows_used)
      .Member("partial", report.partial)
      .Member("missing_parts", report.missing_parts)
      .Member("remark_segments", report.remark_segments)
      .Member("remark_segments_understood", report.remark_segments_understood);
  WriteCounts("counts", report.counts, json);
  WriteCounts("unknown_fields", report.unknown_fields, json);
  WriteCounts("defect_counts", report.defect_counts, json);
  WriteRejects(report.rejects, json);
  WriteDefects(report.defects, json);
  json->EndObject();
}

}  // namespace interdict
