// A plot as an SVG element: axes, lines, bars, points. Colours come from classes of the page's
// style sheet, so that one plot serves light, dark and paper.
//
// Coordinates are those of the data; what lies outside the ranges is drawn where it falls. Texts
// are escaped. Test: svg_plot_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interdict::evaluate {

// "0.70": always with a point and so many digits, whatever the locale.
std::string Fixed(double value, int digits);

struct Range {
  double from = 0;
  double to = 1;
};

class SvgPlot {
 public:
  using Point = std::pair<double, double>;

  // `label` says what is shown, for those who do not see it.
  SvgPlot(std::string_view label, Range x, Range y);

  // Grid lines and numbers at these places; the title stands along the axis.
  void XAxis(std::span<const double> ticks, int digits, std::string_view title);
  void YAxis(std::span<const double> ticks, int digits, std::string_view title);

  // `style` is a class of the style sheet. Pieces of a line are parted by a Point with a NaN.
  void Line(std::span<const Point> points, std::string_view style);
  // `tip` is shown by the browser where the pointer rests.
  void Bar(double x_from, double x_to, double y_from, double y_to, std::string_view style,
           std::string_view tip);
  void Dot(Point at, double radius, std::string_view style, std::string_view tip);
  // `anchor`: "start", "middle" or "end". Shifts in pixels.
  void Text(Point at, double shift_x, double shift_y, std::string_view anchor,
            std::string_view style, std::string_view text);

  std::string Take();

 private:
  double X(double x) const;
  double Y(double y) const;
  std::string PixelPoint(const Point& point) const;

  Range x_, y_;
  std::string svg_;
};

}  // namespace interdict::evaluate
