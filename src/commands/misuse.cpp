#include "commands/misuse.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/option_words.h"

namespace brm {

const CLI::App* chosen_command(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? nullptr : chosen.front();
}

namespace {

/// `brm list`, or brm itself.
std::string call_of(const CLI::App& app) {
  const CLI::App* chosen = chosen_command(app);
  return chosen == nullptr ? "brm" : "brm " + chosen->get_name();
}

std::string see_help(const CLI::App& app) { return fmt::format("see `{} --help`", call_of(app)); }

std::vector<const CLI::Option*> options_within(const CLI::App& app) {
  std::vector<const CLI::Option*> out;
  for (const CLI::App* each : {chosen_command(app), &app}) {
    if (each == nullptr) continue;
    for (const CLI::Option* option : each->get_options()) out.push_back(option);
  }
  return out;
}

/// The name that an argument gives an option by; empty for another word.
std::string option_name(const std::string& argument) {
  if (!argument.starts_with('-') || argument.size() < 2) return "";
  return argument.starts_with("--") ? argument.substr(0, argument.find('='))
                                    : argument.substr(0, 2);
}

const CLI::Option* find_option(const CLI::App& app, const std::string& argument) {
  const std::string name = option_name(argument);
  for (const CLI::Option* option : options_within(app)) {
    if (!name.empty() && !option->get_positional() && option->check_name(name)) return option;
  }
  return nullptr;
}

/// `relationships, initiatives or ...`, `one of text or json`; empty where anything may stand.
std::string words_for(const CLI::Option& option) {
  const Values* values = values_of(option);
  return values == nullptr || values->words == nullptr ? "" : words_help(*values);
}

std::string joined_help(const std::string& words, const std::string& rest) {
  return words.empty() ? rest : fmt::format("{}; {}", words, rest);
}

Failure needs_argument(const CLI::App& app, const CLI::Option& option) {
  std::string what = option.get_description();
  what.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(what.front())));
  return {fmt::format("`{}` needs {}: {}", call_of(app), option.get_name(true, false), what),
          joined_help(words_for(option), see_help(app))};
}

/// The option that was given more often than it can be.
const CLI::Option* given_too_often(const CLI::App& app) {
  for (const CLI::Option* option : options_within(app)) {
    const auto most = static_cast<std::size_t>(std::max(1, option->get_items_expected_max()));
    if (!option->get_positional() && option->results().size() > most) return option;
  }
  return nullptr;
}

std::string long_name(const CLI::Option& option) { return option.get_name(false, false); }

/// Every command that has the option.
std::vector<std::string_view> owners_of(const CLI::App& app, const std::string& name) {
  std::vector<std::string_view> owners;
  for (const Command* command : all_commands()) {
    const CLI::App& sub = *app.get_subcommand(std::string(command->name));
    for (const CLI::Option* option : sub.get_options()) {
      if (!option->get_positional() && option->check_name(name)) owners.push_back(command->name);
    }
  }
  return owners;
}

Failure unexpected_option(const CLI::App& app, const std::string& word) {
  const std::string name = option_name(word);
  const CLI::App* chosen = chosen_command(app);
  const auto owners = owners_of(app, name);
  const bool is_misplaced =
      !owners.empty() && (chosen == nullptr || std::find(owners.begin(), owners.end(),
                                                         chosen->get_name()) != owners.end());
  if (is_misplaced) {
    return {fmt::format("`{}` stands before the command it belongs to", visible(name)),
            fmt::format("write it after: `brm {} {}`",
                        chosen == nullptr ? std::string(owners.front()) : chosen->get_name(),
                        visible(word))};
  }
  if (name == "--pager") {
    return {fmt::format("`{}` has no option `--pager`: brm starts no other program", call_of(app)),
            fmt::format("write `{} --color always | less -R`", call_of(app))};
  }
  std::vector<std::string> names;
  for (const CLI::Option* option : options_within(app)) {
    for (const std::string& each : option->get_lnames()) names.push_back("--" + each);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto close = name.size() > 2 ? nearest(name, known) : std::nullopt;
  return {fmt::format("`{}` has no option `{}`", call_of(app), visible(name)),
          close ? fmt::format("did you mean `{}`?", *close)
                : fmt::format("`{} --help` lists them", call_of(app))};
}

}  // namespace

std::optional<Failure> empty_value(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (!argument.starts_with("--") || argument.find('=') + 1 != argument.size()) continue;
    const std::string name = argument.substr(0, argument.size() - 1);
    return Failure{fmt::format("there is nothing after `{}`", visible(argument)),
                   fmt::format("give `{}` a value, or leave it out", visible(name))};
  }
  return std::nullopt;
}

Failure misuse(const CLI::App& app, const CLI::ParseError& error,
               const std::vector<std::string>& arguments) {
  if (const CLI::App* chosen = chosen_command(app); chosen != nullptr) {
    for (const CLI::Option* option : chosen->get_options()) {
      if (option->get_required() && option->count() == 0) return needs_argument(app, *option);
    }
  }
  if (const CLI::Option* option = given_too_often(app)) {
    return {fmt::format("`{}` is given {} times", long_name(*option), option->results().size()),
            "give it once"};
  }
  for (const std::string& argument : arguments) {
    const CLI::Option* option = find_option(app, argument);
    const bool is_flag = option != nullptr && option->get_items_expected_max() == 0;
    if (is_flag && argument.starts_with("--") && argument.find('=') != std::string::npos) {
      return {fmt::format("`{}` takes no value", long_name(*option)),
              fmt::format("write `{}` alone", long_name(*option))};
    }
  }
  const CLI::Option* last = arguments.empty() ? nullptr : find_option(app, arguments.back());
  if (last != nullptr) {
    return {fmt::format("`{}` needs a value: {}", long_name(*last), last->get_type_name()),
            joined_help(words_for(*last), see_help(app))};
  }
  return {visible(error.what()), see_help(app)};
}

Failure unexpected(const CLI::App& app, const std::string& word) {
  if (word.starts_with('-') && word.size() > 1) return unexpected_option(app, word);
  const CLI::App* chosen = chosen_command(app);
  if (chosen == nullptr) return unknown_command(word);
  return {fmt::format("`{}` is one argument too many for `{}`", visible(word), call_of(app)),
          see_help(app)};
}

Failure unknown_command(std::string_view word) {
  Failure failure = unknown_value(values::command, word);
  if (word == "version") failure.help = "did you mean `brm --version`?";
  for (const Command* command : all_commands()) {
    std::string_view words = command->also;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      if (words.substr(0, end) == word)
        failure.help = fmt::format("did you mean `{}`?", command->name);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }
  return failure;
}

}  // namespace brm
