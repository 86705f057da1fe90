// What comes again, on each day on which it turns.
#include "assess/next_dates.h"

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string text_of(const std::optional<NextDate>& next) {
  if (!next) return "none";
  return to_text(next->due) + (next->since ? " since " + to_text(*next->since) : "");
}

const std::string office = "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n";

std::string review_on(const std::string& day, const std::string& tier, const std::string& fields,
                      const std::string& policy = "") {
  const Assessed read(
      {{"brm.yaml", office + "policy: {" + policy + "}\n"},
       {"p.yaml", "kind: relationship\nid: p\ntitle: P\ntype: agency\nmanager: m\ntier: " + tier +
                      "\n" + fields}},
      date_of(day));
  return text_of(
      next_review(Of<kinds::relationship>(read.item("p")), date_of(day), read.assessment.policy()));
}

std::string measurement_on(const std::string& day, const std::string& fields,
                           std::optional<Date> starts = {}) {
  const Assessed read(folder_with(fields), date_of(day));
  return text_of(next_measurement(Of<kinds::outcome>(read.item("work/it")), date_of(day), starts));
}

Assessed body_with(const std::string& fields, const std::string& policy = "") {
  return {{{"brm.yaml", office + "policy: {" + policy + "}\n"},
           {"b.yaml",
            "kind: body\nid: b\ntitle: B\npurpose: It decides.\nchair: c\ncadence: monthly\n" +
                fields}},
          date_of("2026-01-01")};
}

std::string meeting_on(const std::string& day, const std::string& meetings) {
  const Assessed read = body_with("meetings: " + meetings + "\n");
  return text_of(next_meeting(Of<kinds::body>(read.item("b")), date_of(day)));
}

std::string charter_on(const std::string& day, const std::string& fields,
                       const std::string& policy = "") {
  const Assessed read = body_with(fields + "\n", policy);
  return text_of(
      next_charter_review(Of<kinds::body>(read.item("b")), date_of(day), read.assessment.policy()));
}

const std::string reach =
    "    indicator: {measure: m, unit: u, direction: increase, frequency: "
    "monthly}\n    baseline: {date: 2026-01-31, value: 0}\n"
    "    target: {date: 2026-12-31, value: 9}\n    measurements: ";

}  // namespace

TEST_CASE("next review: last held and the agreed cadence, else the policy's for its tier") {
  const std::string held = "reviews: [{date: 2026-03-10}, {date: 2026-01-05}]\n";
  CHECK(review_on("2026-07-08", "strategic", held) == "2026-06-10 since 2026-03-10");
  CHECK(review_on("2026-07-08", "preferred", held) == "2026-09-10 since 2026-03-10");
  CHECK(review_on("2026-07-08", "transactional", held) == "2027-03-11 since 2026-03-10");
  CHECK(review_on("2026-07-08", "conditional", held) == "2026-04-10 since 2026-03-10");
  CHECK(review_on("2026-07-08", "strategic", held + "cadence: P45D\n") ==
        "2026-04-24 since 2026-03-10");
  CHECK(review_on("2026-07-08", "strategic", held, "cadence: {strategic: weekly}") ==
        "2026-03-17 since 2026-03-10");
}

TEST_CASE("next review: one planned for later was not held, and without any there is no date") {
  const std::string held = "reviews: [{date: 2026-03-10}, {date: 2026-07-09}]\n";
  CHECK(review_on("2026-07-08", "strategic", held) == "2026-06-10 since 2026-03-10");
  CHECK(review_on("2026-07-09", "strategic", held) == "2026-10-09 since 2026-07-09");
  CHECK(review_on("2026-03-09", "strategic", held) == "none");
  CHECK(review_on("2026-07-08", "strategic", "") == "none");
}

TEST_CASE("next measurement: last value and frequency, pending entries aside") {
  const std::string entries = "[{date: 2026-03-31, value: 1}, {date: 2026-04-30}]\n";
  CHECK(measurement_on("2026-07-08", reach + entries) == "2026-05-01 since 2026-03-31");
  CHECK(measurement_on("2026-03-30", reach + entries) == "2026-03-03 since 2026-01-31");
}

TEST_CASE("next measurement: over once measured on the day it is due, or later") {
  CHECK(measurement_on("2027-02-01", reach + "[{date: 2026-12-30, value: 9}]\n") ==
        "2027-01-30 since 2026-12-30");
  CHECK(measurement_on("2027-02-01", reach + "[{date: 2026-12-31, value: 1}]\n") == "none");
  CHECK(measurement_on("2026-12-30", reach + "[{date: 2026-12-31, value: 1}]\n") ==
        "2026-03-03 since 2026-01-31");
}

