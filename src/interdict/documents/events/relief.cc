#include "interdict/documents/events/relief.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "interdict/base/lookup_key.h"

namespace interdict::documents {
namespace {

using Scans = std::vector<const Scan*>;
using Type = MeasureType;

struct NamedTypes {
  std::string_view word;  // as it stands in a folded trigger or evidence
  std::array<Type, 3> types;
};

// What the words of a relief say it ends; the first that fits.
constexpr NamedTypes kNamedTypes[] = {
    {"travel ban", {Type::kTravelBan, Type::kTravelBan, Type::kTravelBan}},
    {"visa", {Type::kTravelBan, Type::kTravelBan, Type::kTravelBan}},
    {"embargo", {Type::kTradeRestriction, Type::kSanctions, Type::kTradeRestriction}},
    {"tariff", {Type::kTariff, Type::kTariff, Type::kTariff}},
    {"blockade", {Type::kBlockade, Type::kBlockade, Type::kBlockade}},
    {"airspace", {Type::kAirspaceClosure, Type::kAirspaceClosure, Type::kAirspaceClosure}},
    {"flights", {Type::kAirspaceClosure, Type::kAirspaceClosure, Type::kAirspaceClosure}},
    {"charges", {Type::kIndictment, Type::kIndictment, Type::kIndictment}},
    {"indictment", {Type::kIndictment, Type::kIndictment, Type::kIndictment}},
    {"diplomatic", {Type::kSeveredRelations, Type::kNonRecognition, Type::kSeveredRelations}},
    {"frozen", {Type::kAssetFreeze, Type::kSanctions, Type::kDesignation}},
    {"freeze", {Type::kAssetFreeze, Type::kSanctions, Type::kDesignation}},
};

// "Lifted sanctions", "removed from the list".
constexpr Type kSanctionTypes[] = {Type::kDesignation,      Type::kSanctions,
                                   Type::kAssetFreeze,      Type::kTravelBan,
                                   Type::kTradeRestriction, Type::kFinancialRestriction};

// Word for word, so that "charges" is not found in "discharges".
bool SaysWord(const std::string& folded, std::string_view word) {
  return (" " + folded + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

std::set<Type> EndedTypes(const Scans& scans, const Event& relief) {
  for (const Statement& statement : relief.statements) {
    const Scan& scan = *scans[statement.place.scan];
    const Measure& measure = scan.measures[statement.place.measure];
    const std::string said = LookupKey(scan.document.Text(measure.trigger));
    for (const NamedTypes& named : kNamedTypes) {
      if (SaysWord(said, named.word)) return {named.types.begin(), named.types.end()};
    }
  }
  return {std::begin(kSanctionTypes), std::end(kSanctionTypes)};
}

// When an event was, as far as its statements say, and when they were published.
struct Times {
  std::optional<Date> first_day;
  std::optional<Date> first_published, last_published;
};

void Earliest(Date date, std::optional<Date>* earliest) {
  *earliest = *earliest ? std::min(**earliest, date) : date;
}

Times TimesOf(const Clusters& clusters, const EventCluster& cluster) {
  Times times;
  for (uint32_t position : cluster.members()) {
    const StatementFacts& facts = clusters.facts[position];
    if (facts.when) Earliest(facts.when->first, &times.first_day);
    if (!facts.published) continue;
    Earliest(facts.published->first, &times.first_published);
    times.last_published = times.last_published
                               ? std::max(*times.last_published, facts.published->last)
                               : facts.published->last;
  }
  return times;
}

// Whether the measure can have been there when the relief came. Without a day of both, the texts
// decide: what nobody had reported when the relief was last written of came after it.
bool BeganBefore(const Times& measure, const Times& relief) {
  if (measure.first_day && relief.first_day) return *measure.first_day <= *relief.first_day;
  if (measure.first_day && relief.last_published)
    return *measure.first_day <= *relief.last_published;
  if (!measure.first_published || !relief.last_published) return true;
  return *measure.first_published <= *relief.last_published;
}

bool ActorsFit(const EventCluster& a, const EventCluster& b) {
  return a.actors().empty() || b.actors().empty() || ShareKey(a.actors(), b.actors());
}

bool SameClasses(const EventCluster& a, const EventCluster& b) {
  return std::any_of(a.classes().begin(), a.classes().end(), [&](const auto& words) {
    return std::find(b.classes().begin(), b.classes().end(), words) != b.classes().end();
  });
}

}  // namespace

void LinkReliefs(const Scans& scans, const Clusters& clusters,
                 const std::vector<const EventCluster*>& cluster_of, std::vector<Event>* events) {
  for (uint32_t r = 0; r < events->size(); ++r) {
    Event& relief = (*events)[r];
    if (relief.type != Type::kRelief || relief.status != MeasureStatus::kInForce) continue;
    const std::set<Type> ended = EndedTypes(scans, relief);
    const Times day = TimesOf(clusters, *cluster_of[r]);
    for (uint32_t m = 0; m < events->size(); ++m) {
      Event& measure = (*events)[m];
      if (!ended.contains(measure.type) || !ActorsFit(*cluster_of[r], *cluster_of[m])) continue;
      if (!ShareKey(cluster_of[r]->targets(), cluster_of[m]->targets()) &&
          !SameClasses(*cluster_of[r], *cluster_of[m])) {
        continue;
      }
      if (!BeganBefore(TimesOf(clusters, *cluster_of[m]), day)) continue;
      relief.relieves.push_back(m);
      measure.relieved_by.push_back(r);
    }
  }
}

}  // namespace interdict::documents
