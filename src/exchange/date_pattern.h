// Dates as other programs write them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace brm {

/// Which day it is where the pattern has none.
enum class MonthDay : std::uint8_t { written, first, last };

/// `text` as YYYY-MM-DD. In the pattern YYYY, YY (69 to 99 are 1969 to 1999, else 20YY), MM, M, DD,
/// D and MON (three letters or more of an English month) stand for a part, `*` for all that
/// follows; anything else for itself.
Result<std::string> read_dated(std::string_view text, std::string_view pattern, MonthDay day);

}  // namespace brm
