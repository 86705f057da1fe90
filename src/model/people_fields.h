// The fields of people and of the bodies in which they decide.
#pragma once

#include "model/common_fields.h"

namespace brm::kinds {

inline constexpr std::string_view practices[] = {"crm", "vrm", "pmo", "other"};
inline constexpr std::string_view decision_statuses[] = {"proposed", "accepted", "rejected",
                                                         "superseded"};

inline constexpr Field person_fields[] = {
    field("title", Type::line, optional, "Their name; without it the role alone is shown."),
    ref("at", optional, to_relationship_or_office,
        "Where they work: a relationship, or the office."),
    field("role", Type::line, required, "What they are there, as on their door."),
    choice("from_practice", optional, practices, "The practice this role grew out of."),
    field("since", Type::date, optional, "The day they took on the role."),
    ref("backup", optional, to_person, "The person who stands in for them."),
    field("leaves_on", Type::date, optional, "Their last day, if it is known."),
};
inline constexpr Kind person{"person", "people", "Somebody with a role, named or not.",
                             person_fields, common_fields};

inline constexpr Field member_fields[] = {
    ref("person", optional, to_person, "Who sits there."),
    field("seat", Type::line, optional, "What they sit there for: agency, vendor, security."),
};
inline constexpr Kind member{"member", "members", "A seat in a body.", member_fields};

inline constexpr Field decision_right_fields[] = {
    field("type", Type::line, required, "The sort of decision: stop an initiative, accept a risk."),
    field("recommend", Type::line, optional, "Who brings the proposal."),
    list_of(field("agree", Type::line, optional, "Whose consent it takes.")),
    list_of(field("input", Type::line, optional, "Who must be heard.")),
    field("perform", Type::line, optional, "Who carries it out."),
    field("decide", Type::line, required, "The one who decides."),
};
inline constexpr Kind decision_right{"decision_right", "decision_rights",
                                     "Who has which part in one sort of decision.",
                                     decision_right_fields};

inline constexpr Field charter_fields[] = {
    field("version", Type::line, required, "What this version is called: 1, 2026, 1.2."),
    field("date", Type::date, required, "The day it came into force, or was confirmed."),
    field("changes", Type::prose, optional, "What is new in it."),
    field("because", Type::prose, optional, "Why it was changed."),
};
inline constexpr Kind charter{"charter", "charters", "A version of a body's charter.",
                              charter_fields};

inline constexpr Field decision_fields[] = {
    field("id", Type::id, optional, "Its name inside the body."),
    field("what", Type::line, optional, "What is to be decided, or was."),
    field("type", Type::line, optional, "Its sort, as in decision_rights."),
    choice("status", optional, decision_statuses, "How far it has come."),
    field("opened", Type::date, optional, "The day it was brought up."),
    field("decided", Type::date, optional, "The day it was decided; left out while it is open."),
    list_of(field("options", Type::line, optional, "What there was to choose from.")),
    list_of(field("consulted", Type::line, optional, "Who was asked before it was decided.")),
};
inline constexpr Kind decision{"decision", "decisions", "A question before a body, and its answer.",
                               decision_fields};

inline constexpr Field meeting_fields[] = {
    field("date", Type::date, required, "The day of the meeting, past or planned."),
    field("held", Type::boolean, optional, "Whether it took place."),
    list_of(part("decisions", optional, decision, "What was brought up or decided there.")),
};
inline constexpr Kind meeting{"meeting", "meetings", "A meeting of a body.", meeting_fields};

inline constexpr Field body_fields[] = {
    field("purpose", Type::prose, required, "What it is there for."),
    ref("chair", required, to_person, "The person who chairs it."),
    list_of(part("members", optional, member, "Who sits in it, and for whom.")),
    field("cadence", Type::cadence, required, "How often it meets."),
    list_of(part("decision_rights", optional, decision_right, "Who decides what.")),
    ref("escalates_to", optional, to_person_or_body, "Who takes what it cannot settle."),
    list_of(part("charter", optional, charter, "Its charter, version by version.")),
    list_of(part("meetings", optional, meeting, "Its meetings, and what came of them.")),
    field("review_by", Type::date, recommended, "The day by which its charter is looked at again."),
};
inline constexpr Kind body{"body", "bodies", "A group that governs: board, council, committee.",
                           body_fields, common_fields};

}  // namespace brm::kinds
