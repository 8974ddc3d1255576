#include "interdict/documents/intake/layout.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "interdict/base/strings.h"
#include "interdict/documents/intake/line_features.h"

namespace interdict::documents {
namespace {

// ---- lines

char LineBreakOf(std::string_view text) {
  const std::string_view head = text.substr(0, size_t{1} << 20);
  const bool only_returns =
      head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos;
  return only_returns ? '\r' : '\n';
}

// Calls `take(begin, end)` for every line, without its break.
template <typename Take>
void ForEachLine(std::string_view text, Take take) {
  const char line_break = LineBreakOf(text);
  for (size_t begin = 0; begin < text.size();) {
    const void* found = std::memchr(text.data() + begin, line_break, text.size() - begin);
    const size_t end = found == nullptr
                           ? text.size()
                           : static_cast<size_t>(static_cast<const char*>(found) - text.data());
    if (!take(begin, end)) return;
    begin = end + 1;
  }
}

// Plain white space first: nearly every line ends in a letter or full stop.
Span TrimmedSpan(std::string_view text, size_t begin, size_t end) {
  const auto plain = [&](size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte > ' ' && byte < 0x80;
  };
  if (begin < end && plain(begin) && plain(end - 1))
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  const std::string_view trimmed = Trim(text.substr(begin, end - begin));
  const auto at = static_cast<uint32_t>(
      trimmed.empty() ? begin : static_cast<size_t>(trimmed.data() - text.data()));
  return {at, at + static_cast<uint32_t>(trimmed.size())};
}

// Whether a line begins an item of a list, which is never the rest of the line above.
bool BeginsItem(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")) return true;
  size_t digits = 0;
  while (digits < line.size() && digits < 4 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

constexpr uint32_t kWrapFrom = 45, kWrapTo = 110;  // bytes of a line broken at a fixed width

bool MayWrap(std::string_view line) {
  return line.size() >= kWrapFrom && line.size() <= kWrapTo;
}

// Whether the text is broken at a fixed width: most lines that another follows stop in the middle
// of a sentence, at about the same place, and hardly one is longer.
bool IsHardWrapped(std::string_view text) {
  size_t pairs = 0, open = 0, lines = 0, overlong = 0;
  Span before{};
  ForEachLine(text.substr(0, size_t{1} << 18), [&](size_t begin, size_t end) {
    const Span line = TrimmedSpan(text, begin, end);
    const std::string_view above = text.substr(before.begin, before.size());
    if (!line.empty()) {
      ++lines;
      overlong += line.size() > kWrapTo;
      if (!before.empty()) {
        ++pairs;
        open += MayWrap(above) && !EndsSentence(above) &&
                !BeginsItem(text.substr(line.begin, line.size()));
      }
    }
    before = line;
    return true;
  });
  return open >= 2 && open * 2 >= pairs && overlong * 20 <= lines;
}

// ---- kinds

struct Line {
  Block* block;
  std::string_view text;
  bool prose = false;
  bool ends_text = false;

  bool IsOpen() const { return block->kind == BlockKind::kBody && block->reason.empty(); }
  void Set(BlockKind kind, std::string_view reason) {
    block->kind = kind;
    block->reason = reason;
  }
};

class LayoutMaker {
 public:
  LayoutMaker(std::string_view text, std::vector<Block>* blocks) {
    lines_.reserve(blocks->size());
    for (Block& block : *blocks)
      lines_.push_back({&block, text.substr(block.span.begin, block.span.size())});
  }

  void Make() {
    ClassifyAlone();
    FindTitle();
    ClassifyHead();
    CutTail();
    FindRepetitions();
  }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  // What a line by itself says.
  void ClassifyAlone() {
    for (Line& line : lines_) {
      if (!line.IsOpen()) continue;
      const PhraseMatch match = MatchPhrase(line.text);
      if (!match.reason.empty()) {
        line.Set(match.kind, match.reason);
        line.ends_text = match.ends_text;
      } else if (IsSeparator(line.text)) {
        line.Set(BlockKind::kChrome, "layout.chrome.separator");
      } else {
        line.prose = IsProse(line.text);
      }
    }
  }

  size_t FirstProse() const {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].IsOpen() && lines_[i].prose && !IsByline(lines_[i].text)) return i;
    }
    return kNone;
  }

