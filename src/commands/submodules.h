// The records folder as it was in a revision, with what its submodules had in the commits that the
// revision names: their files are in no other history.
#pragma once

#include <memory>

#include "commands/command.h"
#include "commands/revision_folder.h"

namespace brm {

/// `repository` outlives it. A failure says of which submodule that commit is not here, where it
/// has files now: what was wrong in it then cannot be known.
Result<std::unique_ptr<Folder>> folder_with_submodules(const Invocation& invocation,
                                                       const Repository& repository,
                                                       const std::string& root,
                                                       const Commit& commit);

}  // namespace brm
