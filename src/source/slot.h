// A place in a records file where something can be added, found by whoever reads it and filled by
// whoever writes.
#pragma once

#include <cstdint>
#include <string>

namespace brm {

/// Lines of their own, or within brackets on a line.
enum class Layout : std::uint8_t { block, flow };

/// What is missing there besides the addition itself.
enum class Lacks : std::uint8_t {
  nothing,  ///< The list is there and has items.
  value,    ///< The key is there, and nothing behind it.
  key,      ///< The map has no such key.
};

/// Bytes that go, or stay as they are, while others come in their place.
struct Splice {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  std::string text;
};

struct Slot {
  Layout layout = Layout::block;
  Lacks lacks = Lacks::nothing;
  std::uint32_t offset = 0;      ///< Where the addition begins.
  std::uint32_t length = 0;      ///< Bytes it takes the place of: `~`, `[]`.
  std::uint32_t column = 0;      ///< Of the dash or key that is written, from 0; of a block.
  std::uint32_t list_step = 2;   ///< Columns from a key to the dashes below it.
  std::uint32_t map_step = 2;    ///< Columns from a key to the keys below it.
  std::uint32_t item_step = 2;   ///< Columns from a dash to what stands behind it.
  Layout items = Layout::block;  ///< How the other items of the list are written.
  bool is_json = false;          ///< Keys in brackets beside it are quoted, as JSON asks.
  bool is_after_gap = false;     ///< Blank lines stand between those items.
  bool needs_line_end = false;   ///< The last line of the file has none.
  std::string line_end = "\n";
  std::string before;  ///< In brackets: what goes before the addition, such as `, `.
  std::string behind;  ///< And behind it.
  Splice also = {
      0, 0, {}};  ///< A change elsewhere that goes with it; without text or length: none.
};

}  // namespace brm
