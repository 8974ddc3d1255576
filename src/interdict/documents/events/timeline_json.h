// The events of documents as one JSON document: {"documents":[...],"events":[...]}.
//
// Events in their order, each with every statement made about it: where it stands (file, offsets in
// bytes of the file as given), its words, status, attribution and rules. Other events are named by
// id. Same scans, same bytes. Test: timeline_json_test.cc.
#pragma once

#include <string>
#include <vector>

#include "interdict/base/json_writer.h"
#include "interdict/documents/events/events.h"

namespace interdict::documents {

// `events` as MergeEvents made them of `scans`. Writes one object.
void WriteTimelineJson(const std::vector<const Scan*>& scans, const std::vector<Event>& events,
                       JsonWriter* json);

}  // namespace interdict::documents
