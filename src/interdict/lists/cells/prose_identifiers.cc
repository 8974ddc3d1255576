#include "interdict/lists/cells/prose_identifiers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/entity/identifier_label.h"
#include "interdict/entity/partial_date.h"

namespace interdict {
namespace {

constexpr size_t kMinValue = 4;
constexpr size_t kMaxValue = 62;    // the longest: a bech32 address
constexpr size_t kLabelReach = 96;  // bytes before a value in which its label is looked for
constexpr size_t kLabelWords = 7;
constexpr size_t kLongestProse = size_t{1} << 16;  // longer texts are read so far

// Labels of the table that name no kind of number when they stand in running text.
constexpr std::array<std::string_view, 8> kNoLabels = {"number", "no",   "id",      "other",
                                                       "serial", "file", "license", "permit"};

struct Label {
  IdLabel meaning;
  std::string country;  // of a country name in front: "Russian TIN"
  size_t begin = 0;     // where it begins in the text
};

// A run of letters, digits and inner marks, and where it stands.
struct Token {
  std::string_view text;
  size_t begin = 0;
  size_t end = 0;
};

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool IsAlnum(char c) {
  return IsDigit(c) || IsUpper(c) || (c >= 'a' && c <= 'z');
}
bool IsWordByte(char c) {
  return IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

size_t CountDigits(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), IsDigit));
}

// The next token at or after `*at`; moves `*at` past it.
std::optional<Token> NextToken(std::string_view text, size_t* at) {
  while (*at < text.size() && !IsWordByte(text[*at])) ++*at;
  if (*at >= text.size()) return std::nullopt;
  const size_t begin = *at;
  const auto joins = [&](size_t i) {
    const char c = text[i];
    return (c == '-' || c == '/' || c == '.') && i + 1 < text.size() && IsAlnum(text[i + 1]);
  };
  while (*at < text.size() && (IsWordByte(text[*at]) || joins(*at))) ++*at;
  return Token{text.substr(begin, *at - begin), begin, *at};
}

// Whether a token can be the number of something: no date, no word, no web address.
bool LooksLikeNumber(const Token& token) {
  if (token.text.size() < kMinValue || token.text.size() > kMaxValue) return false;
  if (std::any_of(token.text.begin(), token.text.end(),
                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    return false;
  }
  if (CountDigits(token.text) < kMinValue) return false;
  const bool dated = token.text.find_first_of("/.-") != std::string_view::npos &&
                     ParsePartialDate(token.text).has_value();
  return !dated;
}

bool LooksLikeBic(std::string_view token) {
  return (token.size() == 8 || token.size() == 11) &&
         std::all_of(token.begin(), token.end(), [](char c) { return IsUpper(c) || IsDigit(c); }) &&
         CheckId(IdScheme::kBic, token) == IdCheck::kValid;
}

bool IsCryptoAddress(std::string_view token) {
  const bool evm = token.starts_with("0x") && token.size() == 42;
  const bool base58 = token.size() >= 26 && token.size() <= 35 &&
                      (token[0] == '1' || token[0] == '3' || token[0] == 'T');
  if (!evm && !base58 && !token.starts_with("bc1")) return false;
  return CheckId(IdScheme::kCrypto, token) == IdCheck::kValid ||
         (evm && token.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos);
}

bool IsConnector(char c) {
  return c == ' ' || c == ':' || c == '-' || c == '#' || c == '=' || c == '.' || c == '\t' ||
         c == '\n' || c == '\r';
}

// The text before a value without what joins label and value; dashes of Unicode too.
std::string_view WithoutConnectors(std::string_view before) {
  while (!before.empty()) {
    if (IsConnector(before.back())) {
      before.remove_suffix(1);
    } else if (before.ends_with("\xE2\x80\x93") || before.ends_with("\xE2\x80\x94") ||
               before.ends_with("\xE2\x80\xAF")) {
      before.remove_suffix(3);
    } else if (before.ends_with("\xC2\xA0")) {
      before.remove_suffix(2);
    } else {
      break;
    }
  }
  return before;
}

std::optional<IdLabel> KnownLabel(std::string_view phrase) {
  const std::string key = LookupKey(phrase);
  if (std::find(kNoLabels.begin(), kNoLabels.end(), key) != kNoLabels.end()) return std::nullopt;
  if (key == "swift" || key == "swift code") return IdLabel{IdScheme::kBic, "", ""};
  return FindIdLabel(phrase);
}

// Where the last words of a text begin, from the last one backwards, within one line and sentence.
std::vector<size_t> WordStarts(std::string_view text) {
  std::vector<size_t> starts;
  size_t at = text.size();
  while (starts.size() < kLabelWords + 3) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '/' || text[at - 1] == '(' ||
                      text[at - 1] == ')')) {
      --at;
    }
    if (at == 0 || text[at - 1] == '\n' || text[at - 1] == ';' || text[at - 1] == ':') break;
    while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '/' && text[at - 1] != '(' &&
           text[at - 1] != '\n' && text[at - 1] != ';' && text[at - 1] != ':' &&
           text[at - 1] != ')') {
      --at;
    }
    starts.push_back(at);
  }
  return starts;
}

