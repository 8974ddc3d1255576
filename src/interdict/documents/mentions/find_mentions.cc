#include "interdict/documents/mentions/find_mentions.h"

#include <algorithm>
#include <utility>

#include "interdict/documents/mentions/mention_work.h"

namespace interdict::documents {

struct MentionFinder::State : MentionWork {
  using MentionWork::MentionWork;
};

void MentionWork::Emit() {
  std::vector<uint32_t> order(drafts.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Span& x = drafts[a].mention.span;
    const Span& y = drafts[b].mention.span;
    if (x.begin != y.begin) return x.begin < y.begin;
    if (x.end != y.end) return x.end > y.end;
    return a < b;
  });
  std::vector<uint32_t> place(drafts.size(), kNone);
  uint32_t end = 0;
  for (uint32_t i : order) {
    Mention& mention = drafts[i].mention;
    // What lies in an earlier mention is one only where it is meant to be.
    if (mention.span.begin < end && mention.nested_in == kNone) continue;
    end = std::max(end, mention.span.end);
    place[i] = static_cast<uint32_t>(scan->mentions.size());
    scan->mentions.push_back(std::move(mention));
  }
  for (Mention& mention : scan->mentions) {
    if (mention.antecedent != kNone) mention.antecedent = place[mention.antecedent];
    if (mention.nested_in != kNone) mention.nested_in = place[mention.nested_in];
  }
  // Parties that no mention is left of go.
  std::vector<uint32_t> party_place(scan->parties.size(), kNone);
  std::vector<Party> used;
  for (Mention& mention : scan->mentions) {
    uint32_t& at = party_place[mention.party];
    if (at == kNone) {
      at = static_cast<uint32_t>(used.size());
      used.push_back(std::move(scan->parties[mention.party]));
    }
    mention.party = at;
  }
  scan->parties = std::move(used);
}

MentionFinder::MentionFinder(std::unique_ptr<State> state) : state_(std::move(state)) {}
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder::~MentionFinder() = default;

Result<MentionFinder> MentionFinder::Create(const NameDictionary& dictionary,
                                            const Lexicon& lexicon) {
  ASSIGN_OR_RETURN(WordReader reader, WordReader::Create());
  return MentionFinder(std::make_unique<State>(dictionary, lexicon, std::move(reader)));
}

void MentionFinder::Find(Scan* scan) {
  State& state = *state_;
  state.Reset(scan);
  for (const Block& block : scan->document.blocks) state.ReadBlock(block);
  state.Settle();
  state.LinkLoose();
  state.AddOuters();
  state.Emit();
}

const std::vector<StateWord>& MentionFinder::state_words() const {
  return state_->state_words;
}

size_t MentionFinder::CountPhrases(std::string_view text) {
  std::vector<Word>& words = state_->words;
  size_t found = 0;
  uint32_t next = 0;
  const auto end = static_cast<uint32_t>(text.size());
  words.clear();
  while (next < end || !words.empty()) {
    next = state_->reader.Read(text, {next, end}, kPieceWords, &words);
    const bool last = next >= end;
    const size_t to = last ? words.size() : words.size() - std::min(words.size(), kLookAhead);
    for (size_t i = 0; i < to;) {
      const PhraseTrie::Match match = state_->dictionary->phrases().Longest(words, i);
      found += match.words > 0;
      i += std::max<uint32_t>(match.words, 1);
    }
    words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(to));
    if (last) break;
  }
  return found;
}

}  // namespace interdict::documents
