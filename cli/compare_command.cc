// interdict compare: the score of the name feature for pairs of names.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/command.h"
#include "cli/result_file.h"
#include "cli/terminal.h"
#include "interdict/base/json_writer.h"
#include "interdict/entity/schema.h"
#include "interdict/match/name_model.h"
#include "interdict/syntax/csv.h"

namespace interdict::cli {
namespace {

struct CompareOptions {
  std::string name1;
  std::string name2;
  std::string schema;
  std::string input;
  std::string output;
  std::string model = std::string(NameModelName(NameModel::kInterdict));
  VariantOptions variants;
};

std::string CsvCell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
  std::string quoted = "\"";
  for (char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

Result<std::string> CompareRows(std::string_view bytes, const std::string& name,
                                const PairScorer& scorer) {
  CsvReader reader(bytes);
  const auto next = [&]() -> Result<const CsvRow*> {
    auto row = reader.Next();
    if (row.ok()) return row;
    Error error = std::move(row).error();
    error.where.file = name;
    return error;
  };
  ASSIGN_OR_RETURN(const CsvRow* row, next());
  if (row == nullptr) {
    return MakeError(ErrorCode::kMissingColumn, "the file is empty; expected a header row",
                     Where{.file = name});
  }
  CsvHeader header(*row);
  const auto require = [&](const char* column) -> Result<size_t> {
    auto found = header.Require(column);
    if (found.ok()) return found;
    Error error = std::move(found).error();
    error.where.file = name;
    error.where.line = 1;
    return error;
  };
  ASSIGN_OR_RETURN(const size_t first, require("name1"));
  ASSIGN_OR_RETURN(const size_t second, require("name2"));
  const size_t schema = header.Find("schema");
  std::string out;
  for (std::string_view cell : row->cells) out += CsvCell(cell) + ",";
  out += "score\n";
  const size_t width = row->size();
  while (true) {
    ASSIGN_OR_RETURN(row, next());
    if (row == nullptr) return out;
    const std::string_view kind = schema == CsvHeader::npos ? "" : (*row)[schema];
    if (row->size() > width || (!kind.empty() && !SchemaFromName(kind))) {
      return MakeError(ErrorCode::kBadQuery,
                       row->size() > width
                           ? fmt::format("{} cells, but the header has {}", row->size(), width)
                           : fmt::format("no schema \"{}\"", kind),
                       Where{.file = name, .line = row->line});
    }
    for (size_t i = 0; i < width; ++i) out += CsvCell((*row)[i]) + ",";
    const auto compared =
        scorer.Score((*row)[first], (*row)[second], names::ClassOf(SchemaFromName(kind)));
    out += fmt::format("{}\n", FromPoints(compared.score));
  }
}

int CompareFile(const CompareOptions& options, const PairScorer& scorer) {
  if (SameFile(options.input, options.output)) {
    return FailUsage("--input and --output are the same file");
  }
  const auto input = MappedFile::Open(options.input);
  if (!input.ok()) return Fail(input.error());
  const auto rows = CompareRows(input->bytes(), options.input, scorer);
  if (!rows.ok()) return Fail(rows.error());
  auto output = ResultFile::Open(options.output, "compare", /*resume=*/false);
  if (!output.ok()) return Fail(output.error());
  Status written = output->Append(*rows);
  if (written.ok()) written = output->Finish();
  return written.ok() ? kDone : Fail(written.error());
}

int ComparePair(const Context& context, const CompareOptions& options, const PairScorer& scorer,
                const NameVariants* variants) {
  const NameComparison compared =
      scorer.Score(options.name1, options.name2, names::ClassOf(SchemaFromName(options.schema)));
  if (!context.json) {
    return Print(
        fmt::format("{:.4f}  {}\n", FromPoints(compared.score), Printable(compared.explanation)));
  }
  JsonWriter json;
  json.BeginObject()
      .Member("name1", options.name1)
      .Member("name2", options.name2)
      .OptionalMember("schema", options.schema)
      .Member("score", FromPoints(compared.score))
      .Member("model", NameModelName(scorer.model()));
  const bool varied = scorer.model() == NameModel::kInterdict && variants != nullptr;
  if (varied) json.Member("name_variants", variants->Describe());
  json.Member("detail", compared.explanation).EndObject();
  return Print(json.Take() + "\n");
}

int Compare(const Context& context, const CompareOptions& options) {
  const bool pair = !options.name1.empty() && !options.name2.empty();
  const bool file = !options.input.empty() && !options.output.empty();
  if (pair == file) return FailUsage("give NAME1 NAME2, or --input PAIRS.csv --output SCORES.csv");
  if (!options.schema.empty() && !SchemaFromName(options.schema)) {
    return FailUsage("--schema \"" + options.schema + "\": no such kind of party");
  }
  const auto model = NameModelFromName(options.model);
  if (!model) return FailUsage("--model \"" + options.model + "\": expected interdict-1 or ofac");
  const auto variants = options.variants.Load(context);
  if (!variants.ok()) return Fail(variants.error());
  const auto scorer =
      PairScorer::Create(*model, *variants == nullptr ? nullptr : &(*variants)->table());
  if (!scorer.ok()) return Fail(scorer.error());
  return pair ? ComparePair(context, options, *scorer, variants->get())
              : CompareFile(options, *scorer);
}

}  // namespace

void AddCompare(CLI::App* app, Context* context, Run* run) {
  auto* command =
      app->add_subcommand("compare", "Score and explain a pair of names, or a file of pairs");
  auto o = std::make_shared<CompareOptions>();
  command->add_option("NAME1", o->name1, "A name");
  command->add_option("NAME2", o->name2, "Another name");
  command->add_option("--schema", o->schema, "Kind of party that both names mean");
  command->add_option("--input", o->input, "CSV with columns name1, name2 and schema");
  command->add_option("--output", o->output, "The same rows with a column score");
  command->add_option("--model", o->model,
                      "interdict-1, or ofac: NAME1 against NAME2 as OFAC's search would score");
  o->variants.AddTo(command);
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([=] { *run = [=] { return Compare(*context, *o); }; });
}

}  // namespace interdict::cli
