// What was read of one record or part: its kind, its place, and the fields that were written.
// Only what is there takes room; rules and reports see it through `Of` (model/of.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"
#include "model/fields.h"
#include "source/span.h"

namespace brm {

struct Item;

/// One value of a field, or one element of its list.
struct Value {
  std::uint16_t field = 0;  ///< Index in the kind's fields.
  std::uint8_t scale = 0;   ///< Of a number.
  bool is_shorthand : 1 = false;
  bool is_minus_zero : 1 = false;  ///< Of a number.
  std::uint32_t offset = 0;        ///< Where it was written, in the item's file.
  std::uint32_t length = 0;
  union {
    std::uint32_t size = 0;  ///< Of a text in bytes, or of a list in elements.
    Currency currency;       ///< Of money.
  };
  union {
    const char* text;
    std::int64_t number;  ///< Coefficient, minor units, day number, whole number or 0/1.
    const Value* elements;
    const Item* item;
  };

  constexpr Value() : number(0) {}

  std::string_view as_text() const { return {text, size}; }
  Date as_date() const { return {static_cast<std::int32_t>(number)}; }
  Decimal as_decimal() const { return {number, scale, is_minus_zero}; }
  Money as_money() const { return {number, currency}; }
  std::span<const Value> as_list() const { return {elements, size}; }
};
static_assert(sizeof(Value) <= 24, "there are twenty to a record, and all of them are kept");

struct Item {
  const Kind* kind = nullptr;
  const Item* parent = nullptr;  ///< The part or record this one stands in; null for a record.
  std::uint32_t file = 0;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t count : 31 = 0;
  std::uint32_t is_outline : 1 = 0;  ///< Only names and references were kept: model/outline.h.
  const Value* values = nullptr;     ///< `count` of them, in the order they were written.

  std::span<const Value> fields() const { return {values, count}; }
  const Value* find(std::size_t field_index) const {
    for (const Value& value : fields()) {
      if (value.field == field_index) return &value;
    }
    return nullptr;
  }
  /// By name, for tables that are driven by text; null when not written or no such field.
  const Value* find(std::string_view field_name) const { return find(kind->index_of(field_name)); }
  /// What was written in a text or word; empty when nothing was.
  std::string_view text(std::string_view field_name) const {
    const Value* value = find(field_name);
    return value == nullptr ? std::string_view{} : value->as_text();
  }
  Span span() const { return {file, offset, length}; }
  Span span_of(const Value& value) const { return {file, value.offset, value.length}; }
  /// Where a finding about the whole item points: its id, else where it begins.
  Span place() const {
    const Value* id = id_value();
    return id != nullptr ? span_of(*id) : Span{file, offset, 0};
  }
  /// Empty when it has none.
  std::string_view id() const {
    const Value* id = id_value();
    return id != nullptr ? id->as_text() : std::string_view{};
  }
  /// The value of its field of type id: not of one that is merely called so.
  const Value* id_value() const {
    for (const Value& value : fields()) {
      if (kind->field(value.field).type == Type::id) return &value;
    }
    return nullptr;
  }
  /// The record it stands in; itself for a record.
  const Item& record() const {
    const Item* at = this;
    while (at->parent != nullptr) at = at->parent;
    return *at;
  }
};

}  // namespace brm
