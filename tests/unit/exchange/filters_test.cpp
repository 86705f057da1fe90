#include "exchange/filters.h"

#include <doctest/doctest.h>

#include <set>

#include "exchange/template.h"

namespace brm::test {
namespace {

const std::vector<SourceTable> tables{
    {"bureaus", "b.csv", {"code", "name"}, {{2, {"10", "Food and Drug Administration"}}}}};
const std::map<std::string, Translation> lists{
    {"direction", {{"U", "increase"}, {"D", "decrease"}}}, {"any", {{"x", "y"}, {"*", "other"}}}};

/// `?` and the message where there is none.
std::string filtered(std::string_view name, const std::string& value,
                     const std::vector<std::string>& arguments = {},
                     const std::string& other = "") {
  const Filter* filter = find_filter(name);
  REQUIRE(filter != nullptr);
  FilterMemory memory;
  const FilterSources sources{tables, lists, memory};
  const auto out = filter->apply({value, arguments, other, sources});
  return out.ok() ? out.value() : "? " + out.failure().message;
}

}  // namespace

TEST_CASE("filters: each does what its example in the manual says") {
  std::set<std::string_view> names;
  for (const Filter& filter : all_filters()) {
    CAPTURE(filter.name);
    CHECK(names.insert(filter.name).second);
    CHECK(filter.meaning.ends_with("."));
    std::string name(filter.example.substr(1));
    name = name.substr(0, name.find(" |"));
    SourceTable table{"t", "t.csv", {name}, {{2, {std::string(filter.from)}}}};
    if (filter.name == "plus") {
      table = {"t", "t.csv", {name, "planned_days"}, {{2, {"2026-06-01", "30"}}}};
    }
    Template read;
    const Scope scope{&table, &table.rows[0], nullptr};
    REQUIRE(!read_template(filter.example, scope, read));
    std::string value = table.rows[0].cells[0];
    for (const FilterCall& call : read.alternatives[0][0].filters) {
      value = filtered(call.filter->name, value, call.arguments, table.rows[0].cells.back());
    }
    const std::size_t several = value.find('\n');
    if (several != std::string::npos) value.replace(several, 1, " and ");
    CHECK(value == filter.to);
  }
}

TEST_CASE("filters: a slug is an id, whatever it was") {
  CHECK(filtered("slug", "Ørsted Łódź") == "orsted-lodz");
  CHECK(filtered("slug", "Æther, Œuvre, Đakovo, Þór, Straße") ==
        "aether-oeuvre-dakovo-thor-strasse");
  CHECK(filtered("slug", "  A & B, Inc. ") == "a-b-inc");
  CHECK(filtered("slug", "abc-def", {"4"}) == "abc");
  CHECK(filtered("slug", "漢字").starts_with("? "));
}

TEST_CASE("filters: numbers as spreadsheets write them") {
  CHECK(filtered("number", "1,234,567.80") == "1234567.80");
  CHECK(filtered("number", "1.234,5", {"comma"}) == "1234.5");
  CHECK(filtered("number", ".5") == "0.5");
  CHECK(filtered("number", "-.5") == "-0.5");
  CHECK(filtered("number", "+007") == "7");
  CHECK(filtered("number", "12 %") == "12");
  CHECK(filtered("number",
                 "1\xC2\xA0"
                 "234") == "1234");
  CHECK(filtered("number", "n/a").starts_with("? "));
  CHECK(filtered("number", "1e3").starts_with("? "));
  CHECK(filtered("number", "(1,250.5)") == "-1250.5");
  CHECK(filtered("number", "12.") == "12");
  CHECK(filtered("number", "-").starts_with("? "));
}

TEST_CASE("filters: a sign that divides anything but thousands is no guess") {
  for (const std::string text : {"12,5", "1,25", ",5", "1 000,50", "1,2,3", "1,234,56", "1,,234",
                                 "1234,567", "1.234,567", "1,234,", "1.2.3"}) {
    CAPTURE(text);
    CHECK(filtered("number", text).starts_with("? "));
  }
  for (const std::string text : {".5", "1.2.3", "1,5.000", "12.5"}) {
    CAPTURE(text);
    CHECK(filtered("number", text, {"comma"}).starts_with("? "));
  }
  CHECK(filtered("number", "1 234 567,5", {"comma"}) == "1234567.5");
  CHECK(filtered("number", "1'234.50") == "1234.50");
}

TEST_CASE("filters: money in millions is exact") {
  CHECK(filtered("times", "0.1", {"3"}) == "0.3");
  CHECK(filtered("times", "-7.98269", {"1000000"}) == "-7982690");
  CHECK(filtered("times", "x", {"2"}).starts_with("? "));
}

TEST_CASE("filters: dates by their pattern") {
  CHECK(filtered("date", "6/1/26", {"M/D/YY"}) == "2026-06-01");
  CHECK(filtered("date", "01.02.99", {"DD.MM.YY"}) == "1999-02-01");
  CHECK(filtered("date", "01.02.69", {"DD.MM.YY"}) == "1969-02-01");
  CHECK(filtered("date", "01.02.68", {"DD.MM.YY"}) == "2068-02-01");
  CHECK(filtered("date", "01.02.00", {"DD.MM.YY"}) == "2000-02-01");
  CHECK(filtered("date", "06/30/2026", {"MM/DD/YYYY"}) == "2026-06-30");
  CHECK(filtered("date", "30-Jun-2026", {"DD-MON-YYYY"}) == "2026-06-30");
  CHECK(filtered("date", "1 June 2026", {"D MON YYYY"}) == "2026-06-01");
  CHECK(filtered("date", "1 Sept. 2026", {"D MON YYYY"}) == "2026-09-01");
  CHECK(filtered("date", "SEPTEMBER 1, 2026", {"MON D, YYYY"}) == "2026-09-01");
  CHECK(filtered("date", "1 Sep. 2026", {"D MON. YYYY"}) == "2026-09-01");
  CHECK(filtered("date", "1 Ju 2026", {"D MON YYYY"}).starts_with("? "));
  CHECK(filtered("date", "1 Juno 2026", {"D MON YYYY"}).starts_with("? "));
  CHECK(filtered("date", "2024-2", {"YYYY-M", "last"}) == "2024-02-29");
  CHECK(filtered("date", "2023-2", {"YYYY-M", "last"}) == "2023-02-28");
  CHECK(filtered("date", "2023-2", {"YYYY-M", "first"}) == "2023-02-01");
  CHECK(filtered("date", "2025-06-12T00:00:00Z", {"YYYY-MM-DD*"}) == "2025-06-12");
  CHECK(filtered("date", "31.02.2026", {"DD.MM.YYYY"}).starts_with("? "));
  CHECK(filtered("date", "30.06.2026 x", {"DD.MM.YYYY"}).starts_with("? "));
  CHECK(filtered("date", "soon", {"DD.MM.YYYY"}).starts_with("? "));
}

TEST_CASE("filters: days are added, and none where the column is empty") {
  CHECK(filtered("plus", "2026-06-01", {"c"}, "30.0") == "2026-07-01");
  CHECK(filtered("plus", "2026-06-01", {"c"}, "-1") == "2026-05-31");
  CHECK(filtered("plus", "2026-06-01", {"c"}, "").empty());
  CHECK(filtered("plus", "June", {"c"}, "3").starts_with("? "));
}

TEST_CASE("filters: words are translated, capitals or not, and others are named") {
  CHECK(filtered("words", "u", {"direction"}) == "increase");
  CHECK(filtered("words", "U\nD", {"direction"}) == "increase\ndecrease");
  CHECK(filtered("words", "N", {"direction"}) == "? `N` is none of the words of `direction`");
  CHECK(filtered("words", "N", {"any"}) == "other");
}

TEST_CASE("filters: lookups that find nothing say where") {
  CHECK(filtered("lookup", "10", {"bureaus", "code", "name"}) == "Food and Drug Administration");
  CHECK(filtered("lookup", "11", {"bureaus", "code", "name"}) ==
        "? table `bureaus` has no row whose `code` is `11`");
  CHECK(filtered("lookup", "10", {"bureaus", "code", "nam"}) ==
        "? table `bureaus` has no column `nam`");
}

TEST_CASE("templates: what is wrong with one is said, with what is near") {
  const SourceTable& table = tables[0];
  const Scope scope{&table, nullptr, nullptr};
  const auto fault_of = [&](std::string_view text) {
    Template out;
    const auto fault = read_template(text, scope, out);
    return fault ? fault->message + " / " + fault->help : std::string();
  };
  CHECK(fault_of("{nam}") == "table `bureaus` has no column `nam` / did you mean `name`?");
  CHECK(fault_of("{name | slugg}") == "there is no filter `slugg` / did you mean `slug`?");
  CHECK(fault_of("{name") ==
        "`{name` has no closing brace / write {column}, or {{ for a brace that is text");
  CHECK(fault_of("{name | times}").starts_with("`times` takes N, and here it has 0 words"));
  CHECK(fault_of("{}").starts_with("braces without a column"));
  CHECK(fault_of("{bureaus.name} and {{code}}").empty());
}

}  // namespace brm::test
