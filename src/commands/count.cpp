#include <CLI/CLI.hpp>

#include "commands/command.h"
#include "commands/values.h"
#include "commands/where_option.h"

namespace brm {
namespace {

struct Options {
  std::string kind;
  std::string where;
};

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto kind = read_kind(options.kind);
  if (!kind.ok()) return invocation.fail(kind.failure());
  const auto where = read_where(*kind.value(), options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Assessment assessed(opened.value().reading.portfolio, invocation.as_of);
  std::size_t count = 0;
  for (const Item* item : assessed.portfolio().all(*kind.value())) {
    if (where.value().holds(assessed, *item)) ++count;
  }
  invocation.console.out += std::to_string(count) + "\n";
  return said_notices(invocation, opened.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("KIND", options->kind, "What to count"), values::kind)->required();
  takes(app.add_option("--where", options->where, "Only those of which this is true"),
        values::condition);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command count{
    .name = "count",
    .summary = "Print how many records or parts there are",
    .description = "Prints one number, for scripts. Any kind of record or part can be counted.",
    .examples =
        "  brm count outcomes --where 'verdict = on_track'\n"
        "  brm count initiatives --where watermelon\n",
    .add = add,
};

}  // namespace commands
}  // namespace brm
