#include "interdict/documents/pages/page_parts.h"

#include "interdict/documents/pages/page_html.h"

namespace interdict::documents {

std::string Number(size_t value) {
  return std::to_string(value);
}

std::string Counted(size_t count, std::string_view noun) {
  const std::string_view stem = noun.substr(0, noun.size() - (noun.ends_with("y") ? 1 : 0));
  return Number(count) + " " +
         (count == 1 ? std::string(noun) : std::string(stem) + (stem == noun ? "s" : "ies"));
}

std::string RulesText(const std::vector<std::string>& rules) {
  std::string html;
  for (const std::string& rule : rules) {
    html += html.empty() ? "" : " ";
    for (char c : VisibleText(rule)) {
      html += c;
      if (c == '.' || c == '_') html += "<wbr>";
    }
  }
  return "<span class=\"rules\">" + html + "</span>";
}

std::string NameList(const std::vector<std::string>& names) {
  std::string html;
  for (const std::string& name : names) html += (html.empty() ? "" : ", ") + Isolated(name);
  return html;
}

std::string Row(std::string_view opening, const std::vector<std::string>& cells) {
  std::string row(opening);
  for (const std::string& cell : cells) row += "<td>" + cell + "</td>";
  return row + "</tr>\n";
}

std::string Table(std::string_view caption, const std::vector<std::string>& heads,
                  const std::string& rows) {
  std::string html =
      "<div class=\"wide\"><table><caption>" + std::string(caption) + "</caption><thead><tr>";
  for (const std::string& head : heads) html += "<th scope=\"col\">" + head + "</th>";
  return html + "</tr></thead><tbody>\n" + rows + "</tbody></table></div>\n";
}

std::string AttributionText(const Attribution& attribution) {
  std::string html = attribution.source.empty() ? "" : Isolated(attribution.source);
  if (!attribution.role.empty()) html += ", " + Isolated(attribution.role);
  if (!attribution.via.empty()) html += ", via " + Isolated(attribution.via);
  html += (html.empty() ? "" : " ") +
          ("<span class=\"dim\">(" + Spaced(SourceKindName(attribution.kind)) +
           (attribution.carried ? ", from the sentence before" : "") +
           (attribution.competent ? ", competent" : "") + ")</span>");
  return html;
}

std::string StatusLabel(MeasureStatus status) {
  const std::string name(MeasureStatusName(status));
  return "<span class=\"status " + name + "\">" + std::string(StatusSign(status)) + " " +
         Spaced(name) + "</span>";
}

std::string Tile(size_t value, std::string_view name) {
  const std::string counted = Counted(value, name);
  return "<div class=\"tile\"><b>" + Number(value) + "</b><span>" +
         counted.substr(counted.find(' ') + 1) + "</span></div>\n";
}

std::string FilterBox(std::string_view kind, std::string_view group, const std::string& label,
                      size_t count) {
  return "<label><input type=\"checkbox\" checked data-kind=\"" + std::string(kind) +
         "\" data-group=\"" + std::string(group) + "\">" + label + " <span class=\"dim\">" +
         Number(count) + "</span></label>\n";
}

size_t CountOf(const ClassCounts& counts, std::string_view name) {
  const auto found = counts.find(std::string(name));
  return found == counts.end() ? 0 : found->second;
}

std::string StatusFilter(std::string_view title, const ClassCounts& counts) {
  std::string html = "<fieldset><legend>" + std::string(title) + "</legend>\n";
  for (MeasureStatus status : kAllStatuses) {
    const std::string_view name = MeasureStatusName(status);
    html += FilterBox(name, "measure", StatusLabel(status), CountOf(counts, name));
  }
  return html + "</fieldset>\n";
}

}  // namespace interdict::documents
