#include "interdict/screen/customer_file.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Texts = std::vector<std::string>;
using Format = CustomerFileOptions::Format;

CustomerFileOptions Csv(std::map<std::string, std::string> names = {}) {
  return {Format::kCsv, "customers.csv", std::move(names)};
}
CustomerFileOptions JsonLines(std::map<std::string, std::string> names = {}) {
  return {Format::kJsonLines, "customers.jsonl", std::move(names)};
}

struct File {
  std::vector<Customer> customers;
  Texts unknown;
  Status status = Ok{};
};

File Read(std::string_view bytes, CustomerFileOptions options) {
  File file;
  auto reader = CustomerReader::Open(bytes, std::move(options));
  if (!reader.ok()) {
    file.status = std::move(reader).error();
    return file;
  }
  for (Customer customer;;) {
    const auto more = (*reader)->Next(&customer);
    if (!more.ok()) file.status = more.error();
    if (!more.ok() || !*more) break;
    EXPECT_LE((*reader)->position(), bytes.size());
    file.customers.push_back(customer);
  }
  file.unknown = (*reader)->unknown_columns();
  return file;
}

// The only record of a file.
Customer One(std::string_view bytes, CustomerFileOptions options) {
  File file = Read(bytes, std::move(options));
  EXPECT_TRUE(file.status.ok()) << (file.status.ok() ? "" : file.status.error().Text());
  EXPECT_EQ(file.customers.size(), 1U);
  return file.customers.empty() ? Customer() : file.customers.front();
}

std::string ProblemOf(const Customer& customer) {
  return customer.problem.ok() ? "" : customer.problem.error().Text();
}

TEST(CustomerFile, TheFormatIsThatOfTheExtension) {
  EXPECT_EQ(*CustomerFormatOf("a/B.CSV"), Format::kCsv);
  EXPECT_EQ(*CustomerFormatOf("b.tsv"), Format::kCsv);
  for (const char* path : {"a.jsonl", "a.ndjson", "a.json"}) {
    EXPECT_EQ(*CustomerFormatOf(path), Format::kJsonLines);
  }
  for (const char* path : {"a.xlsx", "csv", "", "a.csv.gz"}) {
    EXPECT_EQ(CustomerFormatOf(path).error().code, ErrorCode::kBadQuery) << path;
  }
}

TEST(CustomerFile, EveryColumnOfTheContractIsRead) {
  const Customer c =
      One("id,name,schema,birth_date,country,gender,address,imo,mmsi,passport,national_id,tax_id,"
          "lei,bic,"
          "crypto\n"
          "c-1,Ana Roe,person,1962-11-23,VE,F,\"Main St 1, Town\",9187629,572469210,B1,N1,T1,"
          "213800KUD8LAJWSQ9D15,BCVEVECA,12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h\n",
          Csv());
  EXPECT_EQ(ProblemOf(c), "");
  EXPECT_EQ(c.line, 2U);
  EXPECT_EQ(c.query.id, "c-1");
  EXPECT_EQ(c.query.names, Texts{"Ana Roe"});
  EXPECT_EQ(c.query.schema, Schema::kPerson);
  ASSERT_EQ(c.query.birth_dates.size(), 1U);
  EXPECT_EQ(FormatPartialDate(c.query.birth_dates[0]), "1962-11-23");
  EXPECT_EQ(c.query.countries, Texts{"ve"});
  EXPECT_EQ(c.query.genders, Texts{"female"});
  EXPECT_EQ(c.query.addresses, Texts{"Main St 1, Town"});
  std::vector<IdScheme> schemes;
  for (const Identifier& id : c.query.identifiers) schemes.push_back(id.scheme);
  EXPECT_EQ(schemes, (std::vector<IdScheme>{IdScheme::kImo, IdScheme::kMmsi, IdScheme::kPassport,
                                            IdScheme::kNationalId, IdScheme::kTaxId, IdScheme::kLei,
                                            IdScheme::kBic, IdScheme::kCrypto}));
}

