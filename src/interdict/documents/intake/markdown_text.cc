#include "interdict/documents/intake/markdown_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/documents/intake/line_features.h"

namespace interdict::documents {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool IsAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0xC3;
}

// ---- what stands in a line

// The text of a run of lines without the marks of emphasis, links and code.
class InlineReader {
 public:
  InlineReader(std::string_view text, TextBuilder* out) : text_(text), out_(out) {}

  // `end` is behind the last byte of the run.
  void Read(size_t begin, size_t end) {
    size_t kept = begin;  // what lies between it and `at` is text
    for (size_t at = begin; at < end;) {
      const size_t skip = MarkAt(at, begin, end);
      if (skip == 0) {
        ++at;
        continue;
      }
      Keep(kept, at);
      at += skip;
      kept = at;
    }
    Keep(kept, end);
  }

 private:
  static constexpr size_t kLongestTarget = 2000;

  void Keep(size_t begin, size_t end) {
    if (begin < end) out_->Copy(text_.substr(begin, end - begin), static_cast<uint32_t>(begin));
  }

  // Bytes of the mark at `at`, 0 where there is none.
  size_t MarkAt(size_t at, size_t begin, size_t end) {
    switch (text_[at]) {
      case '\\':
        return at + 1 < end && IsPunctuation(text_[at + 1]) ? EscapeAt(at) : 0;
      case '*':
      case '_':
        return at == escaped_ ? 0 : EmphasisAt(at, begin, end);
      case '~':
        return at + 1 < end && text_[at + 1] == '~' ? 2 : 0;
      case '`':
        return RunOf('`', at, end);
      case '!':
        return at + 1 < end && text_[at + 1] == '[' && LinkEnd(at + 1, end) ? 1 : 0;
      case '[':
        return at == escaped_ || !LinkEnd(at, end) ? 0 : 1;
      case ']':
        return TargetAt(at, end);
      case '<':
        return AddressAt(at, end);
      case '>':
        return at == address_end_ ? 1 : 0;
      default:
        return 0;
    }
  }

  size_t EscapeAt(size_t at) {
    escaped_ = at + 1;
    return 1;
  }

  static bool IsPunctuation(char c) {
    return std::string_view("\\`*_{}[]()#+-.!|>~\"'$%&,/:;<=?@^").find(c) != std::string_view::npos;
  }

  size_t RunOf(char mark, size_t at, size_t end) const {
    size_t length = 0;
    while (at + length < end && text_[at + length] == mark) ++length;
    return length;
  }

  // Stars are marks wherever something but spaces stands on a side of them; within a word an
  // underscore is a letter ("E_O"). "5 * 3" stays.
  size_t EmphasisAt(size_t at, size_t begin, size_t end) {
    if (at < literal_until_) return 0;
    const size_t length = RunOf(text_[at], at, end);
    literal_until_ = at + length;  // if it is no mark, none of it is
    const bool open = at + length < end && !IsSpace(text_[at + length]);
    const bool close = at > begin && !IsSpace(text_[at - 1]);
    if (!open && !close && length < 2) return 0;
    const bool inside =
        at > begin && IsAlnum(text_[at - 1]) && at + length < end && IsAlnum(text_[at + length]);
    if (text_[at] == '_' && inside) return 0;
    return length > 3 ? 0 : length;
  }

  // Whether "[text](target)", "[text][label]" begins here: remembers where its target does.
  bool LinkEnd(size_t at, size_t end) {
    constexpr size_t kLongestText = 300, kDeepest = 4;
    size_t depth = 0;
    const size_t last = std::min(end, at + kLongestText);
    for (size_t i = at; i < last; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '[') {
        if (++depth > kDeepest) return false;
      } else if (text_[i] == ']' && --depth == 0) {
        if (i + 1 >= end || (text_[i + 1] != '(' && text_[i + 1] != '[')) return false;
        targets_.push_back(i);
        return true;
      }
    }
    return false;
  }

  // "](target)" behind the text of a link.
  size_t TargetAt(size_t at, size_t end) {
    const auto known = std::find(targets_.rbegin(), targets_.rend(), at);
    if (known == targets_.rend()) return 0;
    targets_.clear();
    const char open = text_[at + 1], close = open == '(' ? ')' : ']';
    size_t depth = 0;
    const size_t last = std::min(end, at + kLongestTarget);
    for (size_t i = at + 1; i < last; ++i) {
      if (text_[i] == open) ++depth;
      if (text_[i] == close && --depth == 0) return i + 1 - at;
      if (text_[i] == '\n') break;
    }
    return 1;
  }

  // "<https://...>", "<a@b>": the brackets go.
  size_t AddressAt(size_t at, size_t end) {
    const size_t close =
        text_.substr(0, std::min(end, at + kLongestTarget)).find_first_of("<> \n", at + 1);
    if (close == std::string_view::npos || text_[close] != '>') return 0;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    if (inside.find("://") == std::string_view::npos && inside.find('@') == std::string_view::npos)
      return 0;
    address_end_ = close;
    return 1;
  }

  std::string_view text_;
  TextBuilder* out_;
  std::vector<size_t> targets_;  // of links whose text is being read
  size_t escaped_ = static_cast<size_t>(-1), address_end_ = static_cast<size_t>(-1);
  size_t literal_until_ = 0;
};

