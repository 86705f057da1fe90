// The form of an id and of a reference to one.
#pragma once

#include <string>
#include <string_view>

namespace brm {

/// `a-z0-9` and `-`, 1 to 63, starting with a letter or digit, and no name that a file cannot have
/// everywhere (`con`, `aux`, ...).
bool is_id(std::string_view text);

/// An id, or two with `/` between: a part of a record.
bool is_reference(std::string_view text);

/// The id that a text was probably meant to be; empty when nothing of it can be used.
std::string suggest_id(std::string_view text);

}  // namespace brm
