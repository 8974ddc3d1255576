#include "interdict/match/pair_finder.h"

namespace interdict {

using names::NameClass;
using names::PartKind;
using names::TokenProfile;

namespace {

constexpr size_t kLeastSoundingRun = 6;

bool IsFirstLetterOf(const WeighedPart& initial, const TokenProfile& letter,
                     const WeighedPart& full, const TokenProfile& word) {
  return initial.kind == PartKind::kInitial && HasSpellings(full.kind) && word.text.size() > 1 &&
         letter.text.front() == word.text.front();
}

void PairRuns(const ComparedName& query, const ComparedName& listed, std::vector<PartPair>* pairs) {
  ForEachQueryRun(query, [&](uint64_t mask, std::string_view text) {
    const TokenProfile run = names::MakeSoundProfile(text);
    for (size_t l = 0; l < listed.size(); ++l) {
      if (const TokenMatch match = QueryRunCost(run, listed.part(l), listed.token(l)))
        pairs->push_back({mask, uint64_t{1} << l, match.cost, match.rule});
    }
  });
  std::vector<index::PartText> texts;
  GetPartTexts(listed, &texts);
  const bool around = listed.name_class() == NameClass::kPerson;
  index::ForEachRun(texts, around, [&](size_t first, size_t count, std::string_view text) {
    for (size_t q = 0; q < query.size(); ++q) {
      if (query.written(q) != text || !HasSpellings(query.part(q).kind)) continue;
      pairs->push_back({uint64_t{1} << q, RunMask(first, count, listed.size()), kJoinedCost,
                        TokenRule::kJoined});
    }
  });
}

// Both names written together are the same letters, whatever their spaces: "S.A.DE C.V.", "SADECV".
void PairWhole(const ComparedName& query, const ComparedName& listed,
               std::vector<PartPair>* pairs) {
  std::vector<index::PartText> texts;
  GetPartTexts(query, &texts);
  const std::string whole = WholeText(texts);
  if (whole.empty()) return;
  GetPartTexts(listed, &texts);
  const bool around = listed.name_class() == NameClass::kPerson;
  index::ForEachRun(texts, around, [&](size_t, size_t count, std::string_view text) {
    if (count != listed.size() || text != whole) return;
    pairs->push_back(
        {AllParts(query.size()), AllParts(listed.size()), kJoinedCost, TokenRule::kJoined});
  });
}

void PairAcronyms(const ComparedName& query, const ComparedName& listed,
                  std::vector<PartPair>* pairs) {
  if (!ReadsAcronyms(query.name_class(), listed.name_class())) return;
  std::vector<index::PartText> texts;
  GetPartTexts(listed, &texts);
  index::ForEachAcronym(texts, [&](std::string_view text) {
    for (size_t q = 0; q < query.size(); ++q) {
      if (query.written(q) == text)
        pairs->push_back(
            {uint64_t{1} << q, AllParts(listed.size()), kAcronymCost, TokenRule::kAcronym});
    }
  });
  GetPartTexts(query, &texts);
  index::ForEachAcronym(texts, [&](std::string_view text) {
    for (size_t l = 0; l < listed.size(); ++l) {
      if (listed.written(l) == text)
        pairs->push_back(
            {AllParts(query.size()), uint64_t{1} << l, kAcronymCost, TokenRule::kAcronym});
    }
  });
}

void PairPhrases(const ComparedName& query, const ComparedName& listed,
                 std::vector<PartPair>* pairs) {
  std::vector<QueryMeaning> asked;
  GetMeanings(query, &asked);
  for (const QueryMeaning& meaning : asked) {
    for (const names::Phrase& phrase : listed.phrases()) {
      if (phrase.meaning != meaning.meaning) continue;
      pairs->push_back({meaning.mask, RunMask(phrase.first, phrase.count, listed.size()),
                        kPhraseCost, TokenRule::kSameWord});
    }
    if (!meaning.is_phrase) continue;
    for (size_t l = 0; l < listed.size(); ++l) {
      bool same = false;
      names::ForEachMeaning(listed.token(l), [&](uint64_t m) { same |= m == meaning.meaning; });
      if (same)
        pairs->push_back({meaning.mask, uint64_t{1} << l, kPhraseCost, TokenRule::kSameWord});
    }
  }
}

}  // namespace

void GetMeanings(const ComparedName& query, std::vector<QueryMeaning>* meanings) {
  meanings->clear();
  for (const names::Phrase& phrase : query.phrases()) {
    meanings->push_back(
        {phrase.meaning, RunMask(phrase.first, phrase.count, query.size()), /*is_phrase=*/true});
  }
  for (size_t q = 0; q < query.size(); ++q) {
    names::ForEachMeaning(query.token(q), [&](uint64_t meaning) {
      meanings->push_back({meaning, uint64_t{1} << q, /*is_phrase=*/false});
    });
  }
}

bool ReadsInitials(NameClass query, NameClass listed) {
  return query != NameClass::kCraft && listed != NameClass::kCraft;
}

bool ReadsAcronyms(NameClass query, NameClass listed) {
  const auto corporate = [](NameClass c) { return c == NameClass::kBody || c == NameClass::kAny; };
  return corporate(query) && corporate(listed);
}

TokenMatch PartCost(const WeighedPart& query, const TokenProfile& query_token, bool cut,
                    const WeighedPart& listed, const TokenProfile& listed_token, bool initials) {
  if (query_token.text == listed_token.text &&
      query_token.consonants_only == listed_token.consonants_only) {
    return {0, TokenRule::kEqual};
  }
  if (initials && (IsFirstLetterOf(query, query_token, listed, listed_token) ||
                   IsFirstLetterOf(listed, listed_token, query, query_token))) {
    return {kInitialCost, TokenRule::kInitial};
  }
  const bool spellings = HasSpellings(query.kind) && HasSpellings(listed.kind);
  if (!spellings && query.kind != listed.kind) return {};
  TokenMatch match = FitToParts(TokenCost(query_token, listed_token), query.flags, listed.flags);
  if (!spellings) return match.rule == TokenRule::kSameWord ? match : TokenMatch{};
  if (cut && !query_token.consonants_only && !listed_token.consonants_only) {
    const TokenMatch truncated = TruncationCost(query_token.text, listed_token.text);
    if (truncated && (!match || truncated.cost < match.cost)) match = truncated;
  }
  return match;
}

TokenMatch FitToParts(const TokenMatch& match, uint8_t query_flags, uint8_t listed_flags) {
  const bool syllables = (query_flags & listed_flags & names::kSyllable) != 0;
  if (syllables && match.rule != TokenRule::kEqual) return {};
  if (match.rule != TokenRule::kEdits && match.rule != TokenRule::kPhonetic &&
      match.rule != TokenRule::kConsonants) {
    return match;
  }
  if (((query_flags | listed_flags) & names::kAbbreviated) == 0) return match;
  if (match.rule != TokenRule::kEdits) return {};
  return {match.cost * 22 / 10, match.rule};
}

TokenMatch QueryRunCost(const TokenProfile& run, const WeighedPart& listed,
                        const TokenProfile& listed_token) {
  if (!HasSpellings(listed.kind) || listed_token.consonants_only) return {};
  if (run.text == listed_token.text) return {kJoinedCost, TokenRule::kJoined};
  if (run.text.size() >= kLeastSoundingRun && run.phonetic != 0 &&
      run.phonetic == listed_token.phonetic) {
    return {kJoinedCost + 500, TokenRule::kJoined};
  }
  return {};
}

uint64_t RunMask(size_t first, size_t count, size_t size) {
  uint64_t mask = 0;
  for (size_t i = 0; i < count; ++i) mask |= uint64_t{1} << ((first + i) % size);
  return mask;
}

std::string WholeText(std::span<const index::PartText> parts) {
  if (parts.size() < 2 || parts.size() > index::kMaxRunNameParts) return {};
  std::string text;
  for (const index::PartText& part : parts) text += part.text;
  return text;
}

void GetPartTexts(const ComparedName& name, std::vector<index::PartText>* texts) {
  texts->clear();
  for (size_t i = 0; i < name.size(); ++i) texts->push_back({name.written(i), name.part(i).kind});
}

void ForEachQueryRun(const ComparedName& query,
                     const std::function<void(uint64_t, std::string_view)>& use) {
  if (query.size() < 2) return;
  std::vector<index::PartText> texts;
  GetPartTexts(query, &texts);
  index::ForEachRun(texts, /*around=*/false,
                    [&](size_t first, size_t count, std::string_view text) {
                      use(RunMask(first, count, query.size()), text);
                    });
}

void FindPairs(const ComparedName& query, const ComparedName& listed,
               std::vector<PartPair>* pairs) {
  pairs->clear();
  const bool initials = ReadsInitials(query.name_class(), listed.name_class());
  for (size_t q = 0; q < query.size(); ++q) {
    for (size_t l = 0; l < listed.size(); ++l) {
      const TokenMatch match = PartCost(query.part(q), query.token(q), q == query.last_written(),
                                        listed.part(l), listed.token(l), initials);
      if (match) pairs->push_back({uint64_t{1} << q, uint64_t{1} << l, match.cost, match.rule});
    }
  }
  PairPhrases(query, listed, pairs);
  PairRuns(query, listed, pairs);
  PairWhole(query, listed, pairs);
  PairAcronyms(query, listed, pairs);
}

}  // namespace interdict
