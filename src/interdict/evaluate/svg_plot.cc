#include "interdict/evaluate/svg_plot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "interdict/base/html.h"

namespace interdict::evaluate {
namespace {

// Pixels.
constexpr double kWidth = 640, kHeight = 360;
constexpr double kLeft = 56, kRight = 84, kTop = 16, kBottom = 48;

std::string Pixels(double value) {
  return Fixed(value, 1);
}

}  // namespace

std::string Fixed(double value, int digits) {
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, digits);
  return end.ec == std::errc() ? std::string(buffer.data(), end.ptr) : "-";
}

SvgPlot::SvgPlot(std::string_view label, Range x, Range y) : x_(x), y_(y) {
  svg_ = "<svg viewBox=\"0 0 " + Fixed(kWidth, 0) + " " + Fixed(kHeight, 0) +
         "\" role=\"img\" aria-label=\"" + EscapeHtml(label) + "\">\n";
}

double SvgPlot::X(double x) const {
  return kLeft + (x - x_.from) / (x_.to - x_.from) * (kWidth - kLeft - kRight);
}

double SvgPlot::Y(double y) const {
  return kHeight - kBottom - (y - y_.from) / (y_.to - y_.from) * (kHeight - kTop - kBottom);
}

std::string SvgPlot::PixelPoint(const Point& point) const {
  return Pixels(X(point.first)) + "," + Pixels(Y(point.second));
}

void SvgPlot::XAxis(std::span<const double> ticks, int digits, std::string_view title) {
  for (double tick : ticks) {
    Line(std::array{Point{tick, y_.from}, Point{tick, y_.to}}, "grid");
    Text({tick, y_.from}, 0, 18, "middle", "tick", Fixed(tick, digits));
  }
  Text({(x_.from + x_.to) / 2, y_.from}, 0, 40, "middle", "axis", title);
}

void SvgPlot::YAxis(std::span<const double> ticks, int digits, std::string_view title) {
  for (double tick : ticks) {
    Line(std::array{Point{x_.from, tick}, Point{x_.to, tick}}, "grid");
    Text({x_.from, tick}, -8, 4, "end", "tick", Fixed(std::abs(tick), digits));
  }
  svg_ += "<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(14," +
          Pixels(Y((y_.from + y_.to) / 2)) + ") rotate(-90)\">" + EscapeHtml(title) + "</text>\n";
}

void SvgPlot::Line(std::span<const Point> points, std::string_view style) {
  std::string path;
  bool pen_down = false;
  for (const Point& point : points) {
    if (std::isnan(point.first) || std::isnan(point.second)) {
      pen_down = false;
      continue;
    }
    path += (pen_down ? "L" : "M") + PixelPoint(point);
    pen_down = true;
  }
  if (path.empty()) return;
  svg_ += "<path class=\"" + std::string(style) + "\" d=\"" + path + "\"/>\n";
}

void SvgPlot::Bar(double x_from, double x_to, double y_from, double y_to, std::string_view style,
                  std::string_view tip) {
  const double top = std::min(Y(y_from), Y(y_to)), height = std::abs(Y(y_from) - Y(y_to));
  svg_ += "<rect class=\"" + std::string(style) + "\" x=\"" + Pixels(X(x_from) + 0.5) + "\" y=\"" +
          Pixels(top) + "\" width=\"" + Pixels(X(x_to) - X(x_from) - 1) + "\" height=\"" +
          Pixels(height) + "\"><title>" + EscapeHtml(tip) + "</title></rect>\n";
}

void SvgPlot::Dot(Point at, double radius, std::string_view style, std::string_view tip) {
  svg_ += "<circle class=\"" + std::string(style) + "\" cx=\"" + Pixels(X(at.first)) + "\" cy=\"" +
          Pixels(Y(at.second)) + "\" r=\"" + Pixels(radius) + "\"><title>" + EscapeHtml(tip) +
          "</title></circle>\n";
}

void SvgPlot::Text(Point at, double shift_x, double shift_y, std::string_view anchor,
                   std::string_view style, std::string_view text) {
  svg_ += "<text class=\"" + std::string(style) + "\" x=\"" + Pixels(X(at.first) + shift_x) +
          "\" y=\"" + Pixels(Y(at.second) + shift_y) + "\" text-anchor=\"" + std::string(anchor) +
          "\">" + EscapeHtml(text) + "</text>\n";
}

std::string SvgPlot::Take() {
  svg_ += "</svg>\n";
  return std::move(svg_);
}

}  // namespace interdict::evaluate
