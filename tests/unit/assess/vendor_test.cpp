// Agreements in the order in which they ask for something, grades of both sides, service levels,
// concentration and the practice.
#include "assess/vendor.h"

#include <fmt/format.h>

#include "assess/concentration.h"
#include "assess/share_balance.h"
#include "assess/vendor_practice.h"
#include "unit/assess/judged.h"
#include "unit/assess/risk_folder.h"

namespace brm::test {
namespace {

/// A partner `p` with these agreements, each as `{id, fields}`, and further fields of its own.
std::string partner(const std::vector<std::pair<std::string, std::string>>& agreements,
                    const std::string& more = "", const std::string& tier = "preferred") {
  std::string out = "kind: relationship\nid: p\ntitle: P\ntype: private_partner\ntier: " + tier +
                    "\nmanager: m\n" + more;
  if (!agreements.empty()) out += "agreements:\n";
  for (const auto& [id, fields] : agreements) {
    out += "  - id: " + id + "\n    type: contract\n    title: " + id + "\n" +
           indented(fields, "    ");
  }
  return out;
}

struct Folder {
  Assessed read;

  explicit Folder(std::map<std::string, std::string> files, const std::string& as_of = "2026-07-08")
      : read(std::move(files), date_of(as_of)) {}

  const Assessment& assessed() const { return read.assessment; }
  const std::vector<const Item*>& relationships() const {
    return read.reading.portfolio.all(kinds::relationship);
  }
  std::vector<AgreementStanding> agreements() const {
    return agreement_standings(read.assessment, relationships());
  }
  std::string order() const {
    return each(agreements(),
                [](const AgreementStanding& one) { return std::string(one.agreement->id()); });
  }
  CheckedPractice check(PracticeCheck which) const {
    const auto all = check_vendor_practice(read.assessment, relationships(),
                                           find_near_names(read.reading.portfolio));
    return all.at(static_cast<std::size_t>(which));
  }
  std::string count(PracticeCheck which) const {
    const CheckedPractice found = check(which);
    return fmt::format("{} of {}", found.found, found.of);
  }
};

std::string graded(const std::string& grades) { return "performance: [" + grades + "]\n"; }

const std::string running = "period: {start: 2026-01-01, end: 2026-12-31}\n";

}  // namespace

TEST_CASE("vendor: the next day of notice first, then the last day, and what is over last") {
  const Folder folder(
      {{"p.yaml", partner({{"closed", running + "final_status: complete\n"},
                           {"undated", "period: {start: 2027-01-01}\n"},
                           {"expired", "period: {start: 2020-01-01, end: 2026-07-07}\n"},
                           {"open", "period: {start: 2020-01-01}\n"},
                           {"ends", running},
                           {"later", running + "renewal: {notice_days: 30}\n"},
                           {"sooner", running + "renewal: {notice_days: 90}\n"}})}});
  CHECK(folder.order() == "sooner later ends open expired undated closed");
  const Folder two({{"p.yaml", partner({{"far",
                                         "period: {start: 2020-01-01, end: 2030-12-31}\n"
                                         "renewal: {notice_days: 30}\n"},
                                        {"now", running + "renewal: {notice_days: 30}\n"},
                                        {"passed", running + "renewal: {notice_days: 180}\n"}})}});
  CHECK(two.order() == "now passed far");
  const auto all = folder.agreements();
  CHECK(all[0].open_notice(date_of("2026-10-02")) == date_of("2026-10-02"));
  CHECK_FALSE(all[0].open_notice(date_of("2026-10-03")).has_value());
  CHECK(all[4].is_unclosed());
  CHECK_FALSE(all[5].is_in_force());
  CHECK_FALSE(all[5].is_over());
  CHECK(all[6].is_over());
}

TEST_CASE("vendor: an agreement without a period is neither in force nor over") {
  const Folder folder({{"p.yaml", partner({{"bare", "value: 5\n"}})}});
  const auto all = folder.agreements();
  REQUIRE(all.size() == 1);
  CHECK_FALSE(all[0].has_period());
  CHECK(to_text(all[0].term.state) == "no_period");
  CHECK_FALSE(all[0].is_in_force());
  CHECK_FALSE(all[0].is_over());
}

TEST_CASE("vendor: amendments up to the day are added up by currency, beside the value") {
  const std::string fields = running +
                             "value: 100\namendments:\n"
                             "  - {date: 2026-07-08, rationale: r, value_change: 7}\n"
                             "  - {date: 2026-02-01, rationale: r, value_change: -2.50}\n"
                             "  - {date: 2026-02-01, rationale: r, value_change: EUR 1}\n"
                             "  - {date: 2026-07-09, rationale: r, value_change: 50}\n";
  const auto all = Folder({{"p.yaml", partner({{"a", fields}})}}).agreements();
  CHECK(all[0].value->minor == 10000);
  CHECK(all[0].amended.at(*find_currency("USD")) == 450);
  CHECK(all[0].amended.at(*find_currency("EUR")) == 100);
}

TEST_CASE("vendor: grades of each side over all agreements, with trend and response") {
  const Folder folder(
      {{"p.yaml",
        partner({{"a", running + graded("{date: 2026-01-01, of: partner, grade: B}, "
                                        "{date: 2026-03-01, of: office, grade: C}, "
                                        "{date: 2026-07-09, of: partner, grade: F}")},
                 {"b", running + graded("{date: 2026-02-01, of: partner, grade: D}, "
                                        "{date: 2026-02-02, of: partner, event: annual}")}})}});
  const auto sides = grades_of(folder.assessed(), folder.relationships());
  REQUIRE(sides.size() == 2);
  CHECK(sides[0].side == Side::partner);
  CHECK(sides[0].latest.grade == "D");
  CHECK(sides[0].before->grade == "B");
  CHECK(sides[0].trend == LevelTrend::worse);
  CHECK(sides[0].count == 2);
  CHECK(sides[0].lacks_response);
  CHECK(sides[1].side == Side::office);
  CHECK(sides[1].trend == LevelTrend::none);
  CHECK_FALSE(sides[1].lacks_response);  // a C asks for none
}

TEST_CASE("vendor: D and F ask for a response, and A is better than B") {
  const auto latest = [](const std::string& grades) {
    const Folder folder({{"p.yaml", partner({{"a", running + graded(grades)}})}});
    return grades_of(folder.assessed(), folder.relationships()).at(0);
  };
  CHECK(latest("{date: 2026-01-01, of: partner, grade: F}").lacks_response);
  CHECK_FALSE(
      latest("{date: 2026-01-01, of: partner, grade: F, response: We will}").lacks_response);
  CHECK(
      latest("{date: 2026-01-01, of: partner, grade: B}, {date: 2026-02-01, of: partner, grade: A}")
          .trend == LevelTrend::better);
  CHECK(
      latest("{date: 2026-01-01, of: partner, grade: B}, {date: 2026-02-01, of: partner, grade: B}")
          .trend == LevelTrend::same);
  // Of one day the later written one counts.
  CHECK(
      latest("{date: 2026-01-01, of: partner, grade: A}, {date: 2026-01-01, of: partner, grade: C}")
          .latest.grade == "C");
}

TEST_CASE("vendor: service levels are judged as a hold, of agreements that are not over") {
  const auto level = [](const std::string& values) {
    return "service_levels:\n  - id: up\n    title: Up\n"
           "    indicator: {measure: m, unit: percent, direction: increase, frequency: monthly}\n"
           "    target: {at_least: 99}\n    measurements: [" +
           values + "]\n";
  };
  const std::string good =
      "{date: 2026-04-30, value: 99}, {date: 2026-05-31, value: 99.5}, {date: 2026-06-30, value: "
      "99}";
  const std::string bad =
      "{date: 2026-04-30, value: 99}, {date: 2026-05-31, value: 98}, {date: 2026-06-30, value: "
      "98.9}";
  const auto verdicts = [&](const std::string& fields) {
    const Folder folder({{"p.yaml", partner({{"a", fields}})}});
    return each(judged_service_levels(folder.assessed(), folder.agreements()),
                [](const auto& one) { return std::string(to_text(one.judgement.verdict)); });
  };
  CHECK(verdicts(running + level(good)) == "on_track");
  CHECK(verdicts(running + level(bad)) == "off_track");
  CHECK(verdicts(running + level("")) == "unmeasured");
  CHECK(verdicts(running + "final_status: complete\n" + level(bad)) == "");
}

TEST_CASE("concentration: shares of initiatives, exposure and value, each currency by itself") {
  const std::string risk =
      "risks:\n  - {id: r, event: e, likelihood: {percent: 10}, impact: {amount: 1000}, "
      "response: [accept], managed_by: p, status: open, common_cause: p}\n";
  const std::string work =
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
      "parties: [{relationship: p, role: deliverer}, {relationship: p, role: advisor}]\n" +
      risk +
      "  - {id: s, event: e, likelihood: {percent: 30}, impact: {amount: 1000}, "
      "response: [accept], managed_by: p, status: open}\n";
  const std::string other =
      "kind: initiative\nid: other\ntitle: Other\ntype: project\nstatus: paused\n";
  const std::string over =
      "kind: initiative\nid: over\ntitle: Over\ntype: project\nstatus: completed\n"
      "parties: [{relationship: p, role: deliverer}]\n";
  const std::string agency =
      "kind: relationship\nid: q\ntitle: Q\ntype: agency\ntier: preferred\nmanager: m\n"
      "agreements: [{id: x, type: sla, title: X, period: {start: 2026-01-01}, value: -500}]\n";
  const std::string vendor =
      "kind: relationship\nid: r\ntitle: R\ntype: private_partner\ntier: preferred\nmanager: m\n"
      "agreements: [{id: x, type: sla, title: X, period: {start: 2026-01-01}, value: 60}]\n";
  const Folder folder({{"work.yaml", work},
                       {"other.yaml", other},
                       {"over.yaml", over},
                       {"q.yaml", agency},
                       {"p.yaml", partner({{"a", running + "value: 20\n"},
                                           {"b", running + "value: EUR 5\n"},
                                           {"c", running + "value: 9\nfinal_status: complete\n"}},
                                          risk)},
                       {"r.yaml", vendor}});
  const auto rows = concentrations(folder.assessed(), folder.agreements());
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].currency.text() == "EUR");
  CHECK(rows[0].largest_share() == 1);
  CHECK(rows[1].partner->id() == "r");
  CHECK(rows[1].largest_share() == Rational(3, 4));
  CHECK(rows[2].initiatives == 1);  // two roles in one, and one is over
  CHECK(rows[2].all_initiatives == 2);
  CHECK(rows[2].exposure == 20000);  // in its own record and by common cause, each once
  CHECK(rows[2].all_exposure == 50000);
  CHECK(rows[2].value == 2000);
  CHECK(rows[2].all_value == 8000);  // what the agency pays is no part of it
  CHECK(rows[2].largest_share() == Rational(2, 5));
  CHECK_FALSE(rows[2].has_negative_value);
}

