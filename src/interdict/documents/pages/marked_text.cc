#include "interdict/documents/pages/marked_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "interdict/documents/pages/page_html.h"

namespace interdict::documents {
namespace {

// Innermost first: the shorter, then the one that was added first.
struct OpenMark {
  uint32_t size = 0;
  uint32_t position = 0;

  auto operator<=>(const OpenMark&) const = default;
};

std::string Attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : " " + std::string(name) + "=\"" + VisibleText(value) + "\"";
}

void AddWords(std::string_view words, std::string* all) {
  if (words.empty()) return;
  if (!all->empty()) *all += ' ';
  *all += words;
}

class Writer {
 public:
  Writer(std::string_view text, Span run, const RunMarks& marks)
      : text_(text), run_(run), marks_(marks) {}

  std::string Write() {
    for (uint32_t i = 0; i < marks_.links.size(); ++i) AddEdges(marks_.links[i]->span, i, true);
    for (uint32_t i = 0; i < marks_.zones.size(); ++i) AddEdges(marks_.zones[i]->span, i, false);
    uint32_t at = run_.begin;
    for (const auto& [byte, edges] : edges_) {
      if (byte > at) WritePiece({at, byte}, edges.end_links);
      Cross(edges);
      at = byte;
    }
    if (at < run_.end) WritePiece({at, run_.end}, {});
    return std::move(html_);
  }

 private:
  struct Edges {
    std::vector<uint32_t> begin_links, end_links, begin_zones, end_zones;
  };

  void AddEdges(Span span, uint32_t position, bool link) {
    const uint32_t begin = std::max(span.begin, run_.begin), end = std::min(span.end, run_.end);
    if (begin >= end) return;
    (link ? edges_[begin].begin_links : edges_[begin].begin_zones).push_back(position);
    (link ? edges_[end].end_links : edges_[end].end_zones).push_back(position);
  }

  OpenMark Key(uint32_t link) const { return {marks_.links[link]->span.size(), link}; }

  void Cross(const Edges& edges) {
    for (uint32_t link : edges.end_links) open_links_.erase(Key(link));
    for (uint32_t zone : edges.end_zones) open_zones_.erase(zone);
    for (uint32_t link : edges.begin_links) open_links_.insert(Key(link));
    for (uint32_t zone : edges.begin_zones) open_zones_.insert(zone);
    begins_ = !edges.begin_links.empty();
  }

  // `ending`: the links that end where the piece does.
  void WritePiece(Span piece, const std::vector<uint32_t>& ending) {
    const std::string words = VisibleText(text_.substr(piece.begin, piece.size()));
    if (open_links_.empty() && open_zones_.empty()) {
      html_ += words;
      return;
    }
    std::string classes, names;
    for (uint32_t zone : open_zones_) {
      AddWords(marks_.zones[zone]->name, &names);
      if (classes.find(marks_.zones[zone]->classes) == classes.npos) {
        AddWords(marks_.zones[zone]->classes, &classes);
      }
    }
    html_ += open_links_.empty() ? "<span" : OpenLink(ending, &classes);
    html_ += Attribute("class", classes) + Attribute("data-x", names) + ">" + words +
             (open_links_.empty() ? "</span>" : "</a>");
  }

  std::string OpenLink(const std::vector<uint32_t>& ending, std::string* classes) {
    std::string ids, codes;
    std::set<std::string_view> layers;
    for (const OpenMark& open : open_links_) {
      const LinkMark& link = *marks_.links[open.position];
      const std::string_view layer =
          std::string_view(link.classes).substr(0, link.classes.find(' '));
      if (layers.insert(layer).second) AddWords(link.classes, classes);
      AddWords(link.ids, &ids);
    }
    for (uint32_t link : ending) AddWords(marks_.links[link]->code, &codes);
    const std::string_view target = std::string_view(ids).substr(0, ids.find(' '));
    std::string html = "<a href=\"#" + VisibleText(target) + "\"";
    html += begins_ ? " data-begin" : " tabindex=\"-1\"";
    begins_ = false;
    return html + Attribute("data-ids", ids) + Attribute("data-codes", codes);
  }

  std::string_view text_;
  Span run_;
  const RunMarks& marks_;
  std::map<uint32_t, Edges> edges_;
  std::set<OpenMark> open_links_;
  std::set<uint32_t> open_zones_;
  bool begins_ = false;  // a link begins where the next piece does
  std::string html_;
};

}  // namespace

std::string MarkedText(std::string_view text, Span run, const RunMarks& marks) {
  return Writer(text, run, marks).Write();
}

}  // namespace interdict::documents
