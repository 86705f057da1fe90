#include "model/portfolio.h"

#include <doctest/doctest.h>

#include "model/initiative_fields.h"
#include "model/of.h"
#include "model/office_fields.h"
#include "read/read_portfolio.h"

namespace brm::test {
namespace {

constexpr std::string_view files = R"(# a/nobody.yaml
kind: person
id: nobody
title: N. Body
# brm.yaml
kind: office
id: mo-cio
title: Office of the CIO
jurisdiction: Missouri
currency: EUR
goals:
  - {id: faster, statement: Decide faster}
  - {id: portal, statement: The same id as a record}
# initiatives/portal.yaml
kind: initiative
id: portal
title: One portal
type: project
status: active
start: 2026-01-05
parties:
  - {relationship: dhhs, role: sponsor}
  - {relationship: mdot, role: funder}
tags: [web, forms]
budget: {approved: 125000.50, spent: USD 7}
outcomes:
  - id: days
    title: Days to decide
    goals: [faster]
    indicator: {measure: time, unit: days, direction: decrease, may_be_summed: true}
    baseline: {date: 2026-01-31, value: 45.50}
    target: {between: [10, 20.5]}
    value_shares:
      - {relationship: dhhs, percent: 33.3}
    measurements:
      - {date: 2026-02-28, value: 44, target: 40}
      - {date: 2026-03-31, met: false}
  - id: calls
    title: Calls
milestones:
  - {id: days, title: A part with the same id, due: 2026-05-01}
# initiatives/twin.yaml
kind: initiative
id: portal
title: The same id again
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}]
outcomes:
  - {id: late, title: Only here}
)";

Reading read_files() { return read_portfolio(folder_of(files)); }

std::string_view title_of(const Item* item) {
  const Value* title = item == nullptr ? nullptr : item->find(std::string_view("title"));
  return title == nullptr ? "(none)" : title->as_text();
}

Of<kinds::initiative> portal_of(const Portfolio& portfolio) {
  const Item* record = portfolio.find_record("portal");
  REQUIRE(record != nullptr);
  return Of<kinds::initiative>(*record);
}

}  // namespace

TEST_CASE("portfolio: records stand in the bytewise order of their paths") {
  const Reading reading = read_files();
  const Portfolio& portfolio = reading.portfolio;
  std::string titles;
  for (const Item* record : portfolio.records()) titles.append(title_of(record)).append("|");
  CHECK(titles == "N. Body|Office of the CIO|One portal|The same id again|");
  REQUIRE(portfolio.office() != nullptr);
  CHECK(title_of(portfolio.office()) == "Office of the CIO");
  CHECK(portfolio.file(portfolio.records()[2]->file).path() == "initiatives/portal.yaml");
  CHECK(portfolio.files().size() == 4);
}

