// Texts of an answer that name records which are left out of it.
#pragma once

#include <optional>
#include <string>

#include "commands/states.h"

namespace brm {

/// Takes out of an answer that compares two states whatever names a record that one of them leaves
/// out, and says in its notices how much that was. A failure where a record of the newer state
/// names it: that can be mended there; and where more than rows of tables would have to go.
std::optional<Failure> withhold(const State& before, const State& after, Document& document);

}  // namespace brm
