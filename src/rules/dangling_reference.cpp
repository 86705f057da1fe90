#include <fmt/format.h>

#include "base/spelling.h"
#include "model/people_fields.h"
#include "rules/rule.h"
#include "rules/suggestions.h"

namespace brm::rules {
namespace {

std::string message_for(const Reference& reference) {
  if (reference.field.to.empty()) return fmt::format("nothing is called `{}`", reference.text());
  return fmt::format("no {} is called `{}`", join_or(reference.field.to), reference.text());
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  const UnreadFiles unread(portfolio);
  const bool has_people = !portfolio.all(kinds::person).empty();
  Suggestions suggestions(portfolio);
  for_each_reference(portfolio, [&](const Reference& reference) {
    // People are unknown-person's: all of them as long as there is no person record at all.
    const bool is_of_people =
        reference.names_only_people() || (!has_people && reference.may_name_person());
    if (is_of_people || portfolio.find(reference.text()) != nullptr) return;
    if (unread.may_hold(reference)) return;
    findings.add(rule.words, reference.place(), message_for(reference),
                 suggestions.help_for(reference));
  });
}

}  // namespace

extern constinit const Rule dangling_reference{
    .words =
        {
            .name = "dangling-reference",
            .summary = "A reference to something that does not exist.",
            .why =
                "What is referred to by a wrong name drops out of every report that follows the "
                "reference: an outcome whose beneficiary is misspelt counts for nobody, and a risk "
                "that threatens a record nobody has is on no one's page.",
            .mend =
                "Correct the id, or add the record. A part of a record is written with the "
                "record's id before it, `elig-portal/decision-days`; a goal of brm.yaml by its id "
                "alone.",
            .faulty = R"(# relationships/dhhs-north.yaml
kind: relationship
id: dhhs-north
title: Department of Human Services, northern region
type: agency
tier: transactional
manager: jane-doe
parent: dhss
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# relationships/dhhs-north.yaml
kind: relationship
id: dhhs-north
title: Department of Human Services, northern region
type: agency
tier: transactional
manager: jane-doe
parent: dhhs
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
