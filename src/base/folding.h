// Texts that differ only in how their letters are written, made equal.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// `A` to `Z` as small letters; all else as it is.
std::string lowered(std::string_view text);

/// Equal for texts that look alike: case and normal form folded. A text that is no UTF-8 is like
/// itself only.
std::string folded(std::string_view text);

}  // namespace brm
