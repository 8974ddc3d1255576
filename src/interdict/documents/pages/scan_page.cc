#include "interdict/documents/pages/scan_page.h"

#include <algorithm>
#include <array>
#include <map>

#include "interdict/documents/pages/marked_text.h"
#include "interdict/documents/pages/page_html.h"
#include "interdict/documents/pages/page_parts.h"
#include "interdict/documents/scan_json.h"
#include "interdict/entity/partial_date.h"

namespace interdict::documents {
namespace {

constexpr std::string_view kStyle = R"css(
.text { font: 17px/1.65 Charter, "Bitstream Charter", Georgia, "Noto Serif", serif;
  max-width: 46rem; }
.text p { margin: 0 0 .8em; unicode-bidi: isolate; }
.text .title { font-weight: 700; font-size: 1.2em; line-height: 1.35; }
.text .chrome { color: var(--dim); font: 13px/1.5 system-ui, sans-serif; opacity: .85;
  border-left: 3px solid var(--rule); padding-left: .7rem; }
.text .chrome .tag, .skipped { font: 12px/1.4 ui-monospace, monospace; color: var(--dim); }
.text .chrome .tag { margin-right: .6rem; }
.text a { color: inherit; text-decoration-line: none; cursor: pointer; border-radius: 2px; }
.text .m { text-decoration: underline dotted 1.5px var(--other); text-underline-offset: 3px; }
.text .m.homonym { text-decoration: underline wavy 1.5px var(--party); }
.text .m.announced_unlisted { text-decoration: underline double 2px var(--party); }
.text .m.listed { text-decoration: underline solid 2.5px var(--party); }
.text .t { font-weight: 650; }
.text .t.in_force { color: var(--in_force); } .text .t.announced { color: var(--announced); }
.text .t.considered { color: var(--considered); } .text .t.offered { color: var(--offered); }
.text .t.alleged { color: var(--alleged); } .text .t.denied { color: var(--denied); }
.text .t[data-begin].in_force::before { content: "■\a0" / ""; }
.text .t[data-begin].announced::before { content: "▲\a0" / ""; }
.text .t[data-begin].considered::before { content: "◇\a0" / ""; }
.text .t[data-begin].offered::before { content: "●\a0" / ""; }
.text .t[data-begin].alleged::before { content: "?\a0" / ""; }
.text .t[data-begin].denied::before { content: "✕\a0" / ""; }
.text .t[data-begin]::before { font-size: .72em; vertical-align: .12em; }
.text .e { background: var(--evidence); }
.text .on-evidence { background: var(--lit); }
.text .on-actor, .text .on-target, .text .on-date, .text .on-cue, .text .on-condition {
  outline: 1.5px solid var(--ink); outline-offset: 1px; }
.text .on-date, .text .on-cue, .text .on-condition { outline-style: dashed; }
.text a:hover, .text a.shown { box-shadow: inset 0 -.55em 0 var(--lit); }
article { border-top: 1px solid var(--rule); padding-top: 1.25rem; margin-top: 1.5rem; }
.meta { margin: 0 0 1rem; } nav ol { columns: 24rem; padding-left: 1.5rem; }
.sample { font: 17px/1.4 Charter, Georgia, serif; text-underline-offset: 3px; }
.sample.listed { text-decoration: underline solid 2.5px var(--party); }
.sample.announced_unlisted { text-decoration: underline double 2px var(--party); }
.sample.homonym { text-decoration: underline wavy 1.5px var(--party); }
.sample.unlisted { text-decoration: underline dotted 1.5px var(--other); }
.quote { display: block; min-width: 16rem; max-width: 34rem; }
@media print { .quote { min-width: 0; } .text { max-width: none; font-size: 10.5pt; }
  .text [data-codes]::after { content: "[" attr(data-codes) "]"; font: 7pt system-ui, sans-serif;
    vertical-align: super; color: #444444; }
  article { break-before: page; } article:first-of-type { break-before: auto; } }
)css";

constexpr std::array kKinds = {PartyKind::kPerson,     PartyKind::kOrganization,
                               PartyKind::kVessel,     PartyKind::kAircraft,
                               PartyKind::kGovernment, PartyKind::kArmedGroup};

// What the lists say of a party; also the class of its marks.
enum class Listing { kListed, kAnnouncedUnlisted, kHomonym, kUnlisted };
constexpr std::array kListingClasses = {"listed", "announced_unlisted", "homonym", "unlisted"};
constexpr std::array kListingNames = {"listed", "designated, on no loaded list",
                                      "one of several listed", "not listed"};

Listing ListingOf(const Party& party) {
  if (!party.entity.empty()) return Listing::kListed;
  if (party.announced_unlisted) return Listing::kAnnouncedUnlisted;
  return party.candidates.empty() ? Listing::kUnlisted : Listing::kHomonym;
}

std::string_view ListingClass(const Party& party) {
  return kListingClasses[static_cast<size_t>(ListingOf(party))];
}

// What is shown of all documents together.
struct Totals {
  size_t text = 0, mentions = 0, measures = 0, parties = 0;
  ClassCounts mentions_by, measures_by;  // by class of their marks

