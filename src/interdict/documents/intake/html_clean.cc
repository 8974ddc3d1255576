#include "interdict/documents/intake/html_clean.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/documents/intake/html_tags.h"

namespace interdict::documents {
namespace {

using Kind = HtmlTag::Kind;

template <size_t N>
bool IsOneOf(GumboTag tag, const GumboTag (&tags)[N]) {
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

// Elements whose content is no text of the page, ended by the next end tag of their name.
constexpr GumboTag kRaw[] = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_TEXTAREA,
                             GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES,
                             GUMBO_TAG_XMP,    GUMBO_TAG_TITLE};
// The same, but they nest.
constexpr GumboTag kNested[] = {GUMBO_TAG_SVG,    GUMBO_TAG_MATH,   GUMBO_TAG_TEMPLATE,
                                GUMBO_TAG_SELECT, GUMBO_TAG_OBJECT, GUMBO_TAG_APPLET,
                                GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO,  GUMBO_TAG_CANVAS};
// Tags that change how all the rest is read.
constexpr GumboTag kNever[] = {GUMBO_TAG_PLAINTEXT, GUMBO_TAG_FRAMESET, GUMBO_TAG_FRAME,
                               GUMBO_TAG_LISTING,   GUMBO_TAG_MARQUEE,  GUMBO_TAG_ISINDEX};

constexpr size_t kMostAttributes = 200;

void Blank(size_t begin, size_t end, std::string* bytes) {
  // Line breaks stay, so that positions in messages do.
  for (size_t i = begin; i < end; ++i) {
    if ((*bytes)[i] != '\n') (*bytes)[i] = ' ';
  }
}

// Pass 1: removes what is no text.
class ContentRemover {
 public:
  ContentRemover(std::string_view html, CleanHtml* out) : html_(html), out_(out) {}

  void Remove() {
    const size_t last = html_.rfind('>');  // no tag behind it is complete
    size_t at = 0;
    while ((at = html_.find('<', at)) != std::string_view::npos) {
      if (last == std::string_view::npos || at > last) break;
      at = Take(ReadTag(html_, at));
    }
    for (const auto& [begin, end] : closed_) Blank(begin, end, &out_->bytes);
    // What was opened and never closed: only its tag goes, so that the text behind it stays.
    for (const auto& open : open_) {
      for (const HtmlTag& tag : open) {
        Blank(tag.begin, tag.end, &out_->bytes);
        Warn("an element that hides its content is never closed, its content is read");
      }
    }
  }

 private:
  // Where to go on.
  size_t Take(const HtmlTag& tag) {
    if (tag.kind == Kind::kNone) return tag.end;
    if (!tag.complete) {
      // The rest of the page would vanish in an open quote.
      Warn("a tag is never closed, it is read as text");
      out_->bytes[tag.begin] = ' ';
      return tag.begin + 1;
    }
    if (tag.kind == Kind::kComment) return TakeComment(tag);
    if (tag.kind == Kind::kOther) {
      if (!StartsWithIgnoreCase(html_.substr(tag.begin), "<!doctype"))
        Blank(tag.begin, tag.end, &out_->bytes);
      return tag.end;
    }
    const bool start = tag.kind == Kind::kStart;
    if (start && IsOneOf(tag.tag, kRaw)) return TakeRaw(tag);
    if (IsOneOf(tag.tag, kNested)) {
      start ? TakeNestedStart(tag) : TakeNestedEnd(tag);
    } else if (IsOneOf(tag.tag, kNever) || tag.attributes > kMostAttributes) {
      Blank(tag.begin, tag.end, &out_->bytes);
      if (tag.attributes > kMostAttributes) Warn("a tag with very many attributes is left out");
    }
    return tag.end;
  }

  // A comment without tags stays: the letters on both sides of it are one word.
  size_t TakeComment(const HtmlTag& tag) {
    const std::string_view inside = html_.substr(tag.begin + 1, tag.end - tag.begin - 2);
    if (inside.find_first_of("<>") != std::string_view::npos)
      Blank(tag.begin, tag.end, &out_->bytes);
    return tag.end;
  }

  size_t TakeRaw(const HtmlTag& tag) {
    const size_t end = FindEndTag(tag);
    if (end == std::string_view::npos) {
      Blank(tag.begin, tag.end, &out_->bytes);
      Warn("an element that hides its content is never closed, its content is read");
      return tag.end;
    }
    const HtmlTag close = ReadTag(html_, end);
    const std::string_view type = AttributeOf(html_, tag, "type");
    if (tag.tag == GUMBO_TAG_SCRIPT && StartsWithIgnoreCase(type, "application/ld+json"))
      out_->linked_data.push_back({static_cast<uint32_t>(tag.end), static_cast<uint32_t>(end)});
    if (tag.tag != GUMBO_TAG_TITLE) Blank(tag.begin, close.end, &out_->bytes);
    return close.end;
  }

