// Figures as reports show them.
#include "reports/words.h"

#include <doctest/doctest.h>

namespace brm::test {
namespace {

std::string percent(std::int64_t part, std::int64_t all) {
  return to_text(percent_cell(Rational(part), Rational(all)));
}

}  // namespace

TEST_CASE("words: a percentage is rounded, and 100 only where it is all of it") {
  CHECK(percent(1, 3) == "33.3");
  CHECK(percent(2, 3) == "66.7");
  CHECK(percent(8976, 100'000) == "9.0");
  CHECK(percent(9994, 10'000) == "99.9");
  CHECK(percent(99'999, 100'000) == "99.9");
  CHECK(percent(5, 5) == "100.0");
  CHECK(percent(1, 0).empty());
}

TEST_CASE("words: a figure too large to round is cut off rather than wrong") {
  CHECK(to_text(rounded_to(Rational(7, 9), 2)) == "0.78");
  CHECK(to_text(rounded_to(Rational(-7, 9), 2)) == "-0.78");
  CHECK(to_text(rounded_to(Rational(2'000'000'000), 1)) ==
        to_text(floored_to(Rational(2'000'000'000), 1)));
}

TEST_CASE("words: what nobody named may have been left out") {
  CHECK(unnamed("no goal", 0) == "(no goal)");
  CHECK(unnamed("no goal", 3) == "(no goal, or left out for this audience)");
}

}  // namespace brm::test
