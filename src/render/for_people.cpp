#include "render/for_people.h"

#include <fmt/format.h>

#include <algorithm>

namespace brm {
namespace {

bool is_whole(const Money& money) {
  std::int64_t unit = 1;
  for (int i = minor_digits(money.currency); i > 0; --i) unit *= 10;
  return money.minor % unit == 0;
}

/// The amounts of one column, or of one list of details.
class Amounts {
 public:
  void add(const Cell& cell) {
    const auto* money = std::get_if<Money>(&cell.value);
    if (money == nullptr) return;
    has_any_ = true;
    are_whole_ = are_whole_ && is_whole(*money);
  }
  bool are_short() const { return has_any_ && are_whole_; }

 private:
  bool has_any_ = false;
  bool are_whole_ = true;
};

bool are_short(const std::vector<Detail>& details) {
  Amounts amounts;
  for (const Detail& detail : details) amounts.add(detail.value);
  return amounts.are_short();
}

bool are_short(const Table& table, std::size_t column) {
  Amounts amounts;
  for (const auto& row : table.rows) amounts.add(row[column]);
  return amounts.are_short();
}

void shorten(Cell& cell) {
  const auto* money = std::get_if<Money>(&cell.value);
  if (money == nullptr) return;
  const std::string text = grouped(*money);
  cell.value = text.substr(0, text.find('.'));
}

void shorten(std::vector<Detail>& details) {
  if (!are_short(details)) return;
  for (Detail& detail : details) shorten(detail.value);
}

void shorten(Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].holds != Holds::money || !are_short(table, i)) continue;
    for (auto& row : table.rows) shorten(row[i]);
  }
}

bool is_cut(const Table& table) { return table.most != 0 && table.rows.size() > table.most; }

/// Without the rows that nobody is to see: of ten thousand, a copy would cost more than all else.
Table cut(const Table& table) {
  if (!is_cut(table)) return table;
  const auto end = table.rows.begin() + static_cast<std::ptrdiff_t>(table.most);
  return {table.key,      table.title, table.columns, {table.rows.begin(), end},
          table.if_empty, table.most,  table.rest};
}

/// Where the table has a title of its own, among others of the section, by that.
void say_cut(const Table& all, Section& section) {
  std::string& title = section.tables.back().title;
  const std::string count = fmt::format("the first {} of {}", all.most, all.rows.size());
  if (title.empty()) {
    section.paragraphs.push_back(fmt::format("Here {}; {}.", count, all.rest));
    return;
  }
  const std::string name = title.substr(std::min(title.find_first_not_of('\n'), title.size()));
  section.paragraphs.push_back(fmt::format("{}: here {}; {}.", name, count, all.rest));
  title += ": " + count;
}

Section cut(const Section& section) {
  Section out{section.title,    section.paragraphs, section.details, {},
              section.code_key, section.code,       section.charts};
  for (const Table& table : section.tables) {
    out.tables.push_back(cut(table));
    if (is_cut(table)) say_cut(table, out);
  }
  return out;
}

bool is_as_it_is(const Document& document) {
  if (are_short(document.summary)) return false;
  for (const Section& section : document.sections) {
    if (are_short(section.details)) return false;
    for (const Table& table : section.tables) {
      if (is_cut(table)) return false;
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].holds == Holds::money && are_short(table, i)) return false;
      }
    }
  }
  return true;
}

}  // namespace

std::optional<Document> for_people(const Document& document) {
  if (is_as_it_is(document)) return std::nullopt;
  Document out{document.name,
               document.title,
               document.subtitle,
               document.as_of,
               document.notices,
               document.summary,
               {},
               document.next};
  for (const Section& section : document.sections) out.sections.push_back(cut(section));
  shorten(out.summary);
  for (Section& section : out.sections) {
    shorten(section.details);
    for (Table& table : section.tables) shorten(table);
  }
  return out;
}

}  // namespace brm
