#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/earlier_findings.h"
#include "commands/findings_output.h"
#include "commands/fingerprint.h"
#include "commands/given_options.h"
#include "commands/history_values.h"
#include "commands/policy_file.h"
#include "commands/values.h"
#include "read/find_root.h"
#include "rules/shared_lacks.h"

namespace brm {
namespace {

struct Options {
  ChoiceOptions choice;
  FindingsOptions output;
  std::string fail_on = "error";
  bool is_strict = false;
  std::optional<std::string> most;
  std::optional<std::string> new_since;
  std::optional<std::string> baseline;
  std::optional<std::string> new_baseline;
  std::optional<std::string> policy;
};

/// What was found, and what became of it.
struct Outcome {
  AllFindings all;
  std::vector<std::string> fingerprints;  // none where nobody needs them
  std::vector<Earlier> earlier;
  std::size_t new_baseline = 0;
};

bool ends_as_record(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".yml");
}

/// Whether only some findings are asked for, whatever they are.
bool is_part(const ChoiceOptions& choice) {
  return !choice.paths.empty() || !choice.only.empty() || !choice.ignored.empty();
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
  if (options.new_baseline == "-") {
    return Failure{"--write-baseline `-` is no file, and stdout is for the findings",
                   "name one: --write-baseline brm.baseline"};
  }
  for (const auto& [name, file] :
       {std::pair("--baseline", &options.baseline), std::pair("--policy", &options.policy)}) {
    if (*file != "-") continue;
    return Failure{fmt::format("{} `-` is no file, and stdin is not read", name),
                   "write what comes from there into a file, and name that"};
  }
  if (options.new_baseline && ends_as_record(*options.new_baseline)) {
    return Failure{fmt::format("--write-baseline `{}` would be a record, and a baseline is none",
                               visible(*options.new_baseline)),
                   "call it brm.baseline"};
  }
  if (options.new_baseline && (is_part(options.choice) || options.new_since)) {
    return Failure{"--write-baseline takes all findings, and here only some are asked for",
                   "leave out PATH, --only, --ignore and --new-since"};
  }
  return options.new_baseline ? refuse_to_replace(*options.new_baseline) : std::nullopt;
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
Result<Opened> open(const Invocation& invocation) {
  auto opened = open_records(invocation, rules_on_records(invocation.as_of));
  if (!opened.ok() || !invocation.reading.policy) return opened;
  const auto& files = opened.value().reading.portfolio.files();
  const bool has_office = std::any_of(
      files.begin(), files.end(), [](const SourceFile& file) { return file.path() == "brm.yaml"; });
  if (has_office) return opened;
  return Failure{"--policy takes the place of the policy in brm.yaml, and there is no brm.yaml",
                 "name the records folder with -C, or add brm.yaml to it"};
}

/// Those that were there before, in the order of their options. A revision is read and judged as
/// the folder is, and is forgotten before the folder is read.
std::optional<Failure> read_all_earlier(const Options& options, const Invocation& invocation,
                                        std::vector<Earlier>& out) {
  const auto add = [&](Result<Earlier> earlier) -> std::optional<Failure> {
    if (!earlier.ok()) return earlier.failure();
    out.push_back(std::move(earlier).value());
    return std::nullopt;
  };
  std::optional<Failure> failure;
  if (options.baseline) failure = add(read_earlier(*options.baseline));
  if (!failure && options.new_since) failure = add(find_earlier(invocation, *options.new_since));
  return failure;
}

/// Takes away what was there before, and says what became of the rest of it.
void accept_all_earlier(const Options& options, const Invocation& invocation, Opened& opened,
                        Outcome& out) {
  restore_lines(out.all.accepted, *opened.folder, opened.reading);
  restore_lines(out.all.silenced, *opened.folder, opened.reading);
  accept_earlier(invocation, opened, out.earlier, out.all, out.fingerprints);
  for (Earlier& earlier : out.earlier) {
    if (is_part(options.choice)) {  // of which nothing can be said
      earlier.mended.clear();
      earlier.unwatched = {};
    }
    if (!invocation.options.quiet) say_what_became(invocation, earlier);
  }
}

/// A file of which nothing was read is said and ends with status 2, though it was not asked for:
/// all that is wrong in it is missing from the answer.
void add_unasked(const std::vector<Finding>& unasked, Opened& opened) {
  restore_lines(unasked, *opened.folder, opened.reading);
  for (const Finding& finding : unasked) {
    const SourceFile& source = opened.reading.portfolio.file(finding.place.file);
    opened.reading.troubles.push_back(
        {fmt::format("{}:{}: {} [{}], so that nothing else in this file was checked",
                     visible(source.path()), source.line_column(finding.place.offset).line,
                     visible(finding.message), finding.rule->name),
         finding.help});
  }
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
  const std::vector<Finding>& findings = out.all.list;
  const std::size_t screenful = most_shown(options).value_or(findings_formats().front().usual);
  const bool is_start = out.fingerprints.empty() && screenful > 0 && screenful < findings.size();
  restore_lines(std::span(findings).first(is_start ? screenful : findings.size()), *opened.folder,
                opened.reading);
  const Reading& reading = opened.reading;
  const Portfolio& portfolio = reading.portfolio;
  FindingsPage page{findings, findings.size(),
                    [&](std::uint32_t index) -> const SourceFile& { return portfolio.file(index); },
                    reading.files_read, reading.troubles.size()};
  page.files = portfolio.files().size();
  page.troubles = reading.troubles;
  page.fails_from = fail_level(options);
  page.allowed = said_together(portfolio, out.all.accepted);
  page.baseline = out.new_baseline;
  for (const Earlier& earlier : out.earlier) {
    (earlier.is_file ? page.baseline : page.earlier) += earlier.still;
    if (!earlier.is_file) page.since = earlier.name;
    page.mended += earlier.mended.size();
    page.unwatched += earlier.unwatched.list.size();
  }
  page.fingerprints = out.fingerprints;
  page.below = path_in_repository(invocation, opened.root);
  return page;
}

/// Status 0 for what was written as accepted; the file itself is put last. What says that a file
/// cannot be read is not accepted, and stays.
void write_baseline(const Invocation& invocation, const Options& options,
                    const Portfolio& portfolio, Outcome& out) {
  std::vector<Finding> stays;
  std::vector<std::string> prints_of_these;
  std::vector<Finding> goes;
  std::vector<std::string> prints;
  for (std::size_t i = 0; i < out.all.list.size(); ++i) {
    const bool is_kept = out.all.takes_all(out.all.list[i]);
    (is_kept ? stays : goes).push_back(std::move(out.all.list[i]));
    (is_kept ? prints_of_these : prints).push_back(std::move(out.fingerprints[i]));
  }
  put(invocation, baseline_text(goes, prints, portfolio), *options.new_baseline);
  out.new_baseline = said_together(portfolio, std::move(goes));
  out.all.list = std::move(stays);
  out.fingerprints = std::move(prints_of_these);
}

ExitStatus check(Options& options, const std::vector<FindingsOutput>& outputs,
                 const Invocation& invocation) {
  Outcome out;
  const auto fail = [&](const Failure& failure) {
    return put_failure(invocation, failure, outputs);
  };
  if (const auto failure = read_all_earlier(options, invocation, out.earlier))
    return fail(*failure);
  auto records = open(invocation);
  if (!records.ok()) return fail(records.failure());
  Opened opened = std::move(records).value();
  Reading& reading = opened.reading;
  resolve_paths(options.choice, invocation, opened.root);
  if (const auto failure = wrong_path(options.choice, reading.portfolio)) return fail(*failure);
  auto all = find_all(reading, options.choice, invocation);
  if (!all.ok()) return fail(all.failure());
  out.all = std::move(all).value();
  add_unasked(out.all.unasked, opened);
  const bool is_text = is_text_alone(outputs);
  if (!is_text || !out.earlier.empty() || options.new_baseline) {
    restore_lines(out.all.list, *opened.folder, reading);
    out.fingerprints = fingerprints(out.all.list, reading.portfolio);
  }
  if (options.new_baseline) {
    write_baseline(invocation, options, reading.portfolio, out);
  } else if (!out.earlier.empty()) {
    accept_all_earlier(options, invocation, opened, out);
  }
  say_together(reading.portfolio, out.all.list, out.fingerprints);
  if (is_text) {
    for (Finding& each : out.all.list) {
      each.help = with_given_options(each.help, invocation.options);
    }
  }
  const FindingsPage page = page_of(invocation, out, opened, options);
  const ExitStatus status = status_of(out.all.list, options, reading);
  say_troubles(invocation, reading);
  // Nothing is said where nothing is wrong; who asked for a file or for json gets one all the same.
  const bool is_silent =
      invocation.options.quiet && status == ExitStatus::clean && out.all.list.empty() && is_text;
  if (!is_silent) put_findings(invocation, page, most_shown(options), outputs);
  return status;
}

ExitStatus run(Options options, const Invocation& invocation) {
  const auto outputs = read_findings_output(options.output, invocation);
  if (!outputs.ok()) return invocation.fail(outputs.failure());
  if (const auto failure = wrong_option(options)) {
    return put_failure(invocation, *failure, outputs.value());
  }
  if (!options.policy) return check(options, outputs.value(), invocation);
  auto policy = read_policy_file(invocation, *options.policy);
  if (!policy.ok()) return put_failure(invocation, policy.failure(), outputs.value());
  Invocation other = invocation;
  other.reading.policy = std::move(policy).value();
  return check(options, outputs.value(), other);
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
  takes(app.add_option(
            "--new-since", options->new_since,
            "Only what this revision of git did not have; main... is where main and HEAD parted"),
        values::revision);
  takes(app.add_option("--baseline", options->baseline,
                       "Only what this file of earlier findings does not hold"),
        values::file);
  takes(app.add_option("--write-baseline", options->new_baseline,
                       "Write all findings into this file, and accept them"),
        values::file);
  takes(app.add_option("--policy", options->policy,
                       "The policy of this brm.yaml instead of the folder's own; "
                       "REVISION:brm.yaml is read from git"),
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
        "  brm check --write-baseline brm.baseline\n"
        "  brm check --new-since main... --policy main:brm.yaml\n",
    .when_found =
        "Something was found at or above `--fail-on`. A file that is no record one can read is "
        "such a finding, an error that no baseline, revision, policy or `x-allow` accepts; where "
        "PATH, `--only` or `--ignore` leave it out, it is said on standard error, and the status "
        "is 2.",
    .also = "validate lint verify test",
    .add = add,
};

}  // namespace commands
}  // namespace brm
