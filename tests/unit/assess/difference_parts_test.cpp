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

TEST_CASE("difference: money that is approved, forecast and expected") {
  const auto work = [](const std::string& budget) {
    return initiative("budget: " + budget + "\n");
  };
  const TwoStates dearer(work("{approved: USD 1000, forecast: USD 900}"),
                         work("{approved: USD 1000, forecast: USD 1200.50}"));
  CHECK(dearer.of(budget) == "raised forecast of the cost: USD 900 -> USD 1,200.50");
  CHECK(dearer.differences.front().turn == Turn::worse);
  CHECK(dearer.differences.front().note == "above the approved USD 1,000");
  const TwoStates more(work("{approved: USD 1000}"), work("{approved: USD 2000}"));
  CHECK(more.of(budget) == "raised approved budget: USD 1,000 -> USD 2,000");
  CHECK(more.differences.front().turn == Turn::neutral);
  CHECK(TwoStates(initiative(""), work("{approved: USD 1000}")).of(budget) ==
        "set approved budget:  -> USD 1,000");
  const TwoStates less =
      outcomes(rise(slow, "100", "    value: {kind: savings, expected: USD 500}\n"),
               rise(slow, "100", "    value: {kind: savings, expected: USD 400}\n"));
  CHECK(less.of(budget) == "lowered expected value: USD 500 -> USD 400");
  CHECK(less.differences.front().turn == Turn::worse);
  CHECK(less.differences.size() == 1);
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
        "taken away rating of 2026-06-30: green -> ");
  CHECK(TwoStates(rated("", quick), rated(amber, quick)).of(rating) == "first reported:  -> amber");
  CHECK(TwoStates(rated(amber, slow), rated(green, slow)).of(rating) ==
        "watermelon watermelon:  -> watermelon | better reported: amber -> green");
  const std::string red = green + ", {date: 2026-07-07, by: jane, rating: red, scale: rag}";
  CHECK(TwoStates(rated(green, quick), rated(red, quick)).of(rating) ==
        "worse reported: green -> red");
  const auto federal = [&](const std::string& number, const std::string& day) {
    return "{date: " + day + ", by: jane, rating: " + number + ", scale: cio_1_5}";
  };
  const auto change = [&](const std::string& from, const std::string& to) {
    const std::string first = federal(from, "2026-05-31");
    return TwoStates(rated(first, quick), rated(first + ", " + federal(to, "2026-06-30"), quick))
        .of(rating);
  };
  CHECK(change("4", "5") == "better reported: 4 of 5 -> 5 of 5");
  CHECK(change("5", "4") == "worse reported: 5 of 5 -> 4 of 5");
  CHECK(TwoStates(rated(federal("5", "2026-05-01"), quick),
                  rated(federal("5", "2026-05-01") + ", " + amber, quick))
            .of(rating) == "worse reported: 5 of 5 -> amber");
}

TEST_CASE("difference: a rating that is written over is no opinion that changed") {
  const auto rated = [](const std::string& words) {
    Files files = folder_with(rise(quick));
    files["initiatives/work.yaml"] += "reported_status: [" + words + "]\n";
    return files;
  };
  const std::string red = "{date: 2026-05-31, by: jane, rating: red, scale: rag}";
  const std::string green = "{date: 2026-05-31, by: jane, rating: green, scale: rag}";
  const std::string later = ", {date: 2026-06-30, by: jane, rating: amber, scale: rag}";
  const TwoStates newest(rated(red), rated(green));
  CHECK(newest.of(rating) == "written over rating of 2026-05-31: red -> green");
  CHECK(newest.differences.front().turn == Turn::worse);
  CHECK(TwoStates(rated(red + later), rated(green + later)).of(rating) ==
        "written over rating of 2026-05-31: red -> green");
  CHECK(TwoStates(rated(red + later), rated(later.substr(2))).of(rating) ==
        "taken away rating of 2026-05-31: red -> ");
  // Written over, and then another one given.
  CHECK(TwoStates(rated(red), rated(green + later)).of(rating) ==
        "written over rating of 2026-05-31: red -> green | better reported: red -> amber");
}

TEST_CASE("difference: promises made, kept, broken, put off and taken away") {
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
        "taken away promise by us: open, due 2026-07-31 -> ");
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

TEST_CASE("difference: what was promised in other words") {
  const auto promised = [](const std::string& text) {
    return party("promises: [{id: p, by: partner, text: " + text +
                 ", made: 2026-06-01, due: 2026-07-31}]\n");
  };
  CHECK(TwoStates(promised("A call each day"), promised("A call each week")).of(promise) ==
        "reworded promise by the partner: A call each day -> A call each week");
  CHECK(outcomes(rise(slow, "100", "    commitment: committed\n"),
                 rise(slow, "100", "    commitment: aspirational\n"))
            .of(goalpost) == "moved commitment: committed -> aspirational");
  Files other = folder_with(rise(slow));
  std::string& text = other["initiatives/work.yaml"];
  text.replace(text.find("It changes"), 10, "It is seen");
  CHECK(TwoStates(folder_with(rise(slow)), other).of(goalpost) ==
        "reworded title: It changes -> It is seen");
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
