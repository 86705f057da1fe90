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
  CHECK(csv("a\ncaf\xE9\n", {Encoding::latin_1, 0}).table.rows[0].cells == Cells{"café"});
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

TEST_CASE("csv: an empty file, a header alone, two columns of one name, line ends of an old Mac") {
  CHECK(csv("").faults.size() == 1);
  CHECK(csv("a,b\n").faults.empty());
  CHECK(csv("a,a\n").faults.size() == 1);
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
  CHECK(cell(0, "value.amount") == "2.5");
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

}  // namespace brm::test
