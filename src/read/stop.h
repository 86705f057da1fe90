// Why one file cannot be used: thrown inside read_tree only, and caught there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "source/rule_words.h"

namespace brm {

struct Stop {
  const RuleWords* fault;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message;
  std::string help;
};

}  // namespace brm
