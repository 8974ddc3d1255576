#include "interdict/documents/intake/markup.h"

#include <algorithm>
#include <string>

#include "interdict/base/strings.h"

namespace interdict::documents {
namespace {

bool HasEnding(std::string_view file, std::string_view ending) {
  return file.size() >= ending.size() &&
         EqualsIgnoreCase(file.substr(file.size() - ending.size()), ending);
}

bool LooksLikePage(std::string_view text) {
  constexpr std::string_view kBeginnings[] = {"<!doctype html", "<html", "<head", "<body",
                                              "<!doctype xhtml"};
  text = Trim(text.substr(0, std::min<size_t>(text.size(), 4096)));
  while (text.starts_with("<!--") || text.starts_with("<?")) {
    const std::string_view close = text.starts_with("<?") ? "?>" : "-->";
    const size_t end = text.find(close);
    if (end == std::string_view::npos) return false;
    text = Trim(text.substr(end + close.size()));
  }
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                     [&](std::string_view begin) { return StartsWithIgnoreCase(text, begin); });
}

// Two lines of headers that every message has, in a block of nothing but headers.
bool LooksLikeMail(std::string_view text) {
  constexpr std::string_view kHeaders[] = {
      "from:",        "to:",           "subject:", "date:",         "received:", "message-id:",
      "return-path:", "mime-version:", "cc:",      "delivered-to:", "reply-to:"};
  size_t known = 0;
  text = text.substr(0, std::min<size_t>(text.size(), 8192));
  for (bool first = true; !text.empty(); first = false) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (!first && (line.front() == ' ' || line.front() == '\t')) continue;
    if (first && line.starts_with("From ")) continue;  // of a mailbox
    const size_t colon = line.find(':');
    const bool header = colon != std::string_view::npos && colon > 0 &&
                        line.substr(0, colon).find_first_of(" \t") == std::string_view::npos;
    if (!header) return false;
    known += static_cast<size_t>(
        std::count_if(std::begin(kHeaders), std::end(kHeaders),
                      [&](std::string_view name) { return StartsWithIgnoreCase(line, name); }));
  }
  return known >= 2;
}

// "[text](address)" or two headings: what plain text does not have by chance.
bool LooksLikeMarkdown(std::string_view text) {
  text = text.substr(0, std::min<size_t>(text.size(), size_t{1} << 16));
  if (text.find("](http") != std::string_view::npos) return true;
  size_t marks = 0;
  for (const std::string_view mark : {"\n# ", "\n## ", "\n### "}) {
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
      ++marks;
  }
  for (size_t at = text.find("**"); at != std::string_view::npos; at = text.find("**", at + 2)) {
    const bool opens = at + 2 < text.size() && text[at + 2] != ' ' && text[at + 2] != '*';
    const size_t close = opens ? text.find("**", at + 2) : std::string_view::npos;
    if (close == std::string_view::npos) continue;
    if (close - at < 200 && text.substr(at, close - at).find('\n') == std::string_view::npos)
      ++marks;
    at = close;
  }
  return marks >= 2;
}

}  // namespace

Markup RecogniseMarkup(std::string_view file, std::string_view text) {
  if (HasEnding(file, ".html") || HasEnding(file, ".htm") || HasEnding(file, ".xhtml"))
    return Markup::kHtml;
  if (HasEnding(file, ".eml")) return Markup::kEmail;
  if (HasEnding(file, ".md") || HasEnding(file, ".markdown")) return Markup::kMarkdown;
  if (LooksLikePage(text)) return Markup::kHtml;
  if (LooksLikeMail(text)) return Markup::kEmail;
  return LooksLikeMarkdown(text) ? Markup::kMarkdown : Markup::kPlain;
}

}  // namespace interdict::documents
