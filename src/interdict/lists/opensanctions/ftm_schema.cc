#include "interdict/lists/opensanctions/ftm_schema.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>
#include <utility>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

using Text = std::string_view;

constexpr std::array<std::pair<Text, Schema>, 9> kParties = {{
    {"Person", Schema::kPerson},
    {"Organization", Schema::kOrganization},
    {"Company", Schema::kCompany},
    {"LegalEntity", Schema::kLegalEntity},
    {"PublicBody", Schema::kPublicBody},
    {"Vessel", Schema::kVessel},
    {"Airplane", Schema::kAirplane},
    {"CryptoWallet", Schema::kCryptoWallet},
    {"UserAccount", Schema::kLegalEntity},
}};

constexpr std::array<FtmLink, 12> kLinks = {{
    {"Ownership", {"owner", "asset"}, RelationKind::kOwns, RelationKind::kOwnedBy},
    {"Directorship",
     {"director", "organization"},
     RelationKind::kLeaderOf,
     RelationKind::kLinkedTo},
    {"Membership", {"member", "organization"}, RelationKind::kMemberOf, RelationKind::kLinkedTo},
    {"Employment", {"employee", "employer"}, RelationKind::kLinkedTo, RelationKind::kLinkedTo},
    {"Representation", {"agent", "client"}, RelationKind::kActsFor, RelationKind::kLinkedTo},
    {"Family", {"person", "relative"}, RelationKind::kFamilyOf, RelationKind::kFamilyOf},
    {"Associate", {"person", "associate"}, RelationKind::kAssociateOf, RelationKind::kAssociateOf},
    {"UnknownLink", {"subject", "object"}, RelationKind::kLinkedTo, RelationKind::kLinkedTo},
    {"Succession", {"predecessor", "successor"}, RelationKind::kLinkedTo, RelationKind::kLinkedTo},
    {"Debt", {"debtor", "creditor"}, RelationKind::kLinkedTo, RelationKind::kLinkedTo},
    {"Payment", {"payer", "beneficiary"}, RelationKind::kLinkedTo, RelationKind::kLinkedTo},
    {"Similar", {"candidate", "match"}, RelationKind::kLinkedTo, RelationKind::kLinkedTo},
}};

constexpr std::array<Text, 1> kSanctionPointers = {"entity"};
constexpr std::array<Text, 1> kHolderPointers = {"holder"};

