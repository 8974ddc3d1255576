#include "interdict/syntax/xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"

namespace interdict {
namespace {

constexpr char kNamespaceSeparator = '\x1F';

std::string_view LocalName(std::string_view qualified) {
  const size_t at = qualified.rfind(kNamespaceSeparator);
  return at == std::string_view::npos ? qualified : qualified.substr(at + 1);
}

std::string_view Namespace(std::string_view qualified) {
  const size_t at = qualified.rfind(kNamespaceSeparator);
  return at == std::string_view::npos ? std::string_view() : qualified.substr(0, at);
}

struct ParserCloser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserCloser>;

}  // namespace

// Builds the trees of records from expat's events and hands them over. One per document.
class XmlTreeBuilder {
 public:
  XmlTreeBuilder(const std::vector<std::string_view>& record_names, const XmlCallbacks& callbacks,
                 const XmlLimits& limits)
      : record_names_(record_names), callbacks_(callbacks), limits_(limits) {}

  Status Run(std::string_view bytes);

 private:
  static void OnStart(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<XmlTreeBuilder*>(self)->Start(name, attributes);
  }
  static void OnEnd(void* self, const XML_Char*) { static_cast<XmlTreeBuilder*>(self)->End(); }
  static void OnText(void* self, const XML_Char* text, int length) {
    static_cast<XmlTreeBuilder*>(self)->Text({text, static_cast<size_t>(length)});
  }
  static void OnEntity(void* self, const XML_Char* name, int, const XML_Char*, int, const XML_Char*,
                       const XML_Char*, const XML_Char*, const XML_Char*) {
    static_cast<XmlTreeBuilder*>(self)->Stop(
        ErrorCode::kSyntax,
        "the document declares an entity (" + std::string(name) +
            "); lists declare none, and entities can be used to attack readers");
  }

  // An entity reference that expat leaves out, because an external DTD might declare it.
  static void OnSkippedEntity(void* self, const XML_Char* name, int) {
    static_cast<XmlTreeBuilder*>(self)->Stop(
        ErrorCode::kSyntax, "the entity " + std::string(name) + " is not declared in the document");
  }
  static void OnXmlDeclaration(void* self, const XML_Char*, const XML_Char* encoding, int) {
    if (encoding != nullptr) {
      static_cast<XmlTreeBuilder*>(self)->utf8_ = EqualsIgnoreCase(encoding, "utf-8");
    }
  }

  void Start(std::string_view name, const XML_Char** attributes);
  void StartRoot(std::string_view name, const XML_Char** attributes);
  void End();
  void Text(std::string_view text);
  void Stop(ErrorCode code, std::string message);
  XmlElement* NewElement(std::string_view name, const XML_Char** attributes);
  void HandOver(const XmlElement& record);
  Error Position(ErrorCode code, std::string message) const;
  Error ExpatError(bool at_end) const;
  bool AtInvalidUtf8() const;
  bool AddToRecord(size_t bytes);
  Status Feed();

  const std::vector<std::string_view>& record_names_;
  const XmlCallbacks& callbacks_;
  const XmlLimits& limits_;
  XML_Parser parser_ = nullptr;
  std::string_view bytes_;
  bool utf8_ = true;  // the document's encoding, as far as declared
  int depth_ = 0;
  std::vector<XmlElement*> open_;  // the open elements of the record being built
  std::deque<XmlElement> arena_;   // elements, reused from record to record
  size_t arena_used_ = 0;
  size_t record_bytes_ = 0;  // text and attribute values of the record being built
  Status failed_ = Ok{};
};

Error XmlTreeBuilder::Position(ErrorCode code, std::string message) const {
  Where where;
  where.line = XML_GetCurrentLineNumber(parser_);
  const XML_Index byte = XML_GetCurrentByteIndex(parser_);
  where.byte = byte < 0 ? 0 : static_cast<uint64_t>(byte);
  where.has_byte = byte >= 0;
  return MakeError(code, std::move(message), where);
}

void XmlTreeBuilder::Stop(ErrorCode code, std::string message) {
  if (failed_.ok()) failed_ = Position(code, std::move(message));
  XML_StopParser(parser_, XML_FALSE);
}

XmlElement* XmlTreeBuilder::NewElement(std::string_view name, const XML_Char** attributes) {
  if (arena_used_ == arena_.size()) arena_.emplace_back();
  XmlElement* element = &arena_[arena_used_++];
  element->name_.assign(name);
  element->text_.clear();
  element->text_used_ = false;
  element->attributes_.clear();
  element->children_.clear();
  element->depth_ = depth_;
  element->line_ = XML_GetCurrentLineNumber(parser_);
  element->byte_ = static_cast<uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_), 0));
  for (; *attributes != nullptr; attributes += 2) {
    element->attributes_.push_back({std::string(LocalName(attributes[0])), attributes[1], false});
    if (!AddToRecord(element->attributes_.back().value.size())) break;
  }
  return element;
}

