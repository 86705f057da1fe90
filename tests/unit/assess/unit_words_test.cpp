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

TEST_CASE("unit words: of which units a share can be given") {
  for (const char* unit : {"percent", "%", "Percent", "per cent", "% of calls", "percent of cases",
                           "percentage", "pct"}) {
    CHECK_MESSAGE(is_percent(unit), unit);
    CHECK_MESSAGE(is_part_of_whole(unit), unit);
    CHECK_MESSAGE(is_share(unit), unit);
  }
  for (const char* unit : {"share", "Share of cases", "fraction", "proportion"}) {
    CHECK_MESSAGE(!is_percent(unit), unit);
    CHECK_MESSAGE(is_part_of_whole(unit), unit);
    CHECK_MESSAGE(is_share(unit), unit);
  }
  for (const char* unit : {"ratio", "calls per case", "USD/case", "error rate"}) {
    CHECK_MESSAGE(!is_part_of_whole(unit), unit);
    CHECK_MESSAGE(is_share(unit), unit);
  }
  for (const char* unit : {"days", "calls", "permits", "persons", "", "parts", "rated calls"}) {
    CHECK_MESSAGE(!is_share(unit), unit);
  }
}

}  // namespace brm::test
