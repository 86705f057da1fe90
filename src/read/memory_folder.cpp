#include "base/ascii.h"
#include "read/folder.h"
#include "read/tree.h"

namespace brm {

Listing MemoryFolder::list() const {
  Listing listing;
  for (const auto& [path, bytes] : files_) {
    const bool is_hidden = path.starts_with('.') || path.find("/.") != std::string::npos;
    if (is_record_name(path) && !is_hidden) listing.paths.push_back(path);
  }
  return listing;
}

Result<FileBytes> MemoryFolder::read(const std::string& path, std::string memory) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return Failure{path + ": no such file", ""};
  if (found->second.size() > most_bytes) return FileBytes{"", true};
  memory = found->second;
  return FileBytes{std::move(memory), false};
}

MemoryFolder folder_of(std::string_view text) {
  std::map<std::string, std::string> files;
  std::string* current = nullptr;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
    const std::string_view name = text.substr(0, end);
    if (name.starts_with("# ") && is_record_name(name) &&
        name.find(' ', 2) == std::string_view::npos) {
      current = &files[std::string(name.substr(2))];
    } else if (current != nullptr) {
      *current += line;
    }
    text.remove_prefix(line.size());
  }
  return MemoryFolder(std::move(files));
}

bool is_record_name(std::string_view name) {
  const auto ends_with = [&](std::string_view ending) {
    if (name.size() <= ending.size()) return false;
    for (std::size_t i = 0; i < ending.size(); ++i) {
      const char c = name[name.size() - ending.size() + i];
      if (to_small(c) != ending[i]) return false;
    }
    return true;
  };
  return ends_with(".yaml") || ends_with(".yml");
}

}  // namespace brm
