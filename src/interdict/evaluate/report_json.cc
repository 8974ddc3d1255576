#include "interdict/evaluate/report_json.h"

#include <cmath>

#include "interdict/base/json_writer.h"

namespace interdict::evaluate {
namespace {

// Six digits are more than any set of pairs supports.
double Rounded(double value) {
  return std::round(value * 1e6) / 1e6;
}

void Measure(std::string_view key, std::optional<double> value, JsonWriter* json) {
  json->Key(key);
  value ? json->Double(Rounded(*value)) : json->Null();
}

void Between(std::string_view key, size_t hits, size_t trials, JsonWriter* json) {
  const Interval interval = WilsonInterval(hits, trials);
  json->Key(key).BeginArray();
  json->Double(Rounded(interval.low)).Double(Rounded(interval.high)).EndArray();
}

void Measures(const Counts& counts, JsonWriter* json) {
  json->Member("pairs", uint64_t{counts.all()})
      .Member("matches", uint64_t{counts.matches()})
      .Member("true_positive", uint64_t{counts.true_positive})
      .Member("false_positive", uint64_t{counts.false_positive})
      .Member("false_negative", uint64_t{counts.false_negative})
      .Member("true_negative", uint64_t{counts.true_negative});
  Measure("precision", Precision(counts), json);
  Measure("recall", Recall(counts), json);
  Measure("f1", F1(counts), json);
  Measure("accuracy", Accuracy(counts), json);
  Measure("false_positive_rate", FalsePositiveRate(counts), json);
}

void Curve(const Evaluation& evaluation, JsonWriter* json) {
  json->Key("curve").BeginArray();
  for (const CurvePoint& point : evaluation.curve) {
    json->BeginObject().Member("threshold", FromPoints(point.threshold));
    Measures(point.counts, json);
    json->EndObject();
  }
  json->EndArray();
}

void Bins(std::string_view key, const std::vector<ScoreBin>& bins, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const ScoreBin& bin : bins) {
    json->BeginObject()
        .Member("from", FromPoints(bin.from))
        .Member("to", FromPoints(bin.to))
        .Member("matches", uint64_t{bin.matches})
        .Member("others", uint64_t{bin.others})
        .Member("mean_score", Rounded(bin.mean_score))
        .EndObject();
  }
  json->EndArray();
}

void Groups(const Evaluation& evaluation, JsonWriter* json) {
  json->Key("groups").BeginArray();
  for (const Group& group : evaluation.groups) {
    json->BeginObject().Member("column", group.column).Member("value", group.value);
    Measures(group.counts, json);
    Measure("auc", group.area_under_roc, json);
    json->EndObject();
  }
  json->EndArray();
}

void Wrong(std::string_view key, const std::vector<WrongPair>& pairs, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const WrongPair& wrong : pairs) {
    json->BeginObject()
        .Member("line", wrong.pair.line)
        .Member("name1", wrong.pair.name1)
        .Member("name2", wrong.pair.name2);
    if (wrong.pair.schema) json->Member("schema", SchemaName(*wrong.pair.schema));
    json->Member("score", FromPoints(wrong.score)).Member("detail", wrong.explanation).EndObject();
  }
  json->EndArray();
}

}  // namespace

std::string ReportJson(const Evaluation& evaluation) {
  JsonWriter json(1);
  json.BeginObject()
      .Member("input", evaluation.input)
      .Member("model", evaluation.model)
      .OptionalMember("name_variants", evaluation.name_variants)
      .Member("threshold", FromPoints(evaluation.threshold));
  Measures(evaluation.counts, &json);
  Measure("auc", evaluation.area_under_roc, &json);
  const Counts& counts = evaluation.counts;
  const size_t said = counts.true_positive + counts.false_positive;
  Between("precision_95", counts.true_positive, said, &json);
  Between("recall_95", counts.true_positive, counts.matches(), &json);
  Measure("best_f1", evaluation.best ? F1(evaluation.best->counts) : std::nullopt, &json);
  json.Key("best_f1_threshold");
  evaluation.best ? json.Double(FromPoints(evaluation.best->threshold)) : json.Null();
  Groups(evaluation, &json);
  Wrong("missed", evaluation.missed, &json);
  Wrong("false_hits", evaluation.false_hits, &json);
  Curve(evaluation, &json);
  Bins("histogram", evaluation.histogram, &json);
  Bins("reliability", evaluation.reliability, &json);
  json.EndObject();
  return json.Take() + "\n";
}

}  // namespace interdict::evaluate
