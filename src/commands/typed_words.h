// A command line read as far as it was typed, which may be no command line yet.
#pragma once

#include <CLI/CLI.hpp>
#include <span>
#include <string>
#include <vector>

#include "commands/application.h"
#include "commands/values.h"

namespace brm {

struct TypedWords {
  TypedWords(const CLI::App& app, std::span<const std::string> words);

  /// The option or argument that the last word is a value of; null for a command or an option name.
  const CLI::Option* value_of() const;
  /// The word typed for the argument that takes these values; empty when there is none yet.
  std::string typed_for(const Values& values) const;

  const CLI::App& app;
  const CLI::App* command = nullptr;
  std::string records;          ///< What stands after -C.
  std::string current;          ///< The word being typed, or the part of it after `=`.
  std::string before_current;   ///< `--format=`, where that part is in one word with it.
  bool is_option_name = false;  ///< The last word is the name of an option.

 private:
  void read(const std::string& word);
  void read_current(const std::string& word);
  const CLI::Option* find_option(const std::string& name) const;
  void take_value(const CLI::Option& option, const std::string& value);

  const CLI::Option* pending_ = nullptr;  // an option that waits for its value
  std::vector<std::string> arguments_;
  bool is_past_options_ = false;
};

}  // namespace brm
