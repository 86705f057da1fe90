// Every date that asks somebody for something, with its owner and the days left:
// design/verdicts.md, clocks. What is done, closed or over does not ring.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assess/agreement_term.h"
#include "assess/assessment.h"
#include "assess/next_dates.h"

namespace brm {

enum class ClockKind : std::uint8_t {
  notice,              ///< Of an agreement.
  expiry,              ///< The last day of an agreement.
  exit,                ///< The last day of a relationship that is being left.
  review,              ///< Of a relationship.
  promise,             ///< Ours or the partner's.
  stakeholder_action,  ///< The next step with a stakeholder.
  measurement,         ///< Of an outcome or a service level.
  milestone,           ///< Of an initiative or an agreement.
  initiative_end,      ///< The day the work is to be over.
  correction_review,   ///< Whether a correction worked.
  experiment_end,      ///< A decision is due.
  action,              ///< Of a risk's response.
  acceptance,          ///< The last day of a risk's acceptance.
  risk_review,         ///< Of an open risk.
  charter,             ///< The review of a body's charter.
  meeting,             ///< Of a body.
  record_review,       ///< Of a technology or a signal.
  departure,           ///< The last day of a person.
  term_end,            ///< Of the CIO.
  election,
};

/// What a kind of clock is called, in records' words and in people's, and what it asks for.
struct ClockWords {
  ClockKind kind;
  std::string_view name;   ///< `correction_review`
  std::string_view title;  ///< `review of a correction`
  std::string_view asks;   ///< `say whether it worked, and write the result`
};
/// One for each kind, in its order.
std::span<const ClockWords> clock_words();
const ClockWords& words_of(ClockKind kind);
/// Their names.
Words clock_names();

struct Clock {
  ClockKind kind = ClockKind::notice;
  Date due;
  int days_left = 0;           ///< Negative when overdue.
  const Item* item = nullptr;  ///< What it stands in: the agreement, the promise, the outcome.
  std::string_view owner;      ///< The person who has to act; may be empty.
  std::string_view text;       ///< What it is about: the agreement's title, the promise.
  std::optional<Date> since;   ///< What a computed day is counted from: the last review.
  Span place;                  ///< Of the date, or of what it is counted from.
};

/// Of an outcome that is worked for; empty once its verdict is final.
std::optional<NextDate> measurement_due(const Assessment& assessed, const Item& outcome);

/// By due day; of one day in the order of the records.
std::vector<Clock> clocks_of(const Assessment& assessed);

}  // namespace brm
