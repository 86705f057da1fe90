// Value: what is added up and what is not, and each day and verdict on which a mark turns.
#include "assess/value.h"

#include <fmt/format.h>

#include "unit/assess/judged.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {
namespace {

/// Outcomes o0, o1 ... of an initiative, each with these fields, one a line.
class Worth {
 public:
  explicit Worth(const std::vector<std::string>& outcomes, const std::string& as_of = "2026-07-08",
                 const std::string& status = "active", const std::string& more = "")
      : read_(files_of(outcomes, status, more), date_of(as_of)),
        values(outcome_values(read_.assessment, all())) {
    REQUIRE(read_.reading.findings.list().empty());
  }

  std::vector<MovedSum> moved() const { return moved_sums(read_.assessment, all()); }

 private:
  static std::map<std::string, std::string> files_of(const std::vector<std::string>& outcomes,
                                                     const std::string& status,
                                                     const std::string& more) {
    std::string text = "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: " + status +
                       "\nparties: [{relationship: a, role: sponsor}]\n" + more + "outcomes:\n";
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      text +=
          fmt::format("  - id: o{0}\n    title: Outcome {0}\n", i) + indented(outcomes[i], "    ");
    }
    return {{"work.yaml", text},
            {"brm.yaml",
             "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\ngoals:\n"
             "  - {id: faster, statement: Faster}\n  - {id: cheaper, statement: Cheaper}\n"}};
  }
  const std::vector<const Item*>& all() const {
    return read_.reading.portfolio.all(kinds::outcome);
  }

  Assessed read_;

 public:
  std::vector<OutcomeValue> values;
};

/// `savings USD 100.00 of 250.00 (1)`: realized, expected, outcomes.
std::string words(const std::vector<ValueSum>& sums) {
  std::string out;
  for (const ValueSum& sum : sums) {
    const auto amount = [&](const Rational& minor) {
      return to_text(money_of(minor, sum.currency));
    };
    out += fmt::format("{}{} {} of {} ({})", out.empty() ? "" : "; ",
                       sum.name.empty() ? "-" : sum.name, amount(sum.realized),
                       amount(sum.expected), sum.outcomes);
  }
  return out;
}

std::string money(const std::string& kind, const std::string& expected,
                  const std::string& realized = "") {
  return fmt::format("value: {{kind: {}, expected: {}{}}}\n", kind, expected,
                     realized.empty() ? "" : ", realized: [" + realized + "]");
}

/// A pass or fail that is due on 2026-06-30, passed or failed on that day, or not measured.
std::string due_outcome(const std::string& met) {
  return "indicator: {measure: m, unit: u, direction: increase, kind: pass_fail}\n"
         "target: {date: 2026-06-30}\n" +
         (met.empty() ? "" : "measurements: [{date: 2026-06-30, met: " + met + "}]\n");
}

}  // namespace

TEST_CASE("value: money of one kind and currency is added up, exactly") {
  const Worth worth({money("savings", "100.10", "{date: 2026-01-01, amount: 0.10}"),
                     money("savings", "0.20", "{date: 2026-01-01, amount: 0.20}"),
                     money("revenue", "50"), money("savings", "EUR 7")});
  CHECK(words(value_by_kind(worth.values)) ==
        "savings EUR 0.00 of EUR 7.00 (1); savings USD 0.30 of USD 100.30 (2); "
        "revenue USD 0.00 of USD 50.00 (1)");
  CHECK(words(value_in_all(worth.values)) ==
        "- EUR 0.00 of EUR 7.00 (1); - USD 0.30 of USD 150.30 (3)");
}

TEST_CASE("value: time, quality, risk and compliance are no sum") {
  for (const std::string_view kind : {"savings", "cost_avoidance", "revenue"}) {
    CHECK(is_summed(kind));
  }
  for (const std::string_view kind : {"time", "quality", "risk_reduction", "compliance", ""}) {
    CHECK_FALSE(is_summed(kind));
  }
  const Worth worth({money("time", "100"), money("quality", "5")});
  CHECK(worth.values.size() == 2);
  CHECK(value_in_all(worth.values).empty());
}

