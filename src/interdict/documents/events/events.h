// Statements of one or many documents merged into events: what happened, who said what about it,
// and how its status ran.
//
// Two statements are one event when their types are of one family, and actor, target and date do
// not contradict each other:
//   type    the same; designation, sanctions and asset freeze are one where they hit one party, and
//           so are a restriction of trade or finance that the text calls sanctions, and what a
//           listing by the Union, the United Nations, Switzerland or Canada brings by itself;
//   actor   agencies of one state are one; a statement without an actor fits every actor;
//   target  a party in common, or classes in words that say the same; of the listings of one
//           authority on one day in one text, whoever each sentence names;
//   date    days that overlap (event_cluster.cc says what a statement without a date allows: what
//           is announced today is not what was done last July);
//   list    not two different ones.
// A statement that fits several events joins the nearest. Nothing is overwritten: an event keeps
// every statement, and a sentence that several outlets print counts once with all of them kept.
//
// The result does not depend on the order of the scans. Cost: each statement is compared with the
// events that share a target or a text with it. Test: events_test.cc; against annotated articles:
// events_gold_test.cc and tests/real/document_events_test.cc, which print the figures.
#pragma once

#include <string>
#include <vector>

#include "interdict/documents/scan.h"

namespace interdict::documents {

struct StatementPlace {
  uint32_t scan = 0;     // in the scans given
  uint32_t measure = 0;  // in Scan::measures

  bool operator==(const StatementPlace&) const = default;
};

struct Statement {
  StatementPlace place;
  std::vector<StatementPlace> copies;  // in other scans, word for word or nearly (wire copies)
};

struct Event {
  std::string id;  // "ev-" and twelve hex digits of a digest of type, parties and date
  MeasureType type = MeasureType::kSanctions;
  std::vector<std::string> actors, targets;        // names as shown, the most frequent first
  std::vector<std::string> entities;               // ids of the listed targets
  std::string date;                                // EDTF, or empty
  std::vector<Statement> statements;               // by publication (unknown last), then place
  MeasureStatus status = MeasureStatus::kInForce;  // of the latest competent statement
  std::vector<uint32_t> history;                   // statements at which the status changes
  bool conflicting = false;                        // one source asserts what another one denies
  std::vector<uint32_t> relieves, relieved_by;     // other events
  // What the loaded lists say of the targets: the earliest date of listing, or that a designation's
  // target is on none of them.
  std::string listed;  // ISO 8601, or empty
  bool announced_not_listed = false;
};

// By date (unknown last, those by first publication), then id. Scans are borrowed for the call
// only.
std::vector<Event> MergeEvents(const std::vector<const Scan*>& scans);

// Merges the statements of one document and writes each one's event into Measure::event; marks the
// parties that the text says are designated though no loaded list shows them.
void AssignEvents(Scan* scan);

}  // namespace interdict::documents