  explicit Totals(const std::vector<const Scan*>& scans) {
    for (const Scan* scan : scans) {
      text += scan->document.text.size();
      parties += scan->parties.size();
      mentions += scan->mentions.size();
      measures += scan->measures.size();
      for (const Mention& mention : scan->mentions) {
        if (mention.party == kNone) continue;
        const Party& party = scan->parties[mention.party];
        ++mentions_by[std::string(PartyKindName(party.kind))];
        ++mentions_by[std::string(ListingClass(party))];
      }
      for (const Measure& measure : scan->measures) {
        ++measures_by[std::string(MeasureStatusName(measure.status))];
      }
    }
  }
};

// What may still be shown.
struct Budget {
  size_t text = 0;
  size_t mention_rows = 0;
  bool findings_only = false;
};

// One document of the page.
class DocumentPart {
 public:
  DocumentPart(const Scan& scan, size_t number, Budget* budget)
      : scan_(scan), prefix_("d" + Number(number) + "-"), budget_(budget) {
    OrderParties();
  }

  std::string Html() {
    CollectMarks();
    const Document& document = scan_.document;
    const std::string language = LanguageTag(document.language);
    std::string html =
        "<article id=\"" + prefix_ + "text\" aria-labelledby=\"" + prefix_ + "head\">\n<h2 id=\"" +
        prefix_ + "head\">" + Isolated(document.file) + "</h2>\n" + Meta() + "<div class=\"text\"" +
        (language.empty() ? "" : " lang=\"" + language + "\"") + ">\n" + Blocks() + "</div>\n";
    html += PartyTable() + MeasureTable() + MentionTable();
    return html + "</article>\n";
  }

  static std::string Heading(const Document& document) {
    if (!document.title.empty()) return document.title;
    for (const Block& block : document.blocks) {
      if (block.kind == BlockKind::kTitle) return std::string(document.Text(block.span));
    }
    return document.file;
  }

 private:
  std::string Id(char kind, size_t position) const { return prefix_ + kind + Number(position); }
  std::string PartyCode(uint32_t party) const { return "P" + Number(code_of_[party]); }
  static std::string MeasureCode(size_t measure) { return "M" + Number(measure + 1); }

  std::string PartyLink(uint32_t party) const {
    return "<a href=\"#" + Id('p', party) + "\">" + PartyCode(party) + "</a> " +
           Isolated(scan_.parties[party].name);
  }
  std::string MeasureLink(uint32_t measure) const {
    return "<a href=\"#" + Id('v', measure) + "\">" + MeasureCode(measure) + "</a>";
  }

  // Listed parties first, in the order of the hits; then as the text names them.
  void OrderParties() {
    code_of_.assign(scan_.parties.size(), 0);
    const auto add = [&](uint32_t party) {
      if (party == kNone || code_of_[party] != 0) return;
      order_.push_back(party);
      code_of_[party] = order_.size();
    };
    for (const DocumentHit& hit : scan_.hits) add(hit.party);
    for (const Mention& mention : scan_.mentions) add(mention.party);
    for (uint32_t party = 0; party < scan_.parties.size(); ++party) add(party);
  }

