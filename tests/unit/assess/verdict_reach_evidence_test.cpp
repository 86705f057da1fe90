// Outcomes that go somewhere: the plan between its points, what counts as a measurement, how strong
// the evidence is, and the range of arrival dates.
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string interim(const Values& values) {
  std::string text = "    interim:\n";
  for (const auto& [number, value] : values) {
    text += fmt::format("      - {{date: {}, value: {}}}\n", day_text(number), value);
  }
  return text;
}

/// The share planned when day 30 was measured.
Rational planned_on_30(const Values& between) {
  return *judge_outcome(climb({{5, "1"}, {30, "10"}}) + interim(between), day(30)).planned;
}

std::string word_of(const Values& values) { return verdict_on(climb(values), values.back().first); }

std::string grade_of_points(int points, int last_day) {
  Values values;
  for (int i = points - 2; i >= 0; --i) {
    values.push_back({last_day - i, std::to_string(last_day - i)});
  }
  return std::string(to_text(judge_outcome(climb(values), day(last_day)).grade));
}

/// Rises to 60 by `rising` and stands still until `last`: many pairwise slopes are zero.
std::string flat(const Values& rising, int last, const std::string& policy = "") {
  Values values = rising;
  for (int number = rising.back().first + 1; number <= last; ++number) {
    values.push_back({number, "60"});
  }
  return verdict_on(climb(values), last, policy);
}

}  // namespace

TEST_CASE("verdict reach: the plan is linear between baseline, interim targets and target") {
  CHECK((planned_on_30({{50, "20"}}) == Rational(12, 100)));
  CHECK((planned_on_30({{60, "80"}, {50, "20"}}) == Rational(12, 100)));  // in any order
  CHECK((planned_on_30({{10, "0"}, {50, "20"}}) == Rational(10, 100)));
  CHECK((planned_on_30({{30, "7"}}) == Rational(7, 100)));
  CHECK((planned_on_30({{20, "50"}, {40, "0"}}) == Rational(25, 100)));
  CHECK((planned_on_30({{50, "10"}, {50, "20"}}) == Rational(12, 100)));  // the later written
  // On or outside baseline and target nothing is in between.
  CHECK((planned_on_30({{0, "50"}, {-1, "50"}, {100, "50"}, {101, "50"}}) == Rational(30, 100)));
}

TEST_CASE("verdict reach: an interim target moves the tenth that must have been planned") {
  const std::string slow_start = interim({{50, "10"}});
  CHECK(verdict_on(climb({{5, "1"}, {49, "9.8"}}) + slow_start, 49) == "too_early");
  CHECK(verdict_on(climb({{5, "1"}, {50, "10"}}) + slow_start, 50) == "on_track");
  const Judged nothing =
      judge_outcome(climb({{5, "1"}, {30, "10"}}) + interim({{30, "0"}}), day(30));
  CHECK(nothing.word == "too_early");
  CHECK(!nothing.pace);
  const std::string dip = interim({{30, "-20"}});
  CHECK(verdict_on(climb({{5, "1"}, {30, "-20"}}) + dip, 30) == "too_early");
}

TEST_CASE("verdict reach: what is dated after the as-of date does not exist") {
  const std::string fields = climb({{5, "5"}, {20, "20"}, {30, "3"}, {31, "100"}});
  CHECK(verdicts_on(fields, {4, 5, 19, 20, 29, 30, 31}) ==
        "unmeasured too_early too_early on_track on_track off_track achieved");
  CHECK((*judge_outcome(fields, day(29)).progress == Rational(1, 5)));
  CHECK(judge_outcome(fields, day(29)).points == 3);
}

TEST_CASE("verdict reach: the last value by day, and of one day by place in the file") {
  const std::string fields = climb({{20, "3"}, {10, "9"}, {20, "20"}, {31, "3"}, {19, "4"}});
  const Judged judged = judge_outcome(fields, day(30));
  CHECK((*judged.progress == Rational(1, 5)));
  CHECK(judged.points == 5);
  CHECK((*judge_outcome(fields, day(31)).progress == Rational(3, 100)));
}

TEST_CASE("verdict reach: shares are computed, as percents where the unit is percent") {
  const auto progress = [](const std::string& unit, const std::string& written) {
    std::string fields = climb({});
    fields.replace(fields.find("unit: steps"), 11, "unit: \"" + unit + "\"");
    fields +=
        "    measurements: [{date: 2026-01-06, value: 1}, {date: 2026-01-21, " + written + "}]\n";
    return *judge_outcome(fields, day(20)).progress;
  };
  CHECK((progress("percent", "numerator: 1, denominator: 3") == Rational(1, 3)));
  CHECK((progress("%", "numerator: 57, denominator: 300") == Rational(19, 100)));
  CHECK((progress("share", "numerator: 1, denominator: 3") == Rational(1, 300)));
  CHECK((progress("share", "numerator: -1, denominator: 0.5") == Rational(-2, 100)));
  CHECK((progress("percent", "numerator: 9, denominator: 0.0") == Rational(1, 100)));  // no value
  CHECK((progress("percent", "note: pending") == Rational(1, 100)));
}

