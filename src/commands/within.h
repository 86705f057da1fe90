// How far an answer looks ahead: `--within 90d`, `2w`, `3m`, or a date.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"

namespace brm {

/// The last day that is still within. Months are calendar months; a date must not be past.
Result<Date> read_within(const std::string& text, Date as_of);

/// The day that is `7d`, `2w`, `3m` or `1y` before another; empty where `text` is no such time.
std::optional<Date> read_ago(const std::string& text, Date as_of);

}  // namespace brm
