#include "interdict/evaluate/report_page.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "interdict/base/html.h"
#include "interdict/evaluate/svg_plot.h"

namespace interdict::evaluate {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --dim: #5c6670; --rule: #d8dee4; --card: #f5f7f9;
  --blue: #0065a8; --orange: #c2500a; --green: #00795a; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14181d; --ink: #e8ecf0; --dim: #9aa5b1; --rule: #333b45; --card: #1d232a;
  --blue: #5cb8ff; --orange: #ff9d5c; --green: #4fd1a5; } }
@media print { :root {
  --paper: #ffffff; --ink: #000000; --dim: #444444; --rule: #bbbbbb; --card: #ffffff;
  --blue: #0065a8; --orange: #c2500a; --green: #00795a; }
  figure, tr { break-inside: avoid; } }
body { background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, sans-serif;
  max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.dim { color: var(--dim); } .plots { display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); }
.tiles { display: grid; gap: .75rem; margin: 1.25rem 0;
  grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
.tile { background: var(--card); border: 1px solid var(--rule); border-radius: 8px;
  padding: .6rem .9rem; } .tile .dim { font-size: 13px; }
.tile b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
figure { margin: 0; background: var(--card); border: 1px solid var(--rule); border-radius: 8px;
  padding: .75rem; display: flex; flex-direction: column; }
figcaption { margin-bottom: .4rem; }
svg { width: 100%; height: auto; display: block; margin-top: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); } svg .tick, svg .axis { fill: var(--dim); }
.grid { stroke: var(--rule); stroke-width: 1; fill: none; }
.mark { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 4 3; fill: none; }
.precision, .recall, .f1, .even { fill: none; stroke-width: 2; }
.precision { stroke: var(--blue); } .recall { stroke: var(--orange); stroke-dasharray: 8 3; }
.f1 { stroke: var(--green); stroke-dasharray: 2 2; stroke-width: 2.5; }
.even { stroke: var(--dim); stroke-width: 1; stroke-dasharray: 2 4; }
svg .precision-name { fill: var(--blue); } svg .recall-name { fill: var(--orange); }
svg .f1-name { fill: var(--green); } .yes { fill: var(--blue); } .no { fill: var(--orange); }
svg .yes-name { fill: var(--blue); } svg .no-name { fill: var(--orange); }
.spread { stroke: var(--blue); stroke-width: 1.5; fill: none; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--rule);
  vertical-align: top; } th { color: var(--dim); font-weight: 600; }
td.number, th.number { text-align: right; } td.why { color: var(--dim); font-size: 13px; }
summary { cursor: pointer; }
)css";

