// brm-import(5): the language of mapping files, its lists made from the tables that read them.
#include <fmt/format.h>

#include "base/spelling.h"
#include "commands/manual.h"
#include "exchange/filters.h"
#include "exchange/mapping_fields.h"
#include "exchange/part_names.h"

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
    "A number is taken as it is written, with all its digits, but for 50.0, which is 50, and "
    "1.5e3, which is 1500. "
    "The "
    "values of the objects around a row are columns too: with `rows: releases.contracts` those of "
    "the release are called `releases.ocid`, and those of the file itself `file.uri`. Numbers keep "
    "every digit that is written. A key that "
    "an "
    "object has twice ends the import, as nobody can say which of both is meant. What is an object "
    "or a list of objects in one row and a plain value in another is a fault of the row, where the "
    "mapping asks for it and names no alternative, as in `{note.text?} || {note?}`.\n\n"
    "A table without rows, be it empty or a header alone, ends the import before anything is "
    "written: whoever wrote it may have lost them. Where there may be none, say `when_empty: "
    "fine`. "
    "A column that no row has is taken for misspelt; with a question mark behind its name, "
    "`{description?}`, it may be missing, and is empty then. A file may have 64 MiB, and the "
    "tables of a mapping 5 million values; where one is larger or cannot be read, nothing is "
    "imported.";

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
    "filters behind `|` see them, one after the other. An argument with "
    "blanks stands between such marks too: `{signed | date 'D MON YYYY'}`. `{{` and `}}` are "
    "braces as text. YAML "
    "wants quotation marks around a value that begins with a brace. A field of your own, whose "
    "name "
    "begins with `x-`, takes a value as any other.";

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
    "then in the one around it; `TABLE.COLUMN` names the table.\n\n"
    "Nothing is lost without a word: a row that says something of an entry, but makes one of the "
    "fields that such a part needs of an empty column, is a fault, and so is a row of a joined "
    "table that matches no row around. Where a mapping means to pass such rows over it says so, "
    "with `if` in the entry or `unmatched: fine`. A row in which every column of an entry is empty "
    "has no such entry.\n\n"
    "Rows that make the same id make one record, and so do rows of a list one part: what a later "
    "row says of a field that has a value already is a fault where it differs (beside `file`, "
    "`conflict: last_counts` takes it all the same), and lists grow. Two names that fall together "
    "in one id though their letters differ, as `slug` may cut them, are not one thing: the second "
    "row is a fault, and left out.";

constexpr std::string_view about_recognised =
    "A row is about the entry of a list that has its id. Of parts without an id, and where the row "
    "makes none, it is about the entry that says the same in all of the fields below, blanks "
    "aside; failing that, about one that says already all that the row says. Any other row makes "
    "an entry more: one that somebody wrote by hand never becomes another day's, side's or "
    "person's. So a row in which one of these fields changed makes a second entry, and the first "
    "is for you to take out. Where two entries in a record say the same in all of them, neither is "
    "changed, and both are named.";

constexpr std::string_view about_owning =
    "A mapping owns the fields that it names, of the records and parts that its rows make, and "
    "nothing else. In a record that is there already it changes the values that differ, where they "
    "stand, and adds what is missing. It never removes anything: what is no longer in the tables "
    "is for you to close, with a date. A record is found by its id in whatever folder it is; "
    "where two have it, neither is changed, and both are named.\n\n"
    "All files of an import are written, or none of them: every new text is read back and "
    "compared, "
    "and all are safe on the disk beside their places, before the first takes its place. Should "
    "the "
    "file system fail in between, brm says which are written and which are as they were; importing "
    "again does the rest.";

constexpr std::string_view about_examples =
    "The folder examples/imports of brm's sources has mappings to begin with: two spreadsheets "
    "(`first`), releases of the Open Contracting Data Standard (`ocds`), a risk register as of "
    "NIST IR 8286 (`nist-ir-8286`), and two public portfolios (`it-dashboard.yaml` and "
    "`mta.yaml`).\n\n"
    "A contract that was awarded to several suppliers becomes, by the mapping of `ocds`, an "
    "agreement of each of them, with its whole value: the standard does not say how they share it. "
    "Sums over suppliers count it as often as it has suppliers.";

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

void add_part_names(Mdoc& page) {
  page.section("ENTRIES WITHOUT AN ID");
  page.text(about_recognised);
  page.begin_list();
  for (const PartNames& each : all_part_names()) {
    page.item(each.kind->name);
    std::vector<std::string> fields;
    for (const std::string_view field : each.fields) fields.push_back(fmt::format("`{}`", field));
    const std::vector<std::string_view> views(fields.begin(), fields.end());
    page.text((has_id(*each.kind) ? "`id`, else " : "") + join_and(views));
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
  add_part_names(page);
  page.section("WHAT A MAPPING OWNS");
  page.text(about_owning);
  page.section("EXAMPLES");
  page.text(about_examples);
  page.see_also({{"brm-import", 1}, {"brm-tutorial", 7}, {"brm-records", 5}});
  return std::move(page).take();
}

}  // namespace brm
