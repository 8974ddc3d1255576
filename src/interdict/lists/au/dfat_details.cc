#include "interdict/lists/au/dfat_details.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/cells/packed_values.h"
#include "interdict/lists/cells/prose_identifiers.h"

namespace interdict {
namespace {

constexpr size_t kMaxText = size_t{1} << 16;

struct IdLabelRow {
  std::string_view label;  // lower case
  IdScheme scheme;
  std::string_view country;  // where the label itself says so
};

// A longer label stands before its prefix.
constexpr std::array<IdLabelRow, 26> kLabels = {{
    {"diplomatic passport", IdScheme::kPassport, ""},
    {"passport", IdScheme::kPassport, ""},
    {"national identification", IdScheme::kNationalId, ""},
    {"national identity card", IdScheme::kNationalId, ""},
    {"national identity", IdScheme::kNationalId, ""},
    {"national id", IdScheme::kNationalId, ""},
    {"spanish identity card", IdScheme::kNationalId, "es"},
    {"italian fiscal code", IdScheme::kTaxId, "it"},
    {"national tax", IdScheme::kTaxId, ""},
    {"tax id", IdScheme::kTaxId, ""},
    {"registration id (ogrn no.)", IdScheme::kOgrn, "ru"},
    {"state registration", IdScheme::kRegistrationNumber, ""},
    {"registration id", IdScheme::kRegistrationNumber, ""},
    {"registration number", IdScheme::kRegistrationNumber, ""},
    {"company identification", IdScheme::kRegistrationNumber, ""},
    {"company number", IdScheme::kRegistrationNumber, ""},
    {"government gazette", IdScheme::kOkpo, "ru"},
    {"military service", IdScheme::kMilitaryId, ""},
    {"(imo)", IdScheme::kImoCompany, ""},
    {"imo", IdScheme::kImoCompany, ""},
    {"swift/bic", IdScheme::kBic, ""},
    {"swift", IdScheme::kBic, ""},
    {"legal entity identifier (lei)", IdScheme::kLei, ""},
    {"voter id", IdScheme::kNationalId, ""},
    {"voter identification", IdScheme::kNationalId, ""},
    {"mmsi", IdScheme::kMmsi, ""},
}};

// Words between a label and its value.
constexpr std::array<std::string_view, 14> kFillers = {
    "identification", "information", "number", "numbers", "nos", "no", "card", "id",
    "ship",           "code",        ".",      ":",       "#",   "is"};

bool IsAlnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view SkipFillers(std::string_view text) {
  while (true) {
    text = Trim(text);
    const std::string_view before = text;
    for (std::string_view filler : kFillers) {
      if (!StartsWithIgnoreCase(text, filler)) continue;
      const std::string_view rest = text.substr(filler.size());
      if (IsAlnum(filler.back()) && !rest.empty() && IsAlnum(rest.front()) &&
          !(filler == "no" && IsDigit(rest.front()))) {
        continue;
      }
      text = rest;
      break;
    }
    if (text.size() == before.size()) return text;
  }
}

// The run of letters, digits, '/', '-' and '.' at the front, without full stops at its end.
std::string_view Token(std::string_view text) {
  size_t end = 0;
  while (end < text.size() &&
         (IsAlnum(text[end]) || text[end] == '/' || text[end] == '-' || text[end] == '.')) {
    ++end;
  }
  while (end > 0 && !IsAlnum(text[end - 1])) --end;
  return text.substr(0, end);
}

size_t Digits(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), IsDigit));
}

bool IsUpperAlnum(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return IsDigit(c) || (c >= 'A' && c <= 'Z'); });
}

bool LooksLikeValue(IdScheme scheme, std::string_view value) {
  if (scheme == IdScheme::kBic) {
    return (value.size() == 8 || value.size() == 11) && IsUpperAlnum(value);
  }
  if (scheme == IdScheme::kImoCompany) return value.size() == 7 && IsDigits(value);
  return value.size() >= 4 && Digits(value) >= 3;
}

// The value at the front of the text, as a view into it; empty when there is none. Digits in groups
// ("1 121 402 000 213") and a prefix of letters ("PS 472330208") belong to it.
std::string_view ValueAtFront(IdScheme scheme, std::string_view text) {
  const std::string_view first = Token(text);
  std::string_view value = first;
  std::string_view last = first;
  const bool grouped = scheme == IdScheme::kOgrn || scheme == IdScheme::kRegistrationNumber ||
                       scheme == IdScheme::kTaxId;
  for (int groups = 0; groups < 5 && !last.empty(); ++groups) {
    const size_t end = static_cast<size_t>(last.data() + last.size() - text.data());
    if (end + 1 >= text.size() || text[end] != ' ') break;
    const std::string_view next = Token(text.substr(end + 1));
    const bool prefix =
        value.size() <= 4 && IsUpperAlnum(value) && Digits(value) == 0 && Digits(next) >= 3;
    const bool group = grouped && IsUpperAlnum(value.substr(0, 1)) && IsUpperAlnum(next) &&
                       next.size() <= 5 && (IsDigits(value.substr(0, 1)) ? IsDigits(next) : true);
    if (!prefix && !group) break;
    value = text.substr(0, end + 1 + next.size());
    last = next;
  }
  return LooksLikeValue(scheme, value) ? value : std::string_view();
}

