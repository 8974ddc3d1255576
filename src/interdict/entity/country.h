// Countries and territories by any name that publishers use for them.
#pragma once

#include <string>
#include <string_view>

namespace interdict {

// ISO 3166-1 alpha-2 in lower case ("ve"; "xk" for Kosovo; codes of former states such as "su";
// codes with a hyphen for regions), from a name in one of several languages, a demonym or an
// alpha-3 code: "Venezuela ", "Russia / Russie", "Korea, North", "PRK". Empty when the text names
// none. Two-letter codes are not read: "na" in a list is "not available". Source:
// data/countries.tsv.
std::string CountryCode(std::string_view text);

// The same from a field or an option that holds codes: "VE", "VEN" and names too.
std::string CountryCodeFromIso(std::string_view text);

// English short name of a code: "Venezuela"; empty for an unknown code.
std::string_view CountryName(std::string_view code);

}  // namespace interdict
