#include "schema/record_schema.h"

#include <CLI/CLI.hpp>

#include "commands/command.h"
#include "commands/exchange_values.h"
#include "commands/output_options.h"
#include "commands/trend.h"
#include "commands/where_option.h"
#include "exchange/mapping_fields.h"
#include "exchange/mapping_schema.h"
#include "render/answer_schema.h"
#include "reports/report.h"

namespace brm {
namespace {

struct Options {
  std::string kind;
  std::optional<std::string> answer;
  OutputOptions output;
};

/// A report has the same tables and details whatever is in the records, so none are needed.
std::string schema_of(const Report& report, Date as_of) {
  const Reading nothing = read_portfolio(MemoryFolder({}));
  const Assessment assessed(nothing.portfolio, as_of);
  const Document least = report.make(assessed, {});
  ReportRequest everything;
  if (report.simulates == Simulates::yes) everything.simulation = SimulationRequest{.years = 1};
  for (const ReportOption* option : report.options) everything.chosen.push_back({option, nullptr});
  Document most = report.make(assessed, everything);
  if (report.trend != nullptr) most.sections.push_back(empty_trend(report));
  return answer_schema(least, most);
}

Result<std::string> schema_of_answer(const std::string& name, Date as_of) {
  if (name == "check") return findings_schema();
  for (const Report* report : all_reports()) {
    if (report->name == name) return schema_of(*report, as_of);
  }
  return unknown_word("report", name, names_of(values::answer.words()));
}

Result<std::string> make_schema(const Options& options, Date as_of) {
  if (!options.answer && options.kind.empty()) return record_schema();
  if (!options.answer && options.kind == kinds::mapping_topic) return mapping_schema();
  if (!options.answer) {
    const auto kind = read_kind(options.kind);
    return kind.ok() ? Result<std::string>(record_schema(*kind.value())) : kind.failure();
  }
  if (!options.kind.empty()) {
    return Failure{"a kind and --report are two schemas", "ask for one of them"};
  }
  return schema_of_answer(*options.answer, as_of);
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto path = read_json_path(options.output);
  if (!path.ok()) return invocation.fail(path.failure());
  auto schema = make_schema(options, invocation.as_of);
  if (!schema.ok()) return invocation.fail(schema.failure());
  put(invocation, std::move(schema).value(), path.value());
  return ExitStatus::clean;
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option(
            "KIND", options->kind,
            "Of this kind of record or part, instead of any record; `mapping`: of the files "
            "that brm import reads"),
        values::schema_kind);
  takes(app.add_option("--report", options->answer, "Of the json of this report, or of check"),
        values::answer);
  add_json_output_option(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command schema{
    .name = "schema",
    .summary = "Print the JSON Schema of records, for editors, or of an answer",
    .description =
        "The schema is draft-07, which the YAML servers of editors read. Write it into a file "
        "once, "
        "and begin each record with a line that names the file: "
        "`# yaml-language-server: $schema=../.brm.schema.json`. The editor then completes fields "
        "and "
        "words, says what each means, and underlines what cannot be so. What needs the other "
        "records, such as whether an id is there, only `brm check` knows. With --report it is the "
        "schema of what `brm report NAME --format json` prints, for whoever reads that: fields may "
        "be added to it, and schema_version grows when one goes or changes its meaning.",
    .examples =
        "  brm schema -o .brm.schema.json\n"
        "  brm schema outcome\n"
        "  brm schema mapping -o tables/.mapping.schema.json\n"
        "  brm schema --report portfolio\n",
    .add = add,
};

}  // namespace commands
}  // namespace brm
