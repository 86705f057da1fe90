// The next day on which something that comes again is due: a review, a measurement, a meeting, the
// review of a charter. Data dated after the as-of date does not exist, but for planned meetings.
#pragma once

#include <optional>

#include "assess/policy.h"
#include "model/initiative_fields.h"
#include "model/people_fields.h"

namespace brm {

struct NextDate {
  Date due;
  /// What it is counted from: the last review, the last measurement; empty where it was planned.
  std::optional<Date> since;
  Span place;
};

/// Of its tier by the office's policy, else brm's own.
std::string_view expected_cadence(const Policy& policy,
                                  const Of<kinds::relationship>& relationship);

/// As agreed with the party, else as the policy expects of its tier.
std::string_view cadence_of(const Policy& policy, const Of<kinds::relationship>& relationship);

/// Last held review and cadence; empty while none was held.
std::optional<NextDate> next_review(const Of<kinds::relationship>& relationship, Date as_of,
                                    const Policy& policy);

/// Last measurement and frequency; of one never measured, counted from its baseline, from the day
/// its standing target begins, or from `work_starts` if that is later. Without a frequency the day
/// the target is due. Empty once measured on or after the day it is due or its target ends.
std::optional<NextDate> next_measurement(const Of<kinds::outcome>& outcome, Date as_of,
                                         std::optional<Date> work_starts = {});
std::optional<NextDate> next_measurement(const Of<kinds::service_level>& level, Date as_of);

/// Whether a meeting took place: past, and it says so, or says nothing and something was decided.
bool was_held(const Of<kinds::meeting>& meeting, Date as_of);

/// The first one after the last held of which nobody says that it was not held, else the last held
/// and the cadence; empty without either. A past meeting was held as was_held has it.
std::optional<NextDate> next_meeting(const Of<kinds::body>& body, Date as_of);

/// `review_by`, else the newest charter and the policy's months; empty without either.
std::optional<NextDate> next_charter_review(const Of<kinds::body>& body, Date as_of,
                                            const Policy& policy);

/// The same day of the month, or that month's last where it has no such day.
Date months_after(Date date, int months);

}  // namespace brm
