// Host tool of the build: compile_lexicon DATA_DIR OUTPUT
//
// Reads data/org_forms.tsv and data/names/*.tsv, folds every form with text::Folder and writes the
// arrays that names/lexicon.cc includes. A form is looked up through an open-addressing table of
// its hash. Fails (exit 1, a message) on a table it cannot read: a build never goes on with half a
// lexicon.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "interdict/base/hash.h"
#include "interdict/names/form_hash.h"
#include "interdict/names/lexicon.h"
#include "interdict/text/fold.h"

namespace interdict::names {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  size_t begin = 0;
  for (size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + 1) {
    parts.push_back(text.substr(begin, end - begin));
  }
  parts.push_back(text.substr(begin));
  return parts;
}

// The words of a "# Columns: a, b, c." line, remarks in parentheses left out.
std::vector<std::string> ColumnNames(const std::string& line) {
  std::vector<std::string> names;
  int depth = 0;
  std::string word;
  for (char c : line.substr(line.find(':') + 1) + " ") {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (depth == 0 && letter) {
      word += c;
    } else if (!word.empty()) {
      names.push_back(word);
      word.clear();
    }
  }
  return names;
}

std::vector<Row> ReadTable(const std::string& path, std::string* everything) {
  std::ifstream file(path);
  if (!file) return {};
  std::vector<std::string> columns;
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    *everything += line + "\n";
    if (line.starts_with("# Columns:") && columns.empty()) columns = ColumnNames(line);
    if (line.empty() || line.front() == '#') continue;
    const auto cells = Split(line, '\t');
    if (cells.size() != columns.size()) {
      std::cerr << path << ": " << cells.size() << " cells, expected " << columns.size() << ": "
                << line << "\n";
      std::exit(1);
    }
    Row row;
    for (size_t i = 0; i < cells.size(); ++i) row[columns[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

struct StoredMeaning {
  WordKind kind;
  bool also_name;
  std::string canonical;
  bool operator<(const StoredMeaning& o) const {
    return std::tie(kind, canonical) < std::tie(o.kind, o.canonical);
  }
};

struct Form {
  std::set<StoredMeaning> meanings;
  std::map<uint32_t, NameRelation> groups;
  bool begins_longer = false;
};

class Compiler {
 public:
  explicit Compiler(text::Folder folder) : folder_(std::move(folder)) {}

  void ReadAll(const std::string& data) {
    OrgForms(data + "/org_forms.tsv");
    Titles(data + "/names/titles.tsv");
    Particles(data + "/names/particles.tsv");
    Words(data + "/names/words.tsv");
    Places(data + "/names/places.tsv");
    Numbers(data + "/names/numbers.tsv");
    Context(data + "/names/context.tsv");
    Names(data + "/names/given_names.tsv");
    Names(data + "/names/family_names.tsv");
    Names(data + "/names/patronymics.tsv");
    for (const auto& [form, entry] : std::map<std::string, Form>(forms_)) {
      for (size_t at = form.find(' '); at != std::string::npos; at = form.find(' ', at + 1)) {
        forms_[form.substr(0, at)].begins_longer = true;
      }
    }
  }

  void Write(const std::string& path) const;

 private:
  std::string Folded(const std::string& text) const { return folder_.Fold(text); }

  void Add(const std::string& form, WordKind kind, const std::string& canonical,
           bool also_name = false) {
    const std::string folded = Folded(form);
    if (!folded.empty()) forms_[folded].meanings.insert({kind, also_name, canonical});
  }

  void OrgForms(const std::string& path) {
    for (const Row& row : ReadTable(path, &everything_)) {
      Add(row.at("form"), WordKind::kLegalForm, row.at("canonical"));
      if (row.at("expansion").empty()) continue;
      for (const std::string& words : Split(row.at("expansion"), ';')) {
        if (words.find(' ') == std::string::npos) continue;
        const std::string folded = Folded(words);
        // What an expansion says of its own stands in its own row.
        if (folded.find(' ') != std::string::npos && !forms_.contains(folded))
          Add(words, WordKind::kLegalForm, row.at("canonical"));
      }
    }
  }

  void Titles(const std::string& path) {
    for (const Row& row : ReadTable(path, &everything_)) {
      const bool suffix = row.at("kind") == "generational";
      const auto name = row.find("also_name");
      Add(row.at("form"), suffix ? WordKind::kSuffix : WordKind::kTitle, Folded(row.at("form")),
          name != row.end() && !name->second.empty());
    }
  }

  void Particles(const std::string& path) {
    static const std::map<std::string, WordKind> kKinds = {{"article", WordKind::kArticle},
                                                           {"patronymic", WordKind::kPatronymic},
                                                           {"preposition", WordKind::kPreposition},
                                                           {"teknonym", WordKind::kTeknonym}};
    for (const Row& row : ReadTable(path, &everything_)) {
      Add(row.at("form"), kKinds.at(row.at("kind")), Folded(row.at("form")));
    }
  }

  void Words(const std::string& path) {
    static const std::map<std::string, WordKind> kKinds = {{"descriptor", WordKind::kDescriptor},
                                                           {"topic", WordKind::kTopic},
                                                           {"function", WordKind::kFunction},
                                                           {"qualifier", WordKind::kQualifier},
                                                           {"unit", WordKind::kUnit}};
    for (const Row& row : ReadTable(path, &everything_)) {
      const WordKind kind = kKinds.at(row.at("kind"));
      Add(row.at("canonical"), kind, Folded(row.at("canonical")));
      for (const std::string& form : Split(row.at("forms"), '|'))
        Add(form, kind, Folded(row.at("canonical")));
    }
  }

  void Places(const std::string& path) {
    for (const Row& row : ReadTable(path, &everything_)) {
      const std::string canonical = Folded(row.at("canonical"));
      Add(row.at("canonical"), WordKind::kPlace, canonical);
      for (const std::string& form : Split(row.at("forms"), '|'))
        Add(form, WordKind::kPlace, canonical);
    }
  }

  void Numbers(const std::string& path) {
    for (const Row& row : ReadTable(path, &everything_)) {
      for (const std::string& form : Split(row.at("forms"), '|'))
        Add(form, WordKind::kNumber, row.at("value"));
    }
  }

  void Context(const std::string& path) {
    for (const Row& row : ReadTable(path, &everything_)) {
      Add(row.at("form"), WordKind::kContext, Folded(row.at("form")));
    }
  }

  void Names(const std::string& path) {
    for (const Row& row : ReadTable(path, &everything_)) {
      const uint32_t group = groups_++;
      const auto join = [&](const std::string& cell, NameRelation relation) {
        for (const std::string& form : Split(cell, '|')) {
          const std::string folded = Folded(form);
          if (folded.empty() || folded.find(' ') != std::string::npos) continue;
          // "Abdul" is a part of many names and stands for none of them.
          const bool bare_abd = folded.starts_with("abd") && folded.size() <= 6 &&
                                relation == NameRelation::kShortForm;
          if (!bare_abd) forms_[folded].groups.try_emplace(group, relation);
        }
      };
      join(row.at("canonical"), NameRelation::kSpelling);
      join(row.at("variants"), NameRelation::kSpelling);
      if (row.contains("cognates")) join(row.at("cognates"), NameRelation::kCognate);
      if (row.contains("short_forms")) join(row.at("short_forms"), NameRelation::kShortForm);
    }
  }

  text::Folder folder_;
  std::map<std::string, Form> forms_;
  uint32_t groups_ = 0;
  std::string everything_;
};

std::string Literal(const std::string& text) {
  std::string out = "\"";
  for (char letter : text) {
    const auto c = static_cast<unsigned char>(letter);
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "\\%03o", c);
    out += c < 32 || c >= 127 || c == '"' || c == '\\' ? std::string(buffer)
                                                       : std::string(1, static_cast<char>(c));
  }
  return out + "\"";
}

void Compiler::Write(const std::string& path) const {
  std::string blob;
  std::map<std::string, uint32_t> places;
  const auto place = [&](const std::string& text) {
    const auto [at, is_new] = places.try_emplace(text, static_cast<uint32_t>(blob.size()));
    if (is_new) blob += text;
    return at->second;
  };
  std::ostringstream forms, meanings, memberships;
  uint32_t meaning_count = 0, membership_count = 0;
  std::vector<std::vector<uint32_t>> group_forms(groups_);
  std::vector<std::string> texts;
  for (const auto& [form, entry] : forms_) {
    const auto id = static_cast<uint32_t>(texts.size());
    texts.push_back(form);
    forms << "{" << place(form) << "," << form.size() << ",{" << meaning_count << ","
          << entry.meanings.size() << "," << membership_count << "," << entry.groups.size() << ","
          << (entry.begins_longer ? "true" : "false") << "}},\n";
    for (const StoredMeaning& m : entry.meanings) {
      meanings << "{" << static_cast<int>(m.kind) << "," << m.also_name << "," << place(m.canonical)
               << "," << m.canonical.size() << "},\n";
      ++meaning_count;
    }
    for (const auto& [group, relation] : entry.groups) {
      memberships << "{" << group << "," << static_cast<int>(relation) << "},";
      ++membership_count;
      group_forms[group].push_back(id);
    }
  }
  size_t size = 16;
  while (size < texts.size() * 2) size *= 2;
  std::vector<uint32_t> slots(size, 0);
  for (uint32_t id = 0; id < texts.size(); ++id) {
    size_t slot = FormHash(texts[id]) & (size - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
    slots[slot] = id + 1;
  }
  std::ofstream out(path);
  out << "constexpr char kBlob[] =\n";
  for (size_t at = 0; at < blob.size(); at += 100) out << Literal(blob.substr(at, 100)) << "\n";
  out << "\"\";\nconstexpr StoredForm kForms[] = {\n" << forms.str() << "};\n";
  out << "constexpr StoredMeaning kMeanings[] = {\n" << meanings.str() << "};\n";
  out << "constexpr StoredMembership kMemberships[] = {\n" << memberships.str() << "};\n";
  out << "constexpr uint32_t kSlots[] = {";
  for (uint32_t slot : slots) out << slot << ",";
  out << "};\nconstexpr uint32_t kGroupBegin[] = {";
  uint32_t at = 0;
  for (const auto& group : group_forms)
    out << (at += static_cast<uint32_t>(group.size())) - group.size() << ",";
  out << at << "};\nconstexpr uint32_t kGroupForms[] = {";
  for (const auto& group : group_forms)
    for (uint32_t id : group) out << id << ",";
  out << "};\nconstexpr char kVersion[] = \"" << Sha256Hex(everything_).substr(0, 12) << "\";\n";
  if (!out.flush()) {
    std::cerr << "cannot write " << path << "\n";
    std::exit(1);
  }
}

}  // namespace
}  // namespace interdict::names

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto folder = interdict::text::Folder::Create();
  if (!folder.ok()) {
    std::cerr << folder.error().message << "\n";
    return 1;
  }
  interdict::names::Compiler compiler(std::move(*folder));
  compiler.ReadAll(argv[1]);
  compiler.Write(argv[2]);
  return 0;
}
