// Every threshold of verdicts.md is a default: what brm.yaml says instead moves the boundary.
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string weekly_climb() {
  std::string fields = climb({{5, "5"}, {20, "20"}});
  return fields.insert(fields.find("direction"), "frequency: weekly, ");
}

/// The verdict on day 20, when this value was measured.
std::string word_of(const std::string& value, const std::string& policy) {
  return verdict_on(climb({{5, "5"}, {20, value}}), 20, policy);
}

/// At least 90, one value a day from day 1: `y` meets it.
std::string service(const std::string& pattern, const std::string& until = "") {
  Values values;
  for (const char c : pattern) {
    values.push_back({static_cast<int>(values.size()) + 1, c == 'y' ? "90" : "89"});
  }
  return "    indicator: {measure: m, unit: calls, direction: increase, kind: hold}\n"
         "    target: {at_least: 90" +
         until + "}\n" + measured(values);
}
std::string hold_word(const std::string& pattern, const std::string& policy) {
  return verdict_on(service(pattern), static_cast<int>(pattern.size()), policy);
}

std::string grade_of_climb(const Values& values, const std::string& policy) {
  const Judged judged = judge_outcome(climb(values), day(values.back().first), policy);
  return std::string(to_text(judged.grade));
}

}  // namespace

TEST_CASE("verdict policy: stale_factor and default_stale_days") {
  CHECK(verdicts_on(weekly_climb(), {30, 31}) == "on_track stale");
  CHECK(verdicts_on(weekly_climb(), {27, 28}, "stale_factor: 1") == "on_track stale");
  CHECK(verdicts_on(weekly_climb(), {36, 37}, "stale_factor: 2.4") == "on_track stale");
  const std::string without_frequency = climb({{5, "5"}, {20, "20"}});
  CHECK(verdict_on(without_frequency, 100) == "on_track");
  CHECK(verdicts_on(without_frequency, {30, 31}, "default_stale_days: 10") == "on_track stale");
  CHECK(verdicts_on(without_frequency, {30, 100}, "stale_factor: 0.1") == "on_track on_track");
  CHECK(verdicts_on(weekly_climb(), {30, 31}, "default_stale_days: 1") == "on_track stale");
}

TEST_CASE("verdict policy: on_track and at_risk") {
  const auto at_90 = [](const std::string& y) { return word_of(y, "on_track: 0.9"); };
  const auto at_50 = [](const std::string& y) { return word_of(y, "at_risk: 0.5"); };
  const auto both = [](const std::string& y) { return word_of(y, "on_track: 1, at_risk: 1"); };
  using Row = std::vector<std::string>;
  CHECK(each(Row{"11.99", "17.99", "18"}, at_90) == "off_track at_risk on_track");
  CHECK(each(Row{"9.99", "10", "18.99", "19"}, at_50) == "off_track at_risk at_risk on_track");
  CHECK(each(Row{"19.99", "20"}, both) == "off_track on_track");
}

TEST_CASE("verdict policy: too_early_points") {
  const std::string two = climb({{20, "20"}});
  const std::string three = climb({{19, "19"}, {20, "20"}});
  CHECK(verdict_on(two, 20, "too_early_points: 2") == "on_track");
  CHECK(verdict_on(two, 20, "too_early_points: 1") == "on_track");
  CHECK(verdict_on(three, 20, "too_early_points: 4") == "too_early");
  CHECK(hold_word("yy", "too_early_points: 2") == "on_track");
  CHECK(hold_word("nn", "too_early_points: 2") == "off_track");
  CHECK(hold_word("yyy", "too_early_points: 4") == "too_early");
  CHECK(hold_word("y", "too_early_points: 1") == "on_track");
}

TEST_CASE("verdict policy: one judged value that failed, where one is enough") {
  CHECK(hold_word("n", "too_early_points: 1") == "off_track");
}

