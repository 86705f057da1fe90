// Why one file cannot be used: thrown inside read_tree only, and caught there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "source/rule_words.h"

namespace brm {

struct Stop {
  const RuleWords* fault;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message;
  std::string help;
};

/// A key without its colon: `text` at `offset` may be `owner:jane`, `-item`, or a full-width colon.
Stop without_colon(std::size_t offset, std::string_view text);

/// `text` is `owner:jane` or `-item`: one text to YAML, two to its writer.
bool lacks_space(std::string_view text);

}  // namespace brm
