#include "interdict/documents/intake/html_metadata.h"

#include <algorithm>

#include "interdict/base/strings.h"
#include "interdict/documents/intake/converted_text.h"
#include "interdict/syntax/json.h"

namespace interdict::documents {
namespace {

constexpr size_t kMostClaims = 12;
constexpr size_t kLongestValue = 300;

struct DateName {
  std::string_view name;
  bool published;
};

// Names of <meta> elements and of itemprop that give dates.
constexpr DateName kDateNames[] = {
    {"article:published_time", true},
    {"og:published_time", true},
    {"datepublished", true},
    {"article.published", true},
    {"publishdate", true},
    {"publish-date", true},
    {"publish_date", true},
    {"publication_date", true},
    {"pubdate", true},
    {"published_time", true},
    {"parsely-pub-date", true},
    {"sailthru.date", true},
    {"dc.date.issued", true},
    {"dcterms.issued", true},
    {"date.released", true},
    {"citation_publication_date", true},
    {"dc.date", true},
    {"dcterms.date", true},
    {"date", true},
    {"article:modified_time", false},
    {"og:updated_time", false},
    {"datemodified", false},
    {"last-modified", false},
    {"dcterms.modified", false},
};

const DateName* FindDateName(std::string_view name) {
  for (const DateName& date : kDateNames) {
    if (EqualsIgnoreCase(date.name, name)) return &date;
  }
  return nullptr;
}

std::string Short(std::string_view text) {
  return Clip(text, kLongestValue);
}

// Facts of linked data: articles first, then whatever else has a date.
class LinkedData {
 public:
  explicit LinkedData(HtmlMetadata* out) : out_(out) {}

  void Read(std::string_view text) {
    JsonParser parser;
    const auto value = parser.Parse(Trim(text));
    if (value.ok()) Walk(*value, 0);
  }

 private:
  static std::string TextOf(const JsonValue& value) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return Short(text);
    return {};
  }

  // The parser bounds the depth.
  void Walk(const JsonValue& value, int depth) {
    simdjson::dom::array array;
    if (value.get(array) == simdjson::SUCCESS) {
      for (const JsonValue item : array) Walk(item, depth + 1);
      return;
    }
    JsonObject object;
    if (value.get(object) == simdjson::SUCCESS) ReadObject(object, depth);
  }

  void ReadObject(const JsonObject& object, int depth) {
    for (const auto& [key, member] : object) {
      if (key == "datePublished" || key == "dateModified") {
        Claim("JSON-LD " + std::string(key), TextOf(member), key == "datePublished");
      } else if (key == "headline" && out_->title.empty()) {
        out_->title = TextOf(member);
      } else if (key == "publisher") {
        JsonValue name;
        if (out_->outlet.empty() && member["name"].get(name) == simdjson::SUCCESS)
          out_->outlet = TextOf(name);
      } else if (key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage") {
        Walk(member, depth + 1);
      }
    }
  }

  void Claim(std::string where, std::string text, bool published) {
    if (text.empty() || out_->claims.size() >= kMostClaims) return;
    out_->claims.push_back(
        {.where = std::move(where), .text = std::move(text), .published = published});
  }

  HtmlMetadata* out_;
};

class MetaReader {
 public:
  explicit MetaReader(HtmlMetadata* out) : out_(out) {}

  void Read(const GumboNode* root) {
    std::vector<const GumboNode*> open = {root};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_DOCUMENT) continue;
      if (node->type == GUMBO_NODE_ELEMENT) TakeElement(node);
      const GumboVector& children =
          node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
      for (unsigned i = children.length; i-- > 0;)
        open.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
    // A page's own title ends in the name of the site.
    if (out_->title.empty()) out_->title = title_;
  }

 private:
  void TakeElement(const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_HTML && out_->language.empty())
      out_->language = Short(AttributeValue(node, "lang"));
    if (tag == GUMBO_TAG_TITLE && title_.empty()) TakeTitle(node);
    if (tag == GUMBO_TAG_META) TakeMeta(node);
    const std::string_view property = AttributeValue(node, "itemprop");
    if (property.empty() || tag == GUMBO_TAG_META) return;
    const DateName* date = FindDateName(property);
    if (date == nullptr) return;
    std::string_view value = AttributeValue(node, "datetime");
    if (value.empty()) value = AttributeValue(node, "content");
    Claim("itemprop " + std::string(property), value, date->published);
  }

  void TakeTitle(const GumboNode* node) {
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (child->type == GUMBO_NODE_TEXT) title_ = Short(child->v.text.text);
    }
  }

  void TakeMeta(const GumboNode* node) {
    std::string_view name = AttributeValue(node, "property");
    if (name.empty()) name = AttributeValue(node, "name");
    if (name.empty()) name = AttributeValue(node, "itemprop");
    const std::string_view content = AttributeValue(node, "content");
    if (name.empty() || content.empty()) return;
    if (EqualsIgnoreCase(name, "og:site_name")) out_->outlet = Short(content);
    if (EqualsIgnoreCase(name, "og:title") && out_->title.empty()) out_->title = Short(content);
    if (EqualsIgnoreCase(name, "og:locale") && out_->language.empty())
      out_->language = Short(content);
    if (const DateName* date = FindDateName(name); date != nullptr)
      Claim("meta " + std::string(name), content, date->published);
  }

  void Claim(std::string_view where, std::string_view text, bool published) {
    if (text.empty() || out_->claims.size() >= kMostClaims) return;
    out_->claims.push_back({.where = Short(where), .text = Short(text), .published = published});
  }

  HtmlMetadata* out_;
  std::string title_;
};

// The more a claim says that it means the article, the earlier it counts.
int RankOf(const DateClaim& claim) {
  if (claim.where == "meta article:published_time") return 0;
  if (claim.where.starts_with("JSON-LD")) return 1;
  if (claim.where.starts_with("itemprop")) return 2;
  return 3;
}

}  // namespace

std::string_view AttributeValue(const GumboNode* node, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

HtmlMetadata ReadMetadata(const GumboNode* root, std::string_view html, const CleanHtml& clean) {
  HtmlMetadata metadata;
  MetaReader(&metadata).Read(root);
  LinkedData linked(&metadata);
  for (const Span span : clean.linked_data) linked.Read(html.substr(span.begin, span.size()));
  std::stable_sort(metadata.claims.begin(), metadata.claims.end(),
                   [](const DateClaim& a, const DateClaim& b) { return RankOf(a) < RankOf(b); });
  return metadata;
}

std::string DeclaredHtmlEncoding(std::string_view bytes) {
  constexpr size_t kHead = 4096;
  const std::string head = AsciiLower(bytes.substr(0, kHead));
  for (size_t at = 0; (at = head.find("charset", at)) != std::string::npos; ++at) {
    const size_t meta = head.rfind("<meta", at);
    if (meta == std::string::npos || head.find('>', meta) < at) continue;
    size_t begin = head.find_first_not_of(" \t\n\r", at + 7);
    if (begin == std::string::npos || head[begin] != '=') continue;
    begin = head.find_first_not_of(" \t\n\r\"'", begin + 1);
    if (begin == std::string::npos) break;
    const size_t end = head.find_first_of(" \t\n\r\"'>;/", begin);
    return head.substr(begin, end == std::string::npos ? end : end - begin);
  }
  return {};
}

}  // namespace interdict::documents
