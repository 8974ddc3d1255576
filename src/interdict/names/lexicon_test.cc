#include "interdict/names/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "interdict/names/form_hash.h"
#include "interdict/text/fold.h"

namespace interdict::names {
namespace {

bool Means(std::string_view form, WordKind kind, std::string_view canonical = {}) {
  const LexiconEntry* entry = FindForm(form);
  if (entry == nullptr) return false;
  for (uint32_t i = 0; i < entry->meanings; ++i) {
    const Meaning meaning = MeaningAt(entry->first_meaning + i);
    if (meaning.kind == kind && (canonical.empty() || meaning.canonical == canonical)) return true;
  }
  return false;
}

bool ShareGroup(std::string_view a, std::string_view b) {
  const LexiconEntry *x = FindForm(a), *y = FindForm(b);
  if (x == nullptr || y == nullptr) return false;
  for (uint32_t i = 0; i < x->memberships; ++i) {
    for (uint32_t k = 0; k < y->memberships; ++k) {
      if (MembershipAt(x->first_membership + i).group ==
          MembershipAt(y->first_membership + k).group)
        return true;
    }
  }
  return false;
}

TEST(Lexicon, KnowsWhatWordsAre) {
  struct Case {
    const char* form;
    WordKind kind;
  };
  const Case kCases[] = {{"dr", WordKind::kTitle},        {"jr", WordKind::kSuffix},
                         {"al", WordKind::kArticle},      {"bin", WordKind::kPatronymic},
                         {"van", WordKind::kPreposition}, {"abu", WordKind::kTeknonym},
                         {"gmbh", WordKind::kLegalForm},  {"trading", WordKind::kDescriptor},
                         {"bank", WordKind::kTopic},      {"north", WordKind::kQualifier},
                         {"brigade", WordKind::kUnit},    {"of", WordKind::kFunction},
                         {"venezuela", WordKind::kPlace}, {"seven", WordKind::kNumber}};
  for (const Case& c : kCases) EXPECT_TRUE(Means(c.form, c.kind)) << c.form;
  EXPECT_TRUE(Means("seven", WordKind::kNumber, "7"));
}

TEST(Lexicon, FormsAreFoldedAndWhatNoTableHasIsNotFound) {
  for (const char* form : {"", "Dr", "GMBH", "zzzqxw", "dr ", " dr", "limited  liability company"})
    EXPECT_EQ(FindForm(form), nullptr) << form;
}

TEST(Lexicon, APhraseIsReachedWordByWord) {
  EXPECT_TRUE(Means("limited liability company", WordKind::kLegalForm, "llc"));
  for (const char* begin : {"limited", "limited liability"}) {
    const LexiconEntry* entry = FindForm(begin);
    ASSERT_NE(entry, nullptr) << begin;
    EXPECT_TRUE(entry->begins_longer) << begin;
  }
}

TEST(Lexicon, SpellingsAndShortFormsOfANameShareAGroup) {
  EXPECT_TRUE(ShareGroup("muhammad", "mohamed"));
  EXPECT_TRUE(ShareGroup("jose", "pepe"));
  EXPECT_TRUE(ShareGroup("juan", "john"));
  EXPECT_FALSE(ShareGroup("jose", "john"));
}

TEST(Lexicon, EveryGroupHoldsItsFormsAndEveryFormIsFound) {
  ASSERT_GT(GroupCount(), 100U);
  size_t filled = 0;  // the names of some groups are all of several words
  for (uint32_t group = 0; group < GroupCount(); ++group) {
    const auto forms = GroupForms(group);
    if (!forms.empty()) ++filled;
    for (uint32_t form : forms) {
      const LexiconEntry* entry = FindForm(FormText(form));
      ASSERT_NE(entry, nullptr) << FormText(form);
      bool member = false;
      for (uint32_t i = 0; i < entry->memberships; ++i)
        member |= MembershipAt(entry->first_membership + i).group == group;
      ASSERT_TRUE(member) << FormText(form) << " " << group;
    }
  }
  EXPECT_GT(filled, GroupCount() * 9 / 10);
}

// A form that folding would change could never be met.
TEST(Lexicon, SpellingsOfNamesAreWhatFoldingGives) {
  const auto folder = text::Folder::Create();
  ASSERT_TRUE(folder.ok());
  size_t changed = 0;
  for (uint32_t group = 0; group < GroupCount(); ++group) {
    for (uint32_t form : GroupForms(group)) {
      const std::string text(FormText(form));
      if (folder->Fold(text) == text) continue;
      ++changed;
      ADD_FAILURE() << text << " folds to " << folder->Fold(text);
      if (changed > 5) return;
    }
  }
}

TEST(Lexicon, TheVersionIsShortAndNotEmpty) {
  EXPECT_FALSE(LexiconVersion().empty());
  EXPECT_LE(LexiconVersion().size(), 32U);
}

// Built tables and index files hold these hashes.
TEST(FormHash, IsStable) {
  EXPECT_EQ(FormHash(""), FormHash(std::string_view()));
  EXPECT_NE(FormHash("ab"), FormHash("ba"));
  std::set<uint64_t> hashes;
  for (int i = 0; i < 100'000; ++i) hashes.insert(FormHash(std::to_string(i)));
  EXPECT_EQ(hashes.size(), 100'000U);
  std::set<uint64_t> low;
  for (int i = 0; i < 4096; ++i) low.insert(FormHash("name" + std::to_string(i)) & 4095);
  EXPECT_GT(low.size(), 2300U) << "1 - 1/e of the slots would be chance";
}

}  // namespace
}  // namespace interdict::names
