#include "interdict/lists/ofac/ofac_listings.h"

#include <algorithm>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/lists/ofac/ofac_fields.h"

namespace interdict {
namespace {

// Whether programme and legal basis name the same order: VENEZUELA-EO13850, "Executive Order
// 13850".
bool NamesOrder(std::string_view program, std::string_view basis) {
  const size_t at = program.rfind("EO");
  if (at == std::string_view::npos) return false;
  const std::string_view order = program.substr(at + 2);
  return IsDigits(order) && basis.find(order) != std::string_view::npos;
}

std::string JoinViews(const std::vector<std::string_view>& parts) {
  return Join({parts.begin(), parts.end()}, "|");
}

size_t Bytes(const std::vector<std::string_view>& texts) {
  size_t bytes = texts.size();
  for (std::string_view text : texts) bytes += text.size();
  return bytes;
}

bool InProportion(const OfacListings& listings) {
  const size_t most = std::max({listings.lists.size(), listings.programs.size(),
                                listings.bases.size(), listings.measures.size()});
  if (most > OfacListings::kMaxOfEach) return false;
  const size_t designations = listings.lists.size() * listings.programs.size();
  const size_t each = Bytes(listings.bases) + Bytes(listings.measures);
  return each <= OfacListings::kMaxBytes && designations * each <= OfacListings::kMaxBytes;
}

}  // namespace

std::string OfacLegalBasis(std::string_view program, const std::vector<std::string_view>& programs,
                           const std::vector<std::string_view>& bases) {
  std::vector<std::string_view> own;
  std::vector<std::string_view> unclaimed;
  for (std::string_view basis : bases) {
    const auto claims = [&](std::string_view tag) { return NamesOrder(tag, basis); };
    if (claims(program)) own.push_back(basis);
    if (std::none_of(programs.begin(), programs.end(), claims)) unclaimed.push_back(basis);
  }
  if (!own.empty()) return JoinViews(own);
  return JoinViews(unclaimed.empty() ? bases : unclaimed);
}

bool AddOfacListings(const OfacListings& listings, std::string_view field, Record* record) {
  if (!InProportion(listings)) return false;
  std::vector<std::string_view> programs = listings.programs;
  if (programs.empty()) programs.emplace_back();
  const std::string measures = JoinViews(listings.measures);
  for (const OfacListEntry& entry : listings.lists) {
    for (std::string_view program : programs) {
      Designation designation = OfacDesignation(program, entry.list, field);
      designation.legal_basis = OfacLegalBasis(program, programs, listings.bases);
      designation.measures = measures;
      designation.listed = std::string(entry.listed);
      record->designations.push_back(std::move(designation));
    }
  }
  return true;
}

}  // namespace interdict