  void CollectMarks() {
    const size_t mentions = scan_.mentions.size();
    links_.reserve(mentions + scan_.measures.size());
    for (uint32_t i = 0; i < mentions; ++i) links_.push_back(MentionMark(i));
    for (uint32_t i = 0; i < scan_.measures.size(); ++i) {
      const Measure& measure = scan_.measures[i];
      links_.push_back({measure.trigger, "t " + std::string(MeasureStatusName(measure.status)),
                        Id('v', i), MeasureCode(i)});
      AddZones(measure, Id('v', i));
    }
    FileByBlock();
  }

  LinkMark MentionMark(uint32_t position) const {
    const Mention& mention = scan_.mentions[position];
    LinkMark mark{mention.span, "m", Id('m', position), ""};
    if (mention.party == kNone) return mark;
    const Party& party = scan_.parties[mention.party];
    mark.classes +=
        " " + std::string(PartyKindName(party.kind)) + " " + std::string(ListingClass(party));
    mark.ids += " " + Id('p', mention.party);
    mark.code = PartyCode(mention.party);
    return mark;
  }

  void AddZones(const Measure& measure, const std::string& id) {
    zones_.push_back({measure.evidence, id + ":evidence", "e"});
    const auto add = [&](Span span, std::string_view role) {
      if (!span.empty()) zones_.push_back({span, id + ":" + std::string(role), ""});
    };
    for (const Role& role : measure.actors) add(role.span, "actor");
    for (const Role& role : measure.targets) add(role.span, "target");
    add(measure.date.expression, "date");
    add(measure.attribution.cue, "cue");
    add(measure.condition, "condition");
  }

  // Files every mark under each block that it touches.
  void FileByBlock() {
    by_block_.resize(scan_.document.blocks.size());
    for (const LinkMark& link : links_) {
      ForBlocks(link.span, [&](size_t block) { by_block_[block].links.push_back(&link); });
    }
    for (const ZoneMark& zone : zones_) {
      ForBlocks(zone.span, [&](size_t block) { by_block_[block].zones.push_back(&zone); });
    }
  }

  template <typename Action>
  void ForBlocks(Span span, const Action& action) const {
    const std::vector<Block>& blocks = scan_.document.blocks;
    auto block = std::partition_point(blocks.begin(), blocks.end(), [&](const Block& candidate) {
      return candidate.span.end <= span.begin;
    });
    for (; block != blocks.end() && block->span.begin < span.end; ++block) {
      action(static_cast<size_t>(block - blocks.begin()));
    }
  }

  std::string Meta() const {
    const Document& document = scan_.document;
    const Publication& published = document.published;
    std::string html = "<p class=\"meta dim\">";
    if (!document.outlet.empty()) html += Isolated(document.outlet) + " · ";
    html += published.date ? "published " + FormatPartialDate(*published.date) + " (" +
                                 Spaced(VisibleText(published.basis)) + ")"
                           : "publication date unknown";
    html += " · " + std::string(MarkupName(document.markup)) + ", " +
            VisibleText(document.encoding) + "</p>\n";
    for (const std::string& warning : document.warnings) {
      html += "<p class=\"notice\">" + Isolated(warning) + "</p>\n";
    }
    return html + Candidates();
  }

  std::string Candidates() const {
    const auto& candidates = scan_.document.published.candidates;
    if (candidates.empty()) return "";
    std::string html =
        "<details><summary class=\"dim\">Dates considered: " + Number(candidates.size()) +
        "</summary><ul>";
    for (const auto& candidate : candidates) {
      html += "<li>" + Isolated(candidate.text) +
              (candidate.value.empty() ? "" : " (" + VisibleText(candidate.value) + ")") + ": " +
              Isolated(candidate.verdict) + "</li>";
    }
    return html + "</ul></details>\n";
  }

  std::string Blocks() {
    const std::vector<Block>& blocks = scan_.document.blocks;
    std::string html;
    size_t skipped = 0;
    for (size_t i = 0; i < blocks.size(); ++i) {
      const bool wanted = !budget_->findings_only || !by_block_[i].empty();
      if (!wanted || blocks[i].span.size() > budget_->text) {
        ++skipped;
        continue;
      }
      html += Skipped(&skipped);
      budget_->text -= blocks[i].span.size();
      html += Paragraph(blocks[i], by_block_[i]);
    }
    return html + Skipped(&skipped);
  }

