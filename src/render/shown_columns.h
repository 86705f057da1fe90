// Which columns of a table people see, and where: what every format for them agrees on.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace brm {

bool is_nothing(const Cell& cell);

/// By their places in the table. A column that nobody filled would only take room.
struct ShownColumns {
  std::vector<std::size_t> beside;
  std::vector<std::size_t> below;
};
ShownColumns shown_columns(const Table& table);

/// The column whose cells name their rows: the one with strong ones, else the first of text; the
/// table's size where none does.
std::size_t naming_column(const Table& table, const ShownColumns& shown);

}  // namespace brm
