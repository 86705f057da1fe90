// Any bytes at all: dates, numbers, amounts, conditions and encoders hold what is said of them.
#include <cstdio>
#include <cstdlib>

#include "support/value_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string broken = brm::test::broken_property(std::string(bytes, bytes + size));
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
