#include "commands/new_file.h"

#include <algorithm>
#include <map>

#include "commands/folder_files.h"

namespace brm {

std::string folder_for(const Kind& kind, const Portfolio& portfolio) {
  std::map<std::string, std::size_t> folders;
  for (const Item* record : portfolio.all(kind)) {
    const std::string& path = portfolio.file(record->file).path();
    ++folders[path.substr(0, path.rfind('/') + 1)];
  }
  const auto most =
      std::max_element(folders.begin(), folders.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == folders.end() ? std::string(kind.plural) + "/" : most->first;
}

std::string editor_line(const Invocation& invocation, const Opened& opened,
                        const std::string& path) {
  const auto names = invocation.world.names_in(opened.root);
  const bool has_schema = names.ok() && std::find(names.value().begin(), names.value().end(),
                                                  schema_file) != names.value().end();
  if (!has_schema) return "";
  return schema_line(static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')));
}

}  // namespace brm
