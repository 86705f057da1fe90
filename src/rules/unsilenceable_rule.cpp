#include <fmt/format.h>

#include "rules/allowances.h"

namespace brm::rules {
namespace {

void review(const Rule& rule, const Review& all, Findings& findings) {
  for (const auto& [name, place] : named_rules(all.assessed)) {
    const RuleWords* words = find_rule(all, name);
    if (words == nullptr || may_be_silenced(*words)) continue;
    const std::string_view why =
        words->loses == Loses::data
            ? "says that something could not be read, and counts whatever is written here"
        : finds_doubles(*words)
            ? "says that two records cannot be told apart, and counts whatever is written here"
            : "guards what is accepted, and counts whatever is written here";
    findings.add(rule.words, place, fmt::format("`{}` {}", name, why), "mend what it finds");
  }
}

}  // namespace

extern constinit const Rule unsilenceable_rule{
    .words =
        {
            .name = "unsilenceable-rule",
            .severity = Severity::error,
            .summary = "A rule that is accepted or weighed, and cannot be.",
            .why = "What could not be read is missing from every report, and a report cannot know "
                   "what it is short of; of two records with one id it takes one for the other. So "
                   "such findings are always errors, and so is what guards what may be accepted at "
                   "all.",
            .mend = "Mend the finding itself, and delete this.",
            .faulty = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
goals:
  - {id: services-online, statement: Residents get what they need online}
policy:
  severities:
    - {rule: bad-date, severity: note}
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
  severities:
    - {rule: vague-title, severity: note}
)",
        },
    .scope = Scope::findings,
    .review = review,
};

}  // namespace brm::rules
