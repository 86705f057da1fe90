// Outcomes that are met or not met: every row, both sides of the due day.
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

const std::string indicator =
    "    indicator: {measure: audit, unit: result, direction: increase, kind: pass_fail}\n";
const std::string due_on_10 = "    target: {date: 2026-01-11}\n";

std::string answers(const std::vector<std::pair<int, bool>>& given) {
  std::string text = "    measurements:\n";
  for (const auto& [number, met] : given) {
    text += fmt::format("      - {{date: {}, met: {}}}\n", day_text(number), met);
  }
  return text;
}

}  // namespace

TEST_CASE("verdict pass_fail: unmeasured until somebody said met or not met") {
  CHECK(verdict_on(indicator, 900) == "unmeasured");
  CHECK(verdict_on(indicator + due_on_10, 900) == "unmeasured");
  CHECK(verdict_on(indicator + measured({{1, "5"}}), 900) == "unmeasured");
  CHECK(verdicts_on(indicator + answers({{5, true}}), {4, 5}) == "unmeasured achieved");
  CHECK(judge_outcome(indicator, day(900)).grade == Grade::none);
}

TEST_CASE("verdict pass_fail: failed is off_track up to the due day, and missed after it") {
  const std::string failed = indicator + due_on_10 + answers({{5, false}});
  CHECK(verdicts_on(failed, {4, 5, 10, 11, 900}) == "unmeasured off_track off_track missed missed");
  CHECK(verdicts_on(indicator + answers({{5, false}}), {5, 900}) == "missed missed");
  const std::string late = indicator + due_on_10 + answers({{20, false}});
  CHECK(verdicts_on(late, {19, 20}) == "unmeasured missed");
}

TEST_CASE("verdict pass_fail: achieved by the last answer, never stale") {
  const std::string fields = indicator + due_on_10 + answers({{5, true}, {7, false}, {3, false}});
  CHECK(verdicts_on(fields, {3, 5, 6, 7, 11}) == "off_track achieved achieved off_track missed");
  CHECK(verdict_on(indicator + answers({{5, false}, {5, true}}), 5) == "achieved");
  CHECK(verdict_on(indicator + answers({{5, true}, {5, false}}), 5) == "missed");
  CHECK(verdict_on(indicator + due_on_10 + answers({{20, true}}), 20) == "achieved");
  CHECK(verdict_on(indicator + answers({{5, true}}), 30'000) == "achieved");
}

TEST_CASE("verdict pass_fail: the grade counts answers") {
  const auto grade = [](int count) {
    std::vector<std::pair<int, bool>> given;
    for (int i = 1; i <= count; ++i) given.push_back({i, i % 2 == 0});
    const std::string fields =
        indicator + answers(given) + "      - {date: 2026-01-01, value: 3}\n";
    return std::string(to_text(judge_outcome(fields, day(900)).grade));
  };
  CHECK(each(std::vector<int>{1, 3, 4, 7, 8}, grade) == "weak weak fair fair good");
}

TEST_CASE("verdict pass_fail: needs neither direction nor unit") {
  const std::string bare = "    indicator: {measure: audit, kind: pass_fail}\n";
  const Judged judged = judge_outcome(bare + answers({{5, true}}), day(5), "", Records::faulty);
  CHECK(judged.word == "achieved");
  CHECK(judged.reason == "met on 2026-01-06");
}

}  // namespace brm::test
