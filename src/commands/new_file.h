// Where a record that is not there yet goes in its folder, and how its file begins.
#pragma once

#include <string>

#include "commands/command.h"

namespace brm {

/// `relationships/`: where most records of the kind are, else where they usually are.
std::string folder_for(const Kind& kind, const Portfolio& portfolio);

/// The line by which an editor finds the schema, where the folder has one; else nothing.
std::string editor_line(const Invocation& invocation, const Opened& opened,
                        const std::string& path);

}  // namespace brm
