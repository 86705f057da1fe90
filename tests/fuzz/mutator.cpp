// libFuzzer alone seldom keeps a text one that is read to its end: three of four changes are of the
// kind that the tests make their mutations with.
#include <algorithm>
#include <string>

#include "support/mutations.h"

extern "C" std::size_t LLVMFuzzerMutate(unsigned char* bytes, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size,
                                               std::size_t most, unsigned seed) {
  if (seed % 4 == 0) return LLVMFuzzerMutate(bytes, size, most);
  const std::string text = brm::test::Mutations({std::string(bytes, bytes + size)}, seed).next();
  const std::size_t kept = std::min(text.size(), most);
  std::copy_n(text.begin(), kept, bytes);
  return kept;
}
