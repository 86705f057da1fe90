#include "rules/file_names.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_map>

namespace brm::rules {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

/// Equal for paths that look alike; a path that is no UTF-8 is like itself only.
std::string folded(std::string_view path) {
  std::string out(path);
  if (is_ascii(path)) {
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return out;
  }
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(path.data()),
      static_cast<utf8proc_ssize_t>(path.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD));
  if (size >= 0) out.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);  // NOLINT(cppcoreguidelines-no-malloc): utf8proc allocates with malloc
  return out;
}

}  // namespace

bool has_office_file(const Portfolio& portfolio) {
  const auto& files = portfolio.files();
  return std::any_of(files.begin(), files.end(),
                     [](const SourceFile& file) { return file.path() == office_file; });
}

std::vector<Collision> colliding_files(const Portfolio& portfolio) {
  std::vector<Collision> collisions;
  std::unordered_map<std::string, std::uint32_t> seen;
  for (std::uint32_t i = 0; i < portfolio.files().size(); ++i) {
    const auto [first, is_new] = seen.try_emplace(folded(portfolio.file(i).path()), i);
    if (!is_new) collisions.push_back({first->second, i});
  }
  return collisions;
}

}  // namespace brm::rules
