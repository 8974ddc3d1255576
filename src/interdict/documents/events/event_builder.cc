#include "interdict/documents/events/event_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "interdict/base/hash.h"
#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/documents/events/near_duplicates.h"
#include "interdict/documents/scan_json.h"

namespace interdict::documents {
namespace {

// Names by how many statements give them, then by spelling.
class NameCounts {
 public:
  void Add(const std::string& name) {
    if (!name.empty()) ++counts_[name];
  }
  std::vector<std::string> Take() const {
    std::vector<std::pair<std::string, int>> names(counts_.begin(), counts_.end());
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> sorted;
    for (const auto& [name, count] : names) sorted.push_back(name);
    return sorted;
  }

 private:
  std::map<std::string, int> counts_;
};

// Without names that say no more than another one does: "the cartel" beside "Cartel of Roe".
void DropVague(std::vector<std::string>* names) {
  std::vector<std::vector<std::string>> words;
  for (const std::string& name : *names) words.push_back(TargetWords(name));
  std::vector<std::string> kept;
  for (size_t i = 0; i < names->size(); ++i) {
    bool vague = false;
    for (size_t j = 0; j < names->size() && !vague; ++j) {
      const bool within =
          std::includes(words[j].begin(), words[j].end(), words[i].begin(), words[i].end());
      // Of two that say the same the first, which is the more frequent, stays.
      vague = within && (words[i].size() < words[j].size() || (words[i] == words[j] && j < i));
    }
    if (!vague) kept.push_back((*names)[i]);
  }
  *names = std::move(kept);
}

// The type that most statements give; "sanctions" only where none is more exact.
MeasureType ShownType(const std::map<MeasureType, int>& types) {
  MeasureType shown = MeasureType::kSanctions;
  int most = 0;
  for (const auto& [type, count] : types) {
    if (type == MeasureType::kSanctions || count <= most) continue;
    shown = type;
    most = count;
  }
  return shown;
}

// What a status says of the deed; the greater, the more.
int Weight(MeasureStatus status) {
  constexpr int kWeights[] = {6, 5, 3, 4, 2, 1};  // in the order of the enumerators
  return kWeights[static_cast<size_t>(status)];
}

bool Asserts(MeasureStatus status) {
  return status == MeasureStatus::kInForce || status == MeasureStatus::kAnnounced;
}

class EventBuilder {
 public:
  EventBuilder(const std::vector<const Scan*>& scans, const Clusters& clusters,
               const EventCluster& cluster)
      : scans_(scans), clusters_(clusters), cluster_(cluster) {}

  Event Build() {
    CollectPlaces();
    SeparateCopies();
    Describe();
    ChooseDate();
    RunStatus();
    event_.conflicting = Conflicting();
    ReadListings();
    event_.id = Id();
    return std::move(event_);
  }

 private:
  const Scan& ScanAt(const StatementPlace& place) const { return *scans_[place.scan]; }
  const Measure& At(const StatementPlace& place) const {
    return ScanAt(place).measures[place.measure];
  }
  std::string_view Evidence(const StatementPlace& place) const {
    return ScanAt(place).document.Text(At(place).evidence);
  }

  void CollectPlaces() {
    for (uint32_t position : cluster_.members()) {
      const StatementFacts& facts = clusters_.facts[position];
      places_.push_back({facts.scan, facts.measure});
    }
    std::sort(places_.begin(), places_.end(), [&](const auto& a, const auto& b) {
      return std::pair(clusters_.rank[a.scan], a.measure) <
             std::pair(clusters_.rank[b.scan], b.measure);
    });
  }

  // One statement for each sentence; what other documents print of it are its copies.
  void SeparateCopies() {
    std::vector<std::string_view> texts;
    for (const StatementPlace& place : places_) texts.push_back(Evidence(place));
    const std::vector<uint32_t> first = FirstNearDuplicates(texts);
    std::map<std::pair<uint32_t, MeasureStatus>, uint32_t> originals;  // positions of statements
    for (uint32_t i = 0; i < places_.size(); ++i) {
      const auto [original, is_new] =
          originals.emplace(std::pair(first[i], At(places_[i]).status),
                            static_cast<uint32_t>(event_.statements.size()));
      if (is_new || HasScan(event_.statements[original->second], places_[i].scan)) {
        event_.statements.push_back({places_[i], {}});
      } else {
        event_.statements[original->second].copies.push_back(places_[i]);
      }
    }
  }

  // A document that says a thing twice is no copy of itself.
  static bool HasScan(const Statement& statement, uint32_t scan) {
    return statement.place.scan == scan ||
           std::any_of(statement.copies.begin(), statement.copies.end(),
                       [&](const StatementPlace& copy) { return copy.scan == scan; });
  }

