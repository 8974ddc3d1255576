// The score of a query against a listed party, as a sum of effects.
//
// The name feature gives its similarity; everything else known on both sides raises or lowers the
// sum; what is missing on one side changes nothing. An equal strong identifier lifts the score to 1
// whatever the name. A hit on a weak alias alone is lowered, and kept when another fact confirms
// it; a weak alias never makes a party's score lower than its other names would. The score is the
// sum of the effects, kept within [0, 1] by shortening the last effect. Unit: effects and scores
// are whole ten-thousandths, so that sums are exact; value in [0, 1]. Model: kScoreModel names the
// weights of this file; a result that is replayed must name the same. Test: scorer_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/match/name_score.h"
#include "interdict/match/party_table.h"
#include "interdict/match/query.h"

namespace interdict {

inline constexpr std::string_view kScoreModel = "plain-1";

using Points = int32_t;  // ten-thousandths
inline constexpr Points kFullScore = 10000;
Points ToPoints(double score);
inline double FromPoints(Points points) {
  return points / static_cast<double>(kFullScore);
}

enum class FeatureKind : uint8_t {
  kName,
  kWeakAlias,
  kIdentifier,
  kBirthDate,
  kCountry,
  kGender,
  kAddress
};
std::string_view FeatureName(FeatureKind kind);

struct Feature {
  FeatureKind kind;
  double value;  // agreement in [0, 1]
  Points effect;
  std::string detail;  // only where asked for
};

struct Match {
  uint32_t party = 0;
  Points score = 0;
  const ListedName* name = nullptr;  // the best name; nullptr when only an identifier was compared
  std::vector<Feature> features;
};

// A query, prepared: names folded, scorers made. One thread's at a time.
class Scorer {
 public:
  Scorer(const Query& query, const PartyTable& table, const text::Folder& folder,
         NameScorer::Memo* memo);

  // The match with features; `explain` fills the details.
  Match Score(uint32_t party, bool explain) const;

 private:
  struct BestName {
    const ListedName* name = nullptr;
    double score = 0;
    size_t query_name = 0;
  };
  // A number asked, and where it may stand in the table.
  struct Lookup {
    const Identifier* asked;
    IdScheme scheme;
    std::string key;
  };
  BestName FindBestName(uint32_t party, bool weak) const;
  Match ScoreWith(uint32_t party, const BestName& best, bool explain) const;
  void AddIdentifiers(uint32_t party, bool explain, Match* match) const;
  void AddContradiction(const Party& party, bool explain, Match* match) const;
  void AddBirthDate(const Party& party, bool explain, Match* match) const;
  void AddCountry(const Party& party, bool explain, Match* match) const;
  void AddGender(const Party& party, bool explain, Match* match) const;
  void AddAddress(const Party& party, bool explain, Match* match) const;

  const Query& query_;
  const PartyTable& table_;
  const text::Folder& folder_;
  std::vector<NameScorer> names_;
  std::vector<Lookup> lookups_;
  std::vector<std::string> addresses_;  // folded
};

}  // namespace interdict
