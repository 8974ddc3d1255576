#include "interdict/lists/cells/name_cell.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Texts = std::vector<std::string>;

constexpr NameCellRules kStrictPerson{.person = true, .loose_separators = false};
constexpr NameCellRules kPerson{.person = true, .loose_separators = true};
constexpr NameCellRules kBody{.person = false, .loose_separators = true};

Texts Names(std::string_view cell, const NameCellRules& rules) {
  Texts texts;
  for (const CellName& name : UnpackNames(cell, rules)) {
    texts.push_back(name.language.empty() ? name.text : name.language + "=" + name.text);
  }
  return texts;
}

TEST(NameCell, SemicolonsAndLettersOfAnEnumerationSeparate) {
  EXPECT_EQ(Names("Qasim S; Qasem S ;; ", kStrictPerson), (Texts{"Qasim S", "Qasem S"}));
  EXPECT_EQ(Names("Mohammad Sabet b) M. Javad Sabet; M. Sabet", kStrictPerson),
            (Texts{"Mohammad Sabet", "M. Javad Sabet", "M. Sabet"}));
  EXPECT_TRUE(Names(" \n", kStrictPerson).empty());
  EXPECT_TRUE(Names("-", kStrictPerson).empty());
}

TEST(NameCell, ACommaIsPartOfTheNameUnlessAskedFor) {
  EXPECT_EQ(Names("AWES, Shaykh Hassan", kStrictPerson), (Texts{"AWES, Shaykh Hassan"}));
  EXPECT_EQ(Names("Ali Karti, Aly Karty", kPerson), (Texts{"Ali Karti", "Aly Karty"}));
  EXPECT_EQ(Names("Hemedti, Mohamed Daglo,\nMohamed Daglo Musa", kPerson),
            (Texts{"Hemedti", "Mohamed Daglo", "Mohamed Daglo Musa"}));
}

TEST(NameCell, AFamilyNameBeforeACommaStaysWithTheGivenName) {
  EXPECT_EQ(Names("ינון לוי  LEVY, Yinon AKA", kPerson), (Texts{"ינון לוי", "LEVY, Yinon"}));
}

TEST(NameCell, SpellingsOfAGivenNameAloneStayTogether) {
  EXPECT_EQ(Names("Yevgeny, Yevgeni, Evgeni", kPerson), (Texts{"Yevgeny, Yevgeni, Evgeni"}));
}

TEST(NameCell, LegalFormsStayWithTheNameBeforeThem) {
  EXPECT_EQ(Names("М Инвест, ООО", kBody), (Texts{"М Инвест, ООО"}));
  EXPECT_EQ(Names("Azia LLC, Azia Shipping Co., Ltd., AZSCO", kBody),
            (Texts{"Azia LLC", "Azia Shipping Co., Ltd.", "AZSCO"}));
  EXPECT_EQ(Names("ОАО, БЭТО", kBody), (Texts{"ОАО, БЭТО"}));
  EXPECT_EQ(Names("НПО Лавочкина, АО or Общество \"Лавочкин\"", kBody),
            (Texts{"НПО Лавочкина, АО", "Общество \"Лавочкин\""}));
  EXPECT_EQ(Names("Агентство по делам Содружества, соотечественников, и Общество", kBody),
            (Texts{"Агентство по делам Содружества, соотечественников, и Общество"}));
  EXPECT_EQ(Names("Общество \"Военторг\", АО \"Военторг\"", kBody),
            (Texts{"Общество \"Военторг\"", "АО \"Военторг\""}));
}

TEST(NameCell, NothingSeparatesWithinBracketsAndQuotes) {
  EXPECT_EQ(Names("Институт машиностроения (ЦНИИМаш, АО)", kBody),
            (Texts{"Институт машиностроения (ЦНИИМаш, АО)"}));
  EXPECT_EQ(
      Names("АО \"Корпорация \"Системы Мониторинга, Управляющие Комплексы\" Имени А\"", kBody),
      (Texts{"АО \"Корпорация \"Системы Мониторинга, Управляющие Комплексы\" Имени А\""}));
  EXPECT_EQ(Names("Fund “Peace; Progress”", kBody), (Texts{"Fund “Peace; Progress”"}));
}

TEST(NameCell, BracketsThatDoNotCloseAreTakenOff) {
  EXPECT_EQ(Names("(Юрий ГОВТВИН / Юрiй ГОВТВИН", kPerson),
            (Texts{"Юрий ГОВТВИН", "Юрiй ГОВТВИН"}));
  EXPECT_EQ(Names(") Abdelrahman Mouhamad", kStrictPerson), (Texts{"Abdelrahman Mouhamad"}));
  EXPECT_EQ(Names("Minoborony) ", kBody), (Texts{"Minoborony"}));
}

TEST(NameCell, LabelsNameTheLanguageOfWhatFollows) {
  EXPECT_EQ(Names("Ina P, Belarusian: Iна П; Russian\xC2\xA0: Инна П, Ина П", kPerson),
            (Texts{"Ina P", "Belarusian=Iна П", "Russian=Инна П", "Russian=Ина П"}));
  EXPECT_EQ(Names("Ali Ahmed Karti \nArabic: علي كرتي", kPerson),
            (Texts{"Ali Ahmed Karti", "Arabic=علي كرتي"}));
  EXPECT_EQ(Names("Bank X     Arabic:بنك", kBody), (Texts{"Bank X", "Arabic=بنك"}));
  EXPECT_EQ(Names("ООО Завод: ЛМЗ", kBody), (Texts{"ООО Завод: ЛМЗ"}));
}

