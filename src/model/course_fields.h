// The fields of steering: corrections, experiments, lessons, advice, milestones and ratings.
#pragma once

#include "model/common_fields.h"

namespace brm::kinds {

inline constexpr std::string_view to_experiment[] = {"experiment"};
inline constexpr std::string_view to_person_relationship_or_body[] = {"person", "relationship",
                                                                      "body"};

inline constexpr std::string_view correction_types[] = {"adjust", "pivot", "pause",   "resume",
                                                        "stop",   "exit",  "continue"};
inline constexpr std::string_view effects[] = {"yes", "partly", "no", "unclear"};
inline constexpr std::string_view experiment_decisions[] = {"adopt", "adapt", "abandon"};
inline constexpr std::string_view advice_subjects[] = {"strategy", "change", "technology", "other"};
inline constexpr std::string_view rating_words[] = {"green", "amber", "red",          "1", "2", "3",
                                                    "4",     "5",     "not_published"};
inline constexpr std::string_view rating_scales[] = {"rag", "cio_1_5"};

inline constexpr Field correction_expected_fields[] = {
    ref("outcome", optional, to_outcome, "The outcome that should move."),
    field("value", Type::number, optional, "The value it should reach, in its indicator's unit."),
    field("by", Type::date, optional, "The day by which it should be there."),
};
inline constexpr Kind correction_expected{"correction_expected", "correction_expectations",
                                          "What a correction is meant to bring about.",
                                          correction_expected_fields};

inline constexpr Field correction_result_fields[] = {
    field("date", Type::date, optional, "The day the result was looked at."),
    field("value", Type::number, optional, "The outcome's value on that day, in its unit."),
    choice("effective", optional, effects, "Whether the correction did what it was meant to do."),
    field("note", Type::prose, optional, "What happened, and what else may have caused it."),
};
inline constexpr Kind correction_result{"correction_result", "correction_results",
                                        "What came of a correction.", correction_result_fields};

inline constexpr Field correction_fields[] = {
    field("id", Type::id, required, "Its name inside the initiative."),
    field("date", Type::date, required, "The day it was decided."),
    list_of(ref("about", required, to_anything, "The outcomes, risks or records it is about.")),
    field("trigger", Type::line, required, "What made it necessary: a measurement, an event."),
    choice("type", required, correction_types, "How the course changes, if it does."),
    list_of(field("options", Type::line, optional, "What could have been done: two or more.")),
    field("decision", Type::prose, required, "What will be done from now on."),
    field("because", Type::prose, required, "Why this option and not another."),
    ref("decided_by", optional, to_person_or_body, "The person or body that decided."),
    list_of(field("consulted", Type::line, optional, "Who was asked before the decision.")),
    part("expected", optional, correction_expected, "What should follow, how much and by when."),
    field("review_on", Type::date, recommended, "The day somebody looks whether it worked."),
    part("result", optional, correction_result, "What came of it, written at the review."),
};
inline constexpr Kind correction{"correction", "corrections",
                                 "A decision to change course, or knowingly to keep it.",
                                 correction_fields};

inline constexpr Field experiment_result_fields[] = {
    field("date", Type::date, optional, "The day the result was known."),
    field("value", Type::line, optional, "What was found, in the words of the threshold."),
    field("as_planned", Type::boolean, optional, "Whether it was carried out as planned."),
};
inline constexpr Kind experiment_result{"experiment_result", "experiment_results",
                                        "What an experiment found.", experiment_result_fields};

inline constexpr Field experiment_fields[] = {
    field("id", Type::id, required, "Its name inside the initiative."),
    field("hypothesis", Type::prose, required, "What is believed and not yet known."),
    list_of(ref("with", optional, to_anything, "The relationships or people who take part.")),
    field("prediction", Type::prose, required, "What you expect to see, written beforehand."),
    field("threshold", Type::line, required, "The result from which on it counts as a success."),
    field("method", Type::prose, optional, "How it is done: who, what, for how long."),
    field("started", Type::date, optional, "The day it began."),
    field("ends", Type::date, required, "The day it is over and a decision is due."),
    field("cost_cap", Type::money, optional, "The most it may cost."),
    part("result", optional, experiment_result, "What was found."),
    choice("decision", optional, experiment_decisions, "What is done with the idea now."),
};
inline constexpr Kind experiment{"experiment", "experiments", "A small test of an idea.",
                                 experiment_fields};

inline constexpr Field lesson_application_fields[] = {
    ref("ref", optional, to_anything, "The record or part in which the lesson was used."),
    field("date", Type::date, optional, "The day it was used."),
    field("effect", Type::prose, optional, "What it changed there."),
};
inline constexpr Kind lesson_application{"lesson_application", "lesson_applications",
                                         "Where a lesson was put to use.",
                                         lesson_application_fields};

inline constexpr Field lesson_fields[] = {
    field("id", Type::id, required, "Its name inside the record."),
    field("date", Type::date, required, "The day it was learned."),
    field("observation", Type::prose, required, "What happened, without judging it."),
    field("insight", Type::prose, required, "Why it happened."),
    field("recommendation", Type::prose, required, "What others should do because of it."),
    list_of(field("applies_to", Type::line, optional, "Tags of the records it can help.")),
    list_of(part("applied_in", optional, lesson_application, "Where it was used since.")),
};
inline constexpr Kind lesson{"lesson", "lessons", "Something learned that others can use.",
                             lesson_fields};

inline constexpr Field advice_fields[] = {
    field("date", Type::date, required, "The day the advice was given."),
    choice("from", required, us_or_partner, "Who gave it: we, or the partner."),
    choice("about", required, advice_subjects, "What it was about."),
    field("text", Type::prose, optional, "The advice itself, in a sentence or two."),
    list_of(ref("refs", optional, to_anything, "The records or parts it concerns.")),
    field("came_of_it", Type::prose, optional, "What was done with it."),
};
inline constexpr Kind advice{"advice", "advice", "Advice given across the relationship.",
                             advice_fields};

inline constexpr Field milestone_revision_fields[] = {
    field("date", Type::date, optional, "The day the due date was moved."),
    field("from", Type::date, optional, "The due date before."),
    field("to", Type::date, optional, "The due date after."),
    field("because", Type::prose, optional, "Why it was moved."),
};
inline constexpr Kind milestone_revision{"milestone_revision", "milestone_revisions",
                                         "A due date moved in the open.",
                                         milestone_revision_fields};

inline constexpr Field milestone_fields[] = {
    field("id", Type::id, required, "Its name inside the initiative."),
    field("title", Type::line, required, "What is there when it is met."),
    field("due", Type::date, required, "The day it is due, as promised now."),
    field("met_on", Type::date, optional, "The day it was met; left out while it is open."),
    list_of(part("revised", optional, milestone_revision, "Each time the due date was moved.")),
};
inline constexpr Kind milestone{"milestone", "milestones", "A dated step of an initiative.",
                                milestone_fields};

inline constexpr Field rating_fields[] = {
    field("date", Type::date, required, "The day of the rating."),
    ref("by", required, to_person_relationship_or_body, "Who gave this opinion."),
    choice("rating", required, rating_words, "A colour, 1 (high risk) to 5 (low risk), or none."),
    choice("scale", required, rating_scales, "The scale of this rating: colours, or 1 to 5."),
    field("comment", Type::prose, optional, "What the rater had to say."),
};
inline constexpr Kind rating{"rating", "ratings",
                             "Somebody's opinion of an initiative, kept beside what was measured.",
                             rating_fields};

}  // namespace brm::kinds
