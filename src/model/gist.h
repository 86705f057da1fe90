// What a title comes to: the same for two that differ only in order, numbers, capitals and small
// words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/item.h"

namespace brm {

/// Its longer words, each once and in whatever order, as a number; empty where they are too few for
/// two texts to mean the same.
std::optional<std::uint64_t> gist_of(std::string_view text);

/// Of what an outcome is called, also in an outline, which keeps no more of its title.
std::optional<std::uint64_t> gist_of_title(const Item& outcome);

}  // namespace brm
