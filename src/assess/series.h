// What an outcome or a service level promises and what was measured, made ready for judging: dates
// as days, values as exact fractions, in order of time.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/rational.h"
#include "model/of.h"
#include "model/outcome_fields.h"

namespace brm {

enum class Judging : std::uint8_t { reach, hold, pass_fail };
enum class Direction : std::uint8_t { none, increase, decrease, maintain };

/// A number as computed with, and what it takes to say it.
struct Amount {
  Rational value;
  Decimal written = {};           ///< Not of a share.
  std::uint8_t share_digits = 0;  ///< Decimals that a share is said with; 0: it is none.

  std::string text() const;
};

struct PlanPoint {
  Date date;
  Amount amount;
};

/// The values that hold: a lower bound, an upper bound or both; neither: no target.
struct Bounds {
  std::optional<Amount> lower;
  std::optional<Amount> upper;

  bool is_usable() const { return lower || upper; }
  bool is_met_by(const Rational& value) const {
    return (!lower || value >= lower->value) && (!upper || value <= upper->value);
  }
};

struct Entry {
  Date date;
  std::optional<Amount> amount;  ///< Empty while pending.
  std::optional<bool> met;
  Bounds own_target;
  Span place;  ///< Of the value; of the entry while pending.
};

struct Series {
  Judging judging = Judging::reach;
  Direction direction = Direction::none;
  std::string_view unit;
  int interval_days = 0;  ///< 0: no frequency given.
  std::string_view frequency;
  std::optional<PlanPoint> baseline;
  std::optional<PlanPoint> target;  ///< reach
  std::vector<PlanPoint> interim;   ///< Between baseline and target, by date, one a day.
  Bounds standing;                  ///< hold
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<Date> due;     ///< Date of the target, for pass_fail too.
  std::vector<Entry> entries;  ///< By date; of one day in the order they were written.
  Span place;                  ///< Of the outcome.
  Span target_place;           ///< Of the target, else of the outcome.

  /// `31 days`
  std::string in_unit(std::string_view number) const;
};

Judging judging_of(const Of<kinds::indicator>& indicator);
Direction direction_of(const Of<kinds::indicator>& indicator);

Series series_of(const Of<kinds::outcome>& outcome);

}  // namespace brm
