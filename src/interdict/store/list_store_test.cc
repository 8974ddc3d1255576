#include "interdict/store/list_store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "interdict/entity/testing/record_builder.h"
#include "interdict/store/testing/temp_folder.h"

namespace interdict {
namespace {

using testing::RecordBuilder;
using testing::TempFolder;
using Mode = Database::Mode;

ListStore OpenStore(const TempFolder& folder, Mode mode = Mode::kReadWrite) {
  auto store = ListStore::Open(folder.path(), mode);
  EXPECT_TRUE(store.ok()) << (store.ok() ? "" : store.error().Text());
  return std::move(*store);
}

ListVersion Published(const std::string& source, const std::string& date, UnixSeconds loaded = 0) {
  ListVersion version;
  version.source = source;
  version.published = *ParseIsoDate(date);
  version.loaded_at = loaded;
  version.confirmed_at = loaded;
  return version;
}

int64_t AddVersion(ListStore* store, const ListVersion& version,
                   const std::vector<Record>& records) {
  const auto id = store->Add(version, records);
  EXPECT_TRUE(id.ok()) << (id.ok() ? "" : id.error().Text());
  return id.ok() ? *id : 0;
}

EncodedRecords Encoded(const std::vector<Record>& records) {
  EncodedRecords encoded;
  for (const Record& record : records) encoded.Add(record);
  return encoded;
}

const ListVersion& ById(const ListStore& store, int64_t id) {
  for (const ListVersion& version : store.versions()) {
    if (version.id == id) return version;
  }
  ADD_FAILURE() << "no version " << id;
  return store.versions().front();
}

std::vector<Record> LoadAll(const ListStore& store, int64_t version) {
  std::vector<Record> records;
  const Status status = store.Load(ById(store, version), [&](Record&& record) -> Status {
    records.push_back(std::move(record));
    return Ok{};
  });
  EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error().Text());
  return records;
}

Record Person(const std::string& id, const std::string& name) {
  return RecordBuilder("list", id).Named(name);
}

int64_t CountRows(const TempFolder& folder, const std::string& table) {
  auto database = Database::Open(folder.path() + "/lists.sqlite", Mode::kReadOnly);
  auto rows = database->Prepare("SELECT count(*) FROM " + table);
  EXPECT_TRUE(rows->Step().ok());
  return rows->ColumnInt(0);
}

AsOf InForce(const std::string& date) {
  AsOf as_of;
  as_of.in_force = *ParseIsoDate(date);
  return as_of;
}

TEST(ListStore, AReadOnlyOpenWithoutStoreIsNoListAndCreatesNothing) {
  const TempFolder folder;
  const auto store = ListStore::Open(folder.path() + "/none", Mode::kReadOnly);
  ASSERT_FALSE(store.ok());
  EXPECT_EQ(store.error().code, ErrorCode::kNoList);
  EXPECT_FALSE(std::filesystem::exists(folder.path() + "/none"));
}

TEST(ListStore, AFileInPlaceOfTheFolderCannotBeWrittenTo) {
  const TempFolder folder;
  const std::string file = folder.path() + "/file";
  std::ofstream(file) << "x";
  EXPECT_EQ(ListStore::Open(file, Mode::kReadWrite).error().code, ErrorCode::kWriteFailed);
  EXPECT_EQ(ListStore::Open(file + "/below", Mode::kReadWrite).error().code,
            ErrorCode::kWriteFailed);
  EXPECT_EQ(ListStore::Open(file, Mode::kReadOnly).error().code, ErrorCode::kNoList);
}

TEST(ListStore, EverythingOfAVersionComesBackFromTheFile) {
  const TempFolder folder;
  ListVersion version = Published("list", "2024-03-01", 1000);
  version.confirmed_at = 2000;
  version.format = "some_format";
  version.format_version = 3;
  version.sha256 = "abc";
  version.missing_parts = {"alt.csv", "add.csv"};
  version.accept_shrink = "delisted, see notice 12";
  version.defects = {{"check_digit", 3}, {"date", 1}};
  version.report = "{\"a\":1}";
  {
    ListStore store = OpenStore(folder);
    AddVersion(&store, version,
               {Person("1", "A"), RecordBuilder("list", "2", Schema::kVessel).Named("B")});
  }
  const ListStore store = OpenStore(folder, Mode::kReadOnly);
  ASSERT_EQ(store.versions().size(), 1U);
  const ListVersion& read = store.versions().front();
  EXPECT_EQ(read.source, "list");
  EXPECT_EQ(read.published, version.published);
  EXPECT_EQ(read.loaded_at, 1000);
  EXPECT_EQ(read.confirmed_at, 2000);
  EXPECT_EQ(read.parent, 0);
  EXPECT_EQ(read.format, "some_format");
  EXPECT_EQ(read.format_version, 3);
  EXPECT_EQ(read.sha256, "abc");
  EXPECT_EQ(read.records, 2U);
  EXPECT_EQ(read.by_schema, (std::map<std::string, uint64_t>{{"Person", 1}, {"Vessel", 1}}));
  EXPECT_EQ(read.missing_parts, version.missing_parts);
  EXPECT_EQ(read.accept_shrink, version.accept_shrink);
  EXPECT_EQ(read.defects, version.defects);
  EXPECT_EQ(read.DefectCount(), 4U);
  EXPECT_EQ(read.report, version.report);
}

TEST(ListStore, AVersionHoldsOnlyWhatChanged) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  std::vector<Record> records;
  for (int i = 0; i < 100; ++i)
    records.push_back(Person(std::to_string(i), "P " + std::to_string(i)));
  AddVersion(&store, Published("list", "2024-01-01"), records);
  EXPECT_EQ(CountRows(folder, "change"), 100);
  EXPECT_EQ(CountRows(folder, "content"), 100);
  records[5] = Person("5", "another");
  records.erase(records.begin() + 50);
  records.push_back(Person("100", "P 50"));  // another party with content that is known already
  const int64_t second = AddVersion(&store, Published("list", "2024-01-02"), records);
  EXPECT_EQ(CountRows(folder, "change"), 103);
  EXPECT_EQ(CountRows(folder, "content"), 101);
  EXPECT_EQ(LoadAll(store, second).size(), 100U);
  const int64_t third = AddVersion(&store, Published("list", "2024-01-03"), records);
  EXPECT_EQ(CountRows(folder, "change"), 103);
  EXPECT_EQ(LoadAll(store, third), LoadAll(store, second));
}

