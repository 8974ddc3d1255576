#include "interdict/lists/ch/seco_history.h"

#include <algorithm>
#include <array>

#include "interdict/base/date.h"
#include "interdict/base/strings.h"
#include "interdict/entity/partial_date.h"

namespace interdict {
namespace {

struct Modification {
  std::string_view type;
  std::array<std::string_view, 3> dates;  // effective, enactment, publication

  // The date it counts from: the first of the three that is there.
  std::string_view Day() const {
    for (std::string_view date : dates) {
      if (!date.empty()) return date;
    }
    return {};
  }
  bool IsDelisting() const { return type == "de-listed"; }
};

// Days to order by: the day it counts from, then enactment and publication. Unreadable ones are
// first.
std::array<int32_t, 3> OrderOf(const Modification& m) {
  std::array<int32_t, 3> order = {INT32_MIN, INT32_MIN, INT32_MIN};
  const std::array<std::string_view, 3> texts = {m.Day(), m.dates[1], m.dates[2]};
  for (size_t i = 0; i < order.size(); ++i) {
    if (const auto date = ParsePartialDate(texts[i])) order[i] = date->first.days;
  }
  return order;
}

Modification Read(const XmlElement& element) {
  Modification m;
  m.type = element.Attribute("modification-type");
  m.dates = {element.Attribute("effective-date"), element.Attribute("enactment-date"),
             element.Attribute("publication-date")};
  element.Attribute("ssid");
  for (const XmlElement* child : element.Children()) {
    if (child->name() == "added" || child->name() == "removed") child->MarkAllUsed();
  }
  return m;
}

std::string Describe(const Modification& m) {
  static constexpr std::array<std::string_view, 3> kWords = {" effective ", " enacted ",
                                                             " published "};
  std::string text(m.type);
  for (size_t i = 0; i < kWords.size(); ++i) {
    if (m.dates[i].empty()) continue;
    text += kWords[i];
    text += m.dates[i];
  }
  return text;
}

// The day of the latest of the modifications of that type; as written where it is no day.
std::string LatestDay(const std::vector<Modification>& all, std::string_view type) {
  const Modification* latest = nullptr;
  for (const Modification& m : all) {
    if (m.type != type) continue;
    if (latest == nullptr || OrderOf(m) > OrderOf(*latest)) latest = &m;
  }
  if (latest == nullptr) return {};
  const auto day = ParsePartialDate(latest->Day());
  return day && day->IsDay() ? FormatPartialDate(*day) : std::string(latest->Day());
}

}  // namespace

SecoHistory ReadSecoHistory(const XmlElement& target) {
  SecoHistory history;
  std::vector<Modification> all;
  for (const XmlElement* element : target.Children("modification")) {
    all.push_back(Read(*element));
    history.modifications.push_back({AttributeKind::kOther, Describe(all.back()), "modification"});
  }
  if (all.empty()) return history;
  const auto latest = std::max_element(
      all.begin(), all.end(),
      [](const Modification& a, const Modification& b) { return OrderOf(a) < OrderOf(b); });
  bool ends = false;
  bool goes_on = false;
  for (const Modification& m : all) {
    if (OrderOf(m) != OrderOf(*latest)) continue;
    (m.IsDelisting() ? ends : goes_on) = true;
  }
  history.delisted = ends && !goes_on;
  history.tie = ends && goes_on;
  history.listed_on = LatestDay(all, "listed");
  history.amended_on = LatestDay(all, "amended");
  if (history.delisted) history.delisted_on = LatestDay(all, "de-listed");
  return history;
}

}  // namespace interdict
