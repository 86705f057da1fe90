#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/baseline.h"
#include "commands/finding_choice.h"
#include "commands/findings_output.h"
#include "commands/rule_list.h"
#include "commands/values.h"
#include "read/find_root.h"
#include "read/named_file.h"
#include "rules/allowances.h"
#include "rules/check_records.h"
#include "rules/fingerprint.h"
#include "rules/house_rules.h"

namespace brm {
namespace {

struct Options {
  ChoiceOptions choice;
  FindingsOptions output;
  std::string fail_on = "error";
  bool is_strict = false;
  std::optional<std::string> most;
  std::optional<std::string> baseline;
  std::optional<std::string> new_baseline;
  std::optional<std::string> policy;
};

/// The rules on records, while each is read.
class CheckingVisitor final : public RecordVisitor {
 public:
  CheckingVisitor(const Item* office, Date as_of)
      : rules_(office, as_of), keeps_records_(has_house_rules(office)) {}
  void visit(const Item& record, const SourceFile& source, Findings& findings) override {
    rules_.check(record, source, findings);
  }
  /// The office's own rules may ask for any field.
  bool keeps_records() const override { return keeps_records_; }

 private:
  RecordRules rules_;
  bool keeps_records_;
};

/// What was found, and what became of it.
struct Outcome {
  HouseRules house;  // findings point to its rules
  std::vector<Finding> findings;
  std::vector<std::string> fingerprints;  // none where nobody needs them
  std::size_t allowed = 0;
  std::size_t baseline = 0;
  std::size_t mended = 0;  // of the baseline
};

/// Their lines, of files whose bytes were given up.
void restore(std::span<const Finding> findings, Opened& opened) {
  for (const Finding& finding : findings) {
    restore_bytes(*opened.folder, finding.place.file, opened.reading);
    if (finding.second) restore_bytes(*opened.folder, finding.second->span.file, opened.reading);
  }
}

bool ends_as_record(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".yml");
}

std::optional<Failure> wrong_option(const Options& options) {
  const DecimalReading most = read_decimal(options.most.value_or("0"));
  if (most.fault != NumberFault::none || most.number.scale > 0 || most.number.coefficient < 0) {
    return Failure{fmt::format("--max `{}` is not a whole number", visible(*options.most)),
                   "write how many findings to show; 0 shows all"};
  }
  const auto severities = names_of(values::severity.words());
  if (std::find(severities.begin(), severities.end(), options.fail_on) == severities.end()) {
    return unknown_value(values::severity, options.fail_on);
  }
  const ChoiceOptions& choice = options.choice;
  const bool is_part = !choice.paths.empty() || !choice.only.empty() || !choice.ignored.empty();
  if (options.new_baseline && ends_as_record(*options.new_baseline)) {
    return Failure{fmt::format("--write-baseline `{}` would be a record, and a baseline is none",
                               visible(*options.new_baseline)),
                   "call it brm.baseline"};
  }
  if (options.new_baseline && is_part) {
    return Failure{"--write-baseline takes all findings, and here only some are asked for",
                   "leave out PATH, --only and --ignore"};
  }
  return std::nullopt;
}

/// A rule of neither brm nor the office.
std::optional<Failure> wrong_rule(const ChoiceOptions& choice,
                                  const std::vector<const RuleWords*>& rules) {
  std::vector<std::string_view> names;
  for (const RuleWords* words : rules) names.push_back(words->name);
  for (const auto* list : {&choice.only, &choice.ignored}) {
    for (const std::string& rule : *list) {
      if (std::find(names.begin(), names.end(), rule) != names.end()) continue;
      Failure failure = unknown_word(values::rule.what, rule, names);
      if (!failure.help.starts_with("did")) failure.help = words_help(values::rule);
      return failure;
    }
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

std::optional<std::size_t> most_shown(const Options& options) {
  if (!options.most) return std::nullopt;
  return static_cast<std::size_t>(read_decimal(*options.most).number.coefficient);
}

/// The folder, under the policy of another office where that is asked for.
Result<Opened> open(const Options& options, const Invocation& invocation) {
  const auto make_visitor = [&](const Item* office) {
    return std::make_unique<CheckingVisitor>(office, invocation.as_of);
  };
  if (!options.policy) return open_records(invocation, make_visitor);
  auto bytes = read_named_file(*options.policy);
  if (!bytes.ok()) return bytes.failure();
  Invocation other = invocation;
  // Never called as a file of the folder is, whatever it is called from here.
  const bool is_elsewhere = options.policy->starts_with('/') || options.policy->starts_with('.');
  const std::string path = is_elsewhere ? *options.policy : "./" + *options.policy;
  other.reading.policy = PolicyFile{path, std::move(bytes).value()};
  auto opened = open_records(other, make_visitor);
  if (!opened.ok()) return opened;
  const auto& files = opened.value().reading.portfolio.files();
  const bool has_office = std::any_of(
      files.begin(), files.end(), [](const SourceFile& file) { return file.path() == "brm.yaml"; });
  if (has_office) return opened;
  return Failure{"--policy takes the place of the policy in brm.yaml, and there is no brm.yaml",
                 "name the records folder with -C, or add brm.yaml to it"};
}

/// Every rule, in the order in which they can be applied.
void find_all(const Assessment& assessed, const std::vector<const RuleWords*>& built_in,
              const std::vector<const RuleWords*>& rules, std::size_t jobs, Findings& findings,
              Outcome& out) {
  check_portfolio(assessed, jobs, findings);
  out.house.check(assessed, findings);
  review_findings({assessed, built_in, rules}, findings);
  out.findings = std::move(findings.list());
  out.allowed = suppress_allowed(assessed, out.findings);
}

/// Empty where none is asked for.
Result<Baseline> read_baseline(const Options& options) {
  if (!options.baseline) return Baseline{};
  const auto text = read_named_file(*options.baseline);
  if (!text.ok()) return text.failure();
  return Baseline::read(text.value(), *options.baseline);
}

/// Takes away what the baseline holds.
void accept(const Baseline& baseline, Outcome& out) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.findings.size(); ++i) {
    if (baseline.holds(out.fingerprints[i])) continue;
    if (kept != i) {
      out.findings[kept] = std::move(out.findings[i]);
      out.fingerprints[kept] = std::move(out.fingerprints[i]);
    }
    ++kept;
  }
  out.baseline = out.findings.size() - kept;
  out.findings.resize(kept);
  out.fingerprints.resize(kept);
  out.mended = baseline.size() - std::min(baseline.size(), out.baseline);
}

void say_mended(const Invocation& invocation, const Options& options, const Outcome& out) {
  const ChoiceOptions& choice = options.choice;
  const bool is_part = !choice.paths.empty() || !choice.only.empty() || !choice.ignored.empty();
  if (out.mended == 0 || is_part || invocation.options.quiet) return;
  invocation.console.err += fmt::format(
      "brm: {} mended\nhelp: rewrite it with --write-baseline {}, so that none of them "
      "comes back unseen\n",
      counted(out.mended, "finding of the baseline is", "findings of the baseline are"),
      visible(*options.baseline));
}

/// `records/`: what leads from the top of the git working tree to the records.
std::string path_in_repository(const Invocation& invocation, const std::string& root) {
  const auto git = invocation.world.look_around(root).git;
  const std::string below = git ? path_below(git->top, root) : "";
  return below.empty() || below == "." ? "" : below + "/";
}

/// What all formats are made from. Only text does without fingerprints, and then without the bytes
/// of the files whose findings it does not show.
FindingsPage page_of(const Invocation& invocation, const Outcome& out, Opened& opened,
                     const Options& options) {
  const std::size_t screenful = most_shown(options).value_or(findings_formats().front().usual);
  const bool is_part = out.fingerprints.empty() && screenful > 0 && screenful < out.findings.size();
  restore(std::span(out.findings).first(is_part ? screenful : out.findings.size()), opened);
  const Reading& reading = opened.reading;
  const Portfolio& portfolio = reading.portfolio;
  FindingsPage page{out.findings, out.findings.size(),
                    [&](std::uint32_t index) -> const SourceFile& { return portfolio.file(index); },
                    reading.files_read, reading.troubles.size()};
  page.files = portfolio.files().size();
  page.troubles = reading.troubles;
  page.fails_from = fail_level(options);
  page.allowed = out.allowed;
  page.baseline = out.baseline;
  page.fingerprints = out.fingerprints;
  page.below = path_in_repository(invocation, opened.root);
  return page;
}

/// Status 0 for what was written as accepted; the file itself is put last.
void write_baseline(const Invocation& invocation, const Options& options,
                    const Portfolio& portfolio, Outcome& out) {
  put(invocation, baseline_text(out.findings, out.fingerprints, portfolio), *options.new_baseline);
  out.baseline = out.findings.size();
  out.findings.clear();
  out.fingerprints.clear();
}

ExitStatus run(Options options, const Invocation& invocation) {
  if (const auto failure = wrong_option(options)) return invocation.fail(*failure);
  const auto outputs = read_findings_output(options.output, invocation);
  if (!outputs.ok()) return invocation.fail(outputs.failure());
  const auto baseline = read_baseline(options);
  if (!baseline.ok()) return invocation.fail(baseline.failure());
  auto records = open(options, invocation);
  if (!records.ok()) return invocation.fail(records.failure());
  Opened opened = std::move(records).value();
  Reading& reading = opened.reading;
  resolve_paths(options.choice, invocation, opened.root);
  if (const auto failure = wrong_path(options.choice, reading.portfolio)) {
    return invocation.fail(*failure);
  }
  Outcome out;
  const std::vector<const RuleWords*> built_in = all_rule_words();
  out.house = read_house_rules(reading.portfolio, built_in);
  std::vector<const RuleWords*> rules = built_in;
  for (const RuleWords* words : out.house.words()) rules.push_back(words);
  if (const auto failure = wrong_rule(options.choice, rules)) return invocation.fail(*failure);
  const Assessment assessed(reading.portfolio, invocation.as_of);
  find_all(assessed, built_in, rules, invocation.reading.jobs, reading.findings, out);
  choose_findings(options.choice, reading.portfolio, assessed.policy(), out.findings);
  sort_by_place(out.findings, reading.portfolio);
  const bool is_text = is_text_alone(outputs.value());
  if (!is_text || options.baseline || options.new_baseline) {
    restore(out.findings, opened);
    out.fingerprints = fingerprints(out.findings, reading.portfolio);
  }
  if (options.new_baseline) {
    write_baseline(invocation, options, reading.portfolio, out);
  } else if (options.baseline) {
    accept(baseline.value(), out);
    say_mended(invocation, options, out);
  }
  const FindingsPage page = page_of(invocation, out, opened, options);
  const ExitStatus status = status_of(out.findings, options, reading);
  say_troubles(invocation, reading);
  // Nothing is said where nothing is wrong; who asked for a file or for json gets one all the same.
  const bool is_silent =
      invocation.options.quiet && status == ExitStatus::clean && out.findings.empty() && is_text;
  if (!is_silent) put_findings(invocation, page, most_shown(options), outputs.value());
  return status;
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("PATH", options->choice.paths,
                       "Show only what is found in these files or folders"),
        values::path);
  add_findings_output_options(app, options->output);
  takes(app.add_option("--fail-on", options->fail_on, "Status 1 from this severity on"),
        values::severity);
  app.add_flag("--strict", options->is_strict, "Warnings fail too");
  takes(app.add_option("--only", options->choice.only, "Only this rule; may be given again"),
        values::rule)
      ->allow_extra_args(false);
  takes(app.add_option("--ignore", options->choice.ignored, "Not this rule; may be given again"),
        values::rule)
      ->allow_extra_args(false);
  takes(
      app.add_option("--max", options->most,
                     "Show at most this many findings; 0 shows all, as formats other than text and "
                     "json do anyway (default 1000)"),
      values::amount);
  takes(app.add_option("--baseline", options->baseline,
                       "Only what this file of earlier findings does not hold"),
        values::file);
  takes(app.add_option("--write-baseline", options->new_baseline,
                       "Write all findings into this file, and accept them"),
        values::file);
  takes(app.add_option("--policy", options->policy,
                       "The policy of this brm.yaml instead of the folder's own"),
        values::file);
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
        "itself, and how to mend it. `brm explain RULE` says more about the word in brackets. "
        "Formats for build servers and editors, and baselines, are in brm-rules(7).",
    .examples =
        "  brm check\n"
        "  brm -C records check --strict\n"
        "  brm check --only dangling-reference relationships\n"
        "  brm check --format github --format sarif=brm.sarif\n"
        "  brm check --write-baseline brm.baseline\n",
    .when_found = "Something was found at or above `--fail-on`.",
    .also = "validate lint verify test",
    .add = add,
};

}  // namespace commands
}  // namespace brm
