// Help and manual, both made from the commands' own words and options.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

namespace brm {

/// One option or argument: `--format FORMAT`, what it does.
struct OptionWords {
  std::string names;
  std::string meaning;
  bool is_positional = false;
};

/// In the order they were added; `--help` last.
std::vector<OptionWords> option_words(const CLI::App& app);

/// Of the chosen command, or of brm itself, no line wider than `width`.
std::string help_text(const CLI::App& app, std::size_t width);

/// man/brm.1, in mdoc.
std::string manual_page(const CLI::App& app);

}  // namespace brm
