// interdict show, history, merges: one party, all it is and ever was.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "cli/command.h"
#include "cli/terminal.h"
#include "interdict/base/json_writer.h"
#include "interdict/base/strings.h"
#include "interdict/entity/record_diff.h"
#include "interdict/entity/record_json.h"
#include "interdict/screen/resolved_lists.h"
#include "interdict/screen/result_json.h"

namespace interdict::cli {
namespace {

struct PartyOptions {
  std::string subject;
  AsOfOptions as_of;
};

Result<std::unique_ptr<const ResolvedLists>> LoadLists(const ListStore& store,
                                                       const Context& context, const AsOf& as_of) {
  ListChoice options;
  options.as_of = as_of;
  options.max_age_days = std::nullopt;  // looking at a party decides nothing
  options.now = context.Now();
  return ResolvedLists::Load(store, options);
}

void WriteParty(const Party& party, const ResolvedLists& lists, JsonWriter* json) {
  json->BeginObject()
      .Member("entity", party.id)
      .Member("caption", DisplayName(lists.records()[party.records.front()]))
      .Member("schema", SchemaName(party.schema))
      .Member("programs", ProgramsOf(party, lists))
      .Key("merged_because")
      .BeginArray();
  for (const MergeReason& reason : party.reasons) {
    json->BeginObject()
        .Member("records", std::vector<std::string>{lists.records()[reason.record_a].Key(),
                                                    lists.records()[reason.record_b].Key()})
        .Member("rule", reason.rule)
        .Member("detail", reason.detail)
        .EndObject();
  }
  json->EndArray().Key("records").BeginArray();
  for (uint32_t position : party.records) WriteRecord(lists.records()[position], json);
  json->EndArray().Key("lists").BeginArray();
  for (const ListVersion& version : lists.versions()) {
    const bool used = std::any_of(
        party.records.begin(), party.records.end(),
        [&](uint32_t position) { return lists.records()[position].source == version.source; });
    if (!used) continue;
    json->BeginObject()
        .Member("source", version.source)
        .Member("published", FormatIsoDate(version.published))
        .Member("version", version.id)
        .EndObject();
  }
  json->EndArray().EndObject();
}

std::string RecordText(const Record& record) {
  std::string text = Styled(record.Key(), Style::kCyan) + "  " +
                     Styled(Printable(record.Caption()), Style::kBold) + "  " +
                     std::string(SchemaName(record.schema)) + "\n";
  const auto line = [&text](std::string_view label, std::string_view value) {
    if (!value.empty()) text += fmt::format("  {:<22}{}\n", label, Printable(value));
  };
  for (const Designation& d : record.designations) {
    std::string value = d.program;
    for (const auto& [label, part] : {std::pair<std::string_view, const std::string*>{"", &d.list},
                                      {"", &d.legal_basis},
                                      {"listed ", &d.listed},
                                      {"delisted ", &d.delisted}}) {
      if (!part->empty()) value += fmt::format(", {}{}", label, *part);
    }
    line("programme", value);
  }
  for (const Name& name : record.names) {
    line(fmt::format("name ({})", NameKindName(name.kind)), name.text);
  }
  for (const Identifier& id : record.identifiers) {
    line(IdSchemeName(id.scheme), id.value + (id.country.empty() ? "" : " (" + id.country + ")") +
                                      (id.check == IdCheck::kInvalid ? "  fails its check" : ""));
  }
  for (const DateFact& date : record.dates) line(DateKindName(date.kind), date.text);
  for (const CountryFact& country : record.countries) {
    line(CountryKindName(country.kind), country.text);
  }
  for (const Address& address : record.addresses) {
    const bool birth = address.kind == AddressKind::kBirthPlace;
    std::string value = address.full;
    if (value.find(address.country_text) == std::string::npos) value += ", " + address.country_text;
    line(birth ? "birth place" : "address", value);
  }
  for (const Relation& relation : record.relations) {
    line(
        RelationKindName(relation.kind),
        relation.target_name + (relation.target_id.empty() ? "" : " (" + relation.target_id + ")"));
  }
  for (const Attribute& attribute : record.attributes) {
    line(AttributeKindName(attribute.kind), attribute.value);
  }
  for (const Attribute& rest : record.uninterpreted)
    line("uninterpreted", rest.field + ": " + rest.value);
  return text;
}

Result<std::string> Show(const Context& context, const PartyOptions& options) {
  ASSIGN_OR_RETURN(const AsOf as_of, options.as_of.Parse());
  ASSIGN_OR_RETURN(const ListStore store,
                   ListStore::Open(context.HomeDirectory(), Database::Mode::kReadOnly));
  ASSIGN_OR_RETURN(const auto lists, LoadLists(store, context, as_of));
  const Party* party = lists->FindByRecord(options.subject);
  if (party == nullptr) {
    return MakeError(
        ErrorCode::kNotFound,
        "no list in force has a record " + options.subject +
            "; expected SOURCE:ID as in us_ofac_sdn:22790 ('interdict history' also finds "
            "parties that were removed)");
  }
  if (context.json) {
    JsonWriter json(2);
    WriteParty(*party, *lists, &json);
    return json.Take() + "\n";
  }
  std::string text;
  for (uint32_t position : party->records) text += RecordText(lists->records()[position]);
  for (const MergeReason& reason : party->reasons) {
    text += fmt::format("One party because of {}: {}\n", reason.rule, reason.detail);
  }
  return text;
}

// --- history ------------------------------------------------------------------------------------

struct RecordKey {
  std::string source;
  std::string id;
  auto operator<=>(const RecordKey&) const = default;
};

// Records of any version whose names hold all words of the text, or the one that the text is.
Result<std::vector<RecordKey>> FindRecordsEver(const ListStore& store, const std::string& subject) {
  ASSIGN_OR_RETURN(const text::Folder folder, text::Folder::Create());
  const std::string folded = folder.Fold(subject);
  std::vector<std::string_view> words = text::Tokens(folded);
  std::set<RecordKey> found;
  RETURN_IF_ERROR(store.ForEachRecordEver([&](std::string_view source, std::string_view id,
                                              const Record& record) -> Status {
    bool hit = record.Key() == subject ||
               std::any_of(record.references.begin(), record.references.end(), [&](const auto& r) {
                 return r.source == source && r.source + ":" + r.id == subject;
               });
    for (const Name& name : record.names) {
      if (hit || words.empty()) break;
      const std::string folded_name = folder.Fold(name.text);
      const auto tokens = text::Tokens(folded_name);
      hit = std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::find(tokens.begin(), tokens.end(), word) != tokens.end();
      });
    }
    if (hit) found.insert({std::string(source), std::string(id)});
    return Ok{};
  }));
  return std::vector<RecordKey>(found.begin(), found.end());
}

