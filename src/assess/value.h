// What outcomes are to bring and have brought, in money: added up only where it may be, and
// disbenefits beside it, never taken off.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// Whether amounts of this kind of value are money that somebody has more of: savings,
/// cost_avoidance and revenue. Time, quality and the like may carry an amount, and are counted.
bool is_summed(std::string_view value_kind);

/// Whether the promise still stands, by the status of the initiative as of a day.
enum class Standing : std::uint8_t {
  promised,
  proposed,  ///< Nobody has approved it yet.
  given_up,  ///< With the initiative that was stopped.
};
Standing standing_of(const Of<kinds::initiative>& initiative, Date as_of);

/// One outcome with a `value` or `disbenefits`, as of a day.
struct OutcomeValue {
  const Item* outcome = nullptr;
  std::string_view kind;  ///< Empty where only disbenefits are on record.
  Standing standing = Standing::promised;
  std::optional<Money> expected;
  std::map<Currency, Rational> realized;  ///< Minor units, up to the as-of date.
  bool has_realized = false;              ///< More than nothing, in some currency.
  std::size_t later = 0;                  ///< Dated after it: they do not exist yet.
  const Judgement* judgement = nullptr;
  /// Something was realized, and the measurements say missed, off track or worsening.
  bool is_claimed_against_evidence = false;
  /// Nothing was realized yet, and they say that of an outcome that is to bring money.
  bool is_at_stake = false;
  /// Money is expected, the due date has passed, and nothing was realized yet.
  bool is_overdue = false;

  bool is_summed() const { return brm::is_summed(kind); }
};

/// Of each outcome that has any, in the order they were written.
std::vector<OutcomeValue> outcome_values(const Assessment& assessed,
                                         const std::vector<const Item*>& outcomes);

/// A sum in one currency.
struct ValueSum {
  std::string_view name;  ///< A kind of value, a party or a goal; empty: nobody or nothing named.
  Currency currency;
  Rational expected = 0;              ///< Minor units; of promised outcomes alone.
  Rational realized = 0;              ///< Minor units; not of what was stopped.
  Rational proposed = 0;              ///< Minor units: expected of what is not approved yet.
  Rational given_up = 0;              ///< Minor units: expected of what was stopped.
  Rational realized_before_stop = 0;  ///< Minor units: of what was stopped.
  std::size_t outcomes = 0;           ///< Promised ones.
};

/// By currency; then, in order of `expected`, by what was asked for. Only what is_summed.
std::vector<ValueSum> value_in_all(const std::vector<OutcomeValue>& values);
std::vector<ValueSum> value_by_kind(const std::vector<OutcomeValue>& values);
/// By `value_shares`; what no share names is nobody's.
std::vector<ValueSum> value_by_party(const std::vector<OutcomeValue>& values);
/// By the outcome's goals, else its initiative's. An outcome that serves several counts in each.
std::vector<ValueSum> value_by_goal(const std::vector<OutcomeValue>& values);

/// Values of indicators of one unit that may be summed: how far they have moved from their
/// baselines to their targets, all in one direction.
struct MovedSum {
  std::string_view unit;
  Direction direction = Direction::none;
  Rational to_move = 0;  ///< In units, towards the better; of those that were measured.
  Rational moved = 0;    ///< By their last measurements; below zero: the wrong way.
  std::size_t outcomes = 0;
  std::size_t unmeasured = 0;  ///< Beside `outcomes`: no value after the baseline yet.
};

/// `may_be_summed: true`, with a baseline and a target; by unit and direction.
std::vector<MovedSum> moved_sums(const Assessment& assessed,
                                 const std::vector<const Item*>& outcomes);

}  // namespace brm
