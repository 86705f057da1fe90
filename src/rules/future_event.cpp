#include <fmt/format.h>

#include "base/spelling.h"
#include "model/agreement_fields.h"
#include "model/course_fields.h"
#include "model/initiative_fields.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "model/risk_fields.h"
#include "model/technology_fields.h"
#include "rules/rule.h"
#include "rules/walk.h"

namespace brm::rules {
namespace {

struct Event {
  const Kind* kind;  ///< Null: of every kind.
  std::string_view field;
};

/// Days on which something happened or was found out. What is planned is not among them: meetings,
/// reviews, exits and charters are entered ahead of their day.
constexpr Event events[] = {
    {nullptr, "met_on"},
    {nullptr, "reviewed"},
    {&kinds::risk, "trigger_met"},
    {&kinds::risk_occurrence, "date"},
    {&kinds::risk_action, "done_on"},
    {&kinds::risk_assessment, "date"},
    {&kinds::complaint, "opened"},
    {&kinds::complaint, "closed"},
    {&kinds::promise, "made"},
    {&kinds::satisfaction, "date"},
    {&kinds::maturity, "date"},
    {&kinds::stakeholder, "last_contact"},
    {&kinds::agreement, "signed"},
    {&kinds::performance, "date"},
    {&kinds::decision, "decided"},
    {&kinds::rating, "date"},
    {&kinds::realized, "date"},
    {&kinds::correction, "date"},
    {&kinds::correction_result, "date"},
    {&kinds::experiment_result, "date"},
    {&kinds::lesson, "date"},
    {&kinds::lesson_application, "date"},
    {&kinds::advice, "date"},
    {&kinds::technology_assessment, "date"},
    {&kinds::signal, "date"},
    {&kinds::signal, "came_true_on"},
};

bool is_event(const Item& item, const Field& field) {
  return std::any_of(std::begin(events), std::end(events), [&](const Event& event) {
    return (event.kind == nullptr || event.kind == item.kind) && event.field == field.name;
  });
}

/// Said once for each record, at the first: most often one mistyped year is copied to others.
void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Date as_of = assessed.as_of();
  for (const Item* record : assessed.portfolio().records()) {
    Span first;
    std::string_view name;
    std::size_t count = 0;
    for_each_item(*record, [&](const Item& item) {
      for (const Value& value : item.fields()) {
        const Field& field = item.kind->field(value.field);
        if (field.type != Type::date || value.as_date() <= as_of || !is_event(item, field))
          continue;
        if (++count > 1) continue;
        first = item.span_of(value);
        name = field.name;
      }
    });
    if (count == 0) continue;
    const std::string more = count == 1 ? ""
                                        : fmt::format("; {} more of this record {}", count - 1,
                                                      count == 2 ? "is, too" : "are, too");
    findings.add(rule.words, first,
                 fmt::format("`{}` is after {}, the day to judge by, and does not count yet{}",
                             name, to_text(as_of), more),
                 "correct the date if it was mistyped; what happened counts from its own day on");
  }
}

}  // namespace

extern constinit const Rule future_event{
    .words =
        {
            .name = "future-event",
            .severity = Severity::note,
            .summary = "Something that is said to have happened, after the day to judge by.",
            .why = "Nothing has happened tomorrow. Most often the year is mistyped, and a promise "
                   "that was kept, an action that was done or a risk that occurred is left out of "
                   "every report without anybody noticing. If `--as-of` asks for a day in the "
                   "past, this says what was not known then.",
            .mend = "Correct the date. What is planned belongs in `due`, `review_by` or another "
                    "field for a day ahead. Results of measuring have a rule of their own, "
                    "`future-measurement`.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
promises:
  - {id: form-list, by: us, text: A list of all forms, due: 2062-06-30, met_on: 2062-05-30}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
promises:
  - {id: form-list, by: us, text: A list of all forms, due: 2020-06-30, met_on: 2020-05-30}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
