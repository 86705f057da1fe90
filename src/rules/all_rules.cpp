// The list of rules: `brm check` runs them in this order.
#include "rules/rule.h"

namespace brm {
namespace rules {

extern const Rule advice_without_result;
extern const Rule bounds_reversed;
extern const Rule case_collision;
extern const Rule claimed_against_evidence;
extern const Rule contradictory_signal;
extern const Rule correction_without_review;
extern const Rule dangling_reference;
extern const Rule dates_out_of_order;
extern const Rule decision_without_right;
extern const Rule duplicate_id;
extern const Rule duplicate_outcome;
extern const Rule ended_goal;
extern const Rule ended_without_exit;
extern const Rule expired_acceptance;
extern const Rule expired_agreement;
extern const Rule expired_allowance;
extern const Rule file_name_differs;
extern const Rule future_event;
extern const Rule future_measurement;
extern const Rule idle_body;
extern const Rule initiative_without_outcomes;
extern const Rule interim_off_course;
extern const Rule late_promise;
extern const Rule leaving_without_backup;
extern const Rule level_above_inherent;
extern const Rule measurement_before_baseline;
extern const Rule measurement_outside_limits;
extern const Rule misplaced_office;
extern const Rule mixed_scales;
extern const Rule near_duplicate_party;
extern const Rule needless_allowance;
extern const Rule neglected_relationship;
extern const Rule no_cadence;
extern const Rule no_executive_sponsor;
extern const Rule no_office;
extern const Rule no_review_date;
extern const Rule no_shared_purpose;
extern const Rule not_one_decider;
extern const Rule nothing_before_term_end;
extern const Rule one_sided_maturity;
extern const Rule outcome_without_goal;
extern const Rule overdue_charter_review;
extern const Rule overdue_correction_review;
extern const Rule overdue_exit;
extern const Rule overdue_milestone;
extern const Rule overdue_risk_review;
extern const Rule overspent_budget;
extern const Rule owner_elsewhere;
extern const Rule owner_left;
extern const Rule parent_cycle;
extern const Rule passed_notice;
extern const Rule policy_out_of_range;
extern const Rule quiet_relationship;
extern const Rule rating_off_scale;
extern const Rule repeated_date;
extern const Rule response_out_of_place;
extern const Rule risk_without_review;
extern const Rule share_of_outsider;
extern const Rule shares_not_whole;
extern const Rule single_alternative;
extern const Rule single_contact;
extern const Rule stopped_without_lesson;
extern const Rule target_against_direction;
extern const Rule target_equals_baseline;
extern const Rule target_without_effect;
extern const Rule threatens_nothing;
extern const Rule unaccepted_risk;
extern const Rule unanswered_risk;
extern const Rule unanswered_signal;
extern const Rule unattended_stakeholder;
extern const Rule uncorrected_outcome;
extern const Rule undecided_experiment;
extern const Rule unevidenced_maturity;
extern const Rule unfounded_outcome;
extern const Rule unjudgeable_measurement;
extern const Rule unknown_person;
extern const Rule unknown_rule;
extern const Rule unmeasurable_outcome;
extern const Rule unmissable_target;
extern const Rule unproven_prediction;
extern const Rule unreasoned_allowance;
extern const Rule unseen_pace;
extern const Rule unsilenceable_rule;
extern const Rule unusable_amount;
extern const Rule unusable_rule;
extern const Rule unused_lesson;
extern const Rule vague_title;
extern const Rule wrong_kind_reference;

}  // namespace rules
namespace {

constexpr const Rule* list[] = {
    &rules::advice_without_result,
    &rules::bounds_reversed,
    &rules::case_collision,
    &rules::claimed_against_evidence,
    &rules::contradictory_signal,
    &rules::correction_without_review,
    &rules::dangling_reference,
    &rules::dates_out_of_order,
    &rules::decision_without_right,
    &rules::duplicate_id,
    &rules::duplicate_outcome,
    &rules::ended_goal,
    &rules::ended_without_exit,
    &rules::expired_acceptance,
    &rules::expired_agreement,
    &rules::expired_allowance,
    &rules::file_name_differs,
    &rules::future_event,
    &rules::future_measurement,
    &rules::idle_body,
    &rules::initiative_without_outcomes,
    &rules::interim_off_course,
    &rules::late_promise,
    &rules::leaving_without_backup,
    &rules::level_above_inherent,
    &rules::measurement_before_baseline,
    &rules::measurement_outside_limits,
    &rules::misplaced_office,
    &rules::mixed_scales,
    &rules::near_duplicate_party,
    &rules::needless_allowance,
    &rules::neglected_relationship,
    &rules::no_cadence,
    &rules::no_executive_sponsor,
    &rules::no_office,
    &rules::no_review_date,
    &rules::no_shared_purpose,
    &rules::not_one_decider,
    &rules::nothing_before_term_end,
    &rules::one_sided_maturity,
    &rules::outcome_without_goal,
    &rules::overdue_charter_review,
    &rules::overdue_correction_review,
    &rules::overdue_exit,
    &rules::overdue_milestone,
    &rules::overdue_risk_review,
    &rules::overspent_budget,
    &rules::owner_elsewhere,
    &rules::owner_left,
    &rules::parent_cycle,
    &rules::passed_notice,
    &rules::policy_out_of_range,
    &rules::quiet_relationship,
    &rules::rating_off_scale,
    &rules::repeated_date,
    &rules::response_out_of_place,
    &rules::risk_without_review,
    &rules::share_of_outsider,
    &rules::shares_not_whole,
    &rules::single_alternative,
    &rules::single_contact,
    &rules::stopped_without_lesson,
    &rules::target_against_direction,
    &rules::target_equals_baseline,
    &rules::target_without_effect,
    &rules::threatens_nothing,
    &rules::unaccepted_risk,
    &rules::unanswered_risk,
    &rules::unanswered_signal,
    &rules::unattended_stakeholder,
    &rules::uncorrected_outcome,
    &rules::undecided_experiment,
    &rules::unevidenced_maturity,
    &rules::unfounded_outcome,
    &rules::unjudgeable_measurement,
    &rules::unknown_person,
    &rules::unknown_rule,
    &rules::unmeasurable_outcome,
    &rules::unmissable_target,
    &rules::unproven_prediction,
    &rules::unreasoned_allowance,
    &rules::unseen_pace,
    &rules::unsilenceable_rule,
    &rules::unusable_amount,
    &rules::unusable_rule,
    &rules::unused_lesson,
    &rules::vague_title,
    &rules::wrong_kind_reference,
};

}  // namespace

std::span<const Rule* const> all_rules() { return list; }

}  // namespace brm