TEST_CASE("value: what is dated after the day does not exist yet") {
  const std::string dated = money("savings", "9",
                                  "{date: 2026-07-08, amount: 1}, "
                                  "{date: 2026-07-09, amount: 2}");
  const Worth on_the_day({dated});
  CHECK(words(value_in_all(on_the_day.values)) == "- USD 1.00 of USD 9.00 (1)");
  CHECK(on_the_day.values[0].has_realized);
  CHECK(on_the_day.values[0].later == 1);
  const Worth before({dated}, "2026-07-07");
  CHECK(words(value_in_all(before.values)) == "- USD 0.00 of USD 9.00 (1)");
}

TEST_CASE("value: what was stopped or only proposed stands apart") {
  const std::string outcome = money("savings", "9", "{date: 2026-01-01, amount: 2}");
  const Worth stopped({outcome}, "2026-07-08", "stopped",
                      "stopped: {date: 2026-02-01, reason: r, lesson: l}\n");
  const auto sums = value_in_all(stopped.values);
  REQUIRE(sums.size() == 1);
  CHECK(sums[0].expected == 0);
  CHECK(sums[0].realized == 0);
  CHECK(sums[0].outcomes == 0);
  CHECK(sums[0].given_up == 900);
  CHECK(sums[0].realized_before_stop == 200);
  const Worth before({outcome}, "2026-01-31", "stopped",
                     "stopped: {date: 2026-02-01, reason: r, lesson: l}\n");
  CHECK(words(value_in_all(before.values)) == "- USD 2.00 of USD 9.00 (1)");
  const Worth proposed({money("savings", "9")}, "2026-07-08", "proposed");
  CHECK(value_in_all(proposed.values)[0].proposed == 900);
  CHECK(value_in_all(proposed.values)[0].expected == 0);
  for (const std::string status : {"approved", "active", "paused", "completed"}) {
    CHECK(value_in_all(Worth({money("savings", "9")}, "2026-07-08", status).values)[0].expected ==
          900);
  }
}

TEST_CASE("value: a party gets its percent, and what nobody is named for is nobody's") {
  const std::string shares =
      "value_shares: [{relationship: a, percent: 33.3}, {relationship: b, percent: 66}]\n";
  CHECK(words(value_by_party(Worth({money("savings", "1000") + shares}).values)) ==
        "b USD 0.00 of USD 660.00 (1); a USD 0.00 of USD 333.00 (1); - USD 0.00 of USD 7.00 (1)");
  CHECK(words(value_by_party(Worth({money("savings", "10")}).values)) ==
        "- USD 0.00 of USD 10.00 (1)");
}

TEST_CASE("value: an outcome counts for each of its goals, else for its initiative's") {
  const Worth own({money("savings", "10") + "goals: [faster, cheaper]\n"});
  CHECK(words(value_by_goal(own.values)) ==
        "cheaper USD 0.00 of USD 10.00 (1); faster USD 0.00 of USD 10.00 (1)");
  const Worth above({money("savings", "10")}, "2026-07-08", "active", "goals: [faster]\n");
  CHECK(words(value_by_goal(above.values)) == "faster USD 0.00 of USD 10.00 (1)");
  CHECK(words(value_by_goal(Worth({money("savings", "10")}).values)) ==
        "- USD 0.00 of USD 10.00 (1)");
}

TEST_CASE("value: claimed against the evidence while it goes wrong, at stake before") {
  const std::string got = money("savings", "9", "{date: 2026-01-01, amount: 1}");
  const Worth failed({due_outcome("false") + got, due_outcome("false") + money("savings", "9"),
                      due_outcome("true") + got, due_outcome("") + got,
                      due_outcome("false") + money("savings", "9", "{date: 2026-01-01, amount: 0}"),
                      due_outcome("false") + money("savings", "0")});
  const auto marks = [&](std::size_t i) {
    return std::pair(failed.values[i].is_claimed_against_evidence, failed.values[i].is_at_stake);
  };
  CHECK(marks(0) == std::pair(true, false));
  CHECK(marks(1) == std::pair(false, true));
  CHECK(marks(2) == std::pair(false, false));  // achieved
  CHECK(marks(3) == std::pair(false, false));  // unmeasured says nothing against it
  CHECK(marks(4) == std::pair(false, true));   // zero is nothing realized
  CHECK(marks(5) == std::pair(false, false));
}