// Accounts for text of the record being built; false, and stopped, when that is too much.
bool XmlTreeBuilder::AddToRecord(size_t bytes) {
  record_bytes_ += bytes;
  if (record_bytes_ <= limits_.max_record_bytes) return true;
  Stop(ErrorCode::kTooLarge,
       "a record with more than " + std::to_string(limits_.max_record_bytes) + " bytes of text");
  return false;
}

void XmlTreeBuilder::StartRoot(std::string_view name, const XML_Char** attributes) {
  XmlRoot root;
  root.name = std::string(LocalName(name));
  root.name_space = std::string(Namespace(name));
  for (; *attributes != nullptr; attributes += 2) {
    root.attributes.emplace_back(LocalName(attributes[0]), attributes[1]);
  }
  if (!callbacks_.root) return;
  if (Status status = callbacks_.root(root); !status.ok()) {
    failed_ = std::move(status);
    XML_StopParser(parser_, XML_FALSE);
  }
}

void XmlTreeBuilder::Start(std::string_view name, const XML_Char** attributes) {
  if (!failed_.ok()) return;
  if (XML_GetSpecifiedAttributeCount(parser_) / 2 > limits_.max_attributes) {
    return Stop(ErrorCode::kTooLarge, "an element with more than " +
                                          std::to_string(limits_.max_attributes) + " attributes");
  }
  if (depth_ == 0) {
    StartRoot(name, attributes);
    if (!failed_.ok()) return;
  }
  if (++depth_ > limits_.max_depth) {
    return Stop(ErrorCode::kTooDeep,
                "elements nested more than " + std::to_string(limits_.max_depth) + " deep");
  }
  const std::string_view local = LocalName(name);
  if (open_.empty() &&
      std::find(record_names_.begin(), record_names_.end(), local) == record_names_.end()) {
    if (depth_ > 1 && callbacks_.outside) {
      callbacks_.outside(local, XML_GetCurrentLineNumber(parser_));
    }
    return;
  }
  if (arena_used_ >= limits_.max_record_nodes) {
    return Stop(ErrorCode::kTooLarge,
                "a record of more than " + std::to_string(limits_.max_record_nodes) + " elements");
  }
  XmlElement* element = NewElement(local, attributes);
  if (!open_.empty()) open_.back()->children_.push_back(element);
  open_.push_back(element);
}

void XmlTreeBuilder::Text(std::string_view text) {
  if (!failed_.ok() || open_.empty()) return;
  XmlElement* element = open_.back();
  if (element->text_.size() + text.size() > limits_.max_text_bytes) {
    return Stop(
        ErrorCode::kTooLarge,
        "an element with more than " + std::to_string(limits_.max_text_bytes) + " bytes of text");
  }
  if (!AddToRecord(text.size())) return;
  element->text_.append(text);
}

void XmlTreeBuilder::End() {
  if (!failed_.ok()) return;
  --depth_;
  if (open_.empty()) return;
  const XmlElement* element = open_.back();
  open_.pop_back();
  if (!open_.empty()) return;
  HandOver(*element);
  arena_used_ = 0;
  record_bytes_ = 0;
}

void XmlTreeBuilder::HandOver(const XmlElement& record) {
  if (!callbacks_.record) return;
  Status status = callbacks_.record(record);
  if (status.ok()) return;
  failed_ = std::move(status);
  XML_StopParser(parser_, XML_FALSE);
}

Error XmlTreeBuilder::ExpatError(bool at_end) const {
  const XML_Error code = XML_GetErrorCode(parser_);
  const std::string text = XML_ErrorString(code);
  switch (code) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
    case XML_ERROR_PARTIAL_CHAR:
      if (at_end) {
        return Position(ErrorCode::kTruncated,
                        "the document ends before it is closed (" + text + ")");
      }
      return Position(ErrorCode::kSyntax, "not well-formed XML: " + text);
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      return Position(ErrorCode::kEncoding, text);
    case XML_ERROR_INVALID_TOKEN:
      if (AtInvalidUtf8()) {
        return Position(ErrorCode::kEncoding, "bytes that are no UTF-8, which the document claims");
      }
      return Position(ErrorCode::kSyntax, "not well-formed XML: " + text);
    default:
      return Position(ErrorCode::kSyntax, "not well-formed XML: " + text);
  }
}

// Whether expat stopped at a byte that is malformed in a document that should be UTF-8.
bool XmlTreeBuilder::AtInvalidUtf8() const {
  const XML_Index at = XML_GetCurrentByteIndex(parser_);
  if (!utf8_ || at < 0) return false;
  constexpr size_t kLongestSequence = 4;
  return utf8::FirstInvalid(bytes_.substr(std::min(static_cast<size_t>(at), bytes_.size()),
                                          kLongestSequence)) == 0;
}

