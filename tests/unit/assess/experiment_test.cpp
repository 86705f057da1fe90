// Experiments: thresholds that can be compared and those that cannot, and the days that matter.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "assess/experiment.h"
#include "assess/threshold.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string met(const std::string& threshold, const std::string& result) {
  const auto found = meets_threshold(threshold, result);
  if (found == MeetsThreshold::unclear) return "not judged";
  return found == MeetsThreshold::yes ? "yes" : "no";
}

/// Stage, foresight and whether it came true.
std::string judged(const std::string& fields, int as_of) {
  const Assessed assessed(
      folder_with("experiments:\n  - {id: it, hypothesis: h, prediction: p, threshold: at least 5 "
                  "percent, ends: " +
                  day_text(50) + fields + "}\n"),
      day(as_of));
  const Item* item = assessed.reading.portfolio.all(kinds::experiment).front();
  const ExperimentJudgement found = judge_experiment(Of<kinds::experiment>(*item), day(as_of));
  return fmt::format("{} {} {}", to_text(found.stage), to_text(found.foresight),
                     to_text(found.came_true));
}

std::string on(std::string_view field, int number) {
  return fmt::format(", {}: {}", field, day_text(number));
}

std::string result(int number, const std::string& value = "5 percent") {
  return fmt::format(", result: {{date: {}, value: {}}}", day_text(number), value);
}

}  // namespace

TEST_CASE("thresholds: each comparison at its boundary") {
  CHECK(met("at least 55 percent", "55 percent") == "yes");
  CHECK(met("at least 55 percent", "54.9 percent") == "no");
  CHECK(met("at most 2", "2.0") == "yes");
  CHECK(met("at most 2", "2.01") == "no");
  CHECK(met("more than 3 days", "3 days") == "no");
  CHECK(met("less than 3 days", "3 days") == "no");
  CHECK(met("less than 3 days", "2 days") == "yes");
  CHECK(met("no more than 3 days", "3 days") == "yes");
  CHECK(met("no fewer than 3 days", "3 days") == "yes");
  CHECK(met("Under 1,500 calls", "1,499 calls") == "yes");
  CHECK(met(">= 5 %", "5%") == "yes");
  CHECK(met("<5", "5") == "no");
}

TEST_CASE("thresholds: one word in two forms") {
  CHECK(met("at most 1 point", "2 points") == "no");
  CHECK(met("at least 40 %", "53 percent") == "yes");
  CHECK(met("at least 15 of 100 visitors", "22 of 100 visitors") == "yes");
}

TEST_CASE("thresholds: nothing is said where the two may not be alike") {
  for (const auto& [threshold, found] : std::vector<std::pair<std::string, std::string>>{
           {"90 of 100 in time", "71 of 100"},         // no comparison
           {"at least half", "62 percent"},            // no number
           {"at least 5 percent", "about 6 percent"},  // does not begin with one
           {"at least 5 percent", "6 days"},           // other units
           {"at least 5", "6 days"},                   //
           {"at least 40 percent", "53"},              //
           {"at most 5 errors a day", "4 errors an hour"},
           {"at least 90 percent correct", "95 percent incorrect"},
           {"at least 90 percent answered", "95 percent unanswered"},
           {"at least 40 minutes saved", "53 minutes lost"},
           {"at least 10 percent", "12 percent drop"},
           {"at least 99.0 percent over fifteen weeks", "99.1 percent"},
           {"at least 15 of 100", "22 of 150"},  // other sizes
           {"at least 55 percent", "62 percent, 45 with the old"},
           {"at least 90 seconds, at most 3 errors", "95 seconds, 2 errors"},
           {"at least 40 percent fewer calls", "53 percent more calls"},
           {"at least 40 percent fewer calls", "53 percent"},
           {"at least 5 offices", "6 offices, not all of them open"},
           {"at least 5 percent", "6 percent by 2026-01-05"},
           {"at least 5 percent", ""},
           {"", "5"},
           {"at least", "5"}}) {
    CHECK_MESSAGE(met(threshold, found) == "not judged", threshold << " / " << found);
  }
  CHECK(met("at least 99.0 percent over fifteen weeks", "99.1 % over fifteen weeks") == "yes");
}

TEST_CASE("experiments: undecided from the day after the end") {
  CHECK(judged(on("started", 10), 9) == "planned no_result no_result");
  CHECK(judged(on("started", 10), 10) == "running no_result no_result");
  CHECK(judged(on("started", 10), 50) == "running no_result no_result");
  CHECK(judged(on("started", 10), 51) == "undecided no_result no_result");
  CHECK(judged("", 51) == "undecided no_result no_result");
  CHECK(judged(on("started", 10) + ", decision: adopt", 51) == "decided no_result no_result");
}

TEST_CASE("experiments: a result to come does not exist, nor what was decided by it") {
  const std::string fields = on("started", 10) + result(60) + ", decision: adopt";
  CHECK(judged(fields, 59) == "undecided no_result no_result");
  CHECK(judged(fields, 60) == "decided shown yes");
}

TEST_CASE("experiments: a prediction comes first when it began before the day of the result") {
  CHECK(judged(on("started", 39) + result(40), 45) == "running shown yes");
  CHECK(judged(on("started", 40) + result(40), 45) == "running not_shown yes");
  CHECK(judged(result(40), 45) == "planned not_shown yes");
  CHECK(judged(on("started", 10) + ", result: {value: 4 percent}", 45) == "running not_shown no");
}

TEST_CASE("experiments: that it was carried out as planned says nothing about the prediction") {
  const std::string fields = on("started", 10) + ", result: {date: " + day_text(40);
  CHECK(judged(fields + ", value: better than we hoped, as_planned: true}", 45) ==
        "running shown not_judged");
  CHECK(judged(fields + ", as_planned: false}", 45) == "running shown not_judged");
}

}  // namespace brm::test
