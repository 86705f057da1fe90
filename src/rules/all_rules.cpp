// The list of rules: `brm check` runs them in this order.
#include "rules/rule.h"

namespace brm {
namespace rules {

extern const Rule bounds_reversed;
extern const Rule case_collision;
extern const Rule dangling_reference;
extern const Rule dates_out_of_order;
extern const Rule duplicate_id;
extern const Rule file_name_differs;
extern const Rule interim_off_course;
extern const Rule measurement_before_baseline;
extern const Rule measurement_outside_limits;
extern const Rule misplaced_office;
extern const Rule no_office;
extern const Rule parent_cycle;
extern const Rule rating_off_scale;
extern const Rule repeated_date;
extern const Rule target_against_direction;
extern const Rule target_equals_baseline;
extern const Rule target_without_effect;
extern const Rule unjudgeable_measurement;
extern const Rule unknown_person;
extern const Rule unmeasurable_outcome;
extern const Rule wrong_kind_reference;

}  // namespace rules
namespace {

constexpr const Rule* list[] = {
    &rules::bounds_reversed,
    &rules::case_collision,
    &rules::dangling_reference,
    &rules::dates_out_of_order,
    &rules::duplicate_id,
    &rules::file_name_differs,
    &rules::interim_off_course,
    &rules::measurement_before_baseline,
    &rules::measurement_outside_limits,
    &rules::misplaced_office,
    &rules::no_office,
    &rules::parent_cycle,
    &rules::rating_off_scale,
    &rules::repeated_date,
    &rules::target_against_direction,
    &rules::target_equals_baseline,
    &rules::target_without_effect,
    &rules::unjudgeable_measurement,
    &rules::unknown_person,
    &rules::unmeasurable_outcome,
    &rules::wrong_kind_reference,
};

}  // namespace

std::span<const Rule* const> all_rules() { return list; }

}  // namespace brm
