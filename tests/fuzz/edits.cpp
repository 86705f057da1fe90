// Additions to records of any layout, and other words in them: all else stays as it was.
#include "fuzz/holds.h"
#include "support/edit_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  return brm::test::require_none(brm::test::broken_edit(std::string(bytes, bytes + size)));
}
