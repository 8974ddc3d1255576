// How a name's score came about, in words: what stands for what, what only one side has, what each
// loss cost.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/match/name_alignment.h"
#include "interdict/names/variant_table.h"

namespace interdict {

// "nicolas=nicolas, maduro~madurro edits 0.12; only listed: moros; loses 0.12 spelling, 0.05
// extra". `variants`: the table by which names were compared; the group of a pair is told, "koslov~
// kozlov (variant Q21449119)".
std::string ExplainName(const NameScore& score, std::span<const PartPair> chosen,
                        std::span<const std::string_view> query,
                        std::span<const std::string_view> listed,
                        const names::VariantTable* variants = nullptr);

}  // namespace interdict
