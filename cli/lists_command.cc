// interdict lists, diff: what is loaded, and what changed.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/command.h"
#include "cli/terminal.h"
#include "interdict/base/json_writer.h"
#include "interdict/base/strings.h"
#include "interdict/screen/resolved_lists.h"
#include "interdict/store/name_table_store.h"

namespace interdict::cli {
namespace {

// ISO instant of a moment: "2026-11-21T20:31:00Z".
std::string FormatInstant(UnixSeconds seconds) {
  constexpr UnixSeconds kDay = 86400;
  const auto day = static_cast<int32_t>(seconds / kDay);
  const UnixSeconds rest = seconds % kDay;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", FormatIsoDate(Date{day}), rest / 3600, rest / 60 % 60,
                     rest % 60);
}

int64_t DaysSince(UnixSeconds then, UnixSeconds now) {
  constexpr UnixSeconds kDay = 86400;
  return std::max<int64_t>(0, (now - then) / kDay);
}

std::vector<const ListVersion*> ActiveVersions(const ListStore& store) {
  std::vector<const ListVersion*> active;
  for (const std::string& source : store.Sources()) active.push_back(store.Find(source));
  return active;
}

std::string ListsJson(const ListStore& store, const NameTableStore& tables, UnixSeconds now) {
  JsonWriter json(2);
  json.BeginArray();
  for (const ListVersion* version : ActiveVersions(store)) {
    json.BeginObject()
        .Member("source", version->source)
        .Member("published", FormatIsoDate(version->published))
        .Member("loaded_at", FormatInstant(version->loaded_at))
        .Member("confirmed_at", FormatInstant(version->confirmed_at))
        .Member("records", version->records)
        .Key("by_schema")
        .BeginObject();
    for (const auto& [schema, count] : version->by_schema) json.Member(schema, count);
    json.EndObject()
        .Member("sha256", version->sha256)
        .Member("age_days", AgeInDays(*version, now))
        .Member("versions", static_cast<uint64_t>(store.History(version->source).size()))
        .Member("defects", version->DefectCount())
        .Member("format", version->format)
        .Member("version", version->id)
        .Member("partial", !version->missing_parts.empty())
        .Member("missing_parts", version->missing_parts)
        .OptionalMember("accept_shrink", version->accept_shrink)
        .EndObject();
  }
  if (const NameTableVersion* version = tables.Find()) {
    json.BeginObject()
        .Member("source", kNameVariantsSource)
        .Member("published", FormatIsoDate(version->published))
        .Member("loaded_at", FormatInstant(version->loaded_at))
        .Member("confirmed_at", FormatInstant(version->confirmed_at))
        .Member("records", uint64_t{0})  // parties; the table has none
        .Key("by_schema")
        .BeginObject()
        .EndObject()
        .Member("sha256", version->sha256)
        .Member("age_days", DaysSince(version->confirmed_at, now))
        .Member("versions", static_cast<uint64_t>(tables.versions().size()))
        .Member("defects", uint64_t{0})
        .Member("version", version->id)
        .Member("groups", version->groups)
        .Member("names", version->names)
        .OptionalMember("accept_shrink", version->accept_shrink)
        .EndObject();
  }
  json.EndArray();
  return json.Take() + "\n";
}

std::string ListsTable(const ListStore& store, const NameTableStore& tables, UnixSeconds now) {
  Table table({"list", "published", "records", "persons", "bodies", "vessels", "aircraft", "age",
               "versions", "defects", "note"},
              {2, 3, 4, 5, 6, 7, 8, 9});
  for (const ListVersion* version : ActiveVersions(store)) {
    const auto count = [&](std::initializer_list<const char*> schemas) {
      uint64_t total = 0;
      for (const char* schema : schemas) {
        const auto found = version->by_schema.find(schema);
        if (found != version->by_schema.end()) total += found->second;
      }
      return Thousands(total);
    };
    table.Add(
        {version->source, FormatIsoDate(version->published), Thousands(version->records),
         count({"Person"}), count({"Organization", "Company", "LegalEntity", "PublicBody"}),
         count({"Vessel"}), count({"Airplane"}), fmt::format("{} d", AgeInDays(*version, now)),
         std::to_string(store.History(version->source).size()), Thousands(version->DefectCount()),
         version->missing_parts.empty() ? "" : "without " + Join(version->missing_parts, ", ")});
  }
  if (const NameTableVersion* version = tables.Find()) {
    table.Add({std::string(kNameVariantsSource), FormatIsoDate(version->published), "", "", "", "",
               "", fmt::format("{} d", DaysSince(version->confirmed_at, now)),
               std::to_string(tables.versions().size()), "",
               fmt::format("{} names in {} groups; no list of parties", Thousands(version->names),
                           Thousands(version->groups))});
  }
  return table.Render();
}

int Lists(const Context& context) {
  const auto store = ListStore::Open(context.HomeDirectory(), Database::Mode::kReadOnly);
  if (!store.ok()) {
    if (store.error().code != ErrorCode::kNoList) return Fail(store.error());
    // Nothing loaded is an answer here, not a refusal to answer.
    if (context.json) return Print("[]\n");
    std::fputs("No list is loaded. Begin with 'interdict update' or 'interdict starter'.\n",
               stderr);
    return kDone;
  }
  const auto tables = NameTableStore::Open(context.HomeDirectory(), Database::Mode::kReadOnly);
  if (!tables.ok()) return Fail(tables.error());
  return Print(context.json ? ListsJson(*store, *tables, context.Now())
                            : ListsTable(*store, *tables, context.Now()));
}

struct DiffOptions {
  std::string source;
  std::string from;
  std::string to;
};

// A day, or "#12" for the version with that number.
Result<const ListVersion*> FindVersion(const ListStore& store, const std::string& source,
                                       const std::string& option, const std::string& text) {
  if (store.Find(source) == nullptr) {
    return MakeError(ErrorCode::kNoList, "list " + source + " is not loaded");
  }
  if (text.starts_with('#')) {
    for (const ListVersion* version : store.History(source)) {
      if ("#" + std::to_string(version->id) == text) return version;
    }
    return MakeError(ErrorCode::kNotFound, source + " has no version " + text);
  }
  AsOf as_of;
  ASSIGN_OR_RETURN(as_of.in_force, ParseDateOption(option, text));
  const ListVersion* version = store.Find(source, as_of);
  if (version == nullptr) {
    return MakeError(ErrorCode::kNotInForce,
                     "no loaded version of " + source + " was in force on " + text);
  }
  return version;
}

std::string DiffJson(const std::string& source, const ListVersion& before, const ListVersion& after,
                     const ListStore::Difference& difference) {
  JsonWriter json(2);
  const auto ids = [&](std::string_view key, const std::vector<std::string>& list) {
    json.Key(key).BeginArray();
    for (const std::string& id : list) json.String(source + ":" + id);
    json.EndArray();
  };
  json.BeginObject()
      .Member("source", source)
      .Member("from", FormatIsoDate(before.published))
      .Member("from_version", before.id)
      .Member("to", FormatIsoDate(after.published))
      .Member("to_version", after.id);
  ids("added", difference.added);
  ids("removed", difference.removed);
  json.Key("changed").BeginArray();
  for (const auto& [id, fields] : difference.changed) {
    json.BeginObject().Member("id", source + ":" + id).Member("fields", fields).EndObject();
  }
  json.EndArray();
  if (!difference.left_out_parts.empty())
    json.Member("compared_without", difference.left_out_parts);
  json.EndObject();
  return json.Take() + "\n";
}

std::string DiffText(const std::string& source, const ListVersion& before, const ListVersion& after,
                     const ListStore::Difference& difference) {
  std::string text =
      fmt::format("{} from {} to {}: {} added, {} removed, {} changed\n", source,
                  FormatIsoDate(before.published), FormatIsoDate(after.published),
                  difference.added.size(), difference.removed.size(), difference.changed.size());
  for (const std::string& id : difference.added) {
    text += Styled("+ " + source + ":" + id, Style::kGreen) + "\n";
  }
  for (const std::string& id : difference.removed) {
    text += Styled("- " + source + ":" + id, Style::kRed) + "\n";
  }
  for (const auto& [id, fields] : difference.changed) {
    text += Styled("~ " + source + ":" + id, Style::kYellow) + "  " + Join(fields, ", ") + "\n";
  }
  return text;
}

Result<std::string> Diff(const Context& context, const DiffOptions& options) {
  ASSIGN_OR_RETURN(const ListStore store,
                   ListStore::Open(context.HomeDirectory(), Database::Mode::kReadOnly));
  ASSIGN_OR_RETURN(const ListVersion* before,
                   FindVersion(store, options.source, "--from", options.from));
  ASSIGN_OR_RETURN(const ListVersion* after,
                   FindVersion(store, options.source, "--to", options.to));
  ASSIGN_OR_RETURN(const auto difference, store.Diff(*before, *after));
  if (!difference.left_out_parts.empty()) {
    std::fprintf(stderr, "interdict: warning: one version is partial; compared without %s\n",
                 Join(difference.left_out_parts, ", ").c_str());
  }
  if (before->format != after->format || before->format_version != after->format_version) {
    std::fprintf(
        stderr,
        "interdict: warning: the versions were read from %s (reader %d) and %s (reader %d); a "
        "difference may be one of reading\n",
        before->format.c_str(), before->format_version, after->format.c_str(),
        after->format_version);
  }
  return context.json ? DiffJson(options.source, *before, *after, difference)
                      : DiffText(options.source, *before, *after, difference);
}

}  // namespace

void AddLists(CLI::App* app, Context* context, Run* run) {
  auto* command = app->add_subcommand("lists", "What is loaded: date, counts, age, defects");
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([=] { *run = [=] { return Lists(*context); }; });
}

void AddDiff(CLI::App* app, Context* context, Run* run) {
  auto* command =
      app->add_subcommand("diff", "What was added, removed and changed between two dates");
  auto options = std::make_shared<DiffOptions>();
  command->add_option("SOURCE", options->source, "List id")->required();
  command->add_option("--from", options->from, "Day (YYYY-MM-DD), or #N for version N")->required();
  command->add_option("--to", options->to, "Day (YYYY-MM-DD), or #N for version N")->required();
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([=] {
    *run = [=] {
      const auto text = Diff(*context, *options);
      return text.ok() ? Print(*text) : Fail(text.error());
    };
  });
}

}  // namespace interdict::cli
