#include "document/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/blocks.h"

namespace brm {
namespace {

constexpr std::string_view names[] = {"text",     "a boolean", "a whole number",
                                      "a number", "a date",    "money"};

std::string_view name_of(Holds holds) { return names[static_cast<std::size_t>(holds)]; }

bool agrees(const Cell& cell, Holds holds) {
  if (std::holds_alternative<std::monostate>(cell.value)) return true;
  const auto* decimal = std::get_if<Decimal>(&cell.value);
  if (holds == Holds::whole && decimal != nullptr) return decimal->scale == 0;
  const Holds found = holds_of(cell);
  return found == holds || (found == Holds::whole && holds == Holds::number);
}

void require_agreement(const Table& table, const std::vector<Cell>& row) {
  if (row.size() != table.columns.size()) {
    throw std::logic_error(fmt::format("table {} has {} columns, and a row of it {} cells",
                                       table.key, table.columns.size(), row.size()));
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Column& column = table.columns[i];
    if (agrees(row[i], column.holds)) continue;
    throw std::logic_error(fmt::format("column {} of {} holds {}, and `{}` is {}", column.key,
                                       table.key, name_of(column.holds), to_text(row[i]),
                                       name_of(holds_of(row[i]))));
  }
}

void require_agreement(const Table& table) {
  constexpr std::size_t as_many_as_cores = 0;
  constexpr std::size_t worth_a_thread = 1000;
  const auto require = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) require_agreement(table, table.rows[i]);
  };
  for_each_block(table.rows.size(), as_many_as_cores, require, worth_a_thread);
}

void require_agreement(const std::vector<Detail>& details) {
  for (const Detail& detail : details) {
    if (!detail.holds || agrees(detail.value, *detail.holds)) continue;
    throw std::logic_error(fmt::format("{} holds {}, and `{}` is {}", detail.key,
                                       name_of(*detail.holds), to_text(detail.value),
                                       name_of(holds_of(detail.value))));
  }
}

}  // namespace

bool is_picture(const Table& table) {
  return std::all_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return column.room == Room::picture; });
}

Column column(std::string key, std::string title, Holds holds, Room room) {
  const bool is_figure = holds == Holds::whole || holds == Holds::number || holds == Holds::money;
  return {std::move(key), std::move(title), is_figure ? Align::right : Align::left, room, holds};
}

Holds holds_of(const Cell& cell, Holds otherwise) {
  struct HoldsOf {
    Holds otherwise;
    Holds operator()(std::monostate) const { return otherwise; }
    Holds operator()(const std::string&) const { return Holds::text; }
    Holds operator()(bool) const { return Holds::boolean; }
    Holds operator()(std::int64_t) const { return Holds::whole; }
    Holds operator()(const Decimal&) const { return Holds::number; }
    Holds operator()(Date) const { return Holds::date; }
    Holds operator()(const Money&) const { return Holds::money; }
  };
  return std::visit(HoldsOf{otherwise}, cell.value);
}

void require_agreement(const Document& document) {
  require_agreement(document.summary);
  for (const Section& section : document.sections) {
    require_agreement(section.details);
    for (const Table& table : section.tables) require_agreement(table);
  }
}

std::string to_text(const Cell& cell) {
  struct ToText {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const Decimal& number) const { return brm::to_text(number); }
    std::string operator()(Date date) const { return brm::to_text(date); }
    std::string operator()(const Money& money) const { return grouped(money); }
  };
  return std::visit(ToText{}, cell.value);
}

bool is_silent(const Section& section) {
  if (!section.paragraphs.empty() || !section.details.empty() || !section.code.empty())
    return false;
  return std::all_of(section.tables.begin(), section.tables.end(), [](const Table& table) {
    return table.rows.empty() && table.if_empty.empty();
  });
}

}  // namespace brm