// One step of a record's history.
struct HistoryStep {
  const ListVersion* version;
  std::string_view change;  // "present", "added", "changed", "removed"
  std::vector<std::string> fields;
  std::vector<FactChange> facts;
};

struct RecordHistory {
  RecordKey key;
  std::string caption;
  std::vector<HistoryStep> steps;
  bool on_list_now = false;
};

Result<RecordHistory> HistoryOf(const ListStore& store, const RecordKey& key, const AsOf& as_of) {
  ASSIGN_OR_RETURN(const auto states, store.RecordHistory(key.source, key.id, as_of));
  const auto versions = store.History(key.source, as_of);
  RecordHistory history{key, {}, {}, false};
  const Record* before = nullptr;
  for (const RecordState& state : states) {
    HistoryStep step{state.version, "changed", {}, {}};
    if (!state.record) {
      step.change = "removed";
    } else if (before == nullptr) {
      // On the first version that is loaded nobody can say since when it had been listed.
      step.change = state.version == versions.front() ? "present" : "added";
    } else {
      step.fields = ChangedFields(*before, *state.record);
      step.facts = FactChanges(*before, *state.record);
    }
    before = state.record ? &*state.record : nullptr;
    if (before != nullptr) history.caption = DisplayName(*before);
    history.steps.push_back(std::move(step));
  }
  history.on_list_now = before != nullptr;
  return history;
}