  static std::string Skipped(size_t* count) {
    if (*count == 0) return "";
    const std::string html =
        "<p class=\"skipped\">[" + Counted(*count, "paragraph") + " not shown]</p>\n";
    *count = 0;
    return html;
  }

  std::string Paragraph(const Block& block, const RunMarks& marks) const {
    const std::string words = MarkedText(scan_.document.text, block.span, marks);
    if (block.kind == BlockKind::kBody) return "<p dir=\"auto\">" + words + "</p>\n";
    const std::string kind(BlockKindName(block.kind));
    if (block.kind == BlockKind::kTitle) {
      return "<p dir=\"auto\" class=\"title\">" + words + "</p>\n";
    }
    return "<p dir=\"auto\" class=\"chrome\"><span class=\"tag\" title=\"" +
           VisibleText(block.reason) + "\">" + kind + "</span>" + words + "</p>\n";
  }

  std::string PartyTable() const {
    if (order_.empty()) return "<p class=\"dim\">No parties found.</p>\n";
    std::vector<size_t> mentions(scan_.parties.size());
    std::vector<double> score(scan_.parties.size());
    for (const Mention& mention : scan_.mentions) {
      if (mention.party == kNone) continue;
      ++mentions[mention.party];
      score[mention.party] = std::max(score[mention.party], mention.score);
    }
    std::string rows;
    for (uint32_t position : order_) {
      const Party& party = scan_.parties[position];
      rows += Row(
          "<tr id=\"" + Id('p', position) + "\" class=\"" + std::string(PartyKindName(party.kind)) +
              " " + std::string(ListingClass(party)) + "\">",
          {PartyCode(position), Isolated(party.name), Spaced(PartyKindName(party.kind)),
           ListEntry(party), NameList(party.programs),
           "<span class=\"nowrap\">" + VisibleText(party.listed) + "</span>",
           Number(mentions[position]), TwoDigits(score[position]), MeasuresAgainst(position)});
    }
    return Table("Parties",
                 {"Party", "Name", "Kind", "List entry", "Programmes", "Listed since", "Mentions",
                  "Best score", "Target of"},
                 rows);
  }

  static std::string ListEntry(const Party& party) {
    switch (ListingOf(party)) {
      case Listing::kListed: {
        std::string html = "<code>" + VisibleText(party.entity) + "</code>";
        for (const std::string& record : party.records) {
          if (record != party.entity) html += " <code>" + VisibleText(record) + "</code>";
        }
        return html;
      }
      case Listing::kAnnouncedUnlisted:
        return "<span class=\"flag\">designated, on no loaded list</span>";
      case Listing::kHomonym:
        return "one of: " + RulesText(party.candidates);
      case Listing::kUnlisted:
        break;
    }
    return "not listed";
  }

  std::string MeasuresAgainst(uint32_t party) const {
    std::string html;
    for (uint32_t i = 0; i < scan_.measures.size(); ++i) {
      for (const Role& role : scan_.measures[i].targets) {
        if (role.party != party) continue;
        html += (html.empty() ? "" : " ") + MeasureLink(i);
        break;
      }
    }
    return html;
  }

  std::string Roles(const std::vector<Role>& roles) const {
    std::string html;
    for (const Role& role : roles) {
      html += html.empty() ? "" : "; ";
      html += role.party == kNone ? Isolated(role.text) : PartyLink(role.party);
    }
    return html;
  }

  std::string MeasureTable() const {
    if (scan_.measures.empty()) return "<p class=\"dim\">No measures found.</p>\n";
    std::string rows;
    for (uint32_t i = 0; i < scan_.measures.size(); ++i) {
      const Measure& measure = scan_.measures[i];
      const std::string status(MeasureStatusName(measure.status));
      rows +=
          Row("<tr id=\"" + Id('v', i) + "\" class=\"" + status + "\">",
              {MeasureCode(i), Spaced(MeasureTypeName(measure.type)) + Details(measure),
               Roles(measure.actors), Roles(measure.targets), StatusLabel(measure.status),
               DateCell(measure.date), AttributionText(measure.attribution), EvidenceCell(measure),
               "<code class=\"nowrap\">" + VisibleText(measure.event) + "</code> " +
                   RulesText(measure.rules)});
    }
    return Table("Measures",
                 {"Measure", "Type", "Actor", "Target", "Status", "Date", "According to",
                  "Evidence", "Event, rules"},
                 rows);
  }

