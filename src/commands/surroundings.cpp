#include "commands/surroundings.h"

namespace brm {
namespace {

/// CMake gives `CLI11 2.1.2|yaml-cpp 0.7.0`.
std::vector<Named> libraries_of(std::string_view list) {
  std::vector<Named> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    const std::string_view one = list.substr(0, end);
    const std::size_t blank = std::min(one.find(' '), one.size());
    out.emplace_back(one.substr(0, blank), one.substr(std::min(blank + 1, one.size())));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

std::string compiler() {
#if defined(__clang__)
  return "Clang " __clang_version__;
#elif defined(__GNUC__)
  return "GCC " __VERSION__;
#else
  return "an unknown compiler";
#endif
}

}  // namespace

Build this_build() { return {compiler(), BRM_BUILD_TYPE, libraries_of(BRM_LIBRARIES)}; }

Date release_day() { return read_date(BRM_RELEASE_DATE).date; }

}  // namespace brm
