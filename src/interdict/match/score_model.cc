#include "interdict/match/score_model.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "interdict/tables/score_models.inc"

namespace interdict {
namespace {

struct Member {
  std::string_view key;
  int32_t ScoreModel::*place;
};

constexpr std::array<Member, 19> kMembers = {{
    {"birth_day_equal", &ScoreModel::birth_day_equal},
    {"birth_day_swapped", &ScoreModel::birth_day_swapped},
    {"birth_year_overlaps", &ScoreModel::birth_year_overlaps},
    {"birth_day_differs", &ScoreModel::birth_day_differs},
    {"birth_year_near", &ScoreModel::birth_year_near},
    {"birth_year_differs", &ScoreModel::birth_year_differs},
    {"birth_circa_years", &ScoreModel::birth_circa_years},
    {"country_belongs_equal", &ScoreModel::country_belongs_equal},
    {"country_found_equal", &ScoreModel::country_found_equal},
    {"country_belongs_differs", &ScoreModel::country_belongs_differs},
    {"country_found_differs", &ScoreModel::country_found_differs},
    {"gender_equal", &ScoreModel::gender_equal},
    {"gender_differs", &ScoreModel::gender_differs},
    {"address_agrees", &ScoreModel::address_agrees},
    {"identifier_strong_lifts_to", &ScoreModel::identifier_strong_lifts_to},
    {"identifier_medium_lifts_to", &ScoreModel::identifier_medium_lifts_to},
    {"identifier_weak_equal", &ScoreModel::identifier_weak_equal},
    {"identifier_lasting_differs", &ScoreModel::identifier_lasting_differs},
    {"weak_alias_alone", &ScoreModel::weak_alias_alone},
}};

Error BadRow(std::string_view key, const std::string& what) {
  return MakeError(ErrorCode::kBadMapping, "score model: " + std::string(key) + " " + what);
}

}  // namespace

Result<ScoreModel> ReadScoreModel(std::string_view name, std::span<const ScoreModelRow> rows) {
  ScoreModel model;
  model.name = name;
  std::array<bool, kMembers.size()> seen{};
  for (const ScoreModelRow& row : rows) {
    const auto member = std::find_if(kMembers.begin(), kMembers.end(),
                                     [&](const Member& m) { return m.key == row[0]; });
    if (member == kMembers.end()) return BadRow(row[0], "is unknown");
    bool& known = seen[static_cast<size_t>(member - kMembers.begin())];
    if (known) return BadRow(row[0], "stands twice");
    known = true;
    const char* const end = row[1].data() + row[1].size();
    const auto [stop, error] = std::from_chars(row[1].data(), end, model.*(member->place));
    if (error != std::errc() || stop != end) return BadRow(row[0], "is no whole number");
  }
  for (size_t i = 0; i < seen.size(); ++i) {
    if (!seen[i]) return BadRow(kMembers[i].key, "is missing");
  }
  return model;
}

std::span<const ScoreModelRow> DefaultScoreModelRows() {
  static const auto* const kRows = [] {
    auto* rows = new std::vector<ScoreModelRow>();
    for (const auto& row : tables::kScoreModelsInterdict1) rows->push_back(std::to_array(row));
    return rows;
  }();
  return *kRows;
}

const ScoreModel& DefaultScoreModel() {
  // The table is compiled in, and score_model_test.cc reads it: a failure here cannot ship.
  static const ScoreModel kModel = [] {
    auto model = ReadScoreModel("interdict-1", DefaultScoreModelRows());
    return model.ok() ? *model : ScoreModel{};
  }();
  return kModel;
}

}  // namespace interdict
