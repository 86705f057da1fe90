#include "reports/kind_table.h"

#include <algorithm>

#include "reports/question_cell.h"

namespace brm {
namespace {

struct ExportColumn {
  std::string name;
  Question question;
};

/// Between several values of one field.
constexpr std::string_view between = "; ";
constexpr std::size_t deepest = 3;  // residual.likelihood.percent

void add_column(const Kind& kind, const std::string& name, std::vector<ExportColumn>& out) {
  const bool is_there = std::any_of(out.begin(), out.end(),
                                    [&](const ExportColumn& each) { return each.name == name; });
  const auto question = Question::find(kind, name);
  if (question && !is_there) out.push_back({name, *question});
}

/// Those of `part` below `path`, all asked of `kind`.
void add_stored(const Kind& kind, const Kind& part, const std::string& path, std::size_t depth,
                std::vector<ExportColumn>& out) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    const Field& field = part.field(i);
    if (field.name == "x-allow") continue;
    const std::string name = path + std::string(field.name);
    if (field.type != Type::part || field.many == Many::list) {
      add_column(kind, name, out);
    } else if (depth < deepest) {
      add_stored(kind, *field.part, name + ".", depth + 1, out);
    }
  }
}

std::vector<ExportColumn> columns_of(const Kind& kind) {
  std::vector<ExportColumn> out;
  add_column(kind, "address", out);
  add_column(kind, "record", out);
  add_stored(kind, kind, "", 1, out);
  for (const ComputedField& field : computed_fields()) {
    if (is_of(field, kind)) add_column(kind, std::string(field.name), out);
  }
  return out;
}

}  // namespace

Table kind_table(const Assessment& assessed, const Kind& kind, const Where& where) {
  const std::vector<ExportColumn> columns = columns_of(kind);
  Table table;
  table.key = kind.plural;
  for (const ExportColumn& each : columns) {
    table.columns.push_back(column(each.name, each.name, holds_of(each.question)));
  }
  for (const Item* item : assessed.portfolio().all(kind)) {
    if (!where.holds(assessed, *item)) continue;
    std::vector<Cell> row;
    for (const ExportColumn& each : columns) {
      row.push_back(cell_of(each.question, each.question.ask(assessed, *item), between));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace brm
