#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/format.h"
#include "render/workbook.h"

namespace brm::test {
namespace {

using Json = nlohmann::ordered_json;
using Value = decltype(Cell::value);

Document document_of(Value value) {
  Document document;
  document.name = "report";
  document.sections.push_back({});
  document.sections[0].tables.push_back({"rows", "", {{"v", "v"}}, {{Cell{std::move(value)}}}, ""});
  return document;
}

/// The only cell's value as json.
Json cell_of(Value value) {
  return Json::parse(render_json(document_of(std::move(value)), {})).at("rows").at(0).at("v");
}

Json number_of(std::string_view text) {
  const DecimalReading reading = read_decimal(text);
  REQUIRE_MESSAGE(reading.fault == NumberFault::none, text);
  return cell_of(reading.number);
}

}  // namespace

TEST_CASE("document json: a whole document") {
  Document document;
  document.name = "outcomes";
  document.title = "Outcomes";
  document.as_of = read_date("2026-07-08").date;
  document.notices = {"1 file could not be read"};
  document.summary = {{"all", "outcomes", cell(std::size_t{2})}};
  Section section{"First", {"Words."}, {{"why", "why", cell("because")}}, {}, "", ""};
  section.tables.push_back({"rows",
                            "",
                            {{"id", "id"}, {"raw", "raw", Align::left, Room::data}},
                            {{cell("a"), cell("b")}, {cell("c"), Cell{}}},
                            ""});
  section.tables.push_back({"none", "", {{"id", "id"}}, {}, "Nothing."});
  document.sections = {section, {"", {}, {}, {}, "faulty", "a: 1\n"}};
  const std::string text = render_json(document, {});
  CHECK(text.ends_with("}\n"));
  const Json expected = {{"schema_version", 1},
                         {"report", "outcomes"},
                         {"as_of", "2026-07-08"},
                         {"notices", {"1 file could not be read"}},
                         {"summary", {{"all", 2}}},
                         {"why", "because"},
                         {"rows", {{{"id", "a"}, {"raw", "b"}}, {{"id", "c"}, {"raw", nullptr}}}},
                         {"none", Json::array()},
                         {"faulty", "a: 1\n"}};
  CHECK(Json::parse(text) == expected);
}

TEST_CASE("document json: cells of every type") {
  CHECK(cell_of(std::monostate{}).is_null());
  CHECK(cell_of(std::string("")) == "");
  CHECK(cell_of(std::string("a\"\\\n\x01")) == "a\"\\\n\x01");
  CHECK(cell_of(true) == true);
  CHECK(cell_of(false) == false);
  CHECK(cell_of(std::int64_t{-7}) == -7);
  CHECK(cell_of(read_date("2026-07-08").date) == "2026-07-08");
  CHECK(cell_of(read_money("EUR -0.5", {}).money) ==
        Json{{"amount", "-0.50"}, {"currency", "EUR"}});
  CHECK(cell_of(read_money("JPY 5", {}).money) == Json{{"amount", "5"}, {"currency", "JPY"}});
  CHECK(cell_of(std::string("caf\xC3\xA9 \xF0\x9F\x98\x80")) == "caf\xC3\xA9 \xF0\x9F\x98\x80");
}

TEST_CASE("document json: bytes that are no UTF-8 are replaced, not an error") {
  CHECK(cell_of(std::string("a\xFF"
                            "b")) ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("document json: numbers of up to 15 digits are numbers") {
  for (const std::string_view text : {"0", "-7", "4.5", "0.95", "-0.05", "999999999999999",
                                      "-999999999999999", "1234567.12345678"}) {
    CAPTURE(text);
    const Json number = number_of(text);
    CHECK(number.is_number());
    CHECK(number.dump() == text);
  }
  CHECK(number_of("4.50").dump() == "4.5");
  CHECK(number_of("45").is_number_integer());
}

TEST_CASE("document json: a negative number of 15 digits is a number too") {
  CHECK(number_of("-1234567.12345678").is_number());
  CHECK(number_of("-0.12345678901234").is_number());
}

TEST_CASE(
    "document json: numbers of more than 15 digits do not survive a double, so they are text") {
  for (const std::string_view text : {"9999999999999999", "-9999999999999999", "999999999999999999",
                                      "0.1234567890123456", "12345678901234.567"}) {
    CAPTURE(text);
    CHECK(number_of(text) == text);
  }
}

TEST_CASE("document json: every format writes a document of one cell") {
  for (const Format& format : document_formats()) {
    CAPTURE(format.words.name);
    const std::string written = format.render(document_of(std::string("word")), {});
    CHECK(written.find("word") != std::string::npos);
    CHECK((written.ends_with('\n') || is_for_files(format.words)));
  }
}

}  // namespace brm::test
