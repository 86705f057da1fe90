// Every kind of clock: who is asked, and what no longer rings.
#include "assess/clocks.h"

#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

const std::string office_head =
    "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\nowner: boss\n";
const std::string relationship_head =
    "kind: relationship\nid: p\ntitle: P\ntype: agency\ntier: strategic\nmanager: manager\n";
const std::string initiative_head =
    "kind: initiative\nid: w\ntitle: W\ntype: project\nowner: lead\n";

/// One a line: `2026-05-31 notice -38 lawyer: Deal`.
std::string clocks_in(std::map<std::string, std::string> files,
                      const std::string& day = "2026-07-08") {
  const Assessed read(std::move(files), date_of(day));
  std::string out;
  for (const Clock& clock : clocks_of(read.assessment)) {
    out += fmt::format("{} {} {} {}: {}\n", to_text(clock.due), words_of(clock.kind).name,
                       clock.days_left, clock.owner, clock.text);
  }
  return out;
}

std::string of_relationship(const std::string& fields, const std::string& day = "2026-07-08") {
  return clocks_in({{"p.yaml", relationship_head + fields}}, day);
}

std::string of_initiative(const std::string& fields, const std::string& status = "active",
                          const std::string& day = "2026-07-08") {
  return clocks_in({{"w.yaml", initiative_head + "status: " + status + "\n" + fields}}, day);
}

const std::string deal =
    "agreements:\n  - id: deal\n    type: contract\n    title: Deal\n"
    "    period: {start: 2025-01-01, end: 2026-06-30}\n"
    "    renewal: {notice_days: 30}\n"
    "    milestones: [{title: Half, due: 2026-08-01}, {title: Begun, due: 2025-02-01, met_on: "
    "2025-02-01}]\n"
    "    service_levels:\n      - id: up\n        title: It is up\n"
    "        indicator: {measure: m, unit: percent, direction: increase, kind: hold, frequency: "
    "monthly}\n"
    "        target: {at_least: 99}\n"
    "        measurements: [{date: 2026-05-31, value: 99}]\n";

const std::string risk =
    "risks:\n  - id: r\n    event: It breaks\n    likelihood: {scale: 2}\n    impact: {scale: 2}\n"
    "    response: [mitigate]\n    managed_by: p\n    review_by: 2026-07-07\n"
    "    acceptance: {by: board, because: why not, expires: 2026-07-08}\n"
    "    actions:\n      - {text: Mend it, due: 2026-07-09, by: smith}\n"
    "      - {text: Look at it, due: 2026-07-10}\n"
    "      - {text: Done, due: 2026-01-01, done_on: 2026-07-08}\n"
    "      - {text: Done later, due: 2026-07-11, done_on: 2026-07-09}\n";

}  // namespace

TEST_CASE("clocks: kinds stand in the order of their words") {
  std::size_t place = 0;
  for (const ClockWords& words : clock_words()) {
    CHECK(static_cast<std::size_t>(words.kind) == place++);
    CHECK(words_of(words.kind).name == words.name);
    CHECK(clock_names()[place - 1] == words.name);
  }
  CHECK(place == static_cast<std::size_t>(ClockKind::election) + 1);
}

TEST_CASE("clocks: an agreement asks for notice, its milestones, its measurements and its end") {
  CHECK(of_relationship(deal, "2026-06-30") ==
        "2026-05-31 notice -30 manager: Deal\n"
        "2026-06-30 expiry 0 manager: Deal\n"
        "2026-07-01 measurement 1 manager: It is up\n"
        "2026-08-01 milestone 32 manager: Half\n");
  // Expired: the notice is past mending, and nothing is measured any more.
  CHECK(of_relationship(deal, "2026-07-01") ==
        "2026-06-30 expiry -1 manager: Deal\n"
        "2026-08-01 milestone 31 manager: Half\n");
  CHECK(
      of_relationship(deal + "    administrator: lawyer\n", "2026-05-30").find("notice 1 lawyer") !=
      std::string::npos);
  CHECK(of_relationship(deal + "    final_status: complete\n") == "");
}

TEST_CASE("clocks: a relationship that is over still asks for its open agreements") {
  const std::string exit = "exit: {reason: r, date: 2026-09-30, lesson: l}\n";
  const std::string promise = "promises: [{id: a, by: us, text: Call, due: 2026-07-01}]\n";
  const std::string review = "reviews: [{date: 2026-01-01}]\n";
  CHECK(of_relationship(deal + promise + review + exit + "status: exiting\n", "2026-06-30") ==
        "2026-05-31 notice -30 manager: Deal\n"
        "2026-06-30 expiry 0 manager: Deal\n"
        "2026-07-01 promise 1 manager: Call\n"
        "2026-09-30 exit 92 manager: P\n");
  CHECK(of_relationship(exit + "status: exiting\n", "2026-10-01") ==
        "2026-09-30 exit -1 manager: P\n");
  // Ended from the day of its exit; before it, it is as any other.
  const std::string ended = deal + promise + review +
                            "exit: {reason: r, date: 2026-07-01, lesson: l}\n" + "status: ended\n";
  CHECK(of_relationship(ended, "2026-07-01") == "2026-06-30 expiry -1 manager: Deal\n");
  CHECK(of_relationship(ended, "2026-06-30").find("promise") != std::string::npos);
}

