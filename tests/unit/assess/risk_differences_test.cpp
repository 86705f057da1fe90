// Risks that opened, closed, grew or shrank, and what is done about them.
#include <algorithm>

#include "unit/assess/two_states.h"

namespace brm::test {

using enum DifferenceKind;

TEST_CASE("difference: risks opened, closed, occurred, grown and shrunk") {
  const auto risks = [](const std::string& fields) {
    return fields.empty() ? folder_with_risks({}) : folder_with_risks({{"it", fields}});
  };
  const auto money = [&](const std::string& percent, const std::string& status = "open") {
    return risks(
        "event: It breaks\nlikelihood: {percent: " + percent +
        "}\nimpact: {amount: 1000}\nresponse: [mitigate]\nmanaged_by: dhhs\nstatus: " + status);
  };
  const auto change = [](const Files& from, const Files& to) {
    return TwoStates(from, to).of(risk);
  };
  CHECK(change(risks(""), money("10")) == "opened threat:  -> USD 100 a year");
  CHECK(change(money("10"), risks("")) == "taken away threat: USD 100 a year -> ");
  CHECK(TwoStates(money("10"), risks("")).differences.front().turn == Turn::neutral);
  CHECK(change(money("10"), money("10", "closed")) == "closed threat: USD 100 a year -> closed");
  CHECK(change(money("10", "closed"), money("10")) == "opened threat: closed -> USD 100 a year");
  CHECK(change(money("10"), money("10", "occurred")) ==
        "occurred threat: USD 100 a year -> occurred");
  CHECK(change(money("10"), money("10", "monitoring")).empty());
  CHECK(change(money("10"), money("20")) == "grown threat: USD 100 a year -> USD 200 a year");
  CHECK(change(money("20"), money("10")) == "shrunk threat: USD 200 a year -> USD 100 a year");
  CHECK(TwoStates(money("20"), money("10")).differences.front().turn == Turn::better);

  const auto scale = [&](int likelihood, int impact, const std::string& more = "") {
    return risks("event: It breaks\nlikelihood: {scale: " + std::to_string(likelihood) +
                 "}\nimpact: {scale: " + std::to_string(impact) +
                 "}\nresponse: [mitigate]\nmanaged_by: dhhs\nstatus: open\n" + more);
  };
  CHECK(change(scale(4, 4), scale(5, 4)).starts_with("grown threat: "));
  CHECK(change(scale(4, 4), scale(4, 3)).starts_with("shrunk threat: "));
  CHECK(change(scale(2, 2), scale(2, 2)).empty());
  CHECK(change(money("10"), scale(2, 2)).starts_with("measured otherwise threat: USD 100 a year"));
  // What would be bad of a threat is good of an opportunity.
  const TwoStates luck(scale(2, 2, "type: opportunity"), scale(5, 5, "type: opportunity"));
  CHECK(luck.differences.front().event == "grown");
  CHECK(luck.differences.front().turn == Turn::better);
}

TEST_CASE("difference: a risk that is left open in work that is over is no good news") {
  const auto work = [](const std::string& status, const std::string& of_risk = "open") {
    Files files =
        folder_with_risks({{"it",
                            "event: It breaks\nlikelihood: {percent: 10}\nimpact: {amount: 1000}\n"
                            "response: [mitigate]\nmanaged_by: dhhs\nstatus: " +
                                of_risk}});
    std::string& text = files.at("work.yaml");
    return text.replace(text.find("active"), 6, status), files;
  };
  const TwoStates left(work("active"), work("completed"));
  CHECK(left.of(risk) == "left open threat: USD 100 a year -> its work is over");
  CHECK(left.differences.front().turn == Turn::neutral);
  CHECK(TwoStates(work("completed"), work("completed", "closed")).of(risk) ==
        "closed threat: its work is over -> closed");
  CHECK(TwoStates(work("completed"), work("active")).of(risk) ==
        "opened threat: its work is over -> USD 100 a year");
  CHECK(TwoStates(work("completed"), work("completed")).of(risk).empty());
}

TEST_CASE("difference: an acceptance that ends opens the risk again") {
  const Files files =
      folder_with_risks({{"it",
                          "event: It breaks\nlikelihood: {percent: 10}\nimpact: {amount: 1000}\n"
                          "response: [accept]\nmanaged_by: dhhs\nstatus: open\n"
                          "acceptance: {by: jane, because: Cheap, expires: 2026-07-08}"}});
  CHECK(TwoStates(files, files, "2026-07-07", "2026-07-08").of(risk).empty());
  CHECK(TwoStates(files, files, "2026-07-08", "2026-07-09").of(risk) ==
        "acceptance expired acceptance: accepted until 2026-07-08 -> expired on 2026-07-08 [time]");
}

TEST_CASE("difference: what is done about a risk: acceptance, review and actions") {
  const auto risks = [](const std::string& fields) {
    return folder_with_risks(
        {{"it",
          "event: It breaks\nlikelihood: {percent: 10}\nimpact: {amount: 1000}\n"
          "response: [mitigate]\nmanaged_by: dhhs\nstatus: open\n" +
              fields}});
  };
  const auto change = [&](const std::string& from, const std::string& to) {
    const TwoStates states(risks(from), risks(to));
    std::string out = states.of(risk);
    for (const Difference& each : states.differences) {
      out += each.turn == Turn::worse ? " (worse)" : (each.turn == Turn::better ? " (better)" : "");
    }
    return out;
  };
  const auto accepted = [](const std::string& day) {
    return "acceptance: {by: jane, because: Cheap, expires: " + day + "}\n";
  };
  CHECK(change(accepted("2026-08-31"), accepted("2027-08-31")) ==
        "extended acceptance: accepted until 2026-08-31 -> accepted until 2027-08-31");
  CHECK(change(accepted("2026-08-31"), accepted("2026-07-31")) ==
        "shortened acceptance: accepted until 2026-08-31 -> accepted until 2026-07-31");
  CHECK(change(accepted("2026-07-07"), accepted("2026-07-31")) ==
        "accepted acceptance: expired on 2026-07-07 -> accepted until 2026-07-31");
  const std::string july = "review_by: 2026-07-31\n";
  const std::string fall = "review_by: 2026-09-30\n";
  CHECK(change(july, fall) == "review put off review by: 2026-07-31 -> 2026-09-30 (worse)");
  CHECK(change(fall, july) == "review moved review by: 2026-09-30 -> 2026-07-31");
  CHECK(change(july, fall + "assessments: [{date: 2026-07-01, likelihood: {percent: 10}}]\n") ==
        "review moved review by: 2026-07-31 -> 2026-09-30");
  CHECK(change("", july) == "review set review by:  -> 2026-07-31");
  CHECK(change(july, "") == "review removed review by: 2026-07-31 ->  (worse)");
  const auto action = [](const std::string& more, const std::string& text = "Test it") {
    return "actions: [{text: " + text + more + "}]\n";
  };
  CHECK(change(action(", due: 2026-07-31"), action(", due: 2026-07-31, done_on: 2026-07-02")) ==
        "action done action: Test it: open, due 2026-07-31 -> done on 2026-07-02 (better)");
  CHECK(change(action(", due: 2026-07-31"), action(", due: 2026-08-31")) ==
        "action put off action: Test it: open, due 2026-07-31 -> open, due 2026-08-31 (worse)");
  CHECK(change(action(", done_on: 2026-07-02"), action(", due: 2026-08-31")) ==
        "action opened again action: Test it: done on 2026-07-02 -> open, due 2026-08-31 (worse)");
  CHECK(change("", action(", due: 2026-07-31")) ==
        "action added action: Test it:  -> open, due 2026-07-31");
  // By their texts, whatever their order.
  CHECK(change("actions: [{text: One}, {text: Two, due: 2026-07-31}]\n",
               "actions: [{text: Two, due: 2026-07-31}]\n") ==
        "action dropped action: One: open ->  (worse)");
}

TEST_CASE("difference: a risk that only another matrix made smaller did not shrink") {
  const auto risks = [](const std::string& office) {
    return folder_with_risks({{"it",
                               "event: It breaks\nlikelihood: {scale: 5}\nimpact: {scale: 5}\n"
                               "response: [mitigate]\nmanaged_by: dhhs\nstatus: open\n"}},
                             office);
  };
  const TwoStates states(risks(""),
                         risks("policy: {matrix: [{likelihood: 5, impact: 5, band: low}]}\n"));
  CHECK(states.of(risk).starts_with("measured otherwise threat: critical ("));
  const auto found = std::find_if(states.differences.begin(), states.differences.end(),
                                  [](const auto& each) { return each.kind == risk; });
  REQUIRE(found != states.differences.end());
  CHECK(found->turn == Turn::neutral);
  CHECK(found->note.starts_with("by other scales or another matrix, and critical ("));
}

}  // namespace brm::test
