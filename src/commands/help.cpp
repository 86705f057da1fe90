#include "commands/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "commands/application.h"
#include "commands/command.h"
#include "commands/misuse.h"
#include "commands/option_words.h"

namespace brm {
namespace {

constexpr std::size_t most_width = 100;

struct Row {
  std::string left;
  std::string right;
};

/// Two columns, the second wrapped.
std::string two_columns(const std::vector<Row>& rows, std::size_t width) {
  std::size_t left = 0;
  for (const Row& row : rows) left = std::max(left, display_width(row.left));
  std::string out;
  for (const Row& row : rows) {
    std::string head = padded(row.left, left);
    for (const std::string& line : wrapped(row.right, width - left - 4)) {
      out += fmt::format("  {}  {}\n", head, line);
      head = std::string(left, ' ');
    }
  }
  return out;
}

std::vector<Row> rows_of(const std::vector<OptionWords>& options) {
  std::vector<Row> rows;
  for (const OptionWords& option : options) rows.push_back({option.heading(), option.sentence()});
  return rows;
}

std::string paragraph(std::string_view text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrapped(text, width)) out += line + "\n";
  return out;
}

std::string usage(const CLI::App& command) {
  std::string out = fmt::format("usage: brm {} [OPTION...]", command.get_name());
  for (const OptionWords& row : arguments_of(command)) out += " " + row.heading();
  return out + "\n";
}

std::string command_help(const CLI::App& app, const CLI::App& chosen, std::size_t width) {
  const Command& command = *find_command(chosen.get_name());
  std::string out =
      paragraph(std::string(command.summary) + ".", width) + "\n" + usage(chosen) + "\n";
  if (const auto arguments = arguments_of(chosen); !arguments.empty()) {
    out += two_columns(rows_of(arguments), width) + "\n";
  }
  out += paragraph(command.description, width);
  out += "\nOptions:\n" + two_columns(rows_of(options_of(chosen)), width);
  out += "\nOptions of every command:\n" + two_columns(rows_of(options_of(app)), width);
  return out + "\nExamples:\n" + std::string(command.examples);
}

std::string general_help(const CLI::App& app, std::size_t width) {
  std::vector<Row> commands;
  for (const Command* command : all_commands()) {
    commands.push_back({std::string(command->name), std::string(command->summary)});
  }
  return paragraph(app.get_description(), width) + "\nusage: brm [OPTION...] COMMAND ...\n" +
         "\nCommands:\n" + two_columns(commands, width) + "\nOptions of every command:\n" +
         two_columns(rows_of(options_of(app)), width) +
         "\nBegin with `brm check` in a records folder, then `brm report outcomes`.\n"
         "`brm COMMAND --help` says more, and so does `man brm`.\n";
}

struct Options {
  std::string command;
};

ExitStatus run(const Options& options, const Invocation& invocation) {
  const Application application;
  const CLI::App* chosen = nullptr;
  if (!options.command.empty()) {
    if (find_command(options.command) == nullptr) {
      return invocation.fail(unknown_command(options.command));
    }
    chosen = application.app.get_subcommand(options.command);
  }
  invocation.console.out += help_text(application.app, chosen, invocation.style.width);
  return ExitStatus::clean;
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("COMMAND", options->command, "Whose help is printed"), values::command);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

std::string help_text(const CLI::App& app, const CLI::App* chosen, std::size_t width) {
  width = std::min(width, most_width);
  return chosen == nullptr ? general_help(app, width) : command_help(app, *chosen, width);
}

namespace commands {

extern constinit const Command help{
    .name = "help",
    .summary = "Print what a command does and which options it has",
    .description =
        "Prints the same as `--help` behind the command; without one, the list of commands.",
    .examples =
        "  brm help\n"
        "  brm help list\n",
    .also = "man usage",
    .add = add,
};

}  // namespace commands
}  // namespace brm
