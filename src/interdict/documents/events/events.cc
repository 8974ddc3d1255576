#include "interdict/documents/events/events.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "interdict/documents/events/clustering.h"
#include "interdict/documents/events/event_builder.h"
#include "interdict/documents/events/relief.h"

namespace interdict::documents {
namespace {

// By date, then, for those without, by first publication; unknown last.
std::tuple<Date, Date, std::string_view> Place(const std::vector<const Scan*>& scans,
                                               const Event& event) {
  constexpr Date kLastDay{INT32_MAX};
  const auto when = ReadDayRange(event.date);
  const auto& first = event.statements.front().place;
  const auto& published = scans[first.scan]->document.published.date;
  return {when ? when->first : kLastDay, published ? published->first : kLastDay, event.id};
}

// Two events without a date may be of the same words; the second is told apart by its place.
void NumberEqualIds(std::vector<Event>* events) {
  std::map<std::string, int> seen;
  for (Event& event : *events) {
    const int times = ++seen[event.id];
    if (times > 1) event.id += "-" + std::to_string(times);
  }
}

}  // namespace

std::vector<Event> MergeEvents(const std::vector<const Scan*>& scans) {
  const Clusters clusters = ClusterStatements(scans);
  std::vector<Event> built;
  for (const EventCluster& cluster : clusters.events) {
    built.push_back(BuildEvent(scans, clusters, cluster));
  }
  std::vector<uint32_t> order(built.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return Place(scans, built[a]) < Place(scans, built[b]);
  });
  std::vector<Event> events;
  std::vector<const EventCluster*> cluster_of;
  for (uint32_t position : order) {
    events.push_back(std::move(built[position]));
    cluster_of.push_back(&clusters.events[position]);
  }
  NumberEqualIds(&events);
  LinkReliefs(scans, clusters, cluster_of, &events);
  return events;
}

void AssignEvents(Scan* scan) {
  for (const Event& event : MergeEvents({scan})) {
    for (const Statement& statement : event.statements) {
      scan->measures[statement.place.measure].event = event.id;
    }
  }
  for (const Measure& measure : scan->measures) {
    for (const Role& role : measure.targets) {
      if (role.party == kNone) continue;
      Party& party = scan->parties[role.party];
      if (IsAnnouncedUnlisted(measure, party)) party.announced_unlisted = true;
    }
  }
}

}  // namespace interdict::documents