TEST(ListStore, AnOlderVersionLoadedLaterIsASideBranchAndChangesNothingElse) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  const int64_t march =
      AddVersion(&store, Published("list", "2024-03-01"), {Person("1", "A"), Person("2", "B")});
  const int64_t may = AddVersion(&store, Published("list", "2024-05-01"),
                                 {Person("2", "B changed"), Person("3", "C")});
  const auto march_before = LoadAll(store, march);
  const auto may_before = LoadAll(store, may);
  const int64_t april = AddVersion(&store, Published("list", "2024-04-01"), {Person("9", "X")});
  const int64_t january = AddVersion(&store, Published("list", "2024-01-01"), {Person("1", "old")});
  EXPECT_EQ(ById(store, april).parent, march);
  EXPECT_EQ(ById(store, january).parent, 0);
  EXPECT_EQ(ById(store, may).parent, march);
  EXPECT_EQ(LoadAll(store, march), march_before);
  EXPECT_EQ(LoadAll(store, may), may_before);
  EXPECT_EQ(LoadAll(store, april), std::vector<Record>{Person("9", "X")});
  EXPECT_EQ(LoadAll(store, january), std::vector<Record>{Person("1", "old")});
  EXPECT_EQ(store.Find("list")->id, may);
}

TEST(ListStore, OfSeveralVersionsOnOneDateTheLastImportedCounts) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  AddVersion(&store, Published("list", "2024-03-01"), {Person("1", "morning")});
  const int64_t noon = AddVersion(&store, Published("list", "2024-03-01"), {Person("1", "noon")});
  EXPECT_EQ(store.Find("list")->id, noon);
  EXPECT_EQ(store.Find("list", InForce("2024-03-01"))->id, noon);
  EXPECT_EQ(store.History("list").size(), 2U);
  const auto states = store.RecordHistory("list", "1");
  ASSERT_TRUE(states.ok());
  ASSERT_EQ(states->size(), 2U);
  EXPECT_EQ((*states)[1].record->Caption(), "noon");
}

