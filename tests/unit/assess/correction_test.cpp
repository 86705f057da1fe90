// Corrections: the days on which a review is overdue, what counts as before and after, and from
// which day an outcome goes wrong uncorrected.
#include <fmt/format.h>

#include "assess/correction.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

/// An entry of `corrections`, in one line.
std::string correction(const std::string& id, int date, const std::string& rest = "",
                       const std::string& about = "work/it") {
  return fmt::format(
      "  - {{id: {}, date: {}, about: [{}], trigger: t, type: adjust, decision: d, because: "
      "b{}}}\n",
      id, day_text(date), about, rest);
}

std::string corrections(const std::string& entries) { return "corrections:\n" + entries; }

/// Off track since day 40.
std::string falling_behind() { return climb({{20, "10"}, {40, "6"}, {60, "10"}}, 300); }

std::string uncorrected_on(const std::string& fields, int as_of, const std::string& policy = "") {
  const Assessed assessed(folder_with(fields, policy), day(as_of));
  const auto found = uncorrected(assessed.assessment, assessed.item("work/it"));
  return found ? fmt::format("since {}: {}", found->since - day(0), found->days) : "no";
}

std::string stretch_words(const Stretch& stretch) {
  std::string out = fmt::format("{}", stretch.points);
  if (stretch.a_month) out += fmt::format(" at {}", to_fixed(*stretch.a_month, 2));
  if (stretch.met > 0) out += fmt::format(", {} met", stretch.met);
  return out;
}

/// Before and after the correction called `it`, and the change.
std::string compared_on(const std::string& fields, int as_of, const std::string& policy = "") {
  const Assessed assessed(folder_with(fields, policy), day(as_of));
  std::string out;
  for (const Item* item : assessed.reading.portfolio.all(kinds::correction)) {
    if (item->id() != "this") continue;
    for (const auto& each : corrected_outcomes(assessed.assessment, Of<kinds::correction>(*item))) {
      out += fmt::format("[{} | {} | {}]", stretch_words(each.before), stretch_words(each.after),
                         to_text(each.change));
    }
  }
  return out;
}

std::string review_on(const std::string& rest, int as_of) {
  const Assessed assessed(folder_with(falling_behind() + corrections(correction("this", 10, rest))),
                          day(as_of));
  const Item* item = assessed.reading.portfolio.all(kinds::correction).front();
  return std::string(to_text(review_of(Of<kinds::correction>(*item), day(as_of))));
}

}  // namespace

TEST_CASE("corrections: a review is overdue from the day after") {
  const std::string by = fmt::format(", review_on: {}", day_text(30));
  CHECK(review_on("", 40) == "no_day");
  CHECK(review_on(by, 30) == "ahead");
  CHECK(review_on(by, 31) == "overdue");
}

TEST_CASE("corrections: a result counts on its day, and not before it") {
  const std::string reviewed = fmt::format(", review_on: {}, result: {{date: {}, effective: yes}}",
                                           day_text(30), day_text(50));
  CHECK(review_on(reviewed, 49) == "overdue");
  CHECK(review_on(reviewed, 50) == "done");
  CHECK(review_on(", result: {effective: unclear}", 12) == "done");
}

TEST_CASE("corrections: uncorrected from more than thirty days on") {
  CHECK(uncorrected_on(falling_behind(), 70) == "no");
  CHECK(uncorrected_on(falling_behind(), 71) == "since 40: 31");
  CHECK(uncorrected_on(falling_behind(), 50, "correction_days: 10") == "no");
  CHECK(uncorrected_on(falling_behind(), 51, "correction_days: 10") == "since 40: 11");
}

TEST_CASE("corrections: one on the day it went wrong, or later and by now, is a correction") {
  const auto with = [](int date) {
    return uncorrected_on(falling_behind() + corrections(correction("this", date)), 80);
  };
  CHECK(with(39) == "since 40: 40");
  CHECK(with(40) == "no");
  CHECK(with(80) == "no");
  CHECK(with(81) == "since 40: 40");
}

TEST_CASE("corrections: about the outcome, its initiative, or expecting something of it") {
  const auto with = [](const std::string& about, const std::string& rest = "") {
    return uncorrected_on(falling_behind() + corrections(correction("this", 50, rest, about)), 80);
  };
  CHECK(with("work") == "no");
  CHECK(with("dhhs") == "since 40: 40");
  CHECK(with("work/its") == "since 40: 40");
  CHECK(with("dhhs", ", expected: {outcome: work/it}") == "no");
}

