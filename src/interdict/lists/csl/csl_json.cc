#include "interdict/lists/csl/csl_json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "interdict/base/strings.h"
#include "interdict/lists/csl/csl_fields.h"
#include "interdict/syntax/json.h"

namespace interdict {
namespace {

constexpr std::string_view kResults = "results";

constexpr std::array<std::pair<std::string_view, std::string CslRow::*>, 23> kTexts = {{
    {"id", &CslRow::id},
    {"source", &CslRow::source},
    {"entity_number", &CslRow::entity_number},
    {"type", &CslRow::type},
    {"name", &CslRow::name},
    {"title", &CslRow::title},
    {"federal_register_notice", &CslRow::federal_register_notice},
    {"start_date", &CslRow::start_date},
    {"end_date", &CslRow::end_date},
    {"date_of_listing", &CslRow::listed},
    {"standard_order", &CslRow::standard_order},
    {"license_requirement", &CslRow::license_requirement},
    {"license_policy", &CslRow::license_policy},
    {"call_sign", &CslRow::call_sign},
    {"vessel_type", &CslRow::vessel_type},
    {"gross_tonnage", &CslRow::gross_tonnage},
    {"gross_registered_tonnage", &CslRow::gross_registered_tonnage},
    {"vessel_flag", &CslRow::vessel_flag},
    {"vessel_owner", &CslRow::vessel_owner},
    {"remarks", &CslRow::remarks},
    {"source_list_url", &CslRow::source_list_url},
    {"source_information_url", &CslRow::source_information_url},
    {"country", &CslRow::country},
}};

constexpr std::array<std::pair<std::string_view, std::vector<std::string> CslRow::*>, 6> kLists = {{
    {"programs", &CslRow::programs},
    {"alt_names", &CslRow::alt_names},
    {"citizenships", &CslRow::citizenships},
    {"nationalities", &CslRow::nationalities},
    {"dates_of_birth", &CslRow::dates_of_birth},
    {"places_of_birth", &CslRow::places_of_birth},
}};

template <typename Table>
auto MemberOf(const Table& table, std::string_view key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; });
  return found == table.end() ? nullptr : &found->second;
}

std::string TrimmedText(const JsonValue& value) {
  return std::string(Trim(JsonText(value)));
}

void KeepUnknown(std::string_view field, const JsonValue& value, CslRow* row) {
  JsonObject object;
  simdjson::dom::array array;
  if (value.get(object) == simdjson::SUCCESS || value.get(array) == simdjson::SUCCESS) {
    row->unknown.emplace_back(field, simdjson::minify(value));
  } else if (std::string text = TrimmedText(value); !text.empty()) {
    row->unknown.emplace_back(field, std::move(text));
  }
}

void AddAddress(const JsonObject& object, CslRow* row) {
  CslAddress address;
  for (const auto& [key, value] : object) {
    const std::string_view member = key;
    const std::string text = TrimmedText(value);
    if (member == "address")
      address.text = text;
    else if (member == "city")
      address.city = text;
    else if (member == "state")
      address.state = text;
    else if (member == "postal_code")
      address.postal_code = text;
    else if (member == "country")
      address.country = text;
    else
      KeepUnknown("addresses." + std::string(member), value, row);
  }
  row->addresses.push_back(std::move(address));
}

void AddId(const JsonObject& object, CslRow* row) {
  CslId id;
  for (const auto& [key, value] : object) {
    const std::string_view member = key;
    const std::string text = TrimmedText(value);
    if (member == "type")
      id.type = text;
    else if (member == "number")
      id.number = text;
    else if (member == "country")
      id.country = text;
    else if (member == "issue_date")
      id.issued = text;
    else if (member == "expiration_date")
      id.expires = text;
    else
      KeepUnknown("ids." + std::string(member), value, row);
  }
  row->ids.push_back(std::move(id));
}

// A list of objects; a text instead is read as the CSV edition writes it.
void AddObjects(std::string_view field, const JsonValue& value, CslRow* row) {
  simdjson::dom::array array;
  if (value.is_string()) {
    const std::string_view text = JsonString(value);
    if (field == "ids")
      row->ids = ParseCslIds(text, true);
    else
      row->addresses = ParseCslAddresses(text);
    return;
  }
  if (value.get(array) != simdjson::SUCCESS) return;
  for (const JsonValue element : array) {
    JsonObject object;
    if (element.get(object) != simdjson::SUCCESS) {
      KeepUnknown(field, element, row);
    } else if (field == "ids") {
      AddId(object, row);
    } else {
      AddAddress(object, row);
    }
  }
}

CslRow MakeKeys(const JsonObject& object) {
  CslRow row;
  for (const auto& [key, value] : object) {
    const std::string_view member = key;
    if (member != "id" && member != "source" && member != "entity_number" && member != "name") {
      continue;
    }
    if (const auto* text = MemberOf(kTexts, member)) row.** text = TrimmedText(value);
  }
  return row;
}

