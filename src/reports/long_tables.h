// Tables that have a row for each of ten thousand things: made on several threads, moved, and for
// people no longer than they read.
#pragma once

#include "base/blocks.h"
#include "document/document.h"
#include "model/portfolio.h"

namespace brm {

/// A list in braces would copy each text.
template <class... Cells>
std::vector<Cell> row_of(Cells&&... cells) {
  std::vector<Cell> row;
  row.reserve(sizeof...(cells));
  (row.push_back(std::forward<Cells>(cells)), ...);
  return row;
}

/// Adds `make(i)` for each i below `count`, in order; asked from as many threads as there are
/// cores.
template <class Make>
void add_rows(Table& table, std::size_t count, const Make& make) {
  constexpr std::size_t as_many_as_cores = 0;
  const std::size_t before = table.rows.size();
  table.rows.resize(before + count);
  for_each_block(count, as_many_as_cores, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) table.rows[before + i] = make(i);
  });
}

/// Of a table that people are shown the beginning of: programs have all of it.
void show_first(Table& table, std::size_t most, std::string rest);
/// The same where no command but the report's own, as csv, has the others.
void show_first(Table& table, std::size_t most);

/// place_cell of each, in their order.
std::vector<Cell> place_cells(const Portfolio& portfolio, const std::vector<Span>& places);

}  // namespace brm
