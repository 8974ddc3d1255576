// One list of members per type serves both directions: Visit(archive, value) names every member
// once, and the archive either writes or reads it. A member that is forgotten here is lost; the
// round-trip test fills every member of every type to notice.
#include "interdict/entity/record_codec.h"

#include <bit>
#include <cstdint>
#include <type_traits>

namespace interdict {
namespace {

class Writer {
 public:
  explicit Writer(std::string* out) : out_(*out) { out_.clear(); }

  void Value(uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_.push_back(static_cast<char>(value | 0x80));
    out_.push_back(static_cast<char>(value));
  }
  void Value(const std::string& text) {
    Value(static_cast<uint64_t>(text.size()));
    out_.append(text);
  }
  void Value(bool flag) { out_.push_back(flag ? '\1' : '\0'); }
  void Value(int32_t value) {
    const auto bits = static_cast<uint32_t>(value);
    Value(static_cast<uint64_t>((bits << 1) ^ (value < 0 ? ~uint32_t{0} : 0)));
  }
  void Value(double value) {
    const auto bits = std::bit_cast<uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) out_.push_back(static_cast<char>(bits >> shift));
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void Value(Enum value) { out_.push_back(static_cast<char>(value)); }
  template <typename T>
  void List(const std::vector<T>& items) {
    Value(static_cast<uint64_t>(items.size()));
    for (const T& item : items) Visit(*this, item);
  }
  template <typename T>
  void Optional(const std::optional<T>& item) {
    Value(item.has_value());
    if (item) Visit(*this, *item);
  }

 private:
  std::string& out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return bytes_.empty(); }

