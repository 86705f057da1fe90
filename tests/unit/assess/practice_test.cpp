// The five calls to action and how well records are kept, at each boundary.
#include "assess/practice.h"

#include <fmt/format.h>

#include "assess/hygiene.h"
#include "unit/assess/judged.h"

namespace brm::test {
namespace {

const std::string office_head = "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\n";

std::string party(const std::string& id, const std::string& tier, const std::string& rest = "") {
  return "kind: relationship\nid: " + id + "\ntitle: " + id + "\ntype: agency\ntier: " + tier +
         "\nmanager: jane\n" + rest;
}

std::string person(const std::string& id, const std::string& rest = "") {
  return "kind: person\nid: " + id + "\ntitle: " + id + "\nrole: Manager\n" + rest;
}

/// An initiative `work` with the party dhhs and one outcome `it`, measured on the days given.
std::string work(const std::string& measurements) {
  return "kind: initiative\nid: work\ntitle: Work\ntype: project\nstatus: active\n"
         "parties: [{relationship: dhhs, role: sponsor}]\ngoals: [g]\noutcomes:\n"
         "  - id: it\n    title: It changes\n    beneficiary: dhhs\n    owner: jane\n"
         "    mechanism: because\n    goals: [g]\n"
         "    indicator: {measure: m, unit: u, direction: increase, frequency: monthly}\n"
         "    baseline: {date: 2026-01-01, value: 0}\n    target: {date: 2026-12-31, value: "
         "100}\n" +
         measurements;
}

PracticeCase case_of(const std::string& fields, const std::string& day = "2026-07-08") {
  const Assessed read({{"brm.yaml", office_head + fields}}, date_of(day));
  return judge_practice_case(read.assessment);
}

Hygiene hygiene_of(std::map<std::string, std::string> files, const std::string& day) {
  const Assessed read(std::move(files), date_of(day));
  Hygiene hygiene = judge_hygiene(read.assessment);
  for (HygieneLack& lack : hygiene.lacks) {
    lack.item = nullptr;  // gone with the records
    lack.owner = {};
  }
  return hygiene;
}

std::vector<std::string> causes(const Hygiene& hygiene) {
  std::vector<std::string> out;
  for (const HygieneLack& lack : hygiene.lacks) out.push_back(lack.cause);
  return out;
}

}  // namespace

TEST_CASE("practice: the business case of the office") {
  CHECK(case_of("").item == nullptr);
  const std::string written =
      "business_case:\n  alternatives: [Buy, DO NOTHING at all]\n  decided_by: jane\n"
      "  decided_on: 2026-07-08\n";
  CHECK(case_of(written).alternatives == 2);
  CHECK(case_of(written).weighs_doing_nothing);
  CHECK(case_of(written).has_decider);
  CHECK(case_of(written).decided_on == date_of("2026-07-08"));
  CHECK_FALSE(case_of(written, "2026-07-07").decided_on);
  CHECK_FALSE(case_of("business_case: {alternatives: [Buy]}\n").weighs_doing_nothing);
}

TEST_CASE("practice: outcomes of the case count when they are judged") {
  const auto measured = [](const std::string& measurements) {
    const Assessed read(
        {{"brm.yaml", office_head + "business_case: {outcomes: [work/it, work/no]}\n"},
         {"work.yaml", work(measurements)}},
        date_of("2026-07-08"));
    const PracticeCase found = judge_practice_case(read.assessment);
    return std::to_string(found.measured) + " of " + std::to_string(found.outcomes.size());
  };
  CHECK(measured("") == "0 of 1");
  CHECK(measured(
            "    measurements: [{date: 2026-04-30, value: 30}, {date: 2026-06-30, value: 50}]\n") ==
        "1 of 1");
}

TEST_CASE("practice: a stakeholder is a gap while less engaged than desired") {
  const auto map_of = [](const std::string& engagement, const std::string& action) {
    const Assessed read(
        {{"dhhs.yaml", party("dhhs", "preferred",
                             "stakeholders:\n  - {name: Ann, influence: high, interest: high, "
                             "engagement: " +
                                 engagement + action + "}\n")},
         {"bare.yaml", party("bare", "strategic")},
         {"gone.yaml", party("gone", "strategic", "status: ended\n")}},
        date_of("2026-07-08"));
    StakeholderMap map = judge_stakeholders(read.assessment);
    CHECK(map.relationships == 2);
    CHECK(map.mapped == 1);
    CHECK(map.first_unmapped == &read.item("bare"));
    return std::to_string(map.gaps) + " " + std::to_string(map.unanswered.size());
  };
  CHECK(map_of("{current: neutral, desired: supportive}", "") == "1 1");
  CHECK(map_of("{current: neutral, desired: supportive}", ", action: {text: Call}") == "1 0");
  CHECK(map_of("{current: supportive, desired: supportive}", "") == "0 0");
  CHECK(map_of("{current: leading, desired: supportive}", "") == "0 0");
  CHECK(map_of("{current: neutral}", "") == "0 0");
}

TEST_CASE("practice: a relationship is covered when its manager is a person on record") {
  const Assessed read({{"dhhs.yaml", party("dhhs", "strategic")},
                       {"lost.yaml",
                        "kind: relationship\nid: lost\ntitle: L\ntype: agency\ntier: "
                        "strategic\nmanager: nobody-here\n"},
                       {"jane.yaml", person("jane", "from_practice: pmo\n")},
                       {"otto.yaml", person("otto", "from_practice: crm\n")},
                       {"idle.yaml", person("idle")}},
                      date_of("2026-07-08"));
  const RoleMap roles = judge_roles(read.assessment);
  REQUIRE(roles.holders.size() == 2);
  CHECK(roles.holders[0].practice == "crm");
  CHECK(roles.holders[0].relationships.empty());
  CHECK(roles.holders[1].relationships.size() == 1);
  CHECK(roles.uncovered == std::vector<const Item*>{&read.item("lost")});
  CHECK(roles.grew_out_of("pmo"));
  CHECK_FALSE(roles.grew_out_of("vrm"));
}

TEST_CASE("practice: whoever left manages nothing any more, from the day after the last") {
  const auto covered_on = [](const std::string& day) {
    const Assessed read(
        {{"dhhs.yaml", party("dhhs", "strategic")},
         {"jane.yaml", person("jane", "from_practice: pmo\nleaves_on: 2026-07-08\n")}},
        date_of(day));
    const RoleMap roles = judge_roles(read.assessment);
    return fmt::format("{} {} {}", roles.uncovered.size(), roles.holders.size(),
                       roles.grew_out_of("pmo"));
  };
  CHECK(covered_on("2026-07-08") == "0 1 true");
  CHECK(covered_on("2026-07-09") == "1 0 false");
}

TEST_CASE("practice: what comes first is by priority, then by tier") {
  const Assessed read({{"a.yaml", party("a", "transactional", "priority: 2\n")},
                       {"b.yaml", party("b", "preferred")},
                       {"c.yaml", party("c", "strategic")},
                       {"d.yaml", party("d", "conditional", "priority: 1\n")}},
                      date_of("2026-07-08"));
  std::string order;
  for (const Coverage& each : judge_coverage(read.assessment)) order += each.relationship->id();
  CHECK(order == "dacb");
}

TEST_CASE("practice: full coverage takes all five") {
  const auto is_full = [](const std::string& fields, const std::string& measurements) {
    const Assessed read(
        {{"dhhs.yaml", party("dhhs", "strategic", fields)}, {"work.yaml", work(measurements)}},
        date_of("2026-07-08"));
    return judge_coverage(read.assessment).front().is_full();
  };
  const std::string sponsor = "executive_sponsor: jane\n";
  const std::string rest = "shared_purpose: p\ncadence: monthly\n";
  const std::string reviews = "reviews: [{date: 2026-06-20}]\n";
  const std::string values =
      "    measurements: [{date: 2026-04-30, value: 30}, {date: 2026-06-30, value: 50}]\n";
  CHECK(is_full(sponsor + rest + reviews, values));
  CHECK_FALSE(is_full(rest + reviews, values));
  CHECK_FALSE(is_full(sponsor + "shared_purpose: p\n", values));
  CHECK_FALSE(is_full(sponsor + rest, values));
  CHECK_FALSE(is_full(sponsor + rest + reviews, ""));
}

TEST_CASE("practice: a sponsor stands behind a relationship up to the last day") {
  const auto has_sponsor = [](const std::string& person_fields, const std::string& day) {
    const Assessed read(
        {{"dhhs.yaml", party("dhhs", "strategic", "executive_sponsor: ann\n")},
         {"ann.yaml", person_fields.empty() ? person("jane") : person("ann", person_fields)}},
        date_of(day));
    return judge_coverage(read.assessment).front().has_sponsor;
  };
  CHECK(has_sponsor("leaves_on: 2026-07-08\n", "2026-07-08"));
  CHECK_FALSE(has_sponsor("leaves_on: 2026-07-08\n", "2026-07-09"));
  CHECK(has_sponsor("notes: stays\n", "2026-07-09"));
  CHECK(has_sponsor("", "2026-07-09"));  // of one without a record nobody knows
}

TEST_CASE("hygiene: reviewed within twelve months, by the newest date in the record") {
  const auto reviewed = [](const std::string& fields, const std::string& day) {
    return hygiene_of({{"a.yaml", party("a", "transactional", fields)}}, day).reviewed.passed == 1;
  };
  CHECK(reviewed("reviewed: 2025-07-08\n", "2026-07-08"));
  CHECK_FALSE(reviewed("reviewed: 2025-07-08\n", "2026-07-09"));
  CHECK(reviewed("reviewed: 2020-01-01\nreviews: [{date: 2026-07-01}]\n", "2026-07-09"));
  CHECK_FALSE(reviewed("reviews: [{date: 2026-07-10}]\n", "2026-07-09"));
  CHECK_FALSE(reviewed("", "2026-07-09"));
}

TEST_CASE("hygiene: an outcome may wait for its first measurement as long as one may take") {
  const auto found = [](const std::string& measurements, const std::string& day) {
    const Hygiene hygiene = hygiene_of({{"work.yaml", work(measurements)}}, day);
    CHECK(hygiene.measured.asked == 1);
    return hygiene.measured.passed == 1;
  };
  CHECK(found("", "2026-02-16"));  // 46 days, and 1.5 months of 31 are 46.5
  CHECK_FALSE(found("", "2026-02-17"));
  CHECK(found("    measurements: [{date: 2026-03-31, value: 30}]\n", "2026-05-16"));
  CHECK_FALSE(found("    measurements: [{date: 2026-03-31, value: 30}]\n", "2026-05-17"));
}

TEST_CASE("hygiene: complete asks for recommended fields, not of transactional relationships") {
  CHECK(causes(hygiene_of({{"a.yaml", party("a", "strategic", "reviewed: 2026-07-01\n")}},
                          "2026-07-08")) ==
        std::vector<std::string>{"relationship without executive_sponsor"});
  const Hygiene light =
      hygiene_of({{"a.yaml", party("a", "transactional", "reviewed: 2026-07-01\n")}}, "2026-07-08");
  CHECK(light.complete.asked == 0);
  CHECK(light.score() == 100);
}

TEST_CASE("hygiene: people and what is closed are asked nothing") {
  const Hygiene hygiene = hygiene_of(
      {{"jane.yaml", person("jane")}, {"a.yaml", party("a", "strategic", "status: exiting\n")}},
      "2026-07-08");
  CHECK(hygiene.all().asked == 0);
  CHECK_FALSE(hygiene.score());
}

TEST_CASE("hygiene: the score is cut off, and groups stand with most lacks first") {
  const Assessed read({{"a.yaml", party("a", "strategic")},
                       {"b.yaml", party("b", "strategic")},
                       {"work.yaml", work("") + "owner: otto\nreviewed: 2026-07-01\n"}},
                      date_of("2026-07-08"));
  const Hygiene hygiene = judge_hygiene(read.assessment);
  CHECK(hygiene.all().asked == 8);
  CHECK(hygiene.all().passed == 3);
  CHECK(hygiene.score() == 37);
  REQUIRE(hygiene.by_owner().size() == 1);
  CHECK(hygiene.by_owner().front().name == "jane");
  CHECK(hygiene.by_owner().front().lacks == 5);
  CHECK(hygiene.by_cause().front().lacks == 2);
  CHECK(hygiene.by_cause().back().name == "outcome unmeasured");
}

TEST_CASE("hygiene: nobody measures outcomes of work that has not begun") {
  const auto asked = [](const std::string& status) {
    std::string file = work("");
    file.replace(file.find("active"), 6, status);
    return hygiene_of({{"work.yaml", file}}, "2026-07-08").measured.asked;
  };
  CHECK(asked("proposed") == 0);
  CHECK(asked("approved") == 0);
  CHECK(asked("active") == 1);
  CHECK(asked("paused") == 1);
}

}  // namespace brm::test
