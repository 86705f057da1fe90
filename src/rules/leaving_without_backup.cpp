#include <fmt/format.h>

#include <utility>

#include <map>

#include "base/spelling.h"
#include "model/people_fields.h"
#include "rules/duties.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Of those whose last day is known and not past: in how many records each is named to act.
std::map<std::string_view, std::size_t> records_by_leaver(const Portfolio& portfolio,
                                                          const Departures& departures,
                                                          Date as_of) {
  std::map<std::string_view, std::size_t> out;
  std::map<std::string_view, const Item*> counted_in;
  for_each_reference(portfolio, [&](const Reference& reference) {
    const auto* last = departures.of(reference.text());
    if (last == nullptr || last->value < as_of || !is_duty(reference, as_of)) return;
    const Item* record = &reference.item.record();
    if (std::exchange(counted_in[reference.text()], record) != record) ++out[reference.text()];
  });
  return out;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  const Departures departures(portfolio);
  if (departures.are_none()) return;
  const auto leavers = records_by_leaver(portfolio, departures, assessed.as_of());
  for (const Item* record : portfolio.all(kinds::person)) {
    const auto found = leavers.find(record->id());
    if (found == leavers.end()) continue;
    const Of<kinds::person> person(*record);
    const auto last = person.get<"leaves_on">();
    if (!last) continue;  // another record of the same id has it
    const auto backup = person.get<"backup">();
    const auto* gone = backup ? departures.of(backup->value) : nullptr;
    if (backup && (gone == nullptr || gone->value > last->value)) continue;
    const std::string who = gone != nullptr ? fmt::format("`{}`, the backup, leaves on {}",
                                                          backup->value, to_text(gone->value))
                                            : std::string("nobody is named to stand in");
    Finding& finding = findings.add(
        rule.words, last->span,
        fmt::format("the last day is {}, {} {} to this person, and {}", to_text(last->value),
                    counted(found->second, "record"), found->second == 1 ? "looks" : "look", who),
        fmt::format("name in `backup` who takes over and stays; `brm report handover --leaving {}` "
                    "lists what there is to take over",
                    record->id()));
    if (gone != nullptr) finding.second = SecondPlace{gone->span, "the backup's last day"};
  }
}

}  // namespace

extern constinit const Rule leaving_without_backup{
    .words =
        {
            .name = "leaving-without-backup",
            .severity = Severity::warning,
            .summary = "Somebody who leaves, is named to act, and has nobody to take over.",
            .why = "What a person knows of a partner is in no record. It is handed on in the weeks "
                   "before the last day, to somebody who is named by then, or it is gone.",
            .mend = "Name as `backup` who takes over and stays longer, and let both go to the next "
                    "meetings together. Once the day has passed, name the new one wherever the "
                    "old one stands: `owner-left` shows where.",
            .faulty = R"(# people/ann-park.yaml
kind: person
id: ann-park
role: Business relationship manager
leaves_on: 2199-12-31
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
leaves_on: 2199-12-31
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
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
