// How bodies govern: whether they meet, how long decisions wait, and whether charters are kept.
#pragma once

#include <optional>
#include <vector>

#include "assess/next_dates.h"

namespace brm {

/// Meetings of the last `policy.evidence_months`, counted from the first one on record.
struct MeetingCount {
  std::optional<Date> since;  ///< The day counting begins; empty without a meeting.
  std::size_t planned = 0;    ///< One on that day, and one more each cadence.
  std::size_t held = 0;
  std::optional<Date> last_held;  ///< However long ago.
  std::optional<Date> not_said;   ///< The newest past one of which nobody says whether it was held.
  std::optional<Date> next;       ///< The first one on record after the as-of date.
};

MeetingCount count_meetings(const Of<kinds::body>& body, Date as_of, const Policy& policy);

/// Why a body counts as one that does not meet.
struct Silence {
  std::optional<Date> since;  ///< Its last meeting held, else its first charter; empty: unknown.
  bool has_met = false;
};

/// Empty for a body that meets: its last meeting held, or where there is none its first charter, is
/// no more than `policy.quiet_factor` cadences ago. One of which no day is known meets when a
/// meeting is planned.
std::optional<Silence> find_silence(const Of<kinds::body>& body, Date as_of, const Policy& policy);

struct CharterState {
  std::size_t versions = 0;     ///< In force by the as-of date.
  std::string_view version;     ///< The newest of them.
  std::optional<NextDate> due;  ///< Of its next review: next_charter_review.

  bool is_overdue(Date as_of) const { return due && due->due < as_of; }
};

CharterState judge_charter(const Of<kinds::body>& body, Date as_of, const Policy& policy);

/// One question before a body.
struct Decision {
  const Item* item = nullptr;
  const Item* body = nullptr;
  std::optional<Date> opened;
  std::optional<Date> decided;
  /// From opened to decided, or to the as-of date while it is open; empty where a day is missing.
  std::optional<int> days;
  bool is_open = false;
};

/// Empty for one that was not brought up by the as-of date.
std::optional<Decision> find_decision(const Of<kinds::decision>& decision, Date as_of);

/// Those of a body, in the order they were written.
std::vector<Decision> find_decisions(const Of<kinds::body>& body, Date as_of);

/// Of the decisions that took a known number of days; empty where there is none.
std::optional<Rational> median_days(const std::vector<Decision>& decided);

}  // namespace brm
