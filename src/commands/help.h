// What `--help` prints, made from the commands' own words and options.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

namespace brm {

/// Of a command, or of brm itself where `chosen` is null; no line wider than `width`.
std::string help_text(const CLI::App& app, const CLI::App* chosen, std::size_t width);

}  // namespace brm
