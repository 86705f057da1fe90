// RFC 4180: lines end in CR LF, what needs quotes has them, quotes are doubled. One table, with a
// header of the columns' keys; money is two columns, its currency in the second.
#include <algorithm>

#include "render/format.h"
#include "render/plain_text.h"

namespace brm {
namespace {

constexpr std::string_view details_key = "details";
constexpr std::string_view currency_suffix = "_currency";

/// What spreadsheets run, in the list of OWASP; full-width signs count in some of them too.
bool looks_like_formula(std::string_view text) {
  constexpr std::string_view starts[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                         "\n", "＝", "＋", "－", "＠"};
  return std::any_of(std::begin(starts), std::end(starts),
                     [&](std::string_view start) { return text.starts_with(start); });
}

std::string quoted(const std::string& text) {
  const bool has_edge = text.starts_with(' ') || text.ends_with(' ');
  if (!has_edge && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string amount_of(const Money& money) {
  return to_text(Decimal{money.minor, static_cast<std::uint8_t>(minor_digits(money.currency))});
}

std::string value_of(const Cell& cell, Formulas formulas) {
  if (const bool* yes = std::get_if<bool>(&cell.value)) return *yes ? "true" : "false";
  if (const auto* money = std::get_if<Money>(&cell.value)) return amount_of(*money);
  const auto* text = std::get_if<std::string>(&cell.value);
  if (text == nullptr) return to_text(cell);
  const std::string shown = plain_text(*text);
  const bool is_defused = formulas == Formulas::defused && looks_like_formula(shown);
  return quoted(is_defused ? "'" + shown : shown);
}

/// One line of the file, from field to field.
class Line {
 public:
  void add(std::string_view field) {
    if (!is_first_) text_ += ',';
    is_first_ = false;
    text_ += field;
  }
  std::string ended() && { return std::move(text_) + "\r\n"; }

 private:
  std::string text_;
  bool is_first_ = true;
};

std::string render_table(const Table& table, Formulas formulas) {
  Line header;
  for (const Column& column : table.columns) {
    if (column.room == Room::picture) continue;
    header.add(quoted(column.key));
    if (column.holds == Holds::money) header.add(quoted(column.key + std::string(currency_suffix)));
  }
  std::string out = std::move(header).ended();
  for (const auto& row : table.rows) {
    Line line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (table.columns[i].room == Room::picture) continue;
      line.add(value_of(row[i], formulas));
      if (table.columns[i].holds != Holds::money) continue;
      const auto* money = std::get_if<Money>(&row[i].value);
      line.add(money == nullptr ? std::string_view{} : money->currency.text());
    }
    out += std::move(line).ended();
  }
  return out;
}

/// Everything that stands beside the tables, a line each.
Table details_of(const Document& document) {
  Table table{std::string(details_key), "", {{"key", ""}, {"value", ""}}, {}, ""};
  const auto add = [&table](const Detail& detail) {
    table.rows.push_back({cell(detail.key), detail.value});
    const auto* money = std::get_if<Money>(&detail.value.value);
    if (money == nullptr) return;
    table.rows.push_back({cell(detail.key + std::string(currency_suffix)),
                          cell(std::string(money->currency.text()))});
  };
  for (const Detail& detail : document.summary) add(detail);
  for (const Section& section : document.sections) {
    for (const Detail& detail : section.details) add(detail);
    if (!section.code.empty()) table.rows.push_back({cell(section.code_key), cell(section.code)});
  }
  return table;
}

std::vector<const Table*> tables_of(const Document& document) {
  std::vector<const Table*> tables;
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) {
      if (!is_picture(table)) tables.push_back(&table);
    }
  }
  return tables;
}

}  // namespace

std::vector<std::string> csv_tables(const Document& document) {
  std::vector<std::string> keys;
  for (const Table* table : tables_of(document)) keys.push_back(table->key);
  // A page made of details, such as that of one record, has them before what hangs below.
  const bool is_made_of_details =
      std::any_of(document.sections.begin(), document.sections.end(),
                  [](const Section& section) { return !section.details.empty(); });
  const bool has_details = is_made_of_details || !document.summary.empty() || keys.empty();
  if (has_details) keys.emplace(is_made_of_details ? keys.begin() : keys.end(), details_key);
  return keys;
}

std::string render_csv(const Document& document, const Rendering& rendering) {
  const std::string key = rendering.table.empty() ? csv_tables(document).front() : rendering.table;
  for (const Table* table : tables_of(document)) {
    if (table->key == key) return render_table(*table, rendering.formulas);
  }
  return render_table(details_of(document), rendering.formulas);
}

}  // namespace brm
