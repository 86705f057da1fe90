// Risks against the formulas of design/verdicts.md, and each day on which a judgement turns.
#include "assess/risk.h"

#include <fmt/format.h>

#include "assess/open_risk.h"
#include "unit/assess/judged.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {
namespace {

std::string exposure(const std::string& fields) {
  const OneRisk risk(fields);
  const RiskLevel& now = risk.judgement().now();
  return now.is_money() ? to_text(money_of(now.exposure, now.currency)) : std::string(now.lack);
}

std::string overdue_on(const std::string& fields, const std::string& day) {
  const OneRisk risk(fields, day);
  std::string out;
  for (const Overdue& due : risk.judgement().overdue) {
    out += fmt::format("{}{} {} {}", out.empty() ? "" : "; ", to_text(due.what), to_text(due.since),
                       due.who);
  }
  return out;
}

const std::string ordinal_5_4 = "likelihood: {scale: 5}\nimpact: {scale: 4}\n";

}  // namespace

TEST_CASE("risk: exposure is chance times mean impact, scaled to a year") {
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {amount: 250000}") == "USD 25000.00");
  // A range counts as uniform: its middle.
  CHECK(exposure("likelihood: {low: 10, high: 40}\nimpact: {amount: 250000.40}") == "USD 62500.10");
  // Half a year's chance twice a year, two years' half.
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {amount: 1000}\nhorizon: P6M") ==
        "USD 200.00");
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {amount: 1000}\nhorizon: semiannual") ==
        "USD 200.00");
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {amount: 1000}\nhorizon: P2Y") == "USD 50.00");
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {amount: 1000}\nhorizon: P73D") ==
        "USD 500.00");
  // exp(12.664218 + 0.699938^2 / 2) = 404001.72
  CHECK(exposure("likelihood: {percent: 50}\nimpact: {low: 100000, high: 1000000}") ==
        "USD 202000.86");
  CHECK(exposure("likelihood: {percent: 50}\nimpact: {low: 7.01, high: 7.01}") == "USD 3.50");
  CHECK(exposure("likelihood: {percent: 0}\nimpact: {amount: 1000}") == "USD 0.00");
  CHECK(exposure("likelihood: {percent: 25}\nimpact: {amount: EUR 1000}") == "EUR 250.00");
}

TEST_CASE("risk: an amount from which nothing follows says why") {
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {low: 0, high: 5}") ==
        "its impact begins at zero, and no lognormal amount does");
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {amount: -5}") == "its impact is below zero");
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {low: USD 1, high: EUR 5}") ==
        "its two amounts are in two currencies");
  CHECK(exposure("likelihood: {percent: 10}\nimpact: {low: 9, high: 5}") ==
        "its impact runs downwards");
  CHECK(exposure("likelihood: {low: 9, high: 5}\nimpact: {amount: 5}") ==
        "its likelihood runs downwards");
  CHECK(exposure("likelihood: {scale: 3, percent: 5}\nimpact: {scale: 5}") ==
        "its likelihood is written in two ways");
  CHECK(exposure("likelihood: {scale: 3}\nimpact: {scale: 5, amount: 5}") ==
        "its impact is written in two ways");
  CHECK(exposure("likelihood: {percent: 101}\nimpact: {scale: 5}") ==
        "its likelihood could not be read");
  CHECK(exposure("likelihood: {scale: 3}\nimpact: {amount: 5}") ==
        "its likelihood is on the 1 to 5 scale and its impact not");
  CHECK(exposure("likelihood: {percent: 3}\nimpact: {scale: 5}") ==
        "its impact is on the 1 to 5 scale and its likelihood not");
  CHECK(exposure("impact: {scale: 5}") == "no likelihood is written");
  CHECK(exposure("likelihood: {scale: 5}") == "no impact is written");
}

