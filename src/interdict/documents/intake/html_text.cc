#include "interdict/documents/intake/html_text.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/documents/intake/html_clean.h"
#include "interdict/documents/intake/html_metadata.h"
#include "interdict/documents/intake/html_origins.h"
#include "interdict/documents/intake/html_tree.h"
#include "interdict/documents/intake/line_features.h"

namespace interdict::documents {
namespace {

template <size_t N>
bool IsOneOf(GumboTag tag, const GumboTag (&tags)[N]) {
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

constexpr GumboTag kBlockTags[] = {
    GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE,
    GUMBO_TAG_BODY,     GUMBO_TAG_CAPTION,  GUMBO_TAG_CENTER,     GUMBO_TAG_DD,
    GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,      GUMBO_TAG_DIV,        GUMBO_TAG_DL,
    GUMBO_TAG_DT,       GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
    GUMBO_TAG_FOOTER,   GUMBO_TAG_FORM,     GUMBO_TAG_H1,         GUMBO_TAG_H2,
    GUMBO_TAG_H3,       GUMBO_TAG_H4,       GUMBO_TAG_H5,         GUMBO_TAG_H6,
    GUMBO_TAG_HEADER,   GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,         GUMBO_TAG_LEGEND,
    GUMBO_TAG_LI,       GUMBO_TAG_MAIN,     GUMBO_TAG_MENU,       GUMBO_TAG_NAV,
    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OL,       GUMBO_TAG_P,          GUMBO_TAG_PRE,
    GUMBO_TAG_SECTION,  GUMBO_TAG_SUMMARY,  GUMBO_TAG_TABLE,      GUMBO_TAG_TBODY,
    GUMBO_TAG_TD,       GUMBO_TAG_TFOOT,    GUMBO_TAG_TH,         GUMBO_TAG_THEAD,
    GUMBO_TAG_TR,       GUMBO_TAG_UL,       GUMBO_TAG_BR,         GUMBO_TAG_BUTTON,
    GUMBO_TAG_OPTION};

// Elements that are furniture by their name.
struct TagReason {
  GumboTag tag;
  std::string_view reason;
};
constexpr TagReason kTagReasons[] = {
    {GUMBO_TAG_NAV, "html.nav"},       {GUMBO_TAG_FOOTER, "html.footer"},
    {GUMBO_TAG_ASIDE, "html.aside"},   {GUMBO_TAG_FORM, "html.form"},
    {GUMBO_TAG_BUTTON, "html.button"}, {GUMBO_TAG_NOSCRIPT, "html.noscript"},
    {GUMBO_TAG_MENU, "html.nav"},      {GUMBO_TAG_LABEL, "html.form"},
};

constexpr std::string_view kFurnitureRoles[] = {"navigation", "banner",  "contentinfo",
                                                "search",     "dialog",  "alertdialog",
                                                "menu",       "menubar", "complementary"};

// Words of class and id that say what an element is; a word stands between '-', '_' and spaces.
constexpr std::string_view kFurnitureWords[] = {
    "nav",        "navbar",    "navigation",    "menu",     "breadcrumb", "breadcrumbs", "sidebar",
    "share",      "sharing",   "social",        "comments", "comment",    "respond",     "related",
    "newsletter", "subscribe", "cookie",        "cookies",  "consent",    "promo",       "advert",
    "ad",         "ads",       "advertisement", "banner",   "popup",      "modal",       "footer",
    "pagination", "trending",  "recommended",   "widget",   "sponsored",  "copyright",   "paywall"};
constexpr std::string_view kBylineWords[] = {"byline", "author", "authors"};
constexpr std::string_view kCaptionWords[] = {"caption", "figcaption", "credit"};
constexpr std::string_view kDateWords[] = {"published", "pubdate", "posted"};

template <size_t N>
bool HasWord(std::string_view text, const std::string_view (&words)[N]) {
  for (size_t begin = 0; begin < text.size();) {
    size_t end = text.find_first_of(" -_\t\n", begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view word = text.substr(begin, end - begin);
    for (const std::string_view wanted : words) {
      if (EqualsIgnoreCase(word, wanted)) return true;
    }
    begin = end + 1;
  }
  return false;
}

const GumboVector* ChildrenOf(const GumboNode* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  if (node->type == GUMBO_NODE_ELEMENT) return &node->v.element.children;
  return nullptr;  // texts, comments, templates
}

bool IsElement(const GumboNode* node, GumboTag tag) {
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

// Visits a tree in order without recursion: `enter` says whether to go into a node, `leave` follows
// its children.
template <typename Enter, typename Leave>
void Visit(const GumboNode* root, Enter enter, Leave leave) {
  struct Frame {
    const GumboNode* node;
    unsigned next;
  };
  std::vector<Frame> open;
  if (enter(root)) open.push_back({root, 0});
  while (!open.empty()) {
    Frame& frame = open.back();
    const GumboVector* children = ChildrenOf(frame.node);
    if (children == nullptr || frame.next == children->length) {
      leave(frame.node);
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[frame.next++]);
    if (enter(child)) open.push_back({child, 0});
  }
}

size_t CountVisible(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

// How much text the elements hold: what decides whether furniture is furniture.
class Weights {
 public:
  explicit Weights(const GumboNode* root) {
    Visit(
        root, [this](const GumboNode* node) { return Enter(node); },
        [this](const GumboNode* node) { Leave(node); });
  }

  size_t total() const { return text_; }
  // The <article> or <main> that holds most of the text, or nullptr.
  const GumboNode* article() const { return article_; }
  const std::vector<const GumboNode*>& headings() const { return headings_; }

  bool HoldsMost(const GumboNode* node) const {
    const auto found = sizes_.find(node);
    return found != sizes_.end() && found->second.text * 2 > text_;
  }
  bool HasHeading(const GumboNode* node) const {
    const auto found = sizes_.find(node);
    return found != sizes_.end() && found->second.headings > 0;
  }

 private:
  struct Size {
    size_t text = 0, headings = 0;
  };

  bool Enter(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT) text_ += CountVisible(node->v.text.text);
    if (ChildrenOf(node) == nullptr) return false;
    if (IsElement(node, GUMBO_TAG_HEAD)) return false;
    if (IsElement(node, GUMBO_TAG_H1)) headings_.push_back(node);
    sizes_[node] = {text_, headings_.size()};
    return true;
  }

  void Leave(const GumboNode* node) {
    Size& size = sizes_[node];
    size = {text_ - size.text, headings_.size() - size.headings};
    const bool article = IsElement(node, GUMBO_TAG_ARTICLE) || IsElement(node, GUMBO_TAG_MAIN);
    if (article && (article_ == nullptr || size.text >= sizes_[article_].text)) article_ = node;
    if (node->parent == nullptr || node->type == GUMBO_NODE_DOCUMENT) DropSmallArticle();
  }

  // Where several share the text, none of them is the article.
  void DropSmallArticle() {
    if (article_ != nullptr && sizes_[article_].text * 10 < text_ * 6) article_ = nullptr;
  }

  std::unordered_map<const GumboNode*, Size> sizes_;
  std::vector<const GumboNode*> headings_;
  const GumboNode* article_ = nullptr;
  size_t text_ = 0;
};

// Puts pieces of text together: squeezes spaces, ends blocks.
class BlockBuilder {
 public:
  struct Traits {
    BlockKind kind = BlockKind::kBody;
    std::string_view reason;
    bool link = false;
    bool preformatted = false;
  };

  void Add(const TextPiece& piece, const Traits& traits) {
    if (piece.whole) {
      AddRun(piece, traits);
      return;
    }
    const std::string_view text = piece.text;
    for (size_t at = 0; at < text.size();) {
      const bool space = IsSpace(text[at]);
      size_t end = at + 1;
      while (end < text.size() && IsSpace(text[end]) == space) ++end;
      const auto source = piece.source.begin + static_cast<uint32_t>(at);
      const auto size = static_cast<uint32_t>(end - at);
      if (!space) {
        AddRun({.text = text.substr(at, size), .source = {source, source + size}}, traits);
      } else if (traits.preformatted &&
                 text.substr(at, size).find('\n') != std::string_view::npos) {
        EndBlock();
      } else if (space_.empty()) {
        space_ = {source, source + size};
      }
      at = end;
    }
  }

  void EndBlock() {
    space_ = {};
    if (!open_) return;
    open_ = false;
    blocks_.back().span.end = text_.size();
    links_.push_back(link_bytes_);
  }

  // The blocks, when the last has ended; of each the bytes that are links.
  std::vector<Block> TakeBlocks() { return std::move(blocks_); }
  const std::vector<size_t>& links() const { return links_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  ConvertedText TakeText() { return text_.Take(); }
  uint32_t size() const { return text_.size(); }
  // A part of the text so far without white space in front.
  Span Trimmed(Span span) const {
    while (!span.empty() && IsSpace(text_.text()[span.begin])) ++span.begin;
    return span;
  }

 private:
  static bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

  void AddRun(const TextPiece& piece, const Traits& traits) {
    if (piece.text.empty()) return;
    if (!open_) {
      if (text_.size() > 0) text_.Insert("\n\n", piece.source.begin);
      blocks_.push_back({.span = {text_.size(), 0}, .kind = traits.kind, .reason = traits.reason});
      open_ = true;
      link_bytes_ = 0;
    } else if (!space_.empty()) {
      text_.Replace(" ", space_);
    }
    space_ = {};
    if (piece.whole || piece.text.size() != piece.source.size()) {
      text_.Replace(piece.text, piece.source);
    } else {
      text_.Copy(piece.text, piece.source.begin);
    }
    if (traits.link) link_bytes_ += piece.text.size();
  }

  TextBuilder text_;
  std::vector<Block> blocks_;
  std::vector<size_t> links_;
  Span space_;  // source of the spaces that wait for a word
  bool open_ = false;
  size_t link_bytes_ = 0;
};

class HtmlReader {
 public:
  HtmlReader(std::string_view clean, const GumboNode* root, const HtmlMetadata& metadata)
      : clean_(clean), root_(root), weights_(root), title_(FindTitle(metadata.title)) {}

  void Read(MarkupText* out) {
    states_.push_back({});
    Visit(
        root_, [this](const GumboNode* node) { return Enter(node); },
        [this](const GumboNode* node) { Leave(node); });
    builder_.EndBlock();
    const std::vector<size_t> links = builder_.links();
    out->blocks = builder_.TakeBlocks();
    out->converted = builder_.TakeText();
    MarkRunsOfLinks(links, &out->blocks);
    for (DateClaim& claim : times_) out->claims.push_back(std::move(claim));
  }

 private:
  struct State {
    BlockBuilder::Traits traits;
    bool in_article = false;
    uint32_t begin = 0;  // of the text so far, where the element began
  };

  // The <h1> of the page: of several the one that says what the metadata says, else the first one
  // of the article, else the first.
  const GumboNode* FindTitle(std::string_view wanted) const {
    const GumboNode* best = nullptr;
    size_t best_score = 0;
    for (const GumboNode* heading : weights_.headings()) {
      size_t score = 1;
      const std::string text = TextOf(heading);
      if (text.empty()) continue;
      if (!wanted.empty() &&
          (wanted.starts_with(text) || std::string_view(text).starts_with(wanted)))
        score += 4;
      if (weights_.article() != nullptr && IsInside(heading, weights_.article())) score += 2;
      if (score > best_score) {
        best = heading;
        best_score = score;
      }
    }
    return best;
  }

  static bool IsInside(const GumboNode* node, const GumboNode* ancestor) {
    while (node != nullptr && node != ancestor) node = node->parent;
    return node != nullptr;
  }

  static std::string TextOf(const GumboNode* node) {
    constexpr size_t kEnough = 400;
    std::string text;
    Visit(
        node,
        [&](const GumboNode* inner) {
          if (text.size() < kEnough &&
              (inner->type == GUMBO_NODE_TEXT || inner->type == GUMBO_NODE_WHITESPACE)) {
            text += std::string_view(inner->v.text.text).substr(0, kEnough);
          }
          return ChildrenOf(inner) != nullptr;
        },
        [](const GumboNode*) {});
    return SqueezeSpaces(text);
  }

  bool Enter(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      AddText(node->v.text);
      return false;
    }
    if (ChildrenOf(node) == nullptr || IsElement(node, GUMBO_TAG_HEAD) ||
        IsElement(node, GUMBO_TAG_TITLE)) {
      return false;
    }
    State state = states_.back();
    if (node->type == GUMBO_NODE_ELEMENT) {
      // Ends the block even where the kind alone changes: a block has one kind.
      const BlockBuilder::Traits before = state.traits;
      Classify(node, &state);
      const bool changed = before.kind != state.traits.kind || before.reason != state.traits.reason;
      if (IsOneOf(node->v.element.tag, kBlockTags) || changed) builder_.EndBlock();
    }
    state.begin = builder_.size();
    states_.push_back(state);
    return true;
  }

  void Leave(const GumboNode* node) {
    const State state = states_.back();
    states_.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const State& outer = states_.back();
    const bool changed =
        outer.traits.kind != state.traits.kind || outer.traits.reason != state.traits.reason;
    if (IsOneOf(node->v.element.tag, kBlockTags) || changed) builder_.EndBlock();
    if (node->v.element.tag == GUMBO_TAG_TIME) TakeTime(node, state);
  }

  void AddText(const GumboText& node) {
    const auto begin = static_cast<size_t>(node.original_text.data - clean_.data());
    if (begin > clean_.size()) return;
    const std::string_view original =
        clean_.substr(begin, std::min(node.original_text.length, clean_.size() - begin));
    TextNodeReader reader(node.text, original, static_cast<uint32_t>(begin));
    TextPiece piece;
    while (reader.Next(&piece)) builder_.Add(piece, states_.back().traits);
  }

  // What the element says of the text in it. Furniture stays furniture inside.
  void Classify(const GumboNode* node, State* state) {
    const GumboTag tag = node->v.element.tag;
    BlockBuilder::Traits& traits = state->traits;
    if (tag == GUMBO_TAG_A) traits.link = true;
    if (tag == GUMBO_TAG_PRE) traits.preformatted = true;
    if (node == weights_.article()) {
      state->in_article = true;
      if (traits.reason == kOutside) traits.reason = {}, traits.kind = BlockKind::kBody;
    }
    if (traits.kind == BlockKind::kChrome && traits.reason != kOutside) return;
    if (node == title_) {
      traits.kind = BlockKind::kTitle;
      traits.reason = "html.h1";
      return;
    }
    if (const std::string_view reason = ReasonOf(node, *state); !reason.empty()) {
      traits.kind = BlockKind::kChrome;
      traits.reason = reason;
      return;
    }
    if (tag == GUMBO_TAG_BODY && weights_.article() != nullptr) {
      traits.kind = BlockKind::kChrome;
      traits.reason = kOutside;
    }
    if (traits.kind != BlockKind::kBody) return;
    const std::string_view name = AttributeValue(node, "class");
    if (tag == GUMBO_TAG_FIGCAPTION || HasWord(name, kCaptionWords)) {
      traits.kind = BlockKind::kCaption;
      traits.reason = "html.caption";
    } else if ((HasWord(name, kBylineWords) ||
                HasWord(AttributeValue(node, "rel"), kBylineWords)) &&
               IsShort(node)) {
      traits.kind = BlockKind::kByline;
      traits.reason = "html.byline";
    }
  }

  bool IsShort(const GumboNode* node) const {
    constexpr size_t kLongestByline = 200;
    return TextOf(node).size() <= kLongestByline;
  }

  // Why an element is furniture, or nothing.
  std::string_view ReasonOf(const GumboNode* node, const State& state) const {
    if (weights_.HoldsMost(node)) return {};
    const GumboTag tag = node->v.element.tag;
    for (const TagReason& known : kTagReasons) {
      if (known.tag == tag) return known.reason;
    }
    if (tag == GUMBO_TAG_HEADER && !state.in_article && !weights_.HasHeading(node))
      return "html.header";
    if (IsHidden(node)) return "html.hidden";
    const std::string_view role = AttributeValue(node, "role");
    for (const std::string_view furniture : kFurnitureRoles) {
      if (EqualsIgnoreCase(role, furniture)) return "html.role";
    }
    if (weights_.HasHeading(node)) return {};
    if (HasWord(AttributeValue(node, "class"), kFurnitureWords) ||
        HasWord(AttributeValue(node, "id"), kFurnitureWords)) {
      return "html.class";
    }
    return {};
  }

  static bool IsHidden(const GumboNode* node) {
    if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
    if (EqualsIgnoreCase(AttributeValue(node, "aria-hidden"), "true")) return true;
    std::string style(AttributeValue(node, "style").substr(0, 1000));
    std::erase(style, ' ');
    style = AsciiLower(style);
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
  }

  // The first <time> of the article, above its text, is its date; one that says so always is.
  void TakeTime(const GumboNode* node, const State& state) {
    constexpr size_t kMostTimes = 8;
    const std::string_view value = AttributeValue(node, "datetime");
    if (value.empty() || times_.size() >= kMostTimes) return;
    const bool told = HasWord(AttributeValue(node, "class"), kDateWords) ||
                      gumbo_get_attribute(&node->v.element.attributes, "pubdate") != nullptr;
    const bool text = state.traits.kind != BlockKind::kChrome;
    const bool above =
        std::none_of(builder_.blocks().begin(), builder_.blocks().end(), [&](const Block& block) {
          return block.kind == BlockKind::kBody && block.span.end > block.span.begin &&
                 block.span.size() >= 200;
        });
    const bool first = std::none_of(times_.begin(), times_.end(),
                                    [](const DateClaim& claim) { return claim.published; });
    const Span span = builder_.Trimmed({state.begin, builder_.size()});
    times_.push_back({.where = "time",
                      .text = Clip(value, 100),
                      .span = span,
                      .published = text && (told || (above && first))});
  }

  // Three and more blocks one behind the other that are nothing but links: a menu, teasers.
  static void MarkRunsOfLinks(const std::vector<size_t>& links, std::vector<Block>* blocks) {
    const auto is_link = [&](size_t i) {
      const Block& block = (*blocks)[i];
      return block.kind == BlockKind::kBody && links[i] * 10 >= size_t{block.span.size()} * 9;
    };
    for (size_t i = 0; i < blocks->size();) {
      size_t end = i;
      while (end < blocks->size() && is_link(end)) ++end;
      for (size_t j = i; j < end && end - i >= 3; ++j) {
        (*blocks)[j].kind = BlockKind::kChrome;
        (*blocks)[j].reason = "html.links";
      }
      i = std::max(end, i + 1);
    }
  }

  static constexpr std::string_view kOutside = "html.outside_article";

  std::string_view clean_;
  const GumboNode* root_;
  Weights weights_;
  const GumboNode* title_;
  BlockBuilder builder_;
  std::vector<State> states_;
  std::vector<DateClaim> times_;
};

}  // namespace

Result<MarkupText> ReadHtml(std::string_view html) {
  if (html.size() > kMaxHtmlBytes) {
    auto refused = HtmlTree::Parse(html);
    return refused.error();
  }
  CleanHtml clean = Clean(html);
  ASSIGN_OR_RETURN(const HtmlTree tree, HtmlTree::Parse(clean.bytes));
  HtmlMetadata metadata = ReadMetadata(tree.root(), html, clean);
  MarkupText out;
  out.warnings = std::move(clean.warnings);
  out.claims = std::move(metadata.claims);
  HtmlReader(clean.bytes, tree.root(), metadata).Read(&out);
  out.title = std::move(metadata.title);
  out.outlet = std::move(metadata.outlet);
  out.language = std::move(metadata.language);
  return out;
}

}  // namespace interdict::documents