TEST_CASE("concentration: beside a negative amount no part is a share") {
  const Folder folder({{"p.yaml", partner({{"a", running + "value: 20\n"},
                                           {"b", running + "value: -19.99\n"},
                                           {"c", running + "value: EUR 5\n"}})}});
  const auto rows = concentrations(folder.assessed(), folder.agreements());
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].currency.text() == "EUR");
  CHECK_FALSE(rows[0].has_negative_value);
  CHECK(rows[1].has_negative_value);
  CHECK(rows[1].largest_share() == 0);
}

TEST_CASE("concentration: agreements that carry one number are said to") {
  const auto numbered = [](const std::string& number) {
    return running + "value: 10\nnumber: \"" + number + "\"\n";
  };
  const Folder folder({{"p.yaml", partner({{"a", numbered("X-1")},
                                           {"b", numbered(" X-1")},
                                           {"c", numbered("X-2")},
                                           {"d", numbered("X-1") + "final_status: complete\n"},
                                           {"e", running + "value: 10\n"}})}});
  const auto rows = concentrations(folder.assessed(), folder.agreements());
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].numbers.size() == 1);
  CHECK(rows[0].numbers[0].number == "X-1");
  CHECK(rows[0].numbers[0].agreements == 2);  // one of three is over
  CHECK(rows[0].value == 4000);
}

