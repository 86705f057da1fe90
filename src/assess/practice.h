// The five calls to action of the practice itself: what of each is on record. `where` chooses among
// the active relationships.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "assess/where.h"

namespace brm {

/// The place of a relationship: its `priority`, else behind all those by tier. Lower comes first.
std::int64_t rank_of(const Item& relationship);

/// 1: the case for managing relationships at all, in brm.yaml.
struct PracticeCase {
  const Item* item = nullptr;  ///< Null without one.
  std::size_t alternatives = 0;
  bool weighs_doing_nothing = false;
  bool has_decider = false;
  std::optional<Date> decided_on;     ///< Empty where it is not decided by the as-of date.
  std::vector<const Item*> outcomes;  ///< Those it names that are on record.
  std::size_t measured = 0;           ///< Of them, with a verdict from measurements.
};
PracticeCase judge_practice_case(const Assessment& assessed);

/// 2: who can help or stop the work, over all active relationships.
struct StakeholderMap {
  std::size_t relationships = 0;
  std::size_t mapped = 0;                ///< Relationships with at least one stakeholder.
  const Item* first_unmapped = nullptr;  ///< Of the others the one to be looked after first.
  std::size_t stakeholders = 0;
  std::size_t gaps = 0;                 ///< Less engaged than they need to be.
  std::vector<const Item*> unanswered;  ///< Those gaps without an action.
};
StakeholderMap judge_stakeholders(const Assessment& assessed, const Where& where = {});

/// 3: who manages which relationships, and the practice their role grew out of.
struct RoleHolder {
  const Item* person = nullptr;
  std::string_view practice;               ///< Empty: not said.
  std::vector<const Item*> relationships;  ///< Active ones they manage.
};
struct RoleMap {
  std::vector<RoleHolder> holders;     ///< By practice, then as written: crm, vrm, pmo first.
  std::vector<const Item*> uncovered;  ///< Active ones whose manager is no person here, or left.
  bool has_people = false;             ///< Whether any person is on record.
  bool grew_out_of(std::string_view practice) const;
};
RoleMap judge_roles(const Assessment& assessed, const Where& where = {});

/// 4: what a relationship that is fully looked after has on record.
struct Coverage {
  const Item* relationship = nullptr;
  bool has_sponsor = false;
  bool has_purpose = false;
  bool has_cadence = false;
  bool keeps_reviews = false;  ///< Held as the cadence asks for: has_its_reviews.
  bool is_measured = false;    ///< An outcome of an initiative with it is judged.
  bool is_full() const {
    return has_sponsor && has_purpose && has_cadence && keeps_reviews && is_measured;
  }
};
/// Of active relationships, the first to be looked after first: by priority, then by tier.
std::vector<Coverage> judge_coverage(const Assessment& assessed, const Where& where = {});

}  // namespace brm
