#include "commands/past_ids.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "read/folder.h"
#include "read/tree.h"

namespace brm {
namespace {

constexpr std::size_t commits_at_once = 64;

std::string stem_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

/// Shows `look` each version of each file that may hold a record, the newest first, until it wants
/// no more. What is the same in many commits may be shown again.
template <class Look>
std::optional<Failure> look_back(const Repository& repository, const Look& look) {
  const auto head = repository.find("HEAD");
  if (!head.ok()) return head.failure();
  const auto line = repository.line_of(head.value(), SIZE_MAX);
  if (!line.ok()) return line.failure();
  const std::vector<Commit>& all = line.value();
  for (std::size_t first = 0; first < all.size(); first += commits_at_once) {
    const std::size_t last = std::min(all.size(), first + commits_at_once);
    const auto versions = repository.files_of({all.begin() + static_cast<std::ptrdiff_t>(first),
                                               all.begin() + static_cast<std::ptrdiff_t>(last)});
    if (!versions.ok()) return versions.failure();
    std::vector<bool> is_seen(versions.value().files.size(), false);
    for (const std::vector<std::uint32_t>& files : versions.value().of) {
      for (const std::uint32_t index : files) {
        if (is_seen[index]) continue;
        is_seen[index] = true;
        const RevisionFile& file = versions.value().files[index];
        if (is_record_name(file.path) && look(file)) return std::nullopt;
      }
    }
  }
  return std::nullopt;
}

/// Whether a line that is not indented says `id: ID`, whatever stands around it.
bool says_id(std::string_view bytes, std::string_view id) {
  constexpr std::string_view key = "id:";
  constexpr std::string_view around = " \t\r'\"";
  while (!bytes.empty()) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (!line.starts_with(key)) continue;
    line.remove_prefix(key.size());
    line = line.substr(0, line.find(" #"));
    const std::size_t from = line.find_first_not_of(around);
    if (from == std::string_view::npos) continue;
    line = line.substr(from, line.find_last_not_of(around) + 1 - from);
    if (line == id) return true;
  }
  return false;
}

}  // namespace

Result<std::optional<std::string>> path_by_name(const Repository& repository,
                                                const std::string& id) {
  std::optional<std::string> found;
  const auto failure = look_back(repository, [&](const RevisionFile& file) {
    if (stem_of(file.path) == id) found = file.path;
    return found.has_value();
  });
  if (failure) return *failure;
  return found;
}

Result<std::optional<std::string>> path_by_content(const Repository& repository,
                                                   const std::string& id) {
  std::optional<std::string> found;
  std::optional<Failure> broken;
  std::unordered_set<std::string> seen;
  const auto failure = look_back(repository, [&](const RevisionFile& file) {
    if (!seen.insert(file.blob).second) return false;
    const auto bytes = repository.read(file.blob, most_bytes);
    if (!bytes.ok()) broken = bytes.failure();
    if (bytes.ok() && bytes.value() && says_id(*bytes.value(), id)) found = file.path;
    return found.has_value() || broken.has_value();
  });
  if (failure) return *failure;
  if (broken) return *broken;
  return found;
}

Result<std::vector<std::string>> names_in_history(const Repository& repository) {
  std::set<std::string> names;
  const auto failure = look_back(repository, [&](const RevisionFile& file) {
    names.insert(stem_of(file.path));
    return false;
  });
  if (failure) return *failure;
  return std::vector<std::string>(names.begin(), names.end());
}

}  // namespace brm
