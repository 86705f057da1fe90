// Outcomes that stay somewhere: the rows of the table, both sides of every boundary.
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string service(const std::string& target, const std::string& measurements,
                    const std::string& indicator = "") {
  return "    indicator: {measure: calls answered, unit: calls, direction: increase, kind: hold" +
         indicator + "}\n" + target + measurements;
}

const std::string at_least_90 = "    target: {at_least: 90}\n";

/// One value a day from day 1: `y` is exactly 90, `n` just fails.
std::string daily(const std::string& pattern) {
  Values values;
  for (const char c : pattern) {
    values.push_back({static_cast<int>(values.size()) + 1, c == 'y' ? "90" : "89.999"});
  }
  return measured(values);
}

Judged judge_pattern(const std::string& pattern) {
  return judge_outcome(service(at_least_90, daily(pattern)), day(40));
}
std::string word_of(const std::string& pattern) { return judge_pattern(pattern).word; }
std::string grade_of_pattern(const std::string& pattern) {
  return std::string(to_text(judge_pattern(pattern).grade));
}
/// `9 of 12`
std::string count_of(const Judged& judged) {
  return fmt::format("{} of {}", judged.met, judged.judged);
}

/// The verdict on the day after the last day of the target, which is that of the last value.
std::string ended(const std::string& pattern) {
  const int last = static_cast<int>(pattern.size());
  const std::string target = "    target: {at_least: 90, until: " + day_text(last) + "}\n";
  const Judged judged = judge_outcome(service(target, daily(pattern)), day(last + 1));
  return judged.word + " " + count_of(judged);
}

using Patterns = std::vector<std::string>;

}  // namespace

TEST_CASE("verdict hold: no_target without a target, a direction, or a judged value") {
  CHECK(verdict_on(service("", daily("yyy")), 3) == "no_target");
  CHECK(verdict_on(service("", ""), 3) == "no_target");
  std::string directionless = service(at_least_90, daily("yyy"));
  directionless.erase(directionless.find(", direction: increase"), 21);
  const Judged judged = judge_outcome(directionless, day(3), "", Records::faulty);
  CHECK(judged.word == "no_target");
  CHECK(judged.grade == Grade::none);
  const std::string later = "    target: {at_least: 90, from: 2026-01-05}\n";  // day 4
  CHECK(verdict_on(service(later, daily("yyy")), 3) == "no_target");
  CHECK(judge_outcome(service(later, daily("yyy")), day(3)).grade == Grade::none);
  CHECK(verdict_on(service(later, ""), 3) == "unmeasured");
}

TEST_CASE("verdict hold: a pending period is a target once its day has come, and never missed") {
  const std::string pending =
      "    measurements: [{date: 2026-01-05, target: 90}, {date: 2026-02-05, target: 90}]\n";
  CHECK(verdicts_on(service("", pending), {3, 4, 400}) == "no_target unmeasured unmeasured");
  const std::string values =
      "    measurements:\n"
      "      - {date: 2026-01-02, value: 95}\n"
      "      - {date: 2026-01-03, value: 95}\n"
      "      - {date: 2026-01-04, value: 95}\n"
      "      - {date: 2026-01-05, target: 90}\n";
  CHECK(verdicts_on(service("", values), {3, 4}) == "no_target no_target");
  CHECK(verdicts_on(service(at_least_90, values), {3, 4}) == "on_track on_track");
  CHECK(count_of(judge_outcome(service(at_least_90, values), day(4))) == "3 of 3");
}

TEST_CASE("verdict hold: unmeasured before the first value") {
  CHECK(verdict_on(service(at_least_90, ""), 900) == "unmeasured");
  CHECK(verdicts_on(service(at_least_90, daily("y")), {0, 1}) == "unmeasured too_early");
  const std::string ended_unmeasured = "    target: {at_least: 90, until: 2026-01-02}\n";
  CHECK(verdict_on(service(ended_unmeasured, ""), 900) == "unmeasured");
  const std::string no_cases =
      "    measurements: [{date: 2026-01-02, numerator: 0, denominator: 0}]\n";
  CHECK(verdict_on(service(at_least_90, no_cases), 3) == "unmeasured");
}

TEST_CASE("verdict hold: achieved or missed on the day after the last day of the target") {
  CHECK(ended("y") == "achieved 1 of 1");
  CHECK(ended("nyyyyyyyyy") == "achieved 9 of 10");
  CHECK(ended("nyyyyyyyy") == "missed 8 of 9");
  CHECK(ended("nyyyyyyyyyyyyyyyyyyy") == "achieved 19 of 20");
  CHECK(ended("nnyyyyyyyyyyyy") == "missed 12 of 14");  // all count, not the last 12
  const std::string target = "    target: {at_least: 90, until: 2026-01-04}\n";  // day 3
  CHECK(verdicts_on(service(target, daily("nyy")), {3, 4, 900}) == "at_risk missed missed");
  CHECK(verdicts_on(service(target, daily("yyy")), {3, 4, 900}) == "on_track achieved achieved");
}

