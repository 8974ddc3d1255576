#include "interdict/lists/ca/canada_sema_xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "interdict/base/hash.h"
#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/lists/cells/name_cell.h"
#include "interdict/lists/cells/xml_list_intake.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "data-set";
constexpr size_t kDigestLength = 8;
constexpr size_t kMaxSlug = 24;

enum Field {
  kCountry,
  kSchedule,
  kItem,
  kListed,
  kLastName,
  kGivenName,
  kEntity,
  kAliases,
  kTitle,
  kDate,
  kImo,
  kFieldCount,
};

struct FieldName {
  std::string_view name;
  Field field;
};
// Also the names of older layouts.
constexpr std::array<FieldName, 16> kFieldNames = {{
    {"Country", kCountry},
    {"Schedule", kSchedule},
    {"Item", kItem},
    {"DateOfListing", kListed},
    {"LastName", kLastName},
    {"GivenName", kGivenName},
    {"EntityOrShip", kEntity},
    {"Entity", kEntity},
    {"Aliases", kAliases},
    {"TitleOrShip", kTitle},
    {"TitleOrShipType", kTitle},
    {"Title", kTitle},
    {"DateOfBirthOrShipBuildDate", kDate},
    {"DateOfBirth", kDate},
    {"ShipIMONumber", kImo},
    {"ShipIMO", kImo},
}};

std::string_view BeforeHyphen(std::string_view name) {
  return name.substr(0, name.find('-'));
}

// The record's fields as published, without white space around them.
struct Row {
  std::array<std::string_view, kFieldCount> values;
  std::array<std::string, kFieldCount> names;  // English ones of the elements they came from

  std::string_view operator[](Field field) const { return values[field]; }
  std::string OnOneLine(Field field) const { return OneLine(values[field]); }
  bool IsPerson() const { return !values[kLastName].empty() || !values[kGivenName].empty(); }
  bool IsShip() const { return !IsPerson() && (!values[kImo].empty() || !values[kTitle].empty()); }
};

Row ReadRow(const XmlElement& element) {
  Row row;
  for (const XmlElement* child : element.Children()) {
    const std::string_view name = BeforeHyphen(child->name());
    for (const FieldName& known : kFieldNames) {
      if (known.name != name || !row.values[known.field].empty()) continue;
      row.values[known.field] = child->Text();
      row.names[known.field] = std::string(name);
      break;
    }
  }
  return row;
}

// "Iranian Army/Armée iranienne", "Tanker | Pétrolier", "Russia / Russie": where the French begins.
struct Bilingual {
  std::string english;
  std::string french;
};

// `text` is one line. Names part at a slash only when both sides have two words and more.
Bilingual SplitLanguages(std::string_view text) {
  const size_t first_space = text.find(' ');
  const size_t last_space = text.rfind(' ');
  int depth = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')') --depth;
    if (depth != 0 || (text[at] != '/' && text[at] != '|')) continue;
    const std::string_view left = text.substr(0, at);
    const std::string_view right = text.substr(at + 1);
    const bool spaced = left.ends_with(' ') && right.starts_with(' ');
    const bool names =
        first_space != std::string_view::npos && first_space + 1 < at && last_space > at + 1;
    if (text[at] == '|' || spaced || names) {
      return {std::string(Trim(left)), std::string(Trim(right))};
    }
  }
  return {std::string(text), ""};
}

// --- the record's id ---------------------------------------------------------------------------