TEST_CASE("practice: nothing to look at is no data") {
  const std::string agency =
      "kind: relationship\nid: q\ntitle: Q\ntype: agency\ntier: preferred\nmanager: m\n";
  const Folder folder(std::map<std::string, std::string>{{"q.yaml", agency}});
  for (int i = 0; i < 10; ++i) {
    CHECK(folder.check(static_cast<PracticeCheck>(i)).of == 0);
  }
}

TEST_CASE("practice: each check finds what is there and names what lacks") {
  using enum PracticeCheck;
  const std::string work =
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
      "parties: [{relationship: p, role: deliverer}]\n";
  const std::string whole =
      running + "number: C-1\nvalue: 5\nadministrator: m\nbusiness_owner: m\n" +
      "renewal: {notice_days: 5}\n" + graded("{date: 2025-07-08, of: partner, grade: D}");
  const std::string review = "reviews: [{date: 2025-07-08}]\n";
  const Folder bare({{"work.yaml", work}, {"p.yaml", partner({}, "", "strategic")}});
  CHECK(bare.count(agreement_for_work) == "0 of 1");
  CHECK(bare.check(agreement_for_work).lacking.at(0)->id() == "p");
  CHECK(bare.count(alternatives) == "0 of 1");
  CHECK(bare.count(one_record) == "1 of 1");
  CHECK(bare.count(reviewed) == "0 of 1");
  CHECK(bare.count(risks_on_record) == "0 of 1");
  CHECK(bare.count(owners) == "0 of 0");
  const Folder full({{"work.yaml", work + "business_case: {alternatives: [a, b]}\n"},
                     {"p.yaml", partner({{"a", whole}, {"b", running}}, review, "strategic")}});
  CHECK(full.count(agreement_for_work) == "1 of 1");
  CHECK(full.count(agreement_complete) == "1 of 2");
  CHECK(full.count(alternatives) == "1 of 1");
  CHECK(full.count(reviewed) == "1 of 1");
  CHECK(full.count(owners) == "1 of 2");
  CHECK(full.count(notice_known) == "1 of 2");
  CHECK(full.count(performance_measured) == "1 of 2");
  CHECK(full.count(bad_grades_answered) == "0 of 1");
  // Twelve months and a day ago is too long ago.
  const Folder later({{"p.yaml", partner({{"a", whole}}, review)}}, "2026-07-09");
  CHECK(later.count(reviewed) == "0 of 1");
  CHECK(later.count(performance_measured) == "0 of 1");
}

