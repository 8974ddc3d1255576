// Statements put together to events, nothing shown yet.
#pragma once

#include <vector>

#include "interdict/documents/events/event_cluster.h"
#include "interdict/documents/events/statement_facts.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

struct Clusters {
  // The place of each scan in an order that does not depend on how the scans were given: by
  // publication (unknown last), file, text.
  std::vector<uint32_t> rank;
  std::vector<StatementFacts> facts;  // of every measure of every scan
  std::vector<EventCluster> events;   // members are positions in `facts`
};

Clusters ClusterStatements(const std::vector<const Scan*>& scans);

}  // namespace interdict::documents
