// The reason of a verdict, word for word, and the line that proves it.
#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

// Line 10 of the record begins here.
const std::string decision_days =
    "    indicator: {measure: time, unit: days, direction: decrease, frequency: monthly}\n"
    "    baseline: {date: 2025-12-31, value: 31}\n"
    "    target: {date: 2027-06-30, value: 12}\n";
const std::string interim =
    "    interim: [{date: 2026-06-30, value: 28}, {date: 2026-12-31, value: 20}]\n";
const std::string two_values =
    "    measurements:\n"
    "      - {date: 2026-03-31, value: 30.50}\n"
    "      - {date: 2026-06-30, value: 29}\n";

std::string value_on(const std::string& date, const std::string& value) {
  return "    measurements:\n      - {date: " + date + ", value: " + value + "}\n";
}

const std::string answered =
    "    indicator: {measure: answered, unit: percent, direction: increase, kind: hold}\n"
    "    target: {at_least: 97.9}\n";

/// One value a day from day 1: `y` meets 97.9.
std::string daily(const std::string& pattern) {
  Values values;
  for (const char c : pattern) {
    values.push_back({static_cast<int>(values.size()) + 1, c == 'y' ? "98" : "96.2"});
  }
  return measured(values);
}
std::string reason_of(const std::string& pattern) {
  return judge_outcome(answered + daily(pattern), day(30)).reason;
}

}  // namespace

TEST_CASE("verdict words: the pace, with its numbers and its line") {
  const Judged judged = judge_outcome(decision_days + interim + two_values, "2026-07-08");
  CHECK(judged.reason ==
        "29 days on 2026-06-30 is 10.5 % of the way to 12, where 15.8 % was planned: pace 0.67");
  CHECK(judged.pace_needed == "needs 1.45 days a month from now, best so far 0.50");
  CHECK(judged.proof_line == "16: - {date: 2026-06-30, value: 29}");
  CHECK(judged.proof_text == "29");
  const Judged earlier = judge_outcome(decision_days + two_values, "2026-04-01");
  CHECK(earlier.reason == "2 points with the baseline, 3 needed");
  CHECK(earlier.proof_line == "14: - {date: 2026-03-31, value: 30.50}");
  CHECK(earlier.proof_text == "30.50");
}

TEST_CASE("verdict words: what lacks for a target") {
  const Judged empty = judge_outcome("", "2026-07-08");
  CHECK(empty.reason == "unit, direction, baseline with its date, target with its date missing");
  CHECK(empty.proof_line == "8: - id: it");
  CHECK(empty.proof_text == "it");
  const Judged dateless = judge_outcome(
      "    indicator: {measure: time, unit: days, direction: decrease}\n"
      "    baseline: {date: 2025-12-31, value: 31}\n"
      "    target: {value: 12}\n",
      "2026-07-08");
  CHECK(dateless.reason.starts_with("target with its date missing"));
  CHECK(dateless.proof_line == "12: target: {value: 12}");
  const Judged backwards =
      judge_outcome(climb({}).replace(climb({}).find("increase"), 8, "decrease"), "2026-07-08");
  CHECK(backwards.reason == "the target of 100 lies against its direction from a baseline of 0");
}

TEST_CASE("verdict words: unmeasured, undetermined and stale") {
  const Judged unmeasured = judge_outcome(decision_days, "2026-07-08");
  CHECK(unmeasured.reason == "nothing measured since the baseline of 31 days on 2025-12-31");
  CHECK(unmeasured.proof_text == "it");
  const Judged undetermined = judge_outcome(decision_days + two_values, "2027-07-01");
  CHECK(undetermined.reason == "due 2027-06-30 has passed, last measured 2026-06-30");
  CHECK(undetermined.proof_text == "29");
  const Judged stale = judge_outcome(decision_days + two_values, "2026-08-16");
  CHECK(stale.reason == "last measured 2026-06-30, 47 days ago; monthly allows 46");
  CHECK(stale.proof_line == "15: - {date: 2026-06-30, value: 29}");
  const Judged old = judge_outcome(climb({{20, "20"}}, 500), day(156));
  CHECK(old.reason == "last measured 2026-01-21, 136 days ago; without a frequency allows 135");
}

TEST_CASE("verdict words: achieved and missed") {
  const auto reason = [](const std::string& date, const std::string& value) {
    return judge_outcome(decision_days + value_on(date, value), "2027-08-01").reason;
  };
  CHECK(reason("2027-06-30", "12.0") ==
        "the target of 12, due 2027-06-30, was met: 12.0 days on 2027-06-30");
  CHECK(reason("2027-07-01", "12") ==
        "the target of 12, due 2027-06-30, was met: 12 days on 2027-07-01, 1 day late");
  CHECK(reason("2027-07-03", "9") ==
        "the target of 12, due 2027-06-30, was met: 9 days on 2027-07-03, 3 days late");
  CHECK(reason("2027-07-03", "12.1") ==
        "the target of 12, due 2027-06-30, was not met: 12.1 days on 2027-07-03");
}

