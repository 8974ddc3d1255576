// The side tables of OFAC's Advanced XML: everything that stands outside of the parties and is
// joined to them by number. The document is relational: a party's names stand in DistinctParty, but
// its addresses in Locations, its documents in IDRegDocuments, its programmes in SanctionsEntries,
// its relations in ProfileRelationships, and nearly every word in ReferenceValueSets.
//
// Rows keep the publisher's numbers and are joined when a party is built, so the order of sections
// does not matter. Memory: the rows of these sections, with equal texts kept once; about a tenth of
// the document. Rows of one party keep the publisher's order.
// Every row knows whether it was joined; ForEachUnused tells which were not.
// Test: through ofac_advanced_xml_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/entity/record.h"
#include "interdict/syntax/xml.h"

namespace interdict {

// A word of ReferenceValueSets with the attributes that joins need.
struct AdvancedReference {
  std::string text;
  std::string iso;    // of a Country: @ISO2
  std::string owner;  // of a PartySubType its PartyType, of an AreaCode its Country
};

struct AdvancedLocationPart {
  std::string_view type;  // -> LocPartType
  std::string_view value;
  bool primary = true;
};

struct AdvancedLocation {
  std::string_view key;        // Location@ID
  std::string_view country;    // -> Country
  std::string_view area_code;  // -> AreaCode, which names a country too
  std::vector<AdvancedLocationPart> parts;
  std::vector<Attribute> rest;  // what is not read here
  uint64_t line = 0;
  mutable bool used = false;
};

struct AdvancedDocumentDate {
  std::string_view type;  // -> IDRegDocDateType
  std::string_view date;  // in OFAC's words: "28 Jan 2010"
};

struct AdvancedDocument {
  std::string_view key;   // IDRegDocument@IdentityID: an identity, not a profile
  std::string_view type;  // -> IDRegDocType
  std::string_view number;
  std::string_view country;   // -> Country
  std::string_view location;  // -> Location, where it was issued
  std::string_view authority;
  std::string_view validity;  // -> Validity
  std::string_view name;      // -> DocumentedName of the party, in which it was issued
  std::string_view comment;
  std::vector<AdvancedDocumentDate> dates;
  std::vector<Attribute> rest;
  uint64_t line = 0;
  mutable bool used = false;
};

struct AdvancedRelation {
  std::string_view key;      // @From-ProfileID
  std::string_view to;       // @To-ProfileID
  std::string_view type;     // -> RelationType
  std::string_view quality;  // -> RelationQuality
  std::string_view comment;
  bool former = false;
  std::vector<Attribute> rest;
  uint64_t line = 0;
  mutable bool used = false;
};

struct AdvancedEntryEvent {
  std::string_view type;   // -> EntryEventType
  std::string_view basis;  // -> LegalBasis
  std::string_view date;   // ISO prefix
};

struct AdvancedMeasure {
  std::string_view type;     // -> SanctionsType
  std::string_view comment;  // the programme, where the type is "Program"
};

struct AdvancedEntry {
  std::string_view key;   // @ProfileID
  std::string_view list;  // -> List
  std::vector<AdvancedEntryEvent> events;
  std::vector<AdvancedMeasure> measures;
  std::vector<Attribute> rest;
  uint64_t line = 0;
  mutable bool used = false;
};

// A store of texts in which equal texts are kept once; views live as long as the pool.
class TextPool {
 public:
  std::string_view Keep(std::string_view text);

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> texts_;
};

class AdvancedTables {
 public:
  // Elements that Add understands.
  static const std::vector<std::string_view>& ElementNames();

  // Takes over one element of a side section. kTooLarge for a reference value that is no word any
  // more: it would be copied into every fact that refers to it.
  Status Add(const XmlElement& element);
  static constexpr size_t kMaxWordBytes = 4096;
  // Makes the tables ready for joining, after the last Add.
  void Seal();

  // Word of a reference value: Word("AliasType", "1400") = "A.K.A."; empty for an unknown number.
  std::string_view Word(std::string_view kind, std::string_view id) const;
  // The whole reference value, or nullptr.
  const AdvancedReference* Reference(std::string_view kind, std::string_view id) const;

  // Joins; the rows count as used from then on.
  const AdvancedLocation* Location(std::string_view id) const;
  std::span<const AdvancedDocument> Documents(std::string_view identity) const;
  std::span<const AdvancedRelation> Relations(std::string_view profile) const;
  std::span<const AdvancedEntry> Entries(std::string_view profile) const;

  // Calls back with element name, key and line of each row that was never joined.
  void ForEachUnused(const std::function<void(std::string_view element, std::string_view key,
                                              uint64_t line)>& callback) const;

  size_t locations() const { return locations_.size(); }
  size_t documents() const { return documents_.size(); }
  size_t relations() const { return relations_.size(); }
  size_t entries() const { return entries_.size(); }
  size_t entry_links() const { return entry_links_; }
  const std::string& issue_date() const { return issue_date_; }

 private:
  Status AddReferenceSets(const XmlElement& sets);
  void AddLocation(const XmlElement& element);
  void AddDocument(const XmlElement& element);
  void AddRelation(const XmlElement& element);
  void AddEntry(const XmlElement& element);

  TextPool pool_;
  std::unordered_map<std::string, AdvancedReference> references_;  // "AliasType/1400"
  std::vector<AdvancedLocation> locations_;
  std::vector<AdvancedDocument> documents_;
  std::vector<AdvancedRelation> relations_;
  std::vector<AdvancedEntry> entries_;
  size_t entry_links_ = 0;
  std::string issue_date_;
};

}  // namespace interdict
