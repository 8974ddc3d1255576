#include "interdict/syntax/xml.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Names = std::vector<std::string_view>;

// Text of every <r>, and how the reading ended.
struct Outcome {
  std::vector<std::string> texts;
  Status status = Ok{};
  ErrorCode code() const { return status.ok() ? ErrorCode{} : status.error().code; }
};

Outcome ReadTexts(std::string_view bytes, const XmlLimits& limits = {}) {
  Outcome outcome;
  XmlCallbacks callbacks;
  callbacks.record = [&](const XmlElement& element) -> Status {
    outcome.texts.emplace_back(element.Text());
    return Ok{};
  };
  outcome.status = StreamXml(bytes, {"r"}, callbacks, limits);
  return outcome;
}

// Hands the first record of that name to `look`.
void WithRecord(std::string_view bytes, std::string_view name,
                const std::function<void(const XmlElement&)>& look) {
  bool seen = false;
  XmlCallbacks callbacks;
  callbacks.record = [&](const XmlElement& element) -> Status {
    if (!seen) look(element);
    seen = true;
    return Ok{};
  };
  const Status status = StreamXml(bytes, {name}, callbacks);
  EXPECT_TRUE(status.ok()) << status.error().Text();
  EXPECT_TRUE(seen);
}

std::vector<std::string> Unused(const XmlElement& element) {
  std::vector<std::string> unused;
  element.ForEachUnused([&](const std::string& path, std::string_view value) {
    unused.push_back(path + "=" + std::string(value));
  });
  return unused;
}

TEST(Xml, HandsOverRecordsByLocalNameWhateverTheNamespace) {
  for (const char* text : {"<l><r>a</r><r>b</r></l>", "<l xmlns='http://x'><r>a</r><r>b</r></l>",
                           "<p:l xmlns:p='http://y'><p:s><p:r>a</p:r></p:s><p:r>b</p:r></p:l>"}) {
    const Outcome outcome = ReadTexts(text);
    EXPECT_TRUE(outcome.status.ok());
    EXPECT_EQ(outcome.texts, (std::vector<std::string>{"a", "b"})) << text;
  }
}

TEST(Xml, ARecordWithinARecordIsPartOfTheOuterOne) {
  WithRecord("<l><r id='1'><old><r id='2'>x</r></old></r></l>", "r", [](const XmlElement& record) {
    EXPECT_EQ(record.Attribute("id"), "1");
    EXPECT_EQ(record.ChildAt("old/r")->Attribute("id"), "2");
  });
  EXPECT_EQ(ReadTexts("<l><r><r>x</r></r></l>").texts.size(), 1u);
}

TEST(Xml, TheRootMayBeTheRecord) {
  EXPECT_EQ(ReadTexts("<r>x</r>").texts.size(), 1u);
}

TEST(Xml, AccessorsFindChildrenAndTrimText) {
  WithRecord("<r a=' 1 ' e=''>\n t <c>one</c><d><e>deep</e></d><c> two\n</c>&amp;</r>", "r",
             [](const XmlElement& r) {
               EXPECT_EQ(r.Text(), "t &");
               EXPECT_EQ(r.Attribute("a"), "1");
               EXPECT_TRUE(r.HasAttribute("e"));
               EXPECT_FALSE(r.HasAttribute("x"));
               EXPECT_EQ(r.Attribute("x"), "");
               EXPECT_EQ(r.ChildText("c"), "one");
               EXPECT_EQ(r.Children("c").size(), 2u);
               EXPECT_EQ(r.Children("c")[1]->Text(), "two");
               EXPECT_EQ(r.Children().size(), 3u);
               EXPECT_EQ(r.ChildAt("d/e")->Text(), "deep");
               EXPECT_EQ(r.ChildAt("d/x"), nullptr);
               EXPECT_EQ(r.ChildAt("x/e"), nullptr);
               EXPECT_EQ(r.Child("x"), nullptr);
               EXPECT_EQ(r.ChildText("x"), "");
             });
}