TEST_CASE("value: overdue from the day after the target's, while nothing is realized") {
  const std::string bare = due_outcome("") + money("time", "9");
  CHECK_FALSE(Worth({bare}, "2026-06-30").values[0].is_overdue);
  CHECK(Worth({bare}, "2026-07-01").values[0].is_overdue);
  const std::string got = due_outcome("") + money("savings", "9", "{date: 2026-07-01, amount: 1}");
  CHECK(Worth({got}, "2026-07-01").values[0].is_overdue == false);
  CHECK_FALSE(Worth({money("savings", "9")}, "2026-07-01").values[0].is_overdue);  // no due date
  const Worth zero({due_outcome("") + money("savings", "9", "{date: 2026-07-01, amount: 0}")});
  CHECK(zero.values[0].is_overdue);
  CHECK_FALSE(zero.values[0].has_realized);
  CHECK_FALSE(Worth({due_outcome("") + "value: {kind: savings}\n"}).values[0].is_overdue);
}

TEST_CASE("value: disbenefits alone are listed, and change no sum") {
  const Worth worth(
      {"disbenefits: [One left]\n", "", money("savings", "9") + "disbenefits: [x]\n"});
  CHECK(worth.values.size() == 2);
  CHECK(words(value_in_all(worth.values)) == "- USD 0.00 of USD 9.00 (1)");
}

TEST_CASE("value: indicators are summed where they say so, by unit and direction") {
  const auto outcome = [](const std::string& unit, const std::string& direction,
                          const std::string& may, int from, int to, const std::string& values) {
    return fmt::format(
        "indicator: {{measure: m, unit: {}, direction: {}{}}}\n"
        "baseline: {{date: 2026-01-01, value: {}}}\ntarget: {{date: 2026-12-31, value: {}}}\n"
        "measurements: [{}]\n",
        unit, direction, may.empty() ? "" : ", may_be_summed: " + may, from, to, values);
  };
  const Worth worth({outcome("calls", "decrease", "true", 100, 40, "{date: 2026-06-30, value: 70}"),
                     outcome("calls", "decrease", "true", 10, 0, "{date: 2026-06-30, value: 12}"),
                     outcome("calls", "decrease", "true", 10, 0, "{date: 2026-07-09, value: 1}"),
                     outcome("calls", "decrease", "false", 9, 0, "{date: 2026-06-30, value: 1}"),
                     outcome("calls", "decrease", "", 9, 0, "{date: 2026-06-30, value: 1}"),
                     outcome("calls", "increase", "true", 1, 3, "{date: 2026-06-30, value: 2}")});
  const auto sums = worth.moved();
  REQUIRE(sums.size() == 2);
  CHECK(sums[0].direction == Direction::increase);
  CHECK(sums[0].moved == 1);
  CHECK(sums[1].to_move == 70);
  CHECK(sums[1].moved == 28);
  CHECK(sums[1].outcomes == 2);
  CHECK(sums[1].unmeasured == 1);
}

TEST_CASE("value: sums of indicators beyond a million are exact") {
  const std::string one =
      "indicator: {measure: m, unit: accounts, direction: increase, may_be_summed: true}\n"
      "baseline: {date: 2026-01-01, value: 0}\ntarget: {date: 2026-12-31, value: 620000}\n"
      "measurements: [{date: 2026-06-30, value: 600000}]\n";
  const auto moved = Worth({one, one}).moved();
  REQUIRE(moved.size() == 1);
  CHECK(to_text(floored_to(moved[0].to_move, 3)) == "1240000.000");
  CHECK(to_text(floored_to(moved[0].moved, 3)) == "1200000.000");
}

}  // namespace brm::test
