// The words of each option and argument of a command, as help and the manual show them.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "commands/values.h"

namespace brm {

struct OptionWords {
  std::vector<std::string> names;  ///< `-C`, `--records`; of an argument only `ID`.
  std::string value;               ///< `FOLDER`; empty for a flag and for an argument.
  std::string meaning;             ///< Without a full stop, and without the list of its words.
  std::string implied;             ///< The word that counts where it is left out; may be empty.
  const Values* values = nullptr;
  bool is_argument = false;
  bool is_required = false;
  bool is_repeatable = false;

  /// `-C, --records FOLDER`, `[PATH...]`
  std::string heading() const;
  /// The meaning with the words there are: `Its form: text or json (default text)`.
  std::string sentence() const;
};

/// In the order they were added; `--help` last.
std::vector<OptionWords> option_words(const CLI::App& app);

std::vector<OptionWords> arguments_of(const CLI::App& app);
std::vector<OptionWords> options_of(const CLI::App& app);

}  // namespace brm
