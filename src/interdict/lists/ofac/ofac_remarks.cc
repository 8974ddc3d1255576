#include "interdict/lists/ofac/ofac_remarks.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/ofac/ofac_labels.h"
#include "interdict/lists/ofac/ofac_phrases.h"

namespace interdict {
namespace {

constexpr std::string_view kField = "Remarks";

// Bounds of looking ahead and back for the end of a name or an address of the web. OFAC's longest
// name has 150 bytes; its column allows 350.
constexpr size_t kMaxQuotedName = 512;
constexpr size_t kMaxUrl = 2048;

// --- splitting ----------------------------------------------------------------------------------

constexpr std::array<std::string_view, 4> kAliasWords = {"a.k.a.", "f.k.a.", "n.k.a.", "d.b.a."};

// The word that introduces an alias at the front of an item, or empty; removes it and what is
// before.
std::string_view ConsumeAliasWord(std::string_view* item) {
  if (!ConsumePrefix(item, "alt. ")) ConsumePrefix(item, "Alt. ");
  for (std::string_view word : kAliasWords) {
    if (item->size() <= word.size() || !StartsWithIgnoreCase(*item, word)) continue;
    const std::string_view found = item->substr(0, word.size());
    *item = Trim(item->substr(word.size()));
    return found;
  }
  return {};
}

// Whether a quote that stands before `rest` closes a name: what follows ends the item.
bool EndsItem(std::string_view rest) {
  return rest.empty() || rest.front() == ';' || rest == "." || rest.starts_with(".;") ||
         rest.starts_with(" (");
}

// Length of the quoted name that an item begins with, alias word and quotes included; 0 when the
// item is no alias or its name is never closed.
size_t QuotedAliasLength(std::string_view text) {
  text = text.substr(0, kMaxQuotedName);
  std::string_view rest = text;
  if (ConsumeAliasWord(&rest).empty() || !rest.starts_with('\'')) return 0;
  for (size_t quote = rest.find('\'', 1); quote != std::string_view::npos;
       quote = rest.find('\'', quote + 1)) {
    if (EndsItem(rest.substr(quote + 1))) return text.size() - rest.size() + quote + 1;
  }
  return 0;
}

// Whether the semicolon at `at` is part of an address of the web.
bool InsideUrl(std::string_view text, size_t start, size_t at) {
  if (at + 1 >= text.size() || text[at + 1] == ' ') return false;
  if (at - start > kMaxUrl) start = at - kMaxUrl;
  const std::string_view before = text.substr(start, at - start);
  const size_t space = before.rfind(' ');
  const std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
  return word.find("://") != std::string_view::npos || word.starts_with("www.");
}

// OFAC does not double the full stop behind "S.A.", so it belongs to the word there: a word of
// single letters with full stops between them.
std::string_view WithoutFullStop(std::string_view text) {
  if (!text.ends_with('.')) return text;
  const std::string_view body = text.substr(0, text.size() - 1);
  const bool initials =
      body.size() >= 3 && body[body.size() - 2] == '.' &&
      (body.size() == 3 || body[body.size() - 4] == ' ' || body[body.size() - 4] == '.');
  return initials ? text : body;
}

size_t ItemEnd(std::string_view text, size_t start) {
  size_t at = start + QuotedAliasLength(text.substr(start));
  while (true) {
    at = text.find(';', at);
    if (at == std::string_view::npos) return text.size();
    if (!InsideUrl(text, start, at)) return at;
    ++at;
  }
}

// --- labelled items -----------------------------------------------------------------------------

// Takes "<word> <date>" from the end of the value, if the rest behind the word is a date.
std::string_view ConsumeTrailingDate(std::string_view word, std::string_view* value) {
  const size_t at = value->rfind(word);
  if (at == std::string_view::npos) return {};
  const std::string_view date = Trim(value->substr(at + word.size()));
  if (!ParsePartialDate(date)) return {};
  *value = Trim(value->substr(0, at));
  return date;
}

// Takes "(Country)" from the end of the value, if a country stands in the brackets.
std::string_view ConsumeTrailingCountry(std::string_view* value) {
  if (!value->ends_with(')')) return {};
  const size_t open = value->rfind('(');
  if (open == std::string_view::npos || open == 0) return {};
  const std::string_view name = Trim(value->substr(open + 1, value->size() - open - 2));
  if (CountryCode(name).empty()) return {};
  *value = Trim(value->substr(0, open));
  return name;
}

bool AddDocument(const OfacLabelMatch& match, Record* record) {
  OfacFieldContext context;
  context.field = kField;
  std::string_view value = match.value;
  context.expires = ConsumeTrailingDate(" expires ", &value);
  context.issued = ConsumeTrailingDate(" issued ", &value);
  context.country = ConsumeTrailingCountry(&value);
  return AddOfacField(match.label, value, context, record);
}

bool ReadLabelled(std::string_view item, Record* record) {
  const auto match = MatchOfacLabel(item);
  if (!match || match->value.empty()) return false;
  if (match->identifier) return AddDocument(*match, record);
  const size_t dates = record->dates.size();
  OfacFieldContext context;
  context.field = kField;
  if (!AddOfacField(match->label, match->value, context, record)) return false;
  if (record->dates.size() == dates || record->dates.back().date) return true;
  record->dates.pop_back();  // no date we can read: the item stays as written
  return false;
}

// --- aliases ------------------------------------------------------------------------------------

bool ReadAlias(std::string_view item, Record* record) {
  std::string_view rest = item;
  const std::string_view word = ConsumeAliasWord(&rest);
  if (word.empty()) return false;
  std::string_view remark;
  if (const size_t length = QuotedAliasLength(item); length != 0) {
    remark = Trim(item.substr(length));
    rest = Trim(item.substr(0, length));
    ConsumeAliasWord(&rest);
    rest = rest.substr(1, rest.size() - 2);
  } else if (rest.starts_with('\'')) {
    return false;  // cut, or a quote that is never closed
  }
  rest = Trim(rest);
  if (rest.empty()) return false;
  Name name;
  name.text = std::string(rest);
  name.kind = NameKind::kWeak;
  if (!EqualsIgnoreCase(word, "a.k.a.")) name.remark = std::string(word);
  if (remark != "." && !remark.empty()) name.remark += std::string(remark);
  if (record->schema == Schema::kPerson) name.parts = OfacNameParts(rest);
  name.field = std::string(kField) + "/" + std::string(word);
  record->names.push_back(std::move(name));
  return true;
}

// "(Linked To: HIZBALLAH)" -> "Linked To: HIZBALLAH".
std::string_view WithoutBrackets(std::string_view item) {
  if (!item.starts_with('(') || !item.ends_with(')')) return item;
  const std::string_view inner = item.substr(1, item.size() - 2);
  return inner.find_first_of("()") == std::string_view::npos ? Trim(inner) : item;
}

bool ReadItem(std::string_view item, Record* record) {
  item = WithoutBrackets(item);
  return ReadAlias(item, record) || ReadLabelled(item, record) || ReadOfacPhrase(item, record);
}

}  // namespace

std::vector<std::string_view> SplitOfacRemarks(std::string_view remarks) {
  const std::string_view text = WithoutFullStop(Trim(remarks));
  std::vector<std::string_view> items;
  for (size_t start = 0; start < text.size();) {
    const size_t end = ItemEnd(text, start);
    const std::string_view item = Trim(text.substr(start, end - start));
    if (!item.empty()) items.push_back(item);
    start = end + 1;
  }
  return items;
}

OfacRemarksCount ReadOfacRemarks(std::string_view remarks, bool cut, Record* record) {
  OfacRemarksCount count;
  if (Trim(remarks).ends_with(';')) cut = false;  // cut between two items
  const auto items = SplitOfacRemarks(remarks);
  count.items = items.size();
  for (size_t i = 0; i < items.size(); ++i) {
    const bool whole = !cut || i + 1 < items.size();
    if (whole && ReadItem(items[i], record)) {
      ++count.understood;
    } else {
      record->uninterpreted.push_back(
          {AttributeKind::kOther, std::string(items[i]), std::string(kField)});
    }
  }
  return count;
}

}  // namespace interdict
