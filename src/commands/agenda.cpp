#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "commands/command.h"
#include "commands/output_options.h"
#include "commands/unknown_id.h"
#include "commands/values.h"
#include "commands/within.h"
#include "reports/clock_charts.h"
#include "reports/clock_tables.h"
#include "reports/words.h"

namespace brm {
namespace {

struct Options {
  std::string within = "90d";
  std::string owner;
  OutputOptions output;
};

/// What is overdue, and what comes up to `last`; of one person where `owner` is not empty.
std::vector<Clock> chosen_clocks(const Assessment& assessed, Date last, const std::string& owner) {
  std::vector<Clock> clocks = clocks_of(assessed);
  std::erase_if(clocks, [&](const Clock& clock) {
    return clock.due > last || (!owner.empty() && clock.owner != owner);
  });
  return clocks;
}

/// Somebody with a record, or named by one where nobody has any.
std::optional<Failure> find_stranger(const Portfolio& portfolio, const std::string& owner) {
  const bool has_people = !portfolio.all(kinds::person).empty();
  if (owner.empty() || !has_people) return std::nullopt;
  const Item* item = portfolio.find(owner);
  if (item == nullptr) return unknown_id(portfolio, owner, kinds::person);
  if (item->kind == &kinds::person) return std::nullopt;
  return other_kind(*item, owner, kinds::person);
}

std::string next_step(const std::vector<Clock>& clocks) {
  if (clocks.empty()) return "";
  const Clock& first = clocks.front();
  return fmt::format("First: {}:\n    brm show {}", words_of(first.kind).asks,
                     address_of(*first.item));
}

Document to_document(const Assessment& assessed, const std::vector<Clock>& clocks, Date last,
                     const std::string& owner) {
  const auto count = [&](auto is_counted) {
    return static_cast<std::size_t>(std::count_if(clocks.begin(), clocks.end(), is_counted));
  };
  const std::size_t overdue = count([](const Clock& clock) { return clock.days_left < 0; });
  const std::size_t today = count([](const Clock& clock) { return clock.days_left == 0; });
  Document document;
  document.name = "agenda";
  document.title = owner.empty() ? fmt::format("Agenda up to {}", to_text(last))
                                 : fmt::format("Agenda of {} up to {}", owner, to_text(last));
  document.subtitle = office_title(assessed.portfolio());
  document.as_of = assessed.as_of();
  document.summary = {{"overdue", "overdue", cell(overdue, overdue > 0 ? Tone::bad : Tone::plain)},
                      {"today", "today", cell(today, today > 0 ? Tone::doubtful : Tone::plain)},
                      {"to_come", "to come", cell(clocks.size() - overdue - today)},
                      {"last_day", "last day", date_cell(last), Room::data, {}}};
  document.sections.push_back(clock_calendar(assessed.as_of(), clocks, last));
  document.sections.push_back({});
  document.sections.back().tables.push_back(clock_table(
      assessed, clocks,
      fmt::format("Nothing is asked of {} up to {}. A longer --within looks further ahead.",
                  owner.empty() ? "anybody" : owner, to_text(last))));
  document.next = next_step(clocks);
  return document;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation, agenda_formats());
  if (!output.ok()) return invocation.fail(output.failure());
  const auto last = read_within(options.within, invocation.as_of);
  if (!last.ok()) return invocation.fail(last.failure());
  const auto opened = open_records(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  const Portfolio& portfolio = opened.value().reading.portfolio;
  if (const auto failure = find_stranger(portfolio, options.owner)) {
    said_notices(invocation, opened.value());
    return invocation.fail(*failure);
  }
  const Assessment assessed(portfolio, invocation.as_of);
  const auto clocks = chosen_clocks(assessed, last.value(), options.owner);
  const bool is_silent = invocation.options.quiet && output.value().path.empty();
  if (clocks.empty() && is_silent) return said_notices(invocation, opened.value());
  return put_document(invocation, to_document(assessed, clocks, last.value(), options.owner),
                      opened.value(), output.value());
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(
      app.add_option("--within", options->within,
                     "How far to look ahead: 90d, 2w, 3m, 1y or a date (90d where it is left out)")
          ->capture_default_str(),
      values::time_ahead);
  takes(app.add_option("--owner", options->owner, "Only what this person has to do"), values::id);
  add_output_options(app, options->output, values::agenda_format, agenda_formats());
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command agenda{
    .name = "agenda",
    .summary = "Print what is due, overdue first, and who has to act",
    .description =
        "Every date in the records that asks somebody for something is a clock: notice deadlines "
        "and ends of agreements, reviews, measurements, promises, milestones, actions, meetings, "
        "elections. What is done, met or closed does not ring, nor does anything of an initiative "
        "that was stopped; of a relationship that is being left only its agreements, promises, "
        "risks and last day do, and of one that has ended only its agreements.\n\n"
        "A review is due one cadence after the last one held, a measurement one frequency after "
        "the last value. A notice deadline is the end of the agreement less its `notice_days`, in "
        "calendar days; an amendment agreed since the notice window opened settles it.",
    .examples =
        "  brm agenda --within 2w\n"
        "  brm agenda --owner maren-ostrowski --format csv\n"
        "  brm agenda --within 1y -o agenda.ics\n",
    .also = "calendar clocks deadlines due todo",
    .add = add,
};

}  // namespace commands
}  // namespace brm
