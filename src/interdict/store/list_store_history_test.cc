// The store against a naive twin that keeps a whole copy of every version, on random histories:
// versions come in any order of publication, several on one day, records appear, change, go and
// come back.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "interdict/entity/record_diff.h"
#include "interdict/entity/testing/record_builder.h"
#include "interdict/store/list_store.h"
#include "interdict/store/testing/temp_folder.h"

namespace interdict {
namespace {

using Copy = std::map<std::string, Record>;

struct TwinVersion {
  int64_t id;
  Date published;
  UnixSeconds loaded_at;
  Copy records;
};

class Twin {
 public:
  void Add(TwinVersion version) {
    versions_.push_back(std::move(version));
    std::stable_sort(versions_.begin(), versions_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.published, a.id) < std::pair(b.published, b.id);
    });
  }

  // In publication order, those of one day in the order of import.
  std::vector<const TwinVersion*> History(const AsOf& as_of) const {
    std::vector<const TwinVersion*> known;
    for (const TwinVersion& version : versions_) {
      if (as_of.in_force && version.published > *as_of.in_force) continue;
      if (as_of.known_at && version.loaded_at > *as_of.known_at) continue;
      known.push_back(&version);
    }
    return known;
  }

  const std::vector<TwinVersion>& versions() const { return versions_; }

 private:
  std::vector<TwinVersion> versions_;
};

constexpr int kIds = 12;
constexpr int kDays = 6;

class RandomHistory {
 public:
  explicit RandomHistory(unsigned seed) : random_(seed) {}

  unsigned Below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  std::string SomeId() { return (Below(3) == 0 ? "Q" : "") + std::to_string(Below(kIds)); }

  AsOf SomeAsOf() {
    AsOf as_of;
    if (Below(2) == 0) as_of.in_force = Date{static_cast<int32_t>(Below(kDays + 2)) - 1};
    if (Below(2) == 0) as_of.known_at = static_cast<UnixSeconds>(Below(16));
    return as_of;
  }

  // A list that has something in common with one before it.
  Copy NextCopy(const Twin& twin) {
    Copy copy;
    if (!twin.versions().empty() && Below(8) != 0) {
      copy = twin.versions()[Below(static_cast<unsigned>(twin.versions().size()))].records;
    }
    for (unsigned i = Below(6); i > 0; --i) {
      const std::string id = SomeId();
      if (Below(3) == 0)
        copy.erase(id);
      else
        copy[id] = SomeRecord(id);
    }
    return copy;
  }

 private:
  // Few contents, so that they come back and are shared.
  Record SomeRecord(const std::string& id) {
    testing::RecordBuilder record("list", id);
    record.Named("N" + std::to_string(Below(3)));
    if (Below(2) == 0) record.Under("P" + std::to_string(Below(2)));
    return record;
  }

  std::mt19937 random_;
};

void ExpectEqualContents(const ListStore& store, const Twin& twin) {
  for (const TwinVersion& expected : twin.versions()) {
    const auto found = std::find_if(store.versions().begin(), store.versions().end(),
                                    [&](const auto& v) { return v.id == expected.id; });
    ASSERT_NE(found, store.versions().end());
    Copy loaded;
    std::vector<std::string> order;
    ASSERT_TRUE(store
                    .Load(*found,
                          [&](Record&& record) -> Status {
                            order.push_back(record.id);
                            loaded.emplace(record.id, std::move(record));
                            return Ok{};
                          })
                    .ok());
    ASSERT_EQ(loaded, expected.records) << "version " << expected.id;
    ASSERT_EQ(order.size(), expected.records.size());
    ASSERT_TRUE(std::is_sorted(order.begin(), order.end(), IdLess));
    ASSERT_EQ(found->records, expected.records.size());
    auto ids = store.RecordIds(*found);
    ASSERT_TRUE(ids.ok());
    std::sort(ids->begin(), ids->end(), IdLess);
    ASSERT_EQ(*ids, order);
  }
}

void ExpectEqualRecord(const ListStore& store, const Twin& twin, const std::string& id,
                       const AsOf& as_of) {
  const auto states = store.RecordHistory("list", id, as_of);
  ASSERT_TRUE(states.ok());
  std::vector<std::pair<int64_t, std::optional<Record>>> expected;
  std::optional<Record> before;
  for (const TwinVersion* version : twin.History(as_of)) {
    std::optional<Record> now;
    const auto found = version->records.find(id);
    if (found != version->records.end()) now = found->second;
    if (now != before) expected.emplace_back(version->id, now);
    before = now;
  }
  ASSERT_EQ(states->size(), expected.size()) << id;
  for (size_t i = 0; i < expected.size(); ++i) {
    ASSERT_EQ((*states)[i].version->id, expected[i].first);
    ASSERT_EQ((*states)[i].record, expected[i].second);
  }
}

