#include "commands/front_desk.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands/application.h"
#include "commands/command.h"
#include "commands/help.h"
#include "commands/misuse.h"
#include "commands/settings.h"
#include "render/build_log.h"

namespace brm {
namespace {

ExitStatus run_job(const World& world, const GlobalOptions& options, const Job& job,
                   Console& console) {
  Invocation invocation{world, options, console, {}, {}, {}};
  const auto chosen = chosen_day(world, options);
  if (!chosen.ok()) return invocation.fail(chosen.failure());
  const auto colour = chosen_colour(world, options);
  if (!colour.ok()) return invocation.fail(colour.failure());
  const auto reading = chosen_reading(options);
  if (!reading.ok()) return invocation.fail(reading.failure());
  invocation.reading = reading.value();
  const auto audience = chosen_audience(options);
  if (!audience.ok()) return invocation.fail(audience.failure());
  invocation.reading.audience = audience.value();
  invocation.as_of = chosen.value().day;
  invocation.style = {chosen_width(world).columns, colour.value().colour};
  return job(invocation);
}

ExitStatus refuse(Console& console, const Failure& failure) {
  const GlobalOptions options;
  const World world;
  return Invocation{world, options, console, {}, {}, {}}.fail(failure);
}

ExitStatus run_as_asked(const World& world, Console& console) {
  if (const auto failure = empty_value(world.arguments)) return refuse(console, *failure);
  Application application;
  CLI::App& app = application.app;
  try {
    app.parse(std::vector<std::string>(world.arguments.rbegin(), world.arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    console.out += help_text(app, chosen_command(app), chosen_width(world).columns);
    return ExitStatus::clean;
  } catch (const CLI::CallForVersion&) {
    console.out += "brm " BRM_VERSION "\n";
    return ExitStatus::clean;
  } catch (const CLI::ParseError& error) {
    return refuse(console, misuse(app, error, world.arguments));
  }
  auto extra = app.remaining(true);
  std::erase(extra, "--");  // ends the options, and is no argument itself
  if (!extra.empty()) {
    return refuse(console, unexpected(app, extra.front()));
  }
  if (!application.chosen) {
    if (!world.arguments.empty())
      return refuse(console, {"no command is given", "`brm --help` lists them"});
    console.out += help_text(app, nullptr, chosen_width(world).columns);
    return ExitStatus::clean;
  }
  return run_job(world, application.options, application.chosen, console);
}

}  // namespace

ExitStatus run(const World& world, Console& console) {
  const ExitStatus status = run_as_asked(world, console);
  console.err = lines_for_build_log(std::move(console.err));
  return status;
}

}  // namespace brm
