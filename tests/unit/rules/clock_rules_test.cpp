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

}  // namespace brm::test
