// A result beside the threshold that was set before it, where both can be compared as numbers.
#pragma once

#include <optional>
#include <string_view>

namespace brm {

/// Whether `53 percent fewer calls` meets `at least 40 percent fewer calls`. Empty where that
/// cannot be said for certain: the threshold does not begin with a comparison of one number, the
/// result does not begin with a number, or the words and numbers after the first number are not the
/// same in both.
std::optional<bool> meets_threshold(std::string_view threshold, std::string_view result);

}  // namespace brm
