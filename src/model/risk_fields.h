// The fields of a risk: what may happen, how likely, at what cost, who bears it and who acts.
#pragma once

#include "model/course_fields.h"

namespace brm::kinds {

inline constexpr std::string_view to_office[] = {"office"};
inline constexpr std::string_view to_relationship_person_or_office[] = {"relationship", "person",
                                                                        "office"};

inline constexpr std::string_view risk_types[] = {"threat", "opportunity"};
inline constexpr std::string_view responses[] = {"accept",  "avoid", "transfer", "mitigate",
                                                 "realize", "share", "enhance"};
inline constexpr std::string_view risk_statuses[] = {"open", "monitoring", "occurred", "closed"};

inline constexpr Field likelihood_fields[] = {
    field("percent", Type::percent, optional, "The chance that it happens, 0 to 100."),
    field("low", Type::percent, optional, "The lowest chance you think possible, 0 to 100."),
    field("high", Type::percent, optional, "The highest chance you think possible, 0 to 100."),
    whole("scale", optional, 1, 5, "From 1 (rare) to 5 (almost certain), for want of a percent."),
};
inline constexpr std::string_view likelihood_forms[] = {"percent", "low+high", "scale"};
inline constexpr Kind likelihood{.name = "likelihood",
                                 .plural = "likelihoods",
                                 .meaning = "How likely it is within the risk's horizon.",
                                 .fields = likelihood_fields,
                                 .one_of = likelihood_forms,
                                 .one_of_need = required};

inline constexpr Field impact_fields[] = {
    field("amount", Type::money, optional, "What it costs, or brings, if it happens."),
    field("low", Type::money, optional, "The amount it exceeds in 95 cases of 100."),
    field("high", Type::money, optional, "The amount it exceeds in only 5 cases of 100."),
    whole("scale", optional, 1, 5, "From 1 (negligible) to 5 (critical), for want of an amount."),
};
inline constexpr std::string_view impact_forms[] = {"amount", "low+high", "scale"};
inline constexpr Kind impact{.name = "impact",
                             .plural = "impacts",
                             .meaning = "How much is at stake if it happens.",
                             .fields = impact_fields,
                             .one_of = impact_forms,
                             .one_of_need = required};

inline constexpr Field risk_level_fields[] = {
    part("likelihood", optional, likelihood, "How likely it is then."),
    part("impact", optional, impact, "How much is at stake then."),
};
inline constexpr Kind risk_residual{"risk_residual", "risk_residuals",
                                    "What is left of a risk once the response works.",
                                    risk_level_fields};
inline constexpr Kind risk_target{"risk_target", "risk_targets",
                                  "The level of a risk the office wants to get to.",
                                  risk_level_fields};

inline constexpr Field share_fields[] = {
    ref("relationship", optional, to_relationship, "The partner whose share it is."),
    ref("office", optional, to_office, "The office, where the share is its own."),
    field("percent", Type::percent, optional, "The party's share; all shares sum to 100."),
    field("cap", Type::money, optional, "The most this party bears or gets."),
};
inline constexpr std::string_view share_forms[] = {"relationship", "office"};
inline constexpr Kind share{.name = "share",
                            .plural = "shares",
                            .meaning = "One party's part of a risk, a gain or a loss.",
                            .fields = share_fields,
                            .one_of = share_forms,
                            .one_of_need = required};

inline constexpr Field risk_action_fields[] = {
    field("text", Type::line, required, "What will be done about the risk."),
    field("due", Type::date, optional, "The day by which it is to be done."),
    field("done_on", Type::date, optional, "The day it was done; left out while it is open."),
    ref("by", optional, to_relationship_or_person, "Who does it."),
};
inline constexpr Kind risk_action{"risk_action", "risk_actions", "A step of a risk's response.",
                                  risk_action_fields};

inline constexpr Field acceptance_fields[] = {
    ref("by", required, to_person_or_body, "The person or body that accepts the risk."),
    field("because", Type::prose, required, "Why it is right to live with it."),
    field("expires", Type::date, required,
          "The last day of the acceptance; then it is open again."),
};
inline constexpr Kind acceptance{"acceptance", "acceptances",
                                 "Leave to live with a risk for a time.", acceptance_fields};

inline constexpr Field risk_assessment_fields[] = {
    field("date", Type::date, required, "The day of this assessment."),
    part("likelihood", optional, likelihood, "How likely it was on that day."),
    part("impact", optional, impact, "How much was at stake on that day."),
    ref("by", optional, to_person_relationship_or_body, "Who assessed it."),
    field("because", Type::prose, optional, "What had changed since the one before."),
};
inline constexpr Kind risk_assessment{"risk_assessment", "risk_assessments",
                                      "How a risk was seen on a day.", risk_assessment_fields};

inline constexpr Field risk_occurrence_fields[] = {
    field("date", Type::date, optional, "The day it happened."),
    field("loss", Type::money, optional, "What it really cost."),
};
inline constexpr Kind risk_occurrence{"risk_occurrence", "risk_occurrences",
                                      "That a risk came true, and what it cost.",
                                      risk_occurrence_fields};

inline constexpr Field risk_fields[] = {
    field("id", Type::id, required, "Its name inside the record."),
    by_default("threat", choice("type", optional, risk_types, "Whether it would hurt or help.")),
    field("cause", Type::line, optional, "Why it could happen: because ..."),
    field("event", Type::line, required, "What could happen, as an event and not as a topic."),
    field("consequence", Type::line, optional, "What would follow from it, and for whom."),
    field("category", Type::line, optional, "The sort of risk, in your office's own words."),
    list_of(ref("threatens", optional, to_anything, "The outcomes, goals or records it touches.")),
    part("likelihood", required, likelihood, "How likely it is before any response."),
    part("impact", required, impact, "How much is at stake before any response."),
    by_default("P1Y", field("horizon", Type::cadence, optional,
                            "The time the likelihood is for: P6M, annual.")),
    list_of(choice("response", required, responses, "What is done about it, in one word or more.")),
    field("response_text", Type::prose, optional, "How the response works."),
    field("response_cost", Type::money, optional, "What the response costs altogether."),
    list_of(part("actions", optional, risk_action, "The steps of the response.")),
    list_of(part("shares", optional, share, "Who bears how much of it; sums to 100 percent.")),
    ref("managed_by", required, to_relationship_person_or_office, "Who acts on it."),
    field("trigger", Type::line, optional, "The sign that it is about to happen."),
    field("trigger_met", Type::date, optional, "The day that sign was seen; left out before."),
    field("proximity", Type::line, optional, "How soon it could happen."),
    part("residual", optional, risk_residual, "What is left once the response works."),
    part("target", optional, risk_target, "The level you want to get it to."),
    part("acceptance", optional, acceptance, "Who accepted it; needed if the response is accept."),
    list_of(part("assessments", optional, risk_assessment, "How it was seen over time, dated.")),
    choice("status", required, risk_statuses, "Whether it still can happen, or has happened."),
    part("occurred", optional, risk_occurrence, "When it happened, and what it cost."),
    ref("common_cause", optional, to_relationship,
        "The relationship whose failure brings this and other risks at once."),
    field("review_by", Type::date, recommended, "The day by which it is to be looked at again."),
};
inline constexpr Kind risk{"risk", "risks", "Something that may happen, for worse or for better.",
                           risk_fields};

}  // namespace brm::kinds
