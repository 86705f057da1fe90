// Each kind's fields, said once. The reader, unknown-key findings, `explain KIND.FIELD`, the
// schema, templates and the manual page are all made from these tables.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace brm {

/// How a value is written; design/records.md has one row for each.
enum class Type : std::uint8_t {
  id,
  ref,
  line,
  prose,
  date,
  number,
  whole,  ///< A whole number between `least` and `most`.
  percent,
  money,
  cadence,
  choice,
  boolean,
  currency,
  month_day,
  part,  ///< A map with fields of its own.
};

enum class Need : std::uint8_t { optional, recommended, required };
enum class Many : std::uint8_t { one, list };

struct Kind;

/// Words of a closed list, or names of kinds.
using Words = std::span<const std::string_view>;

struct Field {
  std::string_view name;
  Type type = Type::line;
  Need need = Need::optional;
  Many many = Many::one;
  Words words = {};            ///< The closed list of a choice.
  Words to = {};               ///< What a ref may name: kinds of records or parts; empty: anything.
  const Kind* part = nullptr;  ///< The fields of a `Type::part`.
  std::int64_t least = 0;      ///< Of a whole number.
  std::int64_t most = 1'000'000'000;
  std::uint8_t exactly = 0;       ///< Items a list must have; 0: any number.
  std::string_view meaning = "";  ///< One sentence with its full stop.
  std::string_view implied = "";  ///< What counts where nothing is written, as it would be written.
};

/// A kind of record (`initiative`) or of part (`measurement`).
struct Kind {
  std::string_view name;
  std::string_view plural;
  std::string_view meaning;
  std::span<const Field> fields;
  std::span<const Field> common = {};  ///< The fields every record has; empty for parts.
  /// A part may be written as a bare value, which is then this field: `target: 0.75`.
  std::string_view shorthand = "";
  /// Sets of fields of which one may be given. `at_least at_most`: any of them; `low+high`: both.
  Words one_of = {};
  Need one_of_need = Need::optional;

  constexpr std::size_t size() const { return fields.size() + common.size(); }
  constexpr const Field& field(std::size_t index) const {
    return index < fields.size() ? fields[index] : common[index - fields.size()];
  }
  /// The place of the field called `field_name`; `size()` when there is none.
  constexpr std::size_t index_of(std::string_view field_name) const {
    for (std::size_t i = 0; i < size(); ++i) {
      if (field(i).name == field_name) return i;
    }
    return size();
  }
};

/// What a value of this type is called in a message: `a date (YYYY-MM-DD)`.
std::string_view to_text(Type type);

// One line a field, read aloud: name, type and need, what it may be, what it means.
namespace kinds {

using enum Need;

consteval Field field(std::string_view name, Type type, Need need, std::string_view meaning) {
  return {.name = name, .type = type, .need = need, .meaning = meaning};
}
consteval Field choice(std::string_view name, Need need, Words words, std::string_view meaning) {
  return {.name = name, .type = Type::choice, .need = need, .words = words, .meaning = meaning};
}
/// `to`: the kinds it may name; `{}` for anything that has an id.
consteval Field ref(std::string_view name, Need need, Words to, std::string_view meaning) {
  return {.name = name, .type = Type::ref, .need = need, .to = to, .meaning = meaning};
}
consteval Field whole(std::string_view name, Need need, std::int64_t least, std::int64_t most,
                      std::string_view meaning) {
  return {.name = name,
          .type = Type::whole,
          .need = need,
          .least = least,
          .most = most,
          .meaning = meaning};
}
consteval Field part(std::string_view name, Need need, const Kind& of, std::string_view meaning) {
  return {.name = name, .type = Type::part, .need = need, .part = &of, .meaning = meaning};
}
/// The value that counts where the field is left out.
consteval Field by_default(std::string_view implied, Field item) {
  item.implied = implied;
  return item;
}
consteval Field list_of(Field item) {
  item.many = Many::list;
  return item;
}
consteval Field pair_of(Field item) {
  item.many = Many::list;
  item.exactly = 2;
  return item;
}

}  // namespace kinds
}  // namespace brm
