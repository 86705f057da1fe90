// The fast lane: reads what records are usually written in, and leaves all the rest to yaml-cpp.
#pragma once

#include <string_view>

#include "read/tree.h"

namespace brm {

/// Whether the bytes, which have passed check_bytes, hold nothing but what this reader knows. Then
/// `tree` is node by node what read_strictly makes of them; otherwise it is of no use, and nobody
/// knows yet whether anything is wrong. Linear.
bool read_quickly(std::string_view bytes, Tree& tree);

}  // namespace brm
