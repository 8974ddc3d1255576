#include "interdict/evaluate/svg_plot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace interdict::evaluate {
namespace {

TEST(SvgPlot, TextsAreEscaped) {
  SvgPlot plot("a<b", {}, {});
  plot.Text({0, 0}, 0, 0, "start", "style", "c&d");
  const std::string svg = plot.Take();
  EXPECT_NE(svg.find("aria-label=\"a&lt;b\""), std::string::npos) << svg;
  EXPECT_NE(svg.find(">c&amp;d<"), std::string::npos) << svg;
}

TEST(SvgPlot, NumbersHaveTheirDigits) {
  EXPECT_EQ(Fixed(0.7, 2), "0.70");
  EXPECT_EQ(Fixed(-1.25, 1), "-1.2");
  EXPECT_EQ(Fixed(12, 0), "12");
  EXPECT_EQ(Fixed(1e300, 2), "-");
}

TEST(SvgPlot, LinesBreakWhereAValueIsNotDefined) {
  SvgPlot plot("p", {}, {});
  const double nan = std::nan("");
  const std::vector<SvgPlot::Point> points = {{0, 0}, {0.5, nan}, {1, 1}};
  plot.Line(points, "style");
  const std::string svg = plot.Take();
  EXPECT_NE(svg.find("d=\"M56.0,312.0M556.0,16.0\""), std::string::npos) << svg;
}

TEST(SvgPlot, BarsHaveNoNegativeHeight) {
  SvgPlot plot("p", {}, {-1, 1});
  plot.Bar(0, 0.5, 0, -1, "style", "tip");
  const std::string svg = plot.Take();
  EXPECT_EQ(svg.find("height=\"-"), std::string::npos);
  EXPECT_NE(svg.find("<title>tip</title>"), std::string::npos);
}

}  // namespace
}  // namespace interdict::evaluate