// Property of any party -> name of our fact.
constexpr auto kFacts = std::to_array<std::pair<Text, Text>>({
    {"name", "name"},
    {"alias", "alias"},
    {"abbreviation", "alias"},
    {"weakAlias", "weak_alias"},
    {"previousName", "former_name"},
    {"pastNames", "former_name"},
    {"birthDate", "birth_date"},
    {"deathDate", "death_date"},
    {"incorporationDate", "incorporation_date"},
    {"dissolutionDate", "dissolution_date"},
    {"buildDate", "build_date"},
    {"nationality", "nationality"},
    {"citizenship", "citizenship"},
    {"jurisdiction", "jurisdiction"},
    {"country", "other_country"},
    {"mainCountry", "other_country"},
    {"birthCountry", "birth_country"},
    {"flag", "flag"},
    {"pastFlags", "former_flag"},
    {"birthPlace", "birth_place"},
    {"address", "address"},
    {"gender", "gender"},
    {"title", "title"},
    {"position", "position"},
    {"profession", "position"},
    {"notes", "note"},
    {"description", "note"},
    {"summary", "note"},
    {"email", "email"},
    {"phone", "phone"},
    {"website", "website"},
    {"sector", "sector"},
    {"classification", "sector"},
    {"legalForm", "legal_form"},
    {"grossRegisteredTonnage", "gross_tonnage"},
    {"tonnage", "tonnage"},
    {"deadweightTonnage", "deadweight"},
    {"manufacturer", "manufacturer"},
    {"ethnicity", "ethnicity"},
    {"appearance", "appearance"},
    {"eyeColor", "appearance"},
    {"hairColor", "appearance"},
    {"height", "appearance"},
    {"weight", "appearance"},
    {"spokenLanguage", "language_spoken"},
    {"sourceUrl", "source_url"},
    {"publisherUrl", "source_url"},
    {"wikipediaUrl", "source_url"},
    {"opencorporatesUrl", "source_url"},
    {"programUrl", "source_url"},
    {"fatherName", "father_name"},
    {"motherName", "mother_name"},
    {"topics", "topic"},
    {"imoNumber", "imo"},
    {"mmsi", "mmsi"},
    {"callSign", "call_sign"},
    {"registrationNumber", "registration_number"},
    {"idNumber", "national_id"},
    {"taxNumber", "tax_id"},
    {"vatCode", "tax_id"},
    {"innCode", "inn"},
    {"ogrnCode", "ogrn"},
    {"kppCode", "kpp"},
    {"okpoCode", "okpo"},
    {"leiCode", "lei"},
    {"swiftBic", "bic"},
    {"dunsCode", "duns"},
    {"isin", "isin"},
    {"isinCode", "isin"},
    {"ticker", "stock_ticker"},
    {"iban", "iban"},
    {"accountNumber", "bank_account"},
    {"publicKey", "crypto"},
    {"socialSecurityNumber", "ssn"},
    {"licenseNumber", "licence"},
    {"passportNumber", "passport"},
    {"serialNumber", "msn"},
    {"uscCode", "registration_number"},
    {"uniqueEntityId", "other_id"},
    {"permId", "other_id"},
    {"cikCode", "other_id"},
    {"npiCode", "other_id"},
    {"giiNumber", "other_id"},
    {"ricCode", "other_id"},
    {"bikCode", "other_id"},
    {"cageCode", "other_id"},
    {"crsNumber", "other_id"},
    {"icijId", "other_id"},
    {"bvdId", "other_id"},
    {"voenCode", "other_id"},
    {"status", "other"},
    {"createdAt", "other"},
    {"modifiedAt", "other"},
    {"keywords", "other"},
    {"publisher", "other"},
    {"religion", "other"},
    {"political", "other"},
});

constexpr std::array<std::pair<Text, RelationKind>, 8> kRelations = {{
    {"owner", RelationKind::kOwnedBy},
    {"operator", RelationKind::kOperatedBy},
    {"parent", RelationKind::kOwnedBy},
    {"holder", RelationKind::kOwnedBy},
    {"managingExchange", RelationKind::kLinkedTo},
    {"associates", RelationKind::kAssociateOf},
    {"relatives", RelationKind::kFamilyOf},
    {"issuer", RelationKind::kLinkedTo},
}};

constexpr std::array<std::pair<Text, NamePartKind>, 7> kNameParts = {{
    {"firstName", NamePartKind::kGiven},
    {"secondName", NamePartKind::kMiddle},
    {"middleName", NamePartKind::kMiddle},
    {"lastName", NamePartKind::kFamily},
    {"fatherName", NamePartKind::kPatronymic},
    {"motherName", NamePartKind::kMatronymic},
    {"nameSuffix", NamePartKind::kSuffix},
}};

template <typename Value, size_t N>
const Value* Lookup(const std::array<std::pair<Text, Value>, N>& table, Text key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; });
  return found == table.end() ? nullptr : &found->second;
}

const std::unordered_map<Text, FactKind>& FactTable() {
  static const auto* const kTable = [] {
    auto* table = new std::unordered_map<Text, FactKind>();
    for (const auto& [property, fact] : kFacts) {
      const auto kind = FactKindFromName(fact);
      assert(kind);
      if (kind) table->emplace(property, *kind);
    }
    return table;
  }();
  return *kTable;
}

FactKind Id(IdScheme scheme) {
  return {FactPart::kIdentifier, static_cast<uint8_t>(scheme)};
}
FactKind Attr(AttributeKind kind) {
  return {FactPart::kAttribute, static_cast<uint8_t>(kind)};
}

struct Prefix {
  Text prefix;
  Text source;
};
// Longer prefixes before their beginnings.
constexpr std::array<Prefix, 8> kPrefixes = {{
    {"ofac-", "us_ofac_sdn"},
    {"unsc-", "un_sc_sanctions"},
    {"eu-fsf-eu-", "eu_fsf"},
    {"gb-fcdo-", "gb_fcdo_sanctions"},
    {"gb-hmt-", "gb_hmt_sanctions"},
    {"ch-seco-", "ch_seco_sanctions"},
    {"au-dfat-", "au_dfat_sanctions"},
    {"trade-csl-", "us_trade_csl"},
}};

