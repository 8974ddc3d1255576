#include "interdict/documents/mentions/word_context.h"

#include <algorithm>

namespace interdict::documents {

bool WordContext::Near(size_t i, size_t count, size_t reach, CueSet cues) const {
  const size_t begin = i > reach ? i - reach : 0;
  const size_t end = std::min(words.size(), i + count + reach);
  for (size_t at = begin; at < end; ++at) {
    if (at >= i && at < i + count) continue;
    if ((lexicon->ClassesOf(words[at]) & cues) != 0) return true;
  }
  return false;
}

bool WordContext::MayBeVerb(size_t i) const {
  constexpr CueSet kVerbs = Bit(Cue::kVerb) | Bit(Cue::kReport) | Bit(Cue::kReportAct) |
                            Bit(Cue::kImpose) | Bit(Cue::kConsidered) | Bit(Cue::kAnnounced);
  if (i >= words.size()) return false;
  if ((Classes(i) & kVerbs) != 0) return true;
  const std::string_view word = Written(i);
  return word.size() > 4 && word.ends_with("ed");
}

}  // namespace interdict::documents