TEST_CASE("risk: a residual level in other money does not count") {
  const std::string fields =
      "likelihood: {percent: 50}\nimpact: {amount: 1000}\nresponse_text: We drill.\n";
  CHECK(exposure(fields + "residual: {impact: {amount: 10}}") == "USD 5.00");
  CHECK(exposure(fields + "residual: {impact: {amount: EUR 10}}") == "USD 500.00");
  CHECK(exposure(fields + "residual: {likelihood: {scale: 1}}") == "USD 500.00");
}

TEST_CASE("risk: an exposure beyond all amounts is no figure") {
  CHECK(exposure("likelihood: {percent: 50}\nimpact: {low: 1, high: 90000000000000}") ==
        "its mean impact is too large for an amount: the range is too wide");
  CHECK(exposure("likelihood: {percent: 100}\nimpact: {amount: 100000000000000}") ==
        "USD 100000000000000.00");
}

TEST_CASE("risk: the matrix is a table, and the office's cells and labels stand in it") {
  const RiskMatrix usual(nullptr);
  std::string rows;
  for (int likelihood = 5; likelihood > 0; --likelihood) {
    for (int impact = 1; impact <= 5; ++impact) rows += to_text(usual.band(likelihood, impact))[0];
    rows += ' ';
  }
  CHECK(rows == "mhccc lmhcc lmmhc llmmh llllm ");
  CHECK(usual.likelihood_label(1) == "rare");
  CHECK(usual.impact_label(5) == "critical");

  const std::string office =
      "policy: {matrix: [{likelihood: 1, impact: 5, band: critical}], appetite_band: low}\n"
      "scales: {likelihood: [{level: 5, label: daily}]}\n";
  const OneRisk risk("likelihood: {scale: 1}\nimpact: {scale: 5}", "2026-07-08", office);
  CHECK(risk.judgement().now().band == Band::critical);
  CHECK(risk.assessed().risk_policy().matrix.likelihood_label(5) == "daily");
  CHECK(risk.assessed().risk_policy().matrix.likelihood_label(4) == "likely");
  CHECK(risk.assessed().risk_policy().matrix.appetite() == Band::low);
  CHECK(likelihood_words(risk.judgement().now(), risk.assessed().risk_policy().matrix) == "1 rare");
}

TEST_CASE("risk: above the appetite is above it, not at it, and only of threats") {
  const auto is_above = [](const std::string& fields, const std::string& policy) {
    return OneRisk(fields, "2026-07-08", "policy: {" + policy + "}\n")
        .judgement()
        .is_above_appetite;
  };
  const std::string ten_thousand = "likelihood: {percent: 10}\nimpact: {amount: 100000}";
  CHECK_FALSE(is_above(ten_thousand, "appetite: 10000.00"));
  CHECK(is_above(ten_thousand, "appetite: 9999.99"));
  CHECK_FALSE(is_above(ten_thousand, "rating_days: 45"));  // no limit set
  CHECK_FALSE(is_above(ten_thousand, "appetite: EUR 1"));  // cannot be compared
  CHECK_FALSE(is_above(ten_thousand + "\ntype: opportunity", "appetite: 1"));
  CHECK_FALSE(is_above("likelihood: {scale: 3}\nimpact: {scale: 3}", "rating_days: 45"));
  CHECK(is_above("likelihood: {scale: 3}\nimpact: {scale: 4}", "rating_days: 45"));
  CHECK_FALSE(is_above("likelihood: {scale: 3}\nimpact: {scale: 4}", "appetite_band: high"));
}

