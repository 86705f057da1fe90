#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/changed_folder.h"
#include "commands/edited_file.h"
#include "commands/new_file.h"
#include "commands/new_parts.h"
#include "commands/record_template.h"
#include "commands/recorded.h"
#include "commands/unknown_id.h"
#include "commands/writing_values.h"
#include "model/all_kinds.h"
#include "model/ids.h"
#include "read/slots.h"
#include "rules/references.h"

namespace brm {
namespace {

struct Options {
  std::string kind;
  std::string id;
  bool is_dry = false;
};

Result<const Kind*> read_new_kind(const std::string& name) {
  const Kind* kind = find_kind(name);
  if (kind == nullptr) return unknown_value(values::new_kind, name);
  if (can_be_begun(*kind)) return kind;
  const auto recorded = all_recorded();
  const bool is_recorded = std::any_of(recorded.begin(), recorded.end(), [&](const Recorded& each) {
    return each.name == kind->name;
  });
  return Failure{
      fmt::format("{} have no id of their own in a record, so none can be begun", kind->plural),
      is_recorded ? fmt::format("`brm record {}` writes one", kind->name)
                  : fmt::format("write it in its record; `brm explain {}` shows its "
                                "fields",
                                kind->name)};
}

std::optional<Failure> wrong_id(std::string_view id) {
  if (is_id(id)) return std::nullopt;
  std::string meant = suggest_id(id);
  std::replace(meant.begin(), meant.end(), '/', '-');
  return Failure{fmt::format("`{}` is no id", visible(id)),
                 meant.empty() ? "an id has a-z, 0-9 and -, at most 63, such as human-services"
                               : fmt::format("did you mean `{}`? an id has a-z, 0-9 and -", meant)};
}

std::string place_of(const Portfolio& portfolio, const Item& item) {
  const SourceFile& source = portfolio.file(item.file);
  return fmt::format("{}:{}", visible(source.path()), source.line_column(item.offset).line);
}

std::string gaps_words(const Yaml& yaml) {
  const std::size_t gaps = count_gaps(yaml);
  return fmt::format("fill in {}; `brm check` shows {}", counted(gaps, "TODO"),
                     gaps == 1 ? "it" : "them");
}

ExitStatus begin_record(const Options& options, const Kind& kind, const Opened& opened,
                        const Invocation& invocation) {
  if (const auto failure = wrong_id(options.id)) return invocation.fail(*failure);
  if (const auto failure = unread_parts(invocation, opened.reading.troubles, "written")) {
    return invocation.fail(*failure);
  }
  const Portfolio& portfolio = opened.reading.portfolio;
  if (const Item* other = portfolio.find_record(std::string_view(options.id))) {
    return invocation.fail(
        {fmt::format("`{}` is taken, by the {} in {}", options.id, other->kind->name,
                     visible(portfolio.file(other->file).path())),
         "choose another id, or change that one; nothing was written"});
  }
  const bool is_office = kind.name == "office";
  const std::string path =
      is_office ? "brm.yaml" : folder_for(kind, portfolio) + options.id + ".yaml";
  if (opened.folder->read(path).ok()) {
    return invocation.fail({fmt::format("{} is there already", visible(path)),
                            "`brm check` says what is in it; nothing was written"});
  }
  const Yaml yaml = template_of(kind, options.id);
  const FileChange change{path, "", editor_line(invocation, opened, path) + in_block(yaml, 0, {}),
                          Writing::create};
  put_change(invocation, opened, change, options.is_dry ? Run::dry : Run::real,
             fmt::format("{} written: {}\n", visible(path), gaps_words(yaml)));
  return ExitStatus::clean;
}

/// `relationships or initiatives`: the records that hold such parts.
std::string holders(const Kind& part) {
  std::vector<std::string_view> names;
  for (const Kind* record : record_kinds()) {
    if (list_for(*record, part) != nullptr) names.push_back(record->plural);
  }
  return join_or(names);
}

/// The record that is to hold the part.
Result<const Item*> find_holder(const Options& options, const Kind& kind, const Opened& opened,
                                const Invocation& invocation) {
  const std::size_t slash = options.id.find('/');
  if (slash == std::string::npos) {
    return Failure{fmt::format("`{}` does not say which record the {} belongs to",
                               visible(options.id), kind.name),
                   fmt::format("write RECORD/{}; {} have {}", visible(options.id), holders(kind),
                               kind.plural)};
  }
  const Portfolio& portfolio = opened.reading.portfolio;
  const std::string record = options.id.substr(0, slash);
  const Item* item = portfolio.find_record(std::string_view(record));
  if (item == nullptr) {
    said_notices(invocation, opened);
    return unknown_id(portfolio, record);
  }
  if (list_for(*item->kind, kind) == nullptr) {
    return Failure{fmt::format("`{}` is {}, and has no {}", record,
                               rules::with_article(item->kind->name), kind.plural),
                   fmt::format("{} have them", holders(kind))};
  }
  if (const auto failure = wrong_id(std::string_view(options.id).substr(slash + 1)))
    return *failure;
  if (const Item* other = portfolio.find(options.id)) {
    return Failure{fmt::format("`{}` is taken, by the {} in {}", options.id, other->kind->name,
                               place_of(portfolio, *other)),
                   "choose another id, or change that one; nothing was written"};
  }
  return item;
}

ExitStatus begin_part(const Options& options, const Kind& kind, const Opened& opened,
                      const Invocation& invocation) {
  const auto holder = find_holder(options, kind, opened, invocation);
  if (!holder.ok()) return invocation.fail(holder.failure());
  const Item& record = *holder.value();
  const SourceFile& source = opened.reading.portfolio.file(record.file);
  const auto file = EditedFile::read(*opened.folder, source.path());
  if (!file.ok()) return invocation.fail(file.failure());
  const auto map = map_at(file.value().tree(), record.offset);
  if (!map)
    return invocation.fail(
        {fmt::format("{}: changed while it was read", source.path()), "run again"});
  const std::string id = options.id.substr(options.id.find('/') + 1);
  const Yaml yaml = template_of(kind, id);
  const std::string list(list_for(*record.kind, kind)->name);
  auto now = file.value().with(Addition{*map, list, Into::list, yaml});
  if (!now.ok()) return invocation.fail(now.failure());
  const FileChange change{source.path(), file.value().was(), std::move(now).value()};
  put_change(invocation, opened, change, options.is_dry ? Run::dry : Run::real,
             fmt::format("{} added to `{}` of {}: {}\n", options.id, list, visible(source.path()),
                         gaps_words(yaml)));
  return ExitStatus::clean;
}

ExitStatus run(const Options& options, const Invocation& invocation) {
  const auto kind = read_new_kind(options.kind);
  if (!kind.ok()) return invocation.fail(kind.failure());
  const auto opened = open_to_change(invocation);
  if (!opened.ok()) return invocation.fail(opened.failure());
  return kind.value()->common.empty()
             ? begin_part(options, *kind.value(), opened.value(), invocation)
             : begin_record(options, *kind.value(), opened.value(), invocation);
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("KIND", options->kind, "What is begun"), values::new_kind)->required();
  takes(app.add_option("ID", options->id,
                       "Its id, which is also its file's name; of a part RECORD/ID"),
        values::new_id)
      ->required();
  app.add_flag("--dry-run", options->is_dry, "Show what would be written and write nothing");
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) { return run(*options, invocation); };
  });
}

}  // namespace

namespace commands {

extern constinit const Command new_record{
    .name = "new",
    .summary = "Begin a record, or a part of one, with its fields to be filled in",
    .description =
        "Writes every required field with the word TODO behind it, and the recommended ones as "
        "comments, each with what it means. `brm check` refuses every TODO until it is filled in. "
        "A "
        "record becomes a file of its own, in the folder where most records of its kind are; a "
        "part, such as an outcome or a risk, goes to the end of its list in the record, all else "
        "there as it was. Nothing is ever written over, and no record begun where not all of the "
        "folder can be read.",
    .examples =
        "  brm new relationship labor\n"
        "  brm new initiative one-portal\n"
        "  brm new outcome benefits-online/queue-length\n"
        "  brm new risk benefits-online/key-people-leave --dry-run\n",
    .also = "create template",
    .add = add,
};

}  // namespace commands
}  // namespace brm
