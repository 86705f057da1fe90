#include "render/shown_columns.h"

#include <algorithm>

namespace brm {

bool is_nothing(const Cell& cell) { return std::holds_alternative<std::monostate>(cell.value); }

ShownColumns shown_columns(const Table& table) {
  ShownColumns shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool has_content =
        std::any_of(table.rows.begin(), table.rows.end(),
                    [i](const std::vector<Cell>& row) { return !is_nothing(row[i]); });
    if (table.columns[i].room == Room::data || !has_content) continue;
    (table.columns[i].room == Room::below ? shown.below : shown.beside).push_back(i);
  }
  return shown;
}

std::size_t naming_column(const Table& table, const ShownColumns& shown) {
  std::size_t best = table.columns.size();
  std::size_t most = 0;
  for (const std::size_t i : shown.beside) {
    if (table.columns[i].room == Room::picture) continue;
    const auto strong = static_cast<std::size_t>(
        std::count_if(table.rows.begin(), table.rows.end(),
                      [i](const std::vector<Cell>& row) { return row[i].tone == Tone::strong; }));
    const bool is_first_text =
        best == table.columns.size() && table.columns[i].holds == Holds::text;
    if (strong > most || is_first_text) best = i;
    most = std::max(most, strong);
  }
  return best;
}

}  // namespace brm
