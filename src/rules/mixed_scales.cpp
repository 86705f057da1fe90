#include <fmt/format.h>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check_level(const Rule& rule, const RiskJudgement& judgement,
                 const std::optional<RiskLevel>& level, std::string_view name, Findings& findings) {
  if (!level || level->scale == RiskScale::unknown) return;
  if (judgement.inherent.scale == RiskScale::unknown || level->scale == judgement.inherent.scale) {
    return;
  }
  Finding& finding = findings.add(
      rule.words, level->place,
      fmt::format("the {} level and the inherent one are not on the same scale", name),
      "write likelihood and impact of both in percent and money, or of both as `{scale: ...}`");
  finding.second = SecondPlace{judgement.inherent.place, "the inherent level"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::risk)) {
    const Of<kinds::risk> risk(*item);
    const RiskJudgement& judgement = assessed.risk(*item);
    if (judgement.inherent.scale == RiskScale::mixed) {
      findings.add(rule.words, risk.get<"likelihood">()->item().span(),
                   std::string(judgement.inherent.lack),
                   "write both in percent and money, or both as `{scale: ...}`");
      continue;  // one cause: the other levels take what they leave out from it
    }
    check_level(rule, judgement, judgement.residual, "residual", findings);
    check_level(rule, judgement, judgement.target, "target", findings);
    check_level(rule, judgement, judgement.assessed, "assessed", findings);
  }
}

}  // namespace

extern constinit const Rule mixed_scales{
    .words =
        {
            .name = "mixed-scales",
            .summary = "A risk that mixes percent or money with the 1 to 5 scale.",
            .why = "A chance of 20 percent and an impact of 4 give neither an exposure nor a place "
                   "in the matrix. Such a risk drops out of every comparison, however grave it is.",
            .mend =
                "Write both in one way: `{percent: ...}` or `{low: ..., high: ...}` with an amount "
                "of money, or `{scale: ...}` for both. Residual and target levels go by the same.",
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
    likelihood: {percent: 20}
    impact: {scale: 4}
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
