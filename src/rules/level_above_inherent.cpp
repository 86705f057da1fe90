#include <fmt/format.h>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

bool is_worse(const RiskLevel& level, const RiskLevel& inherent) {
  if (level.is_money() && inherent.is_money()) {
    return level.currency == inherent.currency && level.exposure > inherent.exposure;
  }
  if (!level.is_ordinal() || !inherent.is_ordinal()) return false;
  if (level.band != inherent.band) return level.band > inherent.band;
  const bool is_likelier = level.likelihood_level > inherent.likelihood_level;
  const bool is_graver = level.impact_level > inherent.impact_level;
  return (is_likelier && level.impact_level >= inherent.impact_level) ||
         (is_graver && level.likelihood_level >= inherent.likelihood_level);
}

std::string shown(const RiskLevel& level) {
  return level.is_money() ? amount_words(money_of(level.exposure, level.currency)) + " a year"
                          : fmt::format("likelihood {}, impact {}, {}", level.likelihood_level,
                                        level.impact_level, to_text(level.band));
}

void check_level(const Rule& rule, const RiskLevel& inherent, const std::optional<RiskLevel>& level,
                 std::string_view name, Findings& findings) {
  if (!level || !is_worse(*level, inherent)) return;
  Finding& finding =
      findings.add(rule.words, level->place,
                   fmt::format("the {} level ({}) is worse than the inherent one ({})", name,
                               shown(*level), shown(inherent)),
                   "swap them if they were mixed up: `likelihood` and `impact` of the risk itself "
                   "are those before any response");
  finding.second = SecondPlace{inherent.place, "the inherent level"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::risk)) {
    const RiskJudgement& judgement = assessed.risk(*item);
    if (judgement.is_opportunity) continue;
    check_level(rule, judgement.inherent, judgement.residual, "residual", findings);
    check_level(rule, judgement.inherent, judgement.target, "target", findings);
  }
}

}  // namespace

extern constinit const Rule level_above_inherent{
    .words =
        {
            .name = "level-above-inherent",
            .severity = Severity::warning,
            .summary = "A threat whose residual or target level is worse than the one before any "
                       "response.",
            .why = "A response that makes a threat worse is no response. Most often the levels "
                   "were written in the wrong places, and the report shows the smaller figure as "
                   "the danger.",
            .mend = "Swap the levels if they were mixed up; correct the figure that is wrong.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {scale: 2}
    impact: {scale: 3}
    residual: {likelihood: {scale: 4}, impact: {scale: 4}}
    response: [mitigate]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [dhhs]
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {scale: 4}
    impact: {scale: 4}
    residual: {likelihood: {scale: 2}, impact: {scale: 3}}
    response: [mitigate]
    response_text: Two more people learn it by June.
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [dhhs]
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
