// Where an agreement stands in its term on a day, from its dates alone: design/verdicts.md, clocks.
#pragma once

#include <optional>

#include "assess/policy.h"

namespace brm {

enum class AgreementState : std::uint8_t {
  pending,           ///< Before its first day.
  active,            ///< In force, and nothing to decide yet, or the time to decide it has passed.
  in_notice_window,  ///< From the policy's lead time before the notice deadline up to that day.
  expired,           ///< After its last day.
  open_ended,        ///< In force, and no last day is written.
  no_period,         ///< No day is written: whether it is in force nobody can say.
};
std::string_view to_text(AgreementState state);
Words agreement_state_words();

struct AgreementTerm {
  AgreementState state = AgreementState::no_period;
  std::optional<Date> start;
  /// The last day: that of the newest amendment that moved it, else as first agreed.
  std::optional<Date> end;
  Span end_place;
  /// The last day on which notice can be given: `notice_days` calendar days before the end.
  std::optional<Date> notice;
  Span notice_place;  ///< Of `notice_days`.
  /// The first day of the notice window.
  std::optional<Date> notice_opens;
  bool renews_itself = false;
  /// It was amended since the notice window opened, so somebody has looked at its end.
  bool is_decided = false;
  bool is_closed = false;  ///< It has a final status: nothing is asked of anybody.

  bool has_period() const { return state != AgreementState::no_period; }
  /// Between its first and last day, both included, and without a final status.
  bool is_in_force() const;
  /// The day of notice went by, nobody decided, and it is still in force.
  bool has_passed_notice(Date as_of) const;
};

/// Data dated after `as_of` does not exist.
AgreementTerm agreement_term(const Of<kinds::agreement>& agreement, Date as_of,
                             const Policy& policy);

}  // namespace brm
