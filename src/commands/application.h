// The command line as CLI11 sees it: one App with every command's options, for parsing, help and
// the manual alike.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "commands/command.h"

namespace brm {

struct Application {
  Application();
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  CLI::App app;
  GlobalOptions options;
  Job chosen;  ///< Empty until a command was parsed.
};

}  // namespace brm
