// The CSV reader against a twin that reads byte by byte: the same rows, or an error from both. The
// first byte chooses the options.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "interdict/syntax/csv.h"

namespace {

using interdict::CsvOptions;
using Rows = std::vector<std::vector<std::string>>;

class Twin {
 public:
  Twin(std::string text, const CsvOptions& options) : text_(std::move(text)), options_(options) {}

  std::optional<Rows> Read() {
    CutEndMark();
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    Rows rows;
    while (at_ < text_.size()) {
      if (AtLineEnd(at_)) {
        ++at_;
        continue;
      }
      rows.emplace_back();
      do {
        std::string cell;
        if (!(text_[at_] == '"' ? Quoted(&cell) : Plain(&cell))) return std::nullopt;
        rows.back().push_back(cell);
      } while (at_ < text_.size() && text_[at_++] == options_.delimiter);
    }
    return rows;
  }

 private:
  // Everything from the first 0x1A on that only line ends and others of its kind follow.
  void CutEndMark() {
    for (size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] != '\x1A') continue;
      size_t after = i;
      while (after < text_.size() && (text_[after] == '\x1A' || AtLineEnd(after))) ++after;
      if (after == text_.size()) return text_.resize(i);
    }
  }
  bool AtLineEnd(size_t i) const { return text_[i] == '\n' || text_[i] == '\r'; }
  bool Ends(size_t i) const {
    return i >= text_.size() || text_[i] == options_.delimiter || AtLineEnd(i);
  }

  bool Plain(std::string* cell) {
    while (!Ends(at_)) {
      if (text_[at_] == '"' && !options_.lazy_quotes) return false;
      cell->push_back(text_[at_++]);
    }
    return true;
  }

  bool Quoted(std::string* cell) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          ++at_;
        } else if (Ends(at_ + 1)) {
          ++at_;
          return true;
        } else if (!options_.lazy_quotes) {
          return false;
        }
      }
      cell->push_back(text_[at_]);
    }
    return false;
  }

  std::string text_;
  CsvOptions options_;
  size_t at_ = 0;
};

std::optional<Rows> ReadAll(std::string_view text, const CsvOptions& options) {
  interdict::CsvReader reader(text, options);
  Rows rows;
  while (true) {
    const auto row = reader.Next();
    if (!row.ok()) return std::nullopt;
    if (*row == nullptr) return rows;
    rows.emplace_back((*row)->cells.begin(), (*row)->cells.end());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const CsvOptions options{.delimiter = (data[0] & 2) != 0 ? ';' : ',',
                           .lazy_quotes = (data[0] & 1) != 0};
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (text.find(std::string(4096, options.delimiter)) != text.npos) return 0;
  if (Twin(text, options).Read() != ReadAll(text, options)) abort();
  return 0;
}
