#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/utf8.h"
#include "commands/command.h"
#include "commands/output_options.h"
#include "commands/rule_list.h"
#include "commands/values.h"
#include "rules/check_records.h"

namespace brm {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::vector<std::string> only;
  std::vector<std::string> ignored;
  OutputOptions output;
  std::string fail_on = "error";
  bool is_strict = false;
  std::string most = "1000";
};

/// What `brm check` does with one finding's rule: the office's policy may weigh it otherwise.
class Severities {
 public:
  explicit Severities(const Policy& policy) {
    if (policy.item() == nullptr) return;
    for (const auto row : Of<kinds::policy>(*policy.item()).get<"severities">()) {
      rows_.emplace_back(row.text<"rule">(), row.text<"severity">());
    }
  }

  bool is_off(const Finding& finding) const { return word_for(finding) == "off"; }

  void apply(Finding& finding) const {
    const std::string_view word = word_for(finding);
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
      if (word == to_text(severity)) finding.severity = severity;
    }
  }

 private:
  /// What loses data cannot be silenced from the records: a report over them would be short of it.
  std::string_view word_for(const Finding& finding) const {
    if (finding.loses == Loses::data) return {};
    for (const auto& [rule, severity] : rows_) {
      if (rule == finding.rule->name) return severity;
    }
    return {};
  }

  std::vector<std::pair<std::string_view, std::string_view>> rows_;
};

/// The rules on records, while each is read.
class CheckingVisitor final : public RecordVisitor {
 public:
  CheckingVisitor(const Item* office, Date as_of) : rules_(office, as_of) {}
  void visit(const Item& record, const SourceFile& source, Findings& findings) override {
    rules_.check(record, source, findings);
  }

 private:
  RecordRules rules_;
};

/// Their lines, of files whose bytes were given up.
void restore_shown(std::span<const Finding> shown, Opened& opened) {
  for (const Finding& finding : shown) {
    restore_bytes(*opened.folder, finding.place.file, opened.reading);
    if (finding.second) restore_bytes(*opened.folder, finding.second->span.file, opened.reading);
  }
}

/// By path, then place; brm.yaml was read first but has no other place than its name gives it.
void sort_by_place(std::vector<Finding>& findings, const Portfolio& portfolio) {
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    const std::string& x = portfolio.file(a.place.file).path();
    const std::string& y = portfolio.file(b.place.file).path();
    if (x != y) return x < y;
    if (a.place.offset != b.place.offset) return a.place.offset < b.place.offset;
    return a.rule->name < b.rule->name;
  });
}

bool is_below(std::string_view path, std::string_view folder) {
  while (folder.starts_with("./")) folder.remove_prefix(2);
  while (folder.ends_with('/')) folder.remove_suffix(1);
  return folder.empty() || folder == "." || path == folder ||
         (path.starts_with(folder) && path[folder.size()] == '/');
}

/// The whole folder is always read; paths, rules and policy choose what is shown of it.
class Choice {
 public:
  Choice(const Options& options, const Portfolio& portfolio, const Policy& policy)
      : options_(options), portfolio_(portfolio), severities_(policy) {}

  void apply(std::vector<Finding>& findings) const {
    std::erase_if(findings, [&](const Finding& finding) { return !is_chosen(finding); });
    for (Finding& finding : findings) severities_.apply(finding);
  }

 private:
  static bool names(const std::vector<std::string>& rules, const Finding& finding) {
    return std::find(rules.begin(), rules.end(), finding.rule->name) != rules.end();
  }
  bool is_chosen(const Finding& finding) const {
    if (!options_.only.empty() && !names(options_.only, finding)) return false;
    if (names(options_.ignored, finding) || severities_.is_off(finding)) return false;
    const std::string& path = portfolio_.file(finding.place.file).path();
    return options_.paths.empty() ||
           std::any_of(options_.paths.begin(), options_.paths.end(),
                       [&](const std::string& folder) { return is_below(path, folder); });
  }

  const Options& options_;
  const Portfolio& portfolio_;
  Severities severities_;
};

std::optional<Failure> wrong_option(const Options& options) {
  const auto rules = names_of(values::rule.words());
  for (const auto* list : {&options.only, &options.ignored}) {
    for (const std::string& rule : *list) {
      if (std::find(rules.begin(), rules.end(), rule) != rules.end()) continue;
      return unknown_value(values::rule, rule);
    }
  }
  const DecimalReading most = read_decimal(options.most);
  if (most.fault != NumberFault::none || most.number.scale > 0 || most.number.coefficient < 0) {
    return Failure{fmt::format("--max `{}` is not a whole number", visible(options.most)),
                   "write how many findings to show; 0 shows all"};
  }
  const auto severities = names_of(values::severity.words());
  if (std::find(severities.begin(), severities.end(), options.fail_on) == severities.end()) {
    return unknown_value(values::severity, options.fail_on);
  }
  return std::nullopt;
}