TEST_CASE("corrections: one in the program above counts") {
  auto files = folder_with(falling_behind() + "parent: program\n");
  files["program.yaml"] =
      "kind: initiative\nid: program\ntitle: P\ntype: program\nstatus: active\n"
      "parties: [{relationship: dhhs, role: sponsor}]\n" +
      corrections(correction("this", 50));
  const Assessed assessed(files, day(80));
  CHECK(!uncorrected(assessed.assessment, assessed.item("work/it")));
}

TEST_CASE("corrections: nobody can still correct what is stopped or completed") {
  for (const std::string status :
       {"proposed", "approved", "active", "paused", "stopped", "completed"}) {
    auto files = folder_with(falling_behind());
    std::string& text = files["initiatives/work.yaml"];
    text.replace(text.find("status: active"), 14, "status: " + status);
    const Assessed assessed(files, day(80));
    const bool is_found = uncorrected(assessed.assessment, assessed.item("work/it")).has_value();
    CHECK_MESSAGE(is_found == (status != "stopped" && status != "completed"), status);
  }
}

TEST_CASE("corrections: what is not bad, or stale, is not uncorrected") {
  CHECK(uncorrected_on(climb({{20, "7"}, {40, "14"}, {60, "20"}}, 300), 100) == "no");
  CHECK(uncorrected_on(falling_behind(), 60 + 135) == "since 40: 155");
  CHECK(uncorrected_on(falling_behind(), 60 + 136) == "no");
}

TEST_CASE("corrections: pace a month before and after, the day itself before, the baseline too") {
  const std::string fields = climb({{20, "10"}, {40, "20"}, {60, "40"}, {80, "60"}}, 300);
  CHECK(compared_on(fields + corrections(correction("this", 40)), 90) ==
        "[3 at 15.22 | 2 at 30.44 | better]");
  CHECK(compared_on(fields + corrections(correction("this", 39)), 90) ==
        "[2 at 15.22 | 3 at 30.44 | better]");
}

TEST_CASE("corrections: unclear with fewer than two points on either side") {
  const std::string fields = climb({{20, "10"}, {60, "40"}, {80, "60"}}, 300);
  CHECK(compared_on(fields + corrections(correction("this", 30)), 79) ==
        "[2 at 15.22 | 1 | unclear]");
  CHECK(compared_on(fields + corrections(correction("this", 30)), 80) ==
        "[2 at 15.22 | 2 at 30.44 | better]");
  CHECK(compared_on(fields + corrections(correction("this", 19)), 80) ==
        "[1 | 3 at 25.36 | unclear]");
  CHECK(compared_on(fields + corrections(correction("this", 30)), 80, "correction_points: 3") ==
        "[2 at 15.22 | 2 at 30.44 | unclear]");
}

TEST_CASE("corrections: towards the target, whichever way that is") {
  const auto compare = [](const Values& values) {
    return compared_on(descent(values, 300) + corrections(correction("this", 20)), 90);
  };
  CHECK(compare({{20, "90"}, {40, "91"}, {60, "92"}}) == "[2 at 15.22 | 2 at -1.52 | worse]");
  CHECK(compare({{20, "90"}, {40, "80"}, {60, "70"}}) == "[2 at 15.22 | 2 at 15.22 | same]");
}

TEST_CASE("corrections: a side ends at the correction before and after") {
  const std::string fields =
      climb({{10, "5"}, {20, "10"}, {30, "20"}, {40, "30"}, {50, "31"}, {60, "32"}}, 300);
  const std::string others = correction("first", 15) + correction("this", 30) +
                             correction("other", 35, "", "dhhs") + correction("last", 40);
  CHECK(compared_on(fields + corrections(others), 90) == "[2 at 30.44 | 1 | unclear]");
}