TEST(Xml, WhatNobodyLookedAtIsUnused) {
  WithRecord("<r a='1' b='2' empty=' '>t<c>one</c><c>two</c><d x='3'><e>deep</e></d></r>", "r",
             [](const XmlElement& r) {
               EXPECT_EQ(Unused(r),
                         (std::vector<std::string>{"r/@a=1", "r/@b=2", "r=t", "r/c=one", "r/c=two",
                                                   "r/d/@x=3", "r/d/e=deep"}));
               r.Text();
               r.Attribute("a");
               r.ChildText("c");
               EXPECT_EQ(Unused(r),
                         (std::vector<std::string>{"r/@b=2", "r/c=two", "r/d/@x=3", "r/d/e=deep"}));
               r.Child("d")->MarkAllUsed();
               EXPECT_EQ(Unused(r), (std::vector<std::string>{"r/@b=2", "r/c=two"}));
               r.MarkAllUsed();
               EXPECT_TRUE(Unused(r).empty());
             });
}

TEST(Xml, UseIsNotRememberedFromRecordToRecord) {
  int unused = 0;
  XmlCallbacks callbacks;
  callbacks.record = [&](const XmlElement& element) -> Status {
    element.Attribute("a");
    element.ForEachUnused([&](const std::string&, std::string_view) { ++unused; });
    if (unused == 1) element.MarkAllUsed();
    return Ok{};
  };
  EXPECT_TRUE(StreamXml("<l><r a='1'>t</r><r a='1'>t</r></l>", {"r"}, callbacks).ok());
  EXPECT_EQ(unused, 2);
}

TEST(Xml, ElementsKnowTheirPlace) {
  WithRecord("<l>\n\n  <r>\n<c/></r></l>", "r", [](const XmlElement& r) {
    EXPECT_EQ(r.line(), 3u);
    EXPECT_EQ(r.byte(), 7u);
    EXPECT_EQ(r.depth(), 2);
    EXPECT_EQ(r.Child("c")->depth(), 3);
    EXPECT_EQ(r.Child("c")->line(), 4u);
  });
}

TEST(Xml, TheRootCallbackSeesNameNamespaceAndAttributes) {
  XmlRoot seen;
  XmlCallbacks callbacks;
  callbacks.root = [&](const XmlRoot& root) -> Status {
    seen = root;
    return Ok{};
  };
  EXPECT_TRUE(StreamXml("<?xml version='1.0'?><!-- c --><p:l xmlns:p='urn:x' p:a='1' b='2'/>", {},
                        callbacks)
                  .ok());
  EXPECT_EQ(seen.name, "l");
  EXPECT_EQ(seen.name_space, "urn:x");
  EXPECT_EQ(seen.Attribute("a"), "1");
  EXPECT_EQ(seen.Attribute("b"), "2");
  EXPECT_EQ(seen.Attribute("c"), "");
}

TEST(Xml, TheRootCallbackMayRefuseTheDocument) {
  XmlCallbacks callbacks;
  callbacks.root = [](const XmlRoot&) -> Status {
    return MakeError(ErrorCode::kWrongDocument, "no");
  };
  callbacks.record = [](const XmlElement&) -> Status {
    ADD_FAILURE() << "a record after the refusal";
    return Ok{};
  };
  const Status status = StreamXml("<l><r/></l>", {"r", "l"}, callbacks);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kWrongDocument);
}

TEST(Xml, AnErrorOfTheRecordCallbackStopsTheReading) {
  int records = 0;
  XmlCallbacks callbacks;
  callbacks.record = [&](const XmlElement&) -> Status {
    ++records;
    return MakeError(ErrorCode::kDuplicateRecord, "twice");
  };
  const Status status = StreamXml("<l><r/><r/></l>", {"r"}, callbacks);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kDuplicateRecord);
  EXPECT_EQ(records, 1);
}

TEST(Xml, ElementsOutsideRecordsAreReportedWithTheirLine) {
  std::vector<std::string> outside;
  XmlCallbacks callbacks;
  callbacks.record = [](const XmlElement&) -> Status { return Ok{}; };
  callbacks.outside = [&](std::string_view name, uint64_t line) {
    outside.push_back(std::string(name) + ":" + std::to_string(line));
  };
  EXPECT_TRUE(StreamXml("<l>\n<s><r><c/></r></s>\n<new><x/></new></l>", {"r"}, callbacks).ok());
  EXPECT_EQ(outside, (std::vector<std::string>{"s:2", "new:3", "x:3"}));
}

