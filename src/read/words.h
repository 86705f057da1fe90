// How the reader names what it found and what it wants.
#pragma once

#include <string>
#include <string_view>

#include "model/fields.h"
#include "read/tree.h"

namespace brm {

/// `a list`, `a single value`
std::string_view form_words(const Node& written);

/// `date, value or met`
std::string field_names(const Kind& kind);

/// `one of agency or internal`, `a date (YYYY-MM-DD)`
std::string wanted(const Field& field);

/// `percent, low with high or scale`
std::string alternatives(const Kind& kind);

}  // namespace brm
