#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <deque>

#include "assess/facts.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/given_options.h"
#include "commands/history_values.h"
#include "commands/output_options.h"
#include "commands/record_versions.h"
#include "commands/states.h"
#include "commands/unknown_id.h"
#include "reports/history_tables.h"
#include "reports/words.h"

namespace brm {
namespace {

struct Options {
  std::string id;
  std::string field;
  bool leaves_authors_out = false;
  OutputOptions output;
};

/// `elig-portal` of `elig-portal/decision-days`
std::string record_id(const std::string& id) { return id.substr(0, id.find('/')); }

/// Where the record is, and its bytes where the folder has it.
struct Found {
  std::string path;
  std::optional<PresentRecord> present;
  bool is_readable = true;  ///< False where the folder has a file of it that cannot be read.
};

std::string bytes_of(const Portfolio& portfolio, const Item* item) {
  return item == nullptr ? std::string() : std::string(portfolio.file(item->file).bytes());
}

Result<Found> find_present(const Portfolio& portfolio, const std::string& id) {
  const Item* record = portfolio.find_record(record_id(id));
  if (record == nullptr) return unknown_id(portfolio, id);
  return Found{portfolio.file(record->file).path(),
               PresentRecord{bytes_of(portfolio, record), bytes_of(portfolio, portfolio.office())},
               true};
}

/// As the folder has it, where it could not be read; empty where there is no such file.
std::optional<PresentRecord> find_unreadable(const Portfolio& portfolio, const std::string& path) {
  for (const SourceFile& file : portfolio.files()) {
    if (file.path() != path) continue;
    return PresentRecord{std::string(file.bytes()), bytes_of(portfolio, portfolio.office())};
  }
  return std::nullopt;
}

/// In the folder, else in the newest commit that has a file of its name.
Result<Found> find_record(const Invocation& invocation, const Repository& repository,
                          const std::string& id) {
  if (repository.is_bare()) {
    const auto path = find_path(repository, record_id(id));
    if (!path.ok()) return path.failure();
    if (path.value()) return Found{*path.value(), std::nullopt, true};
    return Failure{fmt::format("there is no record `{}` in the history", visible(id)),
                   "its id is its file's name without .yaml"};
  }
  const auto state = open_present(invocation);
  if (!state.ok()) return state.failure();
  const Portfolio& portfolio = state.value().opened.reading.portfolio;
  auto found = find_present(portfolio, id);
  if (found.ok()) return found;
  const auto path = find_path(repository, record_id(id));
  if (!path.ok()) return path.failure();
  if (!path.value()) return found.failure();
  auto present = find_unreadable(portfolio, *path.value());
  const bool is_readable = !present && state.value().opened.reading.troubles.empty();
  return Found{*path.value(), std::move(present), is_readable};
}

const Item* find_item(const RecordVersion& version, const std::string& id) {
  const std::size_t slash = id.find('/');
  if (version.record == nullptr || slash == std::string::npos) return version.record;
  return version.reading->portfolio.find_part(*version.record,
                                              std::string_view(id).substr(slash + 1));
}

bool has_file(const RecordVersion& version) {
  const auto& files = version.reading->portfolio.files();
  return std::any_of(files.begin(), files.end(),
                     [&](const SourceFile& file) { return file.path() == version.path; });
}

/// Every version with the verdicts of its day.
class Steps {
 public:
  Steps(const RecordVersions& versions, const Options& options, Date today) {
    for (const RecordVersion& version : versions.list) {
      const Date day = version.commit ? version.commit->day : today;
      HistoryStep step;
      step.state = &states_.emplace_back(version.reading->portfolio, day);
      step.item = find_item(version, options.id);
      step.is_unreadable = version.record == nullptr && has_file(version);
      step.path = version.path;
      if (version.commit) {
        step.commit = version.commit->id;
        step.subject = version.commit->subject;
        step.author = version.commit->author;
      } else {
        step.subject = "not committed yet";
        step.author = "not committed yet";
      }
      list_.push_back(std::move(step));
    }
  }

  const std::vector<HistoryStep>& list() const { return list_; }
  const Item* newest() const {
    for (const HistoryStep& step : list_) {
      if (step.item != nullptr) return step.item;
    }
    return nullptr;
  }

