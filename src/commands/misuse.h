// What is wrong with a command line, in brm's own words: CLI11 knows only that something is.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace brm {

/// `--as-of=`, for which CLI11 would take the next word, whatever it is.
std::optional<Failure> empty_value(const std::vector<std::string>& arguments);

/// The command that was given; null where none was.
const CLI::App* chosen_command(const CLI::App& app);

/// Of a parse that failed.
Failure misuse(const CLI::App& app, const CLI::ParseError& error,
               const std::vector<std::string>& arguments);

/// Of a word that a parse left over.
Failure unexpected(const CLI::App& app, const std::string& word);

/// With the words that people type instead.
Failure unknown_command(std::string_view word);

}  // namespace brm