  // The end tag of a raw element; npos when there is none. A search that failed is not repeated.
  size_t FindEndTag(const HtmlTag& tag) {
    bool& missing = missing_[static_cast<size_t>(tag.tag)];
    if (missing) return std::string_view::npos;
    const size_t length = tag.name_end - tag.begin - 1;
    const std::string_view name = html_.substr(tag.begin + 1, length);
    for (size_t at = tag.end; (at = html_.find("</", at)) != std::string_view::npos; at += 2) {
      const std::string_view rest = html_.substr(at + 2);
      if (rest.size() <= length || !StartsWithIgnoreCase(rest, name)) continue;
      const char behind = rest[length];
      if (behind == '>' || behind == '/' || behind == ' ' || (behind >= '\t' && behind <= '\r'))
        return at;
    }
    missing = true;
    return std::string_view::npos;
  }

  std::vector<HtmlTag>& OpenOf(GumboTag tag) {
    const auto found = std::find(std::begin(kNested), std::end(kNested), tag);
    return open_[static_cast<size_t>(found - std::begin(kNested))];
  }

  void TakeNestedStart(const HtmlTag& tag) { OpenOf(tag.tag).push_back(tag); }

  void TakeNestedEnd(const HtmlTag& tag) {
    auto& open = OpenOf(tag.tag);
    if (open.empty()) {
      Blank(tag.begin, tag.end, &out_->bytes);
      return;
    }
    const size_t begin = open.back().begin;
    open.pop_back();
    // What was closed inside of it goes with it: blanking both would cost the depth.
    while (!closed_.empty() && closed_.back().first >= begin) closed_.pop_back();
    closed_.emplace_back(begin, tag.end);
  }

  void Warn(std::string_view what) {
    if (std::find(out_->warnings.begin(), out_->warnings.end(), what) == out_->warnings.end())
      out_->warnings.emplace_back(what);
  }

  std::string_view html_;
  CleanHtml* out_;
  std::array<std::vector<HtmlTag>, std::size(kNested)> open_;
  std::array<bool, GUMBO_TAG_LAST + 1> missing_{};
  std::vector<std::pair<size_t, size_t>> closed_;  // begin, end of nested elements, outermost
};

// ---- pass 2: depth

constexpr GumboTag kFormatting[] = {
    GUMBO_TAG_A,      GUMBO_TAG_B,      GUMBO_TAG_BIG,  GUMBO_TAG_CODE, GUMBO_TAG_EM,
    GUMBO_TAG_FONT,   GUMBO_TAG_I,      GUMBO_TAG_NOBR, GUMBO_TAG_S,    GUMBO_TAG_SMALL,
    GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT,   GUMBO_TAG_U};
constexpr GumboTag kVoid[] = {
    GUMBO_TAG_AREA,   GUMBO_TAG_BASE,   GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR,
    GUMBO_TAG_COL,    GUMBO_TAG_EMBED,  GUMBO_TAG_HR,       GUMBO_TAG_IMG,     GUMBO_TAG_IMAGE,
    GUMBO_TAG_INPUT,  GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK,     GUMBO_TAG_META,    GUMBO_TAG_PARAM,
    GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,  GUMBO_TAG_WBR,      GUMBO_TAG_HTML,    GUMBO_TAG_HEAD,
    GUMBO_TAG_BODY};
// What an end tag does not reach beyond.
constexpr GumboTag kScope[] = {GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION};
constexpr GumboTag kTableParts[] = {GUMBO_TAG_TD,      GUMBO_TAG_TH,      GUMBO_TAG_TR,
                                    GUMBO_TAG_TBODY,   GUMBO_TAG_THEAD,   GUMBO_TAG_TFOOT,
                                    GUMBO_TAG_CAPTION, GUMBO_TAG_COLGROUP};
constexpr GumboTag kCells[] = {GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION};
// Start tags that close an open paragraph.
constexpr GumboTag kBlocks[] = {
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE,
    GUMBO_TAG_CENTER,  GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,        GUMBO_TAG_DIV,
    GUMBO_TAG_DL,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
    GUMBO_TAG_FOOTER,  GUMBO_TAG_HEADER,   GUMBO_TAG_HGROUP,     GUMBO_TAG_MAIN,
    GUMBO_TAG_MENU,    GUMBO_TAG_NAV,      GUMBO_TAG_OL,         GUMBO_TAG_P,
    GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,  GUMBO_TAG_UL,         GUMBO_TAG_H1,
    GUMBO_TAG_H2,      GUMBO_TAG_H3,       GUMBO_TAG_H4,         GUMBO_TAG_H5,
    GUMBO_TAG_H6,      GUMBO_TAG_PRE,      GUMBO_TAG_FORM,       GUMBO_TAG_LI,
    GUMBO_TAG_DD,      GUMBO_TAG_DT,       GUMBO_TAG_TABLE,      GUMBO_TAG_HR};
// Further elements that the end tag of an ordinary one does not reach beyond.
constexpr GumboTag kOtherSpecial[] = {GUMBO_TAG_BUTTON, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TABLE,
                                      GUMBO_TAG_COL, GUMBO_TAG_TEMPLATE};

class DepthGuard {
 public:
  explicit DepthGuard(CleanHtml* out) : out_(out), html_(out->bytes) {}

