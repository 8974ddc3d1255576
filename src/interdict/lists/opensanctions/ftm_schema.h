// The vocabulary of FollowTheMoney (FtM), the data model of OpenSanctions: which kinds of entity
// are parties, which are statements about parties, and what their properties mean here. Source: the
// model's published schema, and the files that opensanctions_ftm.h names. Test: ftm_schema_test.cc.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "interdict/entity/schema.h"
#include "interdict/lists/cells/fact_kind.h"

namespace interdict {

enum class FtmRole : uint8_t {
  kParty,     // becomes a record
  kSanction,  // a designation of the parties it points at
  kDocument,  // a passport or other identification of its holder
  kLink,      // ownership, family, ...: a relation between two parties
  kAddress,   // parties point at it
  kPosition,  // an office that an Occupancy points at
  kThing,     // a named thing that is no party of ours: a security, a vehicle
  kOther,     // anything else
};

FtmRole FtmRoleOf(std::string_view schema);

// nullopt for a schema that is no party.
std::optional<Schema> FtmPartySchema(std::string_view schema);

// How a link is read from its two ends, which are properties: the party at the first gets `forward`
// to the party at the second, that one gets `backward` to the first.
struct FtmLink {
  std::string_view schema;
  std::array<std::string_view, 2> ends;
  RelationKind forward = RelationKind::kLinkedTo;
  RelationKind backward = RelationKind::kLinkedTo;
};
const FtmLink* FindFtmLink(std::string_view schema);  // nullptr when it is none

// The properties through which an entity of this schema points at parties: "entity" of a Sanction,
// "owner" and "asset" of an Ownership. Empty for parties, addresses and positions.
std::span<const std::string_view> FtmPointers(std::string_view schema);

// What a property of a party is; nullopt for one that is unknown or has no simple meaning.
std::optional<FactKind> FtmFact(std::string_view property, Schema schema);

// A relation that a party states by a property with the other's id: "owner" of a Vessel.
std::optional<RelationKind> FtmRelation(std::string_view property);

// A part of a name that stands apart from the names: "firstName".
std::optional<NamePartKind> FtmNamePart(std::string_view property);

// The list of ours that an id of OpenSanctions refers to, and the id there: "ofac-22790" ->
// us_ofac_sdn, 22790; "gb-fcdo-rus0251" -> gb_fcdo_sanctions, RUS0251. Without source when the id
// is none of a list that we read, or only a hash.
CrossReference FtmReferent(std::string_view id);

}  // namespace interdict
