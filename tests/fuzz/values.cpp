// Any bytes at all: dates, numbers, amounts, conditions and encoders hold what is said of them.
#include "fuzz/holds.h"
#include "support/value_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  return brm::test::require_none(brm::test::broken_property(std::string(bytes, bytes + size)));
}
