#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/utf8.h"
#include "commands/candidates.h"
#include "commands/command.h"
#include "commands/shell_scripts.h"
#include "commands/values.h"

namespace brm {
namespace {

struct Options {
  std::string shell;
  std::vector<std::string> words;
};

/// One a line, its meaning behind a tab; `:files` or `:folders` where the shell knows them better.
ExitStatus put_candidates(const Options& options, const Invocation& invocation) {
  const Candidates found = candidates_after(options.words, invocation);
  std::string& out = invocation.console.out;
  if (found.paths == Paths::files) out += ":files\n";
  if (found.paths == Paths::folders) out += ":folders\n";
  for (const Candidate& each : found.list) {
    out += fmt::format("{}\t{}\n", visible(each.text), visible(each.meaning));
  }
  return ExitStatus::clean;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  if (options.shell == "candidates") return put_candidates(options, invocation);
  for (const ShellScript& script : shell_scripts()) {
    if (script.shell != options.shell) continue;
    invocation.console.out += script.text;
    return ExitStatus::clean;
  }
  return invocation.fail(unknown_value(values::shell, options.shell));
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("SHELL", options->shell, "Whose script is printed"), values::shell)
      ->required();
  takes(app.add_option("WORD", options->words,
                       "With `candidates`, after `--`: the command line so far, without brm"),
        values::word);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command completion{
    .name = "completion",
    .summary = "Print what makes a shell complete commands of brm",
    .description =
        "Prints a script for the shell, which completes commands, options and the words they take: "
        "reports, kinds, rules, formats, names of fields, and the ids of the records in the folder "
        "that the command line names. The script asks brm itself, so it need not be renewed. "
        "Where the records cannot be read it is silent.",
    .examples =
        "For this bash only:\n"
        "  source <(brm completion bash)\n"
        "For every fish from now on:\n"
        "  brm completion fish > ~/.config/fish/completions/brm.fish\n"
        "What may follow `brm report p`:\n"
        "  brm completion candidates -- report p\n",
    .add = add,
};

}  // namespace commands
}  // namespace brm
