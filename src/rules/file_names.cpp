#include "rules/file_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/folding.h"

namespace brm::rules {

namespace {

/// Whether no two paths can be one: not even the hashes are, which take little memory.
bool has_paths_apart(const std::vector<SourceFile>& files) {
  std::vector<std::size_t> hashes;
  hashes.reserve(files.size());
  for (const SourceFile& file : files) {
    hashes.push_back(std::hash<std::string>()(folded(file.path())));
  }
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end();
}

}  // namespace

bool has_office_file(const Portfolio& portfolio) {
  const auto& files = portfolio.files();
  return std::any_of(files.begin(), files.end(),
                     [](const SourceFile& file) { return file.path() == office_file; });
}

std::vector<Collision> colliding_files(const Portfolio& portfolio) {
  std::vector<Collision> collisions;
  if (has_paths_apart(portfolio.files())) return collisions;
  std::unordered_map<std::string, std::uint32_t> seen;
  for (std::uint32_t i = 0; i < portfolio.files().size(); ++i) {
    const auto [first, is_new] = seen.try_emplace(folded(portfolio.file(i).path()), i);
    if (!is_new) collisions.push_back({first->second, i});
  }
  return collisions;
}

}  // namespace brm::rules
