// What the four tests ask for, one condition at a time.
#include "assess/outcome_tests.h"
#include "model/office_fields.h"
#include "model/people_fields.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

using Outcome = Of<kinds::outcome>;
using Relationship = Of<kinds::relationship>;

/// Parents of parents are followed so far; parent-cycle finds those without an end.
constexpr int most_levels = 8;

/// With fewer, the baseline counted, there is no best pace to speak of.
constexpr std::size_t fewest_points = 3;

/// Whether `below` is `above`, or belongs to it.
bool belongs_to(const Portfolio& portfolio, const Item* below, const Item& above) {
  for (int level = 0; below != nullptr && level < most_levels; ++level) {
    if (below == &above) return true;
    if (below->kind != &kinds::relationship) return false;
    below = portfolio.find_record(Relationship(*below).text<"parent">());
  }
  return false;
}

void add_missing_way(const Outcome& outcome, std::vector<Measure>& missing) {
  if (!outcome.has<"baseline">()) missing.push_back(Measure::baseline);
  const auto target = outcome.get<"target">();
  if (!target) {
    missing.push_back(Measure::target);
  } else if (!target->has<"value">()) {
    missing.push_back(Measure::target_value);
  } else if (!target->has<"date">()) {
    missing.push_back(Measure::target_day);
  }
}

void add_missing_level(const Outcome& outcome, std::vector<Measure>& missing) {
  const auto target = outcome.get<"target">();
  if (target && (has_bounds(*target) || target->has<"value">())) return;
  const bool maintains = outcome.get<"indicator">()->is<"direction", "maintain">();
  missing.push_back(maintains ? Measure::bounds : Measure::level);
}

}  // namespace

std::vector<Foundation> missing_foundations(const Outcome& outcome) {
  std::vector<Foundation> missing;
  if (!outcome.has<"beneficiary">()) missing.push_back(Foundation::beneficiary);
  if (!outcome.has<"owner">()) missing.push_back(Foundation::owner);
  if (!outcome.has<"mechanism">()) missing.push_back(Foundation::mechanism);
  return missing;
}

OwnerAt owner_at(const Portfolio& portfolio, const Outcome& outcome) {
  const Item* person = portfolio.find_record(outcome.text<"owner">());
  const Item* beneficiary = portfolio.find_record(outcome.text<"beneficiary">());
  if (person == nullptr || person->kind != &kinds::person) return OwnerAt::unknown;
  if (beneficiary == nullptr || beneficiary->kind != &kinds::relationship) return OwnerAt::unknown;
  const auto at = Of<kinds::person>(*person).get<"at">();
  const Item* place = at ? portfolio.find_record(at->value) : nullptr;
  if (place == nullptr) return OwnerAt::unknown;
  const bool is_there =
      belongs_to(portfolio, place, *beneficiary) || belongs_to(portfolio, beneficiary, *place);
  return is_there ? OwnerAt::beneficiary : OwnerAt::elsewhere;
}

std::vector<Measure> missing_measures(const Outcome& outcome) {
  std::vector<Measure> missing;
  const auto indicator = outcome.get<"indicator">();
  const auto target = outcome.get<"target">();
  if (!indicator) {
    missing.push_back(Measure::indicator);
    if (!target || !has_bounds(*target)) add_missing_way(outcome, missing);
    return missing;
  }
  switch (judging_of(*indicator)) {
    case Judging::reach:
      add_missing_way(outcome, missing);
      break;
    case Judging::hold:
      add_missing_level(outcome, missing);
      break;
    case Judging::pass_fail:
      if (!target || !target->has<"date">()) missing.push_back(Measure::test_day);
      break;
  }
  return missing;
}

bool has_bounds(const Of<kinds::target>& target) {
  return target.has<"at_least">() || target.has<"at_most">() || target.has<"between">();
}

bool has_own_targets(const Outcome& outcome) {
  for (const auto measurement : outcome.get<"measurements">()) {
    if (measurement.has<"target">()) return true;
  }
  return false;
}

bool is_out_of_reach(const Judgement& judgement) {
  return judgement.needed_a_month && judgement.points >= fewest_points &&
         to_fixed(*judgement.needed_a_month, 2) != to_fixed(*judgement.best_a_month, 2) &&
         *judgement.needed_a_month > *judgement.best_a_month;
}

bool is_ahead(const Judgement& judgement, Date as_of) {
  return judgement.verdict != Verdict::achieved && (!judgement.due || *judgement.due >= as_of);
}

bool has_ended(const Of<kinds::goal>& goal, Date as_of) {
  const auto until = goal.get<"until">();
  return until && until->value < as_of;
}

}  // namespace brm
