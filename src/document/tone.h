// What colour may add; the words or shapes alone must say the same.
#pragma once

#include <cstdint>

namespace brm {

enum class Tone : std::uint8_t { plain, good, doubtful, bad, faint, strong };

}  // namespace brm
