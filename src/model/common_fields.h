// The fields that every record has, and the word lists several kinds share.
#pragma once

#include "model/fields.h"

namespace brm::kinds {

inline constexpr std::string_view to_person[] = {"person"};
inline constexpr std::string_view to_relationship[] = {"relationship"};
inline constexpr std::string_view to_initiative[] = {"initiative"};
inline constexpr std::string_view to_outcome[] = {"outcome"};
inline constexpr std::string_view to_goal[] = {"goal"};
inline constexpr std::string_view to_body[] = {"body"};
inline constexpr std::string_view to_relationship_or_office[] = {"relationship", "office"};
inline constexpr std::string_view to_relationship_or_person[] = {"relationship", "person"};
inline constexpr std::string_view to_person_or_body[] = {"person", "body"};
inline constexpr Words to_anything = {};

inline constexpr std::string_view us_or_partner[] = {"us", "partner"};
inline constexpr std::string_view high_medium_low[] = {"high", "medium", "low"};
inline constexpr std::string_view audiences[] = {"public", "internal", "restricted"};

inline constexpr Field allowance_fields[] = {
    field("rule", Type::line, required, "The rule's name, as a finding shows it in brackets."),
    field("until", Type::date, required, "The last day on which it is silent here."),
    field("because", Type::line, optional,
          "Why that is right for now; it counts for nothing without."),
};
inline constexpr Kind allowance{"allowance", "allowances",
                                "A finding of one record that is accepted until a day.",
                                allowance_fields};

inline constexpr Field common_fields[] = {
    field("kind", Type::line, required, "Which kind of record this file holds."),
    field("id", Type::id, required, "The record's name everywhere else: the file's name."),
    field("title", Type::line, required, "What people call it."),
    ref("owner", optional, to_person, "The person who answers for this record."),
    list_of(field("tags", Type::line, optional, "Words to find it by.")),
    by_default("internal", choice("audience", optional, audiences, "Who may see it in a report.")),
    list_of(field("sources", Type::line, optional, "Where the facts come from: text or https.")),
    field("notes", Type::prose, optional, "Anything worth keeping."),
    field("reviewed", Type::date, optional, "The day somebody last checked that it is still true."),
    list_of(part("x-allow", optional, allowance, "Findings of this record accepted for a while.")),
};

}  // namespace brm::kinds
