// Records of any bytes: every answer in every format is one that its readers can read.
#include "fuzz/holds.h"
#include "support/answer_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  return brm::test::require_none(brm::test::broken_answer(std::string(bytes, bytes + size)));
}
