#include "interdict/match/ofac_model.h"

#include <algorithm>
#include <cmath>

#include "interdict/match/distance/jaro_winkler.h"

namespace interdict {
namespace {

constexpr Points kPercent = kFullScore / 100;

Points ToWholePercent(double score) {
  return static_cast<Points>(std::lround(score * 100)) * kPercent;
}

double WholeScore(const OfacName& typed, const OfacName& listed) {
  return typed.text.front() == listed.text.front() ? JaroWinkler(typed.text, listed.text) : 0;
}

double PartScore(const OfacName& typed, const OfacName::Part& part, const OfacName& listed) {
  double best = 0;
  for (const OfacName::Part& other : listed.parts) {
    double score = JaroWinkler(typed.Text(part), listed.Text(other));
    if (SoundsAlike(part.sound, other.sound)) score = std::max(score, kSoundsAlikeScore);
    best = std::max(best, score);
  }
  return best < kLeastPartScore ? 0 : best;
}

double PartsScore(const OfacName& typed, const OfacName& listed) {
  const auto is_long = [](const OfacName::Part& part) { return part.size > kShortPart; };
  const bool any_long = std::any_of(typed.parts.begin(), typed.parts.end(), is_long);
  double sum = 0;
  int counted = 0;
  for (const OfacName::Part& part : typed.parts) {
    if (any_long && !is_long(part)) continue;
    sum += PartScore(typed, part, listed);
    ++counted;
  }
  return sum / counted;
}

std::string Hundredths(Points points) {
  const int percent = points / kPercent;
  const std::string digits = std::to_string(100 + percent % 100).substr(1);
  return std::to_string(percent / 100) + "." + digits;
}

}  // namespace

void PrepareOfacName(std::string_view utf8, const text::Folder& folder, OfacName* out) {
  out->text = folder.Fold(utf8);
  out->parts.clear();
  for (size_t begin = 0; begin < out->text.size();) {
    const size_t end = std::min(out->text.find(' ', begin), out->text.size());
    const std::string_view part = std::string_view(out->text).substr(begin, end - begin);
    if (!part.empty()) out->parts.push_back({begin, part.size(), Soundex(part)});
    begin = end + 1;
  }
}

OfacScore CompareOfac(const OfacName& typed, const OfacName& listed) {
  OfacScore score;
  if (typed.parts.empty() || listed.parts.empty()) return score;
  score.whole = ToWholePercent(WholeScore(typed, listed));
  score.parts = ToWholePercent(PartsScore(typed, listed));
  score.score = std::max(score.whole, score.parts);
  return score;
}

std::string ExplainOfac(const OfacScore& score) {
  return "whole name " + Hundredths(score.whole) + ", part by part " + Hundredths(score.parts);
}

}  // namespace interdict
