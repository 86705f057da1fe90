#include "assess/needed_decision.h"

#include "unit/assess/two_states.h"

namespace brm::test {
namespace {

/// `notice agreement: notice is due ...`, in their order.
std::string needed(const Files& files, const std::string& as_of, int days = 30) {
  const Assessed read(files, date_of(as_of));
  std::string out;
  for (const NeededDecision& each :
       needed_decisions(read.assessment, read.assessment.as_of() + days)) {
    out += std::string(words_of(each.asked).name) + " " + std::string(each.item->id()) + ": " +
           each.why + " (" + std::string(each.who) + ")\n";
  }
  return out;
}

Files with_agreement() {
  return {{"dhhs.yaml",
           "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: strategic\n"
           "manager: jane\nagreements:\n  - {id: host, type: contract, title: Hosting, period: "
           "{start: 2025-01-01, end: 2026-09-30}, renewal: {auto: true, notice_days: 60}, "
           "administrator: jane}\n"}};
}

Files with_risk(const std::string& fields) {
  return folder_with_risks({{"it",
                             "event: It breaks\nlikelihood: {percent: 10}\nimpact: {amount: "
                             "1000000}\nmanaged_by: dhhs\nstatus: open\n" +
                                 fields}},
                           "policy: {appetite: 50000}\n");
}

}  // namespace

TEST_CASE("needed decision: notice, from 30 days before its day up to that day") {
  CHECK(needed(with_agreement(), "2026-07-01").empty());
  CHECK(needed(with_agreement(), "2026-07-02") ==
        "notice host: notice is due by 2026-08-01, in 30 days (jane)\n");
  CHECK(needed(with_agreement(), "2026-08-01") ==
        "notice host: notice is due by 2026-08-01, today (jane)\n");
  CHECK(needed(with_agreement(), "2026-08-02").empty());  // too late, which the agenda says
}

TEST_CASE("needed decision: a risk above the appetite without an answer, or no longer accepted") {
  CHECK(needed(with_risk("response: [avoid]"), "2026-07-08").starts_with("response it: "));
  CHECK(needed(with_risk("response: [mitigate]\nactions: [{text: Do it, due: 2026-12-31}]"),
               "2026-07-08")
            .empty());
  const std::string accepted =
      "response: [accept]\nacceptance: {by: jane, because: Cheap, expires: 2026-07-08}";
  CHECK(needed(with_risk(accepted), "2026-07-08").empty());
  CHECK(needed(with_risk(accepted), "2026-07-09").starts_with("acceptance it: "));
}

TEST_CASE("needed decision: an outcome that goes wrong without a correction") {
  const std::string wrong =
      "    owner: jane\n"
      "    indicator: {measure: m, unit: steps, direction: increase, frequency: quarterly}\n"
      "    baseline: {date: 2026-01-01, value: 0}\n    target: {date: 2026-12-31, value: 100}\n"
      "    measurements: [{date: 2026-03-31, value: 5}, {date: 2026-06-30, value: 10}]\n";
  CHECK(needed(folder_with(wrong), "2026-08-08").starts_with("correction it: wrong for "));
  CHECK(needed(folder_with(wrong), "2026-07-30").empty());  // wrong for 30 days
  CHECK(needed(folder_with(wrong), "2026-08-08").find("(jane)") != std::string::npos);
}

TEST_CASE("needed decision: reported green while something measured goes wrong") {
  Files files = folder_with(rise(slow));
  const std::string said = "reported_status: [{date: 2026-06-30, by: jane, rating: ";
  const std::string sound = files["initiatives/work.yaml"];
  files["initiatives/work.yaml"] = sound + said + "green, scale: rag}]\n";
  CHECK(needed(files, "2026-07-08").starts_with("rating work: reported green on 2026-06-30; It "));
  files["initiatives/work.yaml"] = sound + said + "amber, scale: rag}]\n";
  CHECK(needed(files, "2026-07-08").empty());
}

TEST_CASE("needed decision: what a body has before it, the oldest question first") {
  const Files files{
      {"board.yaml",
       "kind: body\nid: board\ntitle: The board\npurpose: P\nchair: jane\ncadence: monthly\n"
       "meetings:\n  - {date: 2026-06-01, decisions: [{id: late, what: A, opened: 2026-06-20}, "
       "{id: old, what: B, opened: 2026-06-01}, {id: done, what: C, opened: 2026-06-01, decided: "
       "2026-06-02, status: accepted}]}\n"}};
  CHECK(needed(files, "2026-07-01") ==
        "question old: open for 30 days before The board (jane)\n"
        "question late: open for 11 days before The board (jane)\n");
}

}  // namespace brm::test