  void Guard() {
    size_t at = 0;
    while ((at = html_.find('<', at)) != std::string_view::npos) {
      const HtmlTag tag = ReadTag(html_, at);
      at = tag.end;
      if (tag.kind == Kind::kStart && tag.tag == GUMBO_TAG_TITLE) {
        // The one raw element that is left; its end tag was found.
        while ((at = html_.find("</", at)) != std::string_view::npos) {
          const HtmlTag close = ReadTag(html_, at);
          at = close.end;
          if (close.tag == GUMBO_TAG_TITLE) break;
        }
        if (at == std::string_view::npos) break;
      } else if (tag.kind == Kind::kStart) {
        Open(tag);
      } else if (tag.kind == Kind::kEnd) {
        Close(tag.tag);
      }
    }
    if (dropped_ > 0) {
      out_->warnings.push_back(std::to_string(dropped_) +
                               " tags nest too deeply and are left out; their text is kept");
    }
  }

 private:
  static constexpr size_t kMostFormatting = 40;
  static constexpr size_t kNone = static_cast<size_t>(-1);

  struct Element {
    GumboTag tag;
    size_t id;
  };
  // An entry of the standard's list of active formatting elements; a cell puts a marker.
  struct Formatting {
    GumboTag tag;
    size_t id;
    // The list keeps three alike, the oldest goes: its end tag may then do nothing.
    bool may_be_gone = false;
  };

  void Open(const HtmlTag& tag) {
    if (IsOneOf(tag.tag, kVoid)) return;
    if (IsOneOf(tag.tag, kTableParts) && Find(GUMBO_TAG_TABLE) == kNone) return;  // ignored there
    CloseImplied(tag.tag);
    const bool formatting = IsOneOf(tag.tag, kFormatting);
    if (stack_.size() >= kMaxHtmlDepth || (formatting && formatting_.size() >= kMostFormatting)) {
      Blank(tag.begin, tag.end, &out_->bytes);
      ++dropped_;
      return;
    }
    stack_.push_back({tag.tag, ++last_id_});
    if (formatting) AddFormatting(tag.tag);
    if (IsOneOf(tag.tag, kCells)) formatting_.push_back({kMarker, 0});
  }

  void AddFormatting(GumboTag tag) {
    size_t alike = 0;
    for (size_t i = formatting_.size(); i-- > 0 && formatting_[i].tag != kMarker;) {
      if (formatting_[i].tag == tag && ++alike >= 3) formatting_[i].may_be_gone = true;
    }
    formatting_.push_back({tag, last_id_});
  }

  // What a start tag ends without an end tag.
  void CloseImplied(GumboTag tag) {
    if (IsOneOf(tag, kBlocks)) PopTo(FindInScope(GUMBO_TAG_P, GUMBO_TAG_BUTTON));
    if (tag == GUMBO_TAG_LI) PopTo(FindItem(GUMBO_TAG_LI, GUMBO_TAG_LI));
    if (tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT) PopTo(FindItem(GUMBO_TAG_DD, GUMBO_TAG_DT));
    if (!IsOneOf(tag, kTableParts)) return;
    for (const GumboTag part : kTableParts) {
      const bool cell = IsOneOf(tag, kCells), row = tag == GUMBO_TAG_TR;
      const bool ends = IsOneOf(part, kCells) || (!cell && part == GUMBO_TAG_TR) || (!cell && !row);
      if (ends) PopTo(FindInTable(part));
    }
  }

  void Close(GumboTag tag) {
    if (IsOneOf(tag, kFormatting)) {
      CloseFormatting(tag);
    } else if (tag == GUMBO_TAG_TABLE || IsOneOf(tag, kTableParts)) {
      PopTo(FindInTable(tag));
    } else if (tag == GUMBO_TAG_FORM) {
      Erase(FindInScope(tag, tag));  // what is open in it stays open
    } else if (tag == GUMBO_TAG_P) {
      PopTo(FindInScope(tag, GUMBO_TAG_BUTTON));
    } else if (IsOneOf(tag, kBlocks) || IsOneOf(tag, kOtherSpecial)) {
      PopTo(FindInScope(tag, tag));
    } else {
      PopTo(FindOrdinary(tag));
    }
  }

