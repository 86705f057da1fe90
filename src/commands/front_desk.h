// From the command line to the command that runs, and back with a status.
#pragma once

#include "commands/world.h"

namespace brm {

ExitStatus run(const World& world, Console& console);

}  // namespace brm
