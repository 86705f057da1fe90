// Clocks as a table: the same in the agenda, on the page of one record and in a handover.
#pragma once

#include "assess/clocks.h"
#include "document/document.h"

namespace brm {

/// `11 days overdue`, `today`, `in 1 day`.
std::string when_words(int days_left);
/// Bad when overdue, doubtful today.
Tone when_tone(int days_left);

/// `notice deadline: Hosting of tax systems`
std::string what_words(const Clock& clock);

/// Its columns are what a calendar is made from: `uid` stays the same when a date is moved.
Table clock_table(const Assessment& assessed, std::span<const Clock> clocks, std::string if_empty);

}  // namespace brm
