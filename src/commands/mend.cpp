#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <set>

#include "base/near_words.h"
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
  std::map<std::string, Mended> files;  ///< By path.
  std::vector<std::string> kept;        ///< Why a word stays as it is, each with its place.
  std::size_t words() const {
    std::size_t count = 0;
    for (const auto& [path, each] : files) count += each.words;
    return count;
  }
  /// The folder as it would be.
  ChangedFolder applied_to(const Folder& folder) const {
    std::map<std::string, std::string> changed;
    for (const auto& [path, each] : files) changed.emplace(path, each.change.now);
    return ChangedFolder(folder, std::move(changed));
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

std::string place_in(const EditedFile& file, const Finding& finding) {
  return fmt::format("{}:{}", visible(file.path()),
                     file.source().line_column(finding.place.offset).line);
}

/// ``a.yaml:3: as near are `jan-doe` and `jan-dor`: write the one that is meant``
std::string unsure_words(const EditedFile& file, const Finding& finding) {
  std::vector<std::string> named;
  for (const std::string_view word : words_asked_for(finding.help)) {
    named.push_back(fmt::format("`{}`", word));
  }
  const std::vector<std::string_view> views(named.begin(), named.end());
  return fmt::format("{}: {}; as near: {}; write the one that is meant", place_in(file, finding),
                     visible(finding.message), fmt::join(views, ", "));
}

/// The words to be written, and in the plan why others stay.
std::vector<Replacement> words_for(const EditedFile& file,
                                   const std::vector<const Finding*>& findings, Plan& plan) {
  std::vector<Replacement> words;
  std::set<std::pair<std::uint32_t, std::string_view>> keys;
  for (const Finding* finding : findings) {
    if (!is_scalar(file.tree(), finding->place)) continue;
    const std::string_view meant = word_meant(*finding);
    if (meant.empty()) {
      plan.kept.push_back(unsure_words(file, *finding));
      continue;
    }
    const auto map = holder_of_key(file.tree(), finding->place.offset);
    const bool is_second = map && !keys.emplace(*map, meant).second;
    if (is_second || is_taken(file, *finding, meant)) {
      plan.kept.push_back(fmt::format("{}: `{}` is there already: keep one of the two",
                                      place_in(file, *finding), meant));
      continue;
    }
    words.push_back({finding->place, std::string(meant)});
  }
  return words;
}

/// What one file would be with the words that its findings mean; fails where it cannot be read any
/// more.
std::optional<Failure> plan_file(const Folder& folder, const std::string& path,
                                 const std::vector<const Finding*>& findings, Plan& plan) {
  auto read = folder.read(path);
  if (!read.ok()) return read.failure();
  const auto file = EditedFile::of(path, std::move(read).value().bytes);
  if (!file.ok()) {
    plan.kept.push_back(file.failure().message);
    return std::nullopt;
  }
  const auto words = words_for(file.value(), findings, plan);
  if (words.empty()) return std::nullopt;
  auto now = file.value().with(words);
  if (!now.ok()) {
    plan.kept.push_back(now.failure().message);
    return std::nullopt;
  }
  Mended& mended = plan.files.try_emplace(path).first->second;
  if (mended.words == 0) mended.change = {path, file.value().was(), ""};
  mended.change.now = std::move(now).value();
  mended.words += words.size();
  return std::nullopt;
}

/// Words in places of their own; of two findings on one word the first.
ByFile words_to_mend(const std::vector<Finding>& findings) {
  ByFile out;
  for (const Finding& finding : findings) {
    if (finding.place.length == 0 || words_asked_for(finding.help).empty()) continue;
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
  for (const auto& [path, each] : plan.files) {
    put_change(invocation, opened, each.change, Run::dry, "");
  }
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
  for (const auto& [path, each] : plan.files) {
    put_change(invocation, opened, each.change, Run::real, "");
  }
  if (!invocation.options.quiet) {
    console.done += fmt::format("{} mended; `brm check` says what is left\n", amount(plan));
  }
  return ExitStatus::clean;
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

/// Rightly spelt, a key shows the words behind it that are not: as often as something certain is
/// left.
std::optional<Failure> plan_all(const Opened& opened, const AllFindings& found,
                                const ChoiceOptions& choice, const Invocation& all, Plan& plan) {
  constexpr int most_rounds = 16;  // each changes words that the one before could not see
  const auto mend = [&](const Folder& folder, const Portfolio& portfolio,
                        const std::vector<Finding>& findings) {
    plan.kept.clear();
    std::optional<Failure> failure;
    for (const auto& [file, list] : words_to_mend(findings)) {
      if (!failure) failure = plan_file(folder, portfolio.file(file).path(), list, plan);
    }
    return failure;
  };
  auto failure = mend(*opened.folder, opened.reading.portfolio, found.list);
  std::size_t before = 0;
  for (int round = 1; !failure && plan.words() > before && round < most_rounds; ++round) {
    before = plan.words();
    const ChangedFolder folder = plan.applied_to(*opened.folder);
    ReadOptions options = all.reading;
    options.visitor = rules_on_records(all.as_of);
    Reading reading = read_portfolio(folder, options);
    const auto left = find_all(reading, choice, all);
    if (!left.ok()) return left.failure();
    failure = mend(folder, reading.portfolio, left.value().list);
  }
  return failure;
}

ExitStatus run(Options options, const Invocation& invocation) {
  // All of each record, as words of several records may mean each other.
  Invocation all = invocation;
  all.reading.audience.reset();
  auto records = open_records(all, rules_on_records(invocation.as_of));
  if (!records.ok()) return invocation.fail(records.failure());
  Opened opened = std::move(records).value();
  if (const auto failure = unread_parts(invocation, opened.reading.troubles, "mended")) {
    return invocation.fail(*failure);
  }
  resolve_paths(options.choice, invocation, opened.root);
  if (const auto failure = wrong_path(options.choice, opened.reading.portfolio)) {
    return invocation.fail(*failure);
  }
  const auto found = find_all(opened.reading, options.choice, all);
  if (!found.ok()) return invocation.fail(found.failure());
  const auto lost = lost_files(found.value(), opened.reading.portfolio);
  if (const auto failure = unread_parts(invocation, lost, "mended")) {
    return invocation.fail(*failure);
  }
  Plan plan;
  if (const auto failure = plan_all(opened, found.value(), options.choice, all, plan)) {
    return invocation.fail(*failure);
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
        "those words changes, quotation marks around them included, and each file is read back "
        "before it is replaced in one step. What a mended key shows behind it is mended in the "
        "same run. Certain is a word to which one known word alone is near: the next must be at "
        "least twice as many letters away. Where several are as near, the word stays as it is and "
        "all of them are named. Look at the ids all the same: the nearest one is meant most of the "
        "time, and not always. Where a file cannot be read, everything stays.",
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