TEST_CASE("verdict reach: weak below 4 points, good from 8 on, weak below a quarter of the plan") {
  const std::vector<int> points{3, 4, 7, 8, 20};
  const auto on_25 = [](int count) { return grade_of_points(count, 25); };
  const auto on_24 = [](int count) { return grade_of_points(count, 24); };
  CHECK(each(points, on_25) == "weak fair fair good good");
  CHECK(each(points, on_24) == "weak weak weak weak weak");
  CHECK(judge_outcome(climb({{5, "100"}}), day(5)).grade == Grade::weak);
  CHECK(judge_outcome(climb({{40, "4"}, {41, "4"}, {42, "4"}}), day(900)).grade == Grade::fair);
}

TEST_CASE("verdict reach: from 4 points on the range lowers on_track by one step") {
  const std::string slow = climb({{10, "9.75"}, {20, "19.5"}, {30, "29.25"}});
  CHECK(verdicts_on(slow, {20, 30}) == "on_track at_risk");                  // due + 3
  CHECK(word_of({{10, "9.95"}, {20, "19.9"}, {30, "29.85"}}) == "at_risk");  // due + 1
  CHECK(word_of({{10, "10"}, {20, "20"}, {30, "30"}}) == "on_track");        // the due day
  CHECK(verdict_on(descent({{10, "90.05"}, {20, "80.1"}, {30, "70.15"}}), 30) == "at_risk");
  CHECK(verdict_on(descent({{10, "90"}, {20, "80"}, {30, "70"}}), 30) == "on_track");
  // Of 6 slopes the 6th counts, of 10 the 9th.
  CHECK(word_of({{10, "9.5"}, {20, "19"}, {30, "29.4"}}) == "on_track");
  CHECK(word_of({{10, "9.7"}, {20, "19.4"}, {30, "29.1"}, {40, "39.5"}}) == "at_risk");
}

TEST_CASE("verdict reach: the range never raises a verdict, nor lowers another one") {
  CHECK(word_of({{10, "1"}, {20, "2"}, {30, "20"}}) == "at_risk");    // could arrive on day 75
  CHECK(word_of({{10, "1"}, {20, "2"}, {30, "17"}}) == "off_track");  // could arrive on day 86
  CHECK(word_of({{10, "8"}, {20, "16"}, {30, "24"}}) == "at_risk");   // arrives late
}

TEST_CASE("verdict reach: slopes of zero never arrive, and the last 24 points count") {
  CHECK(flat({{1, "60"}}, 18) == "on_track");  // 171 slopes, 18 rising: the 154th rises
  CHECK(flat({{1, "60"}}, 19) == "at_risk");   // 190 slopes, 19 rising: the 171st is zero
  CHECK(flat({{1, "20"}, {2, "40"}}, 24) == "on_track");
  CHECK(flat({{1, "20"}, {2, "40"}}, 25) == "at_risk");
}

TEST_CASE("verdict reach: the range of arrival dates") {
  const auto arrival = [](const Values& values, int as_of) {
    const Judged judged = judge_outcome(climb(values), day(as_of));
    if (!judged.arrival) return std::string("none");
    const auto text = [](const std::optional<Date>& date) {
      return date ? std::to_string(*date - day(0)) : "never";
    };
    return text(judged.arrival->earliest) + " to " + text(judged.arrival->latest);
  };
  CHECK(arrival({{10, "10"}, {20, "20"}}, 20) == "none");
  CHECK(arrival({{10, "10"}, {20, "20"}, {30, "30"}}, 30) == "100 to 100");
  CHECK(arrival({{10, "10"}, {20, "15"}, {30, "30"}}, 30) == "77 to 170");
  CHECK(arrival({{10, "10"}, {20, "5"}, {30, "30"}}, 30) == "58 to never");
  CHECK(arrival({{10, "-1"}, {20, "-2"}, {30, "-3"}}, 30) == "never to never");
  CHECK(arrival({{10, "10"}, {20, "20"}, {30, "100"}}, 30) == "none");
  CHECK(arrival({{30, "30"}, {30, "30"}, {30, "30"}}, 30) == "100 to 100");
}

}  // namespace brm::test
