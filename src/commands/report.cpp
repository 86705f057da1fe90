#include "reports/report.h"

#include <CLI/CLI.hpp>

#include "base/spelling.h"
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
};

const Report* find_report(const std::string& name) {
  for (const Report* report : all_reports()) {
    if (report->name == name) return report;
  }
  return nullptr;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  const Report* report = find_report(options.name);
  if (report == nullptr) {
    std::vector<std::string_view> names;
    for (const Report* each : all_reports()) names.push_back(each->name);
    if (options.name.empty()) {
      return invocation.fail({"which report?", "one of " + join_or(names)});
    }
    return invocation.fail(unknown_word("report", options.name, names));
  }
  const auto where = read_where(*report->kind, options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Assessment assessed(opened.value().reading.portfolio, invocation.as_of);
  return put_document(invocation, report->make(assessed, where.value()), opened.value(),
                      output.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("NAME", options->name, "Which report"), values::report);
  takes(app.add_option("--where", options->where, "Only those of which this is true"),
        values::condition);
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
        "  brm --as-of 2026-06-30 report portfolio --format json\n",
    .add = add,
};

}  // namespace commands
}  // namespace brm
