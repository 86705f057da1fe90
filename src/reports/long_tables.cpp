#include "reports/long_tables.h"

#include <fmt/format.h>

#include <numeric>

#include "reports/words.h"

namespace brm {

void show_first(Table& table, std::size_t most, std::string rest) {
  table.most = most;
  table.rest = std::move(rest);
}

void show_first(Table& table, std::size_t most) {
  show_first(table, most,
             fmt::format("the same with `--format csv --table {}` has them all", table.key));
}

std::vector<Cell> place_cells(const Portfolio& portfolio, const std::vector<Span>& places) {
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return places[a].file < places[b].file; });
  const auto is_same_file_as_before = [&](std::size_t i) {
    return places[order[i]].file == places[order[i - 1]].file;
  };
  std::vector<Cell> out(places.size());
  constexpr std::size_t as_many_as_cores = 0;
  for_each_block(order.size(), as_many_as_cores, [&](std::size_t first, std::size_t last) {
    // A file is for one thread alone, as it makes its index of lines when it is asked: it is for
    // whoever has its first place.
    while (first > 0 && first < last && is_same_file_as_before(first)) ++first;
    if (first == last) return;
    while (last < order.size() && is_same_file_as_before(last)) ++last;
    for (std::size_t i = first; i < last; ++i) {
      out[order[i]] = place_cell(portfolio, places[order[i]]);
    }
  });
  return out;
}

}  // namespace brm
