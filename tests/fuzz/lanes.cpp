// Any bytes at all: where the fast lane accepts them, the strict one makes the very same tree.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "support/both_lanes.h"
#include "support/mutations.h"

extern "C" std::size_t LLVMFuzzerMutate(unsigned char* bytes, std::size_t size, std::size_t most);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  static brm::test::BothLanes lanes;  // used again and again, as the program does
  const std::string text(bytes, bytes + size);
  if (lanes.compare(text) == brm::test::Comparison::different) {
    std::fputs(lanes.difference().c_str(), stderr);
    std::abort();
  }
  return 0;
}

/// libFuzzer alone seldom keeps a text one that the fast lane accepts: three of four changes are of
/// the kind that the million of the tests are made with.
extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size,
                                               std::size_t most, unsigned seed) {
  if (seed % 4 == 0) return LLVMFuzzerMutate(bytes, size, most);
  const std::string text = brm::test::Mutations({std::string(bytes, bytes + size)}, seed).next();
  const std::size_t kept = std::min(text.size(), most);
  std::copy_n(text.begin(), kept, bytes);
  return kept;
}
