// On which day work has shown something before the CIO's term ends, and of which nobody asks it.
#include <fmt/format.h>

#include "unit/rules/checked.h"

namespace brm::test {
namespace {

/// An initiative of a strategic party whose outcomes are these, as of a day.
std::string said(const std::string& outcomes, const std::string& term_end,
                 const std::string& as_of = "2026-07-08", const std::string& more = "") {
  const Checked checked(
      {{"brm.yaml",
        "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\ncio: {holder: jane-doe" +
            (term_end.empty() ? "" : ", term: {start: 2024-01-01, end: " + term_end + "}") + "}\n"},
       {"dhhs.yaml",
        "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: strategic\n"
        "manager: jane-doe\n"},
       {"work.yaml", "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n" +
                         more + "parties: [{relationship: dhhs, role: sponsor}]\noutcomes:\n" +
                         outcomes}},
      date_of(as_of));
  return checked.message_of("nothing-before-term-end");
}

std::string outcome(const std::string& id, const std::string& due, const std::string& more = "") {
  return fmt::format(
      "  - id: {}\n    title: It changes\n"
      "    indicator: {{measure: m, unit: u, direction: increase, frequency: annual}}\n"
      "    baseline: {{date: 2026-01-01, value: 0}}\n    target: {{date: {}, value: 100}}\n{}",
      id, due, more);
}

const std::string late = "its first result is due on 2027-06-30, and the term of the CIO ends on ";

}  // namespace

TEST_CASE("term end: what is due on the last day cannot be shown before it") {
  CHECK(said(outcome("a", "2027-06-30"), "2027-06-29") == late + "2027-06-29");
  CHECK(said(outcome("a", "2027-06-30"), "2027-06-30") == late + "2027-06-30");
  CHECK(said(outcome("a", "2027-06-30"), "2027-07-01").empty());
}

TEST_CASE("term end: one outcome, or one interim target, is enough") {
  CHECK(said(outcome("a", "2027-09-30") + outcome("b", "2027-06-30"), "2027-01-04") ==
        late + "2027-01-04");
  CHECK(said(outcome("a", "2027-09-30") + outcome("b", "2027-01-03"), "2027-01-04").empty());
  const auto with_interim = [](const std::string& day) {
    return said(outcome("a", "2027-09-30", "    interim: [{date: " + day + ", value: 50}]\n"),
                "2027-01-04");
  };
  CHECK(with_interim("2027-01-03").empty());
  CHECK(with_interim("2027-01-04") ==
        "its first result is due on 2027-01-04, and the term of the CIO ends on 2027-01-04");
}

TEST_CASE("term end: nothing is said where nothing is known, or the term is another one") {
  const std::string plain = outcome("a", "2027-06-30");
  CHECK(said(plain, "").empty());
  CHECK(said(plain, "2026-07-07").empty());
  CHECK(said(plain, "2026-07-08") == late + "2026-07-08");
  CHECK(said("  - {id: a, title: It changes}\n", "2027-01-04").empty());
  CHECK(said(plain, "2027-01-04", "2026-07-08", "start: 2027-01-04\n").empty());
  CHECK(said(plain, "2027-01-04", "2026-07-08", "start: 2027-01-03\n") == late + "2027-01-04");
  // What could not be read may be the interim target.
  CHECK(said(outcome("a", "2027-06-30", "    interim: [{date: 2026-13-01, value: 50}]\n"),
             "2027-01-04")
            .empty());
}

TEST_CASE("term end: what was reached has been shown") {
  CHECK(said(outcome("a", "2027-06-30", "    measurements: [{date: 2026-06-30, value: 100}]\n"),
             "2027-01-04")
            .empty());
}

}  // namespace brm::test
