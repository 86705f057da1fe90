// What can be done to a value on its way from a table into a record, `{name | slug}`: each is one
// row of one table, from which the manual is made too.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "exchange/source_table.h"

namespace brm {

/// One list of words and what each is in the records; `*` is for all others.
using Translation = std::vector<std::pair<std::string, std::string>>;

/// What was looked up before, so that many rows cost one look at each table and list of words.
struct FilterMemory {
  /// The first row with a key, and the first that says another value of it, if there is one.
  struct Found {
    const SourceRow* first = nullptr;
    const SourceRow* other = nullptr;
  };
  using RowsByKey = std::unordered_map<std::string_view, Found>;
  /// By the table, the column of the keys and that of the values.
  std::map<std::tuple<const SourceTable*, std::size_t, std::size_t>, RowsByKey> rows;
  /// Of a list: what each word is, folded.
  std::map<const Translation*, std::unordered_map<std::string, std::string_view>> words;
};

/// What filters may ask for besides the value itself.
struct FilterSources {
  const std::vector<SourceTable>& tables;
  const std::map<std::string, Translation>& words;
  FilterMemory& memory;
};

/// Of a value on its way into a record: no file of records is longer.
inline constexpr std::size_t longest_value = 1U << 20U;
/// That it is longer.
Failure too_long();

struct FilterInput {
  std::string value;  ///< Not empty.
  std::span<const std::string> arguments;
  std::string other;  ///< The value of the column that a filter takes; may be empty.
  const FilterSources& sources;
};

struct Filter {
  std::string_view name;
  std::string_view arguments;  ///< `[N]`, as the manual shows them; may be empty.
  std::size_t least = 0;       ///< How many there must be, and how many there may be.
  std::size_t most = 0;
  bool takes_column = false;  ///< The first argument is a column.
  std::string_view meaning;   ///< One sentence with its full stop.
  std::string_view example;   ///< `{total | number}`, what is in the column, and what comes out.
  std::string_view from;
  std::string_view to;
  /// Several values have line feeds between them; an empty one leaves the field out.
  Result<std::string> (*apply)(const FilterInput& input);
  bool gives_way = false;  ///< What it cannot take is no fault where `||` has another value.
};

std::span<const Filter> all_filters();
/// Null when there is none.
const Filter* find_filter(std::string_view name);

}  // namespace brm
