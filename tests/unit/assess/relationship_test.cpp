// Each day and count on which a judgement of a relationship turns: design/verdicts.md.
#include "assess/relationship.h"

#include <fmt/format.h>

#include "unit/assess/party_folder.h"

namespace brm::test {
namespace {

std::string views(const std::string& entries, const std::string& as_of = "2026-07-08") {
  const Maturity found = OneParty("maturity:\n" + entries, as_of).maturity();
  const auto level = [](const auto& view) { return view ? std::to_string(view->level) : "-"; };
  const auto gap = found.gap();
  return fmt::format("{} {} {}", level(found.ours), level(found.theirs),
                     gap ? std::to_string(*gap) : "-");
}

std::string reviews_on(const std::vector<std::string>& days) {
  std::string out = "reviews:\n";
  for (const std::string& day : days) out += "  - {date: " + day + "}\n";
  return out;
}

std::string states(const std::string& promises, const std::string& as_of = "2026-07-08") {
  std::string out;
  for (const PromiseJudgement& promise :
       promises_of(OneParty("promises:\n" + promises, as_of).party(), date_of(as_of))) {
    out += fmt::format("{}{} {} {}", out.empty() ? "" : "; ", promise.is_ours ? "us" : "them",
                       to_text(promise.state), promise.days);
  }
  return out;
}

}  // namespace

TEST_CASE("relationship: the newest view of each side counts, and the gap is theirs minus ours") {
  const std::string both =
      "  - {date: 2026-01-10, by: us, level: trusted_advisor}\n"
      "  - {date: 2025-01-10, by: us, level: order_taker}\n"
      "  - {date: 2026-02-01, by: partner, level: ad_hoc}\n";
  CHECK(views(both) == "4 1 -3");
  CHECK(views(both, "2026-01-09") == "2 - -");  // a view to come does not exist
  CHECK(views(both, "2026-01-10") == "4 - -");
  CHECK(views("  - {date: 2026-02-01, by: partner, level: strategic_partner}\n") == "- 5 -");
  // Of one day the last that was written.
  CHECK(views("  - {date: 2026-02-01, by: us, level: ad_hoc}\n"
              "  - {date: 2026-02-01, by: us, level: order_taker}\n"
              "  - {date: 2026-02-01, by: partner, level: service_provider}\n") == "2 3 1");
  CHECK(OneParty("maturity: [{date: 2026-01-10, by: us, level: ad_hoc}]\n")
            .maturity()
            .is_one_sided());
  CHECK_FALSE(OneParty("maturity: [{date: 2026-01-10, by: partner, level: ad_hoc}]\n")
                  .maturity()
                  .is_one_sided());
}

TEST_CASE("relationship: reviews of the last year are held of planned") {
  const std::string quarterly = "cadence: quarterly\n";
  CHECK(OneParty(quarterly).reviews() == "0 of 0");  // nothing began yet
  // 2025-07-08 is a year before, and not within it.
  CHECK(OneParty(quarterly + reviews_on({"2025-07-08", "2026-01-05"})).reviews() == "2 of 4");
  CHECK(OneParty(quarterly + reviews_on({"2025-07-07", "2025-07-08"})).reviews() == "0 of 4");
  CHECK(OneParty(quarterly + reviews_on({"2025-07-07", "2025-07-09"})).reviews() == "1 of 4");
  // Two on one day are one; one to come is none.
  CHECK(OneParty(quarterly + reviews_on({"2025-01-01", "2026-01-05", "2026-01-05", "2026-07-09"}))
            .reviews() == "1 of 4");
  // Of a relationship that began since, only the time since: 92 days are a quarter, 91 not.
  CHECK(OneParty(quarterly + reviews_on({"2026-04-07"})).reviews() == "1 of 1");
  CHECK(OneParty(quarterly + reviews_on({"2026-04-09"})).reviews() == "1 of 0");
  // Longer cadences are looked back on for as long as they are.
  CHECK(OneParty("cadence: P2Y\n" + reviews_on({"2022-01-01", "2024-08-01"})).reviews() ==
        "1 of 1");
  CHECK(OneParty("cadence: weekly\n" + reviews_on({"2022-01-01"})).reviews() == "0 of 52");
  CHECK(OneParty(reviews_on({"2022-01-01"})).reviews() == "0 of 4");  // by its tier
  // An agreement that began is a beginning, though nobody wrote anything since.
  const auto agreed = [&](const std::string& start) {
    return OneParty(quarterly + "agreements:\n  - {id: a, type: mou, title: A, period: {start: " +
                    start + "}}\n");
  };
  CHECK(agreed("2020-01-01").reviews() == "0 of 4");
  CHECK(agreed("2026-04-07").reviews() == "0 of 1");
  CHECK(agreed("2026-07-09").reviews() == "0 of 0");
  CHECK(agreed("2020-01-01").attention().is_dated);
  CHECK_FALSE(agreed("2026-07-09").attention().is_dated);
  CHECK_FALSE(agreed("2020-01-01").went_quiet());
}

TEST_CASE("relationship: three of four reviews are enough, two are not") {
  const auto has_reviews = [](const std::vector<std::string>& days) {
    const OneParty party("cadence: quarterly\n" + reviews_on(days));
    return has_its_reviews(party.attention(), party.policy());
  };
  CHECK(has_reviews({"2024-01-01", "2025-09-01", "2025-12-01", "2026-03-01"}));
  CHECK_FALSE(has_reviews({"2024-01-01", "2025-09-01", "2025-12-01"}));
  CHECK(has_reviews({"2026-07-01"}));  // nothing was due yet
}

TEST_CASE("relationship: it went quiet when nothing is dated for one and a half cadences") {
  // quarterly: 1.5 x 92 = 138 days, and 2026-02-20 is 138 days before
  CHECK_FALSE(OneParty("cadence: quarterly\n" + reviews_on({"2026-02-20"})).went_quiet());
  CHECK(OneParty("cadence: quarterly\n" + reviews_on({"2026-02-19"})).went_quiet());
  CHECK_FALSE(OneParty("cadence: quarterly\n").went_quiet());  // it never began
  CHECK_FALSE(
      OneParty("cadence: quarterly\nstatus: ended\n" + reviews_on({"2024-02-19"})).went_quiet());
  CHECK(OneParty("cadence: quarterly\n" + reviews_on({"2026-02-19", "2026-07-09"})).went_quiet());
}

TEST_CASE("relationship: a day in any list counts, a day that is only planned does not") {
  const std::string old = "cadence: quarterly\n" + reviews_on({"2025-02-19"});
  const auto is_quiet_with = [&](const std::string& list) {
    return OneParty(old + list).went_quiet();
  };
  CHECK(is_quiet_with("promises: [{id: p, by: us, text: X, due: 2026-07-01}]\n"));
  CHECK_FALSE(
      is_quiet_with("promises: [{id: p, by: us, text: X, made: 2026-07-01, due: "
                    "2026-12-01}]\n"));
  CHECK_FALSE(
      is_quiet_with("promises: [{id: p, by: us, text: X, due: 2026-12-01, met_on: "
                    "2026-07-01}]\n"));
  CHECK_FALSE(is_quiet_with("complaints: [{id: c, opened: 2026-07-01}]\n"));
  CHECK_FALSE(is_quiet_with("advice: [{date: 2026-07-01, from: us, about: other}]\n"));
  CHECK_FALSE(
      is_quiet_with("stakeholders: [{name: A, influence: low, interest: low, "
                    "last_contact: 2026-07-01}]\n"));
  CHECK(
      is_quiet_with("stakeholders: [{name: A, influence: low, interest: low, action: {due: "
                    "2026-07-01}}]\n"));
  CHECK(is_quiet_with("agreements: [{id: a, type: mou, title: A, period: {start: 2026-07-01}}]\n"));
  CHECK_FALSE(
      is_quiet_with("agreements: [{id: a, type: mou, title: A, signed: 2026-07-01, "
                    "period: {start: 2026-07-01}}]\n"));
}

TEST_CASE("relationship: the last contact is a day on which both sides spoke") {
  const auto contact = [](const std::string& fields) {
    const auto found = OneParty(fields).attention().last_contact;
    return found ? to_text(*found) : "";
  };
  CHECK(contact("").empty());
  CHECK(contact("maturity: [{date: 2026-05-01, by: us, level: ad_hoc}]\n").empty());
  CHECK(contact("advice: [{date: 2026-05-02, from: us, about: other}]\n" +
                reviews_on({"2026-05-01", "2026-07-09"})) == "2026-05-02");
}

TEST_CASE("relationship: a promise is open on its day and late on the next") {
  const std::string due = "  - {id: p, by: us, text: X, due: 2026-07-08";
  CHECK(states(due + "}\n") == "us open 0");
  CHECK(states(due + "}\n", "2026-07-01") == "us open 7");
  CHECK(states(due + "}\n", "2026-07-09") == "us late 1");
  CHECK(states(due + ", met_on: 2026-07-08}\n") == "us kept 0");
  CHECK(states(due + ", met_on: 2026-07-10}\n", "2026-07-10") == "us kept_late 2");
  CHECK(states(due + ", met_on: 2026-07-10}\n", "2026-07-09") == "us late 1");  // not kept yet
  CHECK(states(due + ", made: 2026-07-02}\n", "2026-07-01").empty());           // not made yet
  CHECK(states("  - {id: p, by: partner, text: X, due: 2026-07-01}\n") == "them late 7");
}

TEST_CASE("relationship: promises are counted for each side") {
  const OneParty party(
      "promises:\n"
      "  - {id: a, by: us, text: A, due: 2026-07-01}\n"
      "  - {id: b, by: us, text: B, due: 2026-08-01}\n"
      "  - {id: c, by: partner, text: C, due: 2026-01-01, met_on: 2026-01-02}\n"
      "  - {id: d, by: partner, text: D, due: 2026-01-01, met_on: 2026-01-01}\n");
  const auto promises = promises_of(party.party(), party.as_of());
  const PromiseCounts ours = count_promises(promises, true);
  const PromiseCounts theirs = count_promises(promises, false);
  CHECK(ours.late == 1);
  CHECK(ours.open == 1);
  CHECK(ours.all() == 2);
  CHECK(theirs.kept_late == 1);
  CHECK(theirs.kept == 1);
}

TEST_CASE("relationship: the newest answer of each side is their satisfaction") {
  const OneParty party(
      "satisfaction:\n"
      "  - {date: 2026-01-01, by: Managers, score: 3, out_of: 5}\n"
      "  - {date: 2025-01-01, by: Managers, score: 2, out_of: 5}\n"
      "  - {date: 2026-02-01, by: us, score: 4, out_of: 5}\n"
      "  - {date: 2026-07-09, by: Managers, score: 1, out_of: 5}\n");
  const Satisfaction found = satisfaction_of(party.party(), party.as_of());
  REQUIRE(found.theirs != nullptr);
  REQUIRE(found.ours != nullptr);
  CHECK(to_text(Of<kinds::satisfaction>(*found.theirs).get<"score">()->value) == "3");
  CHECK(to_text(Of<kinds::satisfaction>(*found.ours).get<"score">()->value) == "4");
}

TEST_CASE("stakeholder: steps on an ordered scale, and the action that should close them") {
  const auto words = [](const std::string& fields) {
    const OneParty party("stakeholders: [{name: A, influence: high, interest: low" + fields +
                         "}]\n");
    const auto found = party.party().get<"stakeholders">()[0];
    const auto gap = engagement_gap(found);
    constexpr std::string_view steps[] = {"none", "overdue", "planned"};
    return fmt::format("{} {}{}", gap ? std::to_string(*gap) : "-",
                       steps[static_cast<std::size_t>(next_step(found, party.as_of()))],
                       is_unattended(found, party.as_of()) ? " !" : "");
  };
  CHECK(words("") == "- none");
  CHECK(words(", engagement: {current: unaware, desired: leading}") == "4 none !");
  CHECK(words(", engagement: {current: resistant, desired: neutral}") == "1 none !");
  CHECK(words(", engagement: {current: leading, desired: supportive}") == "-1 none");
  CHECK(words(", engagement: {current: neutral, desired: neutral}") == "0 none");
  CHECK(words(", engagement: {current: neutral}") == "- none");
  const std::string gap = ", engagement: {current: neutral, desired: leading}, action: ";
  CHECK(words(gap + "{text: Call}") == "2 planned");
  CHECK(words(gap + "{text: Call, due: 2026-07-08}") == "2 planned");
  CHECK(words(gap + "{text: Call, due: 2026-07-07}") == "2 overdue");
}

TEST_CASE("stakeholder: contacts are counted by person, else by role") {
  const auto count = [](const std::string& contacts) {
    return contact_count(OneParty("contacts: [" + contacts + "]\n").party());
  };
  CHECK(count("") == 0);
  CHECK(count("{person: a, role: X}, {person: a, role: Y}") == 1);
  CHECK(count("{person: a}, {role: Y}") == 2);
}

}  // namespace brm::test
