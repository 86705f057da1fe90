#include <fmt/format.h>

#include "base/spelling.h"
#include "model/people_fields.h"
#include "rules/duties.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// What one record leaves to people who are gone: said once for each of them.
class Absences {
 public:
  Absences(const Portfolio& portfolio, const Departures& departures, Date as_of)
      : portfolio_(portfolio), departures_(departures), as_of_(as_of) {}

  void add(const Reference& reference) {
    const auto* last = departures_.of(reference.text());
    if (last == nullptr || last->value >= as_of_ || !is_duty(reference, as_of_)) return;
    for (Absence& each : absences_) {
      if (each.person != reference.text()) continue;
      ++each.count;
      return;
    }
    absences_.push_back({reference.text(), reference.place(), duty_words(reference), *last, 1});
  }

  void say(const RuleWords& words, Findings& findings) const {
    for (const Absence& each : absences_) {
      const std::string more = each.count == 1 ? ""
                                               : fmt::format(", and is in {} of this record",
                                                             counted(each.count - 1, "more place"));
      Finding& finding = findings.add(words, each.place,
                                      fmt::format("`{}` left on {} and is still {}{}", each.person,
                                                  to_text(each.last.value), each.duty, more),
                                      help_for(each.person));
      finding.second = SecondPlace{each.last.span, "the last day"};
    }
  }

 private:
  struct Absence {
    std::string_view person;
    Span place;
    std::string duty;
    Located<Date> last;
    std::size_t count = 0;
  };

  /// Names the backup, unless that one is gone, too.
  std::string help_for(std::string_view person) const {
    const Of<kinds::person> leaver(*portfolio_.find_record(person));
    const auto backup = leaver.get<"backup">();
    const auto* gone = backup ? departures_.of(backup->value) : nullptr;
    const bool is_there = backup && (gone == nullptr || gone->value >= as_of_);
    return fmt::format(
        "name who took over{}, or correct `leaves_on`",
        is_there ? fmt::format(": the backup of `{}` is `{}`", person, backup->value) : "");
  }

  const Portfolio& portfolio_;
  const Departures& departures_;
  Date as_of_;
  std::vector<Absence> absences_;
};

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Departures departures(assessed.portfolio());
  if (departures.are_none()) return;
  for (const Item* record : assessed.portfolio().records()) {
    Absences absences(assessed.portfolio(), departures, assessed.as_of());
    for_each_reference(*record, [&](const Reference& reference) { absences.add(reference); });
    absences.say(rule.words, findings);
  }
}

}  // namespace

extern constinit const Rule owner_left{
    .words =
        {
            .name = "owner-left",
            .severity = Severity::warning,
            .summary = "Somebody who has left and is still named to act.",
            .why = "Reminders go to a desk that nobody sits at. What the person who left was to "
                   "do is nobody's, and everybody believes that somebody does it: the notice "
                   "passes, the review is not held, and the partner calls a number that rings "
                   "out.",
            .mend = "Name who took over, as owner, manager, sponsor, administrator or chair. Who "
                    "decided something or held a review stays named: that was then. `brm report "
                    "handover --leaving PERSON` lists all that somebody holds.",
            .faulty = R"(# people/ann-park.yaml
kind: person
id: ann-park
role: Business relationship manager
leaves_on: 2020-05-31
backup: lee-wong
# people/lee-wong.yaml
kind: person
id: lee-wong
role: Business relationship manager
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: ann-park
)",
            .sound = R"(# people/ann-park.yaml
kind: person
id: ann-park
role: Business relationship manager
leaves_on: 2020-05-31
backup: lee-wong
# people/lee-wong.yaml
kind: person
id: lee-wong
role: Business relationship manager
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: lee-wong
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
