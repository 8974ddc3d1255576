#include "interdict/lists/ch/seco_name.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "interdict/lists/testing/xml_list_reading.h"

namespace interdict {
namespace {

using Texts = std::vector<std::string>;

SecoNames Read(const std::string& parts, NameKind kind = NameKind::kPrimary) {
  SecoNames names;
  XmlCallbacks callbacks;
  callbacks.record = [&](const XmlElement& element) -> Status {
    names = ReadSecoName(element, kind);
    return Ok{};
  };
  EXPECT_TRUE(StreamXml("<name lang='eng'>" + parts + "</name>", {"name"}, callbacks).ok());
  return names;
}

// A part with its value and variants, each "script:text" or "lang/script:text".
std::string Part(const std::string& order, const std::string& type, const std::string& value,
                 const Texts& variants = {}) {
  std::string xml =
      "<name-part order='" + order + "' name-part-type='" + type + "'><value>" + value + "</value>";
  for (const std::string& variant : variants) {
    const size_t colon = variant.find(':');
    xml += "<spelling-variant lang='RUS' script='" + variant.substr(0, colon) + "'>" +
           variant.substr(colon + 1) + "</spelling-variant>";
  }
  return xml + "</name-part>";
}

Texts TextsOf(const SecoNames& names) {
  Texts texts;
  for (const Name& name : names.names) {
    texts.push_back(std::string(NameKindName(name.kind)) + "=" + name.text);
  }
  return texts;
}

TEST(SecoName, PartsAreComposedInTheirOrderWithoutTitles) {
  const SecoNames names = Read(Part("2", "given-name", "Anna") + Part("1", "family-name", "Test") +
                               Part("3", "title", "Dr."));
  EXPECT_EQ(TextsOf(names), (Texts{"primary=Test Anna"}));
  EXPECT_EQ(names.titles, (Texts{"Dr."}));
  EXPECT_EQ(names.names[0].language, "eng");
  EXPECT_EQ(names.names[0].parts, (std::vector<NamePart>{{NamePartKind::kFamily, "Test"},
                                                         {NamePartKind::kGiven, "Anna"},
                                                         {NamePartKind::kTitle, "Dr."}}));
}

TEST(SecoName, VariantsOfOneScriptGoTogether) {
  EXPECT_EQ(TextsOf(Read(Part("1", "family-name", "Test", {"CYRL:Тест", "LATN:Tjest"}) +
                         Part("2", "given-name", "Anna", {"CYRL:Анна", "LATN:Hanna"}))),
            (Texts{"primary=Test Anna", "original_script=Тест Анна", "strong=Tjest Hanna"}));
}

TEST(SecoName, APartWithoutVariantKeepsItsValue) {
  EXPECT_EQ(TextsOf(Read(Part("1", "family-name", "Lukatest", {"LATN:Lukotest"}) +
                             Part("2", "given-name", "Dz"),
                         NameKind::kWeak)),
            (Texts{"weak=Lukatest Dz", "weak=Lukotest Dz"}));
}

TEST(SecoName, FewVariantsOfOneScriptAreCombined) {
  EXPECT_EQ(TextsOf(Read(Part("1", "family-name", "T", {"LATN:T1", "LATN:T2"}) +
                             Part("2", "given-name", "A", {"LATN:A1", "LATN:A2"}),
                         NameKind::kStrong)),
            (Texts{"strong=T A", "strong=T1 A1", "strong=T2 A1", "strong=T1 A2", "strong=T2 A2"}));
}

TEST(SecoName, ManyVariantsAreEachUsedAtLeastOnce) {
  std::string parts;
  Texts all;
  for (int part = 0; part < 5; ++part) {
    Texts variants;
    for (int i = 0; i < 6; ++i) {
      all.push_back("v" + std::to_string(part) + "x" + std::to_string(i));
      variants.push_back("LATN:" + all.back());
    }
    parts += Part(std::to_string(part), "given-name", "p" + std::to_string(part), variants);
  }
  const SecoNames names = Read(parts);
  EXPECT_TRUE(names.combinations_left_out);
  EXPECT_EQ(names.names.size(), 7u);  // not 7,776
  for (const std::string& variant : all) {
    EXPECT_TRUE(std::any_of(names.names.begin(), names.names.end(), [&](const Name& name) {
      return name.text.find(variant) != std::string::npos;
    })) << variant;
  }
}

TEST(SecoName, TheNumberOfSpellingsIsBounded) {
  std::string part = "<name-part order='1' name-part-type='whole-name'><value>V</value>";
  for (int i = 0; i < 5000; ++i) {
    part += "<spelling-variant lang='L" + std::to_string(i) + "'>s" + std::to_string(i) +
            "</spelling-variant>";
  }
  const SecoNames names = Read(part + "</name-part>");
  EXPECT_TRUE(names.spellings_left_out);
  EXPECT_LE(names.names.size(), kMaxSpellings + 1);
}

TEST(SecoName, SoIsTheirText) {
  const std::string filler(kMaxBytes / 2, 'x');
  const SecoNames names =
      Read(Part("1", "family-name", filler) +
           Part("2", "given-name", "A", {"LATN:1", "LATN:2", "LATN:3", "LATN:4"}));
  EXPECT_TRUE(names.spellings_left_out);
  EXPECT_EQ(names.names.size(), 1u);
}

TEST(SecoName, EqualSpellingsAndEmptyPartsAreLeftOut) {
  EXPECT_EQ(TextsOf(Read(Part("1", "whole-name", "Same", {"LATN:Same", "CYRL:"}) +
                         Part("2", "suffix", ""))),
            (Texts{"primary=Same"}));
  EXPECT_TRUE(Read("").names.empty());
}

TEST(SecoName, AnUnknownTypeOfPartIsKeptAndNamed) {
  const SecoNames names = Read(Part("1", "clan-name", "Clan"));
  EXPECT_EQ(names.unknown_types, (Texts{"clan-name"}));
  EXPECT_EQ(names.names[0].parts, (std::vector<NamePart>{{NamePartKind::kOther, "Clan"}}));
}

}  // namespace
}  // namespace interdict