// A country named right before position `at` ("Hong Kong company registration number"); moves `*at`
// to where it begins.
std::string CountryBefore(std::string_view text, size_t* at) {
  const std::string_view before = Trim(text.substr(0, *at));
  if (before.ends_with(')') || before.ends_with(',')) return {};  // of the number before
  const std::vector<size_t> starts = WordStarts(before);
  for (size_t n = std::min<size_t>(starts.size(), 4); n > 0; --n) {
    std::string code = CountryInProse(before.substr(starts[n - 1]));
    if (code.empty()) continue;
    *at = starts[n - 1];
    return code;
  }
  return {};
}

// The label that ends where `before` ends: the longest phrase that the table knows.
std::optional<Label> LabelAtEnd(std::string_view before) {
  const std::string_view phrase = WithoutConnectors(before);
  const std::vector<size_t> starts = WordStarts(phrase);
  for (size_t n = std::min(starts.size(), kLabelWords); n > 0; --n) {
    const auto known = KnownLabel(phrase.substr(starts[n - 1]));
    if (!known) continue;
    Label label{*known, std::string(known->country), starts[n - 1]};
    const std::string country = CountryBefore(phrase, &label.begin);
    if (!country.empty()) label.country = country;
    return label;
  }
  return std::nullopt;
}

// Whether a new clause begins where `before`, the text in front of it, ends.
bool BeginsClause(std::string_view before) {
  while (true) {
    const std::string_view trimmed = Trim(before);
    if (trimmed.empty()) return true;
    const size_t cut = static_cast<size_t>(trimmed.data() - before.data()) + trimmed.size();
    if (before.find('\n', cut) != std::string_view::npos) return true;
    if (trimmed.back() != '(') {
      return std::string_view(".;,:)").find(trimmed.back()) != std::string_view::npos ||
             trimmed.ends_with(" and");
    }
    before = trimmed.substr(0, trimmed.size() - 1);
  }
}

// "(Russia)" or "(Estonia)" right behind a value.
std::string CountryBehind(std::string_view after) {
  after = Trim(after);
  const size_t close = after.find(')');
  if (!after.starts_with('(') || close == std::string_view::npos) return {};
  return CountryInProse(after.substr(1, close - 1));
}

// The label behind a value: " - Russia INN", " (Company registration number)".
std::optional<Label> LabelBehind(std::string_view after) {
  std::string_view phrase = Trim(after.substr(0, after.find_first_of(";\n")));
  if (phrase.starts_with('(')) {
    phrase = phrase.substr(1, phrase.find(')') - 1);
  } else if (ConsumePrefix(&phrase, "- ") || ConsumePrefix(&phrase, "\xE2\x80\x93 ")) {
    phrase = phrase.substr(0, phrase.find_first_of("(0123456789"));
  } else {
    return std::nullopt;
  }
  return LabelAtEnd(Trim(phrase));
}

