// How a change is said in the unit of what changes.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// `percent`, `%`, `per cent of cases`: a share is given of a hundred.
bool is_percent(std::string_view unit);

/// Whether some of a whole is meant by it: a percentage, `share of cases`.
bool is_part_of_whole(std::string_view unit);

/// Whether one number divided by another is a value of it: a part of a whole, `calls per case`.
bool is_share(std::string_view unit);

/// `0.75 days a month`, `1.63 percentage points a month`; `40 calls a month, each month` of a unit
/// that is itself one of time.
std::string change_a_month(std::string_view number, std::string_view unit);

}  // namespace brm
