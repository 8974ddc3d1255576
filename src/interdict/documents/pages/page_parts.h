// Pieces of HTML that the page of scans and the page of events share. Test: with the pages.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/scan.h"

namespace interdict::documents {

std::string Number(size_t value);
// "1 document", "2 documents", "2 parties".
std::string Counted(size_t count, std::string_view noun);

// Rule ids, with places where a long one may be broken.
std::string RulesText(const std::vector<std::string>& rules);
// "Ana Roe, Bob Poe".
std::string NameList(const std::vector<std::string>& names);
// "Mike Waltz, US Ambassador to the UN (named official, competent)".
std::string AttributionText(const Attribution& attribution);
// The sign and name of a status, in its colour.
std::string StatusLabel(MeasureStatus status);

// Cells and heads are HTML.
std::string Row(std::string_view opening, const std::vector<std::string>& cells);
std::string Table(std::string_view caption, const std::vector<std::string>& heads,
                  const std::string& rows);

// A number and what it counts: Tile(2, "party").
std::string Tile(size_t value, std::string_view noun);
// A box of the legend that hides a kind (a class) when it is unchecked. A mark with several groups
// stays visible while one of them is. `label` is HTML.
std::string FilterBox(std::string_view kind, std::string_view group, const std::string& label,
                      size_t count);

// How many marks have a class.
using ClassCounts = std::map<std::string, size_t>;
size_t CountOf(const ClassCounts& counts, std::string_view name);
// The legend of the statuses, with boxes of the group "measure".
std::string StatusFilter(std::string_view title, const ClassCounts& counts);

inline constexpr std::array kAllStatuses = {MeasureStatus::kInForce,    MeasureStatus::kAnnounced,
                                            MeasureStatus::kConsidered, MeasureStatus::kOffered,
                                            MeasureStatus::kAlleged,    MeasureStatus::kDenied};

}  // namespace interdict::documents
