// Every item of a portfolio, whatever its kind: for rules that are driven by the field tables.
#pragma once

#include "model/portfolio.h"

namespace brm::rules {

/// The elements of a list, or the one value itself. Elements do not say their field: `value` does.
inline std::span<const Value> elements_of(const Item& item, const Value& value) {
  const bool is_list = item.kind->field(value.field).many == Many::list;
  return is_list ? value.as_list() : std::span(&value, 1);
}

/// Calls `visit(item)`, then the same for every part in it, in the order they were written.
template <class Visit>
void for_each_item(const Item& item, const Visit& visit) {
  visit(item);
  for (const Value& value : item.fields()) {
    if (item.kind->field(value.field).type != Type::part) continue;
    for (const Value& element : elements_of(item, value)) for_each_item(*element.item, visit);
  }
}

template <class Visit>
void for_each_item(const Portfolio& portfolio, const Visit& visit) {
  for (const Item* record : portfolio.records()) for_each_item(*record, visit);
}

/// The one part in a field: `baseline` of an outcome; null when it was not written.
inline const Item* part_of(const Item& item, std::string_view field_name) {
  const Value* value = item.find(field_name);
  return value == nullptr ? nullptr : value->item;
}

}  // namespace brm::rules