void WriteHistory(const RecordHistory& history, JsonWriter* json) {
  json->BeginObject()
      .Member("record", history.key.source + ":" + history.key.id)
      .Member("caption", history.caption)
      .Member("on_list_now", history.on_list_now)
      .Key("changes")
      .BeginArray();
  for (const HistoryStep& step : history.steps) {
    json->BeginObject()
        .Member("date", FormatIsoDate(step.version->published))
        .Member("version", step.version->id)
        .Member("change", step.change);
    if (!step.fields.empty()) json->Member("fields", step.fields);
    if (!step.facts.empty()) {
      json->Key("facts").BeginArray();
      for (const FactChange& fact : step.facts) {
        json->BeginObject()
            .Member("change", fact.kind == FactChange::Kind::kAdded ? "added" : "removed")
            .Member("field", fact.field)
            .Member("value", fact.value)
            .EndObject();
      }
      json->EndArray();
    }
    json->EndObject();
  }
  json->EndArray().EndObject();
}

std::string HistoryText(const RecordHistory& history) {
  std::string text = Styled(history.key.source + ":" + history.key.id, Style::kCyan) + "  " +
                     Styled(Printable(history.caption), Style::kBold) + "\n";
  for (const HistoryStep& step : history.steps) {
    const Style style = step.change == "removed" ? Style::kRed
                        : step.change == "added" ? Style::kGreen
                                                 : Style::kPlain;
    text += fmt::format("  {}  {}", FormatIsoDate(step.version->published),
                        Styled(std::string(step.change), style));
    if (!step.fields.empty()) text += ": " + Join(step.fields, ", ");
    text += "\n";
    for (const FactChange& fact : step.facts) {
      if (fact.field == "remark") continue;  // repeats what its parsed facts say
      text += fmt::format("                {} {}: {}\n",
                          fact.kind == FactChange::Kind::kAdded ? "+" : "-", fact.field,
                          Printable(fact.value));
    }
  }
  if (!history.on_list_now) text += "  not on the newest loaded version\n";
  return text;
}

Result<std::string> History(const Context& context, const PartyOptions& options) {
  ASSIGN_OR_RETURN(const AsOf as_of, options.as_of.Parse());
  ASSIGN_OR_RETURN(const ListStore store,
                   ListStore::Open(context.HomeDirectory(), Database::Mode::kReadOnly));
  ASSIGN_OR_RETURN(const auto keys, FindRecordsEver(store, options.subject));
  if (keys.empty()) {
    return MakeError(ErrorCode::kNotFound,
                     "no version of any loaded list has ever had \"" + options.subject +
                         "\"; expected a record (us_ofac_sdn:22745) or words of a name");
  }
  JsonWriter json(2);
  std::string text;
  json.BeginObject().Member("query", options.subject).Key("records").BeginArray();
  for (const RecordKey& key : keys) {
    ASSIGN_OR_RETURN(const RecordHistory history, HistoryOf(store, key, as_of));
    if (history.steps.empty()) continue;
    if (context.json)
      WriteHistory(history, &json);
    else
      text += HistoryText(history);
  }
  json.EndArray().EndObject();
  return context.json ? json.Take() + "\n" : text;
}

// --- merges -------------------------------------------------------------------------------------

struct MergeOptions {
  std::string record_a;
  std::string record_b;
  std::string reason;
};

Result<std::string> ListMerges(const Context& context) {
  ASSIGN_OR_RETURN(const ListStore store,
                   ListStore::Open(context.HomeDirectory(), Database::Mode::kReadOnly));
  ASSIGN_OR_RETURN(const auto lists, LoadLists(store, context, {}));
  ASSIGN_OR_RETURN(const auto decisions, store.MergeDecisions());
  JsonWriter json(2);
  Table table({"entity", "record", "record", "rule", "detail"});
  json.BeginObject().Key("merges").BeginArray();
  for (const Party& party : lists->parties()) {
    for (const MergeReason& reason : party.reasons) {
      const std::string a = lists->records()[reason.record_a].Key();
      const std::string b = lists->records()[reason.record_b].Key();
      table.Add({party.id, a, b, reason.rule, reason.detail});
      json.BeginObject()
          .Member("entity", party.id)
          .Member("records", std::vector<std::string>{a, b})
          .Member("rule", reason.rule)
          .Member("detail", reason.detail)
          .EndObject();
    }
  }
  json.EndArray().Key("decisions").BeginArray();
  std::string text;
  for (const MergeDecision& decision : decisions) {
    json.BeginObject()
        .Member("records", std::vector<std::string>{decision.record_a, decision.record_b})
        .Member("same", decision.same)
        .Member("reason", decision.reason)
        .Member("decided_at", decision.decided_at)
        .EndObject();
    text +=
        fmt::format("Decided by hand: {} and {} are {}: {}\n", decision.record_a, decision.record_b,
                    decision.same ? "the same" : "different", decision.reason);
  }
  json.EndArray().EndObject();
  return context.json ? json.Take() + "\n" : table.Render() + text;
}