void ExpectEqualDifference(const ListStore& store, const TwinVersion& before,
                           const TwinVersion& after) {
  const auto version = [&](int64_t id) -> const ListVersion& {
    return *std::find_if(store.versions().begin(), store.versions().end(),
                         [id](const auto& v) { return v.id == id; });
  };
  const auto difference = store.Diff(version(before.id), version(after.id));
  ASSERT_TRUE(difference.ok());
  ListStore::Difference expected;
  for (const auto& [id, record] : before.records) {
    const auto found = after.records.find(id);
    if (found == after.records.end())
      expected.removed.push_back(id);
    else if (found->second != record)
      expected.changed.emplace_back(id, ChangedFields(record, found->second));
  }
  for (const auto& [id, record] : after.records) {
    if (!before.records.contains(id)) expected.added.push_back(id);
  }
  std::sort(expected.added.begin(), expected.added.end(), IdLess);
  std::sort(expected.removed.begin(), expected.removed.end(), IdLess);
  std::sort(expected.changed.begin(), expected.changed.end(),
            [](const auto& a, const auto& b) { return IdLess(a.first, b.first); });
  ASSERT_EQ(difference->added, expected.added);
  ASSERT_EQ(difference->removed, expected.removed);
  ASSERT_EQ(difference->changed, expected.changed);
}

void RunHistory(unsigned seed) {
  const testing::TempFolder folder;
  auto opened = ListStore::Open(folder.path(), Database::Mode::kReadWrite);
  ASSERT_TRUE(opened.ok());
  ListStore store = std::move(*opened);
  RandomHistory random(seed);
  Twin twin;
  for (int step = 0; step < 12; ++step) {
    TwinVersion next{0, Date{static_cast<int32_t>(random.Below(kDays))}, step,
                     random.NextCopy(twin)};
    ListVersion version;
    version.source = "list";
    version.published = next.published;
    version.loaded_at = next.loaded_at;
    std::vector<Record> records;
    for (const auto& [id, record] : next.records) records.push_back(record);
    const auto id = store.Add(version, records);
    ASSERT_TRUE(id.ok()) << id.error().Text();
    next.id = *id;
    twin.Add(std::move(next));
    ASSERT_NO_FATAL_FAILURE(ExpectEqualContents(store, twin));
    for (int i = 0; i < 6; ++i) {
      const AsOf as_of = random.SomeAsOf();
      const auto known = twin.History(as_of);
      const ListVersion* found = store.Find("list", as_of);
      ASSERT_EQ(found == nullptr ? 0 : found->id, known.empty() ? 0 : known.back()->id);
      const std::string record = random.SomeId();
      ASSERT_NO_FATAL_FAILURE(ExpectEqualRecord(store, twin, record, as_of));
      if (found == nullptr) continue;
      const auto loaded = store.LoadRecord(*found, record);
      ASSERT_TRUE(loaded.ok());
      const auto expected = known.back()->records.find(record);
      ASSERT_EQ(loaded->has_value(), expected != known.back()->records.end());
      ASSERT_TRUE(!loaded->has_value() || **loaded == expected->second);
      const auto& all = twin.versions();
      const TwinVersion& other = all[random.Below(static_cast<unsigned>(all.size()))];
      ASSERT_NO_FATAL_FAILURE(ExpectEqualDifference(store, *known.back(), other));
    }
  }
}

TEST(ListStoreHistory, EqualsATwinOfWholeCopiesOnRandomHistories) {
  for (unsigned seed = 1; seed <= 25; ++seed) {
    SCOPED_TRACE(seed);
    ASSERT_NO_FATAL_FAILURE(RunHistory(seed));
  }
}

TEST(ListStoreHistory, ListsDoNotMix) {
  const testing::TempFolder folder;
  auto store = ListStore::Open(folder.path(), Database::Mode::kReadWrite);
  ASSERT_TRUE(store.ok());
  for (const char* source : {"b", "a"}) {
    ListVersion version;
    version.source = source;
    ASSERT_TRUE(store->Add(version, {testing::RecordBuilder(source, "1").Named(source)}).ok());
  }
  EXPECT_EQ(store->Sources(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(store->Find("b")->parent, 0);
  EXPECT_EQ((*store->LoadRecord(*store->Find("b"), "1"))->Caption(), "b");
  EXPECT_EQ(store->RecordHistory("a", "1")->size(), 1U);
}

}  // namespace
}  // namespace interdict