  // What the type leaves open.
  static std::string Details(const Measure& measure) {
    std::string html;
    if (!measure.list.empty()) html += "; " + Isolated(measure.list);
    if (!measure.amount.empty()) html += "; " + VisibleText(measure.amount);
    if (measure.presupposed) html += "; presupposed";
    if (measure.ended) html += "; ended";
    return html;
  }

  std::string EvidenceCell(const Measure& measure) const {
    std::string html = "<q class=\"quote\"><bdi>" +
                       VisibleText(scan_.document.Text(measure.evidence)) + "</bdi></q>";
    if (!measure.condition.empty()) {
      html += " <span class=\"dim\">On condition: “" +
              Isolated(scan_.document.Text(measure.condition)) + "”.</span>";
    }
    for (uint32_t party : measure.contested_by) {
      html += " <span class=\"dim\">Grounds contested by</span> " + PartyLink(party) + ".";
    }
    return html;
  }

  std::string DateCell(const DateValue& date) const {
    std::string html = VisibleText(date.value);
    for (const std::string& reading : date.readings) {
      html += (html.empty() ? "" : " or ") + VisibleText(reading);
    }
    if (!date.expression.empty()) {
      html +=
          (html.empty() ? "" : " ") +
          ("<span class=\"dim\">“" + Isolated(scan_.document.Text(date.expression)) + "”</span>");
    }
    return html;
  }

  std::string MentionTable() {
    if (scan_.mentions.empty()) return "";
    const size_t shown = std::min(scan_.mentions.size(), budget_->mention_rows);
    budget_->mention_rows -= shown;
    std::string rows;
    for (uint32_t i = 0; i < shown; ++i) rows += MentionRow(i);
    const std::string title =
        Counted(scan_.mentions.size(), "mention") +
        (shown < scan_.mentions.size() ? ", " + Number(shown) + " of them here" : "");
    return "<details class=\"notes\" open><summary>" + title + ": how each was found</summary>\n" +
           Table("Mentions",
                 {"Words", "Party", "Named by", "Score", "Matched", "Place", "Depends on", "Rules"},
                 rows) +
           "</details>\n";
  }

  std::string MentionRow(uint32_t position) const {
    const Mention& mention = scan_.mentions[position];
    const Document& document = scan_.document;
    std::string classes, depends;
    if (mention.party != kNone) {
      const Party& party = scan_.parties[mention.party];
      classes = std::string(PartyKindName(party.kind)) + " " + std::string(ListingClass(party));
    }
    if (mention.nested_in != kNone) depends = "inside " + MentionWords(mention.nested_in);
    if (mention.antecedent != kNone) {
      depends += (depends.empty() ? "" : "; ") + ("refers to " + MentionWords(mention.antecedent));
    }
    const Block* block = document.BlockAt(mention.span.begin);
    const Span source = document.SourceSpan(mention.span);
    return Row(
        "<tr id=\"" + Id('m', position) + "\" class=\"" + classes + "\">",
        {MentionWords(position), mention.party == kNone ? "" : PartyLink(mention.party),
         Spaced(NamingName(mention.how)), TwoDigits(mention.score), Isolated(mention.matched),
         std::string(block == nullptr ? "" : BlockKindName(block->kind)) + ", bytes " +
             Number(source.begin) + "–" + Number(source.end),
         depends, RulesText(mention.rules)});
  }

  std::string MentionWords(uint32_t position) const {
    return "“" + Isolated(scan_.document.Text(scan_.mentions[position].span)) + "”";
  }