TEST_CASE("clocks: what may happen may until the relationship is ended") {
  const auto asked = [](const std::string& status, const std::string& day) {
    return of_relationship(
        "exit: {reason: r, date: 2026-07-08, lesson: l}\nrisks:\n  - id: r\n    event: It breaks\n"
        "    managed_by: p\n    review_by: 2026-07-07\n    status: open\nstatus: " +
            status + "\n",
        day);
  };
  CHECK(asked("exiting", "2026-07-08") ==
        "2026-07-07 risk_review -1 manager: It breaks\n2026-07-08 exit 0 manager: P\n");
  CHECK(asked("ended", "2026-07-07") == "2026-07-07 risk_review 0 manager: It breaks\n");
  CHECK(asked("ended", "2026-07-08") == "");
}

TEST_CASE("clocks: promises of both sides until they are kept") {
  const std::string promises =
      "promises:\n  - {id: a, by: us, text: Call, due: 2026-07-01}\n"
      "  - {id: b, by: partner, text: Send, due: 2026-07-08}\n"
      "  - {id: c, by: us, text: Kept, due: 2026-07-01, met_on: 2026-07-08}\n"
      "  - {id: d, by: us, text: Kept tomorrow, due: 2026-07-01, met_on: 2026-07-09}\n"
      "  - {id: e, by: us, text: Made tomorrow, made: 2026-07-09, due: 2026-07-20}\n";
  CHECK(of_relationship(promises) ==
        "2026-07-01 promise -7 manager: Call\n"
        "2026-07-01 promise -7 manager: Kept tomorrow\n"
        "2026-07-08 promise 0 manager: Send\n");
}

TEST_CASE("clocks: the review of a relationship and the steps with its stakeholders") {
  CHECK(of_relationship("reviews: [{date: 2026-03-10}]\n"
                        "stakeholders:\n  - name: Unions\n    influence: high\n    interest: high\n"
                        "    action: {text: Ask them, due: 2026-08-01}\n"
                        "  - {name: Press, influence: low, interest: low, "
                        "action: {due: 2026-08-02}}\n") ==
        "2026-06-10 review -28 manager: P\n"
        "2026-08-01 stakeholder_action 24 manager: Ask them\n"
        "2026-08-02 stakeholder_action 25 manager: Press\n");
}

TEST_CASE("clocks: an open risk asks whoever acts, accepts or manages it") {
  const std::map<std::string, std::string> files = {
      {"p.yaml", relationship_head},
      {"board.yaml",
       "kind: body\nid: board\ntitle: B\npurpose: p\nchair: chair\ncadence: monthly\n"},
      {"w.yaml", initiative_head + "status: active\n" + risk + "    status: open\n"}};
  CHECK(clocks_in(files) ==
        "2026-07-07 risk_review -1 manager: It breaks\n"
        "2026-07-08 acceptance 0 chair: It breaks\n"
        "2026-07-09 action 1 smith: Mend it\n"
        "2026-07-10 action 2 manager: Look at it\n"
        "2026-07-11 action 3 manager: Done later\n");
  CHECK(of_initiative(risk + "    status: closed\n") == "");
  CHECK(of_initiative(risk + "    status: open\n", "completed") == "");
  CHECK(of_initiative(risk + "    status: occurred\n    occurred: {date: 2026-07-08}\n") == "");
  CHECK(of_initiative(risk + "    status: occurred\n    occurred: {date: 2026-07-09}\n") != "");
}

TEST_CASE("clocks: what is decided, met or looked at does not ring") {
  const std::string fields =
      "milestones: [{id: a, title: A, due: 2026-07-01}, {id: b, title: B, due: 2026-07-01, met_on: "
      "2026-07-02}]\n"
      "corrections:\n"
      "  - {id: c1, date: 2026-01-01, about: [w], trigger: t, type: adjust, decision: More crews, "
      "because: b, review_on: 2026-07-03}\n"
      "  - {id: c2, date: 2026-01-01, about: [w], trigger: t, type: adjust, decision: Done, "
      "because: b, review_on: 2026-07-03, result: {date: 2026-07-08}}\n"
      "  - {id: c3, date: 2026-07-09, about: [w], trigger: t, type: adjust, decision: Tomorrow, "
      "because: b, review_on: 2026-08-03}\n"
      "experiments:\n"
      "  - {id: e1, hypothesis: H1, prediction: p, threshold: t, ends: 2026-07-04}\n"
      "  - {id: e2, hypothesis: H2, prediction: p, threshold: t, ends: 2026-07-04, decision: "
      "adopt}\n";
  CHECK(of_initiative("end: 2026-12-31\n" + fields) ==
        "2026-07-01 milestone -7 lead: A\n"
        "2026-07-03 correction_review -5 lead: More crews\n"
        "2026-07-04 experiment_end -4 lead: H1\n"
        "2026-12-31 initiative_end 176 lead: W\n");
  CHECK(of_initiative("end: 2026-12-31\n" + fields, "completed") == "");
  CHECK(of_initiative("end: 2026-12-31\n" + fields, "stopped") == "");
}

