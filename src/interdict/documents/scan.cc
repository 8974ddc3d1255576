#include "interdict/documents/scan.h"

namespace interdict::documents {

std::string_view PartyKindName(PartyKind kind) {
  constexpr std::string_view kNames[] = {"person",   "organization", "vessel",
                                         "aircraft", "government",   "armed_group"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view NamingName(Naming naming) {
  constexpr std::string_view kNames[] = {"name",    "alias",       "acronym",
                                         "surname", "translation", "identifier"};
  return kNames[static_cast<size_t>(naming)];
}

std::string_view MeasureTypeName(MeasureType type) {
  constexpr std::string_view kNames[kMeasureTypeCount] = {"designation",
                                                          "sanctions",
                                                          "asset_freeze",
                                                          "travel_ban",
                                                          "trade_restriction",
                                                          "financial_restriction",
                                                          "blockade",
                                                          "vessel_interception",
                                                          "airspace_closure",
                                                          "indictment",
                                                          "reward",
                                                          "severed_relations",
                                                          "non_recognition",
                                                          "licence",
                                                          "relief",
                                                          "safe_passage",
                                                          "tariff",
                                                          "forfeiture"};
  return kNames[static_cast<size_t>(type)];
}

std::string_view MeasureStatusName(MeasureStatus status) {
  constexpr std::string_view kNames[] = {"in_force", "announced", "considered",
                                         "offered",  "alleged",   "denied"};
  return kNames[static_cast<size_t>(status)];
}

std::string_view SourceKindName(SourceKind kind) {
  constexpr std::string_view kNames[] = {"author",        "named_official", "anonymous_official",
                                         "institution",   "outlet",         "document",
                                         "affected_party"};
  return kNames[static_cast<size_t>(kind)];
}

}  // namespace interdict::documents
