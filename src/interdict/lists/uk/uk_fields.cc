#include "interdict/lists/uk/uk_fields.h"

#include <algorithm>
#include <charconv>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"
#include "interdict/entity/country.h"
#include "interdict/lists/cells/enumerated_text.h"
#include "interdict/lists/cells/prose_identifiers.h"

namespace interdict {
namespace {

struct HtmlName {
  std::string_view name;
  char32_t character;
};
constexpr std::array<HtmlName, 32> kHtmlNames = {{
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},    {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"bull", 0x2022},  {"pound", 0xA3},
    {"euro", 0x20AC},  {"copy", 0xA9},    {"reg", 0xAE},      {"deg", 0xB0},     {"laquo", 0xAB},
    {"raquo", 0xBB},   {"agrave", 0xE0},  {"aacute", 0xE1},   {"ccedil", 0xE7},  {"egrave", 0xE8},
    {"eacute", 0xE9},  {"iacute", 0xED},  {"ntilde", 0xF1},   {"oacute", 0xF3},  {"ouml", 0xF6},
    {"uacute", 0xFA},  {"uuml", 0xFC},
}};

// The character of a reference's inside ("rsquo", "#8217", "#x2019"), 0 when there is none.
char32_t HtmlCharacter(std::string_view inside) {
  if (ConsumePrefix(&inside, "#")) {
    const bool hex = inside.starts_with('x') || inside.starts_with('X');
    if (hex) inside.remove_prefix(1);
    uint32_t value = 0;
    const auto parsed =
        std::from_chars(inside.data(), inside.data() + inside.size(), value, hex ? 16 : 10);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == inside.data() + inside.size();
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return !inside.empty() && whole && value <= 0x10FFFF && !surrogate ? value : 0;
  }
  const auto found = std::find_if(kHtmlNames.begin(), kHtmlNames.end(),
                                  [&](const HtmlName& row) { return row.name == inside; });
  return found == kHtmlNames.end() ? 0 : found->character;
}

// "USSR (now Russian Federation)" -> "Russian Federation"; empty when nothing of the kind is there.
std::string_view PresentCountry(std::string_view text) {
  for (std::string_view word : {"(now ", "now ", "currently "}) {
    for (size_t at = 0; at + word.size() <= text.size(); ++at) {
      if (!StartsWithIgnoreCase(text.substr(at), word)) continue;
      const std::string_view rest = text.substr(at + word.size());
      return Trim(rest.substr(0, rest.find(')')));
    }
  }
  return {};
}

std::string_view WithoutEndMarks(std::string_view text) {
  text = Trim(text);
  while (text.ends_with('.') || text.ends_with(',') || text.ends_with(';')) {
    text = Trim(text.substr(0, text.size() - 1));
  }
  return text;
}

// The date that follows one of the words, as written; empty when none does.
std::string_view DateAfter(std::string_view text, std::initializer_list<std::string_view> words) {
  constexpr size_t kLongestDate = 20;
  for (std::string_view word : words) {
    for (size_t at = 0; at + word.size() <= text.size(); ++at) {
      if (!StartsWithIgnoreCase(text.substr(at), word)) continue;
      std::string_view rest = text.substr(at + word.size());
      const size_t digit = rest.find_first_not_of(" :");
      if (digit == std::string_view::npos) break;
      rest = rest.substr(digit);
      for (size_t length = std::min(kLongestDate, rest.size()); length >= 4; --length) {
        const std::string_view date = rest.substr(0, length);
        if (date.back() == ' ' || date.back() == '.' || date.back() == ',') continue;
        if (ParsePartialDate(date)) return date;
      }
      break;
    }
  }
  return {};
}

// The country that a text begins with: "Democratic Republic of the Congo number" -> cd.
std::string LeadingCountry(std::string_view text) {
  constexpr size_t kMostWords = 7;
  text = Trim(text);
  for (std::string_view lead : {"Issuing Country:", "Country:", "("}) {
    if (ConsumePrefix(&text, lead)) text = Trim(text);
  }
  std::vector<size_t> ends;
  for (size_t at = 0; at <= text.size() && ends.size() < kMostWords; ++at) {
    const bool end =
        at == text.size() || std::string_view(" ,.;)").find(text[at]) != std::string_view::npos;
    if (end && at > 0 && (ends.empty() || at > ends.back() + 1)) ends.push_back(at);
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    std::string code = CountryInProse(text.substr(0, *end));
    if (!code.empty()) return code;
  }
  return {};
}

// "Expires 23 Aug. 2005 (Iraq)".
std::string BracketedCountry(std::string_view text) {
  constexpr size_t kLongestCountry = 60;
  for (size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const std::string_view inside = text.substr(at + 1, kLongestCountry);
    const size_t close = inside.find(')');
    if (close == std::string_view::npos) continue;
    std::string code = CountryInProse(inside.substr(0, close));
    if (!code.empty()) return code;
  }
  return {};
}

// "issued in Iran (Islamic Republic of)", "Issued 29 October 2003 in Guinea-Bissau".
std::string CountryOfIssue(std::string_view text) {
  constexpr size_t kReach = 60;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!StartsWithIgnoreCase(text.substr(at), "issued ")) continue;
    const std::string_view rest = text.substr(at, kReach);
    const size_t in = rest.find(" in ");
    if (in == std::string_view::npos) continue;
    std::string code = LeadingCountry(rest.substr(in + 4));
    if (!code.empty()) return code;
  }
  return {};
}

