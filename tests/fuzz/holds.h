// What a fuzz target does where something does not hold.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace brm::test {

inline int require_none(const std::string& broken) {
  if (broken.empty()) return 0;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

}  // namespace brm::test
