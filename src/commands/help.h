// What `--help` prints, made from the commands' own words and options.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

namespace brm {

/// Of the chosen command, or of brm itself, no line wider than `width`.
std::string help_text(const CLI::App& app, std::size_t width);

}  // namespace brm