TEST(Xml, EveryCutDocumentIsTruncated) {
  const std::string_view kDocument =
      "<?xml version='1.0' encoding='UTF-8'?>\n<!-- a -->\n<l a='é'><r>té<![CDATA[x]]>&amp;</r>"
      "<?pi x?><r><c/></r></l>";
  for (size_t length = 0; length < kDocument.size(); ++length) {
    const Outcome outcome = ReadTexts(kDocument.substr(0, length));
    EXPECT_EQ(outcome.code(), ErrorCode::kTruncated) << length;
    EXPECT_TRUE(outcome.status.error().where.has_byte);
  }
  EXPECT_TRUE(ReadTexts(kDocument).status.ok());
}

TEST(Xml, MalformedDocumentsAreSyntaxErrorsWithLineAndByte) {
  for (const char* text : {"<l><r></l></r>", "<l/><l/>", "<l>&nbsp;</l>", "<l a='1' a='2'/>", "x",
                           "<l a=1/>", "<l>]]></l>", "<l>&#0;</l>", "<l>&#xD800;</l>",
                           " <?xml version='1.0'?><l/>", "<p:l/>", "{\"a\": 1}"}) {
    const Outcome outcome = ReadTexts(text);
    EXPECT_EQ(outcome.code(), ErrorCode::kSyntax) << text;
    EXPECT_GT(outcome.status.error().where.line, 0u) << text;
  }
}

TEST(Xml, DeclaredEntitiesAreRefused) {
  EXPECT_EQ(ReadTexts("<!DOCTYPE l [<!ENTITY a 'aaaa'>]><l><r>&a;</r></l>").code(),
            ErrorCode::kSyntax);
  EXPECT_EQ(ReadTexts("<!DOCTYPE l [<!ENTITY % p 'x'>]><l/>").code(), ErrorCode::kSyntax);
  EXPECT_EQ(
      ReadTexts("<!DOCTYPE l [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><l><r>&f;</r></l>").code(),
      ErrorCode::kSyntax);
}

TEST(Xml, AnEntityOfAnExternalDtdIsRefusedAndNotLeftOut) {
  EXPECT_EQ(ReadTexts("<!DOCTYPE l SYSTEM 'list.dtd'><l><r>AT&co;T</r></l>").code(),
            ErrorCode::kSyntax);
  EXPECT_TRUE(ReadTexts("<!DOCTYPE l SYSTEM 'list.dtd'><l><r>AT&amp;T</r></l>").status.ok());
}

TEST(Xml, LimitsHold) {
  XmlLimits limits;
  limits.max_depth = 3;
  EXPECT_TRUE(ReadTexts("<l><r><c/></r></l>", limits).status.ok());
  EXPECT_EQ(ReadTexts("<l><r><c><d/></c></r></l>", limits).code(), ErrorCode::kTooDeep);
  EXPECT_EQ(ReadTexts("<l><a><b><c/></b></a></l>", limits).code(), ErrorCode::kTooDeep);

  limits = {};
  limits.max_record_nodes = 2;
  EXPECT_TRUE(ReadTexts("<l><r><c/></r><r><c/></r></l>", limits).status.ok());
  EXPECT_EQ(ReadTexts("<l><r><c/><c/></r></l>", limits).code(), ErrorCode::kTooLarge);

  limits = {};
  limits.max_text_bytes = 4;
  EXPECT_TRUE(ReadTexts("<l><r>abcd<c>abcd</c></r></l>", limits).status.ok());
  EXPECT_EQ(ReadTexts("<l><r>abcde</r></l>", limits).code(), ErrorCode::kTooLarge);

  limits = {};
  limits.max_record_bytes = 4;
  EXPECT_TRUE(ReadTexts("<l><r a='ab'>cd</r><r>abcd</r></l>", limits).status.ok());
  EXPECT_EQ(ReadTexts("<l><r a='ab'><c b='c'/>de</r></l>", limits).code(), ErrorCode::kTooLarge);
  EXPECT_EQ(ReadTexts("<l><r a='abcde'/></l>", limits).code(), ErrorCode::kTooLarge);

  limits = {};
  limits.max_attributes = 2;
  EXPECT_TRUE(ReadTexts("<l><r a='1' b='2'/></l>", limits).status.ok());
  EXPECT_EQ(ReadTexts("<l><r a='1' b='2' c='3'/></l>", limits).code(), ErrorCode::kTooLarge);
}

