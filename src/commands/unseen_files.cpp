#include "commands/unseen_files.h"

#include "base/folding.h"
#include "base/utf8.h"
#include "read/named_file.h"

namespace brm {
namespace {

/// A folder of programs may be hidden too, and need not be seen to its end.
constexpr std::size_t most_names = 20'000;
constexpr std::size_t most_deep = 16;

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// What stands behind `id:` at the beginning of a line; empty where nothing does. Whether the file
/// is a record that can be read does not matter here.
std::string id_in(std::string_view bytes) {
  constexpr std::string_view key = "id:";
  while (!bytes.empty()) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (!line.starts_with(key)) continue;
    line = line.substr(key.size());
    line = trimmed(line.substr(0, line.find(" #")));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool is_quoted = line.size() > 1 && (line.front() == '"' || line.front() == '\'') &&
                           line.back() == line.front();
    return std::string(is_quoted ? line.substr(1, line.size() - 2) : line);
  }
  return "";
}

}  // namespace

void UnseenFiles::Place::add(const std::string& path, const std::string& bytes) {
  paths.insert(visible(path));
  const std::string id = id_in(bytes);
  if (id.empty()) {
    names.insert(visible(name_of(path)));
  } else {
    ids.insert(id);
  }
}

bool UnseenFiles::Place::holds(const std::string& path, const std::string& id) const {
  return paths.contains(path) || (id.empty() ? names.contains(name_of(path)) : ids.contains(id));
}

void UnseenFiles::look_into(const Invocation& invocation, const std::string& root,
                            const std::string& folder, std::size_t depth) {
  const auto found = invocation.world.names_in(folder.empty() ? root : root + "/" + folder);
  if (!found.ok()) return;  // a file, or a folder that nobody may look into
  for (const std::string& name : found.value()) {
    if (++names_ > most_names || depth > most_deep) return;
    const std::string path = folder.empty() ? name : folder + "/" + name;
    const bool is_hidden =
        name.starts_with('.') || path.find("/.") != std::string::npos || path.starts_with('.');
    if (name == ".git") continue;
    if (!is_record_name(name)) {
      look_into(invocation, root, path, depth + 1);
    } else if (is_hidden) {
      const auto bytes = read_named_file(root + "/" + path);
      if (bytes.ok()) hidden_.add(path, bytes.value());
    }
  }
}

UnseenFiles::UnseenFiles(const Invocation& invocation, const Opened& opened) {
  std::set<std::string_view> looked_at;
  for (const SourceFile& file : opened.reading.portfolio.files()) looked_at.insert(file.path());
  for (const std::string& path : opened.folder->list().paths) {
    if (looked_at.contains(path)) continue;
    const auto content = opened.folder->read(path);
    if (content.ok()) ignored_.add(path, content.value().bytes);
  }
  if (invocation.world.names_in) look_into(invocation, opened.root, "", 0);
}

}  // namespace brm
