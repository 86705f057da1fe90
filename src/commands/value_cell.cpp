#include "commands/value_cell.h"

#include <fmt/format.h>

#include "base/spelling.h"

namespace brm {
namespace {

std::string one_line(const Item& item);

std::string words_of(const Field& field, const Value& value) {
  switch (field.type) {
    case Type::part:
      return one_line(*value.item);
    case Type::date:
      return to_text(value.as_date());
    case Type::number:
    case Type::percent:
      return to_text(value.as_decimal());
    case Type::money:
      return to_text(value.as_money());
    case Type::whole:
      return std::to_string(value.number);
    case Type::boolean:
      return value.number != 0 ? "yes" : "no";
    default: {
      const std::string_view text = value.as_text();
      return std::string(text.substr(0, text.find_last_not_of('\n') + 1));
    }
  }
}

std::string words_of_list(const Field& field, const Value& value) {
  const std::size_t size = value.as_list().size();
  if (field.type == Type::part) return counted(size, field.name, field.name);
  std::string out(field.name);
  for (const Value& element : value.as_list()) out += " " + words_of(field, element);
  return out;
}

/// `date 2026-06-30, value 29`
std::string one_line(const Item& item) {
  std::string out;
  for (const Value& value : item.fields()) {
    const Field& field = item.kind->field(value.field);
    out += out.empty() ? "" : ", ";
    out += field.many == Many::list ? words_of_list(field, value)
                                    : fmt::format("{} {}", field.name, words_of(field, value));
  }
  return out;
}

}  // namespace

Cell cell_of(const Field& field, const Value& value) {
  switch (field.type) {
    case Type::date:
      return {value.as_date(), Tone::plain};
    case Type::number:
    case Type::percent:
      return {value.as_decimal(), Tone::plain};
    case Type::money:
      return {value.as_money(), Tone::plain};
    case Type::whole:
      return {value.number, Tone::plain};
    case Type::boolean:
      return {value.number != 0, Tone::plain};
    default:
      return cell(words_of(field, value));
  }
}

}  // namespace brm