int Decide(const Context& context, const MergeOptions& options, bool same) {
  auto store = ListStore::Open(context.HomeDirectory(), Database::Mode::kReadWrite);
  if (!store.ok()) return Fail(store.error());
  for (const std::string* record : {&options.record_a, &options.record_b}) {
    const size_t colon = record->find(':');
    const auto history = store->RecordHistory(
        record->substr(0, colon), colon == std::string::npos ? "" : record->substr(colon + 1));
    if (!history.ok()) return Fail(history.error());
    if (history->empty()) {
      return Fail(MakeError(ErrorCode::kNotFound, "no loaded list has a record " + *record));
    }
  }
  const Status status =
      store->Decide({options.record_a, options.record_b, same, options.reason, context.Now()});
  return status.ok() ? kDone : Fail(status.error());
}

int Withdraw(const Context& context, const MergeOptions& options) {
  auto store = ListStore::Open(context.HomeDirectory(), Database::Mode::kReadWrite);
  if (!store.ok()) return Fail(store.error());
  const Status status = store->WithdrawDecision(options.record_a, options.record_b);
  return status.ok() ? kDone : Fail(status.error());
}

}  // namespace

void AddShow(CLI::App* app, Context* context, Run* run) {
  auto* command = app->add_subcommand("show", "Everything the lists say on one party");
  auto options = std::make_shared<PartyOptions>();
  command->add_option("ENTITY", options->subject, "Entity or record, e.g. us_ofac_sdn:22790")
      ->required();
  options->as_of.AddTo(command);
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([=] {
    *run = [=] {
      const auto text = Show(*context, *options);
      return text.ok() ? Print(*text) : Fail(text.error());
    };
  });
}

void AddHistory(CLI::App* app, Context* context, Run* run) {
  auto* command =
      app->add_subcommand("history", "Each change of a party over all loaded versions, dated");
  auto options = std::make_shared<PartyOptions>();
  command->add_option("ENTITY", options->subject, "Entity, record, or words of a name")->required();
  options->as_of.AddTo(command);
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([=] {
    *run = [=] {
      const auto text = History(*context, *options);
      return text.ok() ? Print(*text) : Fail(text.error());
    };
  });
}

void AddMerges(CLI::App* app, Context* context, Run* run) {
  auto* command = app->add_subcommand(
      "merges", "Parties made of several lists' records: why, and how to undo it");
  command->require_subcommand(0, 1);
  command->add_flag("--json", context->json, "Print JSON");
  auto options = std::make_shared<MergeOptions>();
  const auto decision = [&](const char* name, const char* help, bool same) {
    auto* decide = command->add_subcommand(name, help);
    decide->add_option("RECORD_A", options->record_a, "SOURCE:ID")->required();
    decide->add_option("RECORD_B", options->record_b, "SOURCE:ID")->required();
    decide->add_option("--reason", options->reason, "Why; kept with the decision")->required();
    decide->callback([=] { *run = [=] { return Decide(*context, *options, same); }; });
  };
  command->callback([=] {
    if (*run) return;
    *run = [=] {
      const auto text = ListMerges(*context);
      return text.ok() ? Print(*text) : Fail(text.error());
    };
  });
  decision("join", "Two records are the same party", true);
  decision("split", "Two records are different parties", false);
  auto* withdraw = command->add_subcommand("withdraw", "Take a decision back");
  withdraw->add_option("RECORD_A", options->record_a, "SOURCE:ID")->required();
  withdraw->add_option("RECORD_B", options->record_b, "SOURCE:ID")->required();
  withdraw->callback([=] { *run = [=] { return Withdraw(*context, *options); }; });
}

}  // namespace interdict::cli