TEST_CASE("corrections: of a hold and a test, how often it was met") {
  const std::string hold =
      "    indicator: {measure: m, unit: u, direction: decrease, kind: hold}\n"
      "    target: {at_most: 5}\n" +
      measured({{10, "9"}, {20, "5"}, {30, "4"}, {40, "3"}});
  CHECK(compared_on(hold + corrections(correction("this", 20)), 90) ==
        "[2, 1 met | 2, 2 met | better]");
  const std::string test =
      "    indicator: {measure: m, unit: u, direction: maintain, kind: pass_fail}\n"
      "    measurements: [{date: 2026-01-05, met: true}, {date: 2026-01-25, met: false}]\n";
  CHECK(compared_on(test + corrections(correction("this", 10)), 90) == "[1, 1 met | 1 | unclear]");
  CHECK(compared_on(test + corrections(correction("this", 10)), 90, "correction_points: 1") ==
        "[1, 1 met | 1 | worse]");
}

TEST_CASE("corrections: all outcomes of an initiative it is about, each once") {
  const std::string expected = ", expected: {outcome: work/it}";
  CHECK(
      compared_on(falling_behind() + corrections(correction("this", 30, expected, "work, work/it")),
                  90) == "[2 at 15.22 | 2 at 6.09 | worse]");
  CHECK(
      compared_on(falling_behind() + corrections(correction("this", 30, "", "dhhs")), 90).empty());
}

TEST_CASE("corrections: whole calendar months count as one each") {
  const auto of_months = [](const std::string& days) {
    const std::vector<std::string> values{"90", "80", "70", "60"};
    std::string out = descent({}, 364) + "    measurements:\n";
    for (std::size_t i = 0; i < values.size(); ++i) {
      out +=
          fmt::format("      - {{date: 2026-{}, value: {}}}\n", days.substr(i * 6, 5), values[i]);
    }
    return out;
  };
  const auto compare = [&](const std::string& days) {
    return compared_on(
        of_months(days) + corrections(correction("early", 1) + correction("this", 59)), 200);
  };
  // February is short, and the pace is the same: by the first of the month, and by the last.
  CHECK(compare("02-01 03-01 04-01 05-01") == "[2 at 10.00 | 2 at 10.00 | same]");
  CHECK(compare("01-31 02-28 03-31 04-30") == "[2 at 10.00 | 2 at 10.00 | same]");
  CHECK(compare("02-01 03-01 04-02 05-01") == "[2 at 10.00 | 2 at 10.50 | better]");
}

TEST_CASE("corrections: a change is as well founded as the side with fewer points") {
  const auto grade = [](const std::string& policy) {
    const Assessed read(
        folder_with(climb({{10, "5"}, {20, "10"}, {30, "12"}, {50, "31"}, {60, "40"}}, 300) +
                        corrections(correction("this", 30)),
                    policy),
        day(90));
    const Item* item = read.reading.portfolio.all(kinds::correction).front();
    return to_text(corrected_outcomes(read.assessment, Of<kinds::correction>(*item)).front().grade);
  };
  // Four points before, two after.
  CHECK(grade("") == "weak");
  CHECK(grade("weak_points: 3") == "weak");
  CHECK(grade("weak_points: 2") == "fair");
  CHECK(grade("weak_points: 2, good_points: 2") == "good");
  CHECK(grade("correction_points: 3").empty());
}

TEST_CASE("corrections: asked of many, the neighbors are the same") {
  const std::string entries = correction("first", 15) + correction("this", 30) +
                              correction("same", 30) + correction("last", 40, "", "work") +
                              correction("elsewhere", 35, "", "dhhs") + correction("late", 95);
  const Assessed read(
      folder_with(climb({{10, "5"}, {20, "10"}, {50, "31"}}, 300) + corrections(entries)), day(90));
  const CorrectionDays days(read.assessment);
  const auto around = [&](int number) {
    const auto found = days.around(read.item("work/it"), day(number));
    const auto words = [](const std::optional<Date>& date) {
      return date ? std::to_string(*date - day(0)) : std::string("-");
    };
    return words(found.before) + " " + words(found.after);
  };
  CHECK(around(15) == "- 30");
  CHECK(around(30) == "15 40");
  CHECK(around(40) == "30 -");
  for (const Item* item : read.reading.portfolio.all(kinds::correction)) {
    const Of<kinds::correction> each(*item);
    const auto alone = corrected_outcomes(read.assessment, each);
    const auto among = corrected_outcomes(read.assessment, each, &days);
    REQUIRE(alone.size() == among.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
      CHECK(stretch_words(alone[i].before) == stretch_words(among[i].before));
      CHECK(stretch_words(alone[i].after) == stretch_words(among[i].after));
    }
  }
}

}  // namespace brm::test
