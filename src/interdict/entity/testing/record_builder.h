// Records for tests, written in one expression.
#pragma once

#include <string>
#include <utility>

#include "interdict/entity/country.h"
#include "interdict/entity/record.h"

namespace interdict::testing {

class RecordBuilder {
 public:
  RecordBuilder(std::string source, std::string id, Schema schema = Schema::kPerson) {
    record_.source = std::move(source);
    record_.id = std::move(id);
    record_.schema = schema;
  }

  RecordBuilder& Named(std::string text, NameKind kind = NameKind::kPrimary) {
    record_.names.push_back({std::move(text), kind, {}, "", "", "", "name"});
    return *this;
  }
  RecordBuilder& Born(std::string_view text) {
    record_.dates.push_back(MakeDateFact(DateKind::kBirth, text, "birth"));
    return *this;
  }
  RecordBuilder& Of(const std::string& country) {
    const CountryKind kind = CountryKind::kNationality;
    record_.countries.push_back({kind, country, std::string(CountryName(country)), "country"});
    return *this;
  }
  RecordBuilder& At(std::string address, std::string country = {}) {
    Address at;
    at.full = std::move(address);
    at.country = std::move(country);
    record_.addresses.push_back(std::move(at));
    return *this;
  }
  RecordBuilder& With(AttributeKind kind, std::string value) {
    record_.attributes.push_back({kind, std::move(value), "attribute"});
    return *this;
  }
  RecordBuilder& Holding(IdScheme scheme, std::string value, std::string country = {}) {
    record_.identifiers.push_back(MakeIdentifier(scheme, std::move(value), "id"));
    record_.identifiers.back().country = std::move(country);
    return *this;
  }
  RecordBuilder& Under(std::string program) {
    Designation designation;
    designation.program = std::move(program);
    record_.designations.push_back(std::move(designation));
    return *this;
  }
  RecordBuilder& Naming(std::string source, std::string id) {
    record_.references.push_back({std::move(source), std::move(id), "reference"});
    return *this;
  }

  operator Record() const { return record_; }  // NOLINT(google-explicit-constructor)

 private:
  Record record_;
};

}  // namespace interdict::testing