// The country that the one to three words before `at` name, or "".
std::string CountryBefore(std::string_view text, size_t at) {
  std::string_view before = Trim(text.substr(0, at));
  for (std::string_view word : {"national", "diplomatic", "official", "service", "ordinary"}) {
    if (before.size() > word.size() &&
        EqualsIgnoreCase(before.substr(before.size() - word.size()), word)) {
      before = Trim(before.substr(0, before.size() - word.size()));
    }
  }
  std::string code;
  size_t begin = before.size();
  for (int words = 0; words < 4 && begin > 0; ++words) {
    const size_t space = before.substr(0, begin).find_last_of(" ).:;,");
    const size_t from = space == std::string_view::npos ? 0 : space + 1;
    const std::string found = CountryCode(before.substr(from));
    if (!found.empty()) code = found;
    if (from == 0 || before[from - 1] != ' ') break;
    begin = from - 1;
  }
  return code;
}

// The date behind the first of the words in the text, as written, or "".
std::string DateBehind(std::string_view text, std::initializer_list<std::string_view> words) {
  const std::string lower = AsciiLower(text);
  for (std::string_view word : words) {
    const size_t at = lower.find(word);
    if (at == std::string::npos) continue;
    std::string_view rest = Trim(text.substr(at + word.size()));
    if (StartsWithIgnoreCase(rest, "on ")) rest = Trim(rest.substr(3));
    const auto parts = SplitTrimmed(rest.substr(0, rest.find_first_of(",;()")), " ");
    for (size_t count = std::min<size_t>(parts.size(), 3); count > 0; --count) {
      const std::string_view last = parts[count - 1];
      const auto length = static_cast<size_t>(last.data() + last.size() - rest.data());
      if (ParsePartialDate(rest.substr(0, length))) return std::string(rest.substr(0, length));
    }
  }
  return {};
}

class DetailReader {
 public:
  DetailReader(std::string_view text, const std::string& field, bool russian, Record* record)
      : text_(text), lower_(AsciiLower(text)), field_(field), russian_(russian), record_(record) {}

  size_t Read() {
    std::vector<bool> covered(text_.size(), false);
    for (const IdLabelRow& row : kLabels) {
      for (size_t at = lower_.find(row.label); at != std::string::npos;
           at = lower_.find(row.label, at + 1)) {
        const bool word = at == 0 || !IsAlnum(text_[at - 1]);
        if (!word || covered[at]) continue;
        std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(at), row.label.size(), true);
        ReadIds(row, at);
      }
    }
    TakeIds();
    ReadContacts();
    ReadGender();
    return found_;
  }

 private:
  void ReadIds(const IdLabelRow& row, size_t at);
  void ReadItem(const IdLabelRow& row, std::string_view item, const std::string& country);
  void ReadSequence(const IdLabelRow& row, std::string_view text, const std::string& country);
  void AddId(const IdLabelRow& row, std::string_view value, std::string country,
             std::string_view rest);
  void TakeIds();
  void ReadContacts();
  void ReadGender();
  void AddAttribute(AttributeKind kind, std::string_view value);

  std::string_view text_;
  std::string lower_;
  const std::string& field_;
  bool russian_;
  Record* record_;
  std::vector<std::pair<size_t, Identifier>> ids_;  // with their place in the text
  size_t found_ = 0;
};

void DetailReader::AddId(const IdLabelRow& row, std::string_view value, std::string country,
                         std::string_view rest) {
  constexpr size_t kReach = 90;  // bytes behind the value in which its dates stand
  IdScheme scheme = row.scheme;
  if (scheme == IdScheme::kImoCompany && record_->schema == Schema::kVessel) {
    scheme = IdScheme::kImo;
  }
  Identifier id = MakeIdentifier(scheme, std::string(value), field_);
  const std::string_view trimmed = Trim(rest);
  if (country.empty() && trimmed.starts_with('(')) {
    country = CountryCode(trimmed.substr(1, trimmed.find(')') - 1));
  }
  id.country = country.empty() ? std::string(row.country) : std::move(country);
  const std::string_view near = rest.substr(0, std::min(kReach, rest.find(';')));
  id.issued = DateBehind(near, {"issued on", "issued"});
  id.expires =
      DateBehind(near, {"expires", "expired", "expiry date", "valid until", "expiration date"});
  if (id.country == "ru" || (id.country.empty() && russian_)) RefineRussianNumber(&id);
  ids_.emplace_back(static_cast<size_t>(value.data() - text_.data()), std::move(id));
}

