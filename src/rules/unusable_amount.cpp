#include <fmt/format.h>
#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check_impact(const Rule& rule, const Of<kinds::impact>& impact, Findings& findings) {
  const auto amount = impact.get<"amount">();
  const auto low = impact.get<"low">();
  const auto high = impact.get<"high">();
  if (amount && amount->value.minor < 0) {
    findings.add(
        rule.words, amount->span, fmt::format("{} is below zero", amount_words(amount->value)),
        "write how much is at stake as a positive amount; `type: opportunity` if it is a gain");
  }
  if (!low || !high) return;
  if (low->value.currency != high->value.currency) {
    Finding& finding =
        findings.add(rule.words, high->span,
                     fmt::format("a range from {} to {} has two currencies",
                                 amount_words(low->value), amount_words(high->value)),
                     "write both amounts in the same one");
    finding.second = SecondPlace{low->span, "the lower amount"};
  } else if (low->value.minor <= 0) {
    findings.add(
        rule.words, low->span,
        fmt::format("a range that begins at {} has no mean: an impact is lognormal, above zero",
                    amount_words(low->value)),
        "write the smallest amount that you would still expect, such as a tenth of the larger");
  }
}

/// A cap limits what a party bears of this impact, and so is an amount of the same money.
void check_caps(const Rule& rule, const Of<kinds::risk>& risk, Findings& findings) {
  const auto impact = risk.get<"impact">();
  if (!impact) return;
  const auto amount = impact->get<"amount">();
  const auto high = impact->get<"high">();
  if (!amount && !high) return;
  const Currency currency = amount ? amount->value.currency : high->value.currency;
  for (const auto share : risk.get<"shares">()) {
    const auto cap = share.get<"cap">();
    if (!cap || (cap->value.currency == currency && cap->value.minor >= 0)) continue;
    findings.add(rule.words, cap->span,
                 cap->value.minor < 0
                     ? fmt::format("a cap of {} is below zero", amount_words(cap->value))
                     : fmt::format("a cap of {} cannot limit an impact in {}",
                                   amount_words(cap->value), currency.text()),
                 "write the cap as a positive amount in the currency of the impact");
  }
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const Item* item : assessed.portfolio().all(kinds::impact)) {
    check_impact(rule, Of<kinds::impact>(*item), findings);
  }
  for (const Item* item : assessed.portfolio().all(kinds::risk)) {
    check_caps(rule, Of<kinds::risk>(*item), findings);
  }
}

}  // namespace

extern constinit const Rule unusable_amount{
    .words =
        {
            .name = "unusable-amount",
            .summary = "An amount of a risk from which no exposure can be reckoned.",
            .why = "A range from zero has no lognormal middle, an amount below zero is no loss, "
                   "and two currencies cannot be compared. The risk would be left out of every sum "
                   "without a word.",
            .mend = "Write the smallest amount that you would still expect, above zero, in one "
                    "currency; an opportunity is `type: opportunity`, with a positive amount.",
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
    impact: {low: 0, high: 400000}
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
    likelihood: {percent: 20}
    impact: {low: 5000, high: 400000}
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
