// The fields of a relationship: who the party is to the office, and what both sides said and did.
#pragma once

#include "model/agreement_fields.h"

namespace brm::kinds {

inline constexpr std::string_view relationship_types[] = {"agency", "private_partner",
                                                          "cross_jurisdiction", "internal"};
inline constexpr std::string_view tiers[] = {"strategic", "preferred", "transactional",
                                             "conditional"};
inline constexpr std::string_view stages[] = {
    "operational_awareness", "knowledge",      "internal_assessment", "partner_selection",
    "working_together",      "value_creation", "staying_together",    "exit"};
inline constexpr std::string_view relationship_statuses[] = {"active", "exiting", "ended"};
inline constexpr std::string_view engagements[] = {"unaware", "resistant", "neutral", "supportive",
                                                   "leading"};
inline constexpr std::string_view maturity_levels[] = {"ad_hoc", "order_taker", "service_provider",
                                                       "trusted_advisor", "strategic_partner"};

inline constexpr Field identifier_fields[] = {
    field("scheme", Type::line, optional, "Whose list it is: state vendor file, DUNS, LEI."),
    field("id", Type::line, optional, "The party's number or code in that list."),
};
inline constexpr Kind identifier{"identifier", "identifiers", "What another list calls the party.",
                                 identifier_fields};

inline constexpr Field contact_fields[] = {
    ref("person", optional, to_person, "Whom to call."),
    field("role", Type::line, optional, "What to call them about."),
};
inline constexpr Kind contact{"contact", "contacts", "Somebody to talk to at the party.",
                              contact_fields};

inline constexpr Field engagement_fields[] = {
    choice("current", optional, engagements, "How they stand to the work today."),
    choice("desired", optional, engagements, "How they need to stand to it; leading is rarely it."),
};
inline constexpr Kind engagement{"engagement", "engagements",
                                 "Where a stakeholder stands, and where you need them.",
                                 engagement_fields};

inline constexpr Field stakeholder_action_fields[] = {
    field("text", Type::line, optional, "The next thing to do to win or keep them."),
    field("due", Type::date, optional, "The day by which it is to be done."),
};
inline constexpr Kind stakeholder_action{"stakeholder_action", "stakeholder_actions",
                                         "The next step with a stakeholder.",
                                         stakeholder_action_fields};

inline constexpr Field stakeholder_fields[] = {
    field("name", Type::line, required, "A person, a role or a group."),
    choice("influence", required, high_medium_low, "How much they can help or stop."),
    choice("interest", required, high_medium_low, "How much it matters to them."),
    part("engagement", optional, engagement, "Where they stand, and where you need them."),
    field("approach", Type::prose, optional, "How you work with them."),
    part("action", optional, stakeholder_action, "The next step, with its day."),
    field("last_contact", Type::date, optional, "The day you last spoke."),
};
inline constexpr Kind stakeholder{"stakeholder", "stakeholders",
                                  "Somebody whose support the work needs or could lose.",
                                  stakeholder_fields};

inline constexpr Field maturity_fields[] = {
    field("date", Type::date, required, "The day of this view."),
    choice("by", required, us_or_partner, "Whose view it is: ours, or the partner's."),
    choice("level", required, maturity_levels, "Where this side sees the relationship."),
    list_of(field("evidence", Type::line, optional, "What that view rests on.")),
    choice("target", optional, maturity_levels, "Where this side wants it to be."),
};
inline constexpr Kind maturity{"maturity", "maturities",
                               "How mature one side thinks the relationship is.", maturity_fields};

inline constexpr Field aspects_fields[] = {
    field("understands_needs", Type::number, optional,
          "Do we understand them; scored out of out_of."),
    field("executes", Type::number, optional, "Do we deliver; scored out of out_of."),
    field("communicates", Type::number, optional,
          "Do we keep them informed; scored out of out_of."),
};
inline constexpr Kind aspects{"aspects", "aspects", "A satisfaction score, taken apart.",
                              aspects_fields};

inline constexpr Field satisfaction_fields[] = {
    field("date", Type::date, required, "The day, or the last day, people were asked."),
    field("by", Type::line, required, "Who answered: a name, a role or a group."),
    field("score", Type::number, required, "The score they gave, or its mean."),
    field("out_of", Type::number, required, "The best score possible."),
    whole("respondents", optional, 1, 1'000'000'000, "How many answered."),
    field("method", Type::line, optional, "How they were asked: interview, survey."),
    part("aspects", optional, aspects, "The score, taken apart."),
};
inline constexpr Kind satisfaction{"satisfaction", "satisfactions",
                                   "How satisfied the party said it was.", satisfaction_fields};

inline constexpr Field review_fields[] = {
    field("date", Type::date, required, "The day of the review."),
    ref("held_by", optional, to_person, "The person who held it."),
    list_of(field("attendees", Type::line, optional, "Who was there, of both sides.")),
    field("summary", Type::prose, optional, "What was said."),
    list_of(field("decisions", Type::line, optional, "What was decided.")),
};
inline constexpr Kind review{"review", "reviews", "A meeting about the relationship itself.",
                             review_fields};

inline constexpr Field promise_fields[] = {
    field("id", Type::id, required, "Its name inside the relationship."),
    choice("by", required, us_or_partner, "Who promised: we, or the partner."),
    field("text", Type::line, required, "What was promised."),
    field("made", Type::date, optional, "The day it was promised."),
    field("due", Type::date, required, "The day by which it is to be kept."),
    field("met_on", Type::date, optional, "The day it was kept; left out while it is open."),
};
inline constexpr Kind promise{"promise", "promises", "Something one side said it would do.",
                              promise_fields};

inline constexpr Field complaint_fields[] = {
    field("id", Type::id, required, "Its name inside the relationship."),
    field("opened", Type::date, required, "The day it came in."),
    field("closed", Type::date, optional, "The day it was settled; left out while it is open."),
    field("severity", Type::line, optional, "How serious it is, in your office's own words."),
    field("text", Type::prose, optional, "What the party complained of."),
    field("action", Type::prose, optional, "What was done about it."),
};
inline constexpr Kind complaint{"complaint", "complaints", "A complaint the party made.",
                                complaint_fields};

inline constexpr Field exit_fields[] = {
    field("reason", Type::prose, required, "Why the relationship ends."),
    field("date", Type::date, required, "The day it ends or ended."),
    field("plan", Type::prose, optional, "Who takes over what, and how data and people move."),
    field("lesson", Type::prose, required, "What to do otherwise next time."),
};
inline constexpr Kind exit{"exit", "exits", "How a relationship is left, knowingly.", exit_fields};

inline constexpr Field relationship_fields[] = {
    choice("type", required, relationship_types, "What the party is to the office."),
    choice("tier", required, tiers, "How much breaks if it fails, and so how much care it gets."),
    whole("priority", optional, 1, 1'000'000'000, "Its rank; 1 is looked after first."),
    ref("manager", required, to_person, "Our business relationship manager or vendor manager."),
    ref("executive_sponsor", recommended, to_person, "The senior person who stands behind it."),
    field("shared_purpose", Type::prose, recommended, "What both sides want from it."),
    choice("stage", optional, stages, "How far it has come, in the stages of ISO 44001."),
    field("cadence", Type::cadence, recommended, "How often the relationship is reviewed."),
    by_default("active", choice("status", optional, relationship_statuses, "Whether it goes on.")),
    list_of(field("aliases", Type::line, optional, "Other spellings of the party's name.")),
    list_of(part("identifiers", optional, identifier, "What other lists call the party.")),
    ref("parent", optional, to_relationship, "The relationship it belongs to."),
    list_of(part("contacts", optional, contact, "Whom to talk to about what.")),
    list_of(part("stakeholders", optional, stakeholder, "Who can help or stop the work.")),
    list_of(part("maturity", optional, maturity, "How mature each side thinks it is, dated.")),
    list_of(part("satisfaction", optional, satisfaction, "What the party said of us, dated.")),
    list_of(part("reviews", optional, review, "Meetings about the relationship itself.")),
    list_of(part("promises", optional, promise, "What each side said it would do.")),
    list_of(part("complaints", optional, complaint, "What the party complained of.")),
    list_of(part("advice", optional, advice, "Advice given by either side.")),
    list_of(part("agreements", optional, agreement, "Contracts and other signed promises.")),
    list_of(part("risks", optional, risk, "What may happen to, or through, this relationship.")),
    list_of(part("lessons", optional, lesson, "What was learned here that others can use.")),
    part("exit", optional, exit, "How it is left; needed when status is exiting or ended."),
};
inline constexpr Kind relationship{"relationship", "relationships",
                                   "A party the office works with: agency, partner or own staff.",
                                   relationship_fields, common_fields};

}  // namespace brm::kinds