  const Scan& scan_;
  std::string prefix_;
  Budget* budget_;
  std::vector<uint32_t> order_;  // of the parties
  std::vector<size_t> code_of_;  // of each party, from 1
  std::vector<LinkMark> links_;
  std::vector<ZoneMark> zones_;
  std::vector<RunMarks> by_block_;
};

std::string Tiles(const std::vector<const Scan*>& scans, const Totals& totals) {
  size_t hits = 0;
  for (const Scan* scan : scans) hits += scan->hits.size();
  return "<div class=\"tiles\">\n" + Tile(scans.size(), "document") + Tile(hits, "hit") +
         Tile(totals.parties, "party") + Tile(totals.mentions, "mention") +
         Tile(totals.measures, "measure") + "</div>\n";
}

// The legend, which also filters.
std::string Filters(const Totals& totals) {
  std::string html = "<div class=\"filters\">\n<fieldset><legend>Parties on the lists</legend>\n";
  for (size_t i = 0; i < kListingClasses.size(); ++i) {
    const std::string name = kListingClasses[i];
    html += FilterBox(name, "party",
                      "<span class=\"sample " + name + "\">" + kListingNames[i] + "</span>",
                      CountOf(totals.mentions_by, name));
  }
  html += "</fieldset>\n<fieldset><legend>Kind of party</legend>\n";
  for (PartyKind kind : kKinds) {
    html += FilterBox(PartyKindName(kind), "party", Spaced(PartyKindName(kind)),
                      CountOf(totals.mentions_by, PartyKindName(kind)));
  }
  return html + "</fieldset>\n" + StatusFilter("Measures by status", totals.measures_by) +
         "</div>\n";
}

// What an unchecked box of the legend does. A mark goes when its listing or its kind is hidden; a
// measure on the same word stays.
std::string FilterStyle() {
  std::string css;
  const auto party = [&](std::string_view name) {
    const std::string n(name);
    css += ".hide-" + n + " .text .m." + n + " { text-decoration: none; }\n.hide-" + n + " tr." +
           n + " { display: none; }\n";
  };
  for (const char* name : kListingClasses) party(name);
  for (PartyKind kind : kKinds) party(PartyKindName(kind));
  for (MeasureStatus status : kAllStatuses) {
    const std::string n(MeasureStatusName(status));
    css += ".hide-" + n + " .text .t." + n + " { color: inherit; font-weight: inherit; }\n.hide-" +
           n + " .text .t." + n + "::before { display: none; }\n.hide-" + n + " tr." + n +
           " { display: none; }\n";
  }
  return css;
}

std::string Contents(const std::vector<const Scan*>& scans) {
  if (scans.size() < 2) return "";
  std::string html = "<nav aria-label=\"Documents\"><ol>\n";
  for (size_t i = 0; i < scans.size(); ++i) {
    html += "<li><a href=\"#d" + Number(i) + "-text\">" +
            Isolated(DocumentPart::Heading(scans[i]->document)) + "</a> <span class=\"dim\">" +
            Counted(scans[i]->hits.size(), "hit") + ", " +
            Counted(scans[i]->measures.size(), "measure") + "</span></li>\n";
  }
  return html + "</ol></nav>\n";
}

}  // namespace

std::string ScanPage(const std::vector<const Scan*>& scans, const PageLimits& limits) {
  const Totals totals(scans);
  Budget budget{limits.shown_text_bytes, limits.mention_rows,
                totals.text > limits.whole_text_bytes};
  PageParts page;
  page.title = scans.size() == 1 ? "Scan of " + scans[0]->document.file
                                 : "Scan of " + Counted(scans.size(), "document");
  page.style = std::string(SharedStyle()) + std::string(kStyle) + FilterStyle();
  page.script = PanelScript();
  page.body = "<a class=\"skip\" href=\"#documents\">To the text</a>\n<header><h1>" +
              Isolated(page.title) + "</h1></header>\n" + Tiles(scans, totals) + Filters(totals) +
              std::string(PanelHint());
  if (budget.findings_only) {
    page.body += "<p class=\"notice\">The documents hold " + Number(totals.text >> 20) +
                 " MB of text, more than a page can show: only paragraphs with findings are here, "
                 "and at most " +
                 Number(limits.shown_text_bytes >> 20) +
                 " MB of them. The JSON output has everything.</p>\n";
  }
  page.body += Contents(scans) + "<main id=\"documents\">\n";
  for (size_t i = 0; i < scans.size(); ++i) {
    page.body += DocumentPart(*scans[i], i, &budget).Html();
  }
  page.body += "</main>\n" + std::string(PanelElement());
  return WholePage(page);
}

}  // namespace interdict::documents
