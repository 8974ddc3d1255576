#include "interdict/text/keys.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "interdict/text/fold.h"

namespace interdict::text {
namespace {

using Key = std::string (*)(std::string_view);
using Group = std::vector<std::string_view>;

// All spellings of a group have one key.
void ExpectMeet(Key key, const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    for (const std::string_view token : group) EXPECT_EQ(key(token), key(group[0])) << token;
  }
}

std::string FoldedToken(std::string_view source) {
  static const auto* const kFolder = new Result<Folder>(Folder::Create());
  return (*kFolder)->Fold(source);
}

TEST(Skeleton, ArabicWritingMeetsItsLatinSpellings) {
  struct Case {
    std::string_view arabic;
    Group latin;
  };
  const std::vector<Case> cases = {
      {"محمد", {"mohammed", "mohamed", "muhammad", "mukhammed"}},
      {"أحمد", {"ahmed", "ahmad", "akhmed"}},
      {"حسين", {"hussein", "husayn", "hossein", "khusein"}},
      {"خالد", {"khaled", "khalid", "halid"}},
      {"شريف", {"sharif", "cherif", "serif", "sherif"}},
      {"يوسف", {"yusuf", "yousef", "youssef"}},
      {"صالح", {"saleh", "salih", "salah"}},
      {"جمال", {"jamal", "gamal", "djamal", "dzhamal"}},
      {"قاسم", {"qasim", "kasim", "gassem", "ghasem", "qassem"}},
      {"رمضان", {"ramadan", "ramazan", "ramadhan"}},
      {"وليد", {"walid", "oualid", "waleed"}},
      {"فاطمة", {"fatima", "fatimah", "fatma"}},
      {"ممدوح", {"mamdouh", "mamduh"}},
      {"پرویز", {"parviz", "parwiz", "pervez"}},
      {"جواد", {"javad", "jawad"}},
      {"عبد", {"abd", "abdu"}},
      {"عثمان", {"uthman", "othman"}},
      {"بوتين", {"putin"}},
      {"אברהם", {"abraham"}},
      {"יוסף", {"yosef", "yossef"}},
  };
  for (const Case& c : cases) {
    const std::string arabic = FoldedToken(c.arabic);
    for (const std::string_view latin : c.latin) {
      EXPECT_EQ(Skeleton(arabic, Vowels::kLeftOut), Skeleton(latin)) << arabic << " " << latin;
      EXPECT_TRUE(SkeletonsAgree(arabic, Vowels::kLeftOut, latin, Vowels::kWritten))
          << arabic << " " << latin;
    }
  }
}

TEST(Skeleton, MeetsANameThatLostItsVowels) {
  ExpectMeet(Skeleton, {{"nicolas", "ncls"}, {"maduro", "mdr"}, {"vladimir", "vldmr"}});
}

TEST(Skeleton, DifferentNamesStayApart) {
  EXPECT_NE(Skeleton("hassan"), Skeleton("mohsen"));
  EXPECT_NE(Skeleton("salem"), Skeleton("salman"));
  EXPECT_NE(Skeleton("tamer"), Skeleton("samer"));
  EXPECT_FALSE(SkeletonsAgree("kamal", Vowels::kWritten, "jamal", Vowels::kWritten));
  EXPECT_FALSE(SkeletonsAgree("karim", Vowels::kWritten, "rahim", Vowels::kWritten));
}

TEST(PhoneticKey, SpellingsOfOneNameMeet) {
  ExpectMeet(PhoneticKey, {
                              {"mueller", "muller"},
                              {"goering", "goring"},
                              {"ivanov", "iwanow", "ivanoff", "ivanof"},
                              {"medvedev", "medwedew", "medvedeff"},
                              {"zelenskiy", "zelensky", "zelenskyi", "selenski", "zelenskij"},
                              {"khodorkovsky", "khodorkovskij", "hodorkovski"},
                              {"yeltsin", "jelzin", "eltsin"},
                              {"yuri", "iouri", "youri", "juri"},
                              {"djamal", "jamal", "dzhamal"},
                              {"husayn", "hussein", "hussain", "huseyn"},
                              {"yusuf", "youssouf", "yusouf"},
                              {"aleksandr", "alexander", "alexandr"},
                              {"enrique", "enrike"},
                              {"philip", "filip", "philipp"},
                              {"petrovic", "petrovich", "petrowitsch", "petrovitch"},
                              {"mariya", "maria", "marija"},
                              {"nikolay", "nikolai", "nikolaj", "nicolai"},
                              {"fatemeh", "fateme"},
                              {"thomas", "tomas"},
                              {"yevgeniy", "evgeni", "jewgenij", "yevgeny"},
                              {"tchaikovsky", "chaikovskiy", "tschaikowski"},
                          });
}

TEST(PhoneticKey, DifferentNamesStayApart) {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"ivanov", "ivanova"}, {"jin", "yin"},  {"maria", "mario"},
      {"shen", "chen"},      {"shen", "sen"}, {"juan", "jan"},
  };
  for (const auto& [a, b] : pairs) EXPECT_NE(PhoneticKey(a), PhoneticKey(b)) << a << " " << b;
}

TEST(OcrKey, ShapesThatLookAlikeMeet) {
  ExpectMeet(OcrKey, {
                         {"maduro", "m4dur0", "rnaduro"},
                         {"nicolas", "n1c0la5", "nico1as"},
                         {"bank", "8ank", "hank"},
                         {"davis", "clavis"},
                         {"wilson", "vvilson"},
                         {"zeta", "237a"},
                         {"maduro", "madiiro"},
                     });
  EXPECT_NE(OcrKey("maduro"), OcrKey("madero"));
}

TEST(Keys, AreShortAsciiAndTheSameEachTime) {
  std::mt19937 random(3);
  for (int round = 0; round < 50000; ++round) {
    std::string token;
    const size_t length = random() % 12;
    for (size_t i = 0; i < length; ++i) {
      token.push_back("abcdefghijklmnopqrstuvwxyz0123456789\xC3"[random() % 37]);
    }
    for (const Key key : {Key(&Skeleton), Key(&PhoneticKey), Key(&OcrKey)}) {
      const std::string made = key(token);
      EXPECT_LE(made.size(), KeyCapacity(token.size())) << token;
      EXPECT_EQ(made, key(token));
      for (const char c : made) EXPECT_TRUE(std::isalnum(static_cast<unsigned char>(c))) << token;
    }
    EXPECT_TRUE(SkeletonsAgree(token, Vowels::kWritten, token, Vowels::kWritten));
  }
  for (const Key key : {Key(&Skeleton), Key(&PhoneticKey), Key(&OcrKey)}) EXPECT_EQ(key(""), "");
}

TEST(Keys, SkeletonAndShapeOfAKeyAreTheKeyItself) {
  for (const std::string_view name :
       {"mohammed", "khaled", "vladimir", "qassem", "jamal", "schwarz", "maduro", "bank"}) {
    EXPECT_EQ(Skeleton(Skeleton(name)), Skeleton(name));
    EXPECT_EQ(OcrKey(OcrKey(name)), OcrKey(name));
  }
}

}  // namespace
}  // namespace interdict::text
