// What the paths of the files tell: which is the office's, and which are one path on other disks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/portfolio.h"

namespace brm::rules {

/// The office's own record, at the root.
inline constexpr std::string_view office_file = "brm.yaml";

/// Whether there is such a file, readable or not.
bool has_office_file(const Portfolio& portfolio);

/// Two files by their index in the portfolio.
struct Collision {
  std::uint32_t first = 0;
  std::uint32_t later = 0;
};

/// Each file whose path is that of an earlier one but for case or Unicode normal form: one path on
/// a disk that ignores these.
std::vector<Collision> colliding_files(const Portfolio& portfolio);

}  // namespace brm::rules
