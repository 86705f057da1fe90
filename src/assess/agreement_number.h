// Numbers that several agreements carry: orders under one contract, or one contract written twice;
// the records do not say which.
#pragma once

#include <string_view>
#include <vector>

#include "model/agreement_fields.h"
#include "model/of.h"

namespace brm {

struct SharedNumber {
  std::string_view number;  ///< Without blanks around it.
  std::size_t agreements = 0;
};

/// Those on two or more of these agreements, as they first occur.
std::vector<SharedNumber> shared_numbers(const std::vector<const Item*>& agreements);

/// How many of the agreements carry one of these numbers.
std::size_t count_agreements(const std::vector<SharedNumber>& numbers);

}  // namespace brm
