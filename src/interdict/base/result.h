// Result<T>: a value or an Error. Status: nothing or an Error.
// Both are [[nodiscard]]: an error that nobody looks at does not compile (with -Werror). Reading
// the value of a failed result is a programming error and is caught by an assertion in debug
// builds.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

#include "interdict/base/error.h"

namespace interdict {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  T& value() & { return *get(); }
  const T& value() const& { return *get(); }
  T&& value() && { return std::move(*get()); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*get()); }
  T* operator->() { return get(); }
  const T* operator->() const { return get(); }

  const Error& error() const& { return *std::get_if<Error>(&state_); }
  Error&& error() && { return std::move(*std::get_if<Error>(&state_)); }

 private:
  T* get() {
    assert(ok());
    return std::get_if<T>(&state_);
  }
  const T* get() const {
    assert(ok());
    return std::get_if<T>(&state_);
  }

  std::variant<T, Error> state_;
};

struct Ok {};
using Status = Result<Ok>;

inline Error MakeError(ErrorCode code, std::string message, Where where = {}) {
  return Error{code, std::move(message), std::move(where)};
}

// RETURN_IF_ERROR(status): leaves the function with the error, if there is one.
#define INTERDICT_CONCAT_INNER(a, b) a##b
#define INTERDICT_CONCAT(a, b) INTERDICT_CONCAT_INNER(a, b)
#define RETURN_IF_ERROR(expression)                                                    \
  do {                                                                                 \
    if (auto status_ = (expression); !status_.ok()) return std::move(status_).error(); \
  } while (false)

// ASSIGN_OR_RETURN(auto x, F()): the value of F(), or leaves the function with its error.
#define ASSIGN_OR_RETURN(declaration, expression) \
  ASSIGN_OR_RETURN_INNER(INTERDICT_CONCAT(result_, __LINE__), declaration, expression)
#define ASSIGN_OR_RETURN_INNER(temporary, declaration, expression) \
  auto temporary = (expression);                                   \
  if (!temporary.ok()) return std::move(temporary).error();        \
  declaration = std::move(*temporary)

}  // namespace interdict
