#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <set>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/changed_folder.h"
#include "commands/edited_file.h"
#include "commands/values.h"
#include "read/slots.h"
#include "render/findings_places.h"

namespace brm {
namespace {

struct Options {
  ChoiceOptions choice;
  bool is_dry = false;
  bool is_agreed = false;
};

/// A file with the words that are to be others in it, and what the file says then.
struct Mended {
  FileChange change;
  std::size_t words = 0;
};

struct Plan {
  std::vector<Mended> files;
  std::vector<std::string> kept;  ///< Why a word stays as it is, each with its place.
  std::size_t words() const {
    std::size_t count = 0;
    for (const Mended& each : files) count += each.words;
    return count;
  }
};

/// The map whose key stands there; empty for a value.
std::optional<std::uint32_t> holder_of_key(const Tree& tree, std::size_t offset) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].form != Form::map) continue;
    for (std::uint32_t at = i + 1; at < tree.nodes[i].next;
         at = tree.nodes[tree.nodes[at].next].next) {
      if (tree.nodes[at].begin == offset) return i;
    }
  }
  return std::nullopt;
}

/// A key that is there already, rightly spelt, would then be there twice.
bool is_taken(const EditedFile& file, const Finding& finding, std::string_view meant) {
  const auto map = holder_of_key(file.tree(), finding.place.offset);
  return map && value_of(file.tree(), *map, meant).has_value();
}

/// Not a word within a text.
bool is_scalar(const Tree& tree, const Span& place) {
  return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const Node& node) {
    return node.form == Form::scalar && node.begin == place.offset &&
           node.end == place.offset + place.length;
  });
}

using ByFile = std::map<std::uint32_t, std::vector<const Finding*>>;

/// What one file would be with the words that its findings mean; fails where it cannot be read any
/// more.
std::optional<Failure> plan_file(const Opened& opened, const std::vector<const Finding*>& findings,
                                 Plan& plan) {
  const SourceFile& source = opened.reading.portfolio.file(findings.front()->place.file);
  auto read = opened.folder->read(source.path());
  if (!read.ok()) return read.failure();
  const auto file = EditedFile::of(source.path(), std::move(read).value().bytes);
  if (!file.ok()) {
    plan.kept.push_back(file.failure().message);
    return std::nullopt;
  }
  std::vector<Replacement> words;
  std::set<std::pair<std::uint32_t, std::string_view>> keys;
  for (const Finding* finding : findings) {
    if (!is_scalar(file.value().tree(), finding->place)) continue;
    const std::string_view meant = word_meant(*finding);
    const auto map = holder_of_key(file.value().tree(), finding->place.offset);
    const bool is_second = map && !keys.emplace(*map, meant).second;
    if (is_second || is_taken(file.value(), *finding, meant)) {
      plan.kept.push_back(
          fmt::format("{}:{}: `{}` is there already: keep one of the two", visible(source.path()),
                      file.value().source().line_column(finding->place.offset).line, meant));
      continue;
    }
    words.push_back({finding->place, std::string(meant)});
  }
  if (words.empty()) return std::nullopt;
  auto now = file.value().with(words);
  if (!now.ok()) {
    plan.kept.push_back(now.failure().message);
    return std::nullopt;
  }
  plan.files.push_back({{source.path(), file.value().was(), std::move(now).value()}, words.size()});
  return std::nullopt;
}

/// Words in places of their own; of two findings on one word the first.
ByFile words_to_mend(const std::vector<Finding>& findings) {
  ByFile out;
  for (const Finding& finding : findings) {
    if (word_meant(finding).empty() || finding.place.length == 0) continue;
    auto& list = out[finding.place.file];
    const bool is_again = std::any_of(list.begin(), list.end(), [&](const Finding* each) {
      return each->place == finding.place;
    });
    if (!is_again) list.push_back(&finding);
  }
  return out;
}

std::string amount(const Plan& plan) {
  return fmt::format("{} in {}", counted(plan.words(), "word"), counted(plan.files.size(), "file"));
}

void show(const Plan& plan, const Opened& opened, const Invocation& invocation) {
  for (const Mended& each : plan.files) put_change(invocation, opened, each.change, Run::dry, "");
}

void say_kept(const Plan& plan, const Invocation& invocation) {
  for (const std::string& each : plan.kept)
    invocation.console.err += fmt::format("brm: {}\n", each);
}

