// What a record lacks is asked for as its tier and priority deserve, by every rule that says so.
#include "rules/effort.h"

#include "unit/rules/checked.h"

namespace brm::test {
namespace {

using rules::Effort;

std::string party(const std::string& id, const std::string& fields) {
  return "kind: relationship\nid: " + id + "\ntitle: A party\ntype: agency\nmanager: jane-doe\n" +
         fields;
}

Effort effort_of_party(const std::string& fields) {
  const Checked checked({{"relationships/dhhs.yaml", party("dhhs", fields)}}, day(0));
  return rules::effort_for(checked.assessment, checked.item("dhhs"));
}

Effort effort_of_initiative(const std::string& parties, const std::string& fields = "") {
  const std::string initiative =
      "kind: initiative\nid: work\ntitle: Work\ntype: project\nparties: [" + parties + "]\n";
  const std::string status = fields.find("status") == std::string::npos ? "status: active\n" : "";
  const Checked checked({{"relationships/big.yaml", party("big", "tier: strategic\n")},
                         {"relationships/mid.yaml", party("mid", "tier: preferred\n")},
                         {"relationships/low.yaml", party("low", "tier: transactional\n")},
                         {"initiatives/work.yaml", initiative + fields + status}},
                        day(0));
  return rules::effort_for(checked.assessment, checked.item("work"));
}

}  // namespace

TEST_CASE("effort: of a relationship by its tier and priority") {
  CHECK(effort_of_party("tier: strategic\n") == Effort::full);
  CHECK(effort_of_party("tier: preferred\n") == Effort::light);
  CHECK(effort_of_party("tier: conditional\n") == Effort::light);
  CHECK(effort_of_party("tier: transactional\n") == Effort::none);
  CHECK(effort_of_party("tier: transactional\npriority: 1\n") == Effort::full);
  CHECK(effort_of_party("tier: transactional\npriority: 2\n") == Effort::none);
  CHECK(effort_of_party("tier: preferred\npriority: 2\n") == Effort::light);
  CHECK(effort_of_party("") == Effort::none);
  CHECK(effort_of_party("tier: strategic\nstatus: active\n") == Effort::full);
  CHECK(effort_of_party("tier: strategic\nstatus: exiting\n") == Effort::none);
  CHECK(effort_of_party("tier: strategic\nstatus: ended\n") == Effort::none);
}

TEST_CASE("effort: of an initiative by the first of its parties and its criticality") {
  const std::string low = "{relationship: low, role: deliverer}";
  const std::string mid = "{relationship: mid, role: sponsor}";
  const std::string big = "{relationship: big, role: advisor}";
  CHECK(effort_of_initiative(low) == Effort::none);
  CHECK(effort_of_initiative(low + ", " + mid) == Effort::light);
  CHECK(effort_of_initiative(low + ", " + big + ", " + mid) == Effort::full);
  CHECK(effort_of_initiative("{relationship: nobody, role: sponsor}") == Effort::none);
  CHECK(effort_of_initiative(low, "criticality: high\n") == Effort::full);
  CHECK(effort_of_initiative(low, "criticality: medium\n") == Effort::none);
  for (const std::string status : {"approved", "active", "paused"}) {
    CHECK(effort_of_initiative(big, "status: " + status + "\n") == Effort::full);
  }
  CHECK(effort_of_initiative(big, "criticality: high\nstatus: proposed\n") == Effort::light);
  CHECK(effort_of_initiative(mid, "status: proposed\n") == Effort::light);
  CHECK(effort_of_initiative(low, "status: proposed\n") == Effort::none);
  for (const std::string status : {"stopped", "completed"}) {
    CHECK(effort_of_initiative(big, "criticality: high\nstatus: " + status + "\n") == Effort::none);
  }
}

TEST_CASE("effort: every rule that follows it does, in its own example") {
  std::size_t rules = 0;
  for (const Rule* rule : all_rules()) {
    if (rule->words.weight != Weight::by_effort) continue;
    ++rules;
    const std::string name(rule->words.name);
    CAPTURE(name);
    const auto files = files_of(rule->words.faulty);
    const auto severity = [&](const std::string& tier) {
      const auto changed = replaced(files, "tier: strategic", "tier: " + tier);
      return Checked(changed, date_of("2026-07-08")).severity_of(name);
    };
    CHECK(severity("strategic") == to_text(rule->words.severity));
    CHECK(severity("preferred") == "note");
    CHECK(severity("conditional") == "note");
    CHECK(severity("transactional") == "none");
    for (const std::string status : {"status: completed", "status: stopped"}) {
      const Checked closed(replaced(files, "status: active", status), date_of("2026-07-08"));
      if (files.contains("initiatives/elig-portal.yaml")) CHECK(closed.severity_of(name) == "none");
    }
  }
  CHECK(rules > 0);
}

}  // namespace brm::test
