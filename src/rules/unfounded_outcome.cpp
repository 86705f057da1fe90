#include <fmt/format.h>

#include "assess/outcome_tests.h"
#include "base/spelling.h"
#include "rules/lost_values.h"
#include "rules/rule.h"
#include "rules/shared_lacks.h"

namespace brm::rules {
namespace {

using Initiative = Of<kinds::initiative>;
using Outcome = Of<kinds::outcome>;

/// `dhhs`, where one party alone takes part as beneficiary.
std::string_view only_beneficiary(const Initiative& initiative) {
  std::string_view found;
  for (const auto party : initiative.get<"parties">()) {
    if (!party.is<"role", "beneficiary">()) continue;
    if (!found.empty()) return {};
    found = party.text<"relationship">();
  }
  return found;
}

void check_outcome(const Rule& rule, const Initiative& initiative, const Outcome& outcome,
                   Effort effort, Findings& findings) {
  std::vector<std::string_view> what;
  std::vector<std::string_view> written;
  const std::string_view party = only_beneficiary(initiative);
  const std::string beneficiary = fmt::format("`beneficiary: {}`", party.empty() ? "..." : party);
  for (const Foundation missing : missing_foundations(outcome)) {
    switch (missing) {
      case Foundation::beneficiary:
        what.push_back("a beneficiary (who is better off)");
        written.push_back(beneficiary);
        break;
      case Foundation::owner:
        what.push_back("an owner (who at the beneficiary answers for it)");
        written.push_back("`owner: ...`");
        break;
      case Foundation::mechanism:
        what.push_back("a mechanism (why the work should bring it about)");
        written.push_back("`mechanism: because ...`");
        break;
    }
  }
  if (what.empty()) return;
  report_lacks(rule.words, outcome.item(), effort, what, "write " + join_and(written), findings);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none) continue;
    const Initiative initiative(*item);
    for (const auto outcome : initiative.get<"outcomes">()) {
      if (lost.touch(outcome.item())) continue;
      check_outcome(rule, initiative, outcome, effort, findings);
    }
  }
}

}  // namespace

extern constinit const Rule unfounded_outcome{
    .words =
        {
            .name = "unfounded-outcome",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "An outcome without a beneficiary, an owner or a reason to expect it.",
            .why = "An outcome is valid when somebody is better off by it, somebody there "
                   "answers for it, and somebody can say why the work should bring it about. "
                   "Where one of these is missing the project owns its own success: it delivers "
                   "what was ordered, and nobody is left who would notice that nothing changed.",
            .mend = "Ask the party who would miss the outcome if it did not come, and let that "
                    "person own it. Write the mechanism as one sentence that begins with "
                    "because, so that it can turn out to be wrong.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: beneficiary}]
outcomes:
  - id: decision-days
    title: Families have a decision in 12 days instead of 31
    beneficiary: dhhs
    owner: sam-lee
    mechanism: because documents are checked while they are handed in
    indicator: {measure: median days to decide, unit: days, direction: decrease}
    baseline: {date: 2026-01-31, value: 31}
    target: {date: 2027-06-30, value: 12}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