TEST_CASE("share balance: who bears without a reward, and who gets without bearing") {
  const std::string work =
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
      "parties: [{relationship: p, role: deliverer}]\n"
      "outcomes:\n  - id: o\n    title: O\n"
      "    value: {kind: savings, expected: 100, realized: [{date: 2026-01-01, amount: 10}]}\n"
      "    value_shares: [{relationship: q, percent: 50}]\n"
      "risks:\n  - {id: r, event: e, likelihood: {percent: 10}, impact: {amount: 1000}, "
      "response: [share], managed_by: p, status: open, "
      "shares: [{relationship: p, percent: 40, cap: 100}, {office: it, percent: 60}]}\n";
  const std::string office = "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n";
  const std::string agency =
      "kind: relationship\nid: q\ntitle: Q\ntype: agency\ntier: preferred\nmanager: m\n";
  const auto words = [&](const std::string& agreed) {
    const Folder folder({{"brm.yaml", office},
                         {"work.yaml", work},
                         {"q.yaml", agency},
                         {"p.yaml", partner({{"a", running + agreed}})}});
    const auto risks = folder.read.reading.portfolio.all(kinds::risk);
    std::string out;
    for (const ShareBalance& row : share_balances(folder.assessed(), risks)) {
      if (row.bears_without_reward()) out += fmt::format("{} bears ", row.exposure.party);
      if (row.gets_without_bearing()) {
        out += fmt::format("{} gets {}/{} ", row.exposure.party,
                           to_text(money_of(row.received, row.exposure.currency)),
                           to_text(money_of(row.exposure.gets, row.exposure.currency)));
      }
    }
    return out;
  };
  CHECK(words("") == "p bears q gets USD 5.00/USD 50.00 ");
  CHECK(words("risk_reward: {gain_share: [{relationship: p, percent: 50}]}\n") ==
        "q gets USD 5.00/USD 50.00 ");
  CHECK(words("risk_reward: {pain_share: [{relationship: q, percent: 50}]}\n") == "p bears ");
  CHECK(words("risk_reward: {pain_share: [{relationship: q, percent: 0}]}\n") ==
        "p bears q gets USD 5.00/USD 50.00 ");
  CHECK(words("final_status: complete\nrisk_reward: {gain_share: [{relationship: p, percent: "
              "50}]}\n") == "p bears q gets USD 5.00/USD 50.00 ");
}

}  // namespace brm::test
