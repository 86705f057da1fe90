#include "render/export.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/spelling.h"
#include "commands/command.h"
#include "commands/exchange_values.h"
#include "commands/output_options.h"
#include "commands/where_option.h"
#include "document/texts.h"
#include "model/all_kinds.h"
#include "reports/kind_table.h"
#include "reports/risk_register.h"

namespace brm {
namespace {

constexpr std::string_view everything = "all";

struct Options {
  std::string kind;
  std::string where;
  OutputOptions output;
};

Document document_of(const Assessment& assessed, const Kind* kind, const Where& where) {
  Document document;
  document.name = "export";
  document.sections.push_back({});
  std::vector<Table>& tables = document.sections.back().tables;
  if (kind != nullptr) {
    tables.push_back(kind_table(assessed, *kind, where));
    return document;
  }
  for (const Kind* each : all_kinds()) tables.push_back(kind_table(assessed, *each, {}));
  return document;
}

std::string register_of(const RiskRegister& found) {
  std::vector<RegisterEntry> entries;
  for (const RegisteredRisk& risk : found.risks) {
    entries.push_back({risk.id, risk.description, risk.category, risk.likelihood, risk.impact,
                       risk.exposure, risk.responses, risk.response_cost, risk.response, risk.owner,
                       risk.status});
  }
  return render_register(entries);
}

void say_costs(const Invocation& invocation, const RiskRegister& found) {
  const std::vector<std::string_view> others(found.costs_of_others.begin(),
                                             found.costs_of_others.end());
  if (found.costs_unknown + others.size() == 0) return;
  std::string& err = invocation.console.err;
  err += fmt::format("brm: riskResponseCost is 0 for {}, as the register wants a number: ",
                     counted(found.costs_unknown + others.size(), "risk"));
  if (!others.empty()) err += fmt::format("in another currency for {}", join_and(others));
  if (!others.empty() && found.costs_unknown > 0) err += "; ";
  if (found.costs_unknown > 0) err += fmt::format("not recorded for {}", found.costs_unknown);
  err += "; riskResponseDescription says so\n";
}

ExitStatus put_register(const Invocation& invocation, const Opened& opened,
                        const Assessment& assessed, const Where& where, const std::string& path) {
  const RiskRegister found = compute_register(assessed, where);
  std::vector<std::string_view> texts;
  for (const RegisteredRisk& risk : found.risks) {
    for (const std::string* text :
         {&risk.id, &risk.description, &risk.category, &risk.response, &risk.owner}) {
      texts.push_back(*text);
    }
  }
  if (const auto failure = find_telling(opened, texts)) return invocation.fail(*failure);
  put(invocation, register_of(found), path);
  if (!found.unquantified.empty() && !invocation.options.quiet) {
    const std::vector<std::string_view> names(found.unquantified.begin(), found.unquantified.end());
    invocation.console.err += fmt::format(
        "brm: {} without a percent, an amount of the office's currency or a response {} left out: "
        "{}\n",
        counted(names.size(), "risk"), names.size() == 1 ? "is" : "are", join_and(names));
  }
  if (!invocation.options.quiet) say_costs(invocation, found);
  return said_notices(invocation, opened);
}

/// Why the format cannot be had of this.
std::optional<Failure> misfit(const Options& options, const ExportFormat& format,
                              const std::string& path) {
  if (format.render == nullptr && options.kind != "risks" && options.kind != "risk") {
    return Failure{fmt::format("{} is a register of risks", format.words.name),
                   "export risks, or name a file that ends in .jsonl, .csv or .sqlite"};
  }
  if (options.kind == everything && !format.holds_several) {
    return Failure{fmt::format("{} holds one kind, and `all` is every one", format.words.name),
                   "name a kind, or add --format sqlite"};
  }
  if (options.kind == everything && !options.where.empty()) {
    return Failure{"--where chooses among one kind, and `all` is every one", "name a kind"};
  }
  if (format.is_binary && path.empty()) {
    return Failure{fmt::format("{} is nothing for a terminal or pipe", format.words.name),
                   fmt::format("write it into a file: -o {}{}", options.kind, format.words.ending)};
  }
  return std::nullopt;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_any(options.output, invocation, export_formats());
  if (!output.ok()) return invocation.fail(output.failure());
  const ExportFormat& format = *output.value().format;
  if (const auto failure = misfit(options, format, output.value().path)) {
    return invocation.fail(*failure);
  }
  const Kind* kind = nullptr;
  if (options.kind != everything) {
    const auto read = read_kind(options.kind);
    if (!read.ok()) return invocation.fail(read.failure());
    kind = read.value();
  }
  const auto where = kind == nullptr ? Result<Where>(Where{}) : read_where(*kind, options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Assessment assessed(opened.value().reading.portfolio, invocation.as_of);
  if (format.render == nullptr) {
    return put_register(invocation, opened.value(), assessed, where.value(), output.value().path);
  }
  const Document document = document_of(assessed, kind, where.value());
  if (const auto failure = find_telling(opened.value(), texts_of(document))) {
    return invocation.fail(*failure);
  }
  put(invocation, format.render(document), output.value().path);
  return said_notices(invocation, opened.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("KIND", options->kind, "What to export"), values::exported)->required();
  takes(app.add_option("--where", options->where, "Only those of which this is true"),
        values::condition);
  takes(app.add_option("--format", options->output.format, "How it is written"),
        values::export_format)
      ->default_str(std::string(export_formats().front().words.name));
  add_output_file_option(app, options->output.file, words_of(export_formats()));
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command export_{
    .name = "export",
    .summary = "Hand every field of a kind to other programs: json, csv, SQL, a risk register",
    .description =
        "A row for each record or part of a kind, with a column for every field that it may have, "
        "in the order of brm-records(5), whether anybody filled it or not: the columns change only "
        "with the fields. `address` and `record` come first. A field of a part goes by its path, "
        "`period.start`; of a list of parts there is the number, and the parts themselves are a "
        "kind of their own. What is computed follows, as `brm explain KIND` names it. Several "
        "values of one field have `; ` between them. The csv leaves texts as they are; `brm list` "
        "writes one for spreadsheets.\n\n"
        "`brm export all` writes one SQLite file with a table for each kind, and the views "
        "`verdicts`, `in_trouble` and `watermelons`. Points in names become `_`. What is written "
        "is a picture of the records; a change in it changes nothing of them.\n\n"
        "The register of NIST IR 8286 has each risk with a likelihood in percent and an impact in "
        "the office's currency, at the level it is counted at, and as exposure the one times the "
        "other. Where the likelihood is for another time than a year, and so the exposure, "
        "`[horizon P6M]` stands behind the description. The register wants a number as cost of the "
        "response: where none is recorded, or one in another currency, it is 0, and "
        "`[cost not recorded]` or `[cost EUR 77]` stands behind the description of the response. "
        "The mapping in examples/imports/nist-ir-8286 takes both apart again. "
        "Risks that are only ranked from 1 to 5 cannot be in it, and are named. For "
        "calendars, `brm agenda` writes iCalendar.",
    .examples =
        "  brm export outcomes --format csv\n"
        "  brm export measurements --where 'date >= 2026-01-01' -o since.jsonl\n"
        "  brm export all -o records.sqlite\n"
        "  brm export risks --quiet -o register.json\n",
    .also = "dump extract sql sqlite json csv",
    .add = add,
};

}  // namespace commands
}  // namespace brm
