#include "assess/where.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/folding.h"
#include "base/near_words.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "model/synonyms.h"

namespace brm {
namespace {

bool is_text(Type type) {
  return type == Type::id || type == Type::ref || type == Type::line || type == Type::prose ||
         type == Type::choice || type == Type::cadence || type == Type::currency ||
         type == Type::month_day;
}

ExpressionFault wrong_value(const Literal& literal, const std::string& message, std::string help) {
  return {literal.offset, std::max<std::size_t>(literal.length, 1), message, std::move(help)};
}

/// The literal as a value of `question`'s type; throws ExpressionFault.
Fact value_of(const Question& question, const std::string& name, const Literal& literal) {
  const auto refuse = [&](std::string help) {
    return wrong_value(literal,
                       fmt::format("`{}` is {}, and `{}` is not", name, to_text(question.type()),
                                   visible(literal.text)),
                       std::move(help));
  };
  switch (question.type()) {
    case Type::date: {
      const DateReading reading = read_date(literal.text);
      if (reading.fault != DateFault::none) throw refuse("write a day as YYYY-MM-DD");
      return reading.date;
    }
    case Type::number:
    case Type::whole:
    case Type::percent: {
      const DecimalReading reading = read_decimal(literal.text);
      if (reading.fault != NumberFault::none) throw refuse("write a number such as 12.5");
      return reading.number;
    }
    case Type::money: {
      // Without a code it is in the office's currency, which is known when records are.
      const DecimalReading bare = read_decimal(literal.text);
      if (bare.fault == NumberFault::none) return bare.number;
      const MoneyReading reading = read_money(literal.text, Currency{});
      if (reading.fault != MoneyFault::none) throw refuse("write an amount such as \"USD 125000\"");
      return reading.money;
    }
    case Type::boolean:
      if (literal.text != "true" && literal.text != "false") throw refuse("write true or false");
      return literal.text == "true";
    case Type::part:
      throw refuse("compare one of its fields, such as target.date");
    default:
      return literal.text;
  }
}

bool fits(Comparison comparison, Type type) {
  switch (comparison) {
    case Comparison::less:
    case Comparison::at_most:
    case Comparison::greater:
    case Comparison::at_least:
      return !is_text(type) && type != Type::boolean && type != Type::part;
    case Comparison::contains:
      return is_text(type);
    default:
      return true;
  }
}

std::string signs_for(Type type) {
  if (type == Type::boolean) return "write it alone, or after not";
  if (type == Type::part) return "compare one of its fields, such as target.date";
  return is_text(type) ? "use = != ~ in" : "use = != < <= > >= in";
}

/// Less than zero, zero or more; empty when the two cannot be compared.
std::optional<int> compare(const Fact& a, const Fact& b, Currency office_currency) {
  const auto sign = [](auto order) { return order < 0 ? -1 : (order > 0 ? 1 : 0); };
  if (const auto* x = std::get_if<Decimal>(&a)) {
    const auto* y = std::get_if<Decimal>(&b);
    return y == nullptr ? std::optional<int>() : sign(*x <=> *y);
  }
  if (const auto* x = std::get_if<Date>(&a)) {
    const auto* y = std::get_if<Date>(&b);
    return y == nullptr ? std::optional<int>() : sign(*x <=> *y);
  }
  if (const auto* x = std::get_if<Money>(&a)) {
    if (const auto* bare = std::get_if<Decimal>(&b)) {
      if (x->currency != office_currency) return std::nullopt;
      return sign(Decimal{x->minor, static_cast<std::uint8_t>(minor_digits(x->currency))} <=>
                  *bare);
    }
    const auto* y = std::get_if<Money>(&b);
    const bool comparable = y != nullptr && x->currency == y->currency;
    return comparable ? std::optional<int>(sign(x->minor <=> y->minor)) : std::nullopt;
  }
  return a == b ? 0 : (a.index() == b.index() ? std::optional<int>(1) : std::nullopt);
}

bool passes_one(const Fact& fact, Comparison comparison, const std::vector<Fact>& values,
                Currency office_currency) {
  if (comparison == Comparison::is_true) {
    const bool* truth = std::get_if<bool>(&fact);
    return truth != nullptr ? *truth : !std::holds_alternative<std::monostate>(fact);
  }
  if (comparison == Comparison::contains) {
    const auto* text = std::get_if<std::string>(&fact);
    return text != nullptr &&
           lowered(*text).find(lowered(std::get<std::string>(values.front()))) != std::string::npos;
  }
  return std::any_of(values.begin(), values.end(), [&](const Fact& value) {
    const auto order = compare(fact, value, office_currency);
    if (!order) return false;
    switch (comparison) {
      case Comparison::less:
        return *order < 0;
      case Comparison::at_most:
        return *order <= 0;
      case Comparison::greater:
        return *order > 0;
      case Comparison::at_least:
        return *order >= 0;
      default:
        return *order == 0;
    }
  });
}

}  // namespace

class Where::Binder {
 public:
  explicit Binder(const Kind& kind) : kind_(kind) {}

