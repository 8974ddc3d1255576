#include "interdict/lists/registry.h"

#include <algorithm>
#include <array>

#include "interdict/base/strings.h"
#include "interdict/lists/au/australia_dfat.h"
#include "interdict/lists/ca/canada_sema_xml.h"
#include "interdict/lists/ch/seco_xml.h"
#include "interdict/lists/csl/csl_csv.h"
#include "interdict/lists/csl/csl_json.h"
#include "interdict/lists/eu/eu_fsf_csv.h"
#include "interdict/lists/eu/eu_fsf_xml.h"
#include "interdict/lists/ofac/ofac_advanced_xml.h"
#include "interdict/lists/ofac/ofac_enhanced_xml.h"
#include "interdict/lists/ofac/ofac_legacy_csv.h"
#include "interdict/lists/ofac/ofac_standard_xml.h"
#include "interdict/lists/opensanctions/opensanctions_ftm.h"
#include "interdict/lists/opensanctions/opensanctions_simple_csv.h"
#include "interdict/lists/own/custom_list.h"
#include "interdict/lists/own/interdict_facts.h"
#include "interdict/lists/uk/ofsi_conlist_csv.h"
#include "interdict/lists/uk/uk_sanctions_csv.h"
#include "interdict/lists/uk/uk_sanctions_xml.h"
#include "interdict/lists/un/un_xml.h"
#include "interdict/lists/wikidata/name_groups.h"

namespace interdict {
namespace {

const std::array<const Format*, 19>& Formats() {
  static const std::array<const Format*, 19> kFormats = {
      &OfacAdvancedXmlFormat(), &OfacEnhancedXmlFormat(),
      &OfacStandardXmlFormat(), &UnXmlFormat(),
      &EuFsfXmlFormat(),        &UkSanctionsXmlFormat(),
      &SecoXmlFormat(),         &CanadaSemaXmlFormat(),
      &CslJsonFormat(),         &OpenSanctionsFtmFormat(),
      &EuFsfCsvFormat(),        &UkSanctionsCsvFormat(),
      &OfsiConListCsvFormat(),  &AustraliaDfatFormat(),
      &CslCsvFormat(),          &OpenSanctionsSimpleCsvFormat(),
      &InterdictFactsFormat(),  &OfacLegacyCsvFormat(),
      &CustomListFormat()};
  return kFormats;
}

std::string_view Head(const InputFile& file, size_t bytes = Format::kPeekBytes) {
  return file.bytes.substr(0, bytes);
}

bool ContainsIgnoreCase(std::string_view text, std::string_view word) {
  return AsciiLower(text).find(word) != std::string::npos;
}

// What a file that no reader knows looks like: for the message of the refusal.
std::string DescribeContent(const InputFile& file) {
  const std::string_view head = Trim(Head(file, 1024));
  if (head.empty()) return "it is empty";
  if (head.starts_with("version https://git-lfs")) {
    return "it is a Git LFS pointer that stands in place of the file; fetch the file itself";
  }
  if (IsNameGroups(file)) return "it is a table of name variants; import it as name_variants";
  if (head.starts_with("<") &&
      (ContainsIgnoreCase(head, "<html") || ContainsIgnoreCase(head, "<!doctype html"))) {
    return "it is an HTML page, as servers send for an error or during maintenance";
  }
  if (head.starts_with("<")) return "it is XML with a root element of no list we know";
  if (head.starts_with("{") || head.starts_with("[")) return "it is JSON of no list we know";
  if (head.starts_with("%PDF")) return "it is a PDF document";
  if (head.find('\0') != std::string_view::npos) return "it is binary data";
  return "it begins with \"" + std::string(head.substr(0, 60)) + "\"";
}

Error NotAList(const InputFile& file) {
  Where where;
  where.file = std::string(file.name);
  const bool empty = Trim(Head(file)).empty();
  return MakeError(empty ? ErrorCode::kEmptyList : ErrorCode::kUnknownFormat,
                   "this is no sanctions list in a known format: " + DescribeContent(file), where);
}

const Format* FormatOf(const InputFile& file) {
  for (const Format* format : Formats()) {
    if (format->Recognises(file)) return format;
  }
  return nullptr;
}

}  // namespace

std::span<const Format* const> AllFormats() {
  return Formats();
}

const Format* FindFormat(std::string_view name) {
  const auto found = std::find_if(Formats().begin(), Formats().end(),
                                  [&](const Format* format) { return format->name() == name; });
  return found == Formats().end() ? nullptr : *found;
}

Result<const Format*> RecogniseFormat(std::span<const InputFile> files) {
  if (files.empty()) return MakeError(ErrorCode::kUnknownFormat, "no file was given");
  const Format* common = nullptr;
  for (const InputFile& file : files) {
    const Format* format = FormatOf(file);
    if (format == nullptr) return NotAList(file);
    if (common != nullptr && format != common) {
      return MakeError(ErrorCode::kMismatchedParts,
                       "is " + std::string(format->title()) + ", but " +
                           std::string(files.front().name) + " is " + std::string(common->title()),
                       Where{.file = std::string(file.name)});
    }
    common = format;
  }
  return common;
}

}  // namespace interdict
