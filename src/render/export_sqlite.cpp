// One file of SQLite, made in memory and handed on as bytes, so that it is written as every other
// file is.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>

#include "render/export.h"

namespace brm {
namespace {

std::string quoted_name(std::string name) {
  std::replace(name.begin(), name.end(), '.', '_');
  return "\"" + name + "\"";
}

/// What SQLite calls it. A number keeps its digits where a double would lose some.
std::string_view type_of(Holds holds) {
  switch (holds) {
    case Holds::boolean:
    case Holds::whole:
      return "INTEGER";
    case Holds::number:
    case Holds::money:
      return "NUMERIC";
    case Holds::text:
    case Holds::date:
      break;
  }
  return "TEXT";
}

class Database {
 public:
  Database() {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    database_.reset(opened);
    require(status == SQLITE_OK);
    run(fmt::format("PRAGMA page_size=4096; PRAGMA user_version={}; BEGIN", version));
  }

  void add(const Table& table) {
    const std::string name = quoted_name(table.key);
    std::string columns;
    std::string places;
    std::set<std::string> taken;
    const auto add_column = [&](const std::string& key, std::string_view type) {
      const std::string column = quoted_name(key);
      if (!taken.insert(column).second) throw std::logic_error("two columns become " + column);
      columns += fmt::format("{}{} {}", columns.empty() ? "" : ", ", column, type);
      places += places.empty() ? "?" : ",?";
    };
    for (const Column& column : table.columns) {
      add_column(column.key, type_of(column.holds));
      if (column.holds == Holds::money) add_column(column.key + "_currency", "TEXT");
    }
    run(fmt::format("CREATE TABLE {} ({})", name, columns));
    insert(fmt::format("INSERT INTO {} VALUES ({})", name, places), table);
  }

  void run(const std::string& statement) {
    require(sqlite3_exec(database_.get(), statement.c_str(), nullptr, nullptr, nullptr) ==
            SQLITE_OK);
  }

  std::string bytes() {
    run("COMMIT");
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> all(
        sqlite3_serialize(database_.get(), "main", &size, 0), sqlite3_free);
    require(all != nullptr);
    return {reinterpret_cast<const char*>(all.get()), static_cast<std::size_t>(size)};
  }

 private:
  static constexpr int version = 1;  ///< Of the tables' form, as json's schema_version.
  using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

  void require(bool is_well) const {
    if (!is_well) throw std::runtime_error(sqlite3_errmsg(database_.get()));
  }

  void insert(const std::string& text, const Table& table) {
    sqlite3_stmt* prepared = nullptr;
    require(sqlite3_prepare_v2(database_.get(), text.c_str(), -1, &prepared, nullptr) == SQLITE_OK);
    const Statement statement(prepared, sqlite3_finalize);
    for (const auto& row : table.rows) {
      int at = 0;
      for (std::size_t i = 0; i < row.size(); ++i) {
        bind(prepared, ++at, row[i]);
        if (table.columns[i].holds != Holds::money) continue;
        const auto* money = std::get_if<Money>(&row[i].value);
        bind(prepared, ++at, money == nullptr ? Cell{} : cell(std::string(money->currency.text())));
      }
      require(sqlite3_step(prepared) == SQLITE_DONE);
      sqlite3_reset(prepared);
    }
  }

  /// Texts become numbers by the type of their column.
  void bind(sqlite3_stmt* statement, int at, const Cell& cell) const {
    if (std::holds_alternative<std::monostate>(cell.value)) {
      require(sqlite3_bind_null(statement, at) == SQLITE_OK);
      return;
    }
    std::string text = to_text(cell);
    if (const bool* yes = std::get_if<bool>(&cell.value)) text = *yes ? "1" : "0";
    if (const auto* money = std::get_if<Money>(&cell.value)) {
      text =
          to_text(Decimal{money->minor, static_cast<std::uint8_t>(minor_digits(money->currency))});
    }
    require(sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT,
                                SQLITE_UTF8) == SQLITE_OK);
  }

  std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_{nullptr, sqlite3_close};
};

/// What people ask first, where the tables for it are there.
void add_views(Database& database, const std::set<std::string>& tables) {
  if (tables.contains("outcomes")) {
    database.run(
        "CREATE VIEW verdicts AS SELECT address, initiative, title, verdict, grade, reason, due, "
        "place FROM outcomes ORDER BY address");
    database.run(
        "CREATE VIEW in_trouble AS SELECT * FROM verdicts WHERE verdict IN ('missed', 'off_track', "
        "'worsening')");
  }
  if (tables.contains("initiatives")) {
    database.run(
        "CREATE VIEW watermelons AS SELECT id, title, reported, verdict, reason FROM initiatives "
        "WHERE watermelon = 1 ORDER BY id");
  }
}

}  // namespace

std::string render_sqlite(const Document& document) {
  Database database;
  std::set<std::string> tables;
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) {
      database.add(table);
      tables.insert(table.key);
    }
  }
  add_views(database, tables);
  return database.bytes();
}

}  // namespace brm