  void Describe() {
    NameCounts actors, targets;
    std::map<MeasureType, int> types;
    for (const StatementPlace& place : places_) {
      const Measure& measure = At(place);
      ++types[measure.type];
      for (const Role& role : measure.actors) actors.Add(RoleName(ScanAt(place), role));
      for (const Role& role : measure.targets) targets.Add(RoleName(ScanAt(place), role));
    }
    event_.actors = actors.Take();
    event_.targets = targets.Take();
    DropVague(&event_.targets);
    event_.type = ShownType(types);
  }

  // The narrowest date of the deed; where nothing is done, of the intention.
  void ChooseDate() {
    std::optional<std::tuple<bool, int32_t, std::string>> best;
    for (uint32_t position : cluster_.members()) {
      const StatementFacts& facts = clusters_.facts[position];
      if (!facts.when) continue;
      const std::string& value = At({facts.scan, facts.measure}).date.value;
      const std::tuple candidate(!facts.Done(), facts.when->days(), value);
      if (!best || candidate < *best) best = candidate;
    }
    if (best) event_.date = std::get<std::string>(*best);
  }

  void RunStatus() {
    const Statement* latest = nullptr;
    for (uint32_t i = 0; i < event_.statements.size(); ++i) {
      const Statement& statement = event_.statements[i];
      if (latest == nullptr || Standing(*latest) < Standing(statement)) latest = &statement;
      const bool turns =
          event_.history.empty() ||
          At(event_.statements[event_.history.back()].place).status != At(statement.place).status;
      if (turns) event_.history.push_back(i);
    }
    event_.status = At(latest->place).status;
  }

  // Who can know, or the author's own report, before hearsay; later before earlier; in one text,
  // what says most. An unknown day of publication overrules no known one.
  std::tuple<bool, Date, int> Standing(const Statement& statement) const {
    const Measure& measure = At(statement.place);
    const auto& published = ScanAt(statement.place).document.published.date;
    return {measure.attribution.competent || measure.attribution.kind == SourceKind::kAuthor,
            published ? published->last : Date{INT32_MIN}, Weight(measure.status)};
  }

  // Who is answerable for a statement: its source, else the outlet or file.
  std::string Voice(const StatementPlace& place) const {
    const Attribution& attribution = At(place).attribution;
    if (!attribution.source.empty()) return LookupKey(attribution.source);
    const Document& document = ScanAt(place).document;
    return "author:" + LookupKey(document.outlet.empty() ? document.file : document.outlet);
  }

  // Asserted and denied, and not by one voice alone that has changed its mind.
  bool Conflicting() const {
    std::set<std::string> asserting, denying;
    for (const StatementPlace& place : places_) {
      const MeasureStatus status = At(place).status;
      if (status == MeasureStatus::kDenied) denying.insert(Voice(place));
      if (Asserts(status)) asserting.insert(Voice(place));
    }
    if (asserting.empty() || denying.empty()) return false;
    return asserting.size() > 1 || asserting != denying;
  }

  void ReadListings() {
    std::set<std::string> entities;
    for (const StatementPlace& place : places_) {
      const Measure& measure = At(place);
      for (const Role& role : measure.targets) {
        if (role.party == kNone) continue;
        const Party& party = ScanAt(place).parties[role.party];
        if (!party.entity.empty()) entities.insert(party.entity);
        const bool earlier = event_.listed.empty() || party.listed < event_.listed;
        if (!party.listed.empty() && earlier) event_.listed = party.listed;
        if (IsAnnouncedUnlisted(measure, party)) event_.announced_not_listed = true;
      }
    }
    event_.entities.assign(entities.begin(), entities.end());
  }

  // Of type, parties and date; where there is no date, of the first statement.
  std::string Id() const {
    std::string key(MeasureTypeName(event_.type));
    for (const std::string& actor : cluster_.actors()) key += "\n" + actor;
    key += "\n";
    for (const std::string& target : cluster_.targets()) key += "\n" + target;
    for (const auto& words : cluster_.classes()) key += "\n" + Join(words, " ");
    key += "\n\n" + (event_.date.empty() ? LookupKey(Evidence(event_.statements.front().place))
                                         : event_.date);
    return "ev-" + Sha256Hex(key).substr(0, 12);
  }

  const std::vector<const Scan*>& scans_;
  const Clusters& clusters_;
  const EventCluster& cluster_;
  std::vector<StatementPlace> places_;
  Event event_;
};

}  // namespace

Event BuildEvent(const std::vector<const Scan*>& scans, const Clusters& clusters,
                 const EventCluster& cluster) {
  return EventBuilder(scans, clusters, cluster).Build();
}

bool IsAnnouncedUnlisted(const Measure& measure, const Party& party) {
  return measure.type == MeasureType::kDesignation && !measure.ended && Asserts(measure.status) &&
         party.kind != PartyKind::kGovernment && party.entity.empty() && party.candidates.empty();
}

}  // namespace interdict::documents
