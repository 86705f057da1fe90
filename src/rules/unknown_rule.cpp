#include <fmt/format.h>

#include "base/near_words.h"
#include "base/utf8.h"
#include "rules/allowances.h"

namespace brm::rules {
namespace {

void review(const Rule& rule, const Review& all, Findings& findings) {
  for (const auto& [name, place] : named_rules(all.assessed)) {
    if (find_rule(all, name) != nullptr) continue;
    std::vector<std::string_view> names;
    for (const RuleWords* words : all.rules) names.push_back(words->name);
    const std::string asks = did_you_mean(near_words(name, names));
    findings.add(rule.words, place, fmt::format("there is no rule `{}`", visible(name)),
                 asks.empty() ? "`brm explain` lists all there are" : asks);
  }
}

}  // namespace

extern constinit const Rule unknown_rule{
    .words =
        {
            .name = "unknown-rule",
            .severity = Severity::error,
            .summary = "A rule that is accepted or weighed, and does not exist.",
            .why = "A misspelt rule silences nothing and weighs nothing: the office believes that "
                   "a finding was dealt with, and it comes back, or the other way round, it "
                   "expects a warning that never comes.",
            .mend = "Write the name as a finding shows it in brackets; `brm explain` lists all.",
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
    - {rule: no-exective-sponsor, severity: note}
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
    - {rule: no-executive-sponsor, severity: note}
)",
        },
    .scope = Scope::findings,
    .review = review,
};

}  // namespace brm::rules
