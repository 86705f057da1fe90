// Where an addition comes in, by how what is around it is laid out.
#include <doctest/doctest.h>

#include "commands/edited_file.h"
#include "support/run.h"
#include "write/yaml.h"

namespace brm::test {
namespace {

std::string recorded_in(const std::string& text) {
  const auto file = EditedFile::of("a.yaml", text);
  REQUIRE_MESSAGE(file.ok(), file.failure().message);
  Yaml item = Yaml::map();
  item.fields.emplace_back("date", Yaml::of("2026-06-30"));
  item.fields.emplace_back("value", Yaml::of("41"));
  const auto now = file.value().with(Addition{0, "list", Into::list, item});
  REQUIRE_MESSAGE(now.ok(), now.failure().message);
  return now.value();
}

std::string met_in(const std::string& text) {
  const auto file = EditedFile::of("a.yaml", text);
  REQUIRE_MESSAGE(file.ok(), file.failure().message);
  const auto now = file.value().with(Addition{0, "met_on", Into::field, Yaml::of("2026-06-30")});
  REQUIRE_MESSAGE(now.ok(), now.failure().message);
  return now.value();
}

}  // namespace

TEST_CASE("edited file: an item looks like those beside it") {
  CHECK(recorded_in("list:\n  - {date: 2026-05-31, value: 40}   # May\n# end\nid: a\n") ==
        "list:\n  - {date: 2026-05-31, value: 40}   # May\n  - {date: 2026-06-30, value: 41}\n"
        "# end\nid: a\n");
  CHECK(recorded_in("list:\n- date: 2026-05-31\n  value: 40\nid: a\n") ==
        "list:\n- date: 2026-05-31\n  value: 40\n- date: 2026-06-30\n  value: 41\nid: a\n");
  CHECK(
      recorded_in("list:\n  -   date: 2026-05-31\n      value: 40\n") ==
      "list:\n  -   date: 2026-05-31\n      value: 40\n  -   date: 2026-06-30\n      value: 41\n");
  CHECK(recorded_in("list:\n  - date: 2026-04-30\n\n  - date: 2026-05-31\n\nid: a\n") ==
        "list:\n  - date: 2026-04-30\n\n  - date: 2026-05-31\n\n  - date: 2026-06-30\n"
        "    value: 41\n\nid: a\n");
  CHECK(recorded_in("list:\n  - date: 2026-05-31\n    note: |\n      two\n      lines\nid: a\n") ==
        "list:\n  - date: 2026-05-31\n    note: |\n      two\n      lines\n  - date: 2026-06-30\n"
        "    value: 41\nid: a\n");
}

TEST_CASE("edited file: a list that is empty or missing is begun") {
  CHECK(recorded_in("id: a\n") == "id: a\nlist:\n  - {date: 2026-06-30, value: 41}\n");
  CHECK(recorded_in("list:   # none yet\nid: a\n") ==
        "list:   # none yet\n  - {date: 2026-06-30, value: 41}\nid: a\n");
  CHECK(recorded_in("list: []  # none\nid: a\n") ==
        "list:  # none\n  - {date: 2026-06-30, value: 41}\nid: a\n");
  CHECK(recorded_in("list: ~\nid: a") == "list:\n  - {date: 2026-06-30, value: 41}\nid: a");
  CHECK(recorded_in("id: a\nlist: [ ]") == "id: a\nlist:\n  - {date: 2026-06-30, value: 41}");
  CHECK(recorded_in("{id: a}\n") == "{id: a, list: [{date: 2026-06-30, value: 41}]}\n");
  CHECK(recorded_in("{id: a, list: []}\n") == "{id: a, list: [{date: 2026-06-30, value: 41}]}\n");
  CHECK(recorded_in("list: [\n  # none\n]\nid: a\n") ==
        "list: [{date: 2026-06-30, value: 41}\n  # none\n]\nid: a\n");
}

TEST_CASE("edited file: brackets grow as they began") {
  CHECK(recorded_in("list: [{date: 2026-05-31}]\n") ==
        "list: [{date: 2026-05-31}, {date: 2026-06-30, value: 41}]\n");
  CHECK(recorded_in("list: [\n  {date: 2026-05-31}\n]\n") ==
        "list: [\n  {date: 2026-05-31},\n  {date: 2026-06-30, value: 41}\n]\n");
  CHECK(recorded_in("list: [\n  {date: 2026-05-31},\n]\n") ==
        "list: [\n  {date: 2026-05-31},\n  {date: 2026-06-30, value: 41},\n]\n");
  CHECK(recorded_in("list: [\n  {date: 2026-05-31}  # May\n]\n") ==
        "list: [\n  {date: 2026-05-31},  # May\n  {date: 2026-06-30, value: 41}\n]\n");
}

TEST_CASE("edited file: comments and blank lines stay with what they are of") {
  CHECK(recorded_in(
            "list:\n  - date: 2026-05-31\n    # of May\n\n    # and more\n\n# of id\nid: a\n") ==
        "list:\n  - date: 2026-05-31\n    # of May\n\n    # and more\n  - date: 2026-06-30\n"
        "    value: 41\n\n# of id\nid: a\n");
  CHECK(recorded_in("list:\n- {date: 2026-05-31}\n  # of May\n# of id\nid: a\n") ==
        "list:\n- {date: 2026-05-31}\n  # of May\n- {date: 2026-06-30, value: 41}\n# of id\n"
        "id: a\n");
  CHECK(recorded_in("list:\n  - {date: 2026-05-31}\n  # of the list\nid: a\n") ==
        "list:\n  - {date: 2026-05-31}\n  # of the list\n  - {date: 2026-06-30, value: 41}\n"
        "id: a\n");
  CHECK(recorded_in("list:\r\n  - {date: 2026-05-31}\r\n    # of May") ==
        "list:\r\n  - {date: 2026-05-31}\r\n    # of May\r\n  - {date: 2026-06-30, value: 41}");
  CHECK(recorded_in("list:\n  # monthly\nid: a\n") ==
        "list:\n  # monthly\n  - {date: 2026-06-30, value: 41}\nid: a\n");
  CHECK(met_in("by: us\nof:\n  - id: b\n    # of b\n# the end\n") ==
        "by: us\nof:\n  - id: b\n    # of b\n# the end\nmet_on: 2026-06-30\n");
  CHECK(met_in("note: |+\n  text\n\n\n# of by\n") ==
        "note: |+\n  text\n\n\n# of by\nmet_on: 2026-06-30\n");
  CHECK(recorded_in(
            "list:\n  - note: >+\n      text\n\n  - note: |+  # kept\n      text\n\n\nid: a\n") ==
        "list:\n  - note: >+\n      text\n\n  - note: |+  # kept\n      text\n\n\n"
        "  - date: 2026-06-30\n    value: 41\nid: a\n");
  CHECK(recorded_in("list:\n  - note: |  # +\n      text\n\nid: a\n") ==
        "list:\n  - note: |  # +\n      text\n  - date: 2026-06-30\n    value: 41\n\nid: a\n");
}

TEST_CASE("edited file: line ends that a text keeps at the end of a file are in the way") {
  for (const char* end : {"", "\n", "\n\n\n", "\r\n\r\n", "\n  \n"}) {
    const auto file = EditedFile::of("a.yaml", std::string("note: |+\n  text") + end);
    REQUIRE(file.ok());
    const auto now = file.value().with(Addition{0, "met_on", Into::field, Yaml::of("2026-06-30")});
    REQUIRE(!now.ok());
    CHECK(now.failure().message ==
          "a.yaml:1: its last text, written with `|+` or `>+`, keeps the line ends of the file");
  }
}

TEST_CASE("edited file: what is JSON stays JSON") {
  CHECK(recorded_in("{\"id\": \"a\"}\n") ==
        "{\"id\": \"a\", \"list\": [{\"date\": \"2026-06-30\", \"value\": 41}]}\n");
  CHECK(recorded_in("{\"list\": [{\"date\": \"2026-05-31\"}]}\n") ==
        "{\"list\": [{\"date\": \"2026-05-31\"}, {\"date\": \"2026-06-30\", \"value\": 41}]}\n");
  CHECK(recorded_in("{\"id\": \"a\", \"list\": []}\n") ==
        "{\"id\": \"a\", \"list\": [{\"date\": \"2026-06-30\", \"value\": 41}]}\n");
  CHECK(recorded_in("{\"id\": \"a\", \"list\": null}\n") ==
        "{\"id\": \"a\", \"list\": [{\"date\": \"2026-06-30\", \"value\": 41}]}\n");
  CHECK(recorded_in("list:\n  - {\"date\": \"2026-05-31\"}\n") ==
        "list:\n  - {\"date\": \"2026-05-31\"}\n  - {\"date\": \"2026-06-30\", \"value\": 41}\n");
  CHECK(met_in("{\"id\": \"a\"}\n") == "{\"id\": \"a\", \"met_on\": \"2026-06-30\"}\n");
  CHECK(met_in("{\"of\": [{id: a}]}\n") == "{\"of\": [{id: a}], \"met_on\": \"2026-06-30\"}\n");
}

TEST_CASE("edited file: a field is filled where its key stands, else behind the last") {
  CHECK(met_in("id: a\nmet_on:\nby: us\n") == "id: a\nmet_on: 2026-06-30\nby: us\n");
  CHECK(met_in("id: a\nmet_on:   # open\n") == "id: a\nmet_on: 2026-06-30   # open\n");
  CHECK(met_in("id: a\nmet_on: ~\n") == "id: a\nmet_on: 2026-06-30\n");
  CHECK(met_in("id: a\r\nby: us\r\n") == "id: a\r\nby: us\r\nmet_on: 2026-06-30\r\n");
  CHECK(met_in("{id: a, met_on: }\n") == "{id: a, met_on: 2026-06-30 }\n");
}

}  // namespace brm::test