TEST(ListStore, AsOfLooksAtBothTimeAxes) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  const int64_t a = AddVersion(&store, Published("list", "2024-01-01", 100), {Person("1", "a")});
  const int64_t b = AddVersion(&store, Published("list", "2024-02-01", 200), {Person("1", "b")});
  const int64_t late = AddVersion(&store, Published("list", "2024-01-15", 300), {Person("1", "l")});
  EXPECT_EQ(store.Find("list", InForce("2023-12-31")), nullptr);
  EXPECT_EQ(store.Find("list", InForce("2024-01-14"))->id, a);
  EXPECT_EQ(store.Find("list", InForce("2024-01-20"))->id, late);
  EXPECT_EQ(store.Find("list", InForce("2024-02-01"))->id, b);
  EXPECT_EQ(store.Find("other"), nullptr);
  AsOf both = InForce("2024-01-20");
  both.known_at = 299;
  EXPECT_EQ(store.Find("list", both)->id, a) << "the version of the 15th was not known then";
  both.known_at = 300;
  EXPECT_EQ(store.Find("list", both)->id, late);
  both.known_at = 99;
  EXPECT_EQ(store.Find("list", both), nullptr);
}

TEST(ListStore, RecordsComeInTheOrderOfTheirIds) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  const int64_t id = AddVersion(&store, Published("list", "2024-01-01"),
                                {Person("10", "a"), Person("9a", "b"), Person("9", "c"),
                                 Person("QDi.001", "d"), Person("1a", "e"), Person("100", "f")});
  std::vector<std::string> ids;
  for (const Record& record : LoadAll(store, id)) ids.push_back(record.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"9", "10", "100", "1a", "9a", "QDi.001"}));
}

TEST(ListStore, TwoRecordsWithOneIdAreRefusedAndNothingIsStored) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  AddVersion(&store, Published("list", "2024-01-01"), {Person("1", "a")});
  const auto refused = store.Add(Published("list", "2024-01-02"),
                                 {Person("1", "a"), Person("2", "b"), Person("1", "c")});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kDuplicateRecord);
  EXPECT_EQ(refused.error().where.record, "1");
  EXPECT_EQ(store.versions().size(), 1U);
  EXPECT_EQ(CountRows(folder, "version"), 1);
  EXPECT_EQ(CountRows(folder, "record"), 1);
  EXPECT_EQ(CountRows(folder, "content"), 1);
}

TEST(ListStore, DiffNamesWhatCameWentAndChanged) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  const int64_t a = AddVersion(&store, Published("list", "2024-01-01"),
                               {Person("1", "A"), Person("2", "B"), Person("10", "C")});
  const int64_t b = AddVersion(&store, Published("list", "2024-01-02"),
                               {Person("2", "B"), RecordBuilder("list", "10").Named("C").Under("P"),
                                Person("3", "D"), Person("20", "E")});
  const auto difference = store.Diff(ById(store, a), ById(store, b));
  ASSERT_TRUE(difference.ok());
  EXPECT_EQ(difference->added, (std::vector<std::string>{"3", "20"}));
  EXPECT_EQ(difference->removed, (std::vector<std::string>{"1"}));
  ASSERT_EQ(difference->changed.size(), 1U);
  EXPECT_EQ(difference->changed[0].first, "10");
  EXPECT_EQ(difference->changed[0].second, (std::vector<std::string>{"programs"}));
  EXPECT_TRUE(difference->left_out_parts.empty());
  const auto none = store.Diff(ById(store, b), ById(store, b));
  EXPECT_TRUE(none->added.empty() && none->removed.empty() && none->changed.empty());
}

