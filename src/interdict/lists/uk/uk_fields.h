// How the UK lists (UK Sanctions List of the FCDO, Consolidated List of OFSI) write single fields:
// name types, dates, countries with a word on their past, details of documents, HTML in texts.
// Test: uk_fields_test.cc.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/identifier.h"
#include "interdict/entity/record.h"

namespace interdict {

// What a name is by the publisher's type and strength: "Primary Name", "Primary name variation",
// "Alias", "ALias", "AKA", "FKA", "Prime Alias"; "Low quality a.k.a", "Good quality". A variation
// of the primary name is a strong alias. nullopt for a type that neither list is known to use.
std::optional<NameKind> UkNameKind(std::string_view type, std::string_view strength);

// A name from its numbered parts, given in the order Name 1 to 5, Name 6. Name 6 is a person's
// family name or, when it stands alone and for bodies and ships, the whole name; Name 1 is a given
// name; what 2 to 5 are, the publisher does not say. Kind, language and field are left to the
// caller.
Name UkName(const std::array<std::string_view, 6>& parts, bool person);

// "29/06/2012 00:00:00" or "11-Sep-2026" as an ISO date; as written when it is no full date.
std::string UkIsoDate(std::string_view text);

// Code of a country as these lists write it: "Russia", "Ukrainian SSR (now Ukraine)", "USSR (now
// Russian Federation)", "Russian Federation (as at November 2010)", "Tunisia."; empty when it is
// none.
std::string UkCountryCode(std::string_view text);

// The countries of a cell, one by one: enumerations, and "Germany. Russia" or "Panama; Togo" when
// every part is a country; else the cell as it is.
std::vector<std::string_view> SplitUkCountries(std::string_view text);

// A reference of the UN in the UN's own spelling, so that it leads to the UN's entry: "QDE.145" and
// "CDi. 049" as "QDe.145" and "CDi.049"; anything else as it is.
std::string UkUnReference(std::string_view text);

// Fills issuing country and dates of a document from its "additional information": "Afghanistan
// number. Issued on 17 Jul. 2000. Expires 16 Jul. 2005 (Iraq)". The text becomes the remark.
void AddUkDocumentDetails(std::string_view details, Identifier* document);

// Several numbers of one cell, with the details that belong to each: "(1) M 271351 (2) K-348486"
// beside "(1) Libyan (2) Malian"; "620115920. 530944739". Details that cannot be told apart go to
// all.
struct UkDocument {
  std::string_view number;
  std::string_view details;
};
std::vector<UkDocument> SplitUkDocuments(std::string_view numbers, std::string_view details);

// Character references of HTML ("&amp;", "&rsquo;", "&#8217;") as the characters they stand for.
// Unknown ones stay.
std::string UnescapeHtml(std::string_view text);

// The parties named in a cell of owners, parents or subsidiaries, by line and semicolon: "Arden
// Fuel; Kalashnikov Concern JSC (49%)" gives two, the second with its share.
std::vector<Relation> ReadUkRelations(std::string_view text, RelationKind kind,
                                      const std::string& field);

// "Listed as asset of Korea Samjong Shipping (OFSI ID: 13635, UN Reference Number: ...)" in a text:
// the owner, with the OFSI Group ID. nullopt when the text has no such words.
std::optional<Relation> ReadUkAssetRelation(std::string_view text, std::string field);

}  // namespace interdict
