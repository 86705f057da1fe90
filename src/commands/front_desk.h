// From the command line to the command that runs, and back with a status.
#pragma once

#include "commands/world.h"

namespace brm {

ExitStatus run(const World& world, Console& console);

/// The text of man/brm.1, made from the commands' own words and options.
std::string manual_page();

}  // namespace brm
