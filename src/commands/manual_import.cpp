// brm-import(5): the language of mapping files, its lists made from the tables that read them.
#include <fmt/format.h>

#include "commands/manual.h"
#include "exchange/filters.h"
#include "exchange/mapping_fields.h"

namespace brm {
namespace {

constexpr std::string_view about =
    "A mapping says which columns of tables become which fields of which records. It is a YAML "
    "file of its own beside the tables, outside of the records folder (or in one whose name begins "
    "with a dot). `brm import` reads it as strictly as a record: a key, column, table or filter "
    "that is not known is named with its line and the nearest that is.";

constexpr std::string_view smallest =
    "kind: import\n"
    "tables:\n"
    "  - {name: vendors, file: vendors.csv}\n"
    "records:\n"
    "  - kind: relationship\n"
    "    from: vendors\n"
    "    fields:\n"
    "      id: \"{Name | slug}\"\n"
    "      title: \"{Name}\"\n"
    "      type: private_partner\n"
    "      tier: preferred\n"
    "      manager: vendor-manager\n";

constexpr std::string_view about_tables =
    "Csv is that of RFC 4180: the first line names the columns, and a value with the separator, a "
    "quotation mark or a line end stands between quotation marks. A byte order mark is passed "
    "over. Of json a row is an object, and a column one of its values: `value.amount` is the "
    "`amount` inside of `value`. A list of plain values is one text, which `split` takes apart. "
    "The "
    "values of the objects around a row are columns too: with `rows: releases.contracts` those of "
    "the release are called `releases.ocid`, and those of the file itself `file.uri`. "
    "A column that no row has is taken for misspelt; with a question mark behind its name, "
    "`{description?}`, it may be missing, and is empty then.";

constexpr std::string_view about_values =
    "A value is a text with columns between braces. Without braces it is the same in every record:";

constexpr std::string_view value_examples =
    "type: agency\n"
    "title: \"{Name}\"\n"
    "id: agency-{Name | slug}\n"
    "value: \"{Value in thousands | number | times 1000}\"\n"
    "title: \"{description} || Contract {number}\"\n"
    "date: \"{year '-' month | date YYYY-M last}\"\n";

constexpr std::string_view value_rules =
    "Where a column that it names is empty, so is the value, and the field is left out. Values "
    "with ` || ` between them are tried from the left; the first that is not empty counts. Inside "
    "of braces, texts between single quotation marks and columns are put together before the "
    "filters behind `|` see them, one after the other. `{{` and `}}` are braces as text. YAML "
    "wants quotation marks around a value that begins with a brace.";

constexpr std::string_view about_lists =
    "A list holds values and parts as a record does, each of them made of the row. An entry with "
    "`fields` can say more:";

constexpr std::string_view list_example =
    "milestones:\n"
    "  - from: projects\n"
    "    match: {investment: investment}\n"
    "    if: \"{name}\"\n"
    "    fields:\n"
    "      id: p{project}\n"
    "      title: \"{name}\"\n"
    "      due: \"{start | plus planned_days}\"\n";

constexpr std::string_view list_rules =
    "That is one milestone for each row of `projects` whose column `investment` says what the "
    "column `investment` of the row around says. A column is looked for in the entry's own table, "
    "then in the one around it; `TABLE.COLUMN` names the table. An entry without one of the fields "
    "that a part needs is left out.\n\n"
    "Rows that make the same id make one record, and so do rows of a list one part: what a later "
    "row says of a field that has a value already is a fault where it differs (beside `file`, "
    "`conflict: last_counts` takes it all the same), and lists grow. "
    "Parts without an id are told apart by the relationship and role, or by the day.";

constexpr std::string_view about_owning =
    "A mapping owns the fields that it names, of the records and parts that its rows make, and "
    "nothing else. In a record that is there already it changes the values that differ, where they "
    "stand, and adds what is missing. It never removes anything: what is no longer in the tables "
    "is for you to close, with a date. A record is found by its id in whatever folder it is.";

constexpr std::string_view about_examples =
    "The folder examples/imports of brm's sources has mappings to begin with: two spreadsheets "
    "(`first`), releases of the Open Contracting Data Standard (`ocds`), a risk register as of "
    "NIST IR 8286 (`nist-ir-8286`), and two public portfolios (`it-dashboard.yaml` and "
    "`mta.yaml`).";

void add_keys(Mdoc& page, const Kind& kind) {
  page.begin_list();
  for (const Field& field : kind.fields) {
    page.item(field.name, field.need == Need::required ? "(required)" : "");
    page.text(field.meaning);
    if (!field.words.empty()) {
      std::string words;
      for (const std::string_view word : field.words) {
        words += fmt::format("{}`{}`", words.empty() ? "" : ", ", word);
      }
      page.text(
          fmt::format("One of {}{}.", words,
                      field.implied.empty() ? "" : fmt::format("; left out, `{}`", field.implied)));
    }
  }
  page.end_list();
}

void add_filters(Mdoc& page) {
  page.section("FILTERS");
  page.begin_list();
  for (const Filter& filter : all_filters()) {
    page.item(filter.name, filter.arguments);
    page.text(filter.meaning);
    page.text(fmt::format("`{}`, of {}: {}", filter.example, filter.from, filter.to));
  }
  page.end_list();
}

}  // namespace

std::string import_page() {
  Mdoc page("brm-import", 5, "how tables become records: the language of mapping files");
  page.section("DESCRIPTION");
  page.text(about);
  page.code(smallest);
  page.text("Its keys:");
  add_keys(page, kinds::import_map);
  page.section("TABLES");
  page.text("Entries of `tables`:");
  add_keys(page, kinds::import_table);
  page.text(about_tables);
  page.section("RECORDS");
  page.text("Entries of `records`:");
  add_keys(page, kinds::import_records);
  page.section("VALUES");
  page.text(about_values);
  page.code(value_examples);
  page.text(value_rules);
  add_filters(page);
  page.section("LISTS");
  page.text(about_lists);
  page.code(list_example);
  page.text("Its keys:");
  add_keys(page, kinds::import_parts);
  page.text(list_rules);
  page.section("WHAT A MAPPING OWNS");
  page.text(about_owning);
  page.section("EXAMPLES");
  page.text(about_examples);
  page.see_also({{"brm-import", 1}, {"brm-tutorial", 7}, {"brm-records", 5}});
  return std::move(page).take();
}

}  // namespace brm
