// What was taken away between two states: each is named, and nothing is better for it.
#include "unit/assess/two_states.h"

namespace brm::test {

using enum DifferenceKind;

namespace {

/// The first of a kind.
const Difference& first_of(const TwoStates& states, DifferenceKind kind) {
  const auto found = std::find_if(states.differences.begin(), states.differences.end(),
                                  [&](const Difference& each) { return each.kind == kind; });
  REQUIRE(found != states.differences.end());
  return *found;
}

void check_nothing_is_better(const TwoStates& states) {
  for (const Difference& each : states.differences) CHECK(each.turn != Turn::better);
}

Files rated(const std::string& ratings, const std::string& values = quick) {
  Files files = folder_with(rise(values));
  files["initiatives/work.yaml"] += "reported_status: [" + ratings + "]\n";
  return files;
}

const std::string first_green = "{date: 2026-05-31, by: jane, rating: green, scale: rag}";
const std::string second_green = "{date: 2026-06-30, by: jane, rating: green, scale: rag}";

}  // namespace

TEST_CASE("difference: each rating that was taken away is named, whatever is left") {
  const TwoStates newest(rated(first_green + ", " + second_green), rated(first_green));
  CHECK(newest.of(rating) == "taken away rating of 2026-06-30: green -> ");
  CHECK(first_of(newest, rating).note == "what is left is green by jane on 2026-05-31");
  const TwoStates all(rated(first_green + ", " + second_green), rated(""));
  CHECK(all.of(rating) ==
        "taken away rating of 2026-05-31: green ->  | taken away rating of 2026-06-30: green -> ");
  CHECK(all.differences.back().note == "no rating is left");
  // Said anew since: that is what somebody says now.
  const std::string red = "{date: 2026-07-07, by: jane, rating: red, scale: rag}";
  CHECK(TwoStates(rated(second_green), rated(red)).of(rating) ==
        "taken away rating of 2026-06-30: green ->  | worse reported: green -> red");
}

TEST_CASE("difference: a watermelon is only hidden where its rating or its measurement is gone") {
  const auto change = [](const Files& from, const Files& to) {
    const TwoStates states(from, to);
    const Difference& first = first_of(states, rating);
    std::string out;
    for (const Difference& each : states.differences) {
      if (each.what == "watermelon") {
        out = each.event + (each.turn == Turn::neutral ? "" : " turned") + ": " + each.note;
      }
    }
    CHECK_FALSE(first.event.empty());
    return out;
  };
  CHECK(change(rated(second_green, slow), rated("", slow)) ==
        "hidden: only because a rating was taken away or written over");
  std::string amber = second_green;
  amber.replace(amber.find("green"), 5, "amber");
  CHECK(change(rated(second_green, slow), rated(amber, slow)) ==
        "hidden: only because a rating was taken away or written over");
  CHECK(change(rated(second_green, slow), rated(second_green, "")) ==
        "hidden: only because goalposts were moved, or outcomes or measurements taken away");
  const std::string later = ", {date: 2026-07-07, by: jane, rating: amber, scale: rag}";
  CHECK(change(rated(second_green, slow), rated(second_green + later, slow)) ==
        "no watermelon any more turned: ");
  CHECK(change(rated(second_green, slow), rated(second_green, quick)) ==
        "no watermelon any more turned: ");
  check_nothing_is_better({rated(second_green, slow), rated("", slow)});
}

TEST_CASE("difference: a verdict that only a measurement taken away turned got no better") {
  const std::string falls = ", {date: 2026-06-30, value: 20}";
  const std::string rises = "{date: 2026-02-28, value: 15}, {date: 2026-03-31, value: 30}";
  const TwoStates states = outcomes(rise(rises + falls), rise(rises));
  CHECK(states.of(verdict) == "evidence: off_track -> on_track | evidence: off_track -> on_track");
  CHECK(states.of(measurement) == "taken away 2026-06-30: 20 steps -> ");
  CHECK(states.differences[0].note ==
        "without what was taken away (It changes: measured on 2026-06-30), and off track with it");
  CHECK(states.differences[1].note ==
        "without what was taken away (measured on 2026-06-30), and off track with it");
  check_nothing_is_better(states);
  // With another target at once, of which either alone would have turned it.
  const TwoStates both = outcomes(rise(rises + falls), rise(rises, "40"));
  CHECK(both.differences[1].event == "goalposts");
  CHECK(both.differences[1].note ==
        "by other goalposts (target from 100 to 40) and without what was taken away "
        "(measured on 2026-06-30), and off track else");
  // All of it gone: nobody knows any more.
  CHECK(outcomes(rise(rises + falls), rise("")).of(verdict) ==
        "unknown: off_track -> unmeasured | unknown: off_track -> unmeasured");
  // It would have got better all the same.
  const std::string third = ", {date: 2026-07-07, value: 80}";
  CHECK(outcomes(rise(rises + falls), rise(rises + third)).of(verdict) ==
        "better: off_track -> on_track | better: off_track -> on_track");
}

TEST_CASE("difference: what a service level was measured at, and no longer is") {
  const auto level = [](const std::string& values) {
    return party(
        "agreements:\n  - id: host\n    type: contract\n    title: Hosting\n    period: "
        "{start: 2025-01-01, end: 2026-12-31}\n    service_levels:\n      - id: up\n        "
        "title: Up\n        indicator: {measure: m, unit: percent, direction: increase, "
        "frequency: monthly}\n        target: {at_least: 95}\n        measurements: [" +
        values + "]\n");
  };
  const std::string held =
      "{date: 2026-04-30, value: 96}, {date: 2026-05-31, value: 96}, {date: 2026-06-15, value: 97}";
  const std::string failed = ", {date: 2026-06-30, value: 91}";
  const TwoStates states(level(held + failed), level(held));
  CHECK(states.of(measurement) == "taken away 2026-06-30: 91 percent -> ");
  CHECK(states.of(verdict) == "evidence: at_risk -> on_track");
  check_nothing_is_better(states);
}

TEST_CASE("difference: milestones, promises and experiments that are taken away are named") {
  const auto milestone = [](const std::string& more) {
    return initiative("milestones:\n  - {id: live, title: Live, due: 2026-07-01" + more + "}\n");
  };
  const TwoStates late(milestone(""), initiative(""));
  CHECK(late.of(promise) == "taken away milestone: late, due 2026-07-01 -> ");
  CHECK(late.differences.front().turn == Turn::worse);
  const TwoStates met(milestone(", met_on: 2026-06-30"), initiative(""));
  CHECK(met.of(promise) == "taken away milestone: kept -> ");
  CHECK(met.differences.front().turn == Turn::neutral);
  const auto experiment = [](const std::string& more) {
    return initiative(
        "experiments:\n  - {id: e, hypothesis: H, prediction: P, threshold: T, ends: 2026-09-30" +
        more + "}\n");
  };
  CHECK(TwoStates(experiment(""), initiative("")).of(decision) ==
        "taken away experiment: undecided -> ");
  CHECK(TwoStates(initiative(""), experiment("")).of(decision) == "new experiment:  -> undecided");
  CHECK(TwoStates(experiment(", decision: adopt"), experiment("")).of(decision) ==
        "taken back experiment: adopt -> undecided");
}

TEST_CASE("difference: a risk did not shrink because what was known of it is gone") {
  const auto risks = [](const std::string& fields) {
    return folder_with_risks(
        {{"it",
          "event: It breaks\nlikelihood: {scale: 2}\nimpact: {scale: 2}\nresponse: [mitigate]\n"
          "managed_by: dhhs\nstatus: open\n" +
              fields}});
  };
  const std::string assessed =
      "assessments: [{date: 2026-06-01, likelihood: {scale: 5}, impact: {scale: 5}}]\n";
  const TwoStates states(risks(assessed), risks(""));
  CHECK(states.of(risk).find("taken away assessment of 2026-06-01: likelihood scale 5, impact "
                             "scale 5 -> ") != std::string::npos);
  CHECK(states.of(risk).find("measured otherwise threat: ") != std::string::npos);
  check_nothing_is_better(states);
  // An action that is open keeps the residual level from counting, and dropping it does not help.
  const std::string residual =
      "residual: {likelihood: {scale: 1}, impact: {scale: 1}}\nresponse_text: Guards\n";
  const TwoStates dropped(risks(residual + "actions: [{text: Lock it, due: 2026-09-30}]\n"),
                          risks(residual));
  CHECK(dropped.of(risk).find("action dropped action: Lock it") != std::string::npos);
  CHECK(dropped.of(risk).find("shrunk") == std::string::npos);
  check_nothing_is_better(dropped);
  CHECK(TwoStates(risks("response_text: Guards\n"), risks("")).of(risk) ==
        "taken away response_text: Guards -> ");
}

TEST_CASE("difference: an outcome that another initiative promises now is one outcome") {
  const auto two = [](const std::string& of_work, const std::string& of_rest) {
    Files files = folder_with(of_work);
    files["initiatives/rest.yaml"] = folder_with(of_rest)["initiatives/work.yaml"];
    std::string& rest = files["initiatives/rest.yaml"];
    rest.replace(rest.find("id: work"), 8, "id: rest");
    return files;
  };
  const std::string second = "  - id: more\n    title: More of it\n" + rise(slow);
  const TwoStates moved(two(rise(quick) + second, rise(quick)),
                        two(rise(quick), rise(quick) + second));
  CHECK(moved.of(record) == "moved outcome: work -> rest");
  CHECK(first_of(moved, record).note ==
        "moved from Work; it was off track there, and is off track here");
  CHECK(moved.of(verdict) == "worse: on_track -> off_track | goalposts: off_track -> on_track");
  CHECK(moved.differences[1].note ==
        "by other goalposts (moved elsewhere: More of it), and off track by the older ones");
  CHECK(moved.of(measurement).empty());
  CHECK(count_edited_otherwise(moved.before.assessment, moved.after.assessment,
                               moved.differences) == 0);
  // With another target on the way, and under another id.
  std::string other = second;
  other.replace(other.find("id: more"), 8, "id: lots");
  other.replace(other.find("value: 100"), 10, "value: 40");
  const TwoStates eased(two(rise(quick) + second, rise(quick)),
                        two(rise(quick), rise(quick) + other));
  CHECK(eased.of(record) == "moved outcome: work -> rest | renamed outcome: more -> lots");
  CHECK(eased.of(goalpost) == "moved target.value: 100 -> 40");
  CHECK(eased.of(verdict).find("dropped") == std::string::npos);
  CHECK(eased.of(verdict).find("new: ") == std::string::npos);
  // An id alone is no proof.
  std::string stranger = second;
  stranger.replace(stranger.find("More of it"), 10, "Another");
  stranger.replace(stranger.find("share done"), 10, "days");
  CHECK(TwoStates(two(rise(quick) + second, rise(quick)), two(rise(quick), rise(quick) + stranger))
            .of(record)
            .empty());
  // Into an initiative that is new.
  Files alone = two(rise(quick) + second, second);
  alone.erase("initiatives/rest.yaml");
  const Files parted = two(rise(quick), "");
  Files there = parted;
  there["initiatives/rest.yaml"] += second;
  CHECK(TwoStates(alone, there).of(record) ==
        "added initiative:  -> initiatives/rest.yaml | moved outcome: work -> rest");
}

TEST_CASE("difference: what the newer office ignores was not removed") {
  const auto between = [](const Files& from, const Files& to, const Lacks& lacks) {
    const Assessed before(from, date_of("2026-07-08"));
    const Assessed after(to, date_of("2026-07-09"));
    std::string out;
    for (const Difference& each :
         differences_between(before.assessment, after.assessment, 1, lacks)) {
      out += each.event + " " + std::string(to_text(each.cause)) +
             (each.turn == Turn::neutral ? "; " : " turned; ");
    }
    return out;
  };
  const Files work =
      folder_with_risks({{"it",
                          "event: It breaks\nlikelihood: {percent: 10}\nimpact: {amount: "
                          "1000}\nresponse: [mitigate]\nmanaged_by: dhhs\nstatus: open\n"}});
  Files none = work;
  none.erase("work.yaml");
  Lacks lacks;
  lacks.ignored_after = {"work.yaml"};
  CHECK(between(work, none, lacks) == "ignored now edit; ");
  lacks = {};
  lacks.ignored_before = {"work.yaml"};
  CHECK(between(none, work, lacks) == "not ignored now edit; ");
}

}  // namespace brm::test
