// A table of somebody else: rows of texts under named columns, and what is wrong with them by row
// and column.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace brm {

/// Of one table and of one import; more is a fault, never a long wait.
inline constexpr std::size_t most_cells = 5'000'000;
inline constexpr std::size_t most_faults = 100'000;

struct SourceRow {
  std::size_t number = 0;          ///< As a spreadsheet counts, the header being 1; of json from 1.
  std::vector<std::string> cells;  ///< As many as there are columns.
  /// Of json: columns that are of another shape here than in other rows, and how; their cells are
  /// empty.
  std::vector<std::pair<std::size_t, std::string>> odd = {};
};

struct SourceTable {
  std::string name;
  std::string path;  ///< As the mapping names it.
  std::vector<std::string> columns = {};
  std::vector<SourceRow> rows = {};
  bool may_be_empty = false;
  bool last_counts = false;  ///< Of rows that say different things of one field.
  bool is_open = false;      ///< Without columns: it has any that is asked for.

  /// The number of columns where there is none of this name.
  std::size_t column(std::string_view wanted) const {
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), wanted) -
                                    columns.begin());
  }
};

inline constexpr std::string_view help_where_empty =
    "write `when_empty: fine` beside `file` where there may be no rows";

/// What is wrong in a table: it concerns one cell or row, and the rest is taken in all the same.
struct RowFault {
  std::string path;
  std::size_t row = 0;  ///< 0: the file as a whole.
  std::string column;   ///< Empty: the row as a whole.
  std::string message;
  std::string help;
  std::size_t rows = 1;  ///< More where it is said of several at once.
  friend bool operator==(const RowFault&, const RowFault&) = default;
};

}  // namespace brm
