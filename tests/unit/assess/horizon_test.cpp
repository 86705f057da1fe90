// What is provable before a day, to the day.
#include "assess/horizon.h"

#include <fmt/format.h>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

std::string horizons_on(const std::string& day) {
  const Assessed read({{"brm.yaml",
                        "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n"
                        "cio: {holder: boss, term: {start: 2024-01-08, end: 2027-01-04}}\n"
                        "elections:\n  - {date: 2028-11-07, what: Legislature}\n"
                        "  - {date: 2026-11-03, what: Governor}\n  - {what: Someday}\n"}},
                      date_of(day));
  std::string out;
  for (const Horizon& horizon : horizons_of(read.assessment)) {
    out += fmt::format("{} {} {}m {}d; ", to_text(horizon.date),
                       horizon.kind == HorizonKind::term_end ? "term" : horizon.what,
                       horizon.months_left, horizon.days_left);
  }
  return out;
}

/// `in_part` and so on before the day, of an outcome with these fields.
std::string provable(const std::string& fields, const std::string& day,
                     const std::string& as_of = "2026-07-08") {
  const Assessed read(folder_with(fields), date_of(as_of));
  const Proof proof = proof_of(read.assessment, read.item("work/it"));
  return std::string(to_text(provable_before(proof, date_of(day))));
}

const std::string reach =
    "    indicator: {measure: m, unit: u, direction: increase, frequency: monthly}\n"
    "    baseline: {date: 2026-01-31, value: 0}\n    target: {date: 2027-06-30, value: 9}\n";
const std::string interim = "    interim: [{date: 2026-10-31, value: 2}]\n";
const std::string hold =
    "    indicator: {measure: m, unit: u, direction: decrease, kind: hold, frequency: monthly}\n";

}  // namespace

TEST_CASE("horizon: the term end and the elections ahead, by day, with whole months left") {
  CHECK(horizons_on("2026-07-08") ==
        "2026-11-03 Governor 3m 118d; 2027-01-04 term 5m 180d; 2028-11-07 Legislature 27m 853d; ");
  CHECK(horizons_on("2026-10-03").starts_with("2026-11-03 Governor 1m 31d; "));
  CHECK(horizons_on("2026-10-04").starts_with("2026-11-03 Governor 0m 30d; "));
  CHECK(horizons_on("2026-11-03").starts_with("2026-11-03 Governor 0m 0d; "));
  CHECK(horizons_on("2026-11-04").starts_with("2027-01-04 term 2m 61d; "));
  CHECK(horizons_on("2028-11-08") == "");
}

TEST_CASE("horizon: due before the day proves it in full, an interim target in part") {
  CHECK(provable(reach, "2027-06-30") == "no");
  CHECK(provable(reach, "2027-07-01") == "in_full");
  CHECK(provable(reach + interim, "2026-10-31") == "no");
  CHECK(provable(reach + interim, "2026-11-01") == "in_part");
  CHECK(provable(reach + interim, "2027-06-30") == "in_part");
  CHECK(provable(reach + interim, "2027-07-01") == "in_full");
}

TEST_CASE("horizon: what was missed proves nothing, an interim target no more than a whole one") {
  const auto measured = [](const std::string& value) {
    return "    measurements: [{date: 2026-10-31, value: " + value + "}]\n";
  };
  CHECK(provable(reach + interim + measured("1"), "2027-01-01", "2026-11-30") == "no");
  CHECK(provable(reach + interim + measured("2"), "2027-01-01", "2026-11-30") == "in_part");
  CHECK(provable(reach + interim, "2027-01-01", "2026-11-30") == "no");
  CHECK(provable(reach + interim, "2027-01-01", "2026-10-31") == "no");
  CHECK(provable(reach + interim, "2027-01-01", "2026-10-30") == "in_part");
  CHECK(provable(reach + "    measurements: [{date: 2027-06-30, value: 8}]\n", "2028-01-01",
                 "2027-07-01") == "no");
}

TEST_CASE("horizon: without a target nothing can be proven, and what is achieved is") {
  CHECK(provable("    title: It changes\n", "2099-01-01") == "no");
  const std::string achieved = reach + "    measurements: [{date: 2026-06-30, value: 9}]\n";
  CHECK(provable(achieved, "2026-07-09") == "in_full");
  // On the day itself what was measured before it is proven, and what is measured on it is not.
  CHECK(provable(achieved, "2026-07-08") == "in_full");
  CHECK(provable(achieved, "2026-06-30", "2026-06-30") == "no");
}

TEST_CASE("horizon: a hold once enough of it is judged") {
  const std::string standing = hold + "    target: {at_most: 5, from: 2026-07-01}\n";
  // Three are needed: 31 days each from the day it stands.
  CHECK(provable(standing, "2026-10-02") == "no");
  CHECK(provable(standing, "2026-10-03") == "in_full");
  CHECK(provable(standing + "    measurements: [{date: 2026-07-08, value: 1}]\n", "2026-09-08") ==
        "no");
  CHECK(provable(standing + "    measurements: [{date: 2026-07-08, value: 1}]\n", "2026-09-09") ==
        "in_full");
  // Neglected for years, it still needs three from today on.
  const std::string old = hold + "    target: {at_most: 5, from: 2020-01-01}\n";
  CHECK(provable(old, "2026-09-08") == "no");
  CHECK(provable(old, "2026-09-09") == "in_full");
  const std::string judged = hold +
                             "    target: {at_most: 5}\n    measurements: [{date: 2026-04-30, "
                             "value: 1}, {date: 2026-05-31, value: 1}, {date: 2026-06-30, "
                             "value: 1}]\n";
  CHECK(provable(judged, "2026-07-09") == "in_full");
  CHECK(provable(judged, "2026-07-08") == "in_full");
  // Stale: one more is needed, and nobody knows that it comes before a month has passed.
  CHECK(provable(judged, "2027-08-08", "2027-07-08") == "no");
  CHECK(provable(judged, "2027-08-09", "2027-07-08") == "in_full");
  CHECK(provable("    indicator: {measure: m, unit: u, direction: decrease, kind: hold}\n"
                 "    target: {at_most: 5}\n",
                 "2099-01-01") == "no");
}

}  // namespace brm::test
