// The pass over the words of a document: known names first, then runs of capitals.
#include <algorithm>
#include <optional>

#include "interdict/documents/mentions/mention_work.h"
#include "interdict/documents/mentions/unlisted_names.h"

namespace interdict::documents {
namespace {

// Words of the piece before that stay for a look back.
constexpr size_t kLookBack = 32;

}  // namespace

Draft& MentionWork::AddDraft(const WordContext& context, size_t at, size_t count, uint32_t party,
                             Naming how, double score, std::string_view rule) {
  Draft draft;
  draft.mention.span = {context.words[at].begin, context.words[at + count - 1].end};
  draft.mention.party = party;
  draft.mention.how = how;
  draft.mention.score = score;
  draft.mention.rules.emplace_back(rule);
  // "Revolutionary Armed Forces of Colombia (FARC)".
  const size_t next = at + count;
  if (next < context.words.size() && context.words[next].bracket_before &&
      context.words[next].Is(kAllCapitals))
    draft.brackets = context.Written(next);
  drafts.push_back(std::move(draft));
  return drafts.back();
}

// A government named by its head: "X regime", "X's government", "the government of X".
void MentionWork::AddOuter(const WordContext& context, size_t at, size_t count, size_t draft) {
  static const std::set<std::string_view> kOrgans = {
      "regime",     "Regime",         "REGIME",         "government", "Government",
      "GOVERNMENT", "administration", "Administration", "junta",      "Junta"};
  const size_t next = at + count;
  const auto is_organ = [&](size_t i) {
    return i < context.words.size() && kOrgans.contains(context.Written(i));
  };
  if (context.Adjoins(next) && is_organ(next)) {
    outers.push_back(
        {{context.words[at].begin, context.words[next].end}, static_cast<uint32_t>(draft)});
  } else if (at >= 2 && context.words[at].gap == Gap::kSpace && context.Written(at - 1) == "of" &&
             is_organ(at - 2)) {
    outers.push_back(
        {{context.words[at - 2].begin, context.words[next - 1].end}, static_cast<uint32_t>(draft)});
  }
}

void MentionWork::AddLoose(const WordContext& context, size_t at, bool part_of_run) {
  const Word& word = context.words[at];
  if (word.end - word.begin < 2 || word.Is(kDigits)) return;
  Loose one;
  one.word = word.hash;
  one.span = {word.begin, word.end};
  one.all_capitals = word.Is(kAllCapitals);
  one.part_of_run = part_of_run;
  one.after_title = IsAfterTitle(context, at);
  const size_t next = at + 1;
  if (context.Adjoins(next)) {
    const std::string_view behind = context.Written(next);
    for (std::string_view organ :
         {"regime", "government", "administration", "Regime", "Government", "Administration"})
      if (behind == organ) one.organ_end = context.words[next].end;
  }
  loose.push_back(one);
}

// Several capitalised words that nothing made a name: they may repeat one.
void MentionWork::AddLooseRun(const WordContext& context, size_t begin, size_t end) {
  if (end < begin + 2) return;
  LooseRun run;
  run.span = {context.words[begin].begin, context.words[end - 1].end};
  for (size_t i = begin; i < end; ++i) run.words = MixSequence(run.words, context.words[i].hash);
  loose_runs.push_back(run);
}

size_t MentionWork::TryRun(const WordContext& context, size_t at) {
  // Where the next known name begins, the run ends.
  size_t limit = at + 1;
  while (limit < std::min(at + 12, context.words.size())) {
    const PhraseTrie::Match match = dictionary->phrases().Longest(context.words, limit);
    if (match.words > 0 && context.IsCapital(limit)) {
      bool stop = false;
      for (uint32_t value : dictionary->MeaningsOf(match.phrase)) {
        const Meaning& meaning = dictionary->meaning(value);
        // "Bank of China": the state inside a body's name does not end it.
        const bool inside = (meaning.sense == Sense::kState || meaning.sense == Sense::kAdjective ||
                             meaning.sense == Sense::kSeat) &&
                            !context.words[limit].Is(kCapital);
        stop |= meaning.sense != Sense::kListed ? !inside : match.words > 1;
      }
      const std::string_view before = context.Written(limit - 1);
      if (before == "of" || before == "for" || before == "the") stop = false;
      if (stop) break;
    }
    ++limit;
  }
  NameRun run = RunAt(context, at, limit);
  if (run.begin >= run.end) return std::max<size_t>(1, run.begin - at);
  run.after_title = IsAfterTitle(context, run.begin);
  const size_t resume = std::max(run.end, at + 1) - at;
  std::optional<UnlistedName> name;
  const bool readable = !context.title_case && !context.chrome && !context.caseless;
  if (readable) name = ClassifyBody(context, run);
  // Titles inside the run: "Interior Minister Diosdado Cabello".
  while (!name && run.begin + 1 < run.end && context.Has(run.begin, Cue::kTitle)) {
    ++run.begin;
    run.after_title = true;
  }
  size_t title_at = run.begin;
  for (size_t i = run.begin; i + 1 < run.end; ++i)
    if (context.Has(i, Cue::kTitle) && context.Adjoins(i + 1)) title_at = i + 1;
  if (!name && title_at > run.begin) {
    run.begin = title_at;
    run.after_title = true;
  }
  if (!readable) {
    AddLooseRun(context, run.begin, run.end);
    for (size_t i = run.begin; i < run.end; ++i) AddLoose(context, i, false);
    return resume;
  }
  if (!name) name = ClassifyPerson(context, run, &reader);
  if (!name) {
    const bool several = run.end - run.begin > 1;
    AddLooseRun(context, run.begin, run.end);
    for (size_t i = run.begin; i < run.end; ++i)
      if (context.words[i].Is(kCapital)) AddLoose(context, i, several);
    return resume;
  }
  size_t begin = name->begin;
  // "Russian Defence Ministry", "Iran's Central Bank": the state belongs to the organ.
  std::string country;
  if (name->kind == PartyKind::kGovernment && begin > 0 &&
      context.words[begin].gap == Gap::kSpace) {
    for (size_t back = 1; back <= 2 && back <= begin; ++back) {
      const PhraseTrie::Match match = dictionary->phrases().Longest(context.words, begin - back);
      if (match.words != back) continue;
      for (uint32_t value : dictionary->MeaningsOf(match.phrase)) {
        const Meaning& meaning = dictionary->meaning(value);
        if (meaning.sense > Sense::kSeat || !context.IsCapital(begin - back)) continue;
        country = dictionary->states()[meaning.id].code;
        begin -= back;
        break;
      }
      if (!country.empty()) break;
    }
    if (!country.empty() && !drafts.empty() &&
        drafts.back().mention.span.end > context.words[begin].begin &&
        drafts.back().mention.party == GovernmentOf(dictionary->StateOf(country)))
      drafts.pop_back();
  }
  Party party;
  party.kind = name->kind;
  party.country = country;
  const Span span{context.words[begin].begin, context.words[name->end - 1].end};
  party.name = context.text.substr(span.begin, span.size());
  for (char& c : party.name)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  std::string key = "N" + std::to_string(static_cast<int>(name->kind));
  for (size_t i = begin; i < name->end; ++i)
    key += " " + reader.Folded(context.text, context.words[i]);
  AddDraft(context, begin, name->end - begin, PartyFor(key, std::move(party)), Naming::kName,
           name->kind == PartyKind::kPerson && name->end - name->begin == 1 ? 0.6 : 0.8,
           name->rule);
  if (name->kind == PartyKind::kPerson)
    AddOuter(context, name->begin, name->end - name->begin, drafts.size() - 1);
  return std::max(name->end, run.end) - at;
}

// Returns the first word that is not read: `to`, or behind a name that goes on beyond it.
size_t MentionWork::ReadWords(const WordContext& context, size_t from, size_t to) {
  size_t i = from;
  while (i < to) {
    if (context.words[i].Is(kAllCapitals)) {
      if (const size_t taken = TryImo(context, i); taken > 0) {
        i += taken;
        continue;
      }
    }
    if (const size_t taken = TryPhrase(context, i); taken > 0) {
      i += taken;
      continue;
    }
    const Word& word = context.words[i];
    if (!word.Is(kCapital)) {
      NoteLowerCase(word.hash);
      sanction_words += context.Has(i, Cue::kSanctionObject) && !context.chrome;
      ++i;
      continue;
    }
    if (dictionary->IsRare(word.hash)) {
      if (const size_t taken = TryNear(context, i); taken > 0) {
        i += taken;
        continue;
      }
    }
    // A misspelt first word: the rare word behind it tells.
    if (context.Adjoins(i + 1) && context.IsCapital(i + 1) &&
        dictionary->IsRare(context.words[i + 1].hash)) {
      const size_t before = drafts.size(), outers_before = outers.size();
      if (const size_t taken = TryNear(context, i + 1);
          taken > 0 && drafts.size() > before && drafts.back().mention.span.begin <= word.begin) {
        i += 1 + taken;
        continue;
      }
      drafts.resize(before);
      outers.resize(outers_before);
    }
    if (context.Has(i, Cue::kCommon) && context.OpensSentence(i)) {
      ++i;
      continue;
    }
    i += TryRun(context, i);
  }
  return i;
}

void MentionWork::ReadBlock(const Block& block) {
  const std::string_view text = scan->document.text;
  words.clear();
  uint32_t next = block.span.begin;
  size_t from = 0;
  bool first = true;
  WordContext context;
  context.text = text;
  context.lexicon = lexicon;
  context.chrome = block.kind == BlockKind::kChrome;
  while (true) {
    next = reader.Read(text, {next, block.span.end}, kPieceWords, &words);
    if (first && !words.empty()) {
      words.front().gap = Gap::kBlock;
      size_t capitals = 0, small = 0, long_words = 0, all_capitals = 0;
      for (const Word& word : words) {
        if (word.end - word.begin < 4) continue;
        ++long_words;
        capitals += word.Is(kCapital);
        all_capitals += word.Is(kAllCapitals);
        small += !word.Is(kCapital);
      }
      // A paragraph of sentences may be full of names; a headline has no full stop.
      const std::string_view block_text = text.substr(block.span.begin, block.span.size());
      const bool sentences =
          block.kind != BlockKind::kTitle &&
          (block_text.ends_with('.') || block_text.find(". ") != block_text.npos);
      context.title_case =
          long_words >= 3 && capitals * 10 >= long_words * (sentences ? size_t{9} : size_t{6});
      context.caseless = long_words >= 4 && (capitals == 0 || all_capitals == long_words);
      if (context.caseless) context.title_case = false;
      // A short list item may be nothing but a name.
      if (block.kind != BlockKind::kTitle && words.size() < 4) context.title_case = false;
      first = false;
    }
    context.words = words;
    const bool end = next >= block.span.end;
    const size_t to = end ? words.size() : words.size() - std::min(words.size(), kLookAhead);
    const size_t read = ReadWords(context, from, to);
    if (end) return;
    const size_t keep = to > kLookBack ? to - kLookBack : 0;
    words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(keep));
    from = read - keep;
  }
}

}  // namespace interdict::documents
