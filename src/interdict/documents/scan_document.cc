#include "interdict/documents/scan_document.h"

#include <algorithm>
#include <utility>

#include "interdict/documents/events/events.h"

namespace interdict::documents {
namespace {

// Listed parties and those the text designates, each once, with what speaks for them.
std::vector<DocumentHit> FindHits(const Scan& scan) {
  std::vector<DocumentHit> hits;
  std::vector<uint32_t> hit_of(scan.parties.size(), kNone);
  const auto hit_for = [&](uint32_t party) -> DocumentHit* {
    const Party& p = scan.parties[party];
    if (p.entity.empty() && p.candidates.empty() && !p.announced_unlisted) return nullptr;
    if (hit_of[party] == kNone) {
      hit_of[party] = static_cast<uint32_t>(hits.size());
      hits.emplace_back().party = party;
    }
    return &hits[hit_of[party]];
  };
  for (uint32_t i = 0; i < scan.mentions.size(); ++i) {
    if (DocumentHit* hit = hit_for(scan.mentions[i].party)) {
      hit->mentions.push_back(i);
      hit->score = std::max(hit->score, scan.mentions[i].score);
    }
  }
  for (uint32_t i = 0; i < scan.measures.size(); ++i)
    for (const Role& target : scan.measures[i].targets)
      if (target.party != kNone)
        if (DocumentHit* hit = hit_for(target.party)) hit->measures.push_back(i);
  std::stable_sort(hits.begin(), hits.end(),
                   [](const DocumentHit& a, const DocumentHit& b) { return a.score > b.score; });
  return hits;
}

// "The newly designated ...": a party that no loaded list has, and that the text says is listed.
void MarkUnlisted(Scan* scan) {
  for (const Measure& measure : scan->measures) {
    if (measure.type != MeasureType::kDesignation && measure.type != MeasureType::kAssetFreeze)
      continue;
    if (measure.status != MeasureStatus::kInForce && measure.status != MeasureStatus::kAnnounced)
      continue;
    for (const Role& target : measure.targets) {
      if (target.party == kNone) continue;
      Party& party = scan->parties[target.party];
      if (party.entity.empty() && party.kind != PartyKind::kGovernment)
        party.announced_unlisted = true;
    }
  }
}

}  // namespace

Result<std::unique_ptr<const DocumentKnowledge>> DocumentKnowledge::Create(
    const Snapshot* snapshot) {
  ASSIGN_OR_RETURN(NameDictionary names,
                   NameDictionary::Build(snapshot == nullptr ? nullptr : &snapshot->parties(),
                                         snapshot == nullptr ? nullptr : &snapshot->names()));
  ASSIGN_OR_RETURN(Lexicon lexicon, Lexicon::Create());
  return std::unique_ptr<const DocumentKnowledge>(
      new DocumentKnowledge{std::move(names), std::move(lexicon)});
}

Result<Scanner> Scanner::Create(const DocumentKnowledge& knowledge) {
  ASSIGN_OR_RETURN(MentionFinder mentions,
                   MentionFinder::Create(knowledge.names, knowledge.lexicon));
  ASSIGN_OR_RETURN(MeasureFinder measures,
                   MeasureFinder::Create(knowledge.names, knowledge.lexicon));
  return Scanner(std::move(mentions), std::move(measures));
}

Result<Scan> Scanner::ScanDocument(std::string file, std::string_view bytes,
                                   const IntakeOptions& options) {
  Scan scan;
  ASSIGN_OR_RETURN(scan.document, ReadDocument(std::move(file), bytes, options));
  mentions_.Find(&scan);
  measures_.Find(mentions_.state_words(), &scan);
  MarkUnlisted(&scan);
  AssignEvents(&scan);
  scan.hits = FindHits(scan);
  return scan;
}

}  // namespace interdict::documents
