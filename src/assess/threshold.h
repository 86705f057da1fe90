// A result beside the threshold that was set before it, where both can be compared as numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace brm {

enum class MeetsThreshold : std::uint8_t { unclear, no, yes };

/// Whether `53 percent fewer calls` meets `at least 40 percent fewer calls`. Unclear where that
/// cannot be said for certain: the threshold does not begin with a comparison of one number, the
/// result does not begin with a number, or the words and numbers after the first number are not the
/// same in both.
MeetsThreshold meets_threshold(std::string_view threshold, std::string_view result);

}  // namespace brm