TEST_CASE("risk: a residual level counts once the actions are done, an assessment from its day") {
  const auto stage = [](const std::string& fields, const std::string& day) {
    const OneRisk risk(fields, day);
    return fmt::format("{} {}: {}", to_text(risk.judgement().stage),
                       to_text(risk.judgement().now().band), risk.judgement().stage_reason);
  };
  CHECK(stage(ordinal_5_4, "2026-07-08") == "inherent critical: no residual level is stated");
  const std::string residual = ordinal_5_4 + "residual: {likelihood: {scale: 2}}\n";
  CHECK(stage(residual, "2026-07-08") ==
        "inherent critical: nothing on record brings the residual level about");
  CHECK(stage(residual + "response_text: We drill.\n", "2026-07-08") ==
        "residual moderate: as stated, with the controls that response_text names");
  CHECK(stage(ordinal_5_4 + "residual: {likelihood: {percent: 2}}\nresponse_text: We drill.\n",
              "2026-07-08") == "inherent critical: the residual level cannot be compared with it");
  CHECK(stage(ordinal_5_4 + "assessments: [{date: 2026-01-01, impact: {amount: 5}}]\n",
              "2026-07-08") ==
        "inherent critical: the newest assessment cannot be compared with it");
  const std::string action = residual + "actions: [{text: Drill, done_on: 2026-07-08}]\n";
  CHECK(stage(action, "2026-07-07") ==
        "inherent critical: 1 of 1 action still open, so the residual level does not count yet");
  CHECK(stage(action, "2026-07-08") == "residual moderate: its action is done");
  const std::string two =
      residual + "actions: [{text: Drill, done_on: 2026-07-01}, {text: Test, due: 2026-09-01}]\n";
  CHECK(stage(two, "2026-07-08") ==
        "inherent critical: 1 of 2 actions still open, so the residual level does not count yet");
  // With a target the actions lead on from the residual level to it.
  CHECK(stage(two + "target: {likelihood: {scale: 1}}\n", "2026-07-08") ==
        "residual moderate: as stated; 1 of 2 actions to the target is open");
  const std::string assessed =
      two +
      "assessments: [{date: 2026-06-30, impact: {scale: 1}}, "
      "{date: 2026-05-31, impact: {scale: 5}}, {date: 2026-07-09, impact: {scale: 5}}]\n";
  CHECK(stage(assessed, "2026-07-08") == "assessed moderate: as assessed on 2026-06-30");
  CHECK(stage(assessed, "2026-06-30") == "assessed moderate: as assessed on 2026-06-30");
  CHECK(stage(assessed, "2026-06-29") == "assessed critical: as assessed on 2026-05-31");
}

TEST_CASE("risk: what is due today is not overdue, tomorrow it is") {
  const std::string review = ordinal_5_4 + "review_by: 2026-06-30\n";
  CHECK(overdue_on(review, "2026-06-30").empty());
  CHECK(overdue_on(review, "2026-07-01") == "review 2026-06-30 dhhs");
  const std::string action =
      ordinal_5_4 + "actions: [{text: Drill, due: 2026-06-30, by: larkfield}]\n";
  CHECK(overdue_on(action, "2026-06-30").empty());
  CHECK(overdue_on(action, "2026-07-01") == "action 2026-06-30 larkfield");
  const std::string late =
      ordinal_5_4 + "actions: [{text: Drill, due: 2026-06-30, done_on: 2026-07-05}]\n";
  CHECK(overdue_on(late, "2026-07-04") == "action 2026-06-30 dhhs");
  CHECK(overdue_on(late, "2026-07-05").empty());
  const std::string accepted =
      ordinal_5_4 + "acceptance: {by: board, because: cheap, expires: 2026-06-30}\n";
  CHECK(overdue_on(accepted, "2026-06-30").empty());
  CHECK(overdue_on(accepted, "2026-07-01") == "acceptance 2026-06-30 board");
  const std::string trigger = ordinal_5_4 + "trigger_met: 2026-06-30\n";
  CHECK(overdue_on(trigger, "2026-06-29").empty());
  CHECK(overdue_on(trigger, "2026-06-30") == "trigger 2026-06-30 dhhs");
  CHECK(overdue_on(trigger + "review_by: 2026-05-31\n", "2026-07-01") ==
        "review 2026-05-31 dhhs; trigger 2026-06-30 dhhs");
}

