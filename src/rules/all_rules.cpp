// The list of rules: `brm check` runs them in this order.
#include "rules/rule.h"

namespace brm {
namespace rules {

extern const Rule bounds_reversed;
extern const Rule case_collision;
extern const Rule dangling_reference;
extern const Rule dates_out_of_order;
extern const Rule duplicate_id;
extern const Rule expired_acceptance;
extern const Rule file_name_differs;
extern const Rule interim_off_course;
extern const Rule level_above_inherent;
extern const Rule measurement_before_baseline;
extern const Rule measurement_outside_limits;
extern const Rule misplaced_office;
extern const Rule mixed_scales;
extern const Rule no_office;
extern const Rule overdue_risk_review;
extern const Rule parent_cycle;
extern const Rule rating_off_scale;
extern const Rule repeated_date;
extern const Rule response_out_of_place;
extern const Rule risk_without_review;
extern const Rule share_of_outsider;
extern const Rule shares_not_whole;
extern const Rule target_against_direction;
extern const Rule target_equals_baseline;
extern const Rule target_without_effect;
extern const Rule threatens_nothing;
extern const Rule unaccepted_risk;
extern const Rule unanswered_risk;
extern const Rule unjudgeable_measurement;
extern const Rule unknown_person;
extern const Rule unmeasurable_outcome;
extern const Rule unusable_amount;
extern const Rule wrong_kind_reference;

}  // namespace rules
namespace {

constexpr const Rule* list[] = {
    &rules::bounds_reversed,
    &rules::case_collision,
    &rules::dangling_reference,
    &rules::dates_out_of_order,
    &rules::duplicate_id,
    &rules::expired_acceptance,
    &rules::file_name_differs,
    &rules::interim_off_course,
    &rules::level_above_inherent,
    &rules::measurement_before_baseline,
    &rules::measurement_outside_limits,
    &rules::misplaced_office,
    &rules::mixed_scales,
    &rules::no_office,
    &rules::overdue_risk_review,
    &rules::parent_cycle,
    &rules::rating_off_scale,
    &rules::repeated_date,
    &rules::response_out_of_place,
    &rules::risk_without_review,
    &rules::share_of_outsider,
    &rules::shares_not_whole,
    &rules::target_against_direction,
    &rules::target_equals_baseline,
    &rules::target_without_effect,
    &rules::threatens_nothing,
    &rules::unaccepted_risk,
    &rules::unanswered_risk,
    &rules::unjudgeable_measurement,
    &rules::unknown_person,
    &rules::unmeasurable_outcome,
    &rules::unusable_amount,
    &rules::wrong_kind_reference,
};

}  // namespace

std::span<const Rule* const> all_rules() { return list; }

}  // namespace brm