// Moves the identifiers into the record, in the order of the text and each once.
void DetailReader::TakeIds() {
  std::stable_sort(ids_.begin(), ids_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [at, id] : ids_) {
    auto& known = record_->identifiers;
    const Identifier& found = id;
    const size_t first = known.size() - std::min(known.size(), kAddOnceReach);
    const auto same =
        std::find_if(known.begin() + static_cast<std::ptrdiff_t>(first), known.end(),
                     [&](const Identifier& other) { return SameIdentifier(found, other); });
    if (same == known.end()) {
      known.push_back(std::move(id));
      ++found_;
    } else if (same->country.empty()) {
      *same = std::move(id);  // says more: the country too
    }
  }
}

// Values separated by semicolons: "199110092; 472220503".
void DetailReader::ReadSequence(const IdLabelRow& row, std::string_view text,
                                const std::string& country) {
  for (int count = 0; count < 20; ++count) {
    const std::string_view value = ValueAtFront(row.scheme, text);
    if (value.empty()) return;
    const std::string_view rest = text.substr(value.size());
    AddId(row, value, country, rest);
    if (!rest.starts_with("; ")) return;
    text = rest.substr(2);
    if (Digits(Token(text)) < 5) return;
  }
}

// An item of an enumeration: the value itself, or "Libya number AA862825".
void DetailReader::ReadItem(const IdLabelRow& row, std::string_view item,
                            const std::string& country) {
  const std::string_view value = ValueAtFront(row.scheme, item);
  if (!value.empty()) return ReadSequence(row, item, country);
  const std::string lower = AsciiLower(item.substr(0, std::min<size_t>(item.size(), 60)));
  const size_t number = lower.find(" number ");
  if (number == std::string::npos) return;
  const std::string named = CountryCode(item.substr(0, number));
  if (named.empty()) return;
  ReadSequence(row, Trim(item.substr(number + 8)), named);
}

void DetailReader::ReadIds(const IdLabelRow& row, size_t at) {
  const std::string country = CountryBefore(text_, at);
  std::string_view rest = SkipFillers(text_.substr(at + row.label.size()));
  if (StartsWithIgnoreCase(rest, "na ") || StartsWithIgnoreCase(rest, "of ")) {
    rest = Trim(rest.substr(3));
  }
  if (!rest.starts_with("a)")) return ReadItem(row, rest, country);
  for (std::string_view item : SplitLetteredItems(rest)) ReadItem(row, item, country);
}

void DetailReader::AddAttribute(AttributeKind kind, std::string_view value) {
  const auto& all = record_->attributes;
  const size_t first = all.size() - std::min(all.size(), kAddOnceReach);
  const bool known = std::any_of(
      all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
      [&](const auto& a) { return a.kind == kind && EqualsIgnoreCase(a.value, value); });
  if (known || value.empty()) return;
  record_->attributes.push_back({kind, std::string(value), field_});
  ++found_;
}

// Words that are mail or web addresses, wherever they stand.
void DetailReader::ReadContacts() {
  for (size_t at = 0; at < text_.size();) {
    const size_t begin = text_.find_first_not_of(" \n\r\t;,()<>", at);
    if (begin == std::string_view::npos) return;
    at = std::min(text_.find_first_of(" \n\r\t;,()<>", begin), text_.size());
    std::string_view word = text_.substr(begin, at - begin);
    while (word.ends_with('.') || word.ends_with(':')) word.remove_suffix(1);
    if (StartsWithIgnoreCase(word, "mailto:")) word.remove_prefix(7);
    const size_t sign = word.find('@');
    const bool mail = sign != std::string_view::npos && sign > 0 &&
                      word.find('.', sign) != std::string_view::npos;
    const bool web = StartsWithIgnoreCase(word, "http://") ||
                     StartsWithIgnoreCase(word, "https://") || StartsWithIgnoreCase(word, "www.");
    if (mail)
      AddAttribute(AttributeKind::kEmail, word);
    else if (web)
      AddAttribute(AttributeKind::kWebsite, word);
  }
}

void DetailReader::ReadGender() {
  const size_t at = lower_.find("gender:");
  if (at == std::string::npos) return;
  const std::string word = AsciiLower(Token(Trim(text_.substr(at + 7))));
  if (word == "male" || word == "female") AddAttribute(AttributeKind::kGender, word);
}

}  // namespace

size_t ReadDfatDetails(std::string_view text, const std::string& field, bool russian,
                       Record* record) {
  return DetailReader(text.substr(0, kMaxText), field, russian, record).Read();
}

}  // namespace interdict
