#include "exchange/read_csv.h"

#include <doctest/doctest.h>

#include "exchange/read_json.h"

namespace brm::test {
namespace {

struct Read {
  SourceTable table{"t", "t.csv", {}, {}};
  std::vector<RowFault> faults;
};

Read csv(std::string_view bytes, const CsvForm& form = {}) {
  Read out;
  read_csv(bytes, form, out.table, out.faults);
  return out;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("csv: values between quotation marks hold separators, quotes and line ends") {
  const Read read = csv("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n");
  CHECK(read.faults.empty());
  REQUIRE(read.table.rows.size() == 1);
  CHECK(read.table.rows[0].cells == Cells{"x, \"y\"", "two\nlines"});
}

TEST_CASE("csv: the separator is what the header has most of, unless it is said") {
  CHECK(csv("a;b,c\n1;2\n").table.columns == Cells{"a;b", "c"});
  CHECK(csv("a;b;c\n1;2;3\n").table.columns == Cells{"a", "b", "c"});
  CHECK(csv("a\tb\n1\t2\n").table.columns == Cells{"a", "b"});
  CHECK(csv("a;b,c\n1;2\n", {Encoding::utf_8, ';'}).table.columns == Cells{"a", "b,c"});
}

TEST_CASE("csv: a byte order mark, blank lines and blanks around values are no part of it") {
  const Read read =
      csv("\xEF\xBB\xBF"
          "a,b\n\n  1 , 2 \n\n");
  CHECK(read.table.columns == Cells{"a", "b"});
  REQUIRE(read.table.rows.size() == 1);
  CHECK(read.table.rows[0].cells == Cells{"1", "2"});
  CHECK(read.table.rows[0].number == 3);  // as a spreadsheet counts
}

TEST_CASE("csv: Latin-1 only where it is said; else what is no UTF-8 is named by its line") {
  CHECK(csv("a\ncaf\xE9\n", {Encoding::windows_1252, 0}).table.rows[0].cells == Cells{"café"});
  CHECK(csv("a\n\x80 5 \x93x\x94\n", {Encoding::windows_1252, 0}).table.rows[0].cells ==
        Cells{"€ 5 “x”"});
  const Read read = csv("a\nok\ncaf\xE9\n");
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].message == "line 3 is no UTF-8");
}

TEST_CASE("csv: a row of another length is a fault and does not stop the rest") {
  const Read read = csv("a,b\n1,2\n1,2,3\n4,5\n");
  CHECK(read.table.rows.size() == 2);
  REQUIRE(read.faults.size() == 1);
  CHECK(read.faults[0].row == 3);
  CHECK(read.faults[0].message == "the row has 3 values, and the header 2");
}

TEST_CASE("csv: quotes that are not closed, or closed too soon, are said") {
  CHECK(csv("a\n\"open\n").faults.at(0).message.find("never closed") != std::string::npos);
  CHECK(csv("a\n\"x\"y\n").faults.at(0).message.find("goes on") != std::string::npos);
}

TEST_CASE("csv: blanks before a quotation mark are no part of the value") {
  const auto read = csv("a,b\n  \"x, y\",  \"z\" \n");
  REQUIRE(read.table.rows.size() == 1);
  CHECK(read.table.rows[0].cells == std::vector<std::string>{"x, y", "z"});
}

TEST_CASE("csv: a header that cannot be read makes no table, whatever follows it") {
  for (const std::string_view bytes : {"a,\"b\nc,d\n", "a,\"b\"x\nc,d\ne,f\n"}) {
    const Read read = csv(bytes);
    REQUIRE(read.faults.size() == 1);
    CHECK(read.faults[0].row == 0);
    CHECK(read.faults[0].message.starts_with("row 1, which names the columns: "));
    CHECK(read.table.columns.empty());
    CHECK(read.table.rows.empty());
  }
}

TEST_CASE("csv: more values or bad rows than any table has make none") {
  const Read wide = csv("a\n" + std::string(most_cells + 1, ','));
  REQUIRE(wide.faults.size() == 1);
  CHECK(wide.faults[0].message == "it has more than 5 million values");
  CHECK(wide.table.rows.empty());
  std::string rows = "a,b\n";
  for (std::size_t i = 0; i < most_faults + 2; ++i) rows += "x\n";
  const Read bad = csv(rows);
  CHECK(bad.faults.back().row == 0);
  CHECK(bad.faults.back().message == "more than 100,000 of its rows are none");
}

TEST_CASE("csv: an empty file, a header alone, two columns of one name, line ends of an old Mac") {
  CHECK(csv("").faults.size() == 1);
  CHECK(csv("a,b\n").faults.at(0).message == "it has a header and no row below it");
  CHECK(csv("a,b\n1,2,3\n").faults.size() == 1);
  CHECK(csv("a,a\n1,2\n").faults.size() == 1);
  CHECK(csv("a\r1\r2\r").table.rows.size() == 2);
}

TEST_CASE("json: objects of lists within lists are rows, with the values around them") {
  Read out;
  read_json(R"({"uri": "u", "releases": [
      {"ocid": "o1", "contracts": [{"id": 1, "value": {"amount": 2.50}}, {"id": 2, "tags": ["a", "b"]}]},
      {"ocid": "o2"}]})",
            "releases.contracts", out.table, out.faults);
  CHECK(out.faults.empty());
  REQUIRE(out.table.rows.size() == 2);
  const auto cell = [&](std::size_t row, std::string_view column) {
    return out.table.rows[row].cells.at(out.table.column(column));
  };
  CHECK(cell(0, "value.amount") == "2.50");
  CHECK(cell(0, "releases.ocid") == "o1");
  CHECK(cell(0, "file.uri") == "u");
  CHECK(cell(0, "tags").empty());
  CHECK(cell(1, "tags") == "a\nb");
  CHECK(cell(1, "value.amount").empty());
}

