// What rules over several records need of each: its ids and references, and the words they ask for.
// Keeping no more is what lets a check of many records fit into little memory.
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

/// A word or number that a rule over several records asks for.
constexpr bool is_asked_of_all(const Kind& kind, const Field& field) {
  constexpr std::string_view asked[][2] = {
      {"office", "kind"},  // where a finding on an office in the wrong place points
      {"relationship", "type"},   {"relationship", "tier"},      {"relationship", "priority"},
      {"relationship", "status"}, {"initiative", "status"},      {"initiative", "criticality"},
      {"decision", "status"},     {"allowance", "rule"},         {"allowance", "until"},
      {"allowance", "because"},   {"person", "leaves_on"},       {"risk", "status"},
      {"risk_action", "done_on"}, {"agreement", "final_status"},
  };
  return std::any_of(std::begin(asked), std::end(asked), [&](const auto& each) {
    return each[0] == kind.name && each[1] == field.name;
  });
}

/// Whether an outline holds what was written in this field, where it holds the item itself.
constexpr bool is_in_outline(const Kind& kind, const Field& field) {
  switch (field.type) {
    case Type::id:
    case Type::ref:
      return true;
    case Type::part:
      return has_names(*field.part) || field.name == "x-allow";
    default:
      return is_asked_of_all(kind, field);
  }
}

/// A copy in `arena` that depends on nothing else. All of an initiative's own parts are in it, if
/// only as places: what was lost within one was not lost between them. Of other parts those that
/// may hold an id or a reference; within parts those that do.
const Item* outline_of(const Item& record, std::pmr::memory_resource& arena);

}  // namespace brm
