// One risk as of a day: where it started, where it stands now and why, and whether anybody deals
// with it in time. Computed from the records alone: design/verdicts.md, risks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/risk_level.h"

namespace brm {

/// Which of its levels a risk is counted at.
enum class RiskStage : std::uint8_t { inherent, assessed, residual };
std::string_view to_text(RiskStage stage);

enum class Acceptance : std::uint8_t {
  none,      ///< Nobody says that it is accepted.
  missing,   ///< The response is to accept it, and nobody did.
  in_force,  ///< Up to and on its last day.
  expired,   ///< The risk is open again.
};

/// Something that was due for a risk and did not happen.
struct Overdue {
  enum class What : std::uint8_t { review, action, acceptance, trigger };
  What what = What::review;
  Date since;             ///< The day it was due; of a trigger the day it was seen.
  std::string_view text;  ///< The action's text, or the trigger's.
  std::string_view who;   ///< Who was to do it; empty where nobody is named.
  Span place;
};
std::string_view to_text(Overdue::What what);

struct RiskJudgement {
  RiskLevel inherent;
  std::optional<RiskLevel> residual;
  std::optional<RiskLevel> target;
  std::optional<RiskLevel> assessed;  ///< The newest assessment on or before the as-of date.
  RiskStage stage = RiskStage::inherent;
  std::string
      stage_reason;    ///< `2 of 3 actions are open, so the residual level does not count yet`
  Rational years = 1;  ///< The horizon.

  bool is_opportunity = false;
  bool is_open = false;  ///< It can still happen: status open or monitoring.
  std::size_t actions = 0;
  std::size_t actions_open = 0;
  Acceptance acceptance = Acceptance::none;
  bool is_answered = false;
  std::string answer;  ///< What is done about it, or what is not: one sentence without a full stop.
  /// A threat whose exposure or band is above what the policy allows; never of an opportunity.
  bool is_above_appetite = false;
  std::vector<Overdue> overdue;  ///< Of an open risk; oldest first.

  /// The level it is counted at.
  const RiskLevel& now() const;
  bool is_threat() const { return !is_opportunity; }
};

/// What is the same for all risks of a portfolio.
struct RiskPolicy {
  RiskMatrix matrix;
  std::optional<Money> appetite;  ///< A year; empty: no limit is set.
};
RiskPolicy risk_policy(const Item* office);

/// Data dated after `as_of` does not exist. `means` grows.
RiskJudgement judge_risk(const Of<kinds::risk>& risk, Date as_of, const RiskPolicy& policy,
                         LognormalMeans& means);

}  // namespace brm