bool IsHash(Text text) {
  return text.size() >= 32 && text.find_first_not_of("0123456789abcdef") == Text::npos;
}

// The publisher's id from what follows the prefix; empty when it is only a hash of OpenSanctions.
std::string PublisherId(Text source, Text rest) {
  if (source == "us_trade_csl") return std::string(rest);  // hashes are the publisher's own there
  if (IsHash(rest)) return {};
  if (source == "au_dfat_sanctions") rest = rest.substr(0, rest.find('-'));
  if (source == "eu_fsf") {
    std::string id = "EU." + std::string(rest);
    std::replace(id.begin(), id.end(), '-', '.');
    return id;
  }
  if (source == "gb_fcdo_sanctions") return AsciiUpper(rest);
  return IsDigits(rest) ? std::string(rest) : std::string();
}

}  // namespace

FtmRole FtmRoleOf(std::string_view schema) {
  if (FtmPartySchema(schema)) return FtmRole::kParty;
  if (schema == "Sanction") return FtmRole::kSanction;
  if (schema == "Passport" || schema == "Identification") return FtmRole::kDocument;
  if (schema == "Address") return FtmRole::kAddress;
  if (schema == "Position") return FtmRole::kPosition;
  if (schema == "Occupancy" || FindFtmLink(schema) != nullptr) return FtmRole::kLink;
  for (Text thing : {"Security", "Vehicle", "Asset", "RealEstate", "BankAccount", "Train"}) {
    if (schema == thing) return FtmRole::kThing;
  }
  return FtmRole::kOther;
}

std::optional<Schema> FtmPartySchema(std::string_view schema) {
  const Schema* found = Lookup(kParties, schema);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

const FtmLink* FindFtmLink(std::string_view schema) {
  const auto found = std::find_if(kLinks.begin(), kLinks.end(),
                                  [&](const FtmLink& link) { return link.schema == schema; });
  return found == kLinks.end() ? nullptr : &*found;
}

std::span<const std::string_view> FtmPointers(std::string_view schema) {
  if (schema == "Sanction") return kSanctionPointers;
  if (schema == "Passport" || schema == "Identification" || schema == "Occupancy") {
    return kHolderPointers;
  }
  const FtmLink* link = FindFtmLink(schema);
  if (link == nullptr) return {};
  return link->ends;
}

std::optional<FactKind> FtmFact(std::string_view property, Schema schema) {
  if (property == "imoNumber") {
    return Id(schema == Schema::kVessel ? IdScheme::kImo : IdScheme::kImoCompany);
  }
  if (property == "registrationNumber" && schema == Schema::kAirplane) {
    return Id(IdScheme::kTailNumber);
  }
  if (property == "idNumber" && schema != Schema::kPerson && schema != Schema::kLegalEntity) {
    return Id(IdScheme::kOtherId);
  }
  if (property == "type" && schema == Schema::kVessel) return Attr(AttributeKind::kVesselType);
  if ((property == "type" || property == "model" || property == "icaoCode") &&
      schema == Schema::kAirplane) {
    return Attr(AttributeKind::kAircraftModel);
  }
  const auto found = FactTable().find(property);
  return found == FactTable().end() ? std::nullopt : std::optional(found->second);
}

std::optional<RelationKind> FtmRelation(std::string_view property) {
  const RelationKind* found = Lookup(kRelations, property);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<NamePartKind> FtmNamePart(std::string_view property) {
  const NamePartKind* found = Lookup(kNameParts, property);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

CrossReference FtmReferent(std::string_view id) {
  for (const Prefix& row : kPrefixes) {
    if (!id.starts_with(row.prefix)) continue;
    std::string publisher_id = PublisherId(row.source, id.substr(row.prefix.size()));
    if (publisher_id.empty()) break;
    return {std::string(row.source), std::move(publisher_id), "referents"};
  }
  return {"", std::string(id), "referents"};
}

}  // namespace interdict
