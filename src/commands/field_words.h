// A field and a kind in words: what is written there, whether it must be, what counts without it.
#pragma once

#include <string>

#include "model/fields.h"

namespace brm {

/// `required`, `recommended`, or nothing.
std::string_view need_words(const Field& field);

/// `a date (YYYY-MM-DD)`, `a list, each one of kept, late or open`
std::string value_words(const Field& field);

/// `1 to 5`, `0 or more`; empty where any value of its type will do.
std::string range_words(const Field& field);

/// Which of its fields exclude each other; empty where none do.
std::string alternative_words(const Kind& kind);

}  // namespace brm
