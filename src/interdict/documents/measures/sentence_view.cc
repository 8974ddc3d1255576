#include "interdict/documents/measures/sentence_view.h"

#include <algorithm>

namespace interdict::documents {
namespace {

constexpr std::string_view kRelatives[] = {"which", "who", "whom", "whose", "where"};
constexpr std::string_view kSubordinators[] = {
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

}  // namespace

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
  std::vector<Lexicon::Found> found;
  for (size_t i = 0; i < n; ++i) {
    lexicon.At(words, i, &found);
    for (const Lexicon::Found& one : found) cues[i] |= Bit(one.cue);
  }

  auto first =
      std::lower_bound(scan.mentions.begin(), scan.mentions.end(), span.begin,
                       [](const Mention& m, uint32_t begin) { return m.span.begin < begin; });
  for (auto at = first; at != scan.mentions.end() && at->span.begin < span.end; ++at) {
    if (at->nested_in != kNone) continue;
    const auto number = static_cast<uint32_t>(at - scan.mentions.begin());
    bool any = false;
    for (size_t i = 0; i < n; ++i) {
      if (words[i].begin < at->span.begin || words[i].begin >= at->span.end) continue;
      mention[i] = number;
      any = true;
    }
    if (any) mentions.push_back(number);
  }
  auto word =
      std::lower_bound(state_words.begin(), state_words.end(), span.begin,
                       [](const StateWord& w, uint32_t begin) { return w.span.begin < begin; });
  for (; word != state_words.end() && word->span.begin < span.end; ++word)
    for (size_t i = 0; i < n; ++i)
      if (words[i].begin >= word->span.begin && words[i].begin < word->span.end)
        state[i] = word->state;

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
  size_t i = 0;
  while (i < words.size() && words[i].begin < m.span.begin) ++i;
  return i;
}

size_t SentenceView::EndOf(const Mention& m) const {
  size_t i = BeginOf(m);
  while (i < words.size() && words[i].begin < m.span.end) ++i;
  return i;
}

}  // namespace interdict::documents