TEST(CustomerFile, SemicolonsSeparateValuesAndQuotesKeepThem) {
  EXPECT_EQ(SplitValues("a;b ; c"), (Texts{"a", "b", "c"}));
  EXPECT_EQ(SplitValues("\"Smith; Sons\";Other"), (Texts{"Smith; Sons", "Other"}));
  EXPECT_EQ(SplitValues("Juan \"El Jefe\" Perez"), Texts{"Juan El Jefe Perez"});
  EXPECT_EQ(SplitValues("27\" Monitor;Other"), (Texts{"27\" Monitor", "Other"}));
  EXPECT_EQ(SplitValues(" ; ;"), Texts{});
  EXPECT_EQ(SplitValues(""), Texts{});
  const Customer c = One("name,passport\n\"\"\"Smith; Sons\"\";Other\",P1;P2\n", Csv());
  EXPECT_EQ(c.query.names, (Texts{"Smith; Sons", "Other"}));
  EXPECT_EQ(c.query.identifiers.size(), 2U);
}

TEST(CustomerFile, ColumnNamesMayBeWrittenInManyWays) {
  const Customer c = One("\xEF\xBB\xBF ID ,Name,Birth Date,TAX-ID\n7,A,1970,12\n", Csv());
  EXPECT_EQ(c.query.id, "7");
  EXPECT_EQ(c.query.birth_dates.size(), 1U);
  EXPECT_EQ(c.query.identifiers.size(), 1U);
}

TEST(CustomerFile, TheirColumnsMayBeRenamedToOurs) {
  const File file = Read("Nombre,name\nAna,ignored\n", Csv({{"Nombre", "name"}}));
  ASSERT_TRUE(file.status.ok());
  EXPECT_EQ(file.customers[0].query.names, (Texts{"Ana", "ignored"}));
  const auto none = Read("nombre,passport\nAna,1\n", Csv({{"Nombre", "name"}}));
  ASSERT_FALSE(none.status.ok()) << "screening would go on without the names";
  EXPECT_EQ(none.status.error().code, ErrorCode::kMissingColumn);
  const auto no_such_column = Read("a,name\n1,2\n", Csv({{"a", "nmae"}}));
  ASSERT_FALSE(no_such_column.status.ok());
  EXPECT_EQ(no_such_column.status.error().code, ErrorCode::kBadQuery);
}

TEST(CustomerFile, UnknownColumnsAreKeptAsideAndNamed) {
  const File file = Read("name,Branch,,notes\nAna,12,x,y\n", Csv());
  EXPECT_EQ(file.unknown, (Texts{"Branch", "notes"}));
  EXPECT_EQ(ProblemOf(file.customers[0]), "");
}

TEST(CustomerFile, AFileThatNamesNobodyIsRefused) {
  EXPECT_EQ(Read("id,country\n1,ve\n", Csv()).status.error().code, ErrorCode::kMissingColumn);
  EXPECT_EQ(Read("", Csv()).status.error().code, ErrorCode::kMissingColumn);
  EXPECT_EQ(Read("id;name\n1;Ana\n", Csv()).status.error().where.line, 1U);
  EXPECT_TRUE(Read("imo\n9187629\n", Csv()).status.ok()) << "a number is enough";
}

TEST(CustomerFile, AHeaderAloneIsAFileWithoutRecords) {
  const File file = Read("id,name\n", Csv());
  EXPECT_TRUE(file.status.ok());
  EXPECT_TRUE(file.customers.empty());
}

TEST(CustomerFile, ARecordWithoutIdGetsItsNumber) {
  const File file = Read("id,name\n,A\nx,B\n\n,C\n", Csv());
  ASSERT_EQ(file.customers.size(), 3U);
  EXPECT_EQ(file.customers[0].query.id, "1");
  EXPECT_EQ(file.customers[1].query.id, "x");
  EXPECT_EQ(file.customers[2].query.id, "3");
  EXPECT_EQ(file.customers[2].line, 5U);
}

