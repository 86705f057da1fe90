#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <deque>

#include "assess/counterparts.h"
#include "assess/facts.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/given_options.h"
#include "commands/history_values.h"
#include "commands/output_options.h"
#include "commands/past_ids.h"
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

/// What is known of the record, from wherever a file of it was found.
struct Found {
  std::string path;
  RecordVersions versions;
};

/// The nearest of all ids that there are or were.
Failure unknown_in_history(const Repository& repository, const Portfolio* portfolio,
                           const std::string& id) {
  auto names = names_in_history(repository);
  if (!names.ok()) return names.failure();
  std::vector<std::string> ids = std::move(names).value();
  if (portfolio != nullptr) {
    for (const Item* record : portfolio->records()) ids.emplace_back(record->id());
  }
  const std::vector<std::string_view> known(ids.begin(), ids.end());
  Failure failure = unknown_word("record or part", id, known);
  failure.message += " here, nor was there one in any commit";
  if (failure.help.starts_with("one of")) {
    failure.help =
        "`brm list relationships` and `brm list initiatives` show the ids that there are";
  }
  return failure;
}

/// In the folder, else where the history has it last.
Result<Found> find_record(const Invocation& invocation, const Repository& repository,
                          const State* present, const std::string& id) {
  const std::string record_name = record_id(id);
  const auto versions_at = [&](const std::string& path) {
    return find_versions(repository, record_name, path, present, invocation.reading);
  };
  const Portfolio* portfolio = present == nullptr ? nullptr : &present->opened.reading.portfolio;
  const Item* record = portfolio == nullptr ? nullptr : portfolio->find_record(record_name);
  if (record != nullptr) {
    std::string path = portfolio->file(record->file).path();
    auto versions = versions_at(path);
    if (!versions.ok()) return versions.failure();
    return Found{std::move(path), std::move(versions).value()};
  }
  for (const auto find : {path_by_name, path_by_content}) {
    const auto path = find(repository, record_name);
    if (!path.ok()) return path.failure();
    if (!path.value()) continue;
    auto versions = versions_at(*path.value());
    if (!versions.ok()) return versions.failure();
    if (versions.value().has_record()) return Found{*path.value(), std::move(versions).value()};
  }
  return unknown_in_history(repository, portfolio, id);
}

/// The part of this name; what it was where the record's versions called it otherwise.
class Parts {
 public:
  explicit Parts(const std::string& id)
      : name_(id.find('/') == std::string::npos ? "" : id.substr(id.find('/') + 1)) {}

  /// Versions are asked for the newest first.
  const Item* find(const RecordVersion& version) {
    if (version.record == nullptr || name_.empty()) return version.record;
    const Item* found = version.reading->portfolio.find_part(*version.record, name_);
    if (found == nullptr && last_ != nullptr) found = find_renamed(*version.record);
    if (found != nullptr) name_ = found->id();
    last_ = found;
    return found;
  }

 private:
  /// What the part of the newer version was in the one before.
  const Item* find_renamed(const Item& record) const {
    const Item& newer = *last_->parent;
    if (newer.parent != nullptr) return nullptr;
    for (const Value& value : newer.fields()) {
      const Field& field = newer.kind->field(value.field);
      if (field.type != Type::part || field.many != Many::list) continue;
      for (const Counterparts& pair : part_counterparts({&record, &newer}, field.name)) {
        if (pair.after == last_) return pair.before;
      }
    }
    return nullptr;
  }

  std::string name_;
  const Item* last_ = nullptr;
};

/// Every version with the verdicts of its day.
class Steps {
 public:
  Steps(const RecordVersions& versions, const Options& options, Date today) {
    Parts parts(options.id);
    for (const RecordVersion& version : versions.list) {
      const Date day = version.commit ? version.commit->day : today;
      HistoryStep step;
      step.state = &states_.emplace_back(version.reading->portfolio, day);
      step.item = parts.find(version);
      step.is_ignored = version.is_ignored;
      step.is_unreadable = version.record == nullptr && version.has_file && !version.is_ignored;
      step.path = version.path;
      if (version.record != nullptr) step.record = version.record->id();
      step.renamed_to = version.renamed_to;
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

/// What the record was called, and is called now, and which other one may go on with it.
std::vector<std::string> words_about_names(const Steps& steps, const RecordVersions& versions) {
  std::vector<std::string> out;
  std::string_view id;  // of the version after
  Date since{};
  for (std::size_t i = 0; i < versions.list.size(); ++i) {
    const HistoryStep& step = steps.list()[i];
    const RecordVersion& version = versions.list[i];
    const std::string day = to_text(step.state->as_of());
    if (i == 0 && !version.has_file && step.renamed_to.empty()) {
      out.push_back(fmt::format("It is not there any more: {} was removed on {}.",
                                visible(version.path), day));
    }
    if (!step.renamed_to.empty()) {
      out.push_back(fmt::format("Since {} it is called `{}`: `brm history {}` goes on.", day,
                                step.renamed_to, step.renamed_to));
    }
    if (!step.record.empty()) {
      if (!id.empty() && id != step.record) {
        out.push_back(
            fmt::format("On {} it was renamed from `{}`, and what follows was written "
                        "under that id.",
                        to_text(since), step.record));
      }
      id = step.record;
      since = step.state->as_of();
    }
    if (version.instead_of.empty()) continue;
    out.push_back(fmt::format("On {} it was added in {}, where `{}` was removed: `brm history {}`.",
                              day, visible(version.path), version.instead_of, version.instead_of));
  }
  return out;
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
                      {"versions", "versions", cell(steps.list().size())}};
  if (versions.is_cut_off) {
    document.notices.push_back(
        "this clone was cut off when it was fetched, and older changes are not here; "
        "`git fetch --unshallow` fetches them");
  }
  if (auto words = words_about_names(steps, versions); !words.empty()) {
    document.sections.push_back({"", std::move(words), {}, {}, "", ""});
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
  std::optional<State> present;
  if (!repository.value().is_bare()) {
    auto state = open_present(invocation);
    if (!state.ok()) return invocation.fail(state.failure());
    present.emplace(std::move(state).value());
  }
  const auto found =
      find_record(invocation, repository.value(), present ? &*present : nullptr, options.id);
  if (!found.ok()) return invocation.fail(found.failure());
  const RecordVersions& versions = found.value().versions;
  const Steps steps(versions, options, invocation.as_of);
  const Item* newest = steps.newest();
  if (newest == nullptr) {
    return invocation.fail({fmt::format("there is no `{}` in any version of {}",
                                        visible(options.id), visible(found.value().path)),
                            "brm show names the parts of a record"});
  }
  if (const auto failure = find_unknown_field(*newest->kind, options.field)) {
    return invocation.fail(*failure);
  }
  Document document = to_document(options, steps, versions);
  if (versions.is_folder_known) {
    suggest_in_full(invocation, document, output.value());
    return put_document(invocation, document, output.value());
  }
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
        "first. The record is followed back to the commit that added it, by first parents: by its "
        "file's name into other folders, and where its id or its file was called otherwise by what "
        "is written in it. A record that is gone is found by its id, too, and the commit that "
        "removed or renamed it comes first. Of an outcome or an initiative the verdict after each "
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
