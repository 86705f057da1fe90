// What rules over several records need of each: its ids and references, and the words of its closed
// lists. Keeping no more is what lets a check of many records fit into little memory.
#pragma once

#include <memory_resource>

#include "model/item.h"

namespace brm {

/// Whether something in such a part has an id, or names a record.
constexpr bool has_names(const Kind& kind) {
  return std::any_of(kind.fields.begin(), kind.fields.end(), [](const Field& field) {
    const bool is_name = field.type == Type::id || field.type == Type::ref;
    return is_name || (field.type == Type::part && has_names(*field.part));
  });
}

/// Whether an outline holds what was written in this field, where it holds the item itself.
constexpr bool is_in_outline(const Field& field) {
  switch (field.type) {
    case Type::id:
    case Type::ref:
    case Type::choice:
    case Type::whole:
      return true;
    case Type::part:
      return has_names(*field.part);
    default:
      return field.name == "kind";  // where findings on the kind of a record point
  }
}

/// A copy in `arena` that depends on nothing else. All of a record's own parts are in it, if only
/// as places; of parts in them those that hold an id or a reference.
const Item* outline_of(const Item& record, std::pmr::memory_resource& arena);

}  // namespace brm
