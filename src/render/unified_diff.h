// What a change does to a text, as `diff -u` shows it and `patch` takes it.
#pragma once

#include <string>
#include <string_view>

#include "render/style.h"

namespace brm {

/// Empty where both are the same. `was` is empty for a file that is not there yet.
std::string unified_diff(std::string_view path, std::string_view was, std::string_view now,
                         const TextStyle& style);

}  // namespace brm