TEST_CASE("json: what is no json, has no such list, or rows that are none") {
  Read broken;
  read_json("{\n\"a\": [1,\n}", "", broken.table, broken.faults);
  REQUIRE(broken.faults.size() == 1);
  CHECK(broken.faults[0].message == "line 3 is no JSON");
  Read nothing;
  read_json(R"({"a": []})", "b", nothing.table, nothing.faults);
  CHECK(nothing.faults.at(0).message == "no row was found below `b`");
  Read numbers;
  read_json("[1, {\"a\": 2}]", "", numbers.table, numbers.faults);
  CHECK(numbers.faults.size() == 1);
  CHECK(numbers.table.rows.size() == 1);
}

namespace {

/// The only cell of the only row, or the fault.
std::string json_cell(const std::string& value) {
  Read out;
  read_json("[{\"a\": " + value + "}]", "", out.table, out.faults);
  return out.faults.empty() ? out.table.rows.at(0).cells.at(0) : "? " + out.faults[0].message;
}

}  // namespace

TEST_CASE("json: numbers keep every digit, and have no exponent") {
  CHECK(json_cell("12345678901234567890.123450") == "12345678901234567890.123450");
  CHECK(json_cell("123456789012345678901234567890") == "123456789012345678901234567890");
  CHECK(json_cell("0.1") == "0.1");
  CHECK(json_cell("2.50") == "2.50");
  CHECK(json_cell("2026.10") == "2026.10");
  CHECK(json_cell("-7.0") == "-7");
  CHECK(json_cell("1.5e3") == "1500");
  CHECK(json_cell("1E+2") == "100");
  CHECK(json_cell("-12.5e-4") == "-0.00125");
  CHECK(json_cell("0.5e1") == "5");
  CHECK(json_cell("0e7") == "0");
  CHECK(json_cell("1e-41") == "1e-41");
  CHECK(json_cell("1e400") == "? a number is too large for anything");
}

TEST_CASE("json: what says two things, or would cost too much, is no table") {
  CHECK(json_cell("{\"b\": 1, \"b\": 2}") == "? line 1 has `b` for the second time in one object");
  CHECK(json_cell("{\"b\": {\"c\": 1}, \"c\": 2}") == "1");
  const std::string too_much = "its rows hold too much with all that is around them";
  Read around;
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += ",{}";
  read_json("{\"x\": \"" + std::string(1'000'000, 'y') + "\", \"r\": [{}" + rows + "]}", "r",
            around.table, around.faults);
  REQUIRE(around.faults.size() == 1);
  CHECK(around.faults[0].message == too_much);
  CHECK(around.faults[0].row == 0);
  Read columns;
  std::string keys;
  for (int i = 0; i < 4000; ++i) keys += (i == 0 ? "{\"" : ",{\"") + std::to_string(i) + "\": 1}";
  read_json("[" + keys + "]", "", columns.table, columns.faults);
  REQUIRE(columns.faults.size() == 1);
  CHECK(columns.faults[0].message == too_much);
  CHECK(columns.table.columns.empty());
}

}  // namespace brm::test
