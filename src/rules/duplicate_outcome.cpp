#include <fmt/format.h>

#include "assess/promised_apart.h"
#include "base/spelling.h"
#include "rules/references.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// "`labor` promises", "`labor` and `revenue` promise", "`labor` and 4 more promise"
std::string who_promises(const Item& outcome, const Portfolio& portfolio) {
  constexpr std::size_t most = 3;
  std::vector<std::string> agencies;
  for (const std::string_view id : agencies_of(outcome, portfolio)) {
    agencies.push_back(fmt::format("`{}`", id));
  }
  if (agencies.size() > most) {
    return fmt::format("{} and {} more promise", agencies.front(), agencies.size() - 1);
  }
  const std::vector<std::string_view> names(agencies.begin(), agencies.end());
  return fmt::format("{} {}", join_and(names), names.size() == 1 ? "promises" : "promise");
}

Span place_of_title(const Item& outcome) {
  const Value* title = outcome.find("title");
  return title == nullptr ? outcome.place() : outcome.span_of(*title);
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  for (const auto& outcomes : promised_apart(assessed, AlikeBy::title)) {
    const Item& first = *outcomes[0];
    for (std::size_t i = 1; i < outcomes.size(); ++i) {
      const Item& other = *outcomes[i];
      Finding& finding = findings.add(
          rule.words, place_of_title(first),
          fmt::format("{} here nearly what {} in `{}`, and no agency is in both",
                      who_promises(first, portfolio), who_promises(other, portfolio),
                      address_of(other)),
          "let them promise it together, in one initiative or in several under one `parent`; "
          "where it is not the same, give each a title that tells them apart");
      finding.second = SecondPlace{place_of_title(other), "here too"};
    }
  }
}

}  // namespace

extern constinit const Rule duplicate_outcome{
    .words =
        {
            .name = "duplicate-outcome",
            .severity = Severity::note,
            .summary = "Two agencies that promise nearly the same outcome, each on its own.",
            .why = "Residents meet one state. Where two agencies promise them the same, each in "
                   "its own initiative, it is paid for twice, measured in two ways, and whoever "
                   "comes second learns nothing from the first. Titles are compared by their "
                   "longer words, without order, numbers and capitals, and only those of "
                   "initiatives that go on, that have no agency in common and are not parts of one "
                   "program. All that promise the same are said together, at the outcome that "
                   "fewest agencies promise; `brm report relationships --matrix` lists them, and "
                   "those that are alike in what they measure.",
            .mend = "Bring the two owners together. Let one initiative promise it with both "
                    "agencies among its `parties`, or put both initiatives under one `parent`. "
                    "Where the two are not the same, give each a title that says in what they "
                    "differ.",
            .faulty = R"(# initiatives/benefit-forms.yaml
kind: initiative
id: benefit-forms
title: Benefit forms that are filled in on a telephone
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}]
outcomes:
  - id: password-calls
    title: Calls about a lost password fall from 900 to 200 a month
# initiatives/tax-account.yaml
kind: initiative
id: tax-account
title: One account for all taxes
type: project
status: active
parties: [{relationship: revenue, role: sponsor}]
outcomes:
  - id: fewer-calls
    title: Calls about a lost password fall from 4,000 to 1,500 a month
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/revenue.yaml
kind: relationship
id: revenue
title: Department of Revenue
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# initiatives/benefit-forms.yaml
kind: initiative
id: benefit-forms
title: Benefit forms that are filled in on a telephone
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}, {relationship: revenue, role: beneficiary}]
outcomes:
  - id: password-calls
    title: Calls about a lost password fall from 900 to 200 a month
# initiatives/tax-account.yaml
kind: initiative
id: tax-account
title: One account for all taxes
type: project
status: active
parties: [{relationship: revenue, role: sponsor}]
outcomes:
  - id: fewer-calls
    title: Calls about a lost password fall from 4,000 to 1,500 a month
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/revenue.yaml
kind: relationship
id: revenue
title: Department of Revenue
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
