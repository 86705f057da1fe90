#include <fmt/format.h>

#include "model/course_fields.h"
#include "model/initiative_fields.h"
#include "model/office_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

struct Choice {
  const Kind* kind;
  std::string_view field;
};

/// Where two or more are asked for. Questions before a body may have one option until they are
/// decided.
constexpr Choice choices[] = {
    {&kinds::office_business_case, "alternatives"},
    {&kinds::business_case, "alternatives"},
    {&kinds::correction, "options"},
};

void check_item(const RuleWords& words, const Choice& choice, const Item& item,
                Findings& findings) {
  const Value* written = item.find(choice.field);
  if (written == nullptr || written->as_list().size() != 1) return;
  findings.add(words, item.span_of(written->as_list().front()),
               fmt::format("this is the only one of `{}`, so nothing was chosen", choice.field),
               "add what else was weighed, with \"do nothing\" among it");
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Choice& choice : choices) {
    for (const Item* item : assessed.portfolio().all(*choice.kind)) {
      check_item(rule.words, choice, *item, findings);
    }
  }
}

}  // namespace

extern constinit const Rule single_alternative{
    .words =
        {
            .name = "single-alternative",
            .severity = Severity::warning,
            .summary = "A business case or a correction that weighed one way alone.",
            .why = "A choice among one is no choice. Whoever asks later why it was done so finds "
                   "that nothing else was looked at, and that the price of doing nothing, which "
                   "is what the money has to beat, was never written down.",
            .mend = "Write what else there was, in a few words each: to do nothing, to wait, to "
                    "buy, to do less. Two are enough, if one of them was really possible.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: proposed
parties: [{relationship: dhhs, role: beneficiary}]
business_case:
  problem: Families wait 31 days for a decision.
  alternatives: [A new portal]
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: proposed
parties: [{relationship: dhhs, role: beneficiary}]
business_case:
  problem: Families wait 31 days for a decision.
  alternatives: [Do nothing, A new portal]
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
