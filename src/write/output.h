// The one checked writer: every byte brm puts out goes through here, and a lost one is a failure.
#pragma once

#include <string_view>

#include "base/result.h"

namespace brm {

/// Whoever read the pipe may have gone, which is their right.
enum class Written : std::uint8_t { all, reader_gone };

/// Writes all of `bytes` to the open descriptor; `name` is what messages call it.
Result<Written> write_all(int descriptor, std::string_view bytes, std::string_view name);

/// The same on stderr where there is no memory left: asks for none, and tells nobody of a failure.
void put_last_words(std::string_view bytes);

/// Closes the descriptor, which is where some file systems first say that the disk is full.
Result<Written> close_checked(int descriptor, std::string_view name);

}  // namespace brm
