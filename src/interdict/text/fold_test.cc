#include "interdict/text/fold.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace interdict::text {
namespace {

const Folder& SharedFolder() {
  static const auto* const kFolder = new Result<Folder>(Folder::Create());
  return **kFolder;
}

std::string Folded(std::string_view text) {
  return SharedFolder().Fold(text);
}

FoldedName Name(std::string_view text) {
  FoldedName name;
  SharedFolder().Fold(text, &name);
  return name;
}

struct Case {
  std::string_view source, folded;
};

template <size_t n>
void ExpectFolds(const Case (&cases)[n]) {
  for (const Case& c : cases) EXPECT_EQ(Folded(c.source), c.folded) << c.source;
}

// What every fold must keep to: tokens in order, disjoint, inside the input, with text.
void ExpectSound(std::string_view source, const FoldedName& name) {
  uint32_t end = 0;
  size_t text_end = 0;
  for (const Token& token : name.tokens) {
    EXPECT_GE(token.begin, end) << source;
    EXPECT_LT(token.begin, token.end) << source;
    EXPECT_LE(token.end, source.size()) << source;
    EXPECT_GT(token.text_size, 0) << source;
    EXPECT_EQ(token.text_begin, text_end == 0 ? 0 : text_end + 1) << source;
    end = token.end;
    text_end = token.text_begin + token.text_size;
  }
  EXPECT_EQ(name.text.size(), text_end) << source;
}

uint16_t FlagsOf(std::string_view source, std::string_view token_text) {
  const FoldedName name = Name(source);
  for (const Token& token : name.tokens) {
    if (name.Text(token) == token_text) return token.flags;
  }
  ADD_FAILURE() << "no token " << token_text << " in " << name.text;
  return 0;
}

TEST(Fold, TakesAwayCaseAccentsAndPunctuation) {
  constexpr Case kCases[] = {
      {"PETROLEOS DE VENEZUELA, S.A.", "petroleos de venezuela sa"},
      {"Petróleos de Venezuela, S.A.", "petroleos de venezuela sa"},
      {"AL-ZOMOR", "al zomor"},
      {"O'Brien", "obrien"},
      {"O\xE2\x80\x99"
       "Brien",
       "obrien"},
      {"Muñoz  (the  Elder)", "munoz the elder"},
      {"", ""},
      {" -- ", ""},
      {"Strauß Æsir Œuvre Þór Đukić Łukasz Øystein",
       "strauss aesir oeuvre thor dukic lukasz oystein"},
      {"İSTANBUL ığdır Şahin Çelik Ağa", "istanbul igdir sahin celik aga"},
      {"Nguyễn Thị Ánh Đường", "nguyen thi anh duong"},
      {"Müller Ångström Çäçak Ənvər", "muller angstrom cacak enver"},
  };
  ExpectFolds(kCases);
}

TEST(Fold, FullStopsJoinSingleLettersAndPartWords) {
  constexpr Case kCases[] = {
      {"S.A.", "sa"},
      {"J.S.C.", "jsc"},
      {"S.p.A.", "spa"},
      {"O.O.O. Romashka", "ooo romashka"},
      {"N.A. Maduro", "na maduro"},
      {"N.A.Maduro", "na maduro"},
      {"Nicolas.Maduro", "nicolas maduro"},
      {"Co.Ltd", "co ltd"},
      {"Ltd.", "ltd"},
      {"N. Maduro", "n maduro"},
      {"...", ""},
      {"01.02.1990", "01 02 1990"},
      {"А.С.", "as"},
  };
  ExpectFolds(kCases);
  EXPECT_TRUE(FlagsOf("S.A.", "sa") & kDotted);
  EXPECT_TRUE(FlagsOf("N. Maduro", "n") & kDotted);
  EXPECT_FALSE(FlagsOf("N. Maduro", "maduro") & kDotted);
  EXPECT_TRUE(FlagsOf("Acme Ltd.", "ltd") & kDotted);
  EXPECT_FALSE(FlagsOf("Nicolas.", "nicolas") & kDotted);
}

TEST(Fold, PunctuationJoinsPartsOrBecomesAWord) {
  constexpr Case kCases[] = {
      {"Int’l Ka'bi `Ali ʿAbd al-Raḥmān", "intl kabi ali abd al rahman"},
      {"Smith&Sons ＆ Co", "smith and sons and co"},
      {"3%ers", "3 percenters"},
      {"M@duro ca$h user@ $5", "maduro cash user 5"},
      {"Mad?ro why?", "madro why"},
      {"a·b サクラ・マリ", "a b sakura mari"},
      {"Nº 5 № 7 1ª", "no 5 no 7 1a"},
      {"a_b/c\\d|e,f;g:h(i)[j]\"k\"-l–m—n*o+p=q<r>s\tt", "a b c d e f g h i j k l m n o p q r s t"},
      {"٣٤ ۵ ९ ５ ⑦ ²", "34 5 9 5 7 2"},
  };
  ExpectFolds(kCases);
}

TEST(Fold, FlagsSayWhatTheWritingSays) {
  EXPECT_EQ(FlagsOf("Al-Zomor", "zomor"), kHyphenBefore);
  EXPECT_EQ(FlagsOf("Al - Zomor", "zomor"), 0);
  EXPECT_EQ(FlagsOf("Al--Zomor", "zomor"), 0);
  EXPECT_EQ(FlagsOf("-Zomor", "zomor"), 0);
  EXPECT_EQ(FlagsOf("Al\xE2\x80\x91Zomor", "zomor"), kHyphenBefore);
  EXPECT_EQ(FlagsOf("MADURO, Nicolas", "nicolas"), kCommaBefore);
  EXPECT_EQ(FlagsOf("MADURO, Nicolas", "maduro"), kAllUpper);
  EXPECT_EQ(FlagsOf("习近平，主席", "zhu"), kCommaBefore);
  EXPECT_EQ(FlagsOf("X Bank/Y", "y"), kSlashBefore);
  EXPECT_EQ(FlagsOf("O'Brien", "obrien"), kApostrophe);
  EXPECT_EQ(FlagsOf("'Brien'", "brien"), 0);
  EXPECT_EQ(FlagsOf("OOO \"Mir\" Bank", "mir"), kQuoted);
  EXPECT_EQ(FlagsOf("OOO \"Mir\" Bank", "bank"), 0);
  EXPECT_EQ(FlagsOf("OOO «Mir» Bank", "mir"), kQuoted);
  EXPECT_EQ(FlagsOf("6\" Pipe", "pipe"), 0);
  EXPECT_EQ(FlagsOf("Mir (Bank) x", "bank"), kBracketed);
  EXPECT_EQ(FlagsOf("Mir (Bank", "bank"), kBracketed);
  EXPECT_EQ(FlagsOf("Mir) Bank", "bank"), 0);
  EXPECT_EQ(FlagsOf("Mad?ro", "madro"), kLossy);
  EXPECT_EQ(FlagsOf("why?", "why"), 0);
  EXPECT_EQ(FlagsOf("\xEF\xBF\xBDvanov", "vanov"), kLossy);
  EXPECT_EQ(FlagsOf("ВТБ", "vtb"), kAllUpper);
  EXPECT_EQ(FlagsOf("X", "x"), 0);
}

TEST(Fold, ReadsCyrillic) {
  constexpr Case kCases[] = {
      {"Владимир Падрино Лопес", "vladimir padrino lopes"},
      {"Дмитрий Анатольевич МЕДВЕДЕВ", "dmitriy anatolevich medvedev"},
      {"Юлия Щукина-Жданова", "yuliya shchukina zhdanova"},
      {"Фёдор Хрущёв", "fedor khrushchev"},
      {"Володимир Зеленський", "volodimir zelenskiy"},
      {"Юлія Їжакевич Ґонґадзе", "yuliya yizhakevich gongadze"},
      {"Аляксандр Лукашэнка Ўладзімір", "alyaksandr lukashenka uladzimir"},
      {"Слободан Милошевић Ђинђић Његош", "slobodan miloshevic djindjic njegosh"},
      {"Нұрсұлтан Назарбаев Қасым-Жомарт", "nursultan nazarbaev qasym zhomart"},
      {"Эмомалӣ Раҳмон Ҷамшед", "emomali rahmon jamshed"},
      {"Александр", "aleksandr"},
      {"Андреи\xCC\x86", "andrey"},
  };
  ExpectFolds(kCases);
}

TEST(Fold, ReadsGreekArmenianGeorgian) {
  constexpr Case kCases[] = {
      {"Νικόλας Παπαδόπουλος", "nikolas papadopoulos"},
      {"Ευάγγελος Μπάμπης", "evangelos bampis"},
      {"Παύλος Ευθυμίου Χρήστος", "pavlos efthymiou christos"},
      {"Μαΐου Ντόρα", "maiou dora"},
      {"Բարակ Օբամա", "barak obama"},
      {"Սերժ Սարգսյան", "serzh sargsyan"},
      {"Հարություն Երևան", "harutyun yerevan"},
      {"მიხეილ სააკაშვილი", "mikheil saakashvili"},
      {"ბიძინა ივანიშვილი", "bidzina ivanishvili"},
  };
  ExpectFolds(kCases);
}

TEST(Fold, ReadsArabicAndHebrewWithoutGuessingVowels) {
  constexpr Case kCases[] = {
      {"محمد حسین", "mhmd hsyn"},
      {"محمد", "mhmd"},
      {"مُحَمَّد", "mhmd"},
      {"عبد الرحمن", "bd al rhmn"},
      {"عبدالرحمن", "bd al rhmn"},
      {"عبد الله", "bd allah"},
      {"نصرالله", "nsrallah"},
      {"القاعدة", "al qada"},
      {"فاطمة", "fatma"},
      {"ﻣﺤﻤﺪ", "mhmd"},
      {"يوسف خالد شريف", "ywsf khald shryf"},
      {"پرویز گیلانی", "prwyz gylany"},
      {"شركة المراعي ش.م.م", "shrka al mray shmm"},
      {"בנימין נתניהו", "bnymyn ntnyhw"},
      {"צה\"ל", "tshl"},
  };
  ExpectFolds(kCases);
  EXPECT_EQ(FlagsOf("محمد", "mhmd"), kConsonantsOnly);
  EXPECT_EQ(FlagsOf("القاعدة", "qada"), kConsonantsOnly | kHyphenBefore);
  EXPECT_EQ(FlagsOf("משה", "mshh"), kConsonantsOnly);
}

TEST(Fold, ReadsEastAsianNamesByCharacter) {
  constexpr Case kCases[] = {
      {"習近平", "xi jin ping"},
      {"习近平", "xi jin ping"},
      {"金正恩", "jin zheng en"},
      {"佐々木", "zuo zuo mu"},
      {"김정은", "kim jeong eun"},
      {"삼성전자주식회사", "samseongjeonjajusikhoesa"},
      {"さくら", "sakura"},
      {"サクラ", "sakura"},
      {"ｻｸﾗ", "sakura"},
      {"トウキョウ", "tokyo"},
      {"はっとり", "hattori"},
      {"ジョン・スミス", "jon sumisu"},
      {"ﾄﾞﾗｺﾞﾝ", "doragon"},
      {"第3局", "di 3 ju"},
      {"株式会社ABC", "zhu shi hui she abc"},
  };
  ExpectFolds(kCases);
}

TEST(Fold, ReadsSouthAndSouthEastAsianNames) {
  constexpr Case kCases[] = {
      {"ทักษิณ", "thaksin"},
      {"नरेन्द्र मोदी", "narendra modi"},
      {"राम", "ram"},
      {"ហ៊ុន សែន", "hun sen"},
      {"ສົມສັກ ເມືອງ", "somsak meuong"},
      {"ശിവൻ", "shivan"},
      {"ਮਨਮੋਹਨ ਸਿੰਘ", "manmohan singh"},
      {"नवदीप चन्दोला", "navdip chandola"},
      {"শহীদ রহমান", "shahid rahman"},
      {"ศักดิ์ชัย อุดม", "sakchay udm"},
      {"යසස්", "යසස්"},
  };
  ExpectFolds(kCases);
  for (const std::string_view name : {"শেখ হাসিনা", "ஜெயலலிதா", "အောင်", "ከበደ"}) {
    EXPECT_FALSE(Folded(name).empty()) << name;
  }
}

TEST(Fold, InvisibleAndFullWidthCharactersDoNotHideAName) {
  constexpr Case kCases[] = {
      {"Ma\xE2\x80\x8B"
       "duro",
       "maduro"},
      {"\xE2\x80\xAEMaduro\xE2\x80\xAC", "maduro"},
      {"Ma\xC2\xAD"
       "du\xCD\x8Fro\xEF\xBB\xBF",
       "maduro"},
      {"M\xE1\xA0\x8E"
       "a\xE2\x81\xA6"
       "duro\xEF\xB8\x8F\xF3\xA0\x81\xA1",
       "maduro"},
      {"ＭＡＤＵＲＯ", "maduro"},
      {"𝓜𝓪𝓭𝓾𝓻𝓸 𝐌𝐚𝐝𝐮𝐫𝐨 𝕸", "maduro maduro m"},
      {"Ⓜⓐⓓⓤⓡⓞ 🅼🄰🅓", "maduro mad"},
      {"ﬁnance ĳ Ⅳ", "finance ij iv"},
      {"ᴍᴀᴅᴜʀᴏ ᵐᵃ", "maduro ma"},
      {"M̷̛̟a̴d̶u̵r̸o̷", "maduro"},
  };
  ExpectFolds(kCases);
}

TEST(Fold, LookAlikeLettersAreUndone) {
  constexpr Case kCases[] = {
      {"Mаdurо", "maduro"},
      {"Νісоlás Мaduro", "nicolas maduro"},
      {"Vlаdіmіr", "vladimir"},
      {"Влaдимиp", "vladimir"},
      {"СООРЕ Bank", "coope bank"},
      {"МАХ Владимир", "makh vladimir"},
      {"МАХ", "makh"},
      {"ΜΑΧ Bank", "max bank"},
      {"ꓟаԁuro", "maduro"},
      {"ՕЅAMA", "osama"},
  };
  ExpectFolds(kCases);
  EXPECT_TRUE(FlagsOf("Mаdurо", "maduro") & kMixedScript);
  EXPECT_FALSE(FlagsOf("Мадуро", "maduro") & kMixedScript);
}

TEST(Fold, MalformedBytesAreLostLetters) {
  EXPECT_EQ(Folded("ma\xFF"
                   "duro"),
            "maduro");
  EXPECT_TRUE(FlagsOf("ma\xFF"
                      "duro",
                      "maduro") &
              kLossy);
  EXPECT_EQ(Folded("\xC3"), "");
  EXPECT_EQ(Folded("a\xED\xA0\x80z"), "az");
}

TEST(Fold, OffsetsPointAtTheSource) {
  const std::string source = "ЗАО «Рога-и-Копыта», O'Brien 習近平 القاعدة";
  const FoldedName name = Name(source);
  ExpectSound(source, name);
  const std::string_view kParts[] = {"ЗАО", "Рога", "и",  "Копыта", "O'Brien",
                                     "習",  "近",   "平", "ال",     "قاعدة"};
  ASSERT_EQ(name.tokens.size(), std::size(kParts));
  for (size_t i = 0; i < name.tokens.size(); ++i) {
    const Token& token = name.tokens[i];
    EXPECT_EQ(source.substr(token.begin, token.end - token.begin), kParts[i]);
  }
}

TEST(Fold, AnyBytesGiveSoundTokens) {
  std::mt19937 random(1);
  constexpr std::string_view kPieces[] = {"a", "B", ".",  "'",  " ",  "-",      "?",  "\xFF", "é",
                                          "ж", "م", "ال", "習", "김", "ー",     "サ", "㈱",   "ﷲ",
                                          "्",  "क", "́",   "%",  "&",  "№",      "\"", "(",    ")",
                                          "๙", "ก", "𝓜",  "ﬃ",  "㍿", "\u200B", "ᄀ", "ᅡ",   "ﬓ"};
  for (int round = 0; round < 20000; ++round) {
    std::string source;
    const size_t length = random() % 12;
    for (size_t i = 0; i < length; ++i) {
      if (random() % 4 == 0)
        source.push_back(static_cast<char>(random()));
      else
        source.append(kPieces[random() % std::size(kPieces)]);
    }
    ExpectSound(source, Name(source));
  }
}

TEST(Fold, AsciiGivesTheSameInAnyCompany) {
  std::mt19937 random(2);
  for (int round = 0; round < 20000; ++round) {
    std::string source;
    const size_t length = random() % 16;
    for (size_t i = 0; i < length; ++i) source.push_back(static_cast<char>(random() % 128));
    const FoldedName alone = Name(source), beside = Name(source + "\u200B");
    EXPECT_EQ(alone.text, beside.text) << source;
    ASSERT_EQ(alone.tokens.size(), beside.tokens.size()) << source;
    for (size_t i = 0; i < alone.tokens.size(); ++i) {
      EXPECT_EQ(alone.tokens[i].flags, beside.tokens[i].flags) << source;
      EXPECT_EQ(alone.tokens[i].begin, beside.tokens[i].begin) << source;
      EXPECT_EQ(alone.tokens[i].end, beside.tokens[i].end) << source;
    }
  }
}

TEST(Fold, LongInputIsReadInLinearTime) {
  const auto repeat = [](std::string_view piece, size_t bytes) {
    std::string out;
    while (out.size() < bytes) out.append(piece);
    return out;
  };
  constexpr size_t kMegabyte = 1 << 20;
  for (const std::string_view piece : {"\xCC\x81", "a", "(", "\"", "a.", "?a", "\xFF", "ا", "क",
                                       "김", "्", "習", "ー", "サ", "ก", "-"}) {
    const std::string source = "x" + repeat(piece, kMegabyte);
    const auto start = std::chrono::steady_clock::now();
    const FoldedName name = Name(source);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 10.0) << piece;
    EXPECT_LE(name.tokens.size(), source.size());
  }
}

TEST(Fold, TokensAreViewsBetweenSpaces) {
  EXPECT_EQ(Tokens("a bc d"), (std::vector<std::string_view>{"a", "bc", "d"}));
  EXPECT_TRUE(Tokens("").empty());
}

// Run by hand: text_test --gtest_also_run_disabled_tests --gtest_filter=*Speed
}  // namespace
}  // namespace interdict::text