TEST(CustomerFile, AValueThatCannotBeUnderstoodIsAProblemOfItsRecordAlone) {
  struct Case {
    const char* column;
    const char* value;
    const char* message;
  };
  const Case kCases[] = {
      {"schema", "Dragon", "customers.csv:2: schema \"Dragon\": expected Person"},
      {"schema", "Person;Company", "one kind of party"},
      {"name", "a\xFF", "name is not UTF-8"},
  };
  for (const Case& c : kCases) {
    const File file =
        Read("id,passport," + std::string(c.column) + "\n1,P1," + c.value + "\n2,P2,\n", Csv());
    ASSERT_EQ(file.customers.size(), 2U);
    EXPECT_NE(ProblemOf(file.customers[0]).find(c.message), std::string::npos)
        << ProblemOf(file.customers[0]);
    EXPECT_EQ(ProblemOf(file.customers[1]), "");
  }
}

TEST(CustomerFile, AFactThatOnlyNarrowsIsLeftOutWithAWarningWhereItCannotBeRead) {
  struct Case {
    const char* column;
    const char* value;
    const char* warning;
  };
  const Case kCases[] = {
      {"birth_date", "soon", "birth_date \"soon\": expected a date"},
      {"birth_date", "1962-02-30", "expected a date"},
      {"country", "Atlantis", "country \"Atlantis\": expected an ISO 3166 code"},
  };
  for (const Case& c : kCases) {
    const Customer customer =
        One("id,name," + std::string(c.column) + "\n1,A," + c.value + "\n", Csv());
    EXPECT_EQ(ProblemOf(customer), "");
    EXPECT_TRUE(customer.query.birth_dates.empty());
    EXPECT_TRUE(customer.query.countries.empty());
    ASSERT_EQ(customer.warnings.size(), 1U) << c.value;
    EXPECT_NE(customer.warnings[0].find(c.warning), std::string::npos) << customer.warnings[0];
    EXPECT_NE(customer.warnings[0].find("screened without it"), std::string::npos);
  }
  const Customer one_of_two = One("name,birth_date\nA,soon;1962-11-23\n", Csv());
  EXPECT_EQ(one_of_two.query.birth_dates.size(), 1U);
  EXPECT_EQ(one_of_two.warnings.size(), 1U);
}

TEST(CustomerFile, TheSameKindTwiceIsNoContradiction) {
  EXPECT_EQ(ProblemOf(One("name,schema\nA,Person;person\n", Csv())), "");
}

TEST(CustomerFile, GendersThatCannotBeComparedSayNothing) {
  EXPECT_EQ(One("name,gender\nA,M\n", Csv()).query.genders, Texts{"male"});
  EXPECT_EQ(One("name,gender\nA,FEMALE\n", Csv()).query.genders, Texts{"female"});
  const Customer other = One("name,gender\nA,diverse\n", Csv());
  EXPECT_TRUE(other.query.genders.empty());
  EXPECT_EQ(ProblemOf(other), "");
}

TEST(CustomerFile, ARowMayBeShortAndMayNotSayMoreThanTheHeader) {
  EXPECT_EQ(ProblemOf(One("name,country\nAna\n", Csv())), "");
  EXPECT_EQ(ProblemOf(One("name\nAna,, \n", Csv())), "") << "stray delimiters say nothing";
  EXPECT_NE(ProblemOf(One("name\nRoe, Ana\n", Csv())).find("2 cells, but the header has 1"),
            std::string::npos);
}

TEST(CustomerFile, AFileThatBreaksOffSaysWhere) {
  const File file = Read("id,name\n1,Ana\n2,\"Eva\n", Csv());
  EXPECT_EQ(file.customers.size(), 1U);
  ASSERT_FALSE(file.status.ok());
  EXPECT_EQ(file.status.error().where.file, "customers.csv");
  EXPECT_EQ(file.status.error().where.line, 3U);
}

