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

}  // namespace brm::test
