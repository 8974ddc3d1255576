// A small list in memory, what documents are read with over it, and texts scanned with that: for
// the tests of mentions and measures. The list is the same for all of them.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "interdict/documents/scan_document.h"
#include "interdict/index/testing/indexed_names.h"

namespace interdict::documents::testing {

using interdict::testing::IndexedNames;
using interdict::testing::RecordBuilder;

inline std::vector<Record> SmallListRecords() {
  const auto person = [](const char* id) { return RecordBuilder("list", id, Schema::kPerson); };
  const auto body = [](const char* id) { return RecordBuilder("list", id, Schema::kOrganization); };
  const auto ship = [](const char* id) { return RecordBuilder("list", id, Schema::kVessel); };
  return {
      person("1").Named("MADURO MOROS, Nicolas").Of("ve").Under("VENEZUELA"),
      person("2").Named("GARCIA LOPEZ, Vladimiro Andres").Of("ve"),
      person("3").Named("AL ASSAD, Bashar").Of("sy"),
      person("4").Named("SHEVCHENKOV, Anatoliy").Of("ru"),
      // Two of one name, in two countries.
      person("5").Named("PEREZ GOMEZ, Juan Carlos").Of("cu"),
      person("6").Named("PEREZ GOMEZ, Juan Carlos").Of("mx"),
      body("20").Named("PETROLEOS DE VENEZUELA, S.A.").Named("PDVSA", NameKind::kStrong).Of("ve"),
      body("21")
          .Named("TREN DE ARAGUA")
          .Named("THE ARAGUA TRAIN", NameKind::kTranslation)
          .Under("FTO"),
      body("22").Named("Zhenhualong Trading Co., Ltd.").Of("cn"),
      body("23").Named("Oblast Karvanda", NameKind::kPrimary).Named("Karvanda", NameKind::kStrong),
      body("24").Named("Ordinary Holdings").Named("Progress", NameKind::kWeak),
      ship("40").Named("OCEAN VICTORIA").Holding(IdScheme::kImo, "9074729"),
      ship("41").Named("ARTEMIS"),
  };
}

// The list and the tables, built once.
class SmallList {
 public:
  static const SmallList& Shared() {
    static const auto* const kShared = new SmallList;
    return *kShared;
  }
  const NameDictionary& names() const { return knowledge_->names; }
  const DocumentKnowledge& knowledge() const { return *knowledge_; }
  const index::PartyData& parties() const { return list_.parties(); }

 private:
  SmallList() : list_(SmallListRecords()) {
    auto names = NameDictionary::Build(&list_.parties(), &list_.names());
    auto lexicon = Lexicon::Create();
    EXPECT_TRUE(names.ok() && lexicon.ok());
    knowledge_.reset(new DocumentKnowledge{std::move(*names), std::move(*lexicon)});
  }

  IndexedNames list_;
  std::unique_ptr<const DocumentKnowledge> knowledge_;
};

// A plain text, scanned over the small list.
class ScannedText {
 public:
  explicit ScannedText(std::string text, std::string_view published = {})
      : text_(std::make_unique<std::string>(std::move(text))) {
    IntakeOptions options;
    options.markup = Markup::kPlain;
    if (!published.empty()) options.published = ParsePartialDate(published);
    auto scanner = Scanner::Create(SmallList::Shared().knowledge());
    auto scan = scanner->ScanDocument("text.txt", *text_, options);
    EXPECT_TRUE(scan.ok()) << (scan.ok() ? "" : scan.error().Text());
    if (scan.ok()) scan_ = std::move(*scan);
  }

  const Scan& operator*() const { return scan_; }
  const Scan* operator->() const { return &scan_; }
  std::string_view Text(Span span) const { return scan_.document.Text(span); }

  // The mention that is written so; of several the first. nullptr: none.
  const Mention* Find(std::string_view written) const {
    for (const Mention& mention : scan_.mentions)
      if (Text(mention.span) == written) return &mention;
    return nullptr;
  }
  // The listed party of the mention, "" for a party of no list, "-" where there is no mention.
  std::string EntityOf(std::string_view written) const {
    const Mention* mention = Find(written);
    return mention == nullptr ? "-" : scan_.parties[mention->party].entity;
  }
  std::string PartyOf(std::string_view written) const {
    const Mention* mention = Find(written);
    return mention == nullptr ? "-" : scan_.parties[mention->party].name;
  }
  // The first measure of the type, or nullptr.
  const Measure* FindMeasure(MeasureType type) const {
    for (const Measure& measure : scan_.measures)
      if (measure.type == type) return &measure;
    return nullptr;
  }
  // The names of the roles, joined by "; ".
  static std::string Names(const std::vector<Role>& roles) {
    std::string names;
    for (const Role& role : roles) names += (names.empty() ? "" : "; ") + role.text;
    return names;
  }

 private:
  std::unique_ptr<std::string> text_;  // a string that does not move: the scan borrows its bytes
  Scan scan_;
};

}  // namespace interdict::documents::testing
