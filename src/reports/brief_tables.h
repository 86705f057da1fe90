// The parts of the page before a meeting, one function each: of each list people are shown what a
// page holds, what matters most first.
#pragma once

#include "reports/party_rows.h"

namespace brm::brief_tables {

/// Without line ends and double blanks.
std::string one_line(std::string_view prose);

/// Who they are, how it stands between both sides, and what was said last.
Section who(const Assessment& assessed, const PartyRow& row);
/// Not kept yet: ours before theirs, then by day.
Table promises(const Assessment& assessed, const PartyRow& row);
/// Live initiatives they are a party of, worst first.
Table work(const Assessment& assessed, const PartyRow& row);
/// Worst first.
Table outcomes(const Assessment& assessed, const PartyRow& row);
/// Those that hang on it and those it bears a share of.
Table risks(const Assessment& assessed, const PartyRow& row);
/// In force or to come, by their next date.
Table agreements(const Assessment& assessed, const PartyRow& row);
/// Newest first.
Table advice(const Assessment& assessed, const PartyRow& row);
/// Of work that it takes part in, not reviewed yet.
Table corrections(const Assessment& assessed, const PartyRow& row);
/// What follows from all of that.
Table questions(const Assessment& assessed, const PartyRow& row);

}  // namespace brm::brief_tables
