#include "base/cadence.h"

#include <doctest/doctest.h>

#include <string>

namespace brm::test {

TEST_CASE("cadence: words and durations are read as days") {
  struct Case {
    std::string_view text;
    int days;
  };
  constexpr Case cases[] = {
      {"weekly", 7},       {"biweekly", 14},    {"monthly", 31},  {"quarterly", 92},
      {"semiannual", 184}, {"annual", 366},     {"P1D", 1},       {"P45D", 45},
      {"P1W", 7},          {"P2W", 14},         {"P1M", 31},      {"P3M", 93},
      {"P1Y", 366},        {"P1Y1M1W1D", 405},  {"P1Y1D", 367},   {"P1M2W", 45},
      {"P0Y1D", 1},        {"P007D", 7},        {"P100Y", 36600}, {"P36600D", 36600},
      {"P99Y366D", 36600}, {"P5228W4D", 36600},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read_cadence(c.text) == c.days);
  }
}

TEST_CASE("cadence: anything else is none") {
  for (const std::string_view text : {"",
                                      "P",
                                      "D",
                                      "PD",
                                      "P1",
                                      "P45",
                                      "45D",
                                      "45",
                                      "p45d",
                                      "P45d",
                                      "P0D",
                                      "P0Y0M0D",
                                      "P36601D",
                                      "P101Y",
                                      "P100Y1D",
                                      "P5229W",
                                      "P1181M",
                                      "P1D1M",
                                      "P1M1Y",
                                      "P1D1D",
                                      "P1W1W",
                                      "PT1H",
                                      "P1DT1H",
                                      "P-1D",
                                      "P+1D",
                                      "P1.5D",
                                      "P1,5D",
                                      "P 1D",
                                      "P1D ",
                                      " P1D",
                                      "P1H",
                                      "Weekly",
                                      "WEEKLY",
                                      "weekly ",
                                      "week",
                                      "daily",
                                      "every four weeks",
                                      "bi-weekly",
                                      "P1D/P2D",
                                      "PYD",
                                      "P99999999999D",
                                      "P99999999999999999999999999Y",
                                      "P1Y99999999999999999999D"}) {
    CAPTURE(text);
    CHECK(read_cadence(text) == std::nullopt);
  }
}

TEST_CASE("cadence: each word of the list is one") {
  CHECK(cadence_words().size() == 6);
  int before = 0;
  for (const std::string_view word : cadence_words()) {
    CAPTURE(word);
    REQUIRE(read_cadence(word).has_value());
    CHECK(*read_cadence(word) > before);  // from often to seldom
    before = *read_cadence(word);
  }
}

}  // namespace brm::test
