// What people are shown that programs are not: amounts without decimals that say nothing, and of
// long tables a page.
#include "render/for_people.h"

#include <doctest/doctest.h>

#include "render/format.h"

namespace brm::test {
namespace {

constexpr Currency usd{};
constexpr Currency jpy{{'J', 'P', 'Y'}};

Cell amount(std::int64_t minor, Currency currency = usd) {
  return {Money{minor, currency}, Tone::plain};
}

/// One table with a column of amounts, and one of texts beside it.
Document with_amounts(std::vector<Cell> amounts) {
  Document document;
  document.sections.push_back({});
  Table table{"t", "", {column("what", "what"), column("cost", "cost", Holds::money)}, {}, ""};
  for (Cell& each : amounts) table.rows.push_back({cell("x"), std::move(each)});
  document.sections.back().tables.push_back(std::move(table));
  return document;
}

std::string shown(const Document& document) {
  const auto copy = for_people(document);
  std::string out;
  for (const auto& row : (copy ? *copy : document).sections.front().tables.front().rows) {
    out += "[" + to_text(row[1]) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("for people: a column of whole amounts has no decimals, one with cents keeps all") {
  CHECK(shown(with_amounts({amount(100'000'00), amount(-5'00), Cell{}})) ==
        "[USD 100,000][USD -5][]");
  CHECK(shown(with_amounts({amount(100'000'00), amount(1)})) == "[USD 100,000.00][USD 0.01]");
  // The yen has none anyway.
  CHECK(shown(with_amounts({amount(1'500, jpy), amount(100)})) == "[JPY 1,500][USD 1]");
  CHECK_FALSE(for_people(with_amounts({Cell{}})).has_value());
}

TEST_CASE("for people: details beside each other are written alike") {
  Document document;
  document.summary = {{"a", "a", amount(700'00)}, {"b", "b", amount(50)}, {"c", "c", cell("7")}};
  CHECK_FALSE(for_people(document).has_value());
  document.summary[1].value = amount(100);
  const auto copy = for_people(document);
  REQUIRE(copy.has_value());
  CHECK(to_text(copy->summary[0].value) == "USD 700");
  CHECK(to_text(copy->summary[1].value) == "USD 1");
  CHECK(to_text(copy->summary[2].value) == "7");
}

TEST_CASE("for people: a long table ends where it says so, and programs have all of it") {
  Document document = with_amounts({amount(1), amount(2), amount(3)});
  Table& table = document.sections.front().tables.front();
  table.most = 3;
  table.rest = "`brm list agreements` has them all";
  CHECK_FALSE(for_people(document).has_value());
  table.most = 2;
  CHECK(shown(document) == "[USD 0.01][USD 0.02]");
  CHECK(for_people(document)->sections.front().paragraphs ==
        std::vector<std::string>{"Here the first 2 of 3; `brm list agreements` has them all."});
  table.title = "\nDear ones";
  const auto named = for_people(document);
  CHECK(named->sections.front().paragraphs ==
        std::vector<std::string>{
            "Dear ones: here the first 2 of 3; `brm list agreements` has them all."});
  CHECK(named->sections.front().tables.front().title == "\nDear ones: the first 2 of 3");
  const std::string csv = render_csv(document, {});
  CHECK(csv == "what,cost,cost_currency\r\nx,0.01,USD\r\nx,0.02,USD\r\nx,0.03,USD\r\n");
}

}  // namespace brm::test
