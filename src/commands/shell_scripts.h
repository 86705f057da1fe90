// The scripts that tell a shell how to complete a command line of brm: each asks brm itself what
// may follow, so that it is never behind the program.
#pragma once

#include <span>
#include <string_view>

namespace brm {

struct ShellScript {
  std::string_view shell;    ///< `bash`
  std::string_view meaning;  ///< Where to put it: a sentence with its full stop.
  std::string_view text;
};

std::span<const ShellScript> shell_scripts();

}  // namespace brm
