// Host tool of the build: compile_han OUTPUT
//
// Asks ICU for the pinyin of every Han character and writes the arrays that text/icu_latin.cc
// includes: opening ICU's own table takes a process 90-220 ms, and asking it some ten microseconds
// a character. Fails (exit 1, a message) where ICU has no rules for Han.
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr char kRules[] = "Han-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower";
constexpr UChar32 kFirst = 0x2E80, kLast = 0x323FF;  // radicals to the last extension
constexpr int kPage = 256;

// Empty where a letter has remained that is not ASCII.
std::string AsciiLetters(const icu::UnicodeString& text) {
  std::string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(static_cast<char>(c));
    if (c >= 0x80 && u_isalpha(c) != 0) return {};
  }
  return out;
}

// The readings as numbers, 0 for none, page by page; equal pages stand once.
struct HanTable {
  std::vector<std::string> readings = {""};
  std::vector<size_t> pages;
  std::vector<std::vector<size_t>> page_rows;

  void Fill(const icu::Transliterator& rules) {
    std::map<std::string, size_t> numbers = {{"", 0}};
    std::map<std::vector<size_t>, size_t> known;
    for (UChar32 first = 0; first <= kLast; first += kPage) {
      std::vector<size_t> row;
      for (UChar32 c = first; c < first + kPage; ++c) {
        row.push_back(0);
        if (c < kFirst || u_isdefined(c) == 0) continue;
        icu::UnicodeString text(c);
        rules.transliterate(text);
        const std::string reading = AsciiLetters(text);
        const auto [found, is_new] = numbers.try_emplace(reading, readings.size());
        if (is_new) readings.push_back(reading);
        row.back() = found->second;
      }
      const auto [found, is_new] = known.try_emplace(row, page_rows.size());
      if (is_new) page_rows.push_back(row);
      pages.push_back(found->second);
    }
  }

  void Write(std::ostream& out) const {
    out << "constexpr std::string_view kHanReadings[] = {\n";
    for (const std::string& reading : readings) out << '"' << reading << "\",\n";
    out << "};\nconstexpr uint16_t kHanPages[] = {\n";
    for (size_t page : pages) out << page << ",\n";
    out << "};\nconstexpr uint16_t kHanRows[][" << kPage << "] = {\n";
    for (const auto& row : page_rows) {
      out << '{';
      for (size_t number : row) out << number << ',';
      out << "},\n";
    }
    out << "};\n";
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("compile_han OUTPUT\n", stderr);
    return 1;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance(kRules, UTRANS_FORWARD, status));
  if (U_FAILURE(status) != 0) {
    std::fprintf(stderr, "compile_han: ICU has no rules for Han: %s\n", u_errorName(status));
    return 1;
  }
  HanTable table;
  table.Fill(*rules);
  std::ofstream out(argv[1]);
  table.Write(out);
  out.close();
  if (out) return 0;
  std::fprintf(stderr, "compile_han: cannot write %s\n", argv[1]);
  return 1;
}
