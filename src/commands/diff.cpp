#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/history_values.h"
#include "commands/output_options.h"
#include "commands/settings.h"
#include "commands/states.h"
#include "commands/telling.h"
#include "commands/where_option.h"
#include "model/initiative_fields.h"
#include "reports/difference_tables.h"
#include "reports/words.h"

namespace brm {
namespace {

struct Options {
  std::string before;
  std::string after;
  std::string where;
  bool sets_status = false;
  bool keeps_days = false;
  OutputOptions output;
};

/// A day that was asked for counts for both states: then only what was edited differs.
Result<std::optional<Date>> common_day(const Invocation& invocation) {
  const auto chosen = chosen_day(invocation.world, invocation.options);
  if (!chosen.ok()) return chosen.failure();
  const std::string_view from = chosen.value().from;
  const bool is_asked_for = from == "--as-of" || from == "BRM_AS_OF";
  return is_asked_for ? std::optional(chosen.value().day) : std::nullopt;
}

Result<State> open_after(const Options& options, const Invocation& invocation,
                         const Repository& repository, const std::string& root) {
  if (!options.after.empty()) return open_revision(invocation, repository, root, options.after);
  if (!repository.is_bare()) return open_present(invocation);
  return Failure{"a bare repository has no folder to compare a revision with",
                 fmt::format("name the other revision: brm diff {} HEAD", options.before)};
}

std::string next_step(const Differences& differences) {
  for (const Difference& each : differences) {
    const std::string address = address_of(each.item());
    if (each.turn != Turn::worse || each.after == nullptr || address.empty()) continue;
    return fmt::format("Look first at {}:\n    brm show {}", subject_of(each.item()), address);
  }
  return "";
}

Document to_document(const Options& options, const State& before, const State& after,
                     const Assessment& old_state, const Assessment& new_state,
                     const Differences& differences) {
  Document document;
  document.name = "diff";
  document.title = fmt::format("Changes from {} to {}", before.name, after.name);
  document.subtitle = office_title(new_state.portfolio());
  document.as_of = after.as_of;
  document.summary = difference_summary(differences);
  // Of some of the records it would not say which.
  const bool is_all = options.where.empty();
  document.summary.push_back(
      {"edited_otherwise", "edited otherwise",
       is_all ? cell(count_edited_otherwise(old_state, new_state, differences)) : Cell{},
       is_all ? Room::fixed : Room::data, Holds::whole});
  if (!is_all) {
    document.subtitle += fmt::format("{}only initiatives where {}",
                                     document.subtitle.empty() ? "" : " · ", options.where);
    document.summary.push_back({"where", "where", cell(options.where), Room::data, {}});
  }
  for (const auto& [key, state] : {std::pair("before", &before), std::pair("after", &after)}) {
    const std::string name(key);
    document.summary.push_back({name, name, cell(state->name), Room::data});
    document.summary.push_back({name + "_commit", name + " commit",
                                state->commit ? cell(state->commit->id) : Cell{}, Room::data});
    document.summary.push_back(
        {name + "_as_of", name + " as of", date_cell(state->as_of), Room::data, Holds::date});
  }
  Section sides;
  sides.paragraphs = {before.words() + "; " + after.words() + "."};
  if (differences.empty()) sides.paragraphs.push_back("Nothing changed in meaning.");
  document.sections.push_back(std::move(sides));
  for (Section& section : difference_sections(old_state, new_state, differences)) {
    document.sections.push_back(std::move(section));
  }
  document.next = next_step(differences);
  return document;
}

ExitStatus run_on(const Options& options, const Invocation& invocation, const Output& output,
                  const Where& where, const State& before, const State& after) {
  const Assessment old_state(before.opened.reading.portfolio, before.as_of,
                             invocation.reading.jobs);
  const Assessment new_state(after.opened.reading.portfolio, after.as_of, invocation.reading.jobs);
  Differences differences =
      differences_between(old_state, new_state, invocation.reading.jobs, lacks_of(before, after));
  if (!options.where.empty()) {
    std::erase_if(differences, [&](const Difference& each) {
      return !holds_in_either(where, old_state, new_state, each);
    });
  }
  const ExitStatus found =
      options.sets_status && !differences.empty() ? ExitStatus::findings : ExitStatus::clean;
  const bool is_silent = invocation.options.quiet && output.path.empty();
  if (!differences.empty() || !is_silent) {
    Document document = to_document(options, before, after, old_state, new_state, differences);
    document.notices = notices_of(before, after);
    if (const auto failure = withhold(before, after, document)) return invocation.fail(*failure);
    suggest_in_full(invocation, document, output);
    const ExitStatus put = put_document(invocation, document, output);
    if (put != ExitStatus::clean) return put;
  }
  const ExitStatus read = said_notices(invocation, before, after);
  return read == ExitStatus::clean ? found : read;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  const auto where = read_where(kinds::initiative, options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto day = common_day(invocation);
  if (!day.ok()) return invocation.fail(day.failure());
  const auto root = find_records(invocation);
  if (!root.ok()) return invocation.fail(root.failure());
  const auto repository = open_repository(invocation, root.value());
  if (!repository.ok()) return invocation.fail(repository.failure());
  // A word that was mistyped is said before anything is read.
  if (const auto later = find_later_day(invocation, options.before)) {
    return invocation.fail(*later);
  }
  const auto is_there = repository.value().find(options.before);
  if (!is_there.ok()) return invocation.fail(is_there.failure());
  auto after = open_after(options, invocation, repository.value(), root.value());
  if (!after.ok()) return invocation.fail(after.failure());
  State new_state = std::move(after).value();
  auto before =
      open_revision(invocation, repository.value(), root.value(), options.before, &new_state);
  if (!before.ok()) return invocation.fail(before.failure());
  State old_state = std::move(before).value();
  leave_out_alike(invocation, old_state, new_state);
  if (day.value() && !options.keeps_days) old_state.as_of = new_state.as_of = *day.value();
  if (options.keeps_days) {
    for (State* state : {&old_state, &new_state}) {
      state->as_of = std::min(state->as_of, invocation.as_of);
    }
  }
  return run_on(options, invocation, output.value(), where.value(), old_state, new_state);
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("REVISION", options->before,
                       "The older state: a branch, a tag, an id, HEAD~1, or a day as YYYY-MM-DD"),
        values::revision)
      ->required();
  takes(app.add_option("AFTER", options->after, "The newer state; left out: the folder as it is"),
        values::revision);
  takes(app.add_option("--where", options->where,
                       "Only of initiatives of which this is true, in either state"),
        values::condition);
  app.add_flag("--own-days", options->keeps_days,
               "With --as-of: each state as of its own day all the same, and none of a later one");
  app.add_flag("--exit-code", options->sets_status, "End with status 1 where something changed");
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command diff{
    .name = "diff",
    .summary = "Print what changed in meaning since a revision of git",
    .description =
        "Two states of the records are read, judged and compared: a revision of git and the folder "
        "as it is, or two revisions. What is shown is what it means and not which lines: verdicts "
        "that changed and why; goalposts that were moved, with the verdict under the old and under "
        "the new; risks opened, closed, grown and shrunk; ratings, money, promises, milestones, "
        "decisions, corrections, statuses, reviews and measurements; records added, removed, "
        "moved or ignored. What looks better only because evidence was taken away is told as that. "
        "Records are followed by their ids, and what has another id by what is written in "
        "it, "
        "so that another file or another order of lines "
        "is no change. Records whose text differs in other ways are counted: `git diff` shows "
        "them.\n\n"
        "Each state is judged as of its own day: a revision as of the day it was committed on, one "
        "that was named by a day as of that day, the folder as of today. So it shows, too, what "
        "came of time alone: a measurement grew old, a promise fell due; that nobody edited "
        "anything is then said. With --as-of both are judged as of that one day, and only what was "
        "edited differs; --own-days with it says what `brm report weekly` said as of that day.\n\n"
        "The repository is read without the git program: no hook runs, nothing is checked out or "
        "written. A day names the last commit made on it or before, by the first parents of HEAD.",
    .examples =
        "  brm diff HEAD\n"
        "  brm diff 2026-06-30 --format markdown\n"
        "  brm diff v2025 v2026 -o year.md\n"
        "  brm diff HEAD~1 --where 'status = active and type = program'\n"
        "  brm --as-of 2026-07-08 diff origin/main --exit-code\n",
    .when_found = "With --exit-code: something changed.",
    .also = "changes compare changed what-changed delta",
    .add = add,
};

}  // namespace commands
}  // namespace brm
