// How a change is said in the unit of what changes.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// `0.75 days a month`, `1.63 percentage points a month`; `40 calls a month, each month` of a unit
/// that is itself one of time.
std::string change_a_month(std::string_view number, std::string_view unit);

}  // namespace brm