/// Paths are meant from where the user stands; where nothing is there, from the root.
void resolve_paths(Options& options, const Invocation& invocation, const std::string& root) {
  if (!invocation.world.below_root) return;
  for (std::string& path : options.paths) {
    const std::string below = invocation.world.below_root(root, path);
    if (!below.empty()) path = below;
  }
}

std::optional<Failure> wrong_path(const Options& options, const Portfolio& portfolio) {
  for (const std::string& path : options.paths) {
    const bool is_known =
        std::any_of(portfolio.files().begin(), portfolio.files().end(),
                    [&](const SourceFile& file) { return is_below(file.path(), path); });
    if (is_known) continue;
    std::vector<std::string_view> known;
    for (const SourceFile& file : portfolio.files()) known.push_back(file.path());
    Failure failure = unknown_word("record file or folder", path, known);
    if (!failure.help.starts_with("did"))
      failure.help = "paths are meant from the current folder, or from the records root";
    return failure;
  }
  return std::nullopt;
}

Severity fail_level(const Options& options) {
  if (options.fail_on == "note") return Severity::note;
  return options.is_strict || options.fail_on == "warning" ? Severity::warning : Severity::error;
}

ExitStatus status_of(const std::vector<Finding>& findings, const Options& options,
                     const Reading& reading) {
  if (!reading.troubles.empty()) return ExitStatus::could_not_run;
  const Severity level = fail_level(options);
  const bool fails = std::any_of(findings.begin(), findings.end(),
                                 [&](const Finding& finding) { return finding.severity >= level; });
  return fails ? ExitStatus::findings : ExitStatus::clean;
}

void say_troubles(const Invocation& invocation, const Reading& reading) {
  for (const Failure& trouble : reading.troubles) {
    invocation.console.err += fmt::format("brm: {}\n", trouble.message);
    if (!trouble.help.empty()) invocation.console.err += fmt::format("help: {}\n", trouble.help);
  }
}

ExitStatus run(Options options, const Invocation& invocation) {
  if (const auto failure = wrong_option(options)) return invocation.fail(*failure);
  const auto output = read_findings_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  auto records = open_records(invocation, [&](const Item* office) {
    return std::make_unique<CheckingVisitor>(office, invocation.as_of);
  });
  if (!records.ok()) return invocation.fail(records.failure());
  Opened opened = std::move(records).value();
  Reading& reading = opened.reading;
  resolve_paths(options, invocation, opened.root);
  if (const auto failure = wrong_path(options, reading.portfolio)) return invocation.fail(*failure);
  const Assessment assessed(reading.portfolio, invocation.as_of);
  check_portfolio(assessed, invocation.reading.jobs, reading.findings);
  std::vector<Finding> findings = std::move(reading.findings.list());
  Choice(options, reading.portfolio, assessed.policy()).apply(findings);
  sort_by_place(findings, reading.portfolio);
  const auto limit = static_cast<std::size_t>(read_decimal(options.most).number.coefficient);
  const std::size_t most = limit == 0 ? findings.size() : std::min(limit, findings.size());
  restore_shown(std::span(findings).first(most), opened);
  const ExitStatus status = status_of(findings, options, reading);
  say_troubles(invocation, reading);
  const Portfolio& portfolio = reading.portfolio;
  const FindingsPage page{
      findings, most,
      [&](std::uint32_t index) -> const SourceFile& { return portfolio.file(index); },
      reading.files_read, reading.troubles.size()};
  // Nothing is said where nothing is wrong; who asked for a file or for json gets one all the same.
  const bool is_silent = invocation.options.quiet && status == ExitStatus::clean &&
                         findings.empty() && output.value().path.empty() &&
                         output.value().format == &findings_formats().front();
  if (!is_silent) put_findings(invocation, page, output.value());
  return status;
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("PATH", options->paths, "Show only what is found in these files or folders"),
        values::path);
  add_findings_output_options(app, options->output);
  takes(app.add_option("--fail-on", options->fail_on, "Status 1 from this severity on"),
        values::severity);
  app.add_flag("--strict", options->is_strict, "Warnings fail too");
  takes(app.add_option("--only", options->only, "Only this rule; may be given again"), values::rule)
      ->allow_extra_args(false);
  takes(app.add_option("--ignore", options->ignored, "Not this rule; may be given again"),
        values::rule)
      ->allow_extra_args(false);
  takes(app.add_option("--max", options->most,
                       "Show at most this many findings (default 1000); 0 shows all"),
        values::amount);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command check{
    .name = "check",
    .summary = "Find every fault of the records folder in one run",
    .description =
        "Reads the whole folder and prints all findings, sorted by place: where, what, the line "
        "itself, and how to mend it. `brm explain RULE` says more about the word in brackets.",
    .examples =
        "  brm check\n"
        "  brm -C records check --strict\n"
        "  brm check --only dangling-reference relationships\n",
    .when_found = "Something was found at or above `--fail-on`.",
    .also = "validate lint verify test",
    .add = add,
};

}  // namespace commands
}  // namespace brm
