#include "interdict/lists/ofac/ofac_phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"

namespace interdict {
namespace {

constexpr std::string_view kField = "Remarks";
constexpr size_t kMaxPhrase = 1000;

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool AddAttribute(AttributeKind kind, std::string_view value, Record* record) {
  record->attributes.push_back({kind, std::string(value), std::string(kField)});
  return true;
}

bool AddRelation(RelationKind kind, std::string_view target, std::string_view text,
                 Record* record) {
  target = Trim(target);
  if (target.empty()) return false;
  Relation relation;
  relation.kind = kind;
  relation.target_name = std::string(target);
  relation.text = std::string(Trim(text));
  relation.field = std::string(kField);
  record->relations.push_back(std::move(relation));
  return true;
}

// A kind of phrase that is known by how it begins; case does not matter.
struct Opening {
  std::string_view words;
  AttributeKind kind;
};

constexpr auto kOpenings = std::to_array<Opening>({
    // What becomes of the party: custody, indictments, search.
    {"ICTY indictee", AttributeKind::kTopic},
    {"arrested ", AttributeKind::kTopic},
    {"currently incarcerated ", AttributeKind::kTopic},
    {"currently in jail ", AttributeKind::kTopic},
    {"currently in remand ", AttributeKind::kTopic},
    {"currently in custody", AttributeKind::kTopic},
    {"incarcerated ", AttributeKind::kTopic},
    {"imprisoned ", AttributeKind::kTopic},
    {"in custody ", AttributeKind::kTopic},
    {"wanted by ", AttributeKind::kTopic},
    {"named in UNSCR ", AttributeKind::kTopic},
    // How the party looks.
    {"Individual's height is ", AttributeKind::kAppearance},
    {"Height ", AttributeKind::kAppearance},
    {"Weight ", AttributeKind::kAppearance},
    {"Hair Color ", AttributeKind::kAppearance},
    {"Eye Color ", AttributeKind::kAppearance},
    {"Scars", AttributeKind::kAppearance},
    // What of the party is listed.
    {"Operations in ", AttributeKind::kNote},
    {"Also operations in", AttributeKind::kNote},
    {"This designation refers to ", AttributeKind::kNote},
    // What the sanctions forbid.
    {"United States financial institutions are prohibited ", AttributeKind::kSectoralDirective},
});

bool ReadOpening(std::string_view phrase, Record* record) {
  for (const Opening& opening : kOpenings) {
    if (StartsWithIgnoreCase(phrase, opening.words)) {
      return AddAttribute(opening.kind, phrase, record);
    }
  }
  return false;
}

// --- scope of a listing, sources ----------------------------------------------------------------

bool IsScope(std::string_view phrase) {
  const std::string lower = AsciiLower(phrase);
  if (lower.size() > 60) return false;
  std::string_view text = lower;
  ConsumePrefix(&text, "and ");
  const bool places = Contains(text, "offices") || Contains(text, "branch") ||
                      Contains(text, "locations") || Contains(text, "operations");
  return places && (text.starts_with("all ") || text.starts_with("other ") ||
                    text.starts_with("only ") || text.ends_with(" only"));
}

// "For more information on directives, please visit the following link: http..."
std::string_view LinkOfSentence(std::string_view phrase) {
  constexpr std::string_view kSentence = "following link:";
  if (!StartsWithIgnoreCase(phrase, "for more information")) return {};
  const size_t at = phrase.find(kSentence);
  if (at == std::string_view::npos) return {};
  std::string_view link = Trim(phrase.substr(at + kSentence.size()));
  if (link.ends_with('.')) link.remove_suffix(1);
  return link.starts_with("http") && !Contains(link, " ") ? link : std::string_view();
}

bool ReadScopeOrSource(std::string_view phrase, Record* record) {
  if (const auto link = LinkOfSentence(phrase); !link.empty()) {
    return AddAttribute(AttributeKind::kSourceUrl, link, record);
  }
  if (IsScope(phrase)) return AddAttribute(AttributeKind::kNote, phrase, record);
  // "All offices worldwide. For more information on directives, ..."
  const size_t stop = phrase.find(". ");
  if (stop == std::string_view::npos || !IsScope(phrase.substr(0, stop))) return false;
  const auto link = LinkOfSentence(Trim(phrase.substr(stop + 1)));
  if (link.empty()) return false;
  AddAttribute(AttributeKind::kNote, phrase.substr(0, stop), record);
  return AddAttribute(AttributeKind::kSourceUrl, link, record);
}

// "info@example.org (email).", "www.example.org", "http://example.org (website)".
bool ReadContact(std::string_view phrase, Record* record) {
  if (phrase.ends_with('.')) phrase.remove_suffix(1);
  for (std::string_view tail : {" (email)", " (website)"}) {
    if (phrase.ends_with(tail)) phrase.remove_suffix(tail.size());
  }
  phrase = Trim(phrase);
  if (Contains(phrase, " ") || !Contains(phrase, ".")) return false;
  if (phrase.starts_with("http://") || phrase.starts_with("https://") ||
      phrase.starts_with("www.")) {
    return AddAttribute(AttributeKind::kWebsite, phrase, record);
  }
  const size_t at = phrase.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  return AddAttribute(AttributeKind::kEmail, phrase, record);
}

// --- relations ----------------------------------------------------------------------------------

constexpr auto kKinship = std::to_array<std::string_view>(
    {"wife",          "husband",       "spouse",         "widow",         "son",
     "daughter",      "child",         "father",         "mother",        "brother",
     "sister",        "half-brother",  "half-sister",    "son-in-law",    "daughter-in-law",
     "father-in-law", "mother-in-law", "brother-in-law", "sister-in-law", "uncle",
     "aunt",          "nephew",        "niece",          "cousin",        "grandson",
     "granddaughter", "relative",      "former wife",    "ex-wife"});

bool IsKinship(std::string_view word) {
  return std::find(kKinship.begin(), kKinship.end(), AsciiLower(word)) != kKinship.end();
}

// "wife of NAME": the words before " of " must be a kinship and nothing else. "NAME's eldest son".
bool ReadKinship(std::string_view phrase, Record* record) {
  constexpr std::string_view kOf = " of ";
  const size_t of = phrase.find(kOf);
  if (of != std::string_view::npos && IsKinship(phrase.substr(0, of))) {
    return AddRelation(RelationKind::kFamilyOf, phrase.substr(of + kOf.size()),
                       phrase.substr(0, of + kOf.size()), record);
  }
  const size_t possessive = phrase.rfind("'s ");
  const size_t last = phrase.rfind(' ');
  if (possessive == std::string_view::npos || !IsKinship(phrase.substr(last + 1))) return false;
  return AddRelation(RelationKind::kFamilyOf, phrase.substr(0, possessive),
                     phrase.substr(possessive + 3), record);
}

bool ReadAssociation(std::string_view phrase, Record* record) {
  // "Assocated" stands so in the list.
  for (std::string_view words : {"associated with ", "assocated with ", "associate of "}) {
    if (!StartsWithIgnoreCase(phrase, words)) continue;
    return AddRelation(RelationKind::kAssociateOf, phrase.substr(words.size()),
                       phrase.substr(0, words.size()), record);
  }
  return false;
}

// "Member ETA": a group, not an office, when one word in capitals follows.
bool ReadMembership(std::string_view phrase, Record* record) {
  constexpr std::string_view kMember = "member ";
  if (!StartsWithIgnoreCase(phrase, kMember)) return false;
  const std::string_view group = Trim(phrase.substr(kMember.size()));
  const bool capitals = !group.empty() && std::all_of(group.begin(), group.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || c == '-';
  });
  return capitals && AddRelation(RelationKind::kMemberOf, group, kMember, record);
}

// The legislative council list gives party and constituency: "HAMAS - Hebron", "PFLP".
bool ReadPartyGroup(std::string_view phrase, Record* record) {
  const bool council = std::any_of(record->designations.begin(), record->designations.end(),
                                   [](const Designation& d) { return d.program == "NS-PLC"; });
  if (!council || record->schema != Schema::kPerson) return false;
  const std::string_view group = Trim(phrase.substr(0, phrase.find(" - ")));
  return AddRelation(RelationKind::kMemberOf, group, phrase, record);
}

// "From Gujranwala, Punjab province, Pakistan": an address, if it ends in a country.
bool ReadWhereabouts(std::string_view phrase, Record* record) {
  std::string_view words;
  for (std::string_view opening : {"From: ", "From ", "Possibly Located in "}) {
    if (words.empty() && ConsumePrefix(&phrase, opening)) words = opening;
  }
  if (words.empty()) return false;
  const size_t comma = phrase.rfind(',');
  const std::string_view land =
      comma == std::string_view::npos ? phrase : Trim(phrase.substr(comma + 1));
  Address address;
  address.country = CountryCode(land);
  if (address.country.empty()) return false;
  address.full = std::string(phrase);
  address.country_text = std::string(land);
  address.remark = std::string(Trim(words));
  address.field = std::string(kField);
  record->addresses.push_back(std::move(address));
  return true;
}

// --- titles and posts ---------------------------------------------------------------------------

constexpr auto kTitles = std::to_array<std::string_view>(
    {"haji",    "hajji",   "al-haj",    "hojjatoleslam", "ayatollah", "ustad",  "ustadz", "dr",
     "dr.",     "doctor",  "engineer",  "eng.",          "sheikh",    "shaykh", "mullah", "maulavi",
     "maulawi", "mawlawi", "mulawi",    "maulana",       "moulana",   "qari",   "mufti",  "imam",
     "prof",    "prof.",   "professor", "sayyid",        "mr",        "mr.",    "mrs",    "ms",
     "alhaj",   "hafiz",   "malik",     "the honourable"});

// Words that name a post, a rank or an occupation. Of a word with hyphens each part is looked at:
// "Vice-Chairperson", "Prosecutor-General", "ex-President".
const std::unordered_set<std::string_view>& Posts() {
  static const auto* const kPosts = new std::unordered_set<std::string_view>({
      "accountant",     "adjutant",       "administrator", "admiral",     "advisor",
      "adviser",        "agent",          "aide",          "ambassador",  "analyst",
      "assistant",      "attache",        "attorney",      "auditor",     "banker",
      "bishop",         "brigadier",      "broker",        "businessman", "businesswoman",
      "cadre",          "captain",        "ceo",           "cfo",         "chair",
      "chairman",       "chairperson",    "chairwoman",    "chancellor",  "chef",
      "chemist",        "chief",          "clerk",         "col",         "colonel",
      "command",        "commandant",     "commander",     "commissar",   "commissioner",
      "comptroller",    "congressman",    "constituent",   "consul",      "contractor",
      "controller",     "coordinator",    "corporal",      "councillor",  "counsel",
      "counselor",      "counsellor",     "courier",       "dealer",      "dean",
      "delegate",       "deputy",         "designer",      "diplomat",    "director",
      "driver",         "editor",         "emir",          "employee",    "engineer",
      "envoy",          "executive",      "facilitator",   "fighter",     "figure",
      "financier",      "founder",        "fundraiser",    "general",     "governor",
      "guard",          "guerrilla",      "head",          "ideologue",   "imam",
      "inspector",      "instructor",     "investigator",  "journalist",  "judge",
      "justice",        "lawyer",         "leader",        "lecturer",    "legislator",
      "liaison",        "lieutenant",     "magistrate",    "major",       "manager",
      "marshal",        "mayor",          "mediator",      "member",      "merchant",
      "militant",       "minister",       "minster",       "mp",          "mufti",
      "negotiator",     "notary",         "officer",       "official",    "ombudsman",
      "operative",      "operator",       "organizer",     "owner",       "partner",
      "physician",      "pilot",          "politician",    "premier",     "president",
      "principal",      "professor",      "propagandist",  "prosecutor",  "rector",
      "recruiter",      "representative", "researcher",    "scientist",   "secretary",
      "senator",        "sergeant",       "shareholder",   "smuggler",    "soldier",
      "speaker",        "spokesman",      "spokesperson",  "spokeswoman", "student",
      "superintendent", "supervisor",     "teacher",       "technician",  "trader",
      "trafficker",     "trainer",        "transporter",   "treasurer",   "trustee",
      "undersecretary", "warden",         "worker",
  });
  return *kPosts;
}

// Whether a word of the phrase is a post. A body's name alone ("Korea Ryonbong General
// Corporation") holds such words too, so this is asked of individuals only.
bool NamesPost(std::string_view phrase) {
  const std::string lower = AsciiLower(phrase);
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
  size_t at = lower.find_first_of(kLetters);
  while (at != std::string::npos) {
    const size_t end = std::min(lower.find_first_not_of(kLetters, at), lower.size());
    if (Posts().contains(std::string_view(lower).substr(at, end - at))) return true;
    at = lower.find_first_of(kLetters, end);
  }
  return false;
}

bool ReadTitleOrPost(std::string_view phrase, Record* record) {
  if (record->schema != Schema::kPerson) return false;
  const std::string lower = AsciiLower(phrase);
  if (std::find(kTitles.begin(), kTitles.end(), lower) != kTitles.end()) {
    return AddAttribute(AttributeKind::kTitle, phrase, record);
  }
  return NamesPost(phrase) && AddAttribute(AttributeKind::kPosition, phrase, record);
}

}  // namespace

bool ReadOfacPhrase(std::string_view phrase, Record* record) {
  if (phrase.empty() || phrase.size() > kMaxPhrase) return false;
  return ReadOpening(phrase, record) || ReadScopeOrSource(phrase, record) ||
         ReadContact(phrase, record) || ReadKinship(phrase, record) ||
         ReadAssociation(phrase, record) || ReadMembership(phrase, record) ||
         ReadPartyGroup(phrase, record) || ReadWhereabouts(phrase, record) ||
         ReadTitleOrPost(phrase, record);
}

}  // namespace interdict
