// Rules on dates that went by: the day itself is still in time.
#include "unit/rules/checked.h"

namespace brm::test {
namespace {

/// The example of a rule, with one of its texts changed, on a day.
std::string severity(std::string_view rule, const std::string& as_of, const std::string& from = "",
                     const std::string& to = "") {
  for (const Rule* each : all_rules()) {
    if (each->words.name != rule) continue;
    return Checked(replaced(files_of(each->words.faulty), from, to), date_of(as_of))
        .severity_of(rule);
  }
  return "no such rule";
}

}  // namespace

TEST_CASE("rules: notice has passed from the day after it until the agreement ends") {
  // 90 days before 2026-09-30.
  CHECK(severity("passed-notice", "2026-07-02") == "none");
  CHECK(severity("passed-notice", "2026-07-03") == "warning");
  CHECK(severity("passed-notice", "2026-09-30") == "warning");
  CHECK(severity("passed-notice", "2026-10-01") == "none");
  CHECK(severity("expired-agreement", "2026-10-01") == "warning");
  const std::string amended =
      "    amendments: [{date: 2026-06-30, rationale: A year more, end_change: 2027-09-30}]\n";
  CHECK(severity("passed-notice", "2026-07-03", "    renewal:", amended + "    renewal:") ==
        "none");
}

TEST_CASE("rules: an agreement is over on the day after its last, unless it is closed") {
  CHECK(severity("expired-agreement", "2019-12-31") == "none");
  CHECK(severity("expired-agreement", "2020-01-01") == "warning");
  // Turned round by mistake, which is another rule's finding.
  CHECK(severity("expired-agreement", "2020-01-01", "start: 2015-01-01", "start: 2020-01-01") ==
        "none");
}

TEST_CASE("rules: a milestone is overdue on the day after, until it is met, while work goes on") {
  CHECK(severity("overdue-milestone", "2020-06-30") == "none");
  CHECK(severity("overdue-milestone", "2020-07-01") == "warning");
  const auto with = [](const std::string& met) {
    return severity("overdue-milestone", "2020-07-01", "due: 2020-06-30",
                    "due: 2020-06-30, met_on: " + met);
  };
  CHECK(with("2020-07-01") == "none");
  CHECK(with("2020-07-02") == "warning");
  CHECK(severity("overdue-milestone", "2020-07-01", "status: active", "status: paused") ==
        "warning");
  CHECK(severity("overdue-milestone", "2020-07-01", "status: active", "status: completed") ==
        "none");
}

TEST_CASE("rules: an exit is overdue on the day after its last, while it goes on") {
  CHECK(severity("overdue-exit", "2020-06-30") == "none");
  CHECK(severity("overdue-exit", "2020-07-01") == "warning");
  CHECK(severity("overdue-exit", "2020-07-01", "status: exiting", "status: ended") == "none");
}

TEST_CASE("rules: on the last day somebody is still there, and gone on the next") {
  CHECK(severity("owner-left", "2020-05-31") == "none");
  CHECK(severity("owner-left", "2020-06-01") == "warning");
  // Who is ended or over needs nobody.
  const std::string ended =
      "status: ended\nexit: {reason: Done., date: 2020-01-31, lesson: Ask early.}\ntier: trans";
  CHECK(severity("owner-left", "2020-06-01", "tier: trans", ended) == "none");
}

TEST_CASE("rules: who leaves needs a backup until the last day, and one who stays longer") {
  CHECK(severity("leaving-without-backup", "2199-12-31") == "warning");
  CHECK(severity("leaving-without-backup", "2200-01-01") == "none");
  CHECK(severity("owner-left", "2200-01-01") == "warning");
}

TEST_CASE("rules: a backup who leaves on the same day is none") {
  const auto severity_with = [](const std::string& day) {
    return Checked({{"a.yaml", "kind: person\nid: a\nrole: R\nleaves_on: 2026-09-30\nbackup: b\n"},
                    {"b.yaml", "kind: person\nid: b\nrole: R\nleaves_on: " + day + "\n"},
                    {"dhhs.yaml",
                     "kind: relationship\nid: dhhs\ntitle: D\ntype: agency\ntier: transactional\n"
                     "manager: a\n"}},
                   date_of("2026-07-08"))
        .message_of("leaving-without-backup");
  };
  CHECK(
      severity_with("2026-10-01") ==
      "the last day is 2026-10-01, 1 record looks to this person, and nobody is named to stand in");
  CHECK(severity_with("2026-07-07").find("`b`, the backup, leaves on 2026-07-07") !=
        std::string::npos);
}

TEST_CASE("rules: of two people of one id, one says when the last day is") {
  const std::string leaving = "kind: person\nid: a\nrole: R\nleaves_on: 2026-10-01\n";
  const std::string staying = "kind: person\nid: a\nrole: R\n";
  const auto told = [](const std::string& first, const std::string& second) {
    return Checked({{"a.yaml", first},
                    {"b.yaml", second},
                    {"dhhs.yaml",
                     "kind: relationship\nid: dhhs\ntitle: D\ntype: agency\ntier: transactional\n"
                     "manager: a\n"}},
                   date_of("2026-07-08"))
        .message_of("leaving-without-backup");
  };
  CHECK(told(leaving, staying).starts_with("the last day is 2026-10-01"));
  CHECK(told(staying, leaving).starts_with("the last day is 2026-10-01"));
}

TEST_CASE("rules: something happened today, and cannot have tomorrow") {
  CHECK(severity("future-event", "2062-05-29") == "note");
  CHECK(severity("future-event", "2062-05-30") == "none");
  const auto with = [](const std::string& fields) {
    return severity("future-event", "2026-07-08",
                    "promises:\n  - {id: form-list, by: us, text: A list of all forms, due: "
                    "2062-06-30, met_on: 2062-05-30}\n",
                    fields);
  };
  CHECK(with("") == "none");
  CHECK(with("complaints: [{id: c, opened: 2026-07-09, text: T}]\n") == "note");
  CHECK(with("complaints: [{id: c, opened: 2026-07-08, text: T}]\n") == "none");
  CHECK(with("reviewed: 2026-07-09\n") == "note");
  // What is planned is entered ahead of its day.
  CHECK(with("reviews: [{date: 2026-07-09}]\n") == "none");
  CHECK(with("promises: [{id: p, by: us, text: T, due: 2026-07-09}]\n") == "none");
  const std::string risk =
      "risks:\n  - {id: r, event: E, likelihood: {percent: 5}, impact: {amount: 5}, response: "
      "[mitigate], managed_by: dhhs, ";
  CHECK(with(risk + "status: open, trigger_met: 2026-07-09}\n") == "note");
  CHECK(with(risk + "status: occurred, occurred: {date: 2026-07-09}}\n") == "note");
  CHECK(with(risk + "status: open, actions: [{text: T, done_on: 2026-07-09}]}\n") == "note");
  CHECK(with(risk + "status: open, actions: [{text: T, due: 2026-07-09}]}\n") == "none");
}

}  // namespace brm::test
