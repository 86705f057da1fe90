#include "exchange/row_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"

namespace brm {
namespace {

using Terms = std::vector<const Term*>;

void add_columns(const Template& value, Terms& out) {
  for (const auto& pieces : value.alternatives) {
    for (const Piece& piece : pieces) {
      for (const Term& term : piece.terms) {
        if (term.column) out.push_back(&term);
      }
    }
  }
}

void add_columns(const FieldRule& rule, Terms& out) {
  if (rule.value) add_columns(*rule.value, out);
  for (const FieldRule& inner : rule.part) add_columns(inner, out);
  for (const ListRule& list : rule.list) {
    if (list.table != nullptr) continue;
    if (list.value) add_columns(*list.value, out);
    for (const FieldRule& inner : list.fields) add_columns(inner, out);
  }
}

}  // namespace

void add_key(std::string& key, std::string_view text) {
  key += fmt::format("{}:{};", text.size(), text);
}

bool says_anything(const std::vector<FieldRule>& rules, const Scope& scope) {
  Terms columns;
  for (const FieldRule& rule : rules) add_columns(rule, columns);
  return std::any_of(columns.begin(), columns.end(),
                     [&](const Term* each) { return !text_at(*each->column, scope).empty(); });
}

std::string empty_column(const FieldRule& rule, const Scope& scope) {
  Terms columns;
  add_columns(rule, columns);
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Term* each) {
    return text_at(*each->column, scope).empty();
  });
  if (columns.empty()) return "";
  std::string name = (found == columns.end() ? columns.front() : *found)->text;
  if (name.ends_with('?')) name.pop_back();
  return name;
}

std::string match_key(const ListRule& list, const SourceRow& row) {
  std::string key;
  for (const auto& [column, around] : list.match) {
    add_key(key, text_at(column, {list.table, &row, nullptr}));
  }
  return key;
}

std::string match_key(const ListRule& list, const Scope& around) {
  std::string key;
  for (const auto& [column, outer] : list.match) add_key(key, text_at(outer, around));
  return key;
}

bool names_outer_columns(const Template& value) {
  Terms columns;
  add_columns(value, columns);
  return std::any_of(columns.begin(), columns.end(),
                     [](const Term* each) { return each->column->depth > 0; });
}

std::string match_words(const ListRule& list, const SourceRow& row) {
  std::vector<std::string> words;
  for (const auto& [column, around] : list.match) {
    if (column.column >= list.table->columns.size()) continue;
    const std::string name = visible(list.table->columns[column.column]);
    const std::string& cell = row.cells[column.column];
    words.push_back(cell.empty() ? fmt::format("an empty `{}`", name)
                                 : fmt::format("`{}` `{}`", name, visible(cell)));
  }
  const std::vector<std::string_view> views(words.begin(), words.end());
  return join_and(views);
}

}  // namespace brm
