// "Other Information" of OFSI's Consolidated List: one cell into which OFSI wrote whatever has no
// column of its own, as labelled segments:
//   (UK Sanctions List Ref):RUS1831. Financial sanctions imposed in addition to an asset freeze:
//   Trust services. ... (UK Statement of Reasons):... (Gender):Male
// A label is in brackets with a colon right behind; a segment reaches to the next known label.
// After the references ("UN Ref", "UK Sanctions List Ref") free text may follow. Before 2021 there
// were no labels: the cell began with "UN Ref IRi.018.", if with anything. Source: the 4,686 cells
// of the list of 2025-04-10 and the list of 2020-04-27. Test: ofsi_other_information_test.cc.
#pragma once

#include <string_view>

#include "interdict/lists/cells/party_parts.h"
#include "interdict/lists/parse_report.h"

namespace interdict {

// Adds the segments of a cell to the parts (UkPart) of a party, and counts them in the report as
// remark_segments; a segment whose label is not known stays in the text before it and is counted as
// not understood.
void ReadOfsiOtherInformation(std::string_view text, PartyParts* parts, ParseReport* report);

}  // namespace interdict
