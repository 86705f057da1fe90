// Outcomes that stay somewhere: which target a value is judged against, and what meets it.
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string indicator(const std::string& direction, const std::string& kind = "hold") {
  const std::string kind_field = kind.empty() ? "" : ", kind: " + kind;
  return "    indicator: {measure: level, unit: points, direction: " + direction + kind_field +
         "}\n";
}

/// How one value of 4.9, 5 and 5.1 fares.
std::string fares(const std::string& direction, const std::string& standing,
                  const std::string& own) {
  return each(std::vector<std::string>{"4.9", "5", "5.1"}, [&](const std::string& value) {
    std::string fields = indicator(direction);
    if (!standing.empty()) fields += "    target: " + standing + "\n";
    fields += "    measurements:\n      - {date: 2026-01-02, value: " + value;
    if (!own.empty()) fields += ", target: " + own;
    const Judged judged = judge_outcome(fields + "}\n", day(1));
    if (judged.judged == 0) return judged.word;
    return std::string(judged.met == 1 ? "met" : "failed");
  });
}

/// Both as the standing target and as that of the period.
std::string fares_under(const std::string& direction, const std::string& target) {
  const std::string standing = fares(direction, target, "");
  CHECK(fares(direction, "", target) == standing);
  return standing;
}

const std::string none = "no_target no_target no_target";

}  // namespace

TEST_CASE("verdict hold: meeting a bound exactly is meeting it") {
  CHECK(fares_under("increase", "{at_least: 5}") == "failed met met");
  CHECK(fares_under("increase", "{at_most: 5.0}") == "met met failed");
  CHECK(fares_under("decrease", "{at_most: 5}") == "met met failed");
  CHECK(fares_under("decrease", "{at_least: 5.00}") == "failed met met");
  CHECK(fares_under("increase", "{between: [5, 5.1]}") == "failed met met");
  CHECK(fares_under("decrease", "{between: [4.9, 5]}") == "met met failed");
  CHECK(fares_under("increase", "{at_least: 5, at_most: 5}") == "failed met failed");
}

TEST_CASE("verdict hold: a single number bounds by its direction") {
  CHECK(fares_under("increase", "{value: 5}") == "failed met met");
  CHECK(fares_under("decrease", "{value: 5}") == "met met failed");
  CHECK(fares("increase", "", "5") == "failed met met");
  CHECK(fares("decrease", "", "5") == "met met failed");
}

TEST_CASE("verdict hold: maintain needs both bounds") {
  CHECK(fares_under("maintain", "{value: 5}") == none);
  CHECK(fares("maintain", "", "5") == none);
  CHECK(fares_under("maintain", "{at_least: 5}") == none);
  CHECK(fares_under("maintain", "{at_most: 5}") == none);
  CHECK(fares_under("maintain", "{at_least: 5, at_most: 5}") == "failed met failed");
  CHECK(fares_under("maintain", "{between: [5, 5.1]}") == "failed met met");
  CHECK(fares_under("maintain", "{between: [4.9, 5]}") == "met met failed");
}

TEST_CASE("verdict hold: the period's own target comes before the standing one") {
  CHECK(fares("increase", "{at_least: 5}", "4.9") == "met met met");
  CHECK(fares("increase", "{at_least: 5}", "{at_least: 5.1}") == "failed failed met");
  CHECK(fares("increase", "{at_least: 5}", "{at_most: 4.9}") == "met failed failed");
  CHECK(fares("increase", "{at_least: 5}", "0") == "met met met");  // a target of zero is one
  CHECK(fares("decrease", "{at_most: 5}", "0") == "failed failed failed");
  // One that bounds nothing is none.
  CHECK(fares("maintain", "{between: [5, 5.1]}", "5") == "failed met met");
}

TEST_CASE("verdict hold: the standing target is in force from its first to its last day") {
  const std::string fields =
      indicator("increase") + "    target: {at_least: 5, from: 2026-01-03, until: 2026-01-05}\n";
  const auto judged_on = [&](int number) {
    const Judged judged = judge_outcome(fields + measured({{number, "5"}}), day(number));
    return judged.judged == 0 ? judged.word : judged.word + "!";
  };
  CHECK(each(std::vector<int>{1, 2, 4, 5}, judged_on) ==
        "no_target too_early! too_early! no_target");
  const std::string own =
      "    measurements:\n"
      "      - {date: 2026-01-02, value: 5, target: 4}\n"   // before it, by its own
      "      - {date: 2026-01-02, value: 5}\n"              // before it: not judged
      "      - {date: 2026-01-03, value: 5}\n"              // its first day
      "      - {date: 2026-01-05, value: 4}\n"              // its last day
      "      - {date: 2026-01-06, value: 5}\n"              // after it: not judged
      "      - {date: 2026-01-06, value: 5, target: 4}\n";  // after it, by its own
  const Judged on_last_day = judge_outcome(fields + own, day(4));
  CHECK(on_last_day.judged == 3);
  CHECK(on_last_day.met == 2);
  CHECK(on_last_day.word == "at_risk");
  const Judged ended = judge_outcome(fields + own, day(5));
  CHECK(ended.judged == 4);
  CHECK(ended.met == 3);
  CHECK(ended.word == "missed");
}

TEST_CASE("verdict hold: a share is judged by its exact value") {
  const auto met = [](const std::string& unit, const std::string& target,
                      const std::string& share) {
    const Judged judged = judge_outcome(
        "    indicator: {measure: met, unit: " + unit + ", direction: increase, kind: hold}\n" +
            "    target: {at_least: " + target + "}\n" + "    measurements: [{date: 2026-01-02, " +
            share + "}]\n",
        day(1));
    CHECK(judged.judged == 1);
    return judged.met == 1;
  };
  CHECK(met("percent", "33.3333333333", "numerator: 1, denominator: 3"));
  CHECK(!met("percent", "33.3333333334", "numerator: 1, denominator: 3"));
  CHECK(met("percent", "70", "numerator: 7, denominator: 10"));
  CHECK(met("share", "0.7", "numerator: 0.7, denominator: 1"));
  CHECK(!met("share", "0.7", "numerator: 0.69999999, denominator: 1"));
  CHECK(!met("share", "70", "numerator: 7, denominator: 10"));
}

TEST_CASE("verdict hold: maintain holds whatever its kind says, but for pass_fail") {
  const std::string rest =
      "    target: {between: [4, 6]}\n" + measured({{1, "5"}, {2, "5"}, {3, "5"}});
  for (const char* kind : {"", "hold", "reach"}) {
    CHECK(verdict_on(indicator("maintain", kind) + rest, 3) == "on_track");
  }
  CHECK(verdict_on(indicator("maintain", "pass_fail") + rest, 3) == "unmeasured");
  // Increase and decrease go somewhere unless they say that they hold.
  const std::string at_least = "    target: {at_least: 4}\n" + measured({{1, "5"}});
  CHECK(verdict_on(indicator("increase", "") + at_least, 3) == "no_target");
  CHECK(verdict_on(indicator("increase", "reach") + at_least, 3) == "no_target");
  CHECK(verdict_on(indicator("increase", "hold") + at_least, 3) == "too_early");
}

}  // namespace brm::test