// Small letters, digits and full stops between digits; a hyphen for anything else. "1, Part 1.1" ->
// "1-part-1.1".
std::string Slug(std::string_view text) {
  std::string slug;
  for (size_t at = 0; at < text.size() && slug.size() < kMaxSlug; ++at) {
    const char c = AsciiLower(text.substr(at, 1))[0];
    const bool digit = c >= '0' && c <= '9';
    const bool point = c == '.' && !slug.empty() && IsDigits(text.substr(at - 1, 1)) &&
                       IsDigits(text.substr(at + 1, 1));
    if (digit || point || (c >= 'a' && c <= 'z'))
      slug.push_back(c);
    else if (!slug.empty() && slug.back() != '-')
      slug.push_back('-');
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

// The acronym that a long name gives of itself: "Regulations (JVCFOR)".
std::string_view AcronymIn(std::string_view text) {
  const size_t open = text.find('(');
  const size_t close = open == std::string_view::npos ? open : text.find(')', open);
  if (close == std::string_view::npos) return {};
  const std::string_view inner = text.substr(open + 1, close - open - 1);
  const bool capitals = inner.size() > 1 && std::all_of(inner.begin(), inner.end(), [](char c) {
                          return c >= 'A' && c <= 'Z';
                        });
  return capitals ? inner : std::string_view();
}

std::string Digest(const std::string& text) {
  return HexText(Sha256(text)).substr(0, kDigestLength);
}

std::string RecordId(const Row& row) {
  const std::string country = SplitLanguages(row.OnOneLine(kCountry)).english;
  const std::string_view acronym = AcronymIn(country);
  const std::string names = row.OnOneLine(kGivenName) + '\n' + row.OnOneLine(kLastName) + '\n' +
                            SplitLanguages(row.OnOneLine(kEntity)).english;
  std::string id;
  for (const std::string& part :
       {Slug(acronym.empty() ? LookupKey(country) : std::string(acronym)), Slug(row[kSchedule]),
        Slug(row[kItem]), Digest(AsciiLower(names))}) {
    if (part.empty()) continue;
    if (!id.empty()) id += '-';
    id += part;
  }
  return id;
}

std::string ContentOf(const Row& row) {
  std::string content;
  for (std::string_view value : row.values) content.append(value).push_back('\n');
  return content;
}

// --- facts ---------------------------------------------------------------------------------------

// Fills one Record from one row.
class SemaParty {
 public:
  SemaParty(const Row& row, uint64_t line, Record* record, XmlListIntake* intake)
      : row_(row), line_(line), record_(*record), intake_(*intake) {}

  void Read() {
    if (row_.IsPerson())
      AddPersonNames();
    else
      AddBodyNames();
    AddAliases();
    AddDates();
    if (!row_[kImo].empty()) {
      record_.identifiers.push_back(
          MakeIdentifier(IdScheme::kImo, row_.OnOneLine(kImo), row_.names[kImo]));
    }
    AddAttribute(row_.IsShip() ? AttributeKind::kVesselType : AttributeKind::kTitle, kTitle);
    AddAttribute(AttributeKind::kOther, kItem);
    AddDesignation();
  }

 private:
  void AddAttribute(AttributeKind kind, Field field) {
    if (row_[field].empty()) return;
    record_.attributes.push_back({kind, row_.OnOneLine(field), row_.names[field]});
  }

  Name* AddName(NameKind kind, std::string text, Field field) {
    Name name;
    name.kind = kind;
    name.text = std::move(text);
    name.field = row_.names[field];
    record_.names.push_back(std::move(name));
    return &record_.names.back();
  }

  void AddPersonNames() {
    const std::string given = row_.OnOneLine(kGivenName);
    NameKind kind = NameKind::kPrimary;
    for (const std::string& family : FamilyNames()) {
      std::string text = given;
      if (!given.empty() && !family.empty()) text += ' ';
      text += family;
      Name* name = AddName(kind, std::move(text), family.empty() ? kGivenName : kLastName);
      if (!given.empty()) name->parts.push_back({NamePartKind::kGiven, given});
      if (!family.empty()) name->parts.push_back({NamePartKind::kFamily, family});
      kind = NameKind::kStrong;
    }
  }

  // "DIKIY (DIKY)" are two spellings.
  std::vector<std::string> FamilyNames() const {
    const std::string family = row_.OnOneLine(kLastName);
    const size_t open = family.find('(');
    if (open == std::string::npos || open == 0 || !family.ends_with(')')) return {family};
    return {std::string(Trim(std::string_view(family).substr(0, open))),
            family.substr(open + 1, family.size() - open - 2)};
  }

  void AddBodyNames() {
    const Bilingual both = SplitLanguages(row_.OnOneLine(kEntity));
    NameKind kind = NameKind::kPrimary;
    for (CellName& name : UnpackNames(both.english, {.person = false})) {
      AddName(kind, std::move(name.text), kEntity)->remark = std::move(name.remark);
      kind = NameKind::kStrong;
    }
    for (CellName& name : UnpackNames(both.french, {.person = false})) {
      AddName(NameKind::kTranslation, std::move(name.text), kEntity)->language = "fr";
    }
    if (record_.names.size() > 1) AddAttribute(AttributeKind::kOther, kEntity);
  }

  void AddAliases() {
    const std::string_view cell = row_[kAliases];
    if (cell.empty()) return;
    auto names = UnpackNames(cell, {.person = row_.IsPerson(), .loose_separators = true});
    const bool whole = names.size() == 1 && names[0].text == OneLine(cell);
    for (CellName& cell_name : names) {
      Name* name = AddName(NameKind::kStrong, std::move(cell_name.text), kAliases);
      name->language = std::move(cell_name.language);
      name->remark = std::move(cell_name.remark);
    }
    if (!whole) AddAttribute(AttributeKind::kOther, kAliases);
  }

  void AddDates() {
    if (row_[kDate].empty()) return;
    const DateKind kind = row_.IsPerson() ? DateKind::kBirth
                          : row_.IsShip() ? DateKind::kBuild
                                          : DateKind::kIncorporation;
    const std::string text = row_.OnOneLine(kDate);
    const std::string lower = AsciiLower(text);
    const size_t alternative = lower.find(" or ");
    if (alternative == std::string::npos) return AddDate(kind, text);
    AddDate(kind, text.substr(0, alternative));
    AddDate(kind, text.substr(alternative + 4));
  }

  void AddDate(DateKind kind, const std::string& text) {
    DateFact fact = MakeDateFact(kind, text, row_.names[kDate]);
    const auto month_first = ParsePartialDate(text, NumericOrder::kMonthFirst);
    if (fact.date && month_first && *fact.date != *month_first) {
      fact.date.reset();  // "04/03/1970": nothing says which is the day
    } else if (const auto serial = ExcelDay(text)) {
      fact.date = PartialDate{*serial, *serial};
      intake_.AddDefect(
          "excel_date", record_.id, line_,
          "\"" + text + "\" is read as a spreadsheet's day number, " + FormatIsoDate(*serial));
    }
    record_.dates.push_back(std::move(fact));
  }

  // Five digits are the day number of a spreadsheet: 1927-05-18 to 2064-04-08.
  static std::optional<Date> ExcelDay(std::string_view text) {
    constexpr size_t kDigits = 5;
    constexpr int kLast = 60000;
    if (text.size() != kDigits || !IsDigits(text) || text[0] == '0') return std::nullopt;
    int serial = 0;
    std::from_chars(text.data(), text.data() + text.size(), serial);
    if (serial > kLast) return std::nullopt;
    return FromExcelSerial(serial);
  }

  void AddDesignation() {
    Designation designation;
    designation.program = row_.OnOneLine(kCountry);
    designation.list = row_.OnOneLine(kSchedule);
    designation.authority = "Global Affairs Canada";
    designation.field = row_.names[kCountry];
    designation.listed = row_.OnOneLine(kListed);
    const auto listed = ParsePartialDate(designation.listed);
    if (listed && listed->IsDay()) {
      designation.listed = FormatPartialDate(*listed);
    } else if (!designation.listed.empty()) {
      intake_.AddDefect("date", record_.id, line_,
                        "DateOfListing \"" + designation.listed + "\" is no day");
    }
    record_.designations.push_back(std::move(designation));
  }

  const Row& row_;
  uint64_t line_;
  Record& record_;
  XmlListIntake& intake_;
};

// Takes the document's records and watches that the elements the id is made of are there at all.
class SemaReader {
 public:
  explicit SemaReader(XmlListIntake* intake) : intake_(*intake) {}

  Status Take(const XmlElement& element) {
    const Row row = ReadRow(element);
    for (size_t i = 0; i < kFieldCount; ++i) filled_[i] = filled_[i] || !row.values[i].empty();
    Record record;
    record.source = intake_.source();
    if (!SetId(row, element, &record)) return Ok{};
    record.schema = row.IsPerson() ? Schema::kPerson
                    : row.IsShip() ? Schema::kVessel
                                   : Schema::kOrganization;
    SemaParty(row, element.line(), &record, &intake_).Read();
    if (record.names.empty()) {
      intake_.Reject(record.id, element, "the record has no name");
      return Ok{};
    }
    return intake_.Take(std::move(record), element);
  }

  Result<ParseReport> Finish() {
    const ParseReport& report = intake_.report();
    const bool named = filled_[kLastName] || filled_[kGivenName] || filled_[kEntity];
    if (report.records_in > 0 && (!named || !filled_[kCountry] || !filled_[kItem])) {
      return MakeError(ErrorCode::kMissingColumn,
                       "no record has Country, Item and one of LastName, GivenName, EntityOrShip; "
                       "the elements may have new names",
                       intake_.At());
    }
    return intake_.Finish();
  }

 private:
  // False when the record repeats an earlier one and was rejected.
  bool SetId(const Row& row, const XmlElement& element, Record* record) {
    record->id = RecordId(row);
    const uint64_t line = intake_.LineOf(record->id);
    const std::string content = ContentOf(row);
    const size_t hash = std::hash<std::string>()(content);
    if (line == 0) {
      content_.emplace(record->id, hash);
      return true;
    }
    const std::string longer = record->id + "-" + Digest(content);
    if (content_[record->id] == hash || intake_.LineOf(longer) != 0) {
      intake_.Reject(record->id, element,
                     "repeats the record of line " + std::to_string(line) + " word for word");
      return false;
    }
    intake_.AddDefect("duplicate_id", longer, element.line(),
                      "country, schedule, item and name of line " + std::to_string(line) +
                          " again with other content; both are kept");
    record->id = longer;
    return true;
  }

  XmlListIntake& intake_;
  std::array<bool, kFieldCount> filled_ = {};
  std::unordered_map<std::string, size_t> content_;  // hash of the record's content, by id
};

class CanadaSemaXml final : public Format {
 public:
  std::string_view name() const override { return "canada_sema_xml"; }
  std::string_view title() const override {
    return "Canadian autonomous sanctions list (SEMA, XML)";
  }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    if (!HasRootElement(file, kRoot)) return false;
    const std::string_view head = file.bytes.substr(0, kPeekBytes);
    return head.find("<record") != std::string_view::npos &&
           (head.find("<Country>") != std::string_view::npos ||
            head.find("<Country-Pays>") != std::string_view::npos);
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    XmlListIntake intake(*this, file, options, sink);
    SemaReader reader(&intake);
    const XmlListIntake::Layout layout = {kRoot, {"record"}, {}};
    RETURN_IF_ERROR(intake.Stream(layout, nullptr,
                                  [&](const XmlElement& element) { return reader.Take(element); }));
    return reader.Finish();
  }
};

}  // namespace

const Format& CanadaSemaXmlFormat() {
  static const CanadaSemaXml kFormat;
  return kFormat;
}

}  // namespace interdict
