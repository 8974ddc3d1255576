// Cells into which a publisher packs several values: "a) 1957 b) 1953", "(a) Italy, (b) Tunisia",
// "19/03/1967; alt DOB: 19/11/1956", "Russian and Ukrainian". What cannot be taken apart with
// certainty stays together; every piece keeps its words.
// Borrowing: views point into the given text.
// Test: packed_values_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/record.h"

namespace interdict {

// "na", "N/A", "-", "unknown" and blanks: the publisher's way to leave a cell empty.
bool IsNotAvailable(std::string_view text);

// Items of an enumeration "a) .. b) .." or "(a) .., (b) ..", trimmed, without the separators behind
// them. Text before the first item is an item of its own; a text without enumeration is one item.
// Letters must follow each other from "a", so that a lone "b)" in a sentence enumerates nothing.
// Quotes around the whole text are left out.
std::vector<std::string_view> SplitLetteredItems(std::string_view text);

// Values separated by a character, a value that contains it being in quotes (doubled inside):
// `Sea Star;"Moon; Ltd";Sun`. Trimmed; empty ones are left out. A quote that is not closed is a
// character like others.
std::vector<std::string> UnpackList(std::string_view text, char separator);

// The dates of a cell, each with its own words. A piece that is no date is kept with `date` empty,
// as are Hijri dates, which are not converted.
std::vector<DateFact> UnpackDates(DateKind kind, std::string_view text, const std::string& field,
                                  NumericOrder order = NumericOrder::kDayFirst);

// The countries of a cell. "Trinidad and Tobago" is one, "Russian and Ukrainian" are two; remarks
// in brackets stay in the text and do not hinder the recognition of the country.
std::vector<CountryFact> UnpackCountries(CountryKind kind, std::string_view text,
                                         const std::string& field);

// The addresses of a cell, with the country where the last part names one. A semicolon separates
// addresses only when every part ends in a country.
std::vector<Address> UnpackAddresses(AddressKind kind, std::string_view text,
                                     const std::string& field);

// Code of the country that the end of an address names ("Minsk, Belarus", "Crimea, Ukraine,
// 295000", "Astrakhan 414024 Russia"), or "".
std::string TrailingCountry(std::string_view address);

}  // namespace interdict
