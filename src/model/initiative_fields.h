// The fields of an initiative: who takes part, what it promises, and how its course was kept.
#pragma once

#include "model/outcome_fields.h"
#include "model/risk_fields.h"

namespace brm::kinds {

inline constexpr std::string_view initiative_types[] = {"project", "program",
                                                        "management_initiative"};
inline constexpr std::string_view initiative_statuses[] = {"proposed", "approved", "active",
                                                           "paused",   "stopped",  "completed"};
inline constexpr std::string_view party_roles[] = {"sponsor", "deliverer", "beneficiary", "funder",
                                                   "advisor"};
inline constexpr std::string_view low_medium_high[] = {"low", "medium", "high"};

inline constexpr Field party_fields[] = {
    ref("relationship", required, to_relationship, "Who takes part."),
    choice("role", required, party_roles, "What they do in it."),
};
inline constexpr Kind party{"party", "parties", "Who takes part in an initiative, and as what.",
                            party_fields};

inline constexpr Field budget_fields[] = {
    field("approved", Type::money, optional, "The money it was given."),
    field("spent", Type::money, optional, "The money spent so far."),
    field("forecast", Type::money, optional, "What it will have cost in the end."),
    field("as_of", Type::date, optional, "The day these amounts were true."),
};
inline constexpr Kind budget{"budget", "budgets", "What an initiative may cost and does cost.",
                             budget_fields};

inline constexpr Field business_case_fields[] = {
    field("problem", Type::prose, optional, "What is wrong today, and for whom."),
    list_of(
        field("alternatives", Type::line, optional, "What else was weighed, also to do nothing.")),
    list_of(field("assumptions", Type::line, optional, "What must hold for the case to hold.")),
    ref("decided_by", optional, to_person_or_body, "The person or body that approved it."),
};
inline constexpr Kind business_case{"business_case", "business_cases",
                                    "Why an initiative is worth doing.", business_case_fields};

inline constexpr Field stopped_fields[] = {
    field("date", Type::date, required, "The day it was stopped."),
    field("reason", Type::prose, required, "Why it was stopped."),
    field("lesson", Type::prose, required, "What to do otherwise next time."),
    ref("successor", optional, to_initiative, "The initiative that goes on in its place."),
};
inline constexpr Kind stopped{"stopped", "stopped", "How an initiative was stopped, knowingly.",
                              stopped_fields};

inline constexpr Field initiative_fields[] = {
    choice("type", required, initiative_types, "What sort of work it is."),
    choice("status", required, initiative_statuses, "Where the work stands; not how well it goes."),
    list_of(
        part("parties", required, party, "The relationships that take part, with their roles.")),
    field("start", Type::date, optional, "The day the work starts."),
    field("end", Type::date, optional, "The day the work is to be over."),
    list_of(ref("goals", recommended, to_goal, "The office's goals it serves.")),
    choice("criticality", optional, low_medium_high, "How bad it would be if it failed."),
    ref("parent", optional, to_initiative, "The initiative it is a part of."),
    part("budget", optional, budget, "Its money: approved, spent, forecast."),
    part("business_case", optional, business_case, "Why it is worth doing."),
    part("stopped", optional, stopped, "Why it was stopped; needed when status is stopped."),
    list_of(part("outcomes", recommended, outcome, "What it promises to change, and for whom.")),
    list_of(part("reported_status", optional, rating, "How people rated it: opinions, dated.")),
    list_of(part("milestones", optional, milestone, "Its dated steps.")),
    list_of(part("risks", optional, risk, "What may happen to it, for worse or for better.")),
    list_of(part("corrections", optional, correction, "Decisions to change course.")),
    list_of(part("experiments", optional, experiment, "Small tests of ideas.")),
    list_of(part("lessons", optional, lesson, "What was learned here that others can use.")),
    list_of(part("advice", optional, advice, "Advice given by either side.")),
};
inline constexpr Kind initiative{"initiative", "initiatives",
                                 "Work that is to change something: a project or program.",
                                 initiative_fields, common_fields};

}  // namespace brm::kinds
