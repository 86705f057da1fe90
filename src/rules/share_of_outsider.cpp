#include <fmt/format.h>

#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

bool is_party(const Of<kinds::initiative>& initiative, std::string_view id) {
  for (const auto party : initiative.get<"parties">()) {
    if (party.text<"relationship">() == id) return true;
  }
  return false;
}

std::string party_names(const Of<kinds::initiative>& initiative) {
  std::string out;
  for (const auto party : initiative.get<"parties">()) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", party.text<"relationship">());
  }
  return out;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::initiative)) {
    const Of<kinds::initiative> initiative(*item);
    if (initiative.get<"parties">().empty()) continue;
    for (const auto risk : initiative.get<"risks">()) {
      for (const auto share : risk.get<"shares">()) {
        const auto party = share.get<"relationship">();
        // One that resolves to nothing has a finding of its own.
        if (!party || is_party(initiative, party->value)) continue;
        if (assessed.portfolio().find_record(party->value) == nullptr) continue;
        Finding& finding = findings.add(
            rule.words, party->span,
            fmt::format("`{}` bears a share and is no party of `{}`", party->value, item->id()),
            fmt::format(
                "its parties are {}; add `{{relationship: {}, role: ...}}` if it travels along",
                party_names(initiative), party->value));
        const Value* parties = item->find("parties");
        if (parties != nullptr) {
          finding.second = SecondPlace{item->span_of(*parties), "the parties"};
        }
      }
    }
  }
}

}  // namespace

extern constinit const Rule share_of_outsider{
    .words =
        {
            .name = "share-of-outsider",
            .summary = "A share of a risk that is given to a party which is not in the initiative.",
            .why = "Sharing works only between those who travel together: a party that is not in "
                   "the initiative has agreed to nothing, and cannot act on the risk it is said to "
                   "bear. Often it is the wrong id.",
            .mend = "Add the party to the initiative's `parties`, or give the share to one of them "
                    "or to the office.",
            .faulty = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}, {relationship: larkfield, role: deliverer}]
outcomes: []
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [mitigate]
    response_text: Two more people learn it by June.
    shares:
      - {relationship: dhhs, percent: 50}
      - {relationship: quill, percent: 50}
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [elig-portal]
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/larkfield.yaml
kind: relationship
id: larkfield
title: Larkfield Systems
type: private_partner
tier: transactional
manager: jane-doe
# relationships/quill.yaml
kind: relationship
id: quill
title: Quill County
type: cross_jurisdiction
tier: transactional
manager: jane-doe
)",
            .sound = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}, {relationship: larkfield, role: deliverer}]
outcomes: []
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [mitigate]
    response_text: Two more people learn it by June.
    shares:
      - {relationship: dhhs, percent: 50}
      - {relationship: larkfield, percent: 50, cap: 100000}
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [elig-portal]
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/larkfield.yaml
kind: relationship
id: larkfield
title: Larkfield Systems
type: private_partner
tier: transactional
manager: jane-doe
# relationships/quill.yaml
kind: relationship
id: quill
title: Quill County
type: cross_jurisdiction
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
