#include "commands/front_desk.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/application.h"
#include "commands/command.h"
#include "commands/help.h"

namespace brm {
namespace {

/// Flag before environment before default; SOURCE_DATE_EPOCH is for reproducible builds of reports.
Result<Date> as_of_date(const World& world, const GlobalOptions& options) {
  const auto read = [](const std::string& text, std::string_view from) -> Result<Date> {
    const DateReading reading = read_date(text);
    if (reading.fault == DateFault::none) return reading.date;
    return Failure{fmt::format("{} `{}` is not a date", from, visible(text)),
                   "write it as YYYY-MM-DD"};
  };
  if (options.as_of) return read(*options.as_of, "--as-of");
  if (const auto day = world.environment("BRM_AS_OF"); day && !day->empty()) {
    return read(*day, "BRM_AS_OF");
  }
  if (const auto epoch = world.environment("SOURCE_DATE_EPOCH"); epoch && !epoch->empty()) {
    std::int64_t seconds = 0;
    const char* end = epoch->data() + epoch->size();
    const auto parsed = std::from_chars(epoch->data(), end, seconds);
    constexpr std::int64_t last_second_of_2200 = 7'289'654'399;
    if (parsed.ec != std::errc{} || parsed.ptr != end || seconds < 0 ||
        seconds > last_second_of_2200) {
      return Failure{fmt::format("SOURCE_DATE_EPOCH `{}` is not a time", visible(*epoch)),
                     "write seconds since 1970-01-01, UTC"};
    }
    return day_of_unix_seconds(seconds);
  }
  return world.today;
}

bool is_set(const World& world, const std::string& name) {
  const auto value = world.environment(name);
  return value && !value->empty();
}

Result<Colour> chosen_colour(const World& world, const std::string& option) {
  if (option == "always") return Colour::on;
  if (option == "never") return Colour::off;
  if (option != "auto") {
    constexpr std::string_view words[] = {"auto", "always", "never"};
    return unknown_word("--color", option, words);
  }
  if (is_set(world, "NO_COLOR")) return Colour::off;
  if (is_set(world, "FORCE_COLOR") || is_set(world, "CLICOLOR_FORCE")) return Colour::on;
  const bool is_dumb = world.environment("TERM").value_or("") == "dumb";
  return world.out_is_terminal && !is_dumb ? Colour::on : Colour::off;
}

std::size_t page_width(const World& world) {
  constexpr std::size_t in_a_pipe = 100;
  constexpr std::size_t narrowest = 40;
  constexpr std::size_t widest = 1000;
  if (!world.out_is_terminal) return in_a_pipe;
  std::size_t width = world.terminal_width.value_or(in_a_pipe);
  if (const auto columns = world.environment("COLUMNS")) {
    std::size_t number = 0;
    const char* end = columns->data() + columns->size();
    if (std::from_chars(columns->data(), end, number).ptr == end && number > 0) width = number;
  }
  return std::clamp(width, narrowest, widest);
}

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
  const auto as_of = as_of_date(world, options);
  if (!as_of.ok()) return invocation.fail(as_of.failure());
  const auto colour = chosen_colour(world, options.color);
  if (!colour.ok()) return invocation.fail(colour.failure());
  invocation.as_of = as_of.value();
  invocation.style = {page_width(world), colour.value()};
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
    console.out += help_text(app, page_width(world));
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
    console.out += help_text(app, page_width(world));
    return ExitStatus::clean;
  }
  return run_job(world, application.options, application.chosen, console);
}

}  // namespace brm