TEST(ListStore, APartialVersionIsComparedOnWhatBothHave) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  Record whole = Person("1", "A");
  whole.names.push_back({"Alias", NameKind::kStrong, {}, "", "", "", "alt.csv/alt_name"});
  ListVersion partial = Published("list", "2024-01-02");
  partial.missing_parts = {"alt.csv"};
  const int64_t a = AddVersion(&store, Published("list", "2024-01-01"), {whole, Person("2", "B")});
  const int64_t b = AddVersion(&store, partial, {Person("1", "A"), Person("2", "B changed")});
  const auto difference = store.Diff(ById(store, a), ById(store, b));
  ASSERT_TRUE(difference.ok());
  EXPECT_EQ(difference->left_out_parts, (std::vector<std::string>{"alt.csv"}));
  ASSERT_EQ(difference->changed.size(), 1U)
      << "the aliases that one side cannot have are no change";
  EXPECT_EQ(difference->changed[0].first, "2");
  ListVersion also_partial = Published("list", "2024-01-03");
  also_partial.missing_parts = {"alt.csv"};
  const int64_t c = AddVersion(&store, also_partial, {whole, Person("2", "B changed")});
  const auto alike = store.Diff(ById(store, b), ById(store, c));
  EXPECT_TRUE(alike->left_out_parts.empty()) << "both lack the same part: compared whole";
  EXPECT_EQ(alike->changed.size(), 1U);
}

TEST(ListStore, ConfirmMovesTheConfirmationAndNothingElse) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  AddVersion(&store, Published("list", "2024-01-01", 100), {Person("1", "A")});
  ASSERT_TRUE(store.Confirm(*store.Find("list"), 500).ok());
  EXPECT_EQ(store.Find("list")->confirmed_at, 500);
  EXPECT_EQ(store.Find("list")->loaded_at, 100);
  EXPECT_EQ(OpenStore(folder, Mode::kReadOnly).Find("list")->confirmed_at, 500);
}

TEST(ListStore, EveryContentOfEveryRecordIsVisitedOnceForHistory) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  AddVersion(&store, Published("list", "2024-01-01"), {Person("1", "A"), Person("2", "B")});
  AddVersion(&store, Published("list", "2024-01-02"), {Person("1", "A2")});
  AddVersion(&store, Published("list", "2024-01-03"), {Person("1", "A")});
  std::vector<std::string> seen;
  ASSERT_TRUE(store
                  .ForEachRecordEver([&](std::string_view source, std::string_view id,
                                         const Record& record) -> Status {
                    seen.push_back(std::string(source) + ":" + std::string(id) + " " +
                                   std::string(record.Caption()));
                    return Ok{};
                  })
                  .ok());
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, (std::vector<std::string>{"list:1 A", "list:1 A2", "list:2 B"}));
}

TEST(ListStore, AnErrorOfTheCallbackEndsTheLoading) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  AddVersion(&store, Published("list", "2024-01-01"), {Person("1", "A"), Person("2", "B")});
  int calls = 0;
  const Status status = store.Load(*store.Find("list"), [&](Record&&) -> Status {
    ++calls;
    return MakeError(ErrorCode::kBadQuery, "enough");
  });
  EXPECT_EQ(status.error().message, "enough");
  EXPECT_EQ(calls, 1);
}

TEST(ListStore, AReaderKeepsItsStateWhileAnotherWrites) {
  const TempFolder folder;
  ListStore writer = OpenStore(folder);
  const int64_t first = AddVersion(&writer, Published("list", "2024-01-01"), {Person("1", "A")});
  const ListStore reader = OpenStore(folder, Mode::kReadOnly);
  AddVersion(&writer, Published("list", "2024-01-02"), {Person("1", "B")});
  EXPECT_EQ(reader.versions().size(), 1U);
  EXPECT_EQ(LoadAll(reader, first), std::vector<Record>{Person("1", "A")});
  EXPECT_EQ(OpenStore(folder, Mode::kReadOnly).versions().size(), 2U);
}

TEST(ListStore, AnAddSeesTheVersionsOfAnotherProcess) {
  const TempFolder folder;
  ListStore one = OpenStore(folder);
  ListStore two = OpenStore(folder);
  const int64_t first = AddVersion(&one, Published("list", "2024-01-01"), {Person("1", "A")});
  const int64_t second = AddVersion(&two, Published("list", "2024-01-02"), {Person("1", "B")});
  EXPECT_EQ(ById(two, second).parent, first);
  EXPECT_EQ(two.versions().size(), 2U);
}

