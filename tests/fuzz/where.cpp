// Any condition: every record or part passes it or its opposite, or its fault is told.
#include "fuzz/holds.h"
#include "support/answer_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  return brm::test::require_none(brm::test::broken_where(std::string(bytes, bytes + size)));
}