TEST(NameCell, AlternativesSeparateOnlyWhenBothAreWholeNames) {
  EXPECT_EQ(Names("Hanna Liavusik or Anna Leusik", kPerson),
            (Texts{"Hanna Liavusik", "Anna Leusik"}));
  EXPECT_EQ(Names("Галина Книжонак or Книжонок", kPerson), (Texts{"Галина Книжонак or Книжонок"}));
  EXPECT_EQ(Names("Олег ОНОПКО / Олег В. ОНОПКО", kPerson),
            (Texts{"Олег ОНОПКО", "Олег В. ОНОПКО"}));
  EXPECT_EQ(Names("Aleksander/ Aleksandr V. Korol", kPerson),
            (Texts{"Aleksander/ Aleksandr V. Korol"}));
  EXPECT_EQ(Names("Mosgorsud or Мосгорсуд", kBody), (Texts{"Mosgorsud", "Мосгорсуд"}));
  EXPECT_EQ(Names("ООО \"АРБ\"/ АРБ", kBody), (Texts{"ООО \"АРБ\"", "АРБ"}));
  EXPECT_EQ(Names("AS/400 Trading", kBody), (Texts{"AS/400 Trading"}));
  EXPECT_EQ(Names("Abdul Dagalo and Abdel Dagalo", kPerson),
            (Texts{"Abdul Dagalo", "Abdel Dagalo"}));
  EXPECT_EQ(Names("Bank of Science and Trade Development", kBody),
            (Texts{"Bank of Science and Trade Development"}));
}

TEST(NameCell, NamesInBracketsAtTheEndAreNames) {
  EXPECT_EQ(Names("Jin Tiesan (金铁三)", kStrictPerson), (Texts{"Jin Tiesan", "金铁三"}));
  EXPECT_EQ(Names("حسن غول (Hassan Ghul; Hassan Gul)", kStrictPerson),
            (Texts{"حسن غول", "Hassan Ghul", "Hassan Gul"}));
  EXPECT_EQ(Names("Amir (original script: Амир)", kStrictPerson),
            (Texts{"Amir", "original script=Амир"}));
}

TEST(NameCell, AlsoKnownAsBeginsAListThatMayEndInAnd) {
  EXPECT_EQ(Names("Duks JSC (also\nknown as Dux LLC, and Duks OAO)", kBody),
            (Texts{"Duks JSC", "Dux LLC", "Duks OAO"}));
  EXPECT_EQ(Names("Agat JSC (also known as Plant Agat, Agat and Gavrilov-\nYam Plant, JSC)", kBody),
            (Texts{"Agat JSC", "Plant Agat", "Agat", "Gavrilov-Yam Plant, JSC"}));
  EXPECT_EQ(Names("Omsk Plant (also known as Omsktransmash\n", kBody),
            (Texts{"Omsk Plant", "Omsktransmash"}));
  EXPECT_EQ(Names("X (also known as Research and Production Corporation)", kBody),
            (Texts{"X", "Research and Production Corporation"}));
}

TEST(NameCell, APersonsNameInTwoScriptsIsTwoNames) {
  EXPECT_EQ(Names("Agha Jan Alizai اغا جان عالیزی", kStrictPerson),
            (Texts{"Agha Jan Alizai", "اغا جان عالیزی"}));
  EXPECT_EQ(Names("OOO Ромашка", kBody), (Texts{"OOO Ромашка"}));
  EXPECT_EQ(Names("Ali علي", kStrictPerson), (Texts{"Ali علي"}));
}

TEST(NameCell, BracketsThatHoldNoNameStayOrBecomeARemark) {
  EXPECT_EQ(Names("Lord's Resistance Movement (LRM)", kStrictPerson),
            (Texts{"Lord's Resistance Movement (LRM)"}));
  EXPECT_EQ(Names("Test Army (Third Brigade)", kStrictPerson),
            (Texts{"Test Army (Third Brigade)"}));
  EXPECT_EQ(UnpackNames("Encep Nurjaman (birth name)", kStrictPerson),
            (std::vector<CellName>{{"Encep Nurjaman", "", "birth name"}}));
  EXPECT_EQ(UnpackNames("Safia Farkash, born 1 Jan. 1953 (Oman)", kStrictPerson),
            (std::vector<CellName>{{"Safia Farkash", "", "born 1 Jan. 1953 (Oman)"}}));
  EXPECT_EQ(Names("(Musa)", kStrictPerson), (Texts{"(Musa)"}));
}

TEST(NameCell, OneLineJoinsDividedWords) {
  EXPECT_EQ(OneLine(" Gavrilov-\n  Yam\r\nPlant - \nA"), "Gavrilov-Yam Plant - A");
}

TEST(NameCell, LettersTellScriptsApart) {
  EXPECT_EQ(LettersOf("Åse 12, “x”"), LetterKind::kLatin);
  EXPECT_EQ(LettersOf("صدام"), LetterKind::kOther);
  EXPECT_EQ(LettersOf("金铁三"), LetterKind::kOther);
  EXPECT_EQ(LettersOf("Iна"), LetterKind::kMixed);
  EXPECT_EQ(LettersOf("12 – 3"), LetterKind::kNone);
}

TEST(NameCell, HostileCellsAreReadInReasonableTime) {
  for (const char* unit : {"(", "\"", "a/", "a\nب\n", "russian ", "«a», ", "a or ", "(a;", ") "}) {
    std::string cell;
    while (cell.size() < 60000) cell += unit;
    UnpackNames(cell, kPerson);
    UnpackNames(cell, kBody);
  }
  EXPECT_EQ(UnpackNames(std::string(100000, 'x'), kPerson).size(), 1u);
}

}  // namespace
}  // namespace interdict
