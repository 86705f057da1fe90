// A condition of base/expression.h bound to a kind of record: names and values are checked before
// the first record is looked at, so that a misspelt word never counts as "none".
#pragma once

#include <string>
#include <variant>

#include "assess/facts.h"
#include "base/expression.h"

namespace brm {

class Where {
 public:
  /// True of every item.
  Where() = default;

  bool holds(const Assessment& assessed, const Item& item) const;

  friend std::variant<Where, ExpressionFault> bind_where(const Kind& kind, const std::string& text);

 private:
  struct Test {
    Question question;
    Comparison comparison;
    std::vector<Fact> values;
  };
  struct Node {
    enum class Sort : std::uint8_t { test, negation, all, any } sort = Sort::test;
    std::size_t test = 0;
    std::vector<Node> terms;
  };

  class Binder;
  bool holds(const Node& node, const Assessment& assessed, const Item& item) const;
  bool passes(const Test& test, const Assessment& assessed, const Item& item) const;

  std::vector<Test> tests_;
  std::optional<Node> root_;
};

/// Of a list any element may pass; `!=` asks that none is equal. Something absent passes only `!=`
/// and `not`.
std::variant<Where, ExpressionFault> bind_where(const Kind& kind, const std::string& text);

}  // namespace brm
