// What is only for people, and what only for programs.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/format.h"

namespace brm::test {
namespace {

Document with_picture() {
  Document document;
  document.name = "risks";
  document.summary = {{"open", "open", cell(std::size_t{2})},
                      {"closed", "closed by accident", cell(std::size_t{0}), Room::data, {}}};
  Section section;
  section.tables.push_back({"rows",
                            "",
                            {column("id", "id"), column("bar", "bar", Holds::text, Room::picture)},
                            {{cell("a"), cell("##  |")}, {cell("b"), cell("  ####|\n    ##|")}},
                            ""});
  section.tables.push_back(
      {"matrix", "", {column("drawn", "", Holds::text, Room::picture)}, {{cell("  5 | x")}}, ""});
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace

TEST_CASE("document text: a picture keeps its blanks, and what is data is not shown") {
  CHECK(render_text(with_picture(), {40, Colour::off}) ==
        "open  2\n\n"
        "ID  BAR\n"
        "a   ##  |\n"
        "b     ####|\n"
        "        ##|\n"
        "  5 | x\n");
}

TEST_CASE("document json: no pictures, all data") {
  const auto json = nlohmann::ordered_json::parse(render_json(with_picture(), {}));
  CHECK(json.at("summary") == nlohmann::ordered_json({{"open", 2}, {"closed", 0}}));
  CHECK(json.at("rows") == nlohmann::ordered_json::array({{{"id", "a"}}, {{"id", "b"}}}));
  CHECK(!json.contains("matrix"));
}

}  // namespace brm::test