  // The title: of the lines above the text, the first that shares about as many words with it as
  // any other does. A slogan or the name of a section shares none.
  void FindTitle() {
    const auto given = std::find_if(lines_.begin(), lines_.end(), [](const Line& line) {
      return line.block->kind == BlockKind::kTitle;
    });
    first_prose_ = FirstProse();
    if (given != lines_.end()) {
      title_ = static_cast<size_t>(given - lines_.begin());
      return;
    }
    if (first_prose_ == kNone) return;
    const auto words = WordsOfText();
    std::vector<std::pair<size_t, size_t>> candidates;  // line, shared words
    size_t best = 0;
    for (size_t i = 0; i < first_prose_; ++i) {
      if (!IsTitleLike(lines_[i])) continue;
      candidates.emplace_back(i, SharedWords(lines_[i].text, words));
      best = std::max(best, candidates.back().second);
    }
    for (const auto& [line, shared] : candidates) {
      if (best == 0 ? candidates.size() != 1 : shared * 5 < best * 2) continue;
      title_ = line;
      lines_[line].Set(BlockKind::kTitle, "layout.title");
      return;
    }
  }

  static bool IsTitleLike(const Line& line) {
    constexpr size_t kLongestTitle = 300;
    return line.IsOpen() && line.text.size() <= kLongestTitle &&
           line.text.find(' ') != std::string_view::npos && !IsByline(line.text) &&
           !IsDateLine(line.text);
  }

  // The longer words of a text, as hashes.
  template <typename Take>
  static void ForEachWord(std::string_view text, Take take) {
    constexpr size_t kShortest = 4;
    size_t begin = 0, hash = 0;
    for (size_t i = 0; i <= text.size(); ++i) {
      const auto byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
      const auto lower = static_cast<unsigned char>(byte | 0x20);
      if ((lower >= 'a' && lower <= 'z') || byte >= 0xC3) {
        hash = (hash ^ lower) * 1099511628211U;
        continue;
      }
      if (i - begin >= kShortest) take(hash);
      begin = i + 1;
      hash = 14695981039346656037U;
    }
  }

  // Of the first paragraphs: what a title is about stands there.
  std::unordered_set<size_t> WordsOfText() const {
    constexpr size_t kEnough = 6000;  // bytes
    std::unordered_set<size_t> words;
    size_t read = 0;
    for (size_t i = first_prose_; i < lines_.size() && read < kEnough; ++i) {
      if (!lines_[i].IsOpen() || !lines_[i].prose) continue;
      const std::string_view text = lines_[i].text.substr(0, kEnough);
      ForEachWord(text, [&](size_t hash) { words.insert(hash); });
      read += text.size();
    }
    return words;
  }

  static size_t SharedWords(std::string_view line, const std::unordered_set<size_t>& words) {
    std::unordered_set<size_t> shared;
    ForEachWord(line, [&](size_t hash) {
      if (words.contains(hash)) shared.insert(hash);
    });
    return shared.size();
  }

  // Above the title stands the site; below it, who wrote and when.
  void ClassifyHead() {
    const size_t head = first_prose_ == kNone ? lines_.size() : first_prose_;
    const size_t top = title_ == kNone ? 0 : title_;
    for (size_t i = 0; i < top; ++i) {
      if (lines_[i].IsOpen() && !lines_[i].prose)
        lines_[i].Set(BlockKind::kChrome, "layout.chrome.before_title");
    }
    for (size_t i = top; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (!line.IsOpen()) continue;
      if (IsByline(line.text)) line.Set(BlockKind::kByline, "layout.byline");
      // Further down a date alone is a heading of a chronology.
      if (i < head && i != title_ && IsDateLine(line.text))
        line.Set(title_ == kNone ? BlockKind::kChrome : BlockKind::kDateline,
                 title_ == kNone ? "layout.chrome.date_above_text" : "layout.dateline");
    }
  }

  // Behind a phrase such as "Latest News" stands nothing of the text, if most of it is above.
  void CutTail() {
    size_t below = 0;
    for (const Line& line : lines_) below += line.IsOpen() ? line.text.size() : 0;
    size_t above = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const size_t own = lines_[i].IsOpen() ? lines_[i].text.size() : 0;
      above += own;
      below -= own;
      if (!lines_[i].ends_text || above <= below) continue;
      for (size_t rest = i + 1; rest < lines_.size(); ++rest) {
        if (lines_[rest].IsOpen() || lines_[rest].block->kind == BlockKind::kDateline)
          lines_[rest].Set(BlockKind::kChrome, "layout.chrome.after_end");
      }
      return;
    }
  }