struct NameAndShare {
  std::string_view name;
  double share = -1;
};

// "Kalashnikov Concern JSC (49%)" -> share 0.49, and the name before it.
NameAndShare SplitShare(std::string_view text) {
  text = Trim(text);
  const size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0 || !text.ends_with("%)")) return {text, -1};
  const std::string_view number = Trim(text.substr(open + 1, text.size() - open - 3));
  double percent = 0;
  const auto parsed = std::from_chars(number.data(), number.data() + number.size(), percent);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == number.data() + number.size();
  if (!whole || !(percent >= 0 && percent <= 100)) return {text, -1};
  return {Trim(text.substr(0, open)), percent / 100};
}

}  // namespace

std::optional<NameKind> UkNameKind(std::string_view type, std::string_view strength) {
  const std::string kind = LookupKey(type);
  const bool weak = StartsWithIgnoreCase(Trim(strength), "low");
  if (kind == "primary name" || kind == "prime alias" || kind == "primary") {
    return NameKind::kPrimary;
  }
  if (kind == "fka" || kind == "formerly known as" || kind == "former name") {
    return NameKind::kFormer;
  }
  if (kind == "primary name variation" || kind == "alias" || kind == "aka") {
    return weak ? NameKind::kWeak : NameKind::kStrong;
  }
  return std::nullopt;
}

Name UkName(const std::array<std::string_view, 6>& parts, bool person) {
  Name name;
  size_t filled = 0;
  for (std::string_view part : parts) {
    if (part.empty()) continue;
    ++filled;
    if (!name.text.empty()) name.text += ' ';
    name.text += part;
  }
  if (!person || filled < 2) return name;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty()) continue;
    const NamePartKind kind = i == 0   ? NamePartKind::kGiven
                              : i == 5 ? NamePartKind::kFamily
                                       : NamePartKind::kMiddle;
    name.parts.push_back({kind, std::string(parts[i])});
  }
  return name;
}

std::string UkIsoDate(std::string_view text) {
  text = Trim(text);
  std::string_view day = text;
  const size_t space = day.find(' ');
  if (space != std::string_view::npos && day.find(':', space) != std::string_view::npos) {
    day = day.substr(0, space);
  }
  const auto date = ParsePartialDate(day);
  return date && date->IsDay() ? FormatIsoDate(date->first) : std::string(text);
}

std::string UkCountryCode(std::string_view text) {
  text = WithoutEndMarks(text);
  std::string code = CountryCode(text);
  if (!code.empty()) return code;
  const std::string_view present = PresentCountry(text);
  if (!present.empty()) code = CountryCode(present);
  if (!code.empty()) return code;
  const size_t paren = text.find('(');
  if (paren == std::string_view::npos || paren == 0) return {};
  return CountryCode(WithoutEndMarks(text.substr(0, paren)));
}

std::vector<std::string_view> SplitUkCountries(std::string_view text) {
  std::vector<std::string_view> countries;
  for (std::string_view item : SplitEnumeration(text)) {
    if (item.empty()) continue;
    std::vector<std::string_view> parts;
    if (UkCountryCode(item).empty()) {
      for (std::string_view separator : {". ", ";", ",", "/", " and "}) {
        parts = SplitTrimmed(item, separator);
        const bool all =
            parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
              return !UkCountryCode(part).empty();
            });
        if (all) break;
        parts.clear();
      }
    }
    if (parts.empty()) parts.push_back(item);
    for (std::string_view part : parts) countries.push_back(WithoutEndMarks(part));
  }
  return countries;
}

