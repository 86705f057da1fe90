// A value of a mapping: text with columns between braces, `agency-{name | slug}`, taken apart and
// bound to the tables that are in sight.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/filters.h"
#include "exchange/source_table.h"
#include "source/span.h"

namespace brm {

/// The rows that a value may take its columns from: its own, then those around it.
struct Scope {
  const SourceTable* table = nullptr;
  const SourceRow* row = nullptr;
  const Scope* outer = nullptr;
};

/// Where a column is: so many scopes further out, and its place in that table.
struct ColumnPlace {
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::size_t depth = 0;
  std::size_t column = 0;  ///< `nowhere`: empty in every row.
};

struct Term {
  std::string text;  ///< As it is, or the column's name.
  std::optional<ColumnPlace> column;
};

struct FilterCall {
  const Filter* filter = nullptr;
  std::vector<std::string> arguments;
  std::optional<ColumnPlace> column;  ///< Of a filter that takes one.
};

/// What stands between braces, or a text outside of them, which is one term.
struct Piece {
  std::vector<Term> terms;
  std::vector<FilterCall> filters;
};

struct Template {
  std::vector<std::vector<Piece>> alternatives;  ///< `a || b`: the first that is not empty.
  Span place;
  std::string column;  ///< The first one that it names; empty for a constant.
};

/// Why a text is no template: a sentence, and what to do.
using TemplateFault = std::optional<Failure>;

/// Only the rows' tables of `scope` matter here.
TemplateFault read_template(std::string_view text, const Scope& scope, Template& out);

/// A column by its name, `column` or `table.column`; empty when it is none. With `?` behind its
/// name there need not be such a column.
std::optional<ColumnPlace> find_column(std::string_view name, const Scope& scope);

/// What the column says in the row; empty where there is none.
std::string text_at(const ColumnPlace& place, const Scope& scope);

/// That no column has this name, with the nearest.
Failure unknown_column(std::string_view name, const Scope& scope);

}  // namespace brm
