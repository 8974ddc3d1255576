#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "interdict/base/utf8.h"

namespace interdict::cli {
namespace {

const char* StyleCode(Style style) {
  switch (style) {
    case Style::kBold:
      return "\033[1m";
    case Style::kDim:
      return "\033[2m";
    case Style::kRed:
      return "\033[31m";
    case Style::kGreen:
      return "\033[32m";
    case Style::kYellow:
      return "\033[33m";
    case Style::kCyan:
      return "\033[36m";
    case Style::kPlain:
      break;
  }
  return "";
}

size_t TerminalWidth(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 100;
}

// Cuts to so many columns, with an ellipsis.
std::string Cut(std::string_view text, size_t width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  std::string out;
  size_t used = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    utf8::Decode(text, &at);
    const std::string_view piece = text.substr(start, at - start);
    const size_t columns = DisplayWidth(piece);
    if (used + columns + 1 > width) break;
    used += columns;
    out += piece;
  }
  return out + "…";
}

}  // namespace

bool StdoutIsTerminal() {
  return isatty(STDOUT_FILENO) == 1;
}

std::string Styled(std::string_view text, Style style) {
  static const bool kStyled = StdoutIsTerminal() && std::getenv("NO_COLOR") == nullptr;
  if (!kStyled || style == Style::kPlain) return std::string(text);
  return std::string(StyleCode(style)) + std::string(text) + "\033[0m";
}

std::string Printable(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::Decode(text, &at);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    utf8::Append(control ? U'?' : c, &out);
  }
  return out;
}

size_t DisplayWidth(std::string_view utf8) {
  size_t width = 0;
  for (size_t at = 0; at < utf8.size();) {
    const int columns = wcwidth(static_cast<wchar_t>(utf8::Decode(utf8, &at)));
    width += columns < 0 ? 1 : static_cast<size_t>(columns);
  }
  return width;
}

Table::Table(std::vector<std::string> header, std::vector<size_t> right)
    : header_(std::move(header)), right_(std::move(right)) {}

void Table::Add(std::vector<std::string> cells, Style style) {
  cells.resize(header_.size());
  for (std::string& cell : cells) cell = Printable(cell);
  rows_.push_back({std::move(cells), style});
}

std::string Table::Render() const {
  std::vector<size_t> widths;
  for (const std::string& title : header_) widths.push_back(DisplayWidth(title));
  for (const Row& row : rows_) {
    for (size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(row.cells[i]));
    }
  }
  if (StdoutIsTerminal()) {
    constexpr size_t kLeast = 12;
    const size_t room = TerminalWidth(STDOUT_FILENO);
    size_t total = 2 * (widths.size() - 1);
    for (size_t width : widths) total += width;
    while (total > room) {
      const auto widest = std::max_element(widths.begin(), widths.end());
      if (*widest <= kLeast) break;
      --*widest;
      --total;
    }
  }
  std::string out;
  const auto line = [&](const std::vector<std::string>& cells, Style style) {
    std::string text;
    for (size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = StdoutIsTerminal() ? Cut(cells[i], widths[i]) : cells[i];
      const std::string padding(widths[i] - std::min(widths[i], DisplayWidth(cell)), ' ');
      const bool right = std::find(right_.begin(), right_.end(), i) != right_.end();
      if (i > 0) text += "  ";
      text += right ? padding + cell : cell + padding;
    }
    while (text.ends_with(' ')) text.pop_back();
    out += Styled(text, style) + "\n";
  };
  line(header_, Style::kBold);
  for (const Row& row : rows_) line(row.cells, row.style);
  return out;
}

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)), shown_(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  Clear();
}

void ProgressBar::SetLabel(std::string label) {
  label_ = std::move(label);
}

void ProgressBar::Update(uint64_t done, uint64_t total, std::string_view note) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && now - last_ < std::chrono::milliseconds(100) && done != total) return;
  last_ = now;
  drawn_ = true;
  constexpr int kCells = 28;
  std::string bar;
  if (total > 0) {
    const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
    const int full = static_cast<int>(share * kCells);
    for (int i = 0; i < kCells; ++i) bar += i < full ? "█" : "░";
    bar += fmt::format(" {:3.0f} %", share * 100);
  } else {
    bar = Thousands(done);
  }
  std::fprintf(stderr, "\r\033[K%s %s %.*s", label_.c_str(), bar.c_str(),
               static_cast<int>(note.size()), note.data());
  std::fflush(stderr);
}

void ProgressBar::Clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

std::string Thousands(uint64_t value) {
  std::string digits = std::to_string(value);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

}  // namespace interdict::cli
