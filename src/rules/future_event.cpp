#include <fmt/format.h>

#include <initializer_list>
#include <map>

#include "base/spelling.h"
#include "model/agreement_fields.h"
#include "model/course_fields.h"
#include "model/initiative_fields.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"
#include "model/risk_fields.h"
#include "model/technology_fields.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// Fields of a kind that say on which day something happened, a bit for each.
struct Events {
  const Kind* kind;
  std::uint64_t fields;
};

consteval Events of(const Kind& kind, std::initializer_list<std::string_view> names) {
  Events out{&kind, 0};
  for (const std::string_view name : names) {
    const std::size_t index = kind.index_of(name);
    if (index == kind.size()) throw "the kind has no such field";
    out.fields |= std::uint64_t{1} << index;
  }
  return out;
}

/// Days on which something happened or was found out. What is planned is not among them: meetings,
/// reviews, exits and charters are entered ahead of their day.
constexpr Events events[] = {
    of(kinds::office, {"reviewed"}),
    of(kinds::relationship, {"reviewed"}),
    of(kinds::initiative, {"reviewed"}),
    of(kinds::person, {"reviewed"}),
    of(kinds::body, {"reviewed"}),
    of(kinds::technology, {"reviewed"}),
    of(kinds::signal, {"reviewed", "date", "came_true_on"}),
    of(kinds::risk, {"trigger_met"}),
    of(kinds::risk_occurrence, {"date"}),
    of(kinds::risk_action, {"done_on"}),
    of(kinds::risk_assessment, {"date"}),
    of(kinds::complaint, {"opened", "closed"}),
    of(kinds::promise, {"made", "met_on"}),
    of(kinds::satisfaction, {"date"}),
    of(kinds::maturity, {"date"}),
    of(kinds::stakeholder, {"last_contact"}),
    of(kinds::agreement, {"signed"}),
    of(kinds::agreement_milestone, {"met_on"}),
    of(kinds::performance, {"date"}),
    of(kinds::decision, {"decided"}),
    of(kinds::rating, {"date"}),
    of(kinds::realized, {"date"}),
    of(kinds::milestone, {"met_on"}),
    of(kinds::correction, {"date"}),
    of(kinds::correction_result, {"date"}),
    of(kinds::experiment_result, {"date"}),
    of(kinds::lesson, {"date"}),
    of(kinds::lesson_application, {"date"}),
    of(kinds::advice, {"date"}),
    of(kinds::technology_assessment, {"date"}),
};

/// What of a record has not happened yet.
struct Ahead {
  const Item* item = nullptr;  ///< Of the first in its file.
  const Value* first = nullptr;
  std::size_t count = 0;
};

/// By file; none of most.
std::map<std::uint32_t, Ahead> find_ahead(const Portfolio& portfolio, Date as_of) {
  std::map<std::uint32_t, Ahead> out;
  for (const Events& each : events) {
    for (const Item* item : portfolio.all(*each.kind)) {
      for (const Value& value : item->fields()) {
        const bool is_event = ((each.fields >> value.field) & 1U) != 0;
        if (!is_event || value.as_date() <= as_of) continue;
        Ahead& ahead = out[item->file];
        ++ahead.count;
        if (ahead.first != nullptr && ahead.first->offset < value.offset) continue;
        ahead.item = item;
        ahead.first = &value;
      }
    }
  }
  return out;
}

/// Said once for each record, at the first: most often one mistyped year is copied to others.
void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Date as_of = assessed.as_of();
  for (const auto& [file, ahead] : find_ahead(assessed.portfolio(), as_of)) {
    const std::string_view name = ahead.item->kind->field(ahead.first->field).name;
    const std::size_t others = ahead.count - 1;
    const std::string more = others == 0 ? ""
                                         : fmt::format("; {} more of this record {}", others,
                                                       others == 1 ? "is, too" : "are, too");
    findings.add(rule.words, ahead.item->span_of(*ahead.first),
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
