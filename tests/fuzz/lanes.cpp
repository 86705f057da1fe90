// Any bytes at all: where the fast lane accepts them, the strict one makes the very same tree.
#include <cstdio>
#include <cstdlib>

#include "support/both_lanes.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  static brm::test::BothLanes lanes;  // used again and again, as the program does
  const std::string text(bytes, bytes + size);
  if (lanes.compare(text) == brm::test::Comparison::different) {
    std::fputs(lanes.difference().c_str(), stderr);
    std::abort();
  }
  return 0;
}