TEST_CASE("verdict words: too early by the plan, worsening, and late by the newest slopes") {
  CHECK(judge_outcome(climb({{5, "5"}, {9, "9"}}), day(9)).reason ==
        "only 9.0 % of the way was planned by 2026-01-10");
  CHECK(judge_outcome(climb({{5, "5"}, {20, "-2.5"}}), day(20)).reason ==
        "-2.5 steps on 2026-01-21 is further from 100 than the baseline of 0");
  CHECK(
      judge_outcome(climb({{10, "9.75"}, {20, "19.5"}, {30, "29.25"}}), day(30)).reason ==
      "29.25 steps on 2026-01-31 is 29.2 % of the way to 100, where 30.0 % was planned: pace 0.98; "
      "but the newest slopes arrive after the due date");
  CHECK(judge_outcome(climb({{50, "50"}, {100, "95"}}), day(100)).pace_needed == "");
}

TEST_CASE("verdict words: a pace never reads as if it had crossed a threshold") {
  const auto said = [](const std::string& value) {
    const std::string reason = judge_outcome(climb({{5, "5"}, {20, value}}), day(20)).reason;
    return reason.substr(reason.find("pace "));
  };
  CHECK(said("19") == "pace 0.95");
  CHECK(said("18.99") == "pace 0.9495");
  CHECK(said("11.992") == "pace 0.5996");
  CHECK(said("12") == "pace 0.60");
  CHECK(said("18.999998") != "pace 0.950000");
  CHECK(said("11.999998") != "pace 0.600000");
}

TEST_CASE("verdict words: hold names the count and the last value") {
  CHECK(reason_of("yyyyyynyyyyyn") ==
        "met 10 of the last 12, missed the last one (96.2 percent against at least 97.9)");
  CHECK(reason_of("yyy") == "met 3 of 3, met the last one (98 percent against at least 97.9)");
  CHECK(reason_of("ynn") == "met 1 of 3, missed the last two (96.2 percent against at least 97.9)");
  CHECK(reason_of("yy") == "2 measurements judged, 3 needed");
  CHECK(reason_of("") == "no value yet");
  const Judged judged = judge_outcome(answered + daily("yyn"), day(30));
  CHECK(judged.proof_line == "15: - {date: 2026-01-04, value: 96.2}");
  CHECK(judged.proof_text == "96.2");
}

TEST_CASE("verdict words: hold with other bounds, without a target, at its end") {
  const std::string level =
      "    indicator: {measure: level, unit: points, direction: maintain, kind: hold}\n";
  const std::string three = measured({{1, "4"}, {2, "5"}, {3, "5"}});
  CHECK(judge_outcome(level + "    target: {between: [3, 5.0]}\n" + three, day(3)).reason ==
        "met 3 of 3, met the last one (5 points against between 3 and 5.0)");
  const Judged single = judge_outcome(level + "    target: {value: 5}\n" + three, day(3));
  CHECK(single.reason == "3 values, and no target with a lower and an upper bound");
  CHECK(single.proof_line == "11: target: {value: 5}");
  CHECK(judge_outcome(level + three, day(3)).proof_text == "it");
  const std::string until = "    target: {between: [3, 5], until: 2026-01-03}\n";
  const Judged ended = judge_outcome(level + until + measured({{1, "4"}, {2, "5"}}), day(3));
  CHECK(ended.word == "achieved");
  CHECK(ended.reason == "met 2 of 2 judged; the target stood until 2026-01-03");
  const std::string pending = "    measurements: [{date: 2026-01-02, target: {between: [3, 5]}}]\n";
  CHECK(judge_outcome(level + pending, day(3)).reason == "no value yet for 1 period");
}

TEST_CASE("verdict words: the proof of a share and of an answer") {
  const std::string share =
      "    measurements:\n"
      "      - {date: 2026-01-02, numerator: 45, denominator: 60}\n";
  CHECK(judge_outcome(answered + share, day(3)).proof_text == "45");
  const std::string audit =
      "    indicator: {measure: audit, unit: result, direction: increase, kind: pass_fail}\n"
      "    target: {date: 2026-01-11}\n";
  CHECK(judge_outcome(audit, day(3)).reason == "never measured");
  const Judged failed =
      judge_outcome(audit + "    measurements:\n      - {date: 2026-01-06, met: false}\n", day(6));
  CHECK(failed.reason == "not met on 2026-01-06, due 2026-01-11");
  CHECK(failed.proof_line == "13: - {date: 2026-01-06, met: false}");
  CHECK(failed.proof_text == "false");
}

TEST_CASE("verdict words: an initiative speaks by its worst outcome") {
  const Assessed assessed(folder_with(decision_days + interim + two_values), date_of("2026-07-08"));
  const InitiativeJudgement& judged = assessed.initiative("work");
  CHECK(judged.reason ==
        "It changes: 29 days on 2026-06-30 is 10.5 % of the way to 12, where 15.8 % was planned: "
        "pace 0.67");
  CHECK(judged.proof == assessed.outcome("work/it").proof);
}

}  // namespace brm::test
