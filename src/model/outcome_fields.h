// The fields of an outcome: what an initiative promises to change, and the measurements that tell.
#pragma once

#include "model/common_fields.h"

namespace brm::kinds {

inline constexpr std::string_view directions[] = {"increase", "decrease", "maintain"};
inline constexpr std::string_view indicator_kinds[] = {"reach", "hold", "pass_fail"};
inline constexpr std::string_view lags[] = {"leading", "lagging"};
inline constexpr std::string_view outcome_levels[] = {"output", "outcome", "impact"};
inline constexpr std::string_view commitments[] = {"committed", "aspirational"};
inline constexpr std::string_view value_kinds[] = {"savings", "cost_avoidance", "revenue",   "time",
                                                   "quality", "risk_reduction", "compliance"};

inline constexpr Field limits_fields[] = {
    field("min", Type::number, optional, "No measurement can be lower."),
    field("max", Type::number, optional, "No measurement can be higher."),
};
inline constexpr Kind limits{"limits", "limits", "What a measured value can be at all.",
                             limits_fields};

inline constexpr Field indicator_fields[] = {
    field("measure", Type::line, required, "What is counted or timed."),
    field("unit", Type::line, required, "The unit of every value: days, percent, calls."),
    choice("direction", required, directions, "Which way is better."),
    choice("kind", optional, indicator_kinds, "Reach a target, hold one, or pass or fail."),
    choice("lag", optional, lags, "Whether it moves before or after the outcome does."),
    field("frequency", Type::cadence, optional, "How often it is measured."),
    field("source", Type::line, optional, "Where the values come from."),
    part("limits", optional, limits, "What a value can be at all."),
    field("may_be_summed", Type::boolean, optional, "Whether values of several may be added up."),
};
inline constexpr Kind indicator{"indicator", "indicators", "How an outcome is measured.",
                                indicator_fields};

inline constexpr Field point_fields[] = {
    field("date", Type::date, required, "The day."),
    field("value", Type::number, required, "The value on that day, in the indicator's unit."),
};
inline constexpr Kind point{"point", "points", "A value on a day.", point_fields};
inline constexpr Kind baseline{"baseline", "baselines", "Where the outcome starts.", point_fields};

inline constexpr Field target_fields[] = {
    field("date", Type::date, optional, "The day the value is due (reach, pass_fail)."),
    field("value", Type::number, optional, "The value to reach by that day."),
    field("at_least", Type::number, optional, "The lowest value that holds (hold)."),
    field("at_most", Type::number, optional, "The highest value that holds (hold)."),
    pair_of(field("between", Type::number, optional, "Lowest and highest value that hold.")),
    field("from", Type::date, optional, "The first day a standing target is in force."),
    field("until", Type::date, optional, "The last day a standing target is in force."),
};
inline constexpr std::string_view target_forms[] = {"value", "at_least at_most", "between"};
inline constexpr Kind target{"target", "targets",   "What the outcome promises.", target_fields, {},
                             "",       target_forms};

inline constexpr Field period_target_fields[] = {
    field("value", Type::number, optional, "At least (increase) or at most (decrease) this."),
    field("at_least", Type::number, optional, "The lowest value that holds."),
    field("at_most", Type::number, optional, "The highest value that holds."),
    pair_of(field("between", Type::number, optional, "Lowest and highest value that hold.")),
};
inline constexpr Kind period_target{"period_target",
                                    "period_targets",
                                    "The target of one measurement's own period.",
                                    period_target_fields,
                                    {},
                                    "value",
                                    target_forms};

inline constexpr Field measurement_fields[] = {
    field("date", Type::date, required, "The day, or the last day of the period, it is true for."),
    field("value", Type::number, optional, "The value; left out while it is pending."),
    field("numerator", Type::number, optional, "The cases that count, of a share."),
    field("denominator", Type::number, optional, "All cases, of a share."),
    field("met", Type::boolean, optional, "Whether it was met (pass_fail)."),
    part("target", optional, period_target, "The target of this period alone."),
    field("source", Type::line, optional, "Where this value comes from."),
    field("by", Type::line, optional, "Who measured it."),
    field("note", Type::prose, optional, "What to know about this value."),
};
inline constexpr std::string_view measurement_forms[] = {"value", "numerator+denominator", "met"};
inline constexpr Kind measurement{
    "measurement",    "measurements", "One dated result.", measurement_fields, {}, "",
    measurement_forms};

inline constexpr Field realized_fields[] = {
    field("date", Type::date, required, "The day the value was realized."),
    field("amount", Type::money, required, "How much."),
};
inline constexpr Kind realized{"realized", "realized", "Value that has arrived.", realized_fields};

inline constexpr Field value_fields[] = {
    choice("kind", required, value_kinds, "What sort of value it is."),
    field("expected", Type::money, optional, "What was promised, in money."),
    list_of(part("realized", optional, realized, "What has arrived so far.")),
};
inline constexpr Kind value{"value", "values", "What the outcome is worth.", value_fields};

inline constexpr Field value_share_fields[] = {
    ref("relationship", required, to_relationship, "Who receives it."),
    field("percent", Type::percent, required, "Their share of the value."),
};
inline constexpr Kind value_share{"value_share", "value_shares",
                                  "Who receives how much of the value.", value_share_fields};

inline constexpr Field revision_fields[] = {
    field("date", Type::date, required, "The day it was changed."),
    field("field", Type::line, required, "Which field: target.value, target.date, baseline.value."),
    field("from", Type::line, optional, "What it was."),
    field("to", Type::line, optional, "What it became."),
    field("because", Type::prose, required, "Why it was moved."),
};
inline constexpr Kind revision{"revision", "revisions", "A goalpost moved in the open.",
                               revision_fields};

inline constexpr Field outcome_fields[] = {
    field("id", Type::id, required, "Its name inside the initiative."),
    field("title", Type::line, required, "What changes, for whom."),
    choice("level", optional, outcome_levels, "Output, outcome or impact."),
    ref("beneficiary", recommended, to_relationship, "Who is better off."),
    ref("owner", recommended, to_person, "The person at the beneficiary who answers for it."),
    field("mechanism", Type::prose, recommended, "Why the work should bring it about: because ..."),
    list_of(ref("goals", recommended, to_goal, "The office's goals it serves.")),
    choice("commitment", optional, commitments, "A promise, or a stretch."),
    part("indicator", recommended, indicator, "How it is measured."),
    part("baseline", optional, baseline, "Where it starts."),
    part("target", optional, target, "What it promises."),
    list_of(part("interim", optional, point, "Where it should be on the way.")),
    list_of(part("measurements", optional, measurement, "What was found, dated.")),
    part("value", optional, value, "What it is worth."),
    list_of(part("value_shares", optional, value_share, "Who receives how much of it.")),
    list_of(field("disbenefits", Type::line, optional, "What gets worse, and for whom.")),
    field("reference", Type::line, optional, "Why the target is achievable: who has done it."),
    list_of(part("revisions", optional, revision, "Goalposts moved, each with a reason.")),
};
inline constexpr Kind outcome{"outcome", "outcomes", "A change that an initiative promises.",
                              outcome_fields};

}  // namespace brm::kinds