 private:
  std::deque<Assessment> states_;  // stay where they are
  std::vector<HistoryStep> list_;
};

std::optional<Failure> find_unknown_field(const Kind& kind, const std::string& field) {
  const std::string path = fields_of_path(kind, field);
  if (field.empty()) return std::nullopt;
  const auto names = names_near(kind, path);
  const std::vector<std::string_view> known(names.begin(), names.end());
  if (Question::find(kind, path)) {
    const auto computed = computed_fields();
    const bool is_computed = std::any_of(
        computed.begin(), computed.end(),
        [&](const ComputedField& each) { return is_of(each, kind) && each.name == path; });
    if (!is_computed) return std::nullopt;
    return Failure{fmt::format("`{}` is computed, and nobody writes it", field),
                   "without --field the verdict after every change is shown"};
  }
  Failure failure = unknown_word("field", field, known);
  failure.message += fmt::format(" of the kind `{}`", kind.name);
  return failure;
}

Document to_document(const Options& options, const Steps& steps, const RecordVersions& versions) {
  const Item& item = *steps.newest();
  Document document;
  document.name = "history";
  document.title = fmt::format("History of {}", title_of(item));
  document.subtitle = options.id;
  Table changes = history_table(steps.list(), options.field,
                                options.leaves_authors_out ? Authors::left_out : Authors::named);
  document.summary = {{"changes", "changes", cell(changes.rows.size())},
                      {"versions", "commits", cell(steps.list().size())}};
  if (versions.is_cut_off) {
    document.notices.push_back(
        "this clone was cut off when it was fetched, and older changes are not here; "
        "`git fetch --unshallow` fetches them");
  }
  if (options.field.empty()) {
    Section verdicts = section_of("Verdicts, each as of its day", verdict_line(steps.list()));
    document.sections.push_back(std::move(verdicts));
  }
  document.sections.push_back(section_of("Changes, the newest first", std::move(changes)));
  return document;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto output = read_output(options.output, invocation);
  if (!output.ok()) return invocation.fail(output.failure());
  if (invocation.reading.audience) {
    return invocation.fail(
        {"history has no --audience: it shows all that was ever written",
         "report, list, show, get, count, agenda, graph, export and diff have one"});
  }
  const auto root = find_records(invocation);
  if (!root.ok()) return invocation.fail(root.failure());
  const auto repository = open_repository(invocation, root.value());
  if (!repository.ok()) return invocation.fail(repository.failure());
  const auto found = find_record(invocation, repository.value(), options.id);
  if (!found.ok()) return invocation.fail(found.failure());
  const auto versions = find_versions(repository.value(), found.value().path, found.value().present,
                                      invocation.reading);
  if (!versions.ok()) return invocation.fail(versions.failure());
  const Steps steps(versions.value(), options, invocation.as_of);
  const Item* newest = steps.newest();
  if (newest == nullptr) {
    return invocation.fail({fmt::format("there is no `{}` in any version of {}",
                                        visible(options.id), visible(found.value().path)),
                            "brm show names the parts of a record"});
  }
  if (const auto failure = find_unknown_field(*newest->kind, options.field)) {
    return invocation.fail(*failure);
  }
  Document document = to_document(options, steps, versions.value());
  if (found.value().is_readable) return put_document(invocation, document, output.value());
  const std::string notice = fmt::format(
      "the folder's {} could not be read, so that what it says now is missing here; run `brm "
      "check`",
      visible(found.value().path));
  document.notices.push_back(notice);
  invocation.console.err +=
      fmt::format("brm: {}\n", with_given_options(notice, invocation.options));
  suggest_in_full(invocation, document, output.value());
  put_document(invocation, document, output.value());
  return ExitStatus::could_not_run;
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("ID", options->id, "The record, or a part of it: record/part"), values::id)
      ->required();
  takes(app.add_option("--field", options->field,
                       "Only this field and what is below it: target.date, or "
                       "outcomes.decision-days.target.date"),
        values::field);
  app.add_flag("--no-authors", options->leaves_authors_out, "Leave out who made each change");
  add_output_options(app, options->output);
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command history{
    .name = "history",
    .summary = "Print every change of one record, from git",
    .description =
        "Each commit that touched the record is compared with the one before by what is written in "
        "it: field, old value, new value, with the day and the author, the newest first. Entries "
        "of lists are named by their ids, else by their day. What is not committed yet comes "
        "first. The record is followed by its file's name into other folders, back to the commit "
        "that added it, by first parents; of an outcome or an initiative the verdict after each "
        "commit is shown, as of its day and by the policy of that day.\n\n"
        "Authors are personal data: --no-authors leaves them out of what is passed on.",
    .examples =
        "  brm history benefits-online\n"
        "  brm history benefits-online/forms-online --field target\n"
        "  brm history human-services --no-authors --format csv --table changes\n",
    .also = "log blame versions",
    .add = add,
};

}  // namespace commands
}  // namespace brm
