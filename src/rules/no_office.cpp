#include <algorithm>
#include <utility>

#include "rules/file_names.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// The same one wherever its file is moved to.
const Item& first_by_id(const Portfolio& portfolio) {
  const auto key = [](const Item* record) { return std::pair(record->id().empty(), record->id()); };
  return **std::min_element(portfolio.records().begin(), portfolio.records().end(),
                            [&](const Item* a, const Item* b) { return key(a) < key(b); });
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  if (portfolio.records().empty()) return;
  // An office in the wrong file is misplaced-office's, and a brm.yaml that could not be read has
  // findings of its own.
  if (portfolio.office() != nullptr || has_office_file(portfolio)) return;
  findings.add(rule.words, {first_by_id(portfolio).file, 0, 0},
               "this folder has no brm.yaml: amounts are taken as USD, and brm's own thresholds "
               "are used",
               "write brm.yaml: `{kind: office, id: state-it, title: Office of Information "
               "Technology, jurisdiction: State of Example, currency: USD}`");
}

}  // namespace

extern constinit const Rule no_office{
    .words =
        {
            .name = "no-office",
            .severity = Severity::note,
            .summary = "A folder of records without a brm.yaml.",
            .why =
                "Without the office's own record amounts are taken as US dollars, verdicts follow "
                "thresholds that the office never chose, there is no strategy to tie initiatives "
                "to, and brm takes whatever folder it is started in for the root.",
            .mend =
                "Put a brm.yaml at the root of the folder. Five lines are enough to begin with: "
                "kind, id, title, jurisdiction and currency. Goals, the CIO's term and the "
                "policy can follow when they matter.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# brm.yaml
kind: office
id: state-it
title: Office of Information Technology
jurisdiction: State of Example
currency: USD
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