CslRow MakeRow(const JsonObject& object, uint64_t line) {
  CslRow row;
  row.line = line;
  for (const auto& [key, value] : object) {
    const std::string_view member = key;
    if (const auto* text = MemberOf(kTexts, member)) {
      row.** text = TrimmedText(value);
    } else if (const auto* list = MemberOf(kLists, member)) {
      ForEachJsonText(value, [&](std::string_view cell) {
        for (std::string_view part : SplitTrimmed(cell, "; ")) (row.**list).emplace_back(part);
      });
    } else if (member == "addresses" || member == "ids") {
      AddObjects(member, value, &row);
    } else {
      KeepUnknown(member, value, &row);
    }
  }
  return row;
}

// A whole number, or nullopt.
std::optional<uint64_t> Number(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class CslJsonDocument : public CslDocument {
 public:
  CslJsonDocument(const InputFile& file, const ReadOptions& options)
      : file_(file), options_(options) {}

  Status ForEachRow(bool keys_only, ParseReport* report, const CslRowCallback& callback) override {
    JsonParser parser;
    JsonArrayCallbacks callbacks;
    callbacks.element = [&](std::string_view text, const JsonPlace& place) -> Status {
      auto object = parser.ParseObject(text);
      if (!object.ok()) return At(std::move(object).error(), place);
      ++report->rows_in;
      constexpr uint64_t kProgressEvery = 4096;  // rows
      if (options_.progress && report->rows_in % kProgressEvery == 0) {
        options_.progress(place.byte, file_.bytes.size());
      }
      return callback(keys_only ? MakeKeys(*object) : MakeRow(*object, place.line));
    };
    callbacks.member = [&](std::string_view key, std::string_view text) -> Status {
      return ReadMember(key, text, report);
    };
    if (Status status = StreamJsonArray(file_.bytes, kResults, callbacks); !status.ok()) {
      Error error = std::move(status).error();
      error.where.source = options_.source;
      error.where.file = std::string(file_.name);
      return error;
    }
    if (!total_) return Ok{};
    report->declared_records = total_;
    report->declared_from = "total";
    if (*total_ == report->rows_in) return Ok{};
    return MakeError(ErrorCode::kCountMismatch,
                     std::to_string(report->rows_in) + " rows, but \"total\" is " +
                         std::to_string(*total_) +
                         ": one page of an answer of the search service, not the list",
                     Where{.source = options_.source, .file = std::string(file_.name)});
  }

 private:
  static Error At(Error error, const JsonPlace& place) {
    error.where.line = place.line;
    error.where.byte = place.byte;
    error.where.has_byte = true;
    return error;
  }

  Status ReadMember(std::string_view key, std::string_view text, ParseReport* report) {
    JsonParser parser;
    ASSIGN_OR_RETURN(const JsonValue value, parser.Parse(text));
    if (key == "total") {
      total_ = Number(JsonText(value));
    } else if (key == "search_performed_at") {
      const auto date = ParsePartialDate(JsonText(value));
      if (date && date->IsDay()) {
        report->published = date->first;
        report->published_from = std::string(key);
      }
    } else if (key != "offset" && key != "sources_used") {
      ++report->unknown_fields[std::string(key)];
    }
    return Ok{};
  }

  const InputFile& file_;
  const ReadOptions& options_;
  std::optional<uint64_t> total_;
};

class CslJson : public Format {
 public:
  std::string_view name() const override { return "csl_json"; }
  std::string_view title() const override { return "US Consolidated Screening List (JSON)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    std::string_view head = file.bytes.substr(0, kPeekBytes);
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (!Trim(head.substr(0, 64)).starts_with('{')) return false;
    bool csl = false;
    JsonArrayCallbacks callbacks;
    callbacks.element = [&](std::string_view text, const JsonPlace&) -> Status {
      csl = text.find("\"source\"") != std::string_view::npos &&
            text.find("\"name\"") != std::string_view::npos &&
            (text.find("\"entity_number\"") != std::string_view::npos ||
             text.find("\"source_list_url\"") != std::string_view::npos ||
             text.find("\"alt_names\"") != std::string_view::npos);
      return MakeError(ErrorCode::kSyntax, "seen enough");
    };
    const Status status = StreamJsonArray(head, kResults, callbacks);
    return csl && !status.ok();
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    if (files.size() != 1) {
      return MakeError(ErrorCode::kMismatchedParts,
                       "the Consolidated Screening List is one file; " +
                           std::to_string(files.size()) + " were given",
                       Where{.source = options.source});
    }
    CslJsonDocument document(files.front(), options);
    return ReadCsl(*this, files.front(), options, sink, &document);
  }
};

}  // namespace

const Format& CslJsonFormat() {
  static const CslJson kFormat;
  return kFormat;
}

}  // namespace interdict
