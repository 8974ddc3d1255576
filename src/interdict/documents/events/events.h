// Statements of one or many documents merged into events: what happened, who said what about it,
// and how its status ran.
//
// Two statements are one event when their types are of one family, and actor, target and date do
// not contradict each other. Nothing is overwritten: an event keeps every statement. Test:
// events_test.cc.
#pragma once

#include <string>
#include <vector>

#include "interdict/documents/scan.h"

namespace interdict::documents {

struct Statement {
  uint32_t scan = 0;             // in the scans given
  uint32_t measure = 0;          // in Scan::measures
  std::vector<uint32_t> copies;  // other scans with the same statement word for word (wire copies)
};

struct Event {
  std::string id;  // stable: from type, parties and date
  MeasureType type = MeasureType::kSanctions;
  std::vector<std::string> actors, targets;        // names as shown
  std::vector<std::string> entities;               // ids of the listed targets
  std::string date;                                // EDTF, or empty
  std::vector<Statement> statements;               // by publication, then place
  MeasureStatus status = MeasureStatus::kInForce;  // of the latest competent statement
  bool conflicting = false;                        // statements that cannot both be right
  std::vector<uint32_t> relieves, relieved_by;     // other events
  // What the loaded lists say of the targets: the date of listing, or that no list shows them.
  std::string listed;  // ISO 8601, or empty
  bool announced_not_listed = false;
};

// By date (unknown last), then id. Scans are borrowed for the call only.
std::vector<Event> MergeEvents(const std::vector<const Scan*>& scans);

}  // namespace interdict::documents
