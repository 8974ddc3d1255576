// Which measures a relief ends.
#pragma once

#include "interdict/documents/events/clustering.h"
#include "interdict/documents/events/events.h"

namespace interdict::documents {

// `clusters[i]` is what `events[i]` was made of. A relief that is done relieves the measures of its
// actor that hit a party it relieves and began before; its words narrow the type ("lifted the
// embargo"). One that is only offered, considered or announced ends nothing yet.
void LinkReliefs(const std::vector<const Scan*>& scans, const Clusters& clusters,
                 const std::vector<const EventCluster*>& cluster_of, std::vector<Event>* events);

}  // namespace interdict::documents