// ---- lines

struct Line {
  size_t begin = 0, end = 0;  // without the break and the spaces at both ends
  size_t indent = 0;
};

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view text) : text_(text) {}

  MarkupText Read() {
    size_t at = FrontMatter();
    while (at < text_.size()) {
      const size_t end = std::min(text_.find('\n', at), text_.size());
      TakeLine(Trimmed(at, end));
      at = end + 1;
    }
    EndParagraph();
    out_.converted = builder_.Take();
    return std::move(out_);
  }

 private:
  std::string_view TextOf(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }

  Line Trimmed(size_t begin, size_t end) const {
    Line line{begin, end};
    while (line.begin < line.end && IsSpace(text_[line.begin])) ++line.begin;
    while (line.begin < line.end && IsSpace(text_[line.end - 1])) --line.end;
    line.indent = line.begin - begin;
    return line;
  }

  // "---", lines of "key: value", "---": what the text says about itself. Where the text begins.
  size_t FrontMatter() {
    const size_t mark = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::string_view text = text_.substr(mark);
    const std::string_view fence = text.substr(0, 3);
    if ((fence != "---" && fence != "+++") || text.size() < 5 || !IsSpace(text[3])) return 0;
    size_t at = std::min(text.find('\n'), text.size() - 1) + 1;
    constexpr size_t kMostBytes = 16384;
    std::vector<std::pair<std::string_view, std::string_view>> entries;
    while (at < text.size() && at < kMostBytes) {
      const size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = Trim(text.substr(at, end - at));
      at = end + 1;
      if (line == fence) {
        for (const auto& [key, value] : entries) TakeEntry(key, value);
        return std::min(mark + at, text_.size());
      }
      const size_t colon = line.find_first_of(fence == "---" ? ":" : "=");
      if (colon == std::string_view::npos) continue;
      entries.emplace_back(Trim(line.substr(0, colon)), Trim(line.substr(colon + 1)));
    }
    return 0;  // no front matter: a rule and a text
  }

  void TakeEntry(std::string_view key, std::string_view value) {
    while (value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
           value.back() == value.front()) {
      value = value.substr(1, value.size() - 2);
    }
    const std::string text = Clip(value, 300);
    if (EqualsIgnoreCase(key, "title")) out_.title = text;
    if (EqualsIgnoreCase(key, "lang") || EqualsIgnoreCase(key, "language")) out_.language = text;
    if (EqualsIgnoreCase(key, "site") || EqualsIgnoreCase(key, "outlet") ||
        EqualsIgnoreCase(key, "source"))
      out_.outlet = text;
    if (EqualsIgnoreCase(key, "date") || EqualsIgnoreCase(key, "published") ||
        EqualsIgnoreCase(key, "publishdate") || EqualsIgnoreCase(key, "pubdate")) {
      out_.claims.push_back(
          {.where = "front matter " + Clip(key, 40), .text = text, .header = true});
    } else if (EqualsIgnoreCase(key, "lastmod") || EqualsIgnoreCase(key, "updated")) {
      out_.claims.push_back(
          {.where = "front matter " + Clip(key, 40), .text = text, .published = false});
    }
  }

  void TakeLine(Line line) {
    const std::string_view text = TextOf(line);
    if (text.starts_with("```") || text.starts_with("~~~")) {
      EndParagraph();
      fence_ = !fence_.empty() && text.starts_with(fence_) ? ""
               : fence_.empty()                            ? text.substr(0, 3)
                                                           : fence_;
      return;
    }
    if (!fence_.empty()) return TakeCode(line);
    if (text.empty()) return EndParagraph();
    if (IsUnderline(text)) return Underline(text[0] == '=');
    if (IsRule(text) || IsTableRule(text) || IsLinkDefinition(text)) return EndParagraph();
    if (text[0] == '#') return TakeHeading(line);
    if (text[0] == '|') return TakeRow(line);
    while (line.begin < line.end && text_[line.begin] == '>')
      line = Trimmed(line.begin + 1, line.end);
    if (line.begin == line.end) return EndParagraph();
    const size_t mark = ItemMark(TextOf(line));
    if (mark > 0) EndParagraph();
    AddLine(Trimmed(line.begin + mark, line.end));
    // Two spaces or a backslash at the end break the line.
    const size_t end = line.end;
    if (text_.substr(end).starts_with("  ")) EndParagraph();
  }

  void TakeCode(const Line& line) {
    if (line.begin == line.end) return EndParagraph();
    AddLine(line);
    raw_ = true;
    EndParagraph();
  }

  // "====" or "----" below a paragraph makes it a heading.
  bool IsUnderline(std::string_view text) const {
    const bool same = text.find_first_not_of(text[0]) == std::string_view::npos;
    return (text[0] == '=' || text[0] == '-') && same && !paragraph_.empty();
  }

  void Underline(bool first_level) {
    if (first_level && !has_title_) {
      kind_ = BlockKind::kTitle;
      has_title_ = true;
    }
    EndParagraph();
  }

  static bool IsRule(std::string_view text) {
    if (text.size() < 3) return false;
    const char mark = text[0];
    if (mark != '-' && mark != '*' && mark != '_') return false;
    return std::all_of(text.begin(), text.end(), [mark](char c) { return c == mark || c == ' '; });
  }

  static bool IsTableRule(std::string_view text) {
    return text.find('|') != std::string_view::npos && text.find('-') != std::string_view::npos &&
           text.find_first_not_of("|-: \t") == std::string_view::npos;
  }

  // "[label]: address"
  static bool IsLinkDefinition(std::string_view text) {
    if (text[0] != '[' || text.size() < 4 || text[1] == '^') return false;
    const size_t close = text.find("]:");
    return close != std::string_view::npos && text.find(']') == close &&
           text.find("://", close) != std::string_view::npos;
  }

  // Bytes of "- ", "* ", "1. " in front of an item.
  static size_t ItemMark(std::string_view text) {
    if (text.size() > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ')
      return 2;
    size_t digits = 0;
    while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9')
      ++digits;
    const bool item = digits > 0 && digits + 2 < text.size() && text[digits + 1] == ' ' &&
                      (text[digits] == '.' || text[digits] == ')');
    return item ? digits + 2 : 0;
  }

  void TakeHeading(Line line) {
    EndParagraph();
    size_t level = 0;
    while (line.begin + level < line.end && text_[line.begin + level] == '#') ++level;
    const bool heading =
        level <= 6 && line.begin + level < line.end && text_[line.begin + level] == ' ';
    if (heading) {
      line = Trimmed(line.begin + level, line.end);
      Line closed = line;
      while (closed.begin < closed.end && text_[closed.end - 1] == '#') --closed.end;
      if (closed.end < line.end && closed.begin < closed.end && text_[closed.end - 1] == ' ')
        line = Trimmed(closed.begin, closed.end);
    }
    if (heading && level == 1 && !has_title_) {
      kind_ = BlockKind::kTitle;
      has_title_ = true;
    }
    AddLine(line);
    EndParagraph();
  }

  void TakeRow(const Line& line) {
    EndParagraph();
    for (size_t at = line.begin; at < line.end;) {
      size_t end = at;
      while (end < line.end && (text_[end] != '|' || (end > at && text_[end - 1] == '\\'))) ++end;
      AddLine(Trimmed(at, end));
      EndParagraph();
      at = end + 1;
    }
  }

  void AddLine(const Line& line) {
    if (line.begin < line.end) paragraph_.push_back(line);
  }

  // The lines of a paragraph are one block. Emphasis and links may go over lines: where nothing but
  // white space lies between two, both are read as one.
  void EndParagraph() {
    if (!paragraph_.empty()) {
      if (builder_.size() > 0)
        builder_.Insert("\n\n", static_cast<uint32_t>(paragraph_.front().begin));
      const uint32_t begin = builder_.size();
      for (size_t i = 0; i < paragraph_.size();) {
        size_t last = i;
        while (last + 1 < paragraph_.size() && Touch(paragraph_[last], paragraph_[last + 1]))
          ++last;
        if (i > 0) builder_.Insert("\n", static_cast<uint32_t>(paragraph_[i].begin));
        ReadRun(paragraph_[i].begin, paragraph_[last].end);
        i = last + 1;
      }
      AddBlock(begin);
    }
    paragraph_.clear();
    kind_ = BlockKind::kBody;
    raw_ = false;
  }

  bool Touch(const Line& above, const Line& below) const {
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(above.end),
                       text_.begin() + static_cast<std::ptrdiff_t>(below.begin), IsSpace);
  }

  void ReadRun(size_t begin, size_t end) {
    if (raw_) {
      builder_.Copy(text_.substr(begin, end - begin), static_cast<uint32_t>(begin));
    } else {
      InlineReader(text_, &builder_).Read(begin, end);
    }
  }

  void AddBlock(uint32_t begin) {
    if (builder_.size() == begin) return;
    out_.blocks.push_back({.span = {begin, builder_.size()},
                           .kind = kind_,
                           .reason = kind_ == BlockKind::kTitle ? "markdown.heading" : ""});
  }

  std::string_view text_;
  MarkupText out_;
  TextBuilder builder_;
  std::vector<Line> paragraph_;
  std::string_view fence_;
  BlockKind kind_ = BlockKind::kBody;
  bool has_title_ = false, raw_ = false;
};

}  // namespace

MarkupText ReadMarkdown(std::string_view markdown) {
  return MarkdownReader(markdown).Read();
}

}  // namespace interdict::documents