TEST_CASE(
    "next measurement: the first is counted from the baseline or from the start of the work") {
  CHECK(measurement_on("2026-07-08", reach + "[]\n") == "2026-03-03 since 2026-01-31");
  CHECK(measurement_on("2026-07-08", reach + "[]\n", date_of("2026-08-03")) ==
        "2026-09-03 since 2026-08-03");
  CHECK(measurement_on("2026-07-08", reach + "[{date: 2026-02-28, value: 1}]\n",
                       date_of("2026-08-03")) == "2026-03-31 since 2026-02-28");
}

TEST_CASE("next measurement: a hold from the day its target stands until the day it ends") {
  const std::string hold =
      "    indicator: {measure: m, unit: u, direction: decrease, kind: hold, "
      "frequency: weekly}\n"
      "    target: {at_most: 5, from: 2026-10-01, until: 2026-12-31}\n";
  CHECK(measurement_on("2026-07-08", hold) == "2026-10-08 since 2026-10-01");
  CHECK(measurement_on("2027-07-08", hold + "    measurements: [{date: 2026-12-31, value: 1}]\n") ==
        "none");
}

TEST_CASE("next measurement: without a frequency it is the day the target is due") {
  const std::string fields =
      "    indicator: {measure: m, unit: u, direction: increase}\n"
      "    target: {date: 2026-12-31, value: 9}\n";
  CHECK(measurement_on("2026-07-08", fields) == "2026-12-31");
  CHECK(measurement_on("2026-07-08", "    title: Nothing is said\n") == "none");
}

TEST_CASE("next meeting: the next planned one, else the last held and the cadence") {
  const std::string planned = "[{date: 2026-06-11, held: true}, {date: 2026-08-13}]";
  CHECK(meeting_on("2026-07-08", planned) == "2026-08-13");
  CHECK(meeting_on("2026-08-13", planned) == "2026-08-13");
  // Nobody says that it was held: it is still asked for.
  CHECK(meeting_on("2026-08-14", planned) == "2026-08-13");
  CHECK(meeting_on("2026-08-14",
                   "[{date: 2026-06-11, held: true}, {date: 2026-08-13, decisions: "
                   "[{id: a, what: b, type: c, status: accepted}]}]") ==
        "2026-09-13 since 2026-08-13");
  CHECK(meeting_on("2026-08-14",
                   "[{date: 2026-06-11, held: true}, {date: 2026-08-13, decisions: "
                   "[{id: a, what: b, type: c, status: proposed}]}]") == "2026-08-13");
  CHECK(meeting_on("2026-08-14", "[{date: 2026-05-14}, {date: 2026-08-13, held: true}]") ==
        "2026-09-13 since 2026-08-13");
  const std::string cancelled = "[{date: 2026-06-11, held: true}, {date: 2026-07-02, held: false}]";
  CHECK(meeting_on("2026-07-08", cancelled) == "2026-07-12 since 2026-06-11");
  CHECK(meeting_on("2026-07-08", "[{date: 2026-07-08, held: true}]") ==
        "2026-08-08 since 2026-07-08");
  CHECK(meeting_on("2026-07-08", "[]") == "none");
}

TEST_CASE("next charter review: as the body says, else so many months after the newest version") {
  const std::string charter =
      "charter: [{version: '1', date: 2024-02-29}, {version: '2', date: 2027-01-01}]";
  CHECK(charter_on("2026-07-08", charter) == "2025-02-28 since 2024-02-29");
  CHECK(charter_on("2027-01-01", charter) == "2028-01-01 since 2027-01-01");
  CHECK(charter_on("2026-07-08", charter, "charter_months: 6") == "2024-08-29 since 2024-02-29");
  CHECK(charter_on("2026-07-08", charter + "\nreview_by: 2026-09-01") == "2026-09-01");
  CHECK(charter_on("2026-07-08", "") == "none");
}

TEST_CASE("months after: the same day, or the last of a shorter month") {
  CHECK(to_text(months_after(date_of("2026-01-31"), 1)) == "2026-02-28");
  CHECK(to_text(months_after(date_of("2028-01-31"), 1)) == "2028-02-29");
  CHECK(to_text(months_after(date_of("2026-11-15"), 14)) == "2028-01-15");
  CHECK(to_text(months_after(date_of("2026-03-31"), 0)) == "2026-03-31");
}

}  // namespace brm::test
