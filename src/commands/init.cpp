#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/money.h"
#include "base/spelling.h"
#include "base/text.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/folder_files.h"
#include "commands/starter.h"
#include "commands/writing_values.h"

namespace brm {
namespace {

struct Options {
  std::string folder = ".";
  std::string jurisdiction = "Our State";
  std::string currency = "USD";
  bool is_without_ci = false;
};

/// What a new repository has in it, which is no reason to keep away.
bool is_harmless(std::string_view name) {
  return name == ".git" || name == ".gitignore" || name == ".gitattributes" || name == ".hg" ||
         name.starts_with("README") || name.starts_with("LICENSE");
}

/// The folder as files in it are called: nothing before them where it is the current one.
std::string before(const std::string& folder) {
  if (folder == ".") return "";
  return folder.ends_with('/') ? folder : folder + "/";
}

/// The folder above, as it would be written.
std::string above(std::string folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  const std::size_t slash = folder.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : folder.substr(0, slash);
}

std::optional<Failure> not_empty(const std::string& folder, const std::vector<std::string>& names) {
  std::vector<std::string> there;
  for (const std::string& name : names) {
    if (!is_harmless(name)) there.push_back(visible(name));
  }
  if (there.empty()) return std::nullopt;
  if (std::find(there.begin(), there.end(), "brm.yaml") != there.end()) {
    return Failure{
        fmt::format("{} is a records folder already: it has a brm.yaml", visible(folder)),
        "`brm new` adds records to it; nothing was written"};
  }
  constexpr std::size_t most = 5;
  const std::size_t more = there.size() - std::min(there.size(), most);
  there.resize(there.size() - more);
  std::vector<std::string_view> shown(there.begin(), there.end());
  const std::string rest = counted(more, "more", "more");
  if (more > 0) shown.push_back(rest);
  return Failure{fmt::format("{} is not empty: there {} {}", visible(folder),
                             shown.size() == 1 && more == 0 ? "is" : "are", join_and(shown)),
                 "name a new folder, such as `brm init records`; nothing was written"};
}

/// Another folder's records would take these for theirs.
std::optional<Failure> within_another(const Invocation& invocation, const std::string& folder) {
  std::string start = folder;
  auto opened = invocation.world.open_folder(start);
  while (!opened.ok() && start != "." && start != "/") {
    start = above(start);
    opened = invocation.world.open_folder(start);
  }
  if (!opened.ok()) return opened.failure();
  const std::string root = opened.value().root;
  const auto names = invocation.world.names_in(root);
  const bool is_root = names.ok() && std::find(names.value().begin(), names.value().end(),
                                               "brm.yaml") != names.value().end();
  if (!is_root) return std::nullopt;
  return Failure{fmt::format("{} lies within the records of {}", visible(folder), visible(root)),
                 "one brm.yaml counts, that of the root; `brm new` adds records to it"};
}

std::optional<Failure> wrong_currency(const std::string& code) {
  if (find_currency(code)) return std::nullopt;
  return Failure{fmt::format("--currency `{}` is no currency of ISO 4217", visible(code)),
                 "write its three letters, such as USD or EUR"};
}

std::string what_next(const std::string& folder) {
  const std::string cd = folder == "." ? "" : fmt::format("    cd {}\n", visible(folder));
  return "\nThey are an example that holds together. Next:\n\n" + cd +
         "    brm check --strict       # finds nothing, today\n"
         "    brm report outcomes\n"
         "    brm new relationship ID  # then one of your own\n";
}

std::string_view meaning_of(std::string_view path) {
  if (path.starts_with(".github")) return "`brm check` on GitHub";
  if (path.starts_with(".gitlab")) return "`brm check` on GitLab";
  if (path == "weekly.sh") return "a weekly letter, from cron";
  return "`brm check` before each commit";
}

ExitStatus write(const Options& options, const Invocation& invocation) {
  Console& console = invocation.console;
  std::vector<StarterFile> files =
      starter_files({options.jurisdiction, options.currency}, invocation.as_of);
  for (const FolderFile& each : folder_files()) {
    if (options.is_without_ci) continue;
    files.push_back({std::string(each.path), meaning_of(each.path), std::string(each.text)});
  }
  std::size_t width = 0;
  for (const StarterFile& file : files) width = std::max(width, display_width(file.path));
  console.done += fmt::format("{} written{}:\n\n", counted(files.size(), "file"),
                              options.folder == "." ? "" : " in " + visible(options.folder));
  for (StarterFile& file : files) {
    console.done += fmt::format("    {}  {}\n", padded(file.path, width), file.meaning);
    console.files.push_back(
        {before(options.folder) + file.path, std::move(file.text), Writing::create});
  }
  console.done += what_next(options.folder);
  if (invocation.options.quiet) console.done.clear();
  return ExitStatus::clean;
}

ExitStatus run(Options options, const Invocation& invocation) {
  // As after a `cd` there.
  if (const auto& from = invocation.options.records) {
    options.folder = options.folder == "." ? *from : before(*from) + options.folder;
  }
  if (const auto failure = wrong_currency(options.currency)) return invocation.fail(*failure);
  const auto names = invocation.world.names_in(options.folder);
  if (!names.ok()) return invocation.fail(names.failure());
  if (const auto failure = not_empty(options.folder, names.value())) {
    return invocation.fail(*failure);
  }
  if (const auto failure = within_another(invocation, options.folder)) {
    return invocation.fail(*failure);
  }
  return write(options, invocation);
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("FOLDER", options->folder,
                       "Where; it is made where it is missing (default: the current folder)"),
        values::folder);
  takes(app.add_option("--jurisdiction", options->jurisdiction,
                       "The state, county or city of the office"),
        values::text);
  takes(app.add_option("--currency", options->currency,
                       "The currency of amounts without one (default USD)"),
        values::currency);
  app.add_flag("--without-ci", options->is_without_ci,
               "No files for build servers, pre-commit and cron");
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command init{
    .name = "init",
    .summary = "Begin a records folder",
    .description =
        "Writes a folder that `brm check --strict` finds nothing in on the day it is made: "
        "brm.yaml, a relationship, an initiative with an outcome, the two people they name, the "
        "JSON Schema by which editors complete and check, files that run `brm check` before "
        "commits and on build servers, and the script of a weekly letter. The folder may hold what "
        "a new repository has (.git, "
        "README, LICENSE); where anything else is in it, nothing is written, and nothing is ever "
        "written over.",
    .examples =
        "  brm init records\n"
        "  brm init --jurisdiction 'State of Example' --currency USD records\n"
        "  brm init --without-ci\n",
    .also = "start begin",
    .add = add,
};

}  // namespace commands
}  // namespace brm
