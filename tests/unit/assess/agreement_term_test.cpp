// Agreements on each day on which their state turns.
#include "assess/agreement_term.h"

#include <fmt/format.h>

#include "unit/assess/judged.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {
namespace {

/// The agreement `deal`, whose fields stand one a line.
class OneAgreement {
 public:
  explicit OneAgreement(const std::string& fields, const std::string& policy = "")
      : read_({{"brm.yaml",
                "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\npolicy: {" +
                    policy + "}\n"},
               {"p.yaml",
                "kind: relationship\nid: p\ntitle: P\ntype: private_partner\ntier: preferred\n"
                "manager: m\nagreements:\n  - id: deal\n    type: contract\n    title: Deal\n" +
                    indented(fields, "    ")}},
              date_of("2026-01-01")) {
    for (const Finding& finding : read_.reading.findings.list()) {
      REQUIRE(finding.message == "this agreement has no `period`");
    }
  }

  AgreementTerm on(const std::string& day) const {
    return agreement_term(Of<kinds::agreement>(read_.item("p/deal")), date_of(day),
                          read_.assessment.policy());
  }
  std::string state_on(const std::string& day) const { return std::string(to_text(on(day).state)); }

 private:
  Assessed read_;
};

std::string text_of(const std::optional<Date>& date) { return date ? to_text(*date) : "none"; }

}  // namespace

TEST_CASE(
    "agreement: pending, active, in its notice window, active again and expired, to the day") {
  const OneAgreement deal(
      "period: {start: 2025-07-01, end: 2027-06-30}\nrenewal: {auto: true, notice_days: 90}");
  CHECK(deal.state_on("2025-06-30") == "pending");
  CHECK(deal.state_on("2025-07-01") == "active");
  // 90 days before 2027-06-30; the window opens 180 days earlier.
  CHECK(text_of(deal.on("2026-01-01").notice) == "2027-04-01");
  CHECK(text_of(deal.on("2026-01-01").notice_opens) == "2026-10-03");
  CHECK(deal.state_on("2026-10-02") == "active");
  CHECK(deal.state_on("2026-10-03") == "in_notice_window");
  CHECK(deal.state_on("2027-04-01") == "in_notice_window");
  CHECK(deal.state_on("2027-04-02") == "active");
  CHECK(deal.state_on("2027-06-30") == "active");
  CHECK(deal.state_on("2027-07-01") == "expired");
}

TEST_CASE("agreement: notice days are calendar days, also over the end of a month") {
  const auto notice = [](const std::string& end, int days) {
    const OneAgreement deal(fmt::format(
        "period: {{start: 2020-01-01, end: {}}}\nrenewal: {{notice_days: {}}}", end, days));
    return text_of(deal.on("2026-01-01").notice);
  };
  CHECK(notice("2026-03-31", 31) == "2026-02-28");
  CHECK(notice("2026-03-31", 30) == "2026-03-01");
  CHECK(notice("2028-03-31", 31) == "2028-02-29");
  CHECK(notice("2026-12-31", 0) == "2026-12-31");
  CHECK(notice("2027-01-01", 365) == "2026-01-01");
}

TEST_CASE("agreement: the policy says how long before the notice deadline its window opens") {
  const std::string fields =
      "period: {start: 2020-01-01, end: 2026-12-31}\n"
      "renewal: {notice_days: 30}";
  const OneAgreement early(fields, "notice_lead_days: 210");
  CHECK(text_of(early.on("2026-01-01").notice_opens) == "2026-05-05");
  const OneAgreement never(fields, "notice_lead_days: 0");
  CHECK(never.state_on("2026-11-30") == "active");
  CHECK(never.state_on("2026-12-01") == "in_notice_window");
  CHECK(never.state_on("2026-12-02") == "active");
}

TEST_CASE("agreement: open-ended has neither an end nor a notice deadline") {
  const OneAgreement deal("period: {start: 2026-02-01}\nrenewal: {notice_days: 90}");
  CHECK(deal.state_on("2026-01-31") == "pending");
  CHECK(deal.state_on("2026-02-01") == "open_ended");
  CHECK(text_of(deal.on("2026-02-01").notice) == "none");
  CHECK_FALSE(deal.on("2026-02-01").has_passed_notice(date_of("2026-02-01")));
}

TEST_CASE("agreement: the newest amendment that moved the end counts, from its own day on") {
  const OneAgreement deal(
      "period: {start: 2025-01-01, end: 2025-12-31}\nrenewal: {notice_days: 30}\namendments:\n"
      "  - {date: 2025-11-01, rationale: A year more, end_change: 2026-12-31}\n"
      "  - {date: 2025-10-01, rationale: Half a year more, end_change: 2026-06-30}\n"
      "  - {date: 2025-12-01, rationale: Only the price}");
  CHECK(text_of(deal.on("2025-09-30").end) == "2025-12-31");
  CHECK(text_of(deal.on("2025-10-01").end) == "2026-06-30");
  CHECK(text_of(deal.on("2025-11-01").end) == "2026-12-31");
  CHECK(text_of(deal.on("2026-05-01").notice) == "2026-12-01");
}

TEST_CASE("agreement: notice that passed without a decision, to the day") {
  const std::string period = "period: {start: 2025-01-01, end: 2026-06-30}\n";
  const auto passed = [&](const std::string& rest, const std::string& day) {
    const OneAgreement deal(period + rest);
    return deal.on(day).has_passed_notice(date_of(day));
  };
  const std::string open = "renewal: {notice_days: 30}";  // 2026-05-31
  CHECK_FALSE(passed(open, "2026-05-31"));
  CHECK(passed(open, "2026-06-01"));
  CHECK(passed(open, "2026-06-30"));
  CHECK_FALSE(passed(open, "2026-07-01"));  // expired, which is another matter
  // Its window opened on 2025-12-02. Who amends it from then on has looked at its end.
  const auto amended = [&](const std::string& date) {
    return passed(open + "\namendments: [{date: " + date + ", rationale: Price}]", "2026-06-01");
  };
  CHECK(amended("2025-12-01"));
  CHECK_FALSE(amended("2025-12-02"));
  CHECK_FALSE(amended("2026-06-01"));
  CHECK(amended("2026-06-02"));
  CHECK_FALSE(passed(open + "\nfinal_status: complete", "2026-06-01"));
}

TEST_CASE("agreement: without a first and a last day nobody can say whether it is in force") {
  const OneAgreement bare("value: 5");
  CHECK(bare.state_on("2026-01-01") == "no_period");
  CHECK_FALSE(bare.on("2026-01-01").has_period());
  CHECK_FALSE(bare.on("2026-01-01").is_in_force());
  const OneAgreement begun("period: {start: 2026-01-01}");
  CHECK(begun.state_on("2026-01-01") == "open_ended");
  CHECK(begun.on("2026-01-01").is_in_force());
  CHECK_FALSE(begun.on("2025-12-31").is_in_force());
  const OneAgreement amended(
      "amendments: [{date: 2026-01-01, rationale: A year, end_change: 2026-12-31}]");
  CHECK(amended.state_on("2025-12-31") == "no_period");
  CHECK(amended.state_on("2026-12-31") == "active");
}

}  // namespace brm::test