  void Value(uint64_t& value) {
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(Byte());
      value |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return;
    }
    ok_ = false;
  }
  void Value(std::string& text) {
    uint64_t size = 0;
    Value(size);
    if (size > bytes_.size()) return Fail();
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  void Value(bool& flag) { flag = Byte() != 0; }
  void Value(int32_t& value) {
    uint64_t raw = 0;
    Value(raw);
    const auto bits = static_cast<uint32_t>(raw);
    value = static_cast<int32_t>((bits >> 1) ^ (~(bits & 1) + 1));
  }
  void Value(double& value) {
    uint64_t bits = 0;
    for (int shift = 0; shift < 64; shift += 8) {
      bits |= static_cast<uint64_t>(static_cast<unsigned char>(Byte())) << shift;
    }
    value = std::bit_cast<double>(bits);
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void Value(Enum& value) { value = static_cast<Enum>(Byte()); }
  template <typename T>
  void List(std::vector<T>& items) {
    uint64_t count = 0;
    Value(count);
    if (count > bytes_.size()) return Fail();  // an item takes at least one byte
    items.clear();  // grows with what is really read, not with what a damaged count says
    for (; count > 0 && ok_; --count) Visit(*this, items.emplace_back());
  }
  template <typename T>
  void Optional(std::optional<T>& item) {
    bool has = false;
    Value(has);
    item.reset();
    if (has) Visit(*this, item.emplace());
  }

 private:
  void Fail() {
    ok_ = false;
    bytes_ = {};
  }
  char Byte() {
    if (bytes_.empty()) {
      ok_ = false;
      return 0;
    }
    const char byte = bytes_.front();
    bytes_.remove_prefix(1);
    return byte;
  }

  std::string_view bytes_;
  bool ok_ = true;
};

// T is const for the writer and mutable for the reader.
template <typename T, typename Type>
concept Is = std::is_same_v<std::remove_const_t<T>, Type>;

template <typename Archive, Is<NamePart> T>
void Visit(Archive& a, T& v) {
  a.Value(v.kind);
  a.Value(v.text);
}

template <typename Archive, Is<Name> T>
void Visit(Archive& a, T& v) {
  a.Value(v.text);
  a.Value(v.kind);
  a.List(v.parts);
  a.Value(v.language);
  a.Value(v.script);
  a.Value(v.remark);
  a.Value(v.field);
}

template <typename Archive, Is<PartialDate> T>
void Visit(Archive& a, T& v) {
  a.Value(v.first.days);
  a.Value(v.last.days);
  a.Value(v.circa);
}

template <typename Archive, Is<DateFact> T>
void Visit(Archive& a, T& v) {
  a.Value(v.kind);
  a.Optional(v.date);
  a.Value(v.text);
  a.Value(v.field);
}

template <typename Archive, Is<Identifier> T>
void Visit(Archive& a, T& v) {
  a.Value(v.scheme);
  a.Value(v.value);
  a.Value(v.country);
  a.Value(v.issuer);
  a.Value(v.issued);
  a.Value(v.expires);
  a.Value(v.remark);
  a.Value(v.check);
  a.Value(v.field);
}

template <typename Archive, Is<CountryFact> T>
void Visit(Archive& a, T& v) {
  a.Value(v.kind);
  a.Value(v.code);
  a.Value(v.text);
  a.Value(v.field);
}

template <typename Archive, Is<Address> T>
void Visit(Archive& a, T& v) {
  a.Value(v.kind);
  a.Value(v.full);
  a.Value(v.street);
  a.Value(v.po_box);
  a.Value(v.city);
  a.Value(v.region);
  a.Value(v.postal_code);
  a.Value(v.country);
  a.Value(v.country_text);
  a.Value(v.remark);
  a.Value(v.field);
}

template <typename Archive, Is<Attribute> T>
void Visit(Archive& a, T& v) {
  a.Value(v.kind);
  a.Value(v.value);
  a.Value(v.field);
}

template <typename Archive, Is<Designation> T>
void Visit(Archive& a, T& v) {
  a.Value(v.program);
  a.Value(v.list);
  a.Value(v.authority);
  a.Value(v.legal_basis);
  a.Value(v.measures);
  a.Value(v.listed);
  a.Value(v.amended);
  a.Value(v.delisted);
  a.Value(v.reason);
  a.Value(v.field);
}

template <typename Archive, Is<Relation> T>
void Visit(Archive& a, T& v) {
  a.Value(v.kind);
  a.Value(v.target_name);
  a.Value(v.target_id);
  a.Value(v.share_min);
  a.Value(v.share_max);
  a.Value(v.valid_from);
  a.Value(v.valid_to);
  a.Value(v.former);
  a.Value(v.text);
  a.Value(v.field);
}

template <typename Archive, Is<CrossReference> T>
void Visit(Archive& a, T& v) {
  a.Value(v.source);
  a.Value(v.id);
  a.Value(v.field);
}

template <typename Archive, Is<Record> T>
void Visit(Archive& a, T& v) {
  a.Value(v.schema);
  a.List(v.names);
  a.List(v.identifiers);
  a.List(v.dates);
  a.List(v.countries);
  a.List(v.addresses);
  a.List(v.attributes);
  a.List(v.designations);
  a.List(v.relations);
  a.List(v.references);
  a.List(v.uninterpreted);
}

template <typename Enum>
bool InRange(Enum value, int count) {
  return static_cast<int>(value) < count;
}

// A day outside the calendar would overflow in comparisons.
bool InRange(const PartialDate& date) {
  static const Date kFirstDay = *MakeDate(1, 1, 1);
  static const Date kLastDay = *MakeDate(9999, 12, 31);
  return kFirstDay <= date.first && date.first <= date.last && date.last <= kLastDay;
}

// Values that no encoder writes come from damaged bytes; enumerators would index beyond tables.
bool ValuesInRange(const Record& r) {
  bool ok = InRange(r.schema, kSchemaCount);
  for (const Name& v : r.names) {
    ok &= InRange(v.kind, 6);
    for (const NamePart& part : v.parts) ok &= InRange(part.kind, 10);
  }
  for (const Identifier& v : r.identifiers) {
    ok &= InRange(v.scheme, kIdSchemeCount) && InRange(v.check, 3);
  }
  for (const DateFact& v : r.dates) ok &= InRange(v.kind, 5) && (!v.date || InRange(*v.date));
  for (const CountryFact& v : r.countries) ok &= InRange(v.kind, 8);
  for (const Address& v : r.addresses) ok &= InRange(v.kind, 2);
  for (const Attribute& v : r.attributes) ok &= InRange(v.kind, 35);
  for (const Attribute& v : r.uninterpreted) ok &= InRange(v.kind, 35);
  for (const Relation& v : r.relations) ok &= InRange(v.kind, 12);
  return ok;
}

}  // namespace

void EncodeRecord(const Record& record, std::string* out) {
  Writer writer(out);
  writer.Value(static_cast<uint64_t>(kRecordCodecVersion));
  Visit(writer, record);
}

std::string EncodeRecord(const Record& record) {
  std::string bytes;
  EncodeRecord(record, &bytes);
  return bytes;
}

Status DecodeRecord(std::string_view bytes, Record* record) {
  Reader reader(bytes);
  uint64_t version = 0;
  reader.Value(version);
  if (!reader.ok() || version != kRecordCodecVersion) {
    return MakeError(ErrorCode::kStoreVersion, "a stored record of encoding " +
                                                   std::to_string(version) + "; expected " +
                                                   std::to_string(kRecordCodecVersion));
  }
  Visit(reader, *record);
  if (!reader.ok() || !reader.AtEnd() || !ValuesInRange(*record)) {
    return MakeError(ErrorCode::kSyntax, "damaged bytes of a stored record");
  }
  return Ok{};
}

}  // namespace interdict
