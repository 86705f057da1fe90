// The one small language of conditions: `tier = strategic and verdict in (missed, off_track) and
// due < 2027-01-01 and title ~ "portal"`. This file knows its grammar; what a name means is the
// caller's business.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace brm {

enum class Comparison : std::uint8_t {
  is_true,  ///< A bare name.
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,
  contains,  ///< `~`: the text holds the other, small and capital letters alike.
  one_of,    ///< `in (a, b)`
};

/// A word, number, date or quoted text to compare with; what it is depends on the name's type.
struct Literal {
  std::string text;
  std::size_t offset = 0;
  std::size_t length = 0;
};

struct Condition {
  std::string name;  ///< `verdict`, `target.date`
  std::size_t name_offset = 0;
  Comparison comparison = Comparison::is_true;
  std::vector<Literal> literals;  ///< One, several for `in`, none for a bare name.
};

struct Expression;

struct Negation {
  std::unique_ptr<Expression> inner;
};
/// All of its terms (`and`), or any of them (`or`).
struct Combination {
  bool needs_all = true;
  std::vector<Expression> terms;
};

struct Expression {
  std::variant<Condition, Negation, Combination> node;
};

/// Where in the text the fault is, and what was expected.
struct ExpressionFault {
  std::size_t offset = 0;
  std::size_t length = 1;
  std::string message;
  std::string help;
};

/// At most 64 levels of brackets and `not`.
std::variant<Expression, ExpressionFault> parse_expression(const std::string& text);

}  // namespace brm
