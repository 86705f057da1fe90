#include "reports/question_cell.h"

#include <fmt/format.h>

namespace brm {

Holds holds_of(const Question& question) {
  if (question.has_several()) {
    return question.type() == Type::part ? Holds::whole : Holds::text;
  }
  switch (question.type()) {
    case Type::date:
      return Holds::date;
    case Type::number:
    case Type::percent:
      return Holds::number;
    case Type::whole:
      return Holds::whole;
    case Type::money:
      return Holds::money;
    case Type::boolean:
    case Type::part:
      return Holds::boolean;
    default:
      return Holds::text;
  }
}

Cell cell_of(const Fact& fact) {
  return std::visit(
      [](const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
          return Cell{};
        } else {
          return Cell{value, Tone::plain};
        }
      },
      fact);
}

Cell cell_of(const Question& question, const std::vector<Fact>& facts, std::string_view between) {
  if (!question.has_several()) {
    Cell one = facts.empty() ? Cell{} : cell_of(facts.front());
    const auto* number = std::get_if<Decimal>(&one.value);
    const bool is_whole = number != nullptr && question.type() == Type::whole;
    return is_whole ? Cell{number->coefficient, Tone::plain} : one;
  }
  if (question.type() == Type::part) return facts.empty() ? Cell{} : cell(facts.size());
  std::string joined;
  for (const Fact& fact : facts) {
    joined += fmt::format("{}{}", joined.empty() ? "" : between, to_text(fact));
  }
  return cell(std::move(joined));
}

}  // namespace brm
