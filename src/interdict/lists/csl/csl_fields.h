// What the CSV and the JSON edition of the US Consolidated Screening List (CSL) have in common: the
// fields of a row, and the record that they make.
//
// The list puts together lists of three departments; each row says which in `source`, in 2016 as
// "SDN", later as "Specially Designated Nationals (SDN) - Treasury Department". OFAC's rows repeat
// OFAC's own lists under OFAC's numbers: they get a reference to the record there. Rows of the
// other lists have no kind of party, few have numbers, and `programs` only sometimes; the list's
// short name is the programme then.
//
// Ids. The publisher's `_id` (CSV) or `id` (JSON), else `entity_number`, else the list's short name
// and 16 digits of a digest of list and name ("EL-3f0c..."). An id that several rows have (one
// party on two lists; two parties of one name) gets the list's short name, or for digests one of
// the address, notice and date too; rows that are equal even so are numbered. All of it depends on
// the rows only, not on their order, except for the last. Test: csl_fields_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/lists/format.h"

namespace interdict {

struct CslAddress {
  std::string text;  // whole, or the street where the other members are filled
  std::string city, state, postal_code;
  std::string country;  // as published, mostly two letters
};

struct CslId {
  std::string type, number, country, issued, expires;
};

struct CslRow {
  uint64_t line = 0;
  std::string id;  // _id or id
  std::string source, entity_number, type, name, title, federal_register_notice, start_date,
      end_date;
  std::string listed;  // date_of_listing
  std::string standard_order, license_requirement, license_policy, call_sign, vessel_type;
  std::string gross_tonnage, gross_registered_tonnage, vessel_flag, vessel_owner, remarks;
  std::string source_list_url, source_information_url, country;
  std::vector<std::string> programs, alt_names, citizenships, nationalities, dates_of_birth;
  std::vector<std::string> places_of_birth;
  std::vector<CslAddress> addresses;
  std::vector<CslId> ids;
  std::vector<std::pair<std::string, std::string>> unknown;  // field and text

  bool IsEmpty() const;
};

// "Specially Designated Nationals (SDN) - Treasury Department".
struct CslList {
  std::string code;       // "SDN"
  std::string title;      // "Specially Designated Nationals (SDN)"
  std::string authority;  // "Treasury Department"; empty in 2016
  std::string own;        // the list of ours that has the same records, or empty
};
CslList CslListOf(std::string_view source);

// `ids` of the CSV edition: "US, 80-0890696, Tax ID No.; ..." until 2024, "Passport, U00242309, TR;
// ..." since; `type_first` says which when no label is known.
std::vector<CslId> ParseCslIds(std::string_view cell, bool type_first);

// The addresses of a cell: "Shenyang, CN; Pyongyang, KP".
std::vector<CslAddress> ParseCslAddresses(std::string_view cell);

// The ids of a document's rows. Note() each row first, then ask.
class CslIdTable {
 public:
  void Note(const CslRow& row);
  // To be called once for each row.
  std::string IdOf(const CslRow& row, bool* repeated);

 private:
  std::unordered_map<std::string, uint32_t> by_base_;
  std::unordered_map<std::string, uint32_t> by_id_;
};

// Adds everything but source and id to the record; `list` is that of the row's source.
void ReadCslRow(const CslRow& row, const CslList& list, ParseReport* report, Record* record);

// A document of either edition.
using CslRowCallback = std::function<Status(CslRow&&)>;
class CslDocument {
 public:
  virtual ~CslDocument() = default;
  // Calls back with every row. With `keys_only`, a row needs have only what its base id is made of:
  // id, source, entity_number and name.
  virtual Status ForEachRow(bool keys_only, ParseReport* report,
                            const CslRowCallback& callback) = 0;
};

// Reads a document into records, in two passes: what both editions do.
Result<ParseReport> ReadCsl(const Format& format, const InputFile& file, const ReadOptions& options,
                            const RecordSink& sink, CslDocument* document);

}  // namespace interdict
