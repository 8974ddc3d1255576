// What a document says: parties mentioned, measures reported. The result of scanning one document,
// as plain data; how it comes about: mentions/, measures/, events/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/document.h"

namespace interdict::documents {

enum class PartyKind : uint8_t {
  kPerson,
  kOrganization,
  kVessel,
  kAircraft,
  kGovernment,
  kArmedGroup
};
std::string_view PartyKindName(PartyKind kind);  // "armed_group"

// How a mention names its party.
enum class Naming : uint8_t { kName, kAlias, kAcronym, kSurname, kTranslation, kIdentifier };
std::string_view NamingName(Naming naming);

inline constexpr uint32_t kNone = 0xffffffff;

// A party as the document knows it: one for all its mentions.
struct Party {
  std::string name;  // the list's caption, or the fullest name that the text gives
  PartyKind kind = PartyKind::kOrganization;
  std::string entity;                 // id of a listed party, or empty
  std::vector<std::string> records;   // of the entity
  std::vector<std::string> programs;  // of the entity
  std::string listed;                 // earliest listing date of a loaded list, ISO 8601, or empty
  std::string country;                // ISO 3166-1 alpha-2 of a government's country, or empty
  // Other listed parties that the same words may mean (homonyms); the entity is then empty.
  std::vector<std::string> candidates;
  bool outlet = false;  // a firm of the press
  // Designated by the text, though no loaded list shows it.
  bool announced_unlisted = false;
};

struct Mention {
  Span span;
  uint32_t party = kNone;  // in Scan::parties
  Naming how = Naming::kName;
  double score = 0;                // 1: every word as listed
  std::string matched;             // the listed name, alias or identifier it was matched with
  uint32_t antecedent = kNone;     // in Scan::mentions: the mention it was linked to
  uint32_t nested_in = kNone;      // in Scan::mentions: "Maduro" in "Maduro regime"
  std::vector<std::string> rules;  // that made it, in order of use
};

enum class MeasureType : uint8_t {
  kDesignation,
  kSanctions,
  kAssetFreeze,
  kTravelBan,
  kTradeRestriction,
  kFinancialRestriction,
  kBlockade,
  kVesselInterception,
  kAirspaceClosure,
  kIndictment,
  kReward,
  kSeveredRelations,
  kNonRecognition,
  kLicence,
  kRelief,
  kSafePassage,
  kTariff,
  kForfeiture
};
inline constexpr int kMeasureTypeCount = static_cast<int>(MeasureType::kForfeiture) + 1;
std::string_view MeasureTypeName(MeasureType type);  // "asset_freeze"

// What the statement asserts about the measure, not what is true.
enum class MeasureStatus : uint8_t {
  kInForce,
  kAnnounced,
  kConsidered,
  kOffered,
  kAlleged,
  kDenied
};
std::string_view MeasureStatusName(MeasureStatus status);

enum class SourceKind : uint8_t {
  kAuthor,
  kNamedOfficial,
  kAnonymousOfficial,
  kInstitution,
  kOutlet,
  kDocument,
  kAffectedParty
};
std::string_view SourceKindName(SourceKind kind);

// Whom the text makes answerable for a statement.
struct Attribution {
  SourceKind kind = SourceKind::kAuthor;
  std::string source;      // "Mike Waltz", "senior White House official"; empty for the author
  std::string via;         // "Reuters"
  std::string role;        // "US Ambassador to the UN"
  Span cue;                // "According to him"; empty for the author
  bool carried = false;    // from the sentence before
  bool competent = false;  // the source can know or decide the measure
};

// Who acts or is acted upon: a party, or a class in words.
struct Role {
  uint32_t party = kNone;  // in Scan::parties, or
  std::string text;        // "senior Venezuelan military officers"; the party's name otherwise
  Span span;               // the words; empty where inferred
};

struct DateValue {
  Span expression;                    // empty: the measure has none
  std::string value;                  // ISO 8601 or EDTF ("2019-04/.."), or empty: not computable
  std::vector<std::string> readings;  // where the words allow several days
  std::string rule;
};

struct Measure {
  MeasureType type = MeasureType::kSanctions;
  std::vector<Role> actors, targets;
  MeasureStatus status = MeasureStatus::kInForce;
  Attribution attribution;
  DateValue date;
  Span trigger;                        // the words that name the measure
  Span evidence;                       // the sentences or clause that state it
  Span condition;                      // "if they recognise ..."; empty: none
  bool presupposed = false;            // "sanctioned tankers"
  bool ended = false;                  // "lifted in 2021": was in force
  std::vector<uint32_t> contested_by;  // parties that deny the grounds
  std::string list;                    // "Foreign Terrorist Organization", or empty
  std::string amount;                  // "USD 50000000", or empty
  std::string event;                   // id within the scan or timeline
  std::vector<std::string> rules;      // that made it, in order of use
};

// A listed party (or one designated by the text) with the evidence: what an analyst of adverse
// media works through. One per party and document, however often it is named.
struct DocumentHit {
  uint32_t party = kNone;
  double score = 0;                // the best of its mentions
  std::vector<uint32_t> mentions;  // in order
  std::vector<uint32_t> measures;  // that have it as target
};

struct Scan {
  Document document;
  std::vector<Party> parties;
  std::vector<Mention> mentions;  // by begin, longer first
  std::vector<Measure> measures;  // by trigger
  std::vector<DocumentHit> hits;  // by falling score, then first mention
};

}  // namespace interdict::documents
