// XML, streamed record by record.
//
// Lists are long sequences of records under one root. StreamXml reads the document with expat and
// hands over each element whose local name is in `record_names` (wherever it stands, outermost
// first) as a small tree, which is gone after the callback; memory is bounded by the largest
// record, not by the document. Names are local names: publishers change namespaces (OFAC, 2024).
//
// Safe on hostile input: no DTD entities beyond the five predefined ones (a document that declares
// entities, or uses one that an external DTD would declare, is refused), no external access,
// bounded depth, attributes, length of a tag, text and nodes of a record. UTF-8, UTF-16 and Latin-1
// documents; text arrives as UTF-8. Errors: kSyntax, kTruncated (the document is not closed),
// kTooDeep, kTooLarge, kEncoding, all with line and byte; or the error that a callback returned.
// Test: xml_test.cc; fuzz: fuzz/xml_fuzz.cc.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/base/result.h"

namespace interdict {

// An element of a record. Accessors mark what they return as used; ForEachUnused then tells what
// the reader did not look at, so that nothing the publisher wrote is lost.
class XmlElement {
 public:
  std::string_view name() const { return name_; }
  uint64_t line() const { return line_; }
  uint64_t byte() const { return byte_; }
  int depth() const { return depth_; }  // in the document; the root's is 1

  // The element's own text, trimmed. Marks the text as used.
  std::string_view Text() const;
  // The same with the white space at its ends, for pieces that are put together. Marks it as used.
  std::string_view RawText() const;
  // The trimmed text of the first child of that name, "" when there is none.
  std::string_view ChildText(std::string_view child) const;
  // The attribute's value (trimmed), "" when there is none.
  std::string_view Attribute(std::string_view attribute) const;
  bool HasAttribute(std::string_view attribute) const;

  // First child of that name, or nullptr.
  const XmlElement* Child(std::string_view child) const;
  // Child along a path of names: ChildAt("a/b") is the first b of the first a that is there.
  const XmlElement* ChildAt(std::string_view path) const;
  // All children, or those of one name.
  std::vector<const XmlElement*> Children() const;
  std::vector<const XmlElement*> Children(std::string_view child) const;

  // Everything under this element counts as used (known and deliberately left aside).
  void MarkAllUsed() const;
  // Calls back with path ("Names/Name/@id", "Name") and value of each text and attribute not used.
  void ForEachUnused(
      const std::function<void(const std::string& path, std::string_view value)>& callback) const;

 private:
  friend class XmlTreeBuilder;
  struct Attr {
    std::string name;
    std::string value;
    mutable bool used = false;
  };

  std::string name_;
  std::string text_;
  mutable bool text_used_ = false;
  std::vector<Attr> attributes_;
  std::vector<XmlElement*> children_;  // owned by the document's arena
  uint64_t line_ = 0;
  uint64_t byte_ = 0;
  int depth_ = 0;
};

struct XmlLimits {
  int max_depth = 64;
  size_t max_record_nodes = size_t{1} << 20;
  size_t max_text_bytes = size_t{1} << 24;    // of one element
  size_t max_record_bytes = size_t{1} << 26;  // text and attribute values of a record together
  size_t max_token_bytes = size_t{1} << 22;   // of a tag, a comment, a processing instruction
  int max_attributes = 256;                   // of one element
};

// The first element of a document.
struct XmlRoot {
  std::string name;  // local name
  std::string name_space;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string_view Attribute(std::string_view attribute) const;
};

struct XmlCallbacks {
  // Called once with the root, before any record. May refuse the document.
  std::function<Status(const XmlRoot&)> root;
  // Called with each record; `element` is borrowed for the call.
  std::function<Status(const XmlElement& element)> record;
  // Called with the local name and line of each element outside records, the root excepted. May be
  // empty. Lets a reader notice a section that it does not know.
  std::function<void(std::string_view name, uint64_t line)> outside;
};

Status StreamXml(std::string_view bytes, const std::vector<std::string_view>& record_names,
                 const XmlCallbacks& callbacks, const XmlLimits& limits = {});

// Root of the document without reading on; for recognising formats. Needs only the document's head.
Result<XmlRoot> PeekXmlRoot(std::string_view head);

}  // namespace interdict
