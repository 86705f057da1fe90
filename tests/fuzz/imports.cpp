// Mappings and tables of any bytes: faults are told by their places, and what is made of the rest
// reads back as the same values.
#include "fuzz/holds.h"
#include "support/import_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  return brm::test::require_none(brm::test::broken_import(std::string(bytes, bytes + size)));
}
