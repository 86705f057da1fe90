#include "commands/front_desk.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/application.h"
#include "commands/command.h"
#include "commands/help.h"
#include "commands/settings.h"

namespace brm {
namespace {

Failure unexpected(const CLI::App& app, const std::string& word) {
  const auto chosen = app.get_subcommands();
  std::vector<std::string_view> known;
  if (word.starts_with('-') && word.size() > 1) {
    std::vector<std::string> names = option_names(app);
    for (const CLI::App* command : chosen) {
      for (std::string& name : option_names(*command)) names.push_back(std::move(name));
    }
    for (const std::string& name : names) known.push_back(name);
    return unknown_word("option", word, known);
  }
  if (!chosen.empty()) {
    return {fmt::format("`{}` is one argument too many for `brm {}`", visible(word),
                        chosen.front()->get_name()),
            fmt::format("see `brm {} --help`", chosen.front()->get_name())};
  }
  for (const Command* command : all_commands()) known.push_back(command->name);
  return unknown_word("command", word, known);
}

ExitStatus run_job(const World& world, const GlobalOptions& options, const Job& job,
                   Console& console) {
  Invocation invocation{world, options, console, {}, {}};
  const auto chosen = chosen_day(world, options);
  if (!chosen.ok()) return invocation.fail(chosen.failure());
  const auto colour = chosen_colour(world, options);
  if (!colour.ok()) return invocation.fail(colour.failure());
  invocation.as_of = chosen.value().day;
  invocation.style = {chosen_width(world).columns, colour.value().colour};
  return job(invocation);
}

ExitStatus refuse(Console& console, const Failure& failure) {
  const GlobalOptions options;
  const World world;
  return Invocation{world, options, console, {}, {}}.fail(failure);
}

}  // namespace

ExitStatus run(const World& world, Console& console) {
  Application application;
  CLI::App& app = application.app;
  try {
    app.parse(std::vector<std::string>(world.arguments.rbegin(), world.arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    console.out += help_text(app, chosen_width(world).columns);
    return ExitStatus::clean;
  } catch (const CLI::CallForVersion&) {
    console.out += "brm " BRM_VERSION "\n";
    return ExitStatus::clean;
  } catch (const CLI::ParseError& error) {
    return refuse(console, {visible(error.what()), "see `brm --help`"});
  }
  auto extra = app.remaining(true);
  std::erase(extra, "--");  // ends the options, and is no argument itself
  if (!extra.empty()) {
    return refuse(console, unexpected(app, extra.front()));
  }
  if (!application.chosen) {
    if (!world.arguments.empty())
      return refuse(console, {"no command is given", "see `brm --help`"});
    console.out += help_text(app, chosen_width(world).columns);
    return ExitStatus::clean;
  }
  return run_job(world, application.options, application.chosen, console);
}

}  // namespace brm
