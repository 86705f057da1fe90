#include "commands/moved_office.h"

#include <algorithm>

#include "read/office_settings.h"

namespace brm {

std::optional<std::string> moved_office(const Invocation& invocation, const Repository& repository,
                                        const std::string& root, const Commit& commit) {
  const auto git = invocation.world.look_around(root).git;
  if (!git) return std::nullopt;
  const std::string office(office_file);
  const auto is_gone = [&](const std::string& path) {
    const std::string folder = path.substr(0, path.size() - office.size());
    const auto names = invocation.world.names_in(git->top + "/" + folder);
    return !names.ok() ||
           std::find(names.value().begin(), names.value().end(), office) == names.value().end();
  };
  std::vector<std::string> paths = repository.paths_of(commit, office);
  const auto gone = std::find_if(paths.begin(), paths.end(), is_gone);
  if (gone == paths.end()) return std::nullopt;
  return std::move(*gone);
}

}  // namespace brm
