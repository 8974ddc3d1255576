// interdict evaluate: what a model's scores are worth on labelled pairs.
#include <fmt/format.h>

#include <filesystem>

#include "cli/command.h"
#include "cli/result_file.h"
#include "cli/terminal.h"
#include "interdict/evaluate/evaluation.h"
#include "interdict/evaluate/report_json.h"
#include "interdict/evaluate/report_page.h"

namespace interdict::cli {
namespace {

using evaluate::Counts;
using evaluate::Evaluation;

struct EvaluateOptions {
  std::string input;
  std::string output;
  std::string model = std::string(NameModelName(NameModel::kInterdict));
  double threshold = 0.70;
  VariantOptions variants;
};

std::string Text(std::optional<double> measure) {
  return measure ? fmt::format("{:.4f}", *measure) : "-";
}

void AddRow(std::string name, const Counts& counts, std::optional<double> auc, Style style,
            Table* table) {
  table->Add(
      {std::move(name), Thousands(counts.all()), Thousands(counts.matches()),
       Thousands(counts.false_negative), Thousands(counts.false_positive), Text(Precision(counts)),
       Text(Recall(counts)), Text(F1(counts)), Text(Accuracy(counts)), Text(auc)},
      style);
}

std::string EvaluationText(const Evaluation& evaluation) {
  Table table({"pairs of", "all", "matches", "missed", "false hits", "precision", "recall", "F1",
               "accuracy", "AUC"},
              {1, 2, 3, 4, 5, 6, 7, 8, 9});
  AddRow("the file", evaluation.counts, evaluation.area_under_roc, Style::kBold, &table);
  for (const evaluate::Group& group : evaluation.groups) {
    const std::string value = group.value.empty() ? "(none)" : Printable(group.value);
    AddRow(group.column + " " + value, group.counts, group.area_under_roc, Style::kPlain, &table);
  }
  std::string text = fmt::format("Model {}{}, threshold {:.2f}, {}\n\n", evaluation.model,
                                 evaluation.name_variants.empty()
                                     ? ""
                                     : " with the name variants of " + evaluation.name_variants,
                                 FromPoints(evaluation.threshold), Printable(evaluation.input));
  text += table.Render();
  if (evaluation.best) {
    text += fmt::format("\nThe best F1, {}, is at threshold {:.2f}.\n",
                        Text(F1(evaluation.best->counts)), FromPoints(evaluation.best->threshold));
  }
  return text;
}

Status WriteFile(const std::filesystem::path& path, const std::string& content) {
  ASSIGN_OR_RETURN(ResultFile file, ResultFile::Open(path.string(), "evaluate", /*resume=*/false));
  RETURN_IF_ERROR(file.Append(content));
  return file.Finish();
}

Status WriteReport(const std::string& folder, const Evaluation& evaluation) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem) {
    return MakeError(ErrorCode::kWriteFailed, "cannot make the folder: " + problem.message(),
                     Where{.file = folder});
  }
  const std::filesystem::path place(folder);
  RETURN_IF_ERROR(WriteFile(place / "report.json", ReportJson(evaluation)));
  return WriteFile(place / "index.html", ReportPage(evaluation));
}

int RunEvaluate(const Context& context, const EvaluateOptions& options) {
  if (!(options.threshold >= 0 && options.threshold <= 1))
    return FailUsage("--threshold lies between 0 and 1");
  const auto model = NameModelFromName(options.model);
  if (!model) return FailUsage("--model \"" + options.model + "\": expected interdict-1 or ofac");
  const auto input = MappedFile::Open(options.input);
  if (!input.ok()) return Fail(input.error());
  const auto pairs = evaluate::ReadLabelledPairs(input->bytes(), options.input);
  if (!pairs.ok()) return Fail(pairs.error());
  const auto variants = options.variants.Load(context);
  if (!variants.ok()) return Fail(variants.error());
  const auto scorer =
      PairScorer::Create(*model, *variants == nullptr ? nullptr : &(*variants)->table());
  if (!scorer.ok()) return Fail(scorer.error());
  Evaluation evaluation = Evaluate(*pairs, *scorer, ToPoints(options.threshold));
  evaluation.input = options.input;
  if (*model == NameModel::kInterdict && *variants != nullptr)
    evaluation.name_variants = (*variants)->Describe();
  if (!options.output.empty()) {
    const Status written = WriteReport(options.output, evaluation);
    if (!written.ok()) return Fail(written.error());
  }
  return Print(context.json ? ReportJson(evaluation) : EvaluationText(evaluation));
}

}  // namespace

void AddEvaluate(CLI::App* app, Context* context, Run* run) {
  auto* command =
      app->add_subcommand("evaluate", "Measure the scores on labelled pairs of names, with plots");
  auto o = std::make_shared<EvaluateOptions>();
  command
      ->add_option("--input", o->input,
                   "CSV: name1, name2, schema, is_match; also case_group, quality, category")
      ->required();
  command->add_option("--output", o->output, "Folder for report.json and index.html");
  command->add_option("--threshold", o->threshold, "Score from which on a pair is a match");
  command->add_option("--model", o->model, "interdict-1, or ofac: as OFAC's search would score");
  o->variants.AddTo(command);
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([=] { *run = [=] { return RunEvaluate(*context, *o); }; });
}

}  // namespace interdict::cli
