#include <unordered_set>

#include "rules/effort.h"
#include "rules/lost_values.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

using Initiative = Of<kinds::initiative>;

/// Paused work is asked when it goes on, and a proposal when it is approved.
bool is_under_way(const Initiative& initiative) {
  return initiative.is<"status", "approved">() || initiative.is<"status", "active">();
}

/// A program may leave the promises to its projects, and a project to its program.
class Families {
 public:
  explicit Families(const Portfolio& portfolio) : portfolio_(portfolio) {
    for (const Item* item : portfolio.all(kinds::initiative)) {
      const std::string_view parent = Initiative(*item).text<"parent">();
      if (!parent.empty()) parents_.insert(parent);
    }
  }

  bool promise_for(const Initiative& initiative) const {
    if (parents_.contains(initiative.item().id())) return true;
    const Item* parent = portfolio_.find_record(initiative.text<"parent">());
    const bool is_initiative = parent != nullptr && parent->kind == &kinds::initiative;
    return is_initiative && !Initiative(*parent).get<"outcomes">().empty();
  }

 private:
  const Portfolio& portfolio_;
  std::unordered_set<std::string_view> parents_;
};

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  const Families families(assessed.portfolio());
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Initiative initiative(*item);
    if (!initiative.get<"outcomes">().empty() || !is_under_way(initiative)) continue;
    const Effort effort = effort_for(assessed, *item);
    if (effort == Effort::none || lost.touch(*item) || families.promise_for(initiative)) continue;
    ask(rule.words, effort, initiative.place(), "this initiative promises no outcome",
        "write under `outcomes` what will be different for whom; `brm explain outcome` names the "
        "fields",
        findings);
  }
}

}  // namespace

extern constinit const Rule initiative_without_outcomes{
    .words =
        {
            .name = "initiative-without-outcomes",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "Work that is under way and promises nothing to anybody.",
            .why = "Outcomes are the measure of success and failure. Work without one can be on "
                   "time and on budget and still be for nothing, its green rating cannot be "
                   "compared with anything that was measured, and there is nothing by which to "
                   "change its course.",
            .mend = "Ask the sponsor what will be different for whom when it is done, and write "
                    "that down with a measure. If it only delivers a part of something larger, "
                    "name that as its `parent`, and keep the outcomes there.",
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
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
