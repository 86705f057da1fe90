// Where a records folder was in a revision, when it was moved since.
#pragma once

#include <optional>
#include <string>

#include "commands/command.h"
#include "history/repository.h"

namespace brm {

/// From the top of the repository, the first brm.yaml of the commit that is there no longer: one
/// that still is belongs to another office, and the records are new. `root`: the records folder.
std::optional<std::string> moved_office(const Invocation& invocation, const Repository& repository,
                                        const std::string& root, const Commit& commit);

}  // namespace brm
