// Whole numbers of 128 bits: any two of 64 bits can be multiplied.
#pragma once

namespace brm {

__extension__ typedef __int128 Int128;

}  // namespace brm
