// How a value of each type is written, said once for the manual: what is read, and what is refused.
#pragma once

#include <span>
#include <string_view>

#include "model/fields.h"

namespace brm {

struct TypeWords {
  Type type;
  std::string_view name;
  std::string_view form;  ///< One sentence with its full stop, or two.
  /// Values as they are written, `|` between; what is read, and what is refused with a hint.
  std::string_view accepted;
  std::string_view refused;
};

/// In the order of Type; `choice` and `part` have no examples of their own.
std::span<const TypeWords> type_words();

}  // namespace brm
