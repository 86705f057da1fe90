#include "commands/moved_files.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace brm {
namespace {

/// Pairs of files that are compared, so that a folder that was written anew costs no minutes.
constexpr std::size_t most_pairs = 10'000;

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// So many findings of each file that is there no longer.
std::map<std::string_view, std::size_t> vanished(const Baseline& before,
                                                 const std::vector<std::string>& paths) {
  std::set<std::string> present;
  for (const std::string& path : paths) present.insert(visible(path));
  std::map<std::string_view, std::size_t> out;
  for (const auto& [mark, known] : before.known()) {
    if (!known.path.empty() && !present.contains(known.path)) ++out[known.path];
  }
  return out;
}

using ByFile = std::map<std::uint32_t, std::vector<Finding>>;

/// What was found in files without a record that has an id, and of which nothing was known.
ByFile newcomers(const Baseline& before, const std::vector<Finding>& findings,
                 const Portfolio& now) {
  std::set<std::string_view> known_paths;
  for (const auto& [mark, known] : before.known()) known_paths.insert(known.path);
  std::set<std::uint32_t> with_id;
  for (const Item* record : now.records()) {
    if (!record->id().empty()) with_id.insert(record->file);
  }
  ByFile out;
  for (const Finding& finding : findings) {
    const std::uint32_t file = finding.place.file;
    if (with_id.contains(file) || known_paths.contains(visible(now.file(file).path()))) continue;
    out[file].push_back(finding);
  }
  return out;
}

}  // namespace

void add_moved_files(const Baseline& before, const std::vector<Finding>& findings,
                     const Portfolio& now, const std::vector<std::string>& paths, EarlierIds& ids) {
  auto gone = vanished(before, paths);
  if (gone.empty()) return;
  const ByFile fresh = newcomers(before, findings, now);
  if (gone.size() * fresh.size() > most_pairs) return;
  for (const auto& [file, found] : fresh) {
    const std::string& path = now.file(file).path();
    std::string_view best;
    std::size_t most = 0;
    for (const auto& [candidate, count] : gone) {
      std::size_t alike = 0;
      const EarlierIds moved{{path, std::string(candidate)}};
      for (const FindingMark& mark : marks_of(found, now, moved).list) {
        if (before.known().contains(mark.fingerprint)) ++alike;
      }
      const bool is_called_the_same = name_of(candidate) == name_of(path);
      if (2 * alike < count && !is_called_the_same) continue;
      if (alike <= most) continue;
      most = alike;
      best = candidate;
    }
    if (most == 0) continue;
    ids.emplace(path, best);
    gone.erase(best);
  }
}

}  // namespace brm
