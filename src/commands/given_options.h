// The commands that brm suggests, as whoever was given an answer has to type them.
#pragma once

#include <string>

#include "commands/command.h"

namespace brm {

/// `brm show dhhs` with the -C, --as-of and --audience that were given, as far as the command takes
/// them, on a line of its own or in backticks; only of commands that look at records, and no day
/// where one names its own.
std::string with_given_options(const std::string& text, const GlobalOptions& options);

/// The same of all that a document says in brm's own words.
void add_given_options(Document& document, const GlobalOptions& options);

}  // namespace brm
