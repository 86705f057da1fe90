// The fields of an agreement with a partner: its period, services, changes, grades and rewards.
#pragma once

#include "model/outcome_fields.h"
#include "model/risk_fields.h"

namespace brm::kinds {

inline constexpr std::string_view agreement_types[] = {"contract",     "mou",   "sla",
                                                       "data_sharing", "grant", "compact"};
inline constexpr std::string_view partner_or_office[] = {"partner", "office"};
inline constexpr std::string_view performance_events[] = {"annual", "milestone", "closeout",
                                                          "incident"};
inline constexpr std::string_view grades[] = {"A", "B", "C", "D", "F"};
inline constexpr std::string_view final_statuses[] = {"complete", "incomplete", "cancelled",
                                                      "unsuccessful"};

inline constexpr Field period_fields[] = {
    field("start", Type::date, required, "The first day it is in force."),
    field("end", Type::date, optional, "The last day it is in force; left out if open-ended."),
    field("max_extent", Type::date, optional, "The last day after every possible renewal."),
};
inline constexpr Kind period{"period", "periods", "When an agreement is in force.", period_fields};

inline constexpr Field renewal_fields[] = {
    field("auto", Type::boolean, optional, "Whether it renews itself if nobody gives notice."),
    whole("notice_days", optional, 0, 36500, "Days before the end by which notice must be given."),
    field("options", Type::line, optional, "What renewals it allows: two of one year each."),
};
inline constexpr Kind renewal{"renewal", "renewals", "How an agreement goes on or ends.",
                              renewal_fields};

inline constexpr Field agreement_milestone_fields[] = {
    field("id", Type::id, optional, "Its name inside the agreement."),
    field("title", Type::line, optional, "What is there when it is met."),
    field("due", Type::date, optional, "The day it is due."),
    field("met_on", Type::date, optional, "The day it was met; left out while it is open."),
};
inline constexpr Kind agreement_milestone{"agreement_milestone", "agreement_milestones",
                                          "A dated step of an agreement.",
                                          agreement_milestone_fields};

inline constexpr Field service_level_fields[] = {
    field("id", Type::id, required, "Its name inside the relationship."),
    field("title", Type::line, required, "What is held to, for whom."),
    part("indicator", optional, indicator, "How it is measured; a kind of hold."),
    part("target", optional, target, "The value to hold: at_least, at_most or between."),
    list_of(part("measurements", optional, measurement, "What was found, dated.")),
};
inline constexpr Kind service_level{"service_level", "service_levels",
                                    "A level of service that one side promised to hold.",
                                    service_level_fields};

inline constexpr Field amendment_fields[] = {
    field("id", Type::id, optional, "Its name inside the agreement."),
    field("date", Type::date, required, "The day it was agreed."),
    field("rationale", Type::prose, required, "Why the agreement was changed."),
    field("value_change", Type::money, optional, "How much was added, or taken off with a minus."),
    field("end_change", Type::date, optional, "The new last day, if it was moved."),
};
inline constexpr Kind amendment{"amendment", "amendments", "A change to a signed agreement.",
                                amendment_fields};

inline constexpr Field performance_fields[] = {
    field("date", Type::date, required, "The day of the grade."),
    choice("of", required, partner_or_office, "Whose performance is graded; both sides can be."),
    choice("event", optional, performance_events, "What the grade was given for."),
    choice("grade", optional, grades, "A far exceeded, C met, F failed what was agreed."),
    field("evidence", Type::prose, optional, "What the grade rests on."),
    field("response", Type::prose, optional, "What the graded side answered."),
};
inline constexpr Kind performance{"performance", "performances",
                                  "A grade for how one side kept the agreement.",
                                  performance_fields};

inline constexpr Field risk_reward_fields[] = {
    field("basis", Type::prose, optional, "What gains and losses are reckoned from."),
    list_of(part("gain_share", optional, share, "Who gets how much of a gain.")),
    list_of(part("pain_share", optional, share, "Who bears how much of a loss.")),
    field("cap", Type::money, optional, "The most that is shared altogether."),
};
inline constexpr Kind risk_reward{"risk_reward", "risk_rewards",
                                  "How gains and losses are shared under an agreement.",
                                  risk_reward_fields};

inline constexpr Field agreement_fields[] = {
    field("id", Type::id, required, "Its name inside the relationship."),
    choice("type", required, agreement_types, "What sort of agreement it is."),
    field("number", Type::line, optional, "The number it is filed under."),
    field("title", Type::line, required, "What it is about, in a few words."),
    field("signed", Type::date, optional, "The day it was signed."),
    part("period", required, period, "From when until when it is in force."),
    field("value", Type::money, optional, "What it is worth over its whole period."),
    part("renewal", optional, renewal, "How it goes on or ends, and when notice is due."),
    ref("administrator", optional, to_person, "The person who looks after its terms and dates."),
    ref("business_owner", optional, to_person, "The person who needs what it delivers."),
    list_of(part("milestones", optional, agreement_milestone, "Its dated steps.")),
    list_of(part("service_levels", optional, service_level, "What is held to, and measured.")),
    list_of(part("amendments", optional, amendment, "What was changed since it was signed.")),
    list_of(part("performance", optional, performance, "Grades, of the partner and of us.")),
    part("risk_reward", optional, risk_reward, "How gains and losses are shared."),
    choice("final_status", optional, final_statuses, "How it ended; left out while it runs."),
};
inline constexpr Kind agreement{
    "agreement", "agreements",
    "A contract or other signed promise between the office and a partner.", agreement_fields};

}  // namespace brm::kinds
