// Differences of parts: risks, ratings, promises, decisions, agreements; and of whole records.
#include "assess/difference_parts.h"

#include "unit/assess/two_states.h"

namespace brm::test {

using enum DifferenceKind;

TEST_CASE("difference: due days of milestones and the end of the work") {
  const auto due = [](const std::string& day, const std::string& more = "") {
    return initiative("end: 2026-12-31\nmilestones:\n  - {id: live, title: Live, due: " + day +
                      more + "}\n");
  };
  CHECK(TwoStates(due("2026-09-01"), due("2026-10-01")).of(goalpost) ==
        "moved due: 2026-09-01 -> 2026-10-01");
  const TwoStates open(
      due("2026-09-01"),
      due("2026-10-01", ", revised: [{date: 2026-07-01, because: The vendor is late}]"));
  CHECK(open.differences.front().note == "The vendor is late");
  CHECK(TwoStates(initiative("end: 2026-12-31\n"), initiative("end: 2027-01-31\n")).of(goalpost) ==
        "moved end: 2026-12-31 -> 2027-01-31");
  const auto met = [&](const std::string& day) { return due("2026-09-01", ", met_on: " + day); };
  CHECK(TwoStates(due("2026-09-01"), met("2026-07-01")).of(promise) ==
        "kept milestone: open, due 2026-09-01 -> kept");
  CHECK(TwoStates(due("2026-07-08"), due("2026-07-08"), "2026-07-08", "2026-07-09").of(promise) ==
        "broken milestone: open, due 2026-07-08 -> late, due 2026-07-08 [time]");
  CHECK(TwoStates(due("2026-07-08"), due("2026-07-08"), "2026-07-07", "2026-07-08").of(promise) ==
        "");
}

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
  CHECK(change(money("10"), risks("")) == "closed threat: USD 100 a year -> ");
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

TEST_CASE("difference: an acceptance that ends opens the risk again") {
  const Files files =
      folder_with_risks({{"it",
                          "event: It breaks\nlikelihood: {percent: 10}\nimpact: {amount: 1000}\n"
                          "response: [accept]\nmanaged_by: dhhs\nstatus: open\n"
                          "acceptance: {by: jane, because: Cheap, expires: 2026-07-08}"}});
  CHECK(TwoStates(files, files, "2026-07-07", "2026-07-08").of(risk).empty());
  CHECK(TwoStates(files, files, "2026-07-08", "2026-07-09").of(risk) ==
        "acceptance expired acceptance: accepted -> acceptance expired [time]");
}

TEST_CASE("difference: ratings, and green over what goes wrong") {
  const auto rated = [](const std::string& ratings, const std::string& values) {
    Files files = folder_with(rise(values));
    files["initiatives/work.yaml"] += "reported_status: [" + ratings + "]\n";
    return files;
  };
  const std::string amber = "{date: 2026-05-31, by: jane, rating: amber, scale: rag}";
  const std::string green = amber + ", {date: 2026-06-30, by: jane, rating: green, scale: rag}";
  CHECK(TwoStates(rated(amber, quick), rated(green, quick)).of(rating) ==
        "better reported: amber -> green");
  CHECK(TwoStates(rated(green, quick), rated(amber, quick)).of(rating) ==
        "worse reported: green -> amber");
  CHECK(TwoStates(rated("", quick), rated(amber, quick)).of(rating) == "first reported:  -> amber");
  CHECK(TwoStates(rated(amber, slow), rated(green, slow)).of(rating) ==
        "watermelon watermelon:  -> watermelon | better reported: amber -> green");
  const auto federal = [&](const std::string& number) {
    return rated("{date: 2026-05-31, by: jane, rating: " + number + ", scale: cio_1_5}", quick);
  };
  CHECK(TwoStates(federal("4"), federal("5")).of(rating) == "better reported: 4 of 5 -> 5 of 5");
  CHECK(TwoStates(federal("5"), federal("4")).of(rating) == "worse reported: 5 of 5 -> 4 of 5");
  CHECK(TwoStates(federal("5"), rated(amber, quick)).of(rating) ==
        "worse reported: 5 of 5 -> amber");
}

TEST_CASE("difference: promises made, kept, broken, put off and withdrawn") {
  const auto promised = [](const std::string& due, const std::string& more = "") {
    return party("promises: [{id: p, by: us, text: A call, made: 2026-06-01, due: " + due + more +
                 "}]\n");
  };
  const auto change = [](const Files& from, const Files& to, const std::string& from_day,
                         const std::string& to_day) {
    return TwoStates(from, to, from_day, to_day).of(promise);
  };
  const std::string day = "2026-07-08";
  CHECK(change(party(""), promised("2026-07-31"), day, day) ==
        "made promise by us:  -> open, due 2026-07-31");
  CHECK(change(promised("2026-07-31"), party(""), day, day) ==
        "withdrawn promise by us: open, due 2026-07-31 -> ");
  CHECK(change(promised("2026-07-31"), promised("2026-07-31", ", met_on: 2026-07-08"), day, day) ==
        "kept promise by us: open, due 2026-07-31 -> kept");
  CHECK(change(promised("2026-07-31"), promised("2026-07-31", ", met_on: 2026-07-09"), day, day)
            .empty());  // that day is still ahead
  CHECK(change(promised("2026-07-08"), promised("2026-07-08"), day, "2026-07-09") ==
        "broken promise by us: open, due 2026-07-08 -> late, due 2026-07-08 [time]");
  CHECK(change(promised("2026-07-01"), promised("2026-07-31"), day, day) ==
        "put off promise by us: late, due 2026-07-01 -> open, due 2026-07-31");
  CHECK(change(promised("2026-07-21"), promised("2026-07-31"), day, day) ==
        "moved promise by us: open, due 2026-07-21 -> open, due 2026-07-31");
  CHECK(change(promised("2026-07-01"), promised("2026-07-01", ", met_on: 2026-07-04"), day, day) ==
        "kept late promise by us: late, due 2026-07-01 -> kept_late");
}

TEST_CASE("difference: reviews, decisions, corrections and statuses") {
  const std::string held = "reviews: [{date: 2026-07-08, summary: All well}]\n";
  CHECK(TwoStates(party(""), party(held)).of(review) == "held 2026-07-08:  -> 2026-07-08");
  CHECK(TwoStates(party(held), party(held), "2026-07-07", "2026-07-08").of(review) ==
        "held 2026-07-08:  -> 2026-07-08 [time]");
  CHECK(TwoStates(party(held), party("")).of(review) == "taken away 2026-07-08: 2026-07-08 -> ");

  const auto body = [](const std::string& decision) {
    return Files{{"board.yaml",
                  "kind: body\nid: board\ntitle: Board\npurpose: P\nchair: jane\n"
                  "cadence: monthly\nmeetings:\n  - {date: 2026-06-01, decisions: "
                  "[{id: go, what: Go, opened: 2026-06-01" +
                      decision + "}]}\n"}};
  };
  CHECK(TwoStates(body(", status: proposed"), body(", status: accepted, decided: 2026-07-01"))
            .of(decision) == "accepted decision: open -> accepted");

  const auto corrected = [](const std::string& more) {
    return initiative(
        "corrections:\n  - {id: c, date: 2026-06-01, about: [work], trigger: T, type: "
        "adjust, decision: D, because: B, review_on: 2026-07-08" +
        more + "}\n");
  };
  CHECK(TwoStates(initiative(""), corrected("")).of(correction) ==
        "decided adjust:  -> review ahead");
  CHECK(TwoStates(corrected(""), corrected(""), "2026-07-08", "2026-07-09").of(correction) ==
        "overdue adjust: review ahead -> review overdue [time]");
  CHECK(TwoStates(corrected(""), corrected(", result: {date: 2026-07-08, effective: partly}"))
            .of(correction) == "result seen adjust: review ahead -> effective: partly");

  Files paused = initiative("");
  paused["work.yaml"].replace(paused["work.yaml"].find("active"), 6, "paused");
  CHECK(TwoStates(initiative(""), paused).of(status) == "other status: active -> paused");
  CHECK(TwoStates(party(""), party("status: exiting\n")).of(status) ==
        "other status: active -> exiting");
  CHECK(TwoStates(party(""), party("status: active\n")).of(status).empty());  // as it was implied
}

TEST_CASE("difference: agreements: their terms, their states and their service levels") {
  const auto agreed = [](const std::string& end, const std::string& values = "",
                         const std::string& least = "95") {
    return party(
        "agreements:\n  - id: host\n    type: contract\n    title: Hosting\n    period: "
        "{start: 2025-01-01, end: " +
        end +
        "}\n    service_levels:\n      - id: up\n        title: Up\n        "
        "indicator: {measure: m, unit: percent, direction: increase, frequency: "
        "monthly}\n        target: {at_least: " +
        least + "}\n        measurements: [" + values + "]\n");
  };
  CHECK(TwoStates(agreed("2026-12-31"), agreed("2027-12-31")).of(goalpost) ==
        "moved period.end: 2026-12-31 -> 2027-12-31");
  CHECK(TwoStates(agreed("2026-12-31"), agreed("2026-12-31", "", "90")).of(goalpost) ==
        "moved service_levels.up.target.at_least: 95 -> 90");
  CHECK(TwoStates(party(""), agreed("2026-12-31")).of(status) == "new agreement:  -> active");
  const Files ends = agreed("2026-07-08");
  CHECK(TwoStates(ends, ends, "2026-07-07", "2026-07-08").of(status).empty());
  CHECK(TwoStates(ends, ends, "2026-07-08", "2026-07-09").of(status) ==
        "other agreement: active -> expired [time]");
  const std::string held =
      "{date: 2026-04-30, value: 96}, {date: 2026-05-31, value: 96}, {date: 2026-06-30, value: 96}";
  std::string failed = held;
  failed.replace(failed.rfind("96"), 2, "91");
  CHECK(TwoStates(agreed("2026-12-31", held), agreed("2026-12-31", failed)).of(verdict) ==
        "worse: on_track -> at_risk");
}

TEST_CASE("difference: records that came, went or stand in another file") {
  CHECK(TwoStates({}, party("")).of(record) == "added relationship:  -> relationships/dhhs.yaml");
  CHECK(TwoStates(party(""), {}).of(record) == "removed relationship: relationships/dhhs.yaml -> ");
  const TwoStates moved(party(""), party("", "partners/dhhs.yaml"));
  CHECK(moved.of(record) == "moved relationship: relationships/dhhs.yaml -> partners/dhhs.yaml");
  CHECK(moved.differences.size() == 1);
}

TEST_CASE("difference: another order, comment or text is no change in meaning, and is counted") {
  const TwoStates states(party("notes: Old\n"), party("# why\nnotes: New\n"));
  CHECK(states.differences.empty());
  CHECK(count_edited_otherwise(states.before.assessment, states.after.assessment, {}) == 1);
  const TwoStates said(party(""), party("status: exiting\n"));
  CHECK(count_edited_otherwise(said.before.assessment, said.after.assessment, said.differences) ==
        0);
}

}  // namespace brm::test