TEST(ListStore, FetchMarksBelongToOneListAndAreReplacedTogether) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  ASSERT_TRUE(store.SetFetchMarks("a", {{"f1", "e1", "m1", "s1"}, {"f2", "", "", "s2"}}).ok());
  ASSERT_TRUE(store.SetFetchMarks("b", {{"f1", "e9", "", ""}}).ok());
  ASSERT_TRUE(store.SetFetchMarks("a", {{"f3", "e3", "m3", "s3"}}).ok());
  const auto marks = store.FetchMarks("a");
  ASSERT_EQ(marks->size(), 1U);
  EXPECT_EQ(marks->front().file_name, "f3");
  EXPECT_EQ(marks->front().etag, "e3");
  EXPECT_EQ(marks->front().last_modified, "m3");
  EXPECT_EQ(marks->front().sha256, "s3");
  EXPECT_EQ(store.FetchMarks("b")->size(), 1U);
  EXPECT_TRUE(store.FetchMarks("c")->empty());
}

TEST(ListStore, ANewVersionForgetsWhatTheServerSaidOfTheOneBefore) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  ASSERT_TRUE(store.SetFetchMarks("list", {{"f", "e", "m", "s"}}).ok());
  ASSERT_TRUE(store.SetFetchMarks("other", {{"f", "e", "m", "s"}}).ok());
  AddVersion(&store, Published("list", "2024-01-01"), {Person("1", "A")});
  EXPECT_TRUE(store.FetchMarks("list")->empty());
  EXPECT_EQ(store.FetchMarks("other")->size(), 1U);
  ASSERT_TRUE(store.SetFetchMarks("list", {{"f", "e", "m", "s"}}).ok());
  ASSERT_TRUE(store.Confirm(*store.Find("list"), 5).ok());
  EXPECT_EQ(store.FetchMarks("list")->size(), 1U);
}

TEST(ListStore, ABaseThatAnotherImportHasOvertakenIsReadAnew) {
  const TempFolder folder;
  ListStore one = OpenStore(folder);
  AddVersion(&one, Published("list", "2024-01-01"), {Person("1", "A"), Person("2", "B")});
  ListStore two = OpenStore(folder);
  auto base = two.ReadBase("list", *ParseIsoDate("2024-03-01"));
  ASSERT_TRUE(base.ok());
  EXPECT_EQ(base->CountLost(Encoded({Person("2", "B changed"), Person("3", "C")}).all()), 1U);
  const int64_t between = AddVersion(&one, Published("list", "2024-02-01"), {Person("3", "C")});
  const std::vector<Record> records = {Person("1", "A"), Person("3", "C2")};
  const auto id =
      two.Add(Published("list", "2024-03-01"), Encoded(records).all(), std::move(*base));
  ASSERT_TRUE(id.ok());
  EXPECT_EQ(ById(two, *id).parent, between);
  EXPECT_EQ(LoadAll(two, *id), records);
  EXPECT_EQ(LoadAll(two, between), std::vector<Record>{Person("3", "C")});
}

TEST(ListStore, ADecisionStandsOncePerPairWhateverTheOrder) {
  const TempFolder folder;
  ListStore store = OpenStore(folder);
  ASSERT_TRUE(store.Decide({"b:1", "a:1", true, "same seal", 10}).ok());
  ASSERT_TRUE(store.Decide({"a:1", "b:1", false, "another seal", 20}).ok());
  ASSERT_TRUE(store.Decide({"a:1", "c:1", true, "r", 30}).ok());
  auto decisions = store.MergeDecisions();
  ASSERT_EQ(decisions->size(), 2U);
  EXPECT_EQ((*decisions)[0].record_a, "a:1");
  EXPECT_EQ((*decisions)[0].record_b, "b:1");
  EXPECT_FALSE((*decisions)[0].same);
  EXPECT_EQ((*decisions)[0].reason, "another seal");
  EXPECT_EQ((*decisions)[0].decided_at, 20);
  ASSERT_TRUE(store.WithdrawDecision("b:1", "a:1").ok());
  EXPECT_EQ(store.MergeDecisions()->size(), 1U);
}

}  // namespace
}  // namespace interdict
