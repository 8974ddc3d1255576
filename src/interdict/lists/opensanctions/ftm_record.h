// A record from a FollowTheMoney party and the entities that speak about it: sanctions, addresses,
// documents, links. Every property becomes a fact or stays in `uninterpreted`; nothing is left out
// but `last_seen`, which changes with every export.
// Borrowing: an FtmEntity lives as long as the JSON it was read from.
// Test: ftm_record_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "interdict/base/date.h"
#include "interdict/entity/record.h"
#include "interdict/lists/opensanctions/ftm_schema.h"
#include "interdict/syntax/json.h"

namespace interdict {

struct FtmEntity {
  std::string_view id;
  std::string_view schema;
  std::string_view caption;
  bool target = false;
  JsonObject object;
  std::optional<JsonObject> properties;

  // Calls back with each text of the property.
  void ForEach(std::string_view property,
               const std::function<void(std::string_view)>& callback) const;
  // The first text of the property, or empty.
  std::string_view First(std::string_view property) const;
  // Whether the property has this text.
  bool Has(std::string_view property, std::string_view text) const;
};

// kSyntax when the object has no id or schema.
Result<FtmEntity> ReadFtmEntity(const JsonObject& object);

// A share in percent as [min, max] in [0, 1]: "51", "51%", "25-50", ">50". nullopt for other texts.
std::optional<std::pair<double, double>> ParseFtmShare(std::string_view text);

class FtmRecordBuilder {
 public:
  // Caption of an entity of the file, or empty: for the names of the other ends of links.
  using CaptionOf = std::function<std::string(std::string_view id)>;

  // `record` gets the facts; its source is set by the caller. A link that ended before `today` is a
  // former one; without `today` every link with an end is.
  FtmRecordBuilder(Record* record, std::optional<Date> today, CaptionOf caption_of)
      : record_(*record), today_(today), caption_of_(std::move(caption_of)) {}

  // First the party itself, then, in any order, what points at it; Finish() last.
  void AddParty(const FtmEntity& party);
  void AddSanction(const FtmEntity& sanction);
  void AddDocument(const FtmEntity& document);
  void AddAddress(const FtmEntity& address);
  void AddLink(const FtmEntity& link);
  // `position` is the office that the occupancy names, if it is in the file.
  void AddOccupancy(const FtmEntity& occupancy, const FtmEntity* position);
  void Finish();

 private:
  void AddProperty(const FtmEntity& party, std::string_view property, const JsonValue& values);
  void AddNames(const FtmEntity& party, NameKind kind, const std::string& property,
                const JsonValue& values);
  void AddNameParts(const FtmEntity& party);
  void AddReferences(const FtmEntity& party);
  // Properties of an entity that is no party and that the caller did not read.
  void KeepRest(const FtmEntity& entity, std::initializer_list<std::string_view> read);
  void AddUninterpreted(std::string field, std::string_view value);

  Record& record_;
  std::optional<Date> today_;
  CaptionOf caption_of_;
  std::vector<std::string> program_ids_;           // the party's own
  std::unordered_set<std::string> address_texts_;  // of Address entities
  std::unordered_map<std::string, size_t>
      bare_ids_;  // scheme and key -> the party's own identifier
};

}  // namespace interdict
