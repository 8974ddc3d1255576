// One event as it is shown, from the statements that were put together.
#pragma once

#include "interdict/documents/events/clustering.h"
#include "interdict/documents/events/events.h"

namespace interdict::documents {

// Everything but `relieves` and `relieved_by`.
Event BuildEvent(const std::vector<const Scan*>& scans, const Clusters& clusters,
                 const EventCluster& cluster);

// Whether the measure designates the party, and no loaded list shows it. States are sanctioned by
// programmes, not by entries, and of homonyms one may well be listed.
bool IsAnnouncedUnlisted(const Measure& measure, const Party& party);

}  // namespace interdict::documents