TEST(CustomerFile, TabsSeparateTheCellsOfATsvFile) {
  CustomerFileOptions options = Csv();
  options.name = "x.TSV";
  EXPECT_EQ(One("id\tname\n1\tRoe, Ana\n", options).query.names, Texts{"Roe, Ana"});
}

TEST(CustomerFile, JsonLinesGiveTheSameQueryAsCsv) {
  const Customer c =
      One("{\"id\":17,\"name\":[\"Ana Roe\",\"A; "
          "R\"],\"birth_date\":\"1962\",\"country\":[\"VE\",\"co\"],"
          "\"schema\":\"Person\",\"imo\":9187629,\"gender\":null,\"address\":\"  \"}\n",
          JsonLines());
  EXPECT_EQ(ProblemOf(c), "");
  EXPECT_EQ(c.query.id, "17");
  EXPECT_EQ(c.query.names, (Texts{"Ana Roe", "A; R"}));
  EXPECT_EQ(c.query.countries, (Texts{"ve", "co"}));
  ASSERT_EQ(c.query.identifiers.size(), 1U);
  EXPECT_EQ(c.query.identifiers[0].value, "9187629");
  EXPECT_TRUE(c.query.addresses.empty());
}

TEST(CustomerFile, JsonLinesMayHaveEmptyLinesAByteOrderMarkAndNoLastLineEnd) {
  const File file = Read("\xEF\xBB\xBF{\"name\":\"A\"}\r\n\n  \n{\"name\":\"B\"}", JsonLines());
  ASSERT_EQ(file.customers.size(), 2U);
  EXPECT_EQ(ProblemOf(file.customers[0]), "");
  EXPECT_EQ(file.customers[1].query.names, Texts{"B"});
  EXPECT_EQ(file.customers[1].line, 4U);
  EXPECT_EQ(file.customers[1].query.id, "2");
  std::string late(10000, '\n');
  late += "{\"name\":\"A\"}";
  EXPECT_EQ(Read(late, JsonLines()).customers.size(), 1U);
}

TEST(CustomerFile, AJsonLineThatIsNoRecordIsAProblemOfThatLineAlone) {
  for (const char* line :
       {"[1]", "{\"name\":", "{\"name\":true}", "{\"name\":{\"a\":1}}", "{\"name\":[[\"a\"]]}",
        "{\"name\":1.5}", "\"a\"", "{\"name\":\"a\"} x", "{\"name\":\"\\ud800\"}"}) {
    const File file = Read(std::string(line) + "\n{\"name\":\"B\"}\n", JsonLines());
    ASSERT_EQ(file.customers.size(), 2U) << line;
    EXPECT_NE(ProblemOf(file.customers[0]), "") << line;
    EXPECT_EQ(file.customers[0].problem.error().where.line, 1U) << line;
    EXPECT_EQ(ProblemOf(file.customers[1]), "") << line;
  }
}

TEST(CustomerFile, JsonMembersMayBeRenamedAndUnknownOnesAreNamed) {
  const File file = Read("{\"fullName\":\"A\",\"x\":1}\n{\"fullName\":\"B\",\"y\":{}}\n",
                         JsonLines({{"fullName", "name"}}));
  EXPECT_EQ(file.customers[1].query.names, Texts{"B"});
  EXPECT_EQ(file.unknown, (Texts{"x", "y"}));
}

TEST(CustomerFile, AnEmptyJsonFileIsRefused) {
  EXPECT_EQ(Read("", JsonLines()).status.error().code, ErrorCode::kMissingColumn);
  EXPECT_EQ(Read(" \n\n", JsonLines()).status.error().code, ErrorCode::kMissingColumn);
}

}  // namespace
}  // namespace interdict