ExitStatus put_plan(const Options& options, const Plan& plan, const Opened& opened,
                    const Invocation& invocation) {
  Console& console = invocation.console;
  say_kept(plan, invocation);
  if (plan.files.empty()) {
    if (!invocation.options.quiet) console.out += "nothing to mend that brm is sure of\n";
    return ExitStatus::clean;
  }
  if (!options.is_agreed || !invocation.options.quiet) show(plan, opened, invocation);
  if (options.is_dry) return ExitStatus::clean;
  bool is_agreed = options.is_agreed;
  if (!is_agreed && invocation.world.ask) {
    const std::string question = fmt::format("\nMend {}? [y/N] ", amount(plan));
    is_agreed = invocation.world.ask(std::exchange(console.out, "") + question);
  }
  if (!is_agreed) {
    console.err +=
        fmt::format("brm: nothing was written\nhelp: `brm mend --yes` mends {}\n", amount(plan));
    return ExitStatus::findings;
  }
  for (const Mended& each : plan.files) put_change(invocation, opened, each.change, Run::real, "");
  if (!invocation.options.quiet) {
    console.done += fmt::format("{} mended; `brm check` says what is left\n", amount(plan));
  }
  return ExitStatus::clean;
}

/// Of a folder of which not all could be read nothing is mended: an id that nobody seems to have
/// may be one of theirs.
ExitStatus refuse(const Invocation& invocation, const std::vector<Failure>& troubles) {
  for (const Failure& trouble : troubles) {
    invocation.console.err += fmt::format("brm: {}\n", trouble.message);
  }
  return invocation.fail({"not everything could be read, so nothing was mended",
                          "see to the files above; `brm check` names them too"});
}

std::vector<Failure> lost_files(const AllFindings& found, const Portfolio& portfolio) {
  std::vector<Failure> out;
  for (std::uint32_t i = 0; i < found.lost.size(); ++i) {
    if (!found.lost[i]) continue;
    out.push_back(
        {fmt::format("{}: no record in it can be read", visible(portfolio.file(i).path())), ""});
  }
  return out;
}

ExitStatus run(Options options, const Invocation& invocation) {
  // All of each record, as words of several records may mean each other.
  Invocation all = invocation;
  all.reading.audience.reset();
  auto records = open_records(all, rules_on_records(invocation.as_of));
  if (!records.ok()) return invocation.fail(records.failure());
  Opened opened = std::move(records).value();
  if (!opened.reading.troubles.empty()) return refuse(invocation, opened.reading.troubles);
  resolve_paths(options.choice, invocation, opened.root);
  if (const auto failure = wrong_path(options.choice, opened.reading.portfolio)) {
    return invocation.fail(*failure);
  }
  const auto found = find_all(opened.reading, options.choice, all);
  if (!found.ok()) return invocation.fail(found.failure());
  const auto lost = lost_files(found.value(), opened.reading.portfolio);
  if (!lost.empty()) return refuse(invocation, lost);
  Plan plan;
  for (const auto& [file, findings] : words_to_mend(found.value().list)) {
    if (const auto failure = plan_file(opened, findings, plan)) return invocation.fail(*failure);
  }
  return put_plan(options, plan, opened, invocation);
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("PATH", options->choice.paths, "Mend only these files or folders"),
        values::path);
  takes(app.add_option("--only", options->choice.only,
                       "Only what this rule found; may be given again"),
        values::rule)
      ->allow_extra_args(false);
  takes(app.add_option("--ignore", options->choice.ignored,
                       "Not what this rule found; may be given again"),
        values::rule)
      ->allow_extra_args(false);
  CLI::Option* dry =
      app.add_flag("-n,--dry-run", options->is_dry, "Show the changes and write nothing");
  app.add_flag("-y,--yes", options->is_agreed, "Write without asking")->excludes(dry);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command mend{
    .name = "mend",
    .summary = "Put right the words that were misspelt",
    .description =
        "Takes the findings of `brm check` that say \"did you mean\" (a field, a word of a list, "
        "an id), shows what would change, and writes it after a yes, or with --yes. Nothing but "
        "those words changes, and each file is read back before it is replaced in one step. Look "
        "at the ids: the nearest one is meant most of the time, and not always. What is not sure "
        "stays for you, and where a file cannot be read, everything does.",
    .examples =
        "  brm mend --dry-run\n"
        "  brm mend --only unknown-key relationships\n"
        "  brm mend --yes\n",
    .when_found = "There is something to mend, and nobody said yes.",
    .also = "fix repair autofix correct",
    .add = add,
};

}  // namespace commands
}  // namespace brm
