#include "interdict/lists/ch/seco_name.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/name_cell.h"

namespace interdict {
namespace {

struct PartType {
  std::string_view name;
  NamePartKind kind;
};
constexpr std::array<PartType, 11> kPartTypes = {{
    {"family-name", NamePartKind::kFamily},
    {"maiden-name", NamePartKind::kOther},
    {"given-name", NamePartKind::kGiven},
    {"further-given-name", NamePartKind::kMiddle},
    {"father-name", NamePartKind::kPatronymic},
    {"grand-father-name", NamePartKind::kGrandfather},
    {"tribal-name", NamePartKind::kTribal},
    {"title", NamePartKind::kTitle},
    {"suffix", NamePartKind::kSuffix},
    {"whole-name", NamePartKind::kOther},
    {"other", NamePartKind::kOther},
}};

// Language and script of spellings: ("RUS", "CYRL").
using Culture = std::pair<std::string, std::string>;

struct Variant {
  Culture culture;
  std::string text;
};

struct Part {
  int order = 0;
  NamePartKind kind = NamePartKind::kOther;
  bool whole = false;
  std::string value;
  std::vector<Variant> variants;

  std::vector<const std::string*> In(const Culture& culture) const {
    std::vector<const std::string*> texts;
    for (const Variant& variant : variants) {
      if (variant.culture == culture) texts.push_back(&variant.text);
    }
    return texts;
  }
};

Part ReadPart(const XmlElement& element, SecoNames* names) {
  Part part;
  const std::string_view order = element.Attribute("order");
  std::from_chars(order.data(), order.data() + order.size(), part.order);
  const std::string_view type = element.Attribute("name-part-type");
  const auto known = std::find_if(kPartTypes.begin(), kPartTypes.end(),
                                  [&](const PartType& t) { return t.name == type; });
  if (known == kPartTypes.end())
    names->unknown_types.emplace_back(type);
  else
    part.kind = known->kind;
  part.whole = type == "whole-name";
  part.value = OneLine(element.ChildText("value"));
  for (const XmlElement* variant : element.Children("spelling-variant")) {
    std::string text = OneLine(variant->Text());
    variant->Attribute("spelling-variant-type");
    if (text.empty()) continue;
    part.variants.push_back(
        {{std::string(variant->Attribute("lang")), std::string(variant->Attribute("script"))},
         std::move(text)});
  }
  return part;
}

// Composes the names of one element, within its limits.
class Composer {
 public:
  Composer(std::vector<Part> parts, NameKind kind, SecoNames* out)
      : parts_(std::move(parts)), kind_(kind), out_(*out) {}

  void Compose(const std::string& language) {
    std::vector<const std::string*> texts;
    for (const Part& part : parts_) texts.push_back(&part.value);
    Add(texts, {language, ""}, kind_);
    for (const Culture& culture : Cultures()) ComposeIn(culture);
  }

 private:
  std::vector<Culture> Cultures() const {
    std::vector<Culture> cultures;
    for (const Part& part : parts_) {
      for (const Variant& variant : part.variants) {
        if (cultures.size() > kMaxSpellings) return cultures;
        if (std::find(cultures.begin(), cultures.end(), variant.culture) == cultures.end()) {
          cultures.push_back(variant.culture);
        }
      }
    }
    return cultures;
  }

  void ComposeIn(const Culture& culture) {
    std::vector<std::vector<const std::string*>> choices;
    size_t combinations = 1;
    size_t most = 1;
    for (const Part& part : parts_) {
      auto texts = part.In(culture);
      if (texts.empty()) texts.push_back(&part.value);
      combinations = std::min(combinations * texts.size(), kMaxCombinations + 1);
      most = std::max(most, texts.size());
      choices.push_back(std::move(texts));
    }
    const bool all = combinations <= kMaxCombinations;
    if (!all) out_.combinations_left_out = true;
    const size_t count = all ? combinations : most;
    for (size_t i = 0; i < count; ++i) {
      std::vector<const std::string*> texts;
      size_t rest = i;
      for (const auto& choice : choices) {
        texts.push_back(choice[all ? rest % choice.size() : i % choice.size()]);
        rest /= choice.size();
      }
      if (!Add(texts, culture, KindIn(culture))) return;
    }
  }

  // A primary name in another script is that in the original script, in Latin letters an alias.
  NameKind KindIn(const Culture& culture) const {
    if (kind_ != NameKind::kPrimary) return kind_;
    const bool latin = culture.second.empty() || EqualsIgnoreCase(culture.second, "LATN");
    return latin ? NameKind::kStrong : NameKind::kOriginalScript;
  }

  // False when the limits are reached.
  bool Add(const std::vector<const std::string*>& texts, const Culture& culture, NameKind kind) {
    Name name;
    name.kind = kind;
    name.language = culture.first;
    name.script = culture.second;
    name.field = out_.names.empty() ? "name" : "name/spelling-variant";
    for (size_t i = 0; i < texts.size(); ++i) {
      if (texts[i]->empty()) continue;
      if (!parts_[i].whole) name.parts.push_back({parts_[i].kind, *texts[i]});
      if (parts_[i].kind == NamePartKind::kTitle) continue;
      if (!name.text.empty()) name.text += ' ';
      name.text += *texts[i];
    }
    if (name.text.empty()) return true;
    const bool known = std::any_of(out_.names.begin(), out_.names.end(),
                                   [&](const Name& other) { return other.text == name.text; });
    if (known) return true;
    bytes_ += name.text.size();
    const bool first = out_.names.empty();
    if (!first && (out_.names.size() > kMaxSpellings || bytes_ > kMaxBytes)) {
      out_.spellings_left_out = true;
      return false;
    }
    out_.names.push_back(std::move(name));
    return true;
  }

  std::vector<Part> parts_;
  NameKind kind_;
  SecoNames& out_;
  size_t bytes_ = 0;
};

}  // namespace

SecoNames ReadSecoName(const XmlElement& element, NameKind kind) {
  SecoNames names;
  element.Attribute("ssid");
  std::vector<Part> parts;
  for (const XmlElement* child : element.Children("name-part")) {
    parts.push_back(ReadPart(*child, &names));
    const Part& part = parts.back();
    if (part.kind == NamePartKind::kTitle && !part.value.empty())
      names.titles.push_back(part.value);
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.order < b.order; });
  Composer(std::move(parts), kind, &names).Compose(std::string(element.Attribute("lang")));
  return names;
}

}  // namespace interdict