TEST_CASE("portfolio: a record is found by its id, a part by both") {
  const Reading reading = read_files();
  const Portfolio& portfolio = reading.portfolio;
  struct Case {
    std::string_view reference;
    std::string_view title;
  };
  constexpr Case cases[] = {
      {"portal", "One portal"},           // the first of two, and before the goal
      {"portal/days", "Days to decide"},  // the first of two
      {"portal/calls", "Calls"},
      {"portal/late", "Only here"},
      {"nobody", "N. Body"},
      {"mo-cio", "Office of the CIO"},
      {"days", "(none)"},
      {"Portal", "(none)"},
      {"portal/", "(none)"},
      {"/days", "(none)"},
      {"", "(none)"},
      {"portal/days/days", "(none)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.reference);
    CHECK(title_of(portfolio.find(c.reference)) == c.title);
  }
}

TEST_CASE("portfolio: a part of a record with many, and of the second of two records") {
  constexpr std::string_view head = "kind: initiative\ntitle: One\ntype: project\nstatus: active\n";
  const auto outcome = [](const std::string& id) { return "  - {id: " + id + ", title: T}\n"; };
  for (const int many : {1, 100, 254, 255, 256, 1000}) {
    std::string first = std::string(head) + "id: one\noutcomes:\n";
    for (int i = 0; i < many; ++i) first += outcome("o-" + std::to_string(i));
    const std::string second =
        std::string(head) + "id: one\noutcomes:\n" + outcome("o-0") + outcome("only-here");
    const Reading reading = read_portfolio(MemoryFolder({{"a.yaml", first}, {"b.yaml", second}}));
    const Portfolio& portfolio = reading.portfolio;
    CAPTURE(many);
    REQUIRE(portfolio.records().size() == 2);
    for (const int i : {0, many / 2, many - 1}) {
      const Item* part = portfolio.find("one/o-" + std::to_string(i));
      REQUIRE(part != nullptr);
      CHECK(part->id() == "o-" + std::to_string(i));
      CHECK(&part->record() == portfolio.records()[0]);
    }
    REQUIRE(portfolio.find("one/only-here") != nullptr);
    CHECK(&portfolio.find("one/only-here")->record() == portfolio.records()[1]);
    CHECK(portfolio.find("one/o-" + std::to_string(many)) == nullptr);
  }
}

TEST_CASE("portfolio: a goal is found by its bare id") {
  const Reading reading = read_files();
  const Portfolio& portfolio = reading.portfolio;
  const Item* goal = portfolio.find("faster");
  REQUIRE(goal != nullptr);
  CHECK(goal->kind == &kinds::goal);
  CHECK(goal == portfolio.find("mo-cio/faster"));
  CHECK(goal == portfolio.find_part(*portfolio.office(), "faster"));
  CHECK(portfolio.find_record("faster") == nullptr);
  CHECK(portfolio.find("mo-cio/portal")->kind == &kinds::goal);
}

TEST_CASE("portfolio: all of a kind, in the order they were written") {
  const Reading reading = read_files();
  const Portfolio& portfolio = reading.portfolio;
  CHECK(portfolio.all(kinds::initiative).size() == 2);
  REQUIRE(portfolio.all(kinds::outcome).size() == 3);
  CHECK(portfolio.all(kinds::outcome)[0]->id() == "days");
  CHECK(portfolio.all(kinds::outcome)[1]->id() == "calls");
  CHECK(portfolio.all(kinds::outcome)[2]->id() == "late");
  CHECK(portfolio.all(kinds::measurement).size() == 2);
  CHECK(portfolio.all(kinds::party).size() == 3);
  CHECK(portfolio.all(kinds::period_target).size() == 1);  // written as a bare value
  CHECK(portfolio.all(kinds::risk).empty());
}

TEST_CASE("portfolio: nothing in an empty one") {
  const Reading reading = read_portfolio(MemoryFolder({}));
  const Portfolio& portfolio = reading.portfolio;
  CHECK(portfolio.records().empty());
  CHECK(portfolio.office() == nullptr);
  CHECK(portfolio.find("a") == nullptr);
  CHECK(portfolio.find("a/b") == nullptr);
  CHECK(portfolio.find_record("") == nullptr);
  CHECK(portfolio.all(kinds::risk).empty());
}

TEST_CASE("portfolio: texts of a file of a few bytes stay readable") {
  const Reading reading = read_portfolio(folder_of("# a.yaml\n{kind: body}"));
  REQUIRE(reading.portfolio.records().size() == 1);
  const Item& record = *reading.portfolio.records()[0];
  const std::string_view kind = record.find(std::string_view("kind"))->as_text();
  CHECK(kind == "body");
  CHECK(kind.data() == reading.portfolio.file(record.file).bytes().data() + 7);
}

TEST_CASE("portfolio: many files come out in their order, with findings in theirs") {
  std::map<std::string, std::string> many;
  for (int i = 1000; i < 1700; ++i) {
    const std::string id = "p" + std::to_string(i);
    many["people/" + id + ".yaml"] = "kind: person\nid: " + id + "\nrole: Clerk\nnot_a_field: 1\n";
  }
  const Reading reading = read_portfolio(MemoryFolder(many));
  REQUIRE(reading.portfolio.records().size() == 700);
  REQUIRE(reading.findings.list().size() == 700);
  CHECK(reading.files_read == 700);
  for (std::uint32_t i = 0; i < 700; ++i) {
    const Item& record = *reading.portfolio.records()[i];
    CHECK(record.id() == "p" + std::to_string(1000 + i));
    CHECK(reading.portfolio.file(record.file).stem() == record.id());
    CHECK(reading.findings.list()[i].place.file == record.file);
  }
}

TEST_CASE("item: its record, its place and its id") {
  const Reading reading = read_files();
  const Portfolio& portfolio = reading.portfolio;
  const Item* measurement = portfolio.all(kinds::measurement)[0];
  CHECK(measurement->record().id() == "portal");
  CHECK(measurement->parent->id() == "days");
  CHECK(measurement->id().empty());
  CHECK(measurement->id_value() == nullptr);
  CHECK(measurement->place() == Span{measurement->file, measurement->offset, 0});
  const Item* outcome = portfolio.find("portal/calls");
  const SourceFile& source = portfolio.file(outcome->file);
  CHECK(source.bytes().substr(outcome->place().offset, outcome->place().length) == "calls");
  CHECK(&outcome->record() == portfolio.find_record("portal"));
  CHECK(outcome->find(std::string_view("no_such_field")) == nullptr);
  CHECK(outcome->find(std::string_view("target")) == nullptr);
}

TEST_CASE("of: each type of field comes out as its own type, with its place") {
  const Reading reading = read_files();
  const auto portal = portal_of(reading.portfolio);
  const SourceFile& source = reading.portfolio.file(portal.item().file);
  const auto written = [&](const Span& span) {
    return source.bytes().substr(span.offset, span.length);
  };
  const auto start = portal.get<"start">();
  REQUIRE(start.has_value());
  CHECK(to_text(start->value) == "2026-01-05");
  CHECK(written(start->span) == "2026-01-05");
  const auto budget = portal.get<"budget">();
  REQUIRE(budget.has_value());
  CHECK(to_text(budget->get<"approved">()->value) == "EUR 125000.50");  // the office's currency
  CHECK(to_text(budget->get<"spent">()->value) == "USD 7.00");
  CHECK(written(budget->get<"spent">()->span) == "USD 7");
  CHECK(portal.get<"status">()->value == "active");
  CHECK(portal.is<"status", "active">());
  CHECK_FALSE(portal.is<"status", "paused">());
  CHECK(portal.text<"title">() == "One portal");
}

TEST_CASE("of: what was not written is absent") {
  const Reading reading = read_files();
  const auto portal = portal_of(reading.portfolio);
  CHECK_FALSE(portal.get<"end">().has_value());
  CHECK_FALSE(portal.get<"business_case">().has_value());
  CHECK_FALSE(portal.has<"end">());
  CHECK(portal.has<"start">());
  CHECK(portal.text<"notes">() == "");
  CHECK_FALSE(portal.is<"criticality", "high">());
  CHECK(portal.get<"risks">().empty());
  CHECK(portal.get<"risks">().size() == 0);
  for (const auto risk : portal.get<"risks">()) FAIL(risk.text<"event">());
}

TEST_CASE("of: lists of texts, parts and numbers") {
  const Reading reading = read_files();
  const auto portal = portal_of(reading.portfolio);
  std::string words;
  for (const auto tag : portal.get<"tags">()) words.append(tag.value).append(" ");
  for (const auto party : portal.get<"parties">()) words.append(party.text<"role">()).append(" ");
  CHECK(words == "web forms sponsor funder ");
  const auto outcomes = portal.get<"outcomes">();
  REQUIRE(outcomes.size() == 2);
  const auto days = outcomes[0];
  CHECK(days.get<"indicator">()->get<"may_be_summed">()->value);
  CHECK(to_text(days.get<"baseline">()->get<"value">()->value) == "45.50");
  const auto between = days.get<"target">()->get<"between">();
  REQUIRE(between.size() == 2);
  CHECK(to_text(between[1].value) == "20.5");
  const auto measurements = days.get<"measurements">();
  CHECK(to_text(measurements[0].get<"target">()->get<"value">()->value) == "40");
  CHECK_FALSE(measurements[1].get<"met">()->value);
  CHECK(to_text(days.get<"value_shares">()[0].get<"percent">()->value) == "33.3");
}

}  // namespace brm::test
