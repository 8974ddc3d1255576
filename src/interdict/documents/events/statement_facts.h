// A statement as it is compared with others: what it says of type, actor, target and time, as keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interdict/documents/events/day_range.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

struct StatementFacts {
  uint32_t scan = 0;
  uint32_t measure = 0;
  MeasureType type = MeasureType::kSanctions;
  MeasureStatus status = MeasureStatus::kInForce;
  // A trade or financial restriction whose trigger says "sanctions".
  bool called_sanctions = false;
  // What a listing by the Union, the United Nations or Switzerland brings by itself: a travel ban,
  // a ban on making funds available; and such a listing.
  bool entailed = false;
  bool presupposed = false;
  bool renewed = false;  // "new sanctions", "strengthen": not what is in force already

  // Sorted. "state:us" for a state and its agencies, "house:us" for its legislature, "body:eu" for
  // the institutions of the Union; else the party, or the words of a class. Empty: the text does
  // not say, or says no more than "officials".
  std::vector<std::string> actors;
  // Sorted. The parties hit: "state:ve", "entity:us_ofac_sdn:1", "name:person:ana roe".
  std::vector<std::string> targets;
  // Governments named after a target ("the Maduro government"). Who speaks of measures to come
  // takes one for the other; for measures in force they are two targets.
  std::vector<std::string> namesakes;
  // Words of the targets given in words, sorted, without those that say nothing of whom:
  // "two oil tankers" -> oil, ship.
  std::vector<std::vector<std::string>> classes;
  // The same words of the names of the parties hit: "the cartel" of a text is the cartel named in
  // it.
  std::vector<std::vector<std::string>> names;
  bool refers_back = false;  // "the persons listed": whoever was spoken of last
  std::string list;          // folded: "foreign terrorist organization"

  std::optional<DayRange> when;       // of the measure
  std::optional<DayRange> published;  // of the document
  bool recent = false;                // "recently": the measure is not long past
  bool dated_in_words = false;        // "in July", without a publication to compute it from

  bool Done() const { return status == MeasureStatus::kInForce; }
  // Announced, considered, offered: still to come when it was said.
  bool Intended() const {
    return status == MeasureStatus::kAnnounced || status == MeasureStatus::kConsidered ||
           status == MeasureStatus::kOffered;
  }
  bool HasTarget() const { return !targets.empty() || !classes.empty(); }
};

// By party of a scan: keys of the governments that the document names after it ("the Maduro
// government"). Read once for all statements of the document.
using Namesakes = std::vector<std::vector<std::string>>;
Namesakes NamesakesOf(const Scan& scan);

StatementFacts FactsOf(const Scan& scan, const Namesakes& namesakes, uint32_t scan_position,
                       uint32_t measure);

// The words of a target that say whom it hits, sorted: "the two oil tankers" -> oil, ship.
std::vector<std::string> TargetWords(std::string_view text);

// Whether two statements may be of one measure by their types. `same_party`: they share a target
// that is a party.
bool TypesFit(const StatementFacts& a, const StatementFacts& b, bool same_party);

// Types whose statements may be of one event at all; a name for looking them up.
std::string_view TypeGroup(MeasureType type);

// Designation, sanctions, asset freeze.
bool IsListingType(MeasureType type);

// What is over when it is done, so that undated statements of different months are of different
// events: boarding a ship, not designating its owner.
bool IsMomentary(MeasureType type);

// Whether both sorted ranges have an element in common.
bool ShareKey(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace interdict::documents
