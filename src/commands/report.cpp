#include "reports/report.h"
#include "base/ascii.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>

#include "base/folding.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/history_values.h"
#include "commands/output_options.h"
#include "commands/simulation_option.h"
#include "commands/since.h"
#include "commands/states.h"
#include "commands/telling.h"
#include "commands/trend.h"
#include "commands/unknown_id.h"
#include "commands/where_option.h"

namespace brm {
namespace {

/// What was written for an option of some reports.
struct Written {
  const ReportOption* option = nullptr;
  bool is_given = false;
  std::string id;
};

struct Options {
  std::string name;
  std::string subject;
  std::deque<Written> written;  // where they are told to stay
  std::string where;
  OutputOptions output;
  std::optional<std::string> simulate;
  std::optional<std::string> seed;
  std::optional<std::string> since;
  std::optional<std::string> trend;
  bool if_changed = false;
};

const Report* find_report(const std::string& name) {
  for (const Report* report : all_reports()) {
    if (report->name == name) return report;
  }
  return nullptr;
}

/// `outcomes and risks`: the reports of which this is true.
template <class IsTrue>
std::string reports_that(const IsTrue& is_true) {
  std::vector<std::string_view> names;
  for (const Report* report : all_reports()) {
    if (is_true(*report)) names.push_back(report->name);
  }
  return join_and(names);
}

bool knows(const Report& report, const ReportOption& option) {
  return std::find(report.options.begin(), report.options.end(), &option) != report.options.end();
}

std::optional<Failure> find_misuse_of_trend(const Options& options, const Report& report) {
  if (!options.trend) return std::nullopt;
  if (report.trend == nullptr) {
    const auto has_trend = [](const Report& each) { return each.trend != nullptr; };
    return Failure{fmt::format("the report {} has no trend", report.name),
                   fmt::format("--trend is for the reports {}", reports_that(has_trend))};
  }
  for (const Word& word : values::step.words()) {
    if (word.name == *options.trend) return std::nullopt;
  }
  return unknown_value(values::step, *options.trend);
}

/// What cannot be asked of this report, whatever is in the records.
std::optional<Failure> find_misuse(const Options& options, const Report& report) {
  for (const Written& written : options.written) {
    if (!written.is_given || knows(report, *written.option)) continue;
    const auto is_known = [&](const Report& each) { return knows(each, *written.option); };
    return Failure{
        fmt::format("the report {} has no --{}", report.name, written.option->name),
        fmt::format("--{} is for the report {}", written.option->name, reports_that(is_known))};
  }
  if (const auto failure = find_misuse_of_trend(options, report)) return failure;
  const bool has_since = options.since && !options.trend;
  if (report.trend != nullptr && has_since && !options.if_changed) {
    return Failure{
        "--since says from when on a trend goes, and none is asked for",
        fmt::format("`brm report {} --trend month --since {}` shows how its figures went, and `brm "
                    "report weekly --since {}` what changed",
                    report.name, visible(*options.since), visible(*options.since))};
  }
  if (report.has_news == nullptr && (has_since || options.if_changed)) {
    const auto compares = [](const Report& each) { return each.has_news != nullptr; };
    return Failure{
        fmt::format("the report {} compares nothing", report.name),
        fmt::format("--since and --if-changed are for the report {}", reports_that(compares))};
  }
  if (report.subject != nullptr && options.subject.empty()) {
    return Failure{fmt::format("the report {} is about one {}, and none is named", report.name,
                               report.subject->name),
                   fmt::format("write its id: brm report {} ID", report.name)};
  }
  if (report.subject != nullptr && !options.where.empty()) {
    return Failure{fmt::format("the report {} is about one {}: there is nothing to choose among",
                               report.name, report.subject->name),
                   "leave --where out"};
  }
  if (report.subject == nullptr && !options.subject.empty()) {
    return Failure{fmt::format("the report {} is about all records: `{}` is one word too many",
                               report.name, visible(options.subject)),
                   "--where chooses among them"};
  }
  return std::nullopt;
}

/// The record of that kind.
Result<const Item*> find_record(const Portfolio& portfolio, const std::string& id,
                                const Kind& kind) {
  const Item* item = portfolio.find(id);
  if (item == nullptr) return unknown_id(portfolio, id, kind);
  if (item->kind != &kind) {
    return other_kind(*item, id, kind);
  }
  return item;
}

/// Fills in what is named of the records.
std::optional<Failure> find_named(const Options& options, const Report& report,
                                  const Portfolio& portfolio, ReportRequest& request) {
  if (report.subject != nullptr) {
    const auto subject = find_record(portfolio, options.subject, *report.subject);
    if (!subject.ok()) return subject.failure();
    request.subject = subject.value();
  }
  for (const Written& written : options.written) {
    if (!written.is_given) continue;
    const Item* record = nullptr;
    if (written.option->names != nullptr) {
      const auto found = find_record(portfolio, written.id, *written.option->names);
      if (!found.ok()) return found.failure();
      record = found.value();
    }
    request.chosen.push_back({written.option, record});
  }
  return std::nullopt;
}

/// An answer about some of the records says nothing about all of them, and one for an audience
/// tells it nothing to write down.
void say_of_whom(Document& document, const Report& report, const std::string& where,
                 std::size_t left_out) {
  if (left_out > 0) document.next.clear();
  if (!where.empty()) {
    document.subtitle += fmt::format("{}only {} where {}", document.subtitle.empty() ? "" : " · ",
                                     report.kind->plural, where);
    document.summary.push_back({"where", "where", cell(where), Room::data, {}});
  }
  for (Section& section : document.sections) {
    for (Table& table : section.tables) {
      std::string& words = table.if_empty;
      if (words.empty()) continue;
      if (left_out > 0) {
        words = "Nothing on record that is for this audience.";
      } else if (!where.empty()) {
        const bool is_word = words.size() > 1 && is_small(words[1]);
        if (is_word) words[0] = lowered(words.substr(0, 1)).front();
        words = "Of those asked for: " + words;
      }
    }
  }
}

/// A report beside an earlier state, or without one where git has none.
ExitStatus compare(const Options& options, const Invocation& invocation, const Report& report,
                   const State& present, const Since& earlier, const Assessment& assessed,
                   ReportRequest& request, const Output& output) {
  std::optional<Assessment> before;
  request.earlier.words = earlier.words;
  if (earlier.state) {
    before.emplace(earlier.state->opened.reading.portfolio, earlier.state->as_of,
                   invocation.reading.jobs);
    request.earlier.state = &*before;
    request.earlier.name = earlier.state->name;
    request.earlier.differences = differences_between(*before, assessed, invocation.reading.jobs,
                                                      lacks_of(*earlier.state, present));
  }
  if (options.if_changed && !report.has_news(assessed, request)) {
    return said_notices(invocation, present.opened);
  }
  Document document = report.make(assessed, request);
  say_of_whom(document, report, options.where, request.left_out);
  if (!earlier.state) {
    const ExitStatus put = put_document(invocation, std::move(document), present.opened, output);
    if (!earlier.is_damaged) return put;
    invocation.console.err += fmt::format("brm: {}\n", visible(earlier.words));
    return ExitStatus::could_not_run;
  }
  for (const std::string& notice : notices_of(earlier.state->opened)) {
    document.notices.push_back(fmt::format("in {}: {}", visible(earlier.state->name), notice));
  }
  const bool is_whole = document.notices.empty();
  if (const auto failure = withhold(*earlier.state, present, document)) {
    return invocation.fail(*failure);
  }
  const std::string own =
      fmt::format("in {}: {}", visible(present.name), left_out_notice(present.opened));
  for (std::string& notice : left_out_notices(*earlier.state, present)) {
    // Of the records as they are it is said in every report.
    if (notice != own) document.notices.push_back(std::move(notice));
  }
  for (const std::string& notice : document.notices) {
    invocation.console.err += fmt::format("brm: {}\n", visible(notice));
  }
  const ExitStatus put = put_document(invocation, std::move(document), present.opened, output);
  return is_whole ? put : ExitStatus::could_not_run;
}

/// The report with its figures over time before all else.
ExitStatus put_trend(const Options& options, const Invocation& invocation, const Report& report,
                     const State& present, const Assessment& assessed, const ReportRequest& request,
                     const Output& output, Document document) {
  auto trend = make_trend(invocation, {*options.trend, options.since}, report, present, assessed,
                          request, !options.where.empty());
  if (!trend.ok()) return invocation.fail(trend.failure());
  TrendAnswer answer = std::move(trend).value();
  document.sections.insert(document.sections.begin(), std::move(answer.section));
  say_of_whom(document, report, options.where, request.left_out);
  for (std::string& notice : answer.notices) {
    invocation.console.err += fmt::format("brm: {}\n", notice);
    document.notices.push_back(std::move(notice));
  }
  const bool is_whole = document.notices.empty();
  const ExitStatus put = put_document(invocation, std::move(document), present.opened, output);
  return is_whole ? put : ExitStatus::could_not_run;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  const Report* report = find_report(options.name);
  if (report == nullptr) return invocation.fail(unknown_value(values::report, options.name));
  if (const auto misuse = find_misuse(options, *report)) return invocation.fail(*misuse);
  const auto where = read_where(*report->kind, options.where);
  if (!where.ok()) return invocation.fail(where.failure());
  const auto simulation = read_simulation(options.simulate, options.seed, *report);
  if (!simulation.ok()) return invocation.fail(simulation.failure());
  auto present = open_present(invocation);
  if (!present.ok()) return invocation.fail(present.failure());
  State state = std::move(present).value();
  const Opened& opened = state.opened;
  std::optional<Since> since;
  if (report->has_news != nullptr) {
    auto earlier = open_since(invocation, options.since.value_or("7d"), state);
    if (!earlier.ok()) return invocation.fail(earlier.failure());
    since.emplace(std::move(earlier).value());
    if (since->state) leave_out_alike(invocation, *since->state, state);
  }
  const Assessment assessed(opened.reading.portfolio, invocation.as_of, invocation.reading.jobs);
  ReportRequest request{where.value(), simulation.value()};
  request.condition = options.where;
  request.draws = output.value().format->words.name == "html";
  if (request.simulation) request.simulation->jobs = invocation.reading.jobs;
  if (const auto failure = find_named(options, *report, opened.reading.portfolio, request)) {
    said_notices(invocation, opened);
    return invocation.fail(*failure);
  }
  request.left_out = opened.reading.left_out + state.left_out_beside;
  if (since) {
    return compare(options, invocation, *report, state, *since, assessed, request, output.value());
  }
  Document document = report->make(assessed, request);
  if (options.trend) {
    return put_trend(options, invocation, *report, state, assessed, request, output.value(),
                     std::move(document));
  }
  say_of_whom(document, *report, options.where, request.left_out);
  return put_document(invocation, std::move(document), opened, output.value());
}

/// An option of some reports says of which.
void add_report_options(CLI::App& app, Options& options) {
  for (const ReportOption* option : all_report_options()) {
    Written& written = options.written.emplace_back();
    written.option = option;
    const auto is_known = [&](const Report& each) { return knows(each, *option); };
    const std::string name = fmt::format("--{}", option->name);
    const std::string meaning = fmt::format("{}: {}", reports_that(is_known), option->meaning);
    if (option->names == nullptr) {
      app.add_flag(name, written.is_given, meaning);
    } else {
      const auto read = [&written](const std::string& id) {
        written.is_given = true;
        written.id = id;
      };
      takes(app.add_option_function<std::string>(name, read, meaning), values::id);
    }
  }
}

/// What `--where` chooses among, a kind for each report.
std::string where_words() {
  std::vector<std::string> parts;
  std::vector<const Kind*> kinds;
  for (const Report* report : all_reports()) {
    if (report->subject != nullptr) continue;
    if (std::find(kinds.begin(), kinds.end(), report->kind) == kinds.end()) {
      kinds.push_back(report->kind);
    }
  }
  for (const Kind* kind : kinds) {
    parts.push_back(fmt::format("{} (in {})", kind->plural, reports_that([&](const Report& each) {
                                  return each.subject == nullptr && each.kind == kind;
                                })));
  }
  return fmt::format("Only those of which this is true: {}", fmt::join(parts, ", "));
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("NAME", options->name, "Which report"), values::report)->required();
  const auto has_subject = [](const Report& each) { return each.subject != nullptr; };
  if (const std::string about_one = reports_that(has_subject); !about_one.empty()) {
    takes(app.add_option("ID", options->subject, about_one + ": which record"), values::id);
  }
  add_report_options(app, *options);
  takes(app.add_option("--where", options->where, where_words()), values::condition);
  takes(app.add_option("--simulate", options->simulate,
                       "risks: make up N years, and show how much may come together"),
        values::amount);
  takes(app.add_option("--seed", options->seed,
                       "With --simulate: another number draws other years (default 1)"),
        values::amount);
  const auto compares = [](const Report& each) { return each.has_news != nullptr; };
  const std::string comparing = reports_that(compares);
  takes(app.add_option("--since", options->since,
                       comparing + ": compared with this revision or day, or so long ago: 7d, 2w, "
                                   "1m (default 7d); with --trend: from then on (default 1y)"),
        values::since);
  takes(app.add_option("--trend", options->trend,
                       "How its figures went, sampled from git by week or month"),
        values::step);
  app.add_flag("--if-changed", options->if_changed,
               comparing + ": print nothing where nothing changed");
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command report{
    .name = "report",
    .summary = "Print a report over all records",
    .description =
        "A report answers one question over all records, puts first what needs attention first, "
        "and says why. Where something written could not be read, it says so at its top.",
    .examples =
        "  brm report outcomes\n"
        "  brm report outcomes --where 'verdict in (missed, off_track)'\n"
        "  brm report risks --simulate 10000\n"
        "  brm report outcomes -o outcomes.html\n"
        "  brm report portfolio --trend month -o portfolio.html\n"
        "  brm report risks --trend week --since 3m\n"
        "  brm --as-of 2026-06-30 report portfolio --format json\n",
    .also = "status summary dashboard",
    .add = add,
};

}  // namespace commands
}  // namespace brm
