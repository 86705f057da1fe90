// Ids of records that were: found in the history where the folder has none of them any more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "history/repository.h"

namespace brm {

/// The newest file in the history that is called as such a record should be: `ID.yaml` in any
/// folder.
Result<std::optional<std::string>> path_by_name(const Repository& repository,
                                                const std::string& id);

/// The newest file in the history in which a line says `id: ID`. Every version of every file may
/// have to be looked at.
Result<std::optional<std::string>> path_by_content(const Repository& repository,
                                                   const std::string& id);

/// What all files were called, without `.yaml`: the ids that there were, as far as names tell.
Result<std::vector<std::string>> names_in_history(const Repository& repository);

}  // namespace brm