TEST_CASE("verdict hold: stale by the newest value, judged or not, for every cadence word") {
  struct Row {
    const char* cadence;
    int allowed;  // whole days
  };
  for (const auto& [cadence, allowed] :
       {Row{"weekly", 10}, Row{"biweekly", 21}, Row{"monthly", 46}, Row{"quarterly", 138},
        Row{"semiannual", 276}, Row{"annual", 549}, Row{"P10D", 15}, Row{"", 135}}) {
    INFO(cadence);
    const std::string every = *cadence == 0 ? "" : ", frequency: " + std::string(cadence);
    const std::string fields = service(at_least_90, daily("yyy"), every);
    CHECK(verdicts_on(fields, {3 + allowed, 4 + allowed}) == "on_track stale");
  }
  const std::string unjudged = "    target: {at_least: 90, until: 2030-01-01, from: 2026-01-01}\n" +
                               measured({{-9, "90"}, {1, "90"}, {2, "90"}, {3, "90"}, {-50, "90"}});
  CHECK(count_of(judge_outcome(service(unjudged, ""), day(3))) == "3 of 3");
  const std::string from_only_first = "    target: {at_least: 90, until: 2026-01-04}\n";
  const std::string own = "    measurements:\n      - {date: 2026-01-02, value: 1, target: 0}\n";
  const std::string newest = own + "      - {date: 2026-01-12, value: 5}\n";
  const std::string weekly = ", frequency: weekly";
  CHECK(verdicts_on(service("", newest, weekly), {21, 22}) == "too_early stale");
  CHECK(verdict_on(service(from_only_first, newest, weekly), 900) == "achieved");  // not stale
}

TEST_CASE("verdict hold: too_early below 3 judged") {
  CHECK(each(Patterns{"y", "n", "yy", "nn"}, word_of) == "too_early too_early too_early too_early");
  CHECK(each(Patterns{"yyy", "nnn"}, word_of) == "on_track off_track");
  const std::string stale_first = service(at_least_90, daily("y"));
  CHECK(verdicts_on(stale_first, {136, 137}) == "too_early stale");
}

TEST_CASE("verdict hold: off_track when the last two failed, or less than half was met") {
  CHECK(each(Patterns{"yyyyyyyyyynn", "ynn", "nny"}, word_of) == "off_track off_track off_track");
  CHECK(each(Patterns{"yyyyyyyyyyn", "yny"}, word_of) == "at_risk at_risk");
  CHECK(each(Patterns{"nyny", "ynyn", "nynny"}, word_of) == "at_risk at_risk off_track");
  CHECK(each(Patterns{"nnnnnnyyyyyy", "nnnnnnnyyyyy"}, word_of) == "at_risk off_track");
}

TEST_CASE("verdict hold: on_track when the last met and nine tenths were met") {
  CHECK(each(Patterns{"nyyyyyyyyy", "nyyyyyyyy"}, word_of) == "on_track at_risk");  // 9/10, 8/9
  CHECK(word_of("yyyyyyyyyn") == "at_risk");                                        // 9/10, last
  CHECK(word_of("yyyyyyyyyyyn") == "at_risk");
  CHECK(word_of("nyyyyyyyyyyy") == "on_track");  // 11 of 12
  CHECK(word_of("nnyyyyyyyyyy") == "at_risk");   // 10 of 12
}

TEST_CASE("verdict hold: the window holds the last 12 judged") {
  CHECK(count_of(judge_pattern("nnyyyyyyyyyy")) == "10 of 12");
  CHECK(count_of(judge_pattern("nnyyyyyyyyyyy")) == "11 of 12");
  CHECK(each(Patterns{"nnyyyyyyyyyy", "nnyyyyyyyyyyy"}, word_of) == "at_risk on_track");
  CHECK(each(Patterns{"yyynnnnnnnyyyyy", "yyynnnnnnyyyyyy"}, word_of) == "off_track at_risk");
  // Values with no target in force take no place in it.
  const std::string target = "    target: {at_least: 90, until: 2030-01-01, from: 2026-01-02}\n";
  std::string unjudged = service(target, daily("nyyyyyyyyyyy"));
  for (int i = 0; i < 20; ++i) unjudged += "      - {date: 2025-12-31, value: 1}\n";
  CHECK(count_of(judge_outcome(unjudged, day(12))) == "11 of 12");
  CHECK(judge_outcome(unjudged, day(12)).word == "on_track");
}

TEST_CASE("verdict hold: the grade counts every judged measurement") {
  CHECK(each(Patterns{"yyy", "yyyy", "yyyyyyy", "yyyyyyyy"}, grade_of_pattern) ==
        "weak fair fair good");
  CHECK(grade_of_pattern("y") == "weak");
  const Judged stale = judge_outcome(service(at_least_90, daily("yyyy")), day(900));
  CHECK(stale.word == "stale");
  CHECK(stale.grade == Grade::fair);
  CHECK(judge_outcome(service(at_least_90, ""), day(3)).grade == Grade::none);
}

TEST_CASE("verdict hold: what is dated after the as-of date does not exist") {
  const std::string fields = service(at_least_90, daily("yyynn"));
  CHECK(verdicts_on(fields, {2, 3, 4, 5}) == "too_early on_track at_risk off_track");
  CHECK(count_of(judge_outcome(fields, day(4))) == "3 of 4");
}

TEST_CASE("verdict hold: the last by day, and of one day by place in the file") {
  const std::string fields =
      service(at_least_90, measured({{5, "1"}, {3, "90"}, {3, "1"}, {4, "90"}, {5, "90"}}));
  CHECK(verdicts_on(fields, {3, 4, 5}) == "too_early at_risk at_risk");
  const std::string turned =
      service(at_least_90, measured({{5, "90"}, {3, "90"}, {3, "90"}, {4, "1"}, {5, "1"}}));
  CHECK(verdict_on(turned, 5) == "at_risk");  // the last failed, the one before was met
  const std::string failed =
      service(at_least_90, measured({{5, "1"}, {3, "90"}, {3, "90"}, {4, "1"}}));
  CHECK(verdict_on(failed, 5) == "off_track");
}

}  // namespace brm::test
