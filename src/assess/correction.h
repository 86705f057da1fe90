// Course corrections: the pace before and after each, whether anybody looked whether it helped, and
// which outcomes go wrong without one. Computed from the records alone: design/verdicts.md.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// How an outcome moved in a stretch of time.
struct Stretch {
  std::size_t points = 0;  ///< Days with a value; of a hold, those that were judged.
  std::size_t met = 0;     ///< Of a hold or a test: on how many of them it was met.
  /// Between the first and the last point, towards the target; empty for less than two, and where
  /// nothing is to be reached. Whole calendar months count as one each, whatever their days.
  std::optional<Rational> a_month;
};

enum class Change : std::uint8_t { unclear, worse, same, better };
std::string_view to_text(Change change);

/// One outcome beside one correction that is about it. Only what lies between the corrections
/// before and after this one counts, so that none is praised for what another did.
struct CorrectedOutcome {
  const Item* outcome = nullptr;
  Judging judging = Judging::reach;
  std::string_view unit;
  Stretch before;  ///< Up to and on the day of the correction, the baseline included.
  Stretch after;
  Change change = Change::unclear;  ///< Unclear under `correction_points` on either side.
  /// How much the change rests on: by the points of the side that has fewer. None where unclear.
  Grade grade = Grade::none;
};

/// The days of all corrections that were decided, by what they are about.
class CorrectionDays {
 public:
  explicit CorrectionDays(const Assessment& assessed);

  struct Neighbors {
    std::optional<Date> before;
    std::optional<Date> after;
  };
  /// Of the corrections about the outcome or its initiative, the last before and the first after.
  Neighbors around(const Item& outcome, Date day) const;

 private:
  std::unordered_map<std::string_view, std::vector<Date>> days_;  // ascending, by reference
};

/// The outcomes that a correction names, and all of an initiative that it names; each once. Whoever
/// asks of many corrections gives `days`, and the others are not gone through for each.
std::vector<CorrectedOutcome> corrected_outcomes(const Assessment& assessed,
                                                 const Of<kinds::correction>& correction,
                                                 const CorrectionDays* days = nullptr);

enum class CorrectionReview : std::uint8_t { no_day, ahead, overdue, done };
std::string_view to_text(CorrectionReview review);
/// Overdue from the day after `review_on`; a result dated after `as_of` does not exist yet.
CorrectionReview review_of(const Of<kinds::correction>& correction, Date as_of);

/// Whether it was decided by then.
bool is_decided(const Of<kinds::correction>& correction, Date as_of);

/// The day of the first measurement after which the verdict has been missed, off_track or worsening
/// without a break; where it turned so between measurements, the day after the outcome was due.
/// `series` is judged so on `as_of`, and has what judging takes. Linear in the measurements, times
/// the interim targets.
Date bad_since(const Series& series, Date as_of, const Policy& policy);

/// Cheaper than a verdict: true of every outcome that has gone wrong on `as_of` for more than
/// `correction_days`, and of few others.
bool may_have_gone_wrong(const Of<kinds::outcome>& outcome, Date as_of, const Policy& policy);

struct Uncorrected {
  Date since;
  int days = 0;
};

/// Of an outcome that has gone wrong for more than `correction_days` without a correction since.
/// Nothing of what is stopped or completed: nobody can still correct it. A correction counts that
/// stands in the outcome's initiative, or in one that this is a part of, and names the outcome or
/// its initiative; in a portfolio of one only the former are seen.
std::optional<Uncorrected> uncorrected(const Assessment& assessed, const Item& outcome);

}  // namespace brm