  void CloseFormatting(GumboTag tag) {
    for (size_t i = formatting_.size(); i-- > 0 && formatting_[i].tag != kMarker;) {
      if (formatting_[i].tag != tag) continue;
      const Formatting entry = formatting_[i];
      formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(i));
      if (entry.may_be_gone) return PopTo(FindOrdinary(tag));
      for (size_t open = stack_.size(); open-- > 0;) {
        if (IsOneOf(stack_[open].tag, kScope)) return;
        if (stack_[open].id == entry.id) return Erase(open);
      }
      return;
    }
    PopTo(FindOrdinary(tag));
  }

  size_t Find(GumboTag tag) const {
    for (size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].tag == tag) return i;
    }
    return kNone;
  }

  // The innermost open element of the name, if no cell, table or `barrier` stands above it.
  size_t FindInScope(GumboTag tag, GumboTag barrier) const {
    for (size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].tag == tag) return i;
      if (IsOneOf(stack_[i].tag, kScope) || stack_[i].tag == barrier) return kNone;
    }
    return kNone;
  }

  size_t FindInTable(GumboTag tag) const {
    for (size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].tag == tag) return i;
      if (stack_[i].tag == GUMBO_TAG_TABLE) return kNone;
    }
    return kNone;
  }

  // An element that the standard has no rule for: its end tag reaches up to the next block.
  size_t FindOrdinary(GumboTag tag) const {
    for (size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].tag == tag) return i;
      const GumboTag open = stack_[i].tag;
      if (IsOneOf(open, kBlocks) || IsOneOf(open, kOtherSpecial) || IsOneOf(open, kTableParts))
        return kNone;
    }
    return kNone;
  }

  // An open item of the innermost list.
  size_t FindItem(GumboTag one, GumboTag other) const {
    for (size_t i = stack_.size(); i-- > 0;) {
      const GumboTag open = stack_[i].tag;
      if (open == one || open == other) return i;
      const bool passes = open == GUMBO_TAG_DIV || open == GUMBO_TAG_P || open == GUMBO_TAG_SPAN ||
                          IsOneOf(open, kFormatting);
      if (!passes) return kNone;
    }
    return kNone;
  }

  void Erase(size_t index) {
    if (index != kNone) stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
  }

  void PopTo(size_t index) {
    if (index == kNone) return;
    while (stack_.size() > index) {
      if (IsOneOf(stack_.back().tag, kCells)) ClearToMarker();
      stack_.pop_back();
    }
  }

  void ClearToMarker() {
    while (!formatting_.empty()) {
      const bool marker = formatting_.back().tag == kMarker;
      formatting_.pop_back();
      if (marker) break;
    }
  }

  static constexpr GumboTag kMarker = GUMBO_TAG_LAST;

  CleanHtml* out_;
  std::string_view html_;
  std::vector<Element> stack_;
  std::vector<Formatting> formatting_;
  size_t last_id_ = 0, dropped_ = 0;
};

// ---- pass 2 for pages of very many tags

// Makes every block tag a line break, as long as the tag was, and every other tag spaces: the tree
// is then flat whatever the page does. Heads and titles stay.
void Flatten(CleanHtml* out) {
  constexpr GumboTag kKept[] = {GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_META,
                                GUMBO_TAG_BODY, GUMBO_TAG_BR,   GUMBO_TAG_H1};
  constexpr std::string_view kBreak = "<br>";
  const std::string html = out->bytes;
  for (size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
    const HtmlTag tag = ReadTag(html, at);
    at = tag.end;
    if (tag.kind != Kind::kStart && tag.kind != Kind::kEnd) continue;
    if (IsOneOf(tag.tag, kKept)) continue;
    const bool block = IsOneOf(tag.tag, kBlocks) || IsOneOf(tag.tag, kTableParts);
    if (tag.tag == GUMBO_TAG_P && tag.kind == Kind::kStart) continue;  // "<p>" is too short
    Blank(tag.begin, tag.end, &out->bytes);
    if (block && tag.end - tag.begin >= kBreak.size())
      out->bytes.replace(tag.begin, kBreak.size(), kBreak);
  }
  out->warnings.push_back("more than " + std::to_string(kMaxHtmlTags) +
                          " tags: the page is read as lines, without its structure");
}

}  // namespace

CleanHtml Clean(std::string_view html) {
  CleanHtml out;
  out.bytes = html;
  ContentRemover(html, &out).Remove();
  if (static_cast<size_t>(std::count(out.bytes.begin(), out.bytes.end(), '<')) > kMaxHtmlTags) {
    Flatten(&out);
  } else {
    DepthGuard(&out).Guard();
  }
  return out;
}

}  // namespace interdict::documents
