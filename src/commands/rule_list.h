// All rules there are: those of the reader and those of the portfolio, which only meet here.
#pragma once

#include <vector>

#include "source/rule_words.h"

namespace brm {

/// In alphabetical order.
std::vector<const RuleWords*> all_rule_words();

}  // namespace brm