TEST_CASE("risk: a response is an action, words, or an acceptance in force") {
  const auto answer = [](const std::string& fields, const std::string& day = "2026-07-08") {
    const OneRisk risk(ordinal_5_4 + fields, day);
    return fmt::format("{}: {}", risk.judgement().is_answered ? "yes" : "no",
                       risk.judgement().answer);
  };
  CHECK(answer("") == "no: neither an action nor a response_text");
  CHECK(answer("response_text: We drill.") == "yes: responded to in words, without an action");
  CHECK(answer("actions: [{text: a, done_on: 2026-07-08}, {text: b}]") ==
        "yes: 1 of 2 actions done");
  CHECK(answer("response: [accept]") == "no: to be accepted, and nobody has accepted it");
  CHECK(answer("response: [accept]\nresponse_text: We live with it.") ==
        "no: to be accepted, and nobody has accepted it");
  const std::string accepted =
      "response: [accept]\nacceptance: {by: board, because: cheap, expires: 2026-07-08}";
  CHECK(answer(accepted) == "yes: accepted until 2026-07-08");
  CHECK(answer(accepted, "2026-07-09") == "no: the acceptance ended on 2026-07-08");
  CHECK(answer(
            "acceptance: {by: board, because: cheap, expires: 2026-07-07}\nactions: [{text: a}]") ==
        "yes: 0 of 1 action done");
}

TEST_CASE("risk: what has happened or is closed is not open, what happens later has not happened") {
  const auto is_open = [](const std::string& fields) {
    return OneRisk(ordinal_5_4 + fields + "\nreview_by: 2026-01-01\n").judgement().is_open;
  };
  CHECK(is_open("status: open"));
  CHECK(is_open("status: monitoring"));
  CHECK_FALSE(is_open("status: closed"));
  CHECK_FALSE(is_open("status: occurred"));
  CHECK_FALSE(is_open("status: occurred\noccurred: {date: 2026-07-08}"));
  CHECK(is_open("status: occurred\noccurred: {date: 2026-07-09}"));
  CHECK(
      OneRisk(ordinal_5_4 + "status: closed\nreview_by: 2026-01-01\n").judgement().overdue.empty());
}

TEST_CASE("risk: what was left open in work that is over is not open any more") {
  const auto standing = [](const std::string& head, const std::string& status = "open") {
    const Assessed read(
        {{"w.yaml", head +
                        "risks:\n  - id: r\n    event: It breaks\n    managed_by: w\n"
                        "    status: " +
                        status + "\n    review_by: 2026-01-01\n"}},
        date_of("2026-07-08"));
    const Item& risk = read.item("w/r");
    const RiskJudgement& judged = read.assessment.risk(risk);
    CHECK(judged.overdue.empty() == !judged.is_open);
    const bool is_left = is_left_open(Of<kinds::risk>(risk), date_of("2026-07-08"));
    return judged.is_open ? "open" : is_left ? "left open" : "over";
  };
  const std::string initiative = "kind: initiative\nid: w\ntitle: W\ntype: project\n";
  const std::string party =
      "kind: relationship\nid: w\ntitle: W\ntype: agency\ntier: strategic\nmanager: jane\n";
  const auto until = [](const std::string& part, const std::string& day) {
    return part + ": {date: " + day + ", reason: R, lesson: L}\n";
  };
  CHECK(standing(initiative + "status: paused\n") == "open");
  CHECK(standing(initiative + "status: completed\n") == "left open");
  CHECK(standing(initiative + "status: completed\n", "monitoring") == "left open");
  CHECK(standing(initiative + "status: completed\n", "closed") == "over");
  CHECK(standing(initiative + "status: completed\n", "occurred") == "over");
  CHECK(standing(initiative + "status: stopped\n" + until("stopped", "2026-07-08")) == "left open");
  CHECK(standing(initiative + "status: stopped\n" + until("stopped", "2026-07-09")) == "open");
  // One that is exiting is there up to its last day.
  CHECK(standing(party + "status: exiting\n" + until("exit", "2026-07-08")) == "open");
  CHECK(standing(party + "status: ended\n" + until("exit", "2026-07-09")) == "open");
  CHECK(standing(party + "status: ended\n" + until("exit", "2026-07-08")) == "left open");
}

}  // namespace brm::test
