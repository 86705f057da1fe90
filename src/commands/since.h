// The earlier state that a report compares with: `--since`.
#pragma once

#include <memory>

#include "commands/states.h"

namespace brm {

/// The state, or why there is none where nobody asked for a certain one.
struct Since {
  std::unique_ptr<Repository> repository;  ///< What the state is read from.
  std::optional<State> state;
  std::string words;        ///< For people: which state it is, or why there is none.
  bool is_damaged = false;  ///< There is none because the repository cannot be read.
};

/// `text`: a revision, a day, or how long ago (`7d`). Files that are the same in `present` are not
/// read again. A failure where a revision or a day was named and is not there.
Result<Since> open_since(const Invocation& invocation, const std::string& text,
                         const State& present);

}  // namespace brm
