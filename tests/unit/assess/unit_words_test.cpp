// What a change of so many units a month is called.
#include "assess/unit_words.h"

#include <doctest/doctest.h>

namespace brm::test {

TEST_CASE("unit words: points of a percentage, and a rate each month") {
  CHECK(change_a_month("0.75", "days") == "0.75 days a month");
  CHECK(change_a_month("0.75", "") == "0.75 a month");
  CHECK(change_a_month("1.63", "percent") == "1.63 percentage points a month");
  CHECK(change_a_month("1.63", "%") == "1.63 percentage points a month");
  CHECK(change_a_month("40", "calls a month") == "40 calls a month, each month");
  CHECK(change_a_month("40", "calls per week") == "40 calls per week, each month");
  CHECK(change_a_month("2", "a month") == "2 a month a month");
  CHECK(change_a_month("2", "percent of cases") == "2 percent of cases a month");
}

}  // namespace brm::test
