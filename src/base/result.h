// A value, or the sentence that says why there is none: for "this cannot be done".
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace brm {

/// Why something could not be done: a sentence without full stop, printed once as `brm: ...`.
struct Failure {
  std::string message;
  std::string help;  ///< What to do next; empty when there is nothing to add.
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT(google-explicit-constructor)
  Result(Failure failure) : state_(std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  const T& value() const& { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  const Failure& failure() const { return std::get<Failure>(state_); }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace brm