// The scheme of a labelled value, or nullopt when the value has not the shape that the label asks
// for.
std::optional<IdScheme> SchemeFor(const Label& label, std::string_view value,
                                  const ProseSource& source) {
  const size_t digits = CountDigits(value);
  switch (label.meaning.scheme) {
    case IdScheme::kInn:
      return digits == 10 || digits == 12 ? IdScheme::kInn : IdScheme::kTaxId;
    case IdScheme::kOgrn:
      return digits == 13 || digits == 15 ? IdScheme::kOgrn : IdScheme::kRegistrationNumber;
    case IdScheme::kBic:
      if (!LooksLikeBic(value)) return std::nullopt;
      return IdScheme::kBic;
    case IdScheme::kLei:
      return value.size() == 20 ? IdScheme::kLei : IdScheme::kRegistrationNumber;
    case IdScheme::kImo:
    case IdScheme::kImoCompany:
      if (digits != 7) return std::nullopt;
      return ImoSchemeOf(value, source.vessel);
    case IdScheme::kCrypto:
      return std::nullopt;  // found by its own form
    default:
      return label.meaning.scheme;
  }
}

// The currency tag before an address: "XBT 3Lpo...", "(2) BNB: 0x...".
std::string CurrencyTag(std::string_view before) {
  const std::string_view phrase = WithoutConnectors(before);
  size_t begin = phrase.size();
  while (begin > 0 && IsUpper(phrase[begin - 1])) --begin;
  const size_t length = phrase.size() - begin;
  return length >= 2 && length <= 5 ? std::string(phrase.substr(begin)) : std::string();
}

class Finder {
 public:
  Finder(std::string_view text, const ProseSource& source) : text_(text), source_(source) {}

  std::vector<Identifier> Find() {
    size_t at = 0;
    while (const auto token = NextToken(text_, &at)) {
      if (IsCryptoAddress(token->text)) {
        AddCrypto(*token);
      } else if (LooksLikeNumber(*token) || LooksLikeBic(token->text)) {
        AddLabelled(*token);
      }
    }
    return std::move(found_);
  }

 private:
  std::string_view Before(const Token& token) const {
    const size_t reach = std::min(token.begin, kLabelReach);
    return text_.substr(token.begin - reach, reach);
  }

  void AddCrypto(const Token& token) {
    Identifier id =
        MakeIdentifier(IdScheme::kCrypto, std::string(token.text), std::string(source_.field));
    id.issuer = CurrencyTag(Before(token));
    found_.push_back(std::move(id));
  }

  void AddLabelled(const Token& token) {
    const std::string_view before = Before(token);
    const std::string_view after = text_.substr(token.end, kLabelReach);
    auto label = LabelAtEnd(before);
    if (label && source_.remark && !BeginsClause(before.substr(0, label->begin))) return;
    if (!label && !source_.remark) label = LabelBehind(after);
    if (!label) return;
    const auto scheme = SchemeFor(*label, token.text, source_);
    if (!scheme || (*scheme != IdScheme::kBic && !LooksLikeNumber(token))) return;
    Identifier id = MakeIdentifier(*scheme, std::string(token.text), std::string(source_.field));
    const std::string behind = CountryBehind(after);
    id.country = behind.empty() ? label->country : behind;
    if (id.country == "ru" || (id.country.empty() && source_.russian)) RefineRussianNumber(&id);
    found_.push_back(std::move(id));
  }

  std::string_view text_;
  const ProseSource& source_;
  std::vector<Identifier> found_;
};

// The cell without a country in brackets at its end: "19036 9982 (Belarus)".
std::string_view WithoutCountryAtEnd(std::string_view text, std::string* country) {
  const size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0 || !text.ends_with(')')) return text;
  *country = CountryInProse(text.substr(open + 1, text.size() - open - 2));
  return country->empty() ? text : Trim(text.substr(0, open));
}

// The only number of a cell, behind words that the table of labels does not know: "BR No.
// 61471779".
std::string_view OnlyNumber(std::string_view text) {
  size_t at = 0;
  std::optional<Token> number;
  while (const auto token = NextToken(text, &at)) {
    if (CountDigits(token->text) == 0) continue;
    if (number || !LooksLikeNumber(*token)) return text;
    number = token;
  }
  if (!number || number->end != text.size()) return text;
  const std::string_view before = text.substr(0, number->begin);
  const bool joined = before.find_first_of(":.#-") != std::string_view::npos;
  return joined ? number->text : text;
}

