// The names of stored and computed fields, over the tables of every kind.
#include <doctest/doctest.h>

#include <set>

#include "assess/facts.h"
#include "model/all_kinds.h"

namespace brm::test {

TEST_CASE("facts: no name stands twice in a list of names") {
  for (const Kind* kind : all_kinds()) {
    CAPTURE(kind->name);
    const auto names = names_of(*kind);
    CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
  }
}

TEST_CASE("facts: every listed name can be asked") {
  for (const Kind* kind : all_kinds()) {
    for (const std::string_view name : names_of(*kind)) {
      CAPTURE(kind->name);
      CAPTURE(name);
      const auto question = Question::find(*kind, name);
      REQUIRE(question.has_value());
      CHECK((question->type() == Type::choice) == !question->words().empty());
    }
  }
}

TEST_CASE("facts: how people read an answer") {
  CHECK(to_text(Fact{}) == "");
  CHECK(to_text(Fact{true}) == "yes");
  CHECK(to_text(Fact{false}) == "no");
  CHECK(to_text(Fact{std::string("text")}) == "text");
  CHECK(to_text(Fact{read_decimal("4.50").number}) == "4.50");
  CHECK(to_text(Fact{read_date("2026-07-08").date}) == "2026-07-08");
  CHECK(to_text(Fact{read_money("EUR 5", {}).money}) == "EUR 5.00");
}

TEST_CASE("facts: a computed field is of one kind or of all, and said in one sentence") {
  for (const ComputedField& field : computed_fields()) {
    CAPTURE(field.name);
    CHECK((field.kind.empty() || find_kind(field.kind) != nullptr));
    CHECK(field.meaning.ends_with('.'));
    CHECK((field.type == Type::choice) == !field.words.empty());
    for (const Kind* kind : all_kinds()) {
      CHECK(is_of(field, *kind) == (field.kind.empty() || field.kind == kind->name));
    }
  }
}

}  // namespace brm::test
