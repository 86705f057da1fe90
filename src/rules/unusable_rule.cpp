#include "rules/house_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void review(const Rule& rule, const Review& all, Findings& findings) {
  const Portfolio& portfolio = all.assessed.portfolio();
  for (HouseFault& fault : read_house_rules(portfolio, all.built_in).faults) {
    Finding& finding =
        findings.add(rule.words, fault.place, std::move(fault.message), std::move(fault.help));
    finding.second = std::move(fault.second);
  }
}

}  // namespace

extern constinit const Rule unusable_rule{
    .words =
        {
            .name = "unusable-rule",
            .severity = Severity::error,
            .summary = "A rule of the office itself that brm cannot apply.",
            .why = "A rule that is never applied looks like a rule that everybody keeps.",
            .mend = "Write the kind and its fields as `brm explain KIND` lists them, the condition "
                    "as for `--where`, and a name that no other rule has.",
            .faulty = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online}
policy:
  rules:
    - name: long-contract
      kind: agreement
      where: tpye = contract
      message: this contract runs for longer than five years
      help: ask procurement before it is signed
)",
            .sound = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online}
policy:
  rules:
    - name: long-contract
      kind: agreement
      where: type = contract
      message: this contract runs for longer than five years
      help: ask procurement before it is signed
)",
        },
    .scope = Scope::findings,
    .review = review,
};

}  // namespace brm::rules