// A number at the very front of a cell: "122226 (Turkish Trade Registry)".
std::optional<Identifier> LeadingNumber(std::string_view text, IdScheme scheme,
                                        const ProseSource& source) {
  size_t at = 0;
  const auto token = NextToken(text, &at);
  if (!token || token->begin != 0 || !LooksLikeNumber(*token)) return std::nullopt;
  const std::string_view after = Trim(text.substr(token->end, kLabelReach));
  const bool alone = after.empty() || after.starts_with('(') || after.starts_with('.') ||
                     after.starts_with(';') || after.starts_with(',');
  if (!alone) return std::nullopt;
  Identifier id = MakeIdentifier(scheme, std::string(token->text), std::string(source.field));
  id.country = CountryBehind(after);
  if (id.country == "ru" || (id.country.empty() && source.russian)) RefineRussianNumber(&id);
  return id;
}

}  // namespace

IdScheme ImoSchemeOf(std::string_view value, bool vessel) {
  if (vessel) return IdScheme::kImo;
  const bool ship = CheckId(IdScheme::kImo, value) == IdCheck::kValid;
  const bool company = CheckId(IdScheme::kImoCompany, value) == IdCheck::kValid;
  return ship && !company ? IdScheme::kImo : IdScheme::kImoCompany;
}

std::string CountryInProse(std::string_view phrase) {
  phrase = Trim(phrase);
  const bool named = !phrase.empty() && (IsUpper(phrase.front()) ||
                                         static_cast<unsigned char>(phrase.front()) >= 0x80);
  return named ? CountryCode(phrase) : std::string();
}

void RefineRussianNumber(Identifier* id) {
  constexpr size_t kPersonalInn = 12;
  if (id->scheme == IdScheme::kNationalId && id->value.size() == kPersonalInn &&
      IsDigits(id->value) && CheckId(IdScheme::kInn, id->value) == IdCheck::kValid) {
    id->scheme = IdScheme::kInn;
    id->check = IdCheck::kValid;
  }
  if (id->scheme == IdScheme::kTaxId || id->scheme == IdScheme::kRegistrationNumber) {
    for (const IdScheme scheme : {IdScheme::kInn, IdScheme::kOgrn}) {
      if (!IsDigits(id->value) || CheckId(scheme, id->value) != IdCheck::kValid) continue;
      id->scheme = scheme;
      id->check = IdCheck::kValid;
      break;
    }
  }
  const bool russian = id->scheme == IdScheme::kInn || id->scheme == IdScheme::kOgrn;
  if (russian && id->country.empty()) id->country = "ru";
}

std::vector<Identifier> FindProseIdentifiers(std::string_view text, const ProseSource& source) {
  return Finder(text.substr(0, kLongestProse), source).Find();
}

std::vector<Identifier> ReadIdentifierCell(std::string_view text, IdScheme scheme,
                                           const ProseSource& source) {
  text = Trim(text);
  if (text.empty()) return {};
  std::vector<Identifier> ids = FindProseIdentifiers(text, source);
  auto leading = LeadingNumber(text, scheme, source);
  const bool known = leading && std::any_of(ids.begin(), ids.end(), [&](const Identifier& id) {
                       return id.value == leading->value;
                     });
  if (leading && !known) ids.insert(ids.begin(), std::move(*leading));
  if (ids.empty()) {
    std::string country;
    const std::string_view number = OnlyNumber(WithoutCountryAtEnd(text, &country));
    ids.push_back(MakeIdentifier(scheme, std::string(number), std::string(source.field)));
    ids.back().country = country;
    if (country == "ru" || (country.empty() && source.russian)) RefineRussianNumber(&ids.back());
  }
  for (Identifier& id : ids) {
    if (id.value != text && id.remark.empty()) id.remark = std::string(text);
  }
  return ids;
}

}  // namespace interdict
