// What people see: tables, colours and progress bars. Colours only on a terminal and without
// NO_COLOR; progress only where standard error is a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interdict::cli {

enum class Style { kPlain, kBold, kDim, kRed, kGreen, kYellow, kCyan };

bool StdoutIsTerminal();
// The text in a style, where standard output shows styles.
std::string Styled(std::string_view text, Style style);

// The text with control characters as '?': what lists and files say must not steer the terminal.
std::string Printable(std::string_view text);

// Columns that a text takes on a terminal.
size_t DisplayWidth(std::string_view utf8);

// A table with left-aligned columns; those named in `right` are right-aligned. Cells that are wider
// than their column may be are cut with an ellipsis when standard output is a terminal.
class Table {
 public:
  explicit Table(std::vector<std::string> header, std::vector<size_t> right = {});
  void Add(std::vector<std::string> cells, Style style = Style::kPlain);
  bool empty() const { return rows_.empty(); }
  std::string Render() const;

 private:
  struct Row {
    std::vector<std::string> cells;
    Style style;
  };
  std::vector<std::string> header_;
  std::vector<size_t> right_;
  std::vector<Row> rows_;
};

// A bar on standard error, redrawn at most ten times a second; nothing where that is no terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::string label);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void SetLabel(std::string label);
  // `total` 0: unknown. `note` stands behind the bar ("8,200 records").
  void Update(uint64_t done, uint64_t total, std::string_view note = {});
  void Clear();

 private:
  std::string label_;
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

std::string Thousands(uint64_t value);

}  // namespace interdict::cli
