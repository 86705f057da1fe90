#include <fmt/format.h>

#include <map>

#include "model/people_fields.h"
#include "rules/rule.h"
#include "rules/shared_lacks.h"
#include "rules/suggestions.h"

namespace brm::rules {
namespace {

/// Before the first person record nobody can be found: a note for each, which are said together.
void check_without_people(const RuleWords& words, const Portfolio& portfolio, Findings& findings) {
  const UnreadFiles unread(portfolio);
  struct Named {
    std::pair<bool, std::string_view> record;
    Span place;
  };
  std::map<std::string_view, Named> people;
  for_each_reference(portfolio, [&](const Reference& reference) {
    if (!reference.may_name_person() || portfolio.find(reference.text()) != nullptr) return;
    if (unread.may_hold(reference)) return;
    // By its id, so that a file that moves makes no other finding of it.
    const std::string_view id = reference.item.record().id();
    const Named here{{id.empty(), id}, reference.place()};
    const auto [known, is_new] = people.emplace(reference.text(), here);
    if (!is_new && here.record < known->second.record) known->second = here;
  });
  for (const auto& [id, named] : people) {
    Finding& finding = findings.add(
        words, named.place, std::string(unknown_to_all),
        fmt::format("add people/{0}.yaml with `kind: person`, `id: {0}` and `role`; from the first "
                    "such file on, everybody who is named needs one",
                    id));
    finding.severity = Severity::note;
  }
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  if (portfolio.all(kinds::person).empty()) {
    check_without_people(rule.words, portfolio, findings);
    return;
  }
  const UnreadFiles unread(portfolio);
  Suggestions suggestions(portfolio);
  for_each_reference(portfolio, [&](const Reference& reference) {
    if (!reference.names_only_people() || portfolio.find(reference.text()) != nullptr) return;
    if (unread.may_hold(reference)) return;
    findings.add(rule.words, reference.place(),
                 fmt::format("no person is called `{}`", reference.text()),
                 suggestions.help_for(reference));
  });
}

}  // namespace

extern constinit const Rule unknown_person{
    .words =
        {
            .name = "unknown-person",
            .summary = "A person who is named and has no record; a note as long as nobody has one.",
            .why =
                "Whoever is named answers for something. If nothing tells who `j-doe` is, then "
                "reminders reach nobody, what was theirs is not handed over when they leave, and a "
                "misspelt name passes for a second person.",
            .mend =
                "Correct the id, or add a file of its own for the person. It needs no name: a "
                "public record can give the role alone. Before the first such file a single note "
                "counts the people who are named, so that a folder can begin without any.",
            .faulty = R"(# people/jane-doe.yaml
kind: person
id: jane-doe
title: Jane Doe
role: Business relationship manager
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-do
)",
            .sound = R"(# people/jane-doe.yaml
kind: person
id: jane-doe
title: Jane Doe
role: Business relationship manager
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
