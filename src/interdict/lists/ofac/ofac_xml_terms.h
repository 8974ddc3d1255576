// Words and shapes that OFAC's XML exports (standard, Enhanced, Advanced) share: kinds of alias,
// scripts, parts of names and of addresses, kinds of relationship. The words are OFAC's reference
// values; case does not matter. A word that is not known is never an error: the functions say what
// stands in for it, and the text itself stays in the record.
// Source: the reference values of the exports of 2020-03-17 and 2025-03-28.
// Test: ofac_xml_terms_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/record.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/ofac/ofac_remarks.h"
#include "interdict/syntax/xml.h"

namespace interdict {

// "A.K.A." and "N.K.A." are strong aliases, "F.K.A." a former name; low quality makes any of them
// weak, because that is what decides how far the name alone may carry a match.
NameKind OfacAliasKind(std::string_view type, bool low_quality);

// What the kind of an alias does not say: "n.k.a.", and "f.k.a." of a weak one. Empty otherwise.
std::string OfacAliasRemark(std::string_view type, bool low_quality);

// The kind of party; a missing or unknown word may mean any.
Schema OfacXmlSchema(std::string_view type);

// Lists the aircraft's name, which is its registration ("EP-GOM") or serial number ("MSN 550"),
// among its identifiers too, if it is not there already. Does nothing for other parties.
void AddAircraftName(Record* record);

// ISO 15924 code of a script: "Chinese Simplified" -> "Hans"; the word itself when it is not known.
std::string OfacScript(std::string_view word);
bool IsLatinScript(std::string_view script_code);

// A part of a name: type "Last Name", "First Name", "Patronymic", "Entity Name", ...; both
// borrowed.
struct OfacNamePart {
  std::string_view type;
  std::string_view value;
};

// Sets the name's text, "LAST, First Middle Patronymic" for persons as OFAC prints them, and its
// parts; the name of an entity, vessel or aircraft is one text without parts. Empty values are left
// out; the order of given names is the publisher's.
void SetOfacName(const std::vector<OfacNamePart>& parts, Name* name);

// Puts one part of a location ("ADDRESS1", "CITY", "STATE/PROVINCE", "REGION", ...) into the
// address. False for a type that has no place there; the address is then unchanged.
bool AddOfacAddressPart(std::string_view type, std::string_view value, Address* address);

// Sets the country, from OFAC's name for it and, where given, its ISO 3166 alpha-2 code. OFAC's
// "undetermined" is no country and leaves the address without one; "Region: Gaza" is read as Gaza.
void SetOfacCountry(std::string_view name, std::string_view iso, Address* address);

// Composes `full` from the parts. False when nothing stands in the address: OFAC publishes such
// empty shells for parties without a known address.
bool FinishOfacAddress(Address* address);

// "Owned or Controlled By" -> kOwnedBy; kOther for unknown words.
RelationKind OfacRelationKind(std::string_view type);

// "true" and "false" as the exports write them.
bool IsTrue(std::string_view text);

// A date as OFAC prints it where it prints text: "12 Feb 1961", "Feb 1961", "1961", "1951 to 1953",
// "circa 1951". The exports that give dates in numbers get the same words by this.
std::string OfacDateText(const PartialDate& date);

// Adds a labelled value of an XML export to the record, through AddOfacField. A value whose label
// is not known is kept as uninterpreted, under "<context.field>/<label>", with what stands beside
// it. A flag that OFAC marks as "(False)" keeps the mark in its text and the country's code.
void AddOfacXmlField(std::string_view label, std::string_view value,
                     const OfacFieldContext& context, Record* record);

// Notes the authority that issued the documents which were added to the record after the first
// `identifiers` ones: "OGRN", "INN", a ministry.
void SetOfacAuthority(std::string_view authority, size_t identifiers, Record* record);

// Reads the remarks of a party, whose schema and designations must be set, and keeps them as a
// whole.
OfacRemarksCount AddOfacXmlRemarks(std::string_view remarks, std::string_view field,
                                   Record* record);

// Adds what no reader looked at in the element to `rest`, under its path. Attributes that only
// serve OFAC's own book-keeping (number of a version, of a status, of a reference value) are left
// out.
void KeepUnused(const XmlElement& element, std::vector<Attribute>* rest);

}  // namespace interdict