  // ---- repetitions

  static constexpr size_t kShortestRepeated = 25, kLongestRepeated = 400;  // bytes

  // The sentences of a line, roughly: it is enough that the same text is cut in the same way.
  template <typename Take>
  static void ForEachSentence(std::string_view line, Take take) {
    size_t begin = 0;
    for (size_t i = 0; i < line.size(); ++i) {
      const bool stop = line[i] == '.' || line[i] == '!' || line[i] == '?';
      if (!stop || (i + 1 < line.size() && line[i + 1] != ' ')) continue;
      take(line.substr(begin, i + 1 - begin));
      begin = std::min(i + 2, line.size());
    }
    if (begin < line.size()) take(line.substr(begin));
  }

  static std::string_view WithoutStop(std::string_view sentence) {
    sentence = Trim(sentence);
    while (sentence.ends_with('.') || sentence.ends_with(' ')) sentence.remove_suffix(1);
    return sentence;
  }

  // A sentence of the text that also stands alone is the caption of a picture or a pull quote; the
  // title may stand twice.
  void FindRepetitions() {
    constexpr size_t kLongestArticle = size_t{4} << 20;  // bytes; every sentence is kept meanwhile
    size_t size = 0;
    for (const Line& line : lines_) size += line.text.size();
    if (size > kLongestArticle) return;
    std::unordered_map<std::string_view, size_t> inside;  // sentence -> times within longer lines
    for (const Line& line : lines_) {
      if (!line.IsOpen()) continue;
      ForEachSentence(line.text, [&](std::string_view sentence) {
        if (sentence.size() < line.text.size() && sentence.size() >= kShortestRepeated)
          ++inside[WithoutStop(sentence)];
      });
    }
    std::unordered_set<std::string_view> alone;
    const std::string_view title = title_ == kNone ? "" : WithoutStop(lines_[title_].text);
    for (size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (!line.IsOpen() || line.text.size() < kShortestRepeated ||
          line.text.size() > kLongestRepeated) {
        continue;
      }
      const std::string_view whole = WithoutStop(line.text);
      if (whole == title) {
        line.Set(BlockKind::kChrome, "layout.chrome.repeats_title");
      } else if (inside.contains(whole) || !alone.insert(whole).second) {
        line.Set(BlockKind::kCaption, "layout.caption.repeats_text");
      }
    }
  }

  std::vector<Line> lines_;
  size_t title_ = kNone, first_prose_ = kNone;
};

}  // namespace

std::vector<Block> CutLines(std::string_view text) {
  std::vector<Block> blocks;
  const bool wrapped = IsHardWrapped(text);
  Span before{};  // the line above, as long as it belongs to a block
  ForEachLine(text, [&](size_t begin, size_t end) {
    const Span line = TrimmedSpan(text, begin, end);
    if (line.empty()) {
      before = {};
      return true;
    }
    const bool goes_on = wrapped && !before.empty() &&
                         MayWrap(text.substr(before.begin, before.size())) &&
                         !BeginsItem(text.substr(line.begin, line.size()));
    if (goes_on) {
      blocks.back().span.end = line.end;
    } else {
      blocks.push_back({.span = line});
    }
    before = line;
    return true;
  });
  return blocks;
}

Layout LayOut(std::string_view text, std::vector<Block>* blocks) {
  if (blocks->size() <= kMaxLaidOutLines) LayoutMaker(text, blocks).Make();
  Layout layout;
  bool begun = false;
  for (const Block& block : *blocks) {
    if (block.kind == BlockKind::kTitle && layout.title.empty()) layout.title = block.span;
    if (block.kind != BlockKind::kTitle && block.kind != BlockKind::kBody) continue;
    if (!begun) layout.body.begin = block.span.begin;
    begun = true;
    layout.body.end = block.span.end;
  }
  if (!layout.title.empty()) layout.body.begin = layout.title.begin;
  return layout;
}

}  // namespace interdict::documents