TEST_CASE("verdict policy: too_early_share") {
  const std::string fields = climb({{1, "1"}, {4, "4"}, {5, "5"}});
  CHECK(verdicts_on(fields, {4, 5}) == "too_early too_early");
  CHECK(verdicts_on(fields, {4, 5}, "too_early_share: 0.05") == "too_early on_track");
  CHECK(verdict_on(climb({{19, "19"}, {20, "20"}}), 20, "too_early_share: 0.21") == "too_early");
  // Where nothing was planned yet there is no pace, whatever the policy says.
  const std::string late = "    interim: [{date: 2026-01-31, value: 0}]\n";
  CHECK(verdict_on(climb({{1, "1"}, {30, "9"}}) + late, 30, "too_early_share: 0") == "too_early");
}

TEST_CASE("verdict policy: weak_points, weak_share and good_points") {
  const Values three{{25, "25"}, {26, "26"}};
  const Values four{{20, "20"}, {23, "23"}, {24, "24"}};
  CHECK(grade_of_climb(three, "weak_points: 3") == "fair");
  CHECK(grade_of_climb(three, "weak_points: 3, good_points: 3") == "good");
  CHECK(grade_of_climb(four, "") == "weak");
  CHECK(grade_of_climb(four, "weak_share: 0.24") == "fair");
  CHECK(grade_of_climb(four, "weak_share: 0.2401") == "weak");
  CHECK(grade_of_climb(four, "weak_share: 0.1, good_points: 4") == "good");
  CHECK(grade_of_climb(four, "weak_share: 0.1, good_points: 5") == "fair");
  CHECK(grade_of_climb(four, "weak_share: 0.1, weak_points: 5") == "weak");
  const Judged hold = judge_outcome(service("yyyy"), day(4), "weak_points: 5");
  CHECK(hold.grade == Grade::weak);
}

TEST_CASE("verdict policy: slope_window") {
  Values values{{1, "20"}, {2, "40"}};
  for (int number = 3; number <= 25; ++number) values.push_back({number, "60"});
  CHECK(verdict_on(climb(values), 25) == "at_risk");
  CHECK(verdict_on(climb(values), 25, "slope_window: 25") == "on_track");
  const std::string turned = climb({{10, "9"}, {20, "18"}, {29, "28"}, {30, "29.5"}});
  CHECK(verdict_on(turned, 30) == "on_track");
  CHECK(verdict_on(turned, 30, "slope_window: 2") == "on_track");
  const std::string slower = climb({{10, "13"}, {20, "26"}, {29, "29.5"}, {30, "29.6"}});
  CHECK(verdict_on(slower, 30) == "on_track");
  CHECK(verdict_on(slower, 30, "slope_window: 2") == "at_risk");
}

TEST_CASE("verdict policy: hold_window, hold_on_track and hold_off_track") {
  CHECK(hold_word("nnyyy", "") == "at_risk");
  CHECK(hold_word("nnyyy", "hold_window: 3") == "on_track");
  CHECK(hold_word("nnyyy", "hold_window: 4") == "at_risk");
  CHECK(judge_outcome(service("nnyyy"), day(5), "hold_window: 4").judged == 4);
  CHECK(hold_word("nyyyy", "hold_on_track: 0.8") == "on_track");
  CHECK(hold_word("nyyyy", "hold_on_track: 0.81") == "at_risk");
  CHECK(hold_word("nynny", "hold_off_track: 0.4") == "at_risk");
  CHECK(hold_word("nynny", "hold_off_track: 0.41") == "off_track");
  const std::string ended = service("nyyyy", ", until: 2026-01-06");
  CHECK(verdict_on(ended, 6) == "missed");
  CHECK(verdict_on(ended, 6, "hold_on_track: 0.8") == "achieved");
  CHECK(judge_outcome(ended, day(6), "hold_window: 2").judged == 5);
}

TEST_CASE("verdict policy: what cannot be a threshold leaves the default in force") {
  const std::string fields = climb({{5, "5"}, {20, "19"}});
  for (const char* policy : {"on_track: high", "too_early_points: 0", "too_early_points: 2.5"}) {
    CHECK(judge_outcome(fields, day(20), policy, Records::faulty).word == "on_track");
  }
}

}  // namespace brm::test