TEST_CASE("clocks: outcomes are measured while they are worked for, and until their day after it") {
  const std::string outcome =
      "outcomes:\n  - id: it\n    title: It changes\n    owner: client\n"
      "    indicator: {measure: m, unit: u, direction: increase, frequency: quarterly}\n"
      "    baseline: {date: 2026-01-01, value: 0}\n    target: {date: 2026-12-31, value: 9}\n";
  const std::string rings = "2026-04-03 measurement -96 client: It changes\n";
  CHECK(of_initiative(outcome) == rings);
  CHECK(of_initiative(outcome, "paused") == rings);
  CHECK(of_initiative(outcome, "completed") == rings);
  CHECK(of_initiative(outcome, "stopped") == "");
  CHECK(of_initiative(outcome, "proposed") == "");
  CHECK(of_initiative("start: 2026-06-01\n" + outcome) ==
        "2026-09-01 measurement 55 client: It changes\n");
}

TEST_CASE("clocks: what is achieved or missed for good is not measured again") {
  const auto rings = [](const std::string& value, const std::string& status,
                        const std::string& day) {
    return of_initiative(
               "outcomes:\n  - id: it\n    title: It changes\n"
               "    indicator: {measure: m, unit: u, direction: increase, frequency: monthly}\n"
               "    baseline: {date: 2026-01-01, value: 0}\n"
               "    target: {date: 2026-06-30, value: 9}\n"
               "    measurements: [{date: 2026-05-31, value: " +
                   value + "}]\n",
               status, day) != "";
  };
  // Achieved early it may still fall back, until its day.
  CHECK(rings("9", "active", "2026-06-29"));
  CHECK_FALSE(rings("9", "active", "2026-06-30"));
  CHECK_FALSE(rings("9", "completed", "2026-06-29"));
  CHECK(rings("8", "active", "2026-07-08"));
  CHECK(rings("8", "completed", "2026-07-08"));
  const auto once = [](const std::string& met) {
    return of_initiative(
               "outcomes:\n  - id: it\n    title: It passes\n"
               "    indicator: {measure: m, unit: u, direction: increase, kind: "
               "pass_fail}\n"
               "    target: {date: 2026-09-30}\n"
               "    measurements: [{date: 2026-05-31, met: " +
               met + "}]\n") != "";
  };
  CHECK(once("false"));
  CHECK_FALSE(once("true"));
}

TEST_CASE("clocks: the office's term and elections, bodies, the radar and people who leave") {
  const std::map<std::string, std::string> files = {
      {"brm.yaml", office_head +
                       "cio: {holder: chief, term: {end: 2026-07-01}}\n"
                       "elections: [{date: 2026-07-07, what: Past}, {date: 2026-07-08, what: "
                       "Today}]\n"},
      {"b.yaml",
       "kind: body\nid: b\ntitle: Board\npurpose: p\nchair: chair\ncadence: monthly\nreview_by: "
       "2026-10-01\nmeetings: [{date: 2026-07-02, held: true}]\n"},
      {"old.yaml", "kind: person\nid: old\nrole: Clerk\nleaves_on: 2026-07-07\n"},
      {"leaver.yaml", "kind: person\nid: leaver\nrole: Clerk\nleaves_on: 2026-07-08\n"},
      {"tech.yaml",
       "kind: technology\nid: tech\ntitle: Radio\nowner: lead\nreview_by: "
       "2026-09-01\n"},
      {"sign.yaml",
       "kind: signal\nid: sign\ntitle: Frost\ndate: 2026-01-01\nsource: s\nreported_by: lead\n"
       "steep: [economic]\nwhy: w\nreview_by: 2026-09-02\n"},
      {"true.yaml",
       "kind: signal\nid: true\ntitle: Rain\ndate: 2026-01-01\nsource: s\nreported_by: lead\n"
       "steep: [economic]\nwhy: w\nreview_by: 2026-09-02\ncame_true: false\n"}};
  CHECK(clocks_in(files) ==
        "2026-07-01 term_end -7 chief: CIO\n"
        "2026-07-08 election 0 chief: Today\n"
        "2026-07-08 departure 0 leaver: Clerk\n"
        "2026-08-02 meeting 25 chair: Board\n"
        "2026-09-01 record_review 55 lead: Radio\n"
        "2026-09-02 record_review 56 lead: Frost\n"
        "2026-10-01 charter 85 chair: Board\n");
}

}  // namespace brm::test
