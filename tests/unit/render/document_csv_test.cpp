#include <doctest/doctest.h>

#include "render/format.h"

namespace brm::test {
namespace {

Document document_of(Table table) {
  Document document;
  document.sections.push_back({});
  document.sections.back().tables.push_back(std::move(table));
  return document;
}

/// The one cell of a table, as csv has it.
std::string field_of(Cell value, Formulas formulas = Formulas::defused) {
  const Holds holds = holds_of(value);
  const Document document = document_of({"t", "", {column("v", "v", holds)}, {{value}}, ""});
  std::string out = render_csv(document, {{}, "", formulas});
  REQUIRE(out.ends_with("\r\n"));
  return out.substr(0, out.size() - 2).substr(out.find("\r\n") + 2);
}

Cell decimal(std::string_view text) { return {read_decimal(text).number, Tone::plain}; }

}  // namespace

TEST_CASE("csv: a header of keys, lines that end in CR LF, money in two columns, no pictures") {
  Table table{"t",
              "Title",
              {column("id", "its id"), column("paid", "paid", Holds::money),
               column("bar", "bar", Holds::text, Room::picture),
               column("due", "due", Holds::date, Room::data),
               column("late", "late", Holds::boolean, Room::below)},
              {},
              "Nothing."};
  CHECK(render_csv(document_of(table), {}) == "id,paid,paid_currency,due,late\r\n");
  table.rows = {{cell("a"),
                 {Money{-125050, Currency{}}, Tone::plain},
                 cell("##"),
                 {read_date("2026-07-08").date, Tone::plain},
                 {true, Tone::plain}},
                {cell("b"), {}, {}, {}, {false, Tone::plain}}};
  CHECK(render_csv(document_of(table), {}) ==
        "id,paid,paid_currency,due,late\r\n"
        "a,-1250.50,USD,2026-07-08,true\r\n"
        "b,,,,false\r\n");
}

TEST_CASE("csv: quotes where they are needed, and doubled inside") {
  CHECK(field_of(cell("plain words; semicolon")) == "plain words; semicolon");
  CHECK(field_of(cell("a,b")) == "\"a,b\"");
  CHECK(field_of(cell("say \"no\"")) == "\"say \"\"no\"\"\"");
  CHECK(field_of(cell("two\nlines")) == "\"two\nlines\"");
  CHECK(field_of(cell("ends in a line feed\n")) == "ends in a line feed");
  CHECK(field_of(cell(" blank")) == "\" blank\"");
  CHECK(field_of(Cell{}).empty());
}

TEST_CASE("csv: texts that would be formulas are defused, numbers are not") {
  for (const std::string start : {"=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"}) {
    CAPTURE(start);
    CHECK(field_of(cell(start + "1")) == "'" + start + "1");
    CHECK(field_of(cell(start + "1"), Formulas::raw) == start + "1");
  }
  CHECK(field_of(cell("=cmd|' /C calc'!A0")) == "'=cmd|' /C calc'!A0");
  CHECK(field_of(cell("=1,2")) == "\"'=1,2\"");
  CHECK(field_of(cell("\n=1")) == "\"'\n=1\"");
  CHECK(field_of(cell("a=1")) == "a=1");
  CHECK(field_of(decimal("-4.50")) == "-4.50");
  CHECK(field_of(decimal("-0")) == "-0");
  CHECK(field_of({std::int64_t{-7}, Tone::plain}) == "-7");
}

TEST_CASE("csv: valid UTF-8 without what drives a terminal") {
  CHECK(field_of(cell("Łódź 👩‍💻")) ==
        field_of(cell("Łódź 👩‍💻"), Formulas::raw));
  CHECK(field_of(cell("a\x1B[31mb")) == "a<U+001B>[31mb");
  CHECK(field_of(cell("a\rb")) == "a<U+000D>b");
  CHECK(field_of(cell("a\xFFz")) == "a\\xFFz");
}

TEST_CASE("csv: nothing invisible gets into a spreadsheet, but what people write with") {
  CHECK(field_of(cell("a\u00ADb")) == "a<U+00AD>b");
  CHECK(field_of(cell("a\U000E0041b")) == "a<U+E0041>b");
  CHECK(field_of(cell("a\u200Bb")) == "a<U+200B>b");
  CHECK(field_of(cell("a\uE000b")) == "a<U+E000>b");
  CHECK(field_of(cell("a\U0010FFFDb")) == "a<U+10FFFD>b");
  CHECK(field_of(cell("a\u200Bb"), Formulas::raw) == "a<U+200B>b");
  const std::string family = "\U0001F469\u200D\U0001F467";
  CHECK(field_of(cell(family)) == family);
  const std::string persian = "\u0645\u06CC\u200C\u0631\u0648\u062F";
  CHECK(field_of(cell(persian)) == persian);
}

TEST_CASE("csv: which tables there are, and the lines beside them as one") {
  Document document = document_of({"first", "", {column("a", "a")}, {{cell("x")}}, ""});
  CHECK(csv_tables(document) == std::vector<std::string>{"first"});
  document.sections.back().tables.push_back({"second", "", {column("b", "b")}, {}, ""});
  document.sections.back().tables.push_back(
      {"drawn", "", {column("c", "c", Holds::text, Room::picture)}, {}, ""});
  document.summary = {{"count", "count", cell(std::size_t{2}), Room::data, {}}};
  CHECK(csv_tables(document) == std::vector<std::string>{"first", "second", "details"});
  CHECK(render_csv(document, {}) == "a\r\nx\r\n");
  CHECK(render_csv(document, {{}, "second", Formulas::defused}) == "b\r\n");
  document.sections.back().details = {
      {"paid", "paid", {Money{5, Currency{{'J', 'P', 'Y'}}}, Tone::plain}, Room::fixed, {}}};
  document.sections.back().code_key = "code";
  document.sections.back().code = "=a\nb\n";
  CHECK(csv_tables(document) == std::vector<std::string>{"details", "first", "second"});
  CHECK(render_csv(document, {}) ==
        "key,value\r\ncount,2\r\npaid,5\r\npaid_currency,JPY\r\ncode,\"'=a\nb\"\r\n");
  CHECK(csv_tables(Document{}) == std::vector<std::string>{"details"});
  CHECK(render_csv(Document{}, {}) == "key,value\r\n");
}

}  // namespace brm::test
