#include "cli/import_report.h"

#include <fmt/format.h>

#include <cstdio>
#include <map>

#include "cli/command.h"
#include "cli/terminal.h"
#include "interdict/base/json_writer.h"
#include "interdict/base/strings.h"
#include "interdict/lists/parse_report_json.h"

namespace interdict::cli {
namespace {

std::string OutcomeJson(const ImportOutcome& outcome) {
  const ListVersion& version = outcome.version;
  JsonWriter json(2);
  json.BeginObject()
      .Member("source", version.source)
      .Member("outcome", OutcomeName(outcome.kind))
      .Member("version", version.id)
      .Member("published", FormatIsoDate(version.published))
      .Member("records", version.records)
      .Key("by_schema")
      .BeginObject();
  for (const auto& [schema, count] : version.by_schema) json.Member(schema, count);
  json.EndObject()
      .Member("sha256", version.sha256)
      .Member("partial", !version.missing_parts.empty());
  json.Member("missing_parts", version.missing_parts);
  json.Key("accepted").BeginArray();
  for (const IntakeFinding& finding : outcome.accepted) {
    json.BeginObject()
        .Member("check", finding.check)
        .Member("evidence", finding.evidence)
        .EndObject();
  }
  json.EndArray().Member("warnings", outcome.warnings).Key("report");
  WriteParseReport(outcome.report, &json);
  json.EndObject();
  return json.Take() + "\n";
}

std::string OutcomeText(const ImportOutcome& outcome) {
  const ListVersion& version = outcome.version;
  std::string kinds;
  for (const auto& [schema, count] : version.by_schema) {
    kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", Thousands(count), schema);
  }
  std::string text =
      fmt::format("{} of {}: {} records ({})\n", Styled(version.source, Style::kBold),
                  FormatIsoDate(version.published), Thousands(version.records), kinds);
  text += OutcomeSentence(outcome.kind);
  text += '\n';
  if (!outcome.report.rejects.empty()) {
    text += fmt::format("{} records rejected ('interdict inspect' names them).\n",
                        outcome.report.rejects.size());
  }
  if (outcome.report.remark_segments > 0) {
    text += fmt::format("Remarks: {} of {} segments understood.\n",
                        Thousands(outcome.report.remark_segments_understood),
                        Thousands(outcome.report.remark_segments));
  }
  for (const auto& [code, count] : version.defects) {
    text += fmt::format("Defects in the file: {} {} (values are kept).\n", Thousands(count), code);
  }
  return text;
}

}  // namespace

std::string_view OutcomeName(ImportOutcome::Kind kind) {
  switch (kind) {
    case ImportOutcome::Kind::kActivated:
      return "active";
    case ImportOutcome::Kind::kHistory:
      return "history";
    case ImportOutcome::Kind::kConfirmed:
      return "unchanged";
  }
  return {};
}

std::string_view OutcomeSentence(ImportOutcome::Kind kind) {
  switch (kind) {
    case ImportOutcome::Kind::kActivated:
      return "Now the active version.";
    case ImportOutcome::Kind::kHistory:
      return "Loaded as history; a later version stays active.";
    case ImportOutcome::Kind::kConfirmed:
      return "Unchanged since it was loaded; confirmed as current.";
  }
  return {};
}

std::string RenderReport(const ParseReport& report) {
  std::string text =
      fmt::format("{} (reader {})\n", Styled(report.format, Style::kBold), report.format_version);
  const auto line = [&text](std::string_view label, const std::string& value) {
    text += fmt::format("  {:<22}{}\n", label, value);
  };
  if (report.published) {
    line("published", FormatIsoDate(*report.published) + " (" + report.published_from + ")");
  }
  if (report.declared_records) {
    line("declared records",
         Thousands(*report.declared_records) + " (" + report.declared_from + ")");
  }
  line("records", fmt::format("{} in = {} out + {} rejected{}", Thousands(report.records_in),
                              Thousands(report.records_out), report.rejects.size(),
                              report.Reconciles() ? "" : "  DOES NOT RECONCILE"));
  line("rows",
       fmt::format("{} read, {} used", Thousands(report.rows_in), Thousands(report.rows_used)));
  if (report.partial) line("partial", "missing: " + Join(report.missing_parts, ", "));
  if (report.remark_segments > 0) {
    line("remark segments",
         fmt::format("{} of {} understood ({:.2f} %)", Thousands(report.remark_segments_understood),
                     Thousands(report.remark_segments),
                     100.0 * static_cast<double>(report.remark_segments_understood) /
                         static_cast<double>(report.remark_segments)));
  }
  for (const auto& [name, count] : report.counts) line(name, Thousands(count));
  for (const Reject& reject : report.rejects) {
    text += fmt::format("  rejected: {}:{} {} {}\n", reject.file, reject.line, reject.record,
                        reject.reason);
  }
  for (const auto& [field, count] : report.unknown_fields) {
    text += fmt::format("  kept uninterpreted: {} x {}\n", Thousands(count), field);
  }
  std::map<std::string, int> shown;
  for (const Defect& defect : report.defects) {
    constexpr int kShown = 3;
    if (++shown[defect.code] > kShown) continue;
    text += fmt::format("  defect {} ({}): {}:{} record {}: {}\n", defect.code,
                        Thousands(report.defect_counts.at(defect.code)), defect.file, defect.line,
                        defect.record, defect.detail);
  }
  return text;
}

int PrintOutcome(const ImportOutcome& outcome, bool json) {
  for (const std::string& warning : outcome.warnings) {
    std::fprintf(stderr, "interdict: warning: %s\n", warning.c_str());
  }
  if (!outcome.version.missing_parts.empty()) {
    std::fprintf(stderr,
                 "interdict: warning: partial version, without %s: names and addresses that stand "
                 "there are not screened\n",
                 Join(outcome.version.missing_parts, ", ").c_str());
  }
  for (const IntakeFinding& finding : outcome.accepted) {
    std::fprintf(stderr, "interdict: warning: accepted as told: %s: %s\n", finding.check.c_str(),
                 finding.evidence.c_str());
  }
  return Print(json ? OutcomeJson(outcome) : OutcomeText(outcome));
}

}  // namespace interdict::cli