constexpr std::array kTenths = {0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
constexpr std::array kFifths = {0.0, 0.2, 0.4, 0.6, 0.8, 1.0};

std::string Count(size_t value) {
  return std::to_string(value);
}

std::string Text(std::optional<double> measure) {
  return measure ? Fixed(*measure, 4) : "–";
}

std::string Percent(double share) {
  return Fixed(share * 100, 1) + " %";
}

std::string Tile(std::string_view name, std::optional<double> value, std::string_view note) {
  return "<div class=\"tile\"><span class=\"dim\">" + std::string(name) + "</span><b>" +
         Text(value) + "</b><span class=\"dim\">" + std::string(note) + "</span></div>\n";
}

std::string Between(size_t hits, size_t trials) {
  const Interval interval = WilsonInterval(hits, trials);
  return Count(hits) + " of " + Count(trials) + "; 95 %: " + Fixed(interval.low, 3) + "–" +
         Fixed(interval.high, 3);
}

std::string Tiles(const Evaluation& e) {
  const Counts& c = e.counts;
  const std::string best =
      e.best ? "best " + Text(F1(e.best->counts)) + " at " + Fixed(FromPoints(e.best->threshold), 2)
             : "";
  return "<div class=\"tiles\">\n" +
         Tile("Precision", Precision(c),
              Between(c.true_positive, c.true_positive + c.false_positive)) +
         Tile("Recall", Recall(c), Between(c.true_positive, c.matches())) +
         Tile("F1", F1(c), best) +
         Tile("Accuracy", Accuracy(c), Between(c.true_positive + c.true_negative, c.all())) +
         Tile("False-positive rate", FalsePositiveRate(c), Between(c.false_positive, c.others())) +
         Tile("AUC", e.area_under_roc, "at every threshold") + "</div>\n";
}

std::string Figure(std::string_view title, std::string_view note, std::string svg) {
  return "<figure><figcaption><b>" + std::string(title) + "</b><br><span class=\"dim\">" +
         std::string(note) + "</span></figcaption>\n" + std::move(svg) + "</figure>\n";
}

using Measure = std::optional<double> (*)(const Counts&);

void DrawMeasure(const std::vector<CurvePoint>& curve, Measure measure, std::string_view name,
                 std::string_view style, double shift, SvgPlot* plot) {
  std::vector<SvgPlot::Point> points;
  SvgPlot::Point last{1, 0};
  for (const CurvePoint& point : curve) {
    const auto value = measure(point.counts);
    points.emplace_back(FromPoints(point.threshold), value.value_or(std::nan("")));
    if (value) last = points.back();
  }
  plot->Line(points, style);
  plot->Text({1, last.second}, 6, 4 + shift, "start", std::string(style) + "-name", name);
}

std::string ThresholdFigure(const Evaluation& e) {
  SvgPlot plot("Precision, recall and F1 at every threshold", {}, {});
  plot.XAxis(kTenths, 1, "threshold");
  plot.YAxis(kFifths, 1, "measure");
  const double at = FromPoints(e.threshold);
  plot.Line(std::array{SvgPlot::Point{at, 0}, SvgPlot::Point{at, 1}}, "mark");
  const auto at_one = [&](Measure measure) { return measure(e.curve.back().counts).value_or(0); };
  const bool crowded = std::abs(at_one(Recall) - at_one(F1)) < 0.05;
  DrawMeasure(e.curve, Precision, "precision", "precision", 0, &plot);
  DrawMeasure(e.curve, Recall, "recall", "recall", crowded ? 8 : 0, &plot);
  DrawMeasure(e.curve, F1, "F1", "f1", crowded ? -8 : 0, &plot);
  plot.Text({at, 0}, -4, -6, "end", "tick", "threshold " + Fixed(at, 2));
  return Figure("Threshold curve", "What each threshold would have found, and how purely.",
                plot.Take());
}

std::string RocFigure(const Evaluation& e) {
  SvgPlot plot("Recall against the false-positive rate", {}, {});
  plot.XAxis(kTenths, 1, "false-positive rate");
  plot.YAxis(kFifths, 1, "recall");
  plot.Line(std::array{SvgPlot::Point{0, 0}, SvgPlot::Point{1, 1}}, "even");
  const auto place = [](const Counts& counts) {
    return SvgPlot::Point{FalsePositiveRate(counts).value_or(std::nan("")),
                          Recall(counts).value_or(std::nan(""))};
  };
  std::vector<SvgPlot::Point> points = {{0, 0}};
  for (auto point = e.curve.rbegin(); point != e.curve.rend(); ++point)
    points.push_back(place(point->counts));
  const SvgPlot::Point here = place(e.counts);
  if (!std::isnan(here.first) && !std::isnan(here.second)) {
    plot.Line(points, "precision");
    plot.Dot(here, 5, "yes", "threshold " + Fixed(FromPoints(e.threshold), 2));
    plot.Text(here, 10, 16, "start", "tick", "threshold " + Fixed(FromPoints(e.threshold), 2));
  }
  return Figure(
      "Found against falsely found",
      "The ROC curve: recall bought with false hits, from strict to lax. The area under it "
      "is the AUC.",
      plot.Take());
}

std::string HistogramFigure(const Evaluation& e) {
  double most_matches = 1, most_others = 1;
  for (const ScoreBin& bin : e.histogram) {
    most_matches = std::max(most_matches, static_cast<double>(bin.matches));
    most_others = std::max(most_others, static_cast<double>(bin.others));
  }
  SvgPlot plot("How many pairs have which score", {}, {-most_others * 1.05, most_matches * 1.05});
  plot.XAxis(kTenths, 1, "score");
  plot.YAxis(std::array{-most_others, 0.0, most_matches}, 0, "pairs");
  for (const ScoreBin& bin : e.histogram) {
    const double from = FromPoints(bin.from), to = FromPoints(bin.to);
    const std::string where = "score " + Fixed(from, 3) + "–" + Fixed(to, 3) + ": ";
    if (bin.matches > 0) {
      plot.Bar(from, to, 0, static_cast<double>(bin.matches), "yes",
               where + Count(bin.matches) + " matches");
    }
    if (bin.others > 0) {
      plot.Bar(from, to, 0, -static_cast<double>(bin.others), "no",
               where + Count(bin.others) + " others");
    }
  }
  const double at = FromPoints(e.threshold);
  plot.Line(std::array{SvgPlot::Point{at, -most_others}, SvgPlot::Point{at, most_matches}}, "mark");
  plot.Text({1, most_matches}, 6, 4, "start", "yes-name", "matches");
  plot.Text({1, -most_others}, 6, 4, "start", "no-name", "others");
  return Figure("Scores of matches and of others",
                "Matches upwards, others downwards; what lies on the wrong side of the line is "
                "listed below.",
                plot.Take());
}

std::string ReliabilityFigure(const Evaluation& e) {
  SvgPlot plot("Share of true matches by score", {}, {});
  plot.XAxis(kTenths, 1, "mean score of the bin");
  plot.YAxis(kFifths, 1, "share that matches");
  plot.Line(std::array{SvgPlot::Point{0, 0}, SvgPlot::Point{1, 1}}, "even");
  size_t most = 1;
  for (const ScoreBin& bin : e.reliability) most = std::max(most, bin.all());
  for (const ScoreBin& bin : e.reliability) {
    if (bin.all() == 0) continue;
    const Interval spread = WilsonInterval(bin.matches, bin.all());
    const double share = static_cast<double>(bin.matches) / static_cast<double>(bin.all());
    const double x = bin.mean_score;
    plot.Line(std::array{SvgPlot::Point{x, spread.low}, SvgPlot::Point{x, spread.high}}, "spread");
    const double size = static_cast<double>(bin.all()) / static_cast<double>(most);
    plot.Dot({x, share}, 3 + 6 * std::sqrt(size), "yes",
             "score " + Fixed(FromPoints(bin.from), 1) + "–" + Fixed(FromPoints(bin.to), 1) + ": " +
                 Count(bin.matches) + " of " + Count(bin.all()) + " match, " + Percent(share));
  }
  return Figure("Reliability",
                "Share of true matches among pairs of about one score, with 95 % intervals; "
                "a dot's area follows its pairs. It holds for pairs mixed as in this file only.",
                plot.Take());
}

std::string Row(std::initializer_list<std::string> cells, size_t texts, std::string_view tag) {
  std::string row = "<tr>";
  size_t i = 0;
  for (const std::string& cell : cells) {
    row += "<" + std::string(tag) + (i++ < texts ? ">" : " class=\"number\">") + cell + "</" +
           std::string(tag) + ">";
  }
  return row + "</tr>\n";
}

std::string GroupTable(const Evaluation& e) {
  if (e.groups.empty()) return "";
  std::string html = "<h2>By group</h2>\n<div class=\"wide\"><table><thead>" +
                     Row({"column", "value", "pairs", "matches", "missed", "false hits",
                          "precision", "recall", "F1", "accuracy", "AUC"},
                         2, "th") +
                     "</thead><tbody>\n";
  for (const Group& g : e.groups) {
    html += Row({EscapeHtml(g.column), g.value.empty() ? "–" : EscapeHtml(g.value),
                 Count(g.counts.all()), Count(g.counts.matches()), Count(g.counts.false_negative),
                 Count(g.counts.false_positive), Text(Precision(g.counts)), Text(Recall(g.counts)),
                 Text(F1(g.counts)), Text(Accuracy(g.counts)), Text(g.area_under_roc)},
                2, "td");
  }
  return html + "</tbody></table></div>\n";
}

std::string WrongTable(std::string_view title, const std::vector<WrongPair>& pairs) {
  std::string html = "<h2>" + std::string(title) + ": " + Count(pairs.size()) + "</h2>\n";
  if (pairs.empty()) return html + "<p class=\"dim\">None.</p>\n";
  const size_t shown = std::min(pairs.size(), kMostShown);
  html += "<details open><summary class=\"dim\">" + Count(shown) +
          " shown</summary>\n<div class=\"wide\"><table><thead>" +
          "<tr><th class=\"number\">score</th><th>name 1</th><th>name 2</th><th>kind</th>"
          "<th>why</th><th class=\"number\">line</th></tr></thead><tbody>\n";
  for (size_t i = 0; i < shown; ++i) {
    const WrongPair& wrong = pairs[i];
    html += "<tr><td class=\"number\">" + Fixed(FromPoints(wrong.score), 4) + "</td><td><bdi>" +
            EscapeHtml(wrong.pair.name1) + "</bdi></td><td><bdi>" + EscapeHtml(wrong.pair.name2) +
            "</bdi></td><td>" +
            std::string(wrong.pair.schema ? SchemaName(*wrong.pair.schema) : "any") +
            "</td><td class=\"why\"><bdi>" + EscapeHtml(wrong.explanation) +
            "</bdi></td><td class=\"number\">" + Count(wrong.pair.line) + "</td></tr>\n";
  }
  return html + "</tbody></table></div></details>\n";
}

std::string Head(const Evaluation& e) {
  return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>Evaluation of " +
         EscapeHtml(e.model) + "</title>\n<style>" + std::string(kStyle) +
         "</style></head>\n<body>\n<h1>Evaluation of " + EscapeHtml(e.model) +
         "</h1>\n<p class=\"dim\">" + EscapeHtml(e.input) + " · " + Count(e.counts.all()) +
         " pairs, " + Count(e.counts.matches()) + " of them matches · threshold " +
         Fixed(FromPoints(e.threshold), 2) + "</p>\n";
}

}  // namespace

std::string ReportPage(const Evaluation& e) {
  return Head(e) + Tiles(e) + "<div class=\"plots\">\n" + ThresholdFigure(e) + HistogramFigure(e) +
         ReliabilityFigure(e) + RocFigure(e) + "</div>\n" + GroupTable(e) +
         WrongTable("Missed matches", e.missed) + WrongTable("False hits", e.false_hits) +
         "</body></html>\n";
}

}  // namespace interdict::evaluate
