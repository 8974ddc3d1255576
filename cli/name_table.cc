#include "cli/name_table.h"

#include <fmt/format.h>

#include <cstdio>

#include "cli/import_report.h"
#include "cli/terminal.h"
#include "interdict/base/json_writer.h"

namespace interdict::cli {

Result<NameTableOutcome> ImportTable(const Context& context, const ImportRequest& request) {
  const std::string home = context.HomeDirectory();
  ASSIGN_OR_RETURN(NameTableStore store, NameTableStore::Open(home, Database::Mode::kReadWrite));
  ASSIGN_OR_RETURN(const NameTableOutcome outcome, ImportNameTable(&store, request));
  ASSIGN_OR_RETURN(const auto folded, NameVariants::Load(home, home + "/index"));
  return outcome;
}

int PrintOutcome(const NameTableOutcome& outcome, bool json) {
  for (const std::string& warning : outcome.warnings) {
    std::fprintf(stderr, "interdict: warning: %s\n", warning.c_str());
  }
  const NameTableVersion& version = outcome.version;
  if (json) {
    JsonWriter writer(2);
    writer.BeginObject()
        .Member("source", kNameVariantsSource)
        .Member("outcome", OutcomeName(outcome.kind))
        .Member("version", version.id)
        .Member("published", FormatIsoDate(version.published))
        .Member("groups", version.groups)
        .Member("names", version.names)
        .Member("sha256", version.sha256)
        .Member("warnings", outcome.warnings)
        .EndObject();
    return Print(writer.Take() + "\n");
  }
  return Print(fmt::format("{} of {}: {} names in {} groups\n{}\n",
                           Styled(kNameVariantsSource, Style::kBold),
                           FormatIsoDate(version.published), Thousands(version.names),
                           Thousands(version.groups), OutcomeSentence(outcome.kind)));
}

}  // namespace interdict::cli