TEST(Xml, AnEndlessTagOrCommentIsRefusedBeforeItIsHeldInMemory) {
  XmlLimits limits;
  limits.max_token_bytes = 1 << 18;
  const std::string filler(1 << 21, 'x');
  for (const std::string head : {"<l><!-- ", "<l><r a='", "<l><?p ", "<l><"}) {
    const Outcome outcome = ReadTexts(head + filler, limits);
    EXPECT_EQ(outcome.code(), ErrorCode::kTooLarge) << head;
    EXPECT_LT(outcome.status.error().where.byte, 10u);
  }
  EXPECT_TRUE(ReadTexts("<l><!-- " + filler.substr(0, 1 << 17) + " --></l>", limits).status.ok());
}

TEST(Xml, LongTextIsNotAToken) {
  const std::string filler(size_t{1} << 23, 'x');
  EXPECT_EQ(ReadTexts("<l><r>" + filler + "</r></l>").texts[0].size(), filler.size());
  EXPECT_EQ(ReadTexts("<l><r><![CDATA[" + filler + "]]></r></l>").texts[0].size(), filler.size());
}

TEST(Xml, CharactersAcrossThePiecesOfTheDocumentStayWhole) {
  for (size_t shift = 0; shift < 6; ++shift) {
    const std::string before((size_t{1} << 16) - 12 - shift, 'x');
    const Outcome outcome = ReadTexts("<l><r>" + before + "صéдé𝄞é</r><r>&lt;</r></l>");
    ASSERT_EQ(outcome.texts.size(), 2u) << shift;
    EXPECT_EQ(outcome.texts[0], before + "صéдé𝄞é") << shift;
  }
}

std::string Utf16(std::string_view ascii, bool big_endian) {
  std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (char c : ascii) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

TEST(Xml, ReadsUtf8Utf16AndLatin1) {
  EXPECT_EQ(ReadTexts("\xEF\xBB\xBF<l><r>é</r></l>").texts[0], "é");
  EXPECT_EQ(ReadTexts(Utf16("<l><r>\xE9</r></l>", false)).texts[0], "é");
  EXPECT_EQ(ReadTexts(Utf16("<l><r>\xE9</r></l>", true)).texts[0], "é");
  EXPECT_EQ(ReadTexts("<?xml version='1.0' encoding='ISO-8859-1'?><l><r>\xE9</r></l>").texts[0],
            "é");
}

TEST(Xml, BytesThatAreNoUtf8AreAnEncodingError) {
  for (const char* text :
       {"<l><r>\xE9</r></l>", "<l a='\xFF'/>",
        "<?xml version='1.0' encoding='utf-8'?><l>\xC0\xAF</l>", "<l>\xED\xA0\x80</l>"}) {
    EXPECT_EQ(ReadTexts(text).code(), ErrorCode::kEncoding) << text;
  }
  EXPECT_EQ(ReadTexts("<?xml version='1.0' encoding='KOI8-R'?><l/>").code(), ErrorCode::kEncoding);
  EXPECT_EQ(ReadTexts("<l>\x01</l>").code(), ErrorCode::kSyntax);
}

TEST(Xml, PeekNeedsOnlyTheHead) {
  const auto root = PeekXmlRoot("<?xml version='1.0'?><l a='1'><r>cut he");
  ASSERT_TRUE(root.ok());
  EXPECT_EQ(root->name, "l");
  EXPECT_EQ(root->Attribute("a"), "1");
  EXPECT_EQ(PeekXmlRoot("<!DOCTYPE html><html lang='en'><p>Maintenance")->name, "html");
  EXPECT_FALSE(PeekXmlRoot("").ok());
  EXPECT_FALSE(PeekXmlRoot("<?xml version='1.0'?> ").ok());
  EXPECT_FALSE(PeekXmlRoot("version https://git-lfs.github.com/spec/v1").ok());
  EXPECT_FALSE(PeekXmlRoot("<l a='1").ok());
}

}  // namespace
}  // namespace interdict
