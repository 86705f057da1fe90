#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "model/agreement_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// A list with one entry a day, and what its entries are called.
struct DatedList {
  const Kind* kind;
  std::string_view field;
  std::string_view entries;
};

constexpr DatedList lists[] = {
    {&kinds::outcome, "interim", "interim targets"},
    {&kinds::outcome, "measurements", "measurements"},
    {&kinds::service_level, "measurements", "measurements"},
};

/// Whether each has a date that is later than the one before: as most lists are written.
bool is_rising(std::span<const Value> entries) {
  std::int64_t last = std::numeric_limits<std::int64_t>::min();
  return std::all_of(entries.begin(), entries.end(), [&](const Value& entry) {
    const Value* date = entry.item->find("date");
    return date != nullptr && std::exchange(last, date->as_date().days) < date->as_date().days;
  });
}

void check_list(const RuleWords& words, const DatedList& list, const Item& item,
                Findings& findings) {
  const Value* written = item.find(list.field);
  if (written == nullptr || is_rising(written->as_list())) return;
  std::unordered_map<std::int32_t, Span> seen;
  for (const Value& element : written->as_list()) {
    const Value* date = element.item->find("date");
    if (date == nullptr) continue;
    const Span place = element.item->span_of(*date);
    const auto [first, is_new] = seen.try_emplace(date->as_date().days, place);
    if (is_new) continue;
    Finding& finding = findings.add(
        words, place, fmt::format("two {} are of {}", list.entries, to_text(date->as_date())),
        "correct the date of one, or keep the one that is true; the later written one counts");
    finding.second = SecondPlace{first->second, "first written here"};
  }
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const DatedList& list : lists) {
    for (const Item* item : assessed.portfolio().all(*list.kind)) {
      check_list(rule.words, list, *item, findings);
    }
  }
}

}  // namespace

extern constinit const Rule repeated_date{
    .words =
        {
            .name = "repeated-date",
            .summary = "Two measurements, or two interim targets, of one day.",
            .why = "One indicator has one value a day. Of two the reader cannot tell which one is "
                   "true, and the month that one of them was meant for looks as if nobody had "
                   "measured.",
            .mend =
                "Correct the date of the one that was copied and not changed. If a value was "
                "corrected later, keep the corrected one and say so in its `note`: git remembers "
                "the other.",
            .faulty = R"(# relationships/northwind.yaml
kind: relationship
id: northwind
title: Northwind Hosting
type: private_partner
tier: transactional
manager: jane-doe
agreements:
  - id: hosting
    type: contract
    title: Hosting of the eligibility portal
    period: {start: 2026-01-01, end: 2030-12-31}
    service_levels:
      - id: uptime
        title: The portal answers
        indicator:
          measure: Share of minutes in which it answers
          unit: percent
          direction: increase
          kind: hold
        target: {at_least: 99.5}
        measurements:
          - {date: 2026-01-31, value: 99.8}
          - {date: 2026-01-31, value: 99.7}
)",
            .sound = R"(# relationships/northwind.yaml
kind: relationship
id: northwind
title: Northwind Hosting
type: private_partner
tier: transactional
manager: jane-doe
agreements:
  - id: hosting
    type: contract
    title: Hosting of the eligibility portal
    period: {start: 2026-01-01, end: 2030-12-31}
    service_levels:
      - id: uptime
        title: The portal answers
        indicator:
          measure: Share of minutes in which it answers
          unit: percent
          direction: increase
          kind: hold
        target: {at_least: 99.5}
        measurements:
          - {date: 2026-01-31, value: 99.8}
          - {date: 2026-02-28, value: 99.7}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
