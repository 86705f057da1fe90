#include "reports/report.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>

#include "base/utf8.h"
#include "commands/command.h"
#include "commands/output_options.h"
#include "commands/values.h"
#include "commands/where_option.h"

namespace brm {
namespace {

struct Options {
  std::string name;
  std::string where;
  OutputOptions output;
  std::optional<std::string> simulate;
  std::optional<std::string> seed;
};

/// The whole text as a number of digits alone; empty otherwise.
template <class Number>
std::optional<Number> read_whole(const std::string& text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (text.empty() || parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return number;
}

const Report* find_report(const std::string& name) {
  for (const Report* report : all_reports()) {
    if (report->name == name) return report;
  }
  return nullptr;
}

/// `--simulate N` and `--seed S`, for a report that simulates.
Result<std::optional<SimulationRequest>> read_simulation(const Options& options,
                                                         const Report& report) {
  if (!options.simulate && !options.seed) return std::optional<SimulationRequest>{};
  if (report.simulates == Simulates::no) {
    return Failure{fmt::format("the report {} simulates nothing", report.name),
                   "--simulate and --seed are for the report risks"};
  }
  if (!options.simulate) return Failure{"--seed without --simulate", "give both"};
  SimulationRequest request;
  constexpr std::size_t fewest = 100;
  constexpr std::size_t most = 10'000'000;
  const auto years = read_whole<std::size_t>(*options.simulate);
  if (!years || *years < fewest || *years > most) {
    return Failure{fmt::format("--simulate `{}` is no number of years", visible(*options.simulate)),
                   fmt::format("write a whole number from {} to {}, such as 10000", fewest, most)};
  }
  request.years = *years;
  if (!options.seed) return std::optional(request);
  const auto seed = read_whole<std::uint64_t>(*options.seed);
  if (!seed) {
    return Failure{fmt::format("--seed `{}` is no whole number", visible(*options.seed)),
                   "write one from 0 to 18446744073709551615"};
  }
  request.seed = *seed;
  return std::optional(request);
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  const Report* report = find_report(options.name);
  if (report == nullptr) return invocation.fail(unknown_value(values::report, options.name));
  const auto where = read_where(*report->kind, options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto simulation = read_simulation(options, *report);
  if (!simulation.ok()) return invocation.fail(simulation.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Assessment assessed(opened.value().reading.portfolio, invocation.as_of,
                            invocation.reading.jobs);
  ReportRequest request{where.value(), simulation.value()};
  if (request.simulation) request.simulation->jobs = invocation.reading.jobs;
  return put_document(invocation, report->make(assessed, request), opened.value(), output.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("NAME", options->name, "Which report"), values::report)->required();
  takes(app.add_option("--where", options->where, "Only those of which this is true"),
        values::condition);
  takes(app.add_option("--simulate", options->simulate,
                       "risks: make up N years, and show how much may come together"),
        values::amount);
  takes(app.add_option("--seed", options->seed,
                       "With --simulate: another number draws other years (default 1)"),
        values::amount);
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command report{
    .name = "report",
    .summary = "Print a report over all records",
    .description =
        "A report answers one question over all records, puts first what needs attention first, "
        "and says why. Where something written could not be read, it says so at its top.",
    .examples =
        "  brm report outcomes\n"
        "  brm report outcomes --where 'verdict in (missed, off_track)'\n"
        "  brm report risks --simulate 10000\n"
        "  brm --as-of 2026-06-30 report portfolio --format json\n",
    .also = "status summary dashboard",
    .add = add,
};

}  // namespace commands
}  // namespace brm