  Where bind(const Expression& expression) {
    where_.root_ = node(expression);
    return std::move(where_);
  }

 private:
  Node node(const Expression& expression) {
    if (const auto* condition = std::get_if<Condition>(&expression.node)) return test(*condition);
    if (const auto* negation = std::get_if<Negation>(&expression.node)) {
      return {Node::Sort::negation, 0, {node(*negation->inner)}};
    }
    const auto& combination = std::get<Combination>(expression.node);
    Node out{combination.needs_all ? Node::Sort::all : Node::Sort::any, 0, {}};
    for (const Expression& term : combination.terms) out.terms.push_back(node(term));
    return out;
  }

  Node test(const Condition& condition) {
    const auto question = Question::find(kind_, condition.name);
    if (!question) throw unknown_name(condition);
    if (!fits(condition.comparison, question->type())) {
      throw ExpressionFault{condition.name_offset, condition.name.size(),
                            fmt::format("`{}` is {}, which cannot be compared so", condition.name,
                                        to_text(question->type())),
                            signs_for(question->type())};
    }
    Test out{*question, condition.comparison, {}};
    for (const Literal& literal : condition.literals) {
      if (condition.comparison != Comparison::contains)
        check_word(*question, condition.name, literal);
      out.values.push_back(value_of(*question, condition.name, literal));
    }
    where_.tests_.push_back(std::move(out));
    return {Node::Sort::test, where_.tests_.size() - 1, {}};
  }

  ExpressionFault unknown_name(const Condition& condition) const {
    const std::vector<std::string> near = names_near(kind_, condition.name);
    const std::vector<std::string_view> names(near.begin(), near.end());
    const std::string asks = did_you_mean(all_meant_by(condition.name, names));
    return {condition.name_offset, condition.name.size(),
            fmt::format("{} have no `{}`", kind_.plural, visible(condition.name)),
            asks.empty() ? fmt::format("they have {}", join_or(names)) : asks};
  }

  /// A word outside a closed list would be true of nothing: a count of 0 that nobody questions.
  static void check_word(const Question& question, const std::string& name,
                         const Literal& literal) {
    const Words words = question.words();
    const bool is_known = std::find(words.begin(), words.end(), literal.text) != words.end();
    if (question.type() != Type::choice || is_known) return;
    const std::string asks = did_you_mean(near_words(literal.text, words));
    throw wrong_value(literal, fmt::format("`{}` is no word for `{}`", visible(literal.text), name),
                      fmt::format("{}one of {}", asks.empty() ? "" : asks + " ", join_or(words)));
  }

  const Kind& kind_;
  Where where_;
};

std::variant<Where, ExpressionFault> bind_where(const Kind& kind, const std::string& text) {
  auto parsed = parse_expression(text);
  if (auto* fault = std::get_if<ExpressionFault>(&parsed)) return std::move(*fault);
  try {
    return Where::Binder(kind).bind(std::get<Expression>(parsed));
  } catch (const ExpressionFault& fault) {
    return fault;
  }
}

bool Where::holds(const Assessment& assessed, const Item& item) const {
  return !root_ || holds(*root_, assessed, item);
}

bool Where::holds(const Node& node, const Assessment& assessed, const Item& item) const {
  const auto term_holds = [&](const Node& term) { return holds(term, assessed, item); };
  switch (node.sort) {
    case Node::Sort::test:
      return passes(tests_[node.test], assessed, item);
    case Node::Sort::negation:
      return !term_holds(node.terms.front());
    case Node::Sort::all:
      return std::all_of(node.terms.begin(), node.terms.end(), term_holds);
    case Node::Sort::any:
      return std::any_of(node.terms.begin(), node.terms.end(), term_holds);
  }
  return false;
}

bool Where::passes(const Test& test, const Assessment& assessed, const Item& item) const {
  const std::vector<Fact> facts = test.question.ask(assessed, item);
  const bool negated = test.comparison == Comparison::unequal;
  const Comparison comparison = negated ? Comparison::equal : test.comparison;
  const Currency currency = assessed.currency();
  const bool any = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return passes_one(fact, comparison, test.values, currency);
  });
  return any != negated;
}

}  // namespace brm
