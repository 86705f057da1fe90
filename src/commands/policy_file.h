// The brm.yaml whose policy counts in place of the folder's own: `--policy`.
#pragma once

#include "commands/command.h"

namespace brm {

/// `written`: a file, or `REVISION:brm.yaml`, as git names a file of a revision; its path is meant
/// from the records folder or from the top of the repository; where the revision has none, and none
/// was moved since, brm's own policy counts, which is said. A name with a colon is a revision's
/// unless it begins as a path does, so that no file of a change can take the place of the branch it
/// goes into.
Result<PolicyFile> read_policy_file(const Invocation& invocation, const std::string& written);

}  // namespace brm
