#include "assess/agreement_number.h"

#include <algorithm>

#include "base/folding.h"

namespace brm {
std::vector<SharedNumber> shared_numbers(const std::vector<const Item*>& agreements) {
  std::vector<SharedNumber> out;
  for (const Item* agreement : agreements) {
    const std::string_view number = trimmed(Of<kinds::agreement>(*agreement).text<"number">());
    if (number.empty()) continue;
    const auto found = std::find_if(
        out.begin(), out.end(), [&](const SharedNumber& each) { return each.number == number; });
    if (found == out.end()) {
      out.push_back({number, 1});
    } else {
      ++found->agreements;
    }
  }
  std::erase_if(out, [](const SharedNumber& each) { return each.agreements < 2; });
  return out;
}

std::size_t count_agreements(const std::vector<SharedNumber>& numbers) {
  std::size_t out = 0;
  for (const SharedNumber& each : numbers) out += each.agreements;
  return out;
}

}  // namespace brm
