#include "cli/list_options.h"

#include <cstdio>
#include <optional>
#include <utility>

#include "interdict/base/strings.h"

namespace interdict::cli {

void ListOptions::AddTo(CLI::App* app) {
  as_of.AddTo(app);
  app->add_option("--source", sources, "Only this list; may be repeated")->allow_extra_args(false);
  app->add_option("--max-age", max_age, "Days since a list was last confirmed, or none");
  variants.AddTo(app);
}

Result<std::unique_ptr<const Snapshot>> ListOptions::Load(const Context& context) const {
  ListChoice wanted;
  wanted.sources = sources;
  wanted.now = context.Now();
  ASSIGN_OR_RETURN(wanted.as_of, as_of.Parse());
  if (max_age == "none") {
    wanted.max_age_days = std::nullopt;
  } else if (IsDigits(max_age) && max_age.size() < 7) {
    wanted.max_age_days = std::stoi(max_age);
  } else {
    return MakeError(ErrorCode::kBadQuery,
                     "--max-age \"" + max_age + "\": expected a number of days, or none");
  }
  ASSIGN_OR_RETURN(const ListStore store,
                   ListStore::Open(context.HomeDirectory(), Database::Mode::kReadOnly));
  ASSIGN_OR_RETURN(auto names, variants.Load(context, wanted.as_of.known_at));
  ASSIGN_OR_RETURN(auto snapshot, Snapshot::Load(store, wanted, context.HomeDirectory() + "/index",
                                                 std::move(names)));
  if (const auto& problem = snapshot->keep_problem()) {
    std::fprintf(stderr, "interdict: warning: the index was built but not kept: %s\n",
                 problem->Text().c_str());
  }
  return snapshot;
}

}  // namespace interdict::cli
