// Where in a file a list or map can grow, read off its tree.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/tree.h"
#include "source/slot.h"

namespace brm {

/// One past the last byte of a node, its closing bracket included.
std::size_t extent_end(const Tree& tree, std::string_view bytes, std::uint32_t node);

/// The map that begins there; empty when none does.
std::optional<std::uint32_t> map_at(const Tree& tree, std::size_t offset);

/// The value of a key in a map, by its index; empty when there is no such key.
std::optional<std::uint32_t> value_of(const Tree& tree, std::uint32_t map, std::string_view key);

/// What the whole file tells, and every slot in it asks for.
struct FileLayout {
  std::string_view line_end = "\n";
  std::uint32_t list_step = 2;    ///< Columns from a key to the dashes below it.
  std::uint32_t map_step = 2;     ///< Columns from a key to the keys below it.
  std::vector<bool> within_flow;  ///< Of each node: whether it is inside of brackets.
};
FileLayout layout_of(const Tree& tree, std::string_view bytes);

/// Where another item of the list called `key` goes. The failure says what is in its way.
Result<Slot> slot_in_list(const Tree& tree, std::string_view bytes, const FileLayout& layout,
                          std::uint32_t map, std::string_view key);

/// Where a value of `key`, which has none yet, goes.
Result<Slot> slot_of_field(const Tree& tree, std::string_view bytes, const FileLayout& layout,
                           std::uint32_t map, std::string_view key);

}  // namespace brm