Status XmlTreeBuilder::Run(std::string_view bytes) {
  const Parser parser(XML_ParserCreateNS(nullptr, kNamespaceSeparator));
  if (parser == nullptr) return MakeError(ErrorCode::kTooLarge, "no memory for the XML parser");
  parser_ = parser.get();
  bytes_ = bytes;
  utf8_ = !bytes.starts_with("\xFE\xFF") && !bytes.starts_with("\xFF\xFE");
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, OnStart, OnEnd);
  XML_SetCharacterDataHandler(parser_, OnText);
  XML_SetEntityDeclHandler(parser_, OnEntity);
  XML_SetSkippedEntityHandler(parser_, OnSkippedEntity);
  XML_SetXmlDeclHandler(parser_, OnXmlDeclaration);
  return Feed();
}

// Expat scans an unfinished token again with every further piece, so the pieces grow with it.
Status XmlTreeBuilder::Feed() {
  constexpr size_t kChunk = size_t{1} << 16;
  size_t fed = 0;
  size_t pending = 0;  // bytes of a token that is not finished
  while (true) {
    const std::string_view chunk = bytes_.substr(fed, std::max(kChunk, pending));
    fed += chunk.size();
    const bool last = fed >= bytes_.size();
    const auto outcome = XML_Parse(parser_, chunk.data() == nullptr ? "" : chunk.data(),
                                   static_cast<int>(chunk.size()), last ? 1 : 0);
    if (!failed_.ok()) return std::move(failed_);
    if (outcome == XML_STATUS_ERROR) return ExpatError(last);
    if (last) return Ok{};
    const XML_Index done = XML_GetCurrentByteIndex(parser_);
    pending = done < 0 ? 0 : fed - static_cast<size_t>(done);
    if (pending > limits_.max_token_bytes) {
      return Position(ErrorCode::kTooLarge, "a tag or comment of more than " +
                                                std::to_string(limits_.max_token_bytes) + " bytes");
    }
  }
}

Status StreamXml(std::string_view bytes, const std::vector<std::string_view>& record_names,
                 const XmlCallbacks& callbacks, const XmlLimits& limits) {
  return XmlTreeBuilder(record_names, callbacks, limits).Run(bytes);
}

Result<XmlRoot> PeekXmlRoot(std::string_view head) {
  XmlRoot found;
  bool seen = false;
  XmlCallbacks callbacks;
  callbacks.root = [&](const XmlRoot& root) -> Status {
    found = root;
    seen = true;
    return MakeError(ErrorCode::kSyntax, "enough");
  };
  callbacks.record = [](const XmlElement&) -> Status { return Ok{}; };
  const Status status = StreamXml(head, {}, callbacks);
  if (seen) return found;
  if (!status.ok()) return status.error();
  return MakeError(ErrorCode::kTruncated, "no root element");
}

std::string_view XmlRoot::Attribute(std::string_view attribute) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute) return value;
  }
  return {};
}

std::string_view XmlElement::Text() const {
  text_used_ = true;
  return Trim(text_);
}

std::string_view XmlElement::RawText() const {
  text_used_ = true;
  return text_;
}

std::string_view XmlElement::ChildText(std::string_view child) const {
  const XmlElement* element = Child(child);
  return element == nullptr ? std::string_view() : element->Text();
}

std::string_view XmlElement::Attribute(std::string_view attribute) const {
  for (const Attr& a : attributes_) {
    if (a.name == attribute) {
      a.used = true;
      return Trim(a.value);
    }
  }
  return {};
}

bool XmlElement::HasAttribute(std::string_view attribute) const {
  return std::any_of(attributes_.begin(), attributes_.end(),
                     [&](const Attr& a) { return a.name == attribute; });
}

const XmlElement* XmlElement::Child(std::string_view child) const {
  for (const XmlElement* element : children_) {
    if (element->name_ == child) return element;
  }
  return nullptr;
}

const XmlElement* XmlElement::ChildAt(std::string_view path) const {
  const XmlElement* element = this;
  while (element != nullptr && !path.empty()) {
    const size_t slash = path.find('/');
    element = element->Child(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return element;
}

std::vector<const XmlElement*> XmlElement::Children() const {
  return {children_.begin(), children_.end()};
}

std::vector<const XmlElement*> XmlElement::Children(std::string_view child) const {
  std::vector<const XmlElement*> found;
  for (const XmlElement* element : children_) {
    if (element->name_ == child) found.push_back(element);
  }
  return found;
}

void XmlElement::MarkAllUsed() const {
  text_used_ = true;
  for (const Attr& a : attributes_) a.used = true;
  for (const XmlElement* child : children_) child->MarkAllUsed();
}

void XmlElement::ForEachUnused(
    const std::function<void(const std::string& path, std::string_view value)>& callback) const {
  const auto visit = [&](const auto& self, const XmlElement& e, const std::string& path) -> void {
    for (const Attr& a : e.attributes_) {
      const std::string_view value = Trim(a.value);
      if (!a.used && !value.empty()) callback(path + "/@" + a.name, value);
    }
    const std::string_view text = Trim(e.text_);
    if (!e.text_used_ && !text.empty()) callback(path, text);
    for (const XmlElement* child : e.children_) self(self, *child, path + "/" + child->name_);
  };
  visit(visit, *this, name_);
}

}  // namespace interdict
