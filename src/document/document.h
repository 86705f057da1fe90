// An answer without a format: what a report or list says, before anybody decides how it looks.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"
#include "document/chart.h"
#include "document/tone.h"

namespace brm {

struct Cell {
  std::variant<std::monostate, std::string, bool, std::int64_t, Decimal, Date, Money> value;
  Tone tone = Tone::plain;
};

enum class Align : std::uint8_t { left, right };

/// Where a column stands on a page of limited width.
enum class Room : std::uint8_t {
  fixed,    ///< Never cut.
  shrink,   ///< Wraps first when the page is narrow.
  cut,      ///< Ends in `…` when the page is narrow, so that a row stays one line.
  below,    ///< On lines of its own below the row, indented.
  data,     ///< Not for people: only in json and csv.
  picture,  ///< A drawing for people, never cut: not in json and csv.
};

/// What a value is, so that csv and JSON Schema can be made from a table without rows.
enum class Holds : std::uint8_t { text, boolean, whole, number, date, money };

struct Column {
  std::string key;    ///< For json and csv: `days_left`.
  std::string title;  ///< For people: `days left`.
  Align align = Align::left;
  Room room = Room::fixed;
  Holds holds = Holds::text;  ///< Every cell of the column that is not empty.
};

struct Table {
  std::string key;
  std::string title;  ///< May be empty.
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< As many cells as columns, each as its column says.
  std::string if_empty;                 ///< What to say without rows.
  std::size_t most = 0;   ///< Rows that people are shown; 0: all, as programs always are.
  std::string rest = {};  ///< Where they find the others: "`brm list agreements` has them all".
};

/// One thing to know, named: `verdict: on_track`.
struct Detail {
  std::string key;
  std::string title;
  Cell value;
  Room room = Room::fixed;          ///< `data`: only in json and csv.
  std::optional<Holds> holds = {};  ///< Needed where the value may be empty, and is not text.
};

struct Section {
  std::string title;
  std::vector<std::string> paragraphs;
  std::vector<Detail> details;
  std::vector<Table> tables;
  std::string code_key;            ///< For json: `faulty`.
  std::string code;                ///< Lines to be shown as they are; may be empty.
  std::vector<Chart> charts = {};  ///< For formats with pictures; its tables have the figures.
};

/// Whether there is nothing for people in it: its tables are empty and do not say why.
bool is_silent(const Section& section);

struct Document {
  std::string name;      ///< `outcomes`: the report, or `list` and the kind.
  std::string title;     ///< `Outcomes`
  std::string subtitle;  ///< The office and the like; may be empty.
  std::optional<Date> as_of;
  std::vector<std::string> notices;  ///< What to know before believing any of it.
  std::vector<Detail> summary;       ///< The answer in a few numbers.
  std::vector<Section> sections;
  std::string next;  ///< What to look at next: the last line; may be empty.
};

inline Cell cell(std::string text, Tone tone = Tone::plain) {
  return text.empty() ? Cell{} : Cell{std::move(text), tone};
}
inline Cell cell(std::size_t number, Tone tone = Tone::plain) {
  return {static_cast<std::int64_t>(number), tone};
}

/// Whether all of it is drawn for people, from what other tables say in figures.
bool is_picture(const Table& table);

/// Figures stand on the right.
Column column(std::string key, std::string title, Holds holds = Holds::text,
              Room room = Room::fixed);

/// `whole` for a count, `number` for a decimal; `otherwise` for an empty cell.
Holds holds_of(const Cell& cell, Holds otherwise = Holds::text);

/// Throws std::logic_error where a row is not as its columns say: a fault of brm.
void require_agreement(const Document& document);

/// As people read it: ISO dates, yes or no, thousands of money set apart; empty for nothing.
std::string to_text(const Cell& cell);

}  // namespace brm