std::string UkUnReference(std::string_view text) {
  std::string reference(Trim(text));
  std::erase_if(reference, [](char c) { return c == ' ' || c == '\n' || c == '\r'; });
  const bool un = reference.size() > 4 && reference[3] == '.' && IsDigits(reference.substr(4));
  if (!un) return std::string(Trim(text));
  if (reference[2] == 'I' || reference[2] == 'E') reference[2] = reference[2] == 'I' ? 'i' : 'e';
  return reference;
}

void AddUkDocumentDetails(std::string_view details, Identifier* document) {
  constexpr size_t kLongestDetails = 2048;
  details = Trim(details);
  if (details.empty() || details == "-") return;
  const std::string_view head = details.substr(0, kLongestDetails);
  if (document->country.empty()) document->country = LeadingCountry(head);
  if (document->country.empty()) document->country = BracketedCountry(head);
  if (document->country.empty()) document->country = CountryOfIssue(head);
  document->issued = std::string(
      DateAfter(head, {"issued on", "issue date", "date of issue", "issued", "valid from"}));
  document->expires = std::string(DateAfter(
      head,
      {"expires on", "expires", "expired on", "expired", "expiration date", "date of expiration",
       "expiry date", "date of expiry", "expire date", "expiry", "valid until", "valid to"}));
  if (!document->remark.empty()) document->remark += "; ";
  document->remark += details;
}

std::vector<UkDocument> SplitUkDocuments(std::string_view numbers, std::string_view details) {
  std::vector<std::string_view> values = SplitEnumeration(numbers);
  if (values.size() == 1) {
    const auto parts = SplitTrimmed(values[0], ". ");
    const bool numbers_only = std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
      return part.find(' ') == std::string_view::npos &&
             part.find_first_of("0123456789") != std::string_view::npos;
    });
    if (parts.size() > 1 && numbers_only) values = parts;
  }
  const std::vector<std::string_view> notes = SplitEnumeration(details);
  std::vector<UkDocument> documents;
  for (size_t i = 0; i < values.size(); ++i) {
    const std::string_view number = WithoutEndMarks(values[i]);
    const std::string_view note = notes.size() == values.size() ? notes[i] : Trim(details);
    if (!number.empty() && number != "-") documents.push_back({number, note});
  }
  return documents;
}

std::string UnescapeHtml(std::string_view text) {
  constexpr size_t kLongestReference = 10;
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t mark = text.find('&');
    out += text.substr(0, mark);
    if (mark == std::string_view::npos) break;
    text.remove_prefix(mark);
    const size_t end = text.substr(0, kLongestReference).find(';');
    const char32_t character =
        end == std::string_view::npos ? 0 : HtmlCharacter(text.substr(1, end - 1));
    if (character == 0) {
      out += '&';
      text.remove_prefix(1);
      continue;
    }
    utf8::Append(character, &out);
    text.remove_prefix(end + 1);
  }
  return out;
}

std::vector<Relation> ReadUkRelations(std::string_view text, RelationKind kind,
                                      const std::string& field) {
  std::vector<Relation> relations;
  for (std::string_view line : SplitTrimmed(text, "\n")) {
    for (std::string_view item : SplitTrimmed(line, ";")) {
      const NameAndShare named = SplitShare(item);
      Relation& relation = relations.emplace_back();
      relation.kind = kind;
      relation.target_name = std::string(named.name);
      relation.share_min = relation.share_max = named.share;
      relation.text = std::string(item);
      relation.field = field;
    }
  }
  return relations;
}

std::optional<Relation> ReadUkAssetRelation(std::string_view text, std::string field) {
  constexpr std::string_view kPhrase = "isted as asset of ";
  constexpr std::string_view kId = "OFSI ID: ";
  const size_t at = text.find(kPhrase);
  if (at == std::string_view::npos) return std::nullopt;
  text = text.substr(at + kPhrase.size());
  const size_t id = text.find(kId);
  if (id == std::string_view::npos) return std::nullopt;
  std::string_view name = text.substr(0, id);
  while (!name.empty() && std::string_view(" ,-(").find(name.back()) != std::string_view::npos) {
    name.remove_suffix(1);
  }
  const std::string_view number = text.substr(id + kId.size());
  Relation relation;
  relation.kind = RelationKind::kOwnedBy;
  relation.target_name = std::string(name);
  relation.target_id = std::string(number.substr(0, number.find_first_not_of("0123456789")));
  relation.text = "Listed as asset of";
  relation.field = std::move(field);
  return relation;
}

}  // namespace interdict
