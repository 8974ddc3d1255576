#include "interdict/documents/measures/sentence_view.h"

#include <algorithm>

namespace interdict::documents {
namespace {

constexpr FoldedWord kRelatives[] = {"which", "who", "whom", "whose", "where"};
constexpr FoldedWord kSubordinators[] = {
    "while", "although", "though", "because", "if", "unless", "when",  "whereas",
    "but",   "after",    "before", "as",      "so", "until",  "since", "whether"};

// Words that a subordinate clause may begin with, where they do not stand before a noun alone
// ("after the election" is no clause, "after Maduro took" is).
bool HasVerbSoon(const SentenceView& view, size_t i) {
  for (size_t at = i + 1; at < std::min(i + 7, view.size()); ++at) {
    if (view.words[at].gap >= Gap::kComma) return false;
    if (view.Has(at, Cue::kVerb)) return true;
    const std::string_view word = view.Written(at);
    if (word.size() > 4 && word.ends_with("ed")) return true;
  }
  return false;
}

// Number of the first word that begins at a byte or behind it.
size_t WordFrom(const std::vector<Word>& words, uint32_t byte) {
  const auto at =
      std::lower_bound(words.begin(), words.end(), byte,
                       [](const Word& word, uint32_t begin) { return word.begin < begin; });
  return static_cast<size_t>(at - words.begin());
}

}  // namespace

std::vector<Mention>::const_iterator MentionFrom(const Scan& scan, uint32_t byte) {
  return std::lower_bound(scan.mentions.begin(), scan.mentions.end(), byte,
                          [](const Mention& m, uint32_t begin) { return m.span.begin < begin; });
}

void SentenceView::Fill(const Scan& scan, const std::vector<StateWord>& state_words, Span sentence,
                        const Lexicon& lexicon, WordReader* reader) {
  text = scan.document.text;
  span = sentence;
  words.clear();
  mentions.clear();
  reader->Read(text.substr(0, span.end), span, SIZE_MAX, &words);
  const size_t n = words.size();
  cues.assign(n, 0);
  clause.assign(n, 0);
  mention.assign(n, kNone);
  state.assign(n, kNone);
  quoted.assign(n, false);
  for (size_t i = 0; i < n; ++i) cues[i] = lexicon.CuesAt(words, i);

  for (auto at = MentionFrom(scan, span.begin);
       at != scan.mentions.end() && at->span.begin < span.end; ++at) {
    if (at->nested_in != kNone) continue;
    const auto number = static_cast<uint32_t>(at - scan.mentions.begin());
    const size_t first = WordFrom(words, at->span.begin), last = WordFrom(words, at->span.end);
    for (size_t i = first; i < last; ++i) mention[i] = number;
    if (first < last) mentions.push_back(number);
  }
  auto word =
      std::lower_bound(state_words.begin(), state_words.end(), span.begin,
                       [](const StateWord& w, uint32_t begin) { return w.span.begin < begin; });
  for (; word != state_words.end() && word->span.begin < span.end; ++word) {
    const size_t last = WordFrom(words, word->span.end);
    for (size_t i = WordFrom(words, word->span.begin); i < last; ++i) state[i] = word->state;
  }

  bool inside = false;
  uint32_t number = 0;
  for (size_t i = 0; i < n; ++i) {
    if (words[i].quote_before && i > 0) {
      // Signs of opening and closing are not told apart: a quotation that begins stands behind a
      // blank or an opening sign.
      const uint32_t at = words[i].begin;
      const bool opens = at > 0 && text[at - 1] != ' ';
      inside = opens;
    } else if (words[i].quote_before) {
      inside = true;
    }
    quoted[i] = inside;
    bool cut = false;
    if (i > 0) {
      const Gap gap = words[i].gap;
      if (gap == Gap::kStop || gap == Gap::kBlock) cut = true;
      if (gap == Gap::kOther && (words[i].quote_before || !words[i].bracket_before)) cut = true;
      if (gap == Gap::kComma &&
          (IsOneOf(i, kRelatives) || (words[i].end - words[i].begin > 5 &&
                                      Written(i).ends_with("ing") && !words[i].Is(kCapital))))
        cut = true;
      if (IsOneOf(i, kRelatives) && gap < Gap::kComma && mention[i] == kNone) cut = true;
      if (IsOneOf(i, kSubordinators) && HasVerbSoon(*this, i)) cut = true;
      if (Is(i, "that") && Has(i - 1, Cue::kReport)) cut = true;
      // ", and imposed", "and imposed": a further verb of the same subject.
      if ((Is(i, "and") || Is(i, "or")) && i + 1 < n && words[i + 1].gap < Gap::kComma &&
          mention[i + 1] == kNone) {
        const std::string_view next = Written(i + 1);
        const bool verb = Has(i + 1, Cue::kVerb) ||
                          (next.size() > 4 && next.ends_with("ed") && !words[i + 1].Is(kCapital));
        const bool noun = Has(i + 1, Cue::kSanctionObject);
        if (verb && !noun) cut = true;
      }
      if (gap == Gap::kComma && (Is(i, "and") || Is(i, "but")) && HasVerbSoon(*this, i)) cut = true;
    }
    if (cut) ++number;
    clause[i] = number;
  }
}

size_t SentenceView::BeginOf(const Mention& m) const {
  return WordFrom(words, m.span.begin);
}

size_t SentenceView::EndOf(const Mention& m) const {
  return WordFrom(words, m.span.end);
}

}  // namespace interdict::documents
