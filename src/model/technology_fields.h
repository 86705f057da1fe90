// The fields of what is coming: technologies on the radar, and signals of change.
#pragma once

#include "model/course_fields.h"

namespace brm::kinds {

inline constexpr std::string_view rings[] = {"assess", "trial", "adopt", "hold"};
inline constexpr std::string_view steep_words[] = {
    "social", "technological", "economic", "environmental", "political", "legal", "values"};
inline constexpr std::string_view signal_horizons[] = {"under_1y", "1_to_3y", "3_to_7y"};
inline constexpr std::string_view signal_responses[] = {"watch", "study", "experiment", "act",
                                                        "dismiss"};

inline constexpr Field technology_assessment_fields[] = {
    field("date", Type::date, required, "The day of this assessment."),
    choice("ring", required, rings, "Study it, try it, use it, or keep away from it."),
    ref("by", required, to_relationship, "The relationship that advised so."),
    field("evidence", Type::prose, required, "What the advice rests on."),
    ref("experiment", optional, to_experiment, "The experiment that tested it."),
};
inline constexpr Kind technology_assessment{"technology_assessment", "technology_assessments",
                                            "Where a technology stood on the radar on a day.",
                                            technology_assessment_fields};

inline constexpr Field technology_fields[] = {
    field("category", Type::line, optional, "Its part of the radar: data, security, tools."),
    list_of(part("assessments", optional, technology_assessment, "Where it stood, dated.")),
    list_of(ref("goals", optional, to_goal, "The office's goals it could serve.")),
    field("review_by", Type::date, recommended, "The day by which it is to be looked at again."),
};
inline constexpr Kind technology{"technology", "technologies",
                                 "A technology on the office's radar.", technology_fields,
                                 common_fields};

inline constexpr Field signal_fields[] = {
    field("date", Type::date, required, "The day it was noticed."),
    field("source", Type::line, required, "Where it was seen: a paper, a talk, a web address."),
    ref("reported_by", required, to_relationship_or_person, "Who noticed it."),
    list_of(choice("steep", required, steep_words, "What sort of change it is; several may fit.")),
    field("why", Type::prose, required, "Why it matters to the office."),
    choice("horizon", optional, signal_horizons, "How far off the change is."),
    choice("response", optional, signal_responses, "What the office does about it."),
    list_of(ref("links", optional, to_anything, "What it led to or bears on, by id.")),
    field("review_by", Type::date, optional, "The day by which it is to be looked at again."),
    field("came_true", Type::boolean, optional, "Whether it did; left out while nobody knows."),
    field("came_true_on", Type::date, optional, "The day it did, for its lead time."),
};
inline constexpr Kind signal{"signal", "signals", "A sign of change ahead.", signal_fields,
                             common_fields};

}  // namespace brm::kinds
