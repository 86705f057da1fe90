#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/spelling.h"
#include "base/utf8.h"
#include "commands/changed_folder.h"
#include "commands/edited_file.h"
#include "commands/recorded.h"
#include "commands/unknown_id.h"
#include "commands/writing_values.h"
#include "model/all_kinds.h"
#include "read/slots.h"

namespace brm {
namespace {

/// The options that fill fields, as CLI11 needs them.
struct Options {
  RecordOptions record;
  std::string by;
  std::string source;
  std::string note;
  std::string scale;
  std::string effective;
  std::vector<std::string> attendees;
  std::vector<std::string> decisions;

  RecordOptions gathered() const {
    RecordOptions out = record;
    const auto add = [&](std::string_view option, const std::string& text) {
      if (!text.empty()) out.fields.push_back({option, {text}});
    };
    add("--by", by);
    add("--source", source);
    add("--scale", scale);
    add("--effective", effective);
    add("--note", note);
    out.fields.emplace_back("--attendee", attendees);
    out.fields.emplace_back("--decision", decisions);
    return out;
  }
};

/// What the ID names, in its file.
struct Target {
  const Item& item;
  EditedFile file;
  std::uint32_t map = 0;
};

/// The parts of the record that could have been meant.
std::vector<std::string> parts_of(const Portfolio& portfolio, const Item& record, Words kinds) {
  std::vector<std::string> out;
  for (const std::string_view name : kinds) {
    for (const Item* part : portfolio.all(*find_kind(name))) {
      const bool is_its = part->parent != nullptr && &part->record() == &record;
      if (is_its && !part->id().empty()) {
        out.push_back(fmt::format("{}/{}", record.id(), part->id()));
      }
    }
  }
  return out;
}

Result<const Item*> find_item(const Invocation& invocation, const Opened& opened,
                              const Recorded& recorded, const std::string& id) {
  const Portfolio& portfolio = opened.reading.portfolio;
  const Item* item = portfolio.find(id);
  if (item == nullptr) {
    // It may stand in a file that could not be read.
    said_notices(invocation, opened);
    return unknown_id(portfolio, id);
  }
  const Words of = recorded.of;
  if (std::find(of.begin(), of.end(), item->kind->name) != of.end()) return item;
  Failure failure = other_kind(*item, id, *find_kind(of.front()));
  const auto parts = parts_of(portfolio, *item, of);
  const std::vector<std::string_view> names(parts.begin(), parts.end());
  if (!names.empty()) failure.help = fmt::format("name one of its parts: {}", join_or(names));
  return failure;
}

Result<Target> find_target(const Opened& opened, const Item& item) {
  const SourceFile& source = opened.reading.portfolio.file(item.file);
  auto file = EditedFile::read(*opened.folder, source.path());
  if (!file.ok()) return file.failure();
  Target out{item, std::move(file).value()};
  const auto map = map_at(out.file.tree(), item.offset);
  if (!map || out.file.bytes() != source.bytes()) {
    return Failure{fmt::format("{}: changed while it was read", visible(source.path())),
                   "run again"};
  }
  out.map = *map;
  return out;
}

/// The text written for a key of a map; empty where none is.
std::string_view text_at(const Tree& tree, std::uint32_t map, std::string_view key) {
  const auto value = value_of(tree, map, key);
  return value ? tree.nodes[*value].text : std::string_view{};
}

const Yaml* field_of(const Yaml& map, std::string_view key) {
  const auto found = std::find_if(map.fields.begin(), map.fields.end(),
                                  [&](const auto& pair) { return pair.first == key; });
  return found == map.fields.end() ? nullptr : &found->second;
}

/// The item of the list that is of the same day, or whatever else no two may share.
std::optional<std::uint32_t> same_item(const Target& target, const Recorded& recorded,
                                       const Yaml& entry) {
  const Tree& tree = target.file.tree();
  const auto list = value_of(tree, target.map, recorded.list);
  if (!list || tree.nodes[*list].form != Form::list) return std::nullopt;
  for (std::uint32_t at = *list + 1; at < tree.nodes[*list].next; at = tree.nodes[at].next) {
    const bool is_same = std::all_of(
        recorded.same_when.begin(), recorded.same_when.end(), [&](std::string_view key) {
          const Yaml* field = field_of(entry, key);
          return field != nullptr && text_at(tree, at, key) == field->text;
        });
    if (tree.nodes[at].form == Form::map && is_same) return at;
  }
  return std::nullopt;
}

/// Whether everything that is to be recorded stands in the map already.
bool says_all(const Tree& tree, std::uint32_t map, const Yaml& entry) {
  return std::all_of(entry.fields.begin(), entry.fields.end(), [&](const auto& field) {
    const auto& [key, value] = field;
    if (value.form == Yaml::Form::text) return text_at(tree, map, key) == value.text;
    const auto list = value_of(tree, map, key);
    if (!list || tree.nodes[*list].count != value.items.size()) return false;
    std::uint32_t at = *list + 1;
    return std::all_of(value.items.begin(), value.items.end(), [&](const Yaml& item) {
      const bool is_same = tree.nodes[at].text == item.text;
      at = tree.nodes[at].next;
      return is_same;
    });
  });
}

/// A period that was announced, with its target perhaps, and has no value yet.
bool is_pending(const Tree& tree, std::uint32_t map) {
  return text_at(tree, map, "value").empty() && text_at(tree, map, "numerator").empty() &&
         text_at(tree, map, "met").empty();
}

std::string place_of(const EditedFile& file, std::uint32_t node) {
  return fmt::format("{}:{}", visible(file.path()),
                     file.source().line_column(file.tree().nodes[node].begin).line);
}

Failure there_already(const Target& target, std::uint32_t node, const Recorded& recorded,
                      const Yaml& entry) {
  const EditedFile& file = target.file;
  const auto begin = file.tree().nodes[node].begin;
  std::string_view written =
      file.bytes().substr(begin, extent_end(file.tree(), file.bytes(), node) - begin);
  const bool is_short = written.find('\n') == std::string_view::npos && written.size() < 100;
  const std::string shown = is_short ? fmt::format(": {}", visible(written)) : "";
  const Yaml* date = recorded.list.empty() ? nullptr : field_of(entry, "date");
  return {date == nullptr ? fmt::format("{}: its `{}` is written already{}", place_of(file, node),
                                        recorded.field, shown)
                          : fmt::format("{}: there is a {} of {} already{}", place_of(file, node),
                                        recorded.name, date->text, shown),
          "correct it there, if it is wrong; nothing was written"};
}

/// The fields that a pending item lacks, one after another.
Result<std::string> fill(const Target& target, std::uint32_t map, const Yaml& entry) {
  const std::uint32_t begin = target.file.tree().nodes[map].begin;
  auto bytes = Result<std::string>(target.file.was());
  for (const auto& [key, value] : entry.fields) {
    auto file = EditedFile::of(target.file.path(), std::move(bytes).value());
    if (!file.ok()) return file.failure();
    const auto at = map_at(file.value().tree(), begin);
    if (!at) return Failure{"the measurement is not found again", ""};
    if (text_at(file.value().tree(), *at, key) == value.text) {
      bytes = Result<std::string>(file.value().was());
      continue;
    }
    bytes = file.value().with(Addition{*at, key, Into::field, value});
    if (!bytes.ok()) return bytes;
  }
  return bytes;
}

/// All that is to be in the file; empty where it is there already.
Result<std::optional<std::string>> changed(const Target& target, const Recorded& recorded,
                                           const Yaml& entry) {
  using Out = Result<std::optional<std::string>>;
  const auto out = [](Result<std::string> bytes) {
    return bytes.ok() ? Out(std::move(bytes).value()) : Out(bytes.failure());
  };
  const Tree& tree = target.file.tree();
  if (recorded.list.empty()) {
    const auto value = value_of(tree, target.map, recorded.field);
    const bool is_empty =
        !value || (tree.nodes[*value].text.empty() && tree.nodes[*value].count == 0);
    if (is_empty) {
      const std::string key(recorded.field);
      return out(target.file.with(Addition{target.map, key, Into::field, entry}));
    }
    const bool is_same = entry.form == Yaml::Form::text ? tree.nodes[*value].text == entry.text
                                                        : says_all(tree, *value, entry);
    if (is_same) return std::optional<std::string>();
    return there_already(target, *value, recorded, entry);
  }
  const auto same = same_item(target, recorded, entry);
  if (!same) {
    const std::string key(recorded.list);
    return out(target.file.with(Addition{target.map, key, Into::list, entry}));
  }
  if (says_all(tree, *same, entry)) return std::optional<std::string>();
  if (recorded.name == "measurement" && is_pending(tree, *same)) {
    return out(fill(target, *same, entry));
  }
  return there_already(target, *same, recorded, entry);
}

std::size_t line_of(const FileChange& change) {
  std::size_t at = added_by(change).begin;
  while (at < change.now.size() && (change.now[at] == '\n' || change.now[at] == '\r')) ++at;
  return 1 + static_cast<std::size_t>(std::count(
                 change.now.begin(), change.now.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

ExitStatus write(const Invocation& invocation, const Opened& opened, const RecordOptions& options,
                 const Recorded& recorded, const Target& target, std::string now) {
  const FileChange change{target.file.path(), target.file.was(), std::move(now)};
  if (const auto failure = heed(objections_to(change, opened, invocation), invocation)) {
    return invocation.fail(*failure);
  }
  put_change(invocation, opened, change, options.is_dry ? Run::dry : Run::real,
             fmt::format("{}: {} of {} recorded in {}:{}\n", visible(options.id), recorded.name,
                         options.date, visible(change.path), line_of(change)));
  return ExitStatus::clean;
}

std::optional<Failure> not_yet(const RecordOptions& options, Date as_of) {
  const DateReading day = read_date(options.date);
  if (day.fault != DateFault::none) {
    return Failure{fmt::format("--date `{}` is not a date", visible(options.date)),
                   "write it as YYYY-MM-DD"};
  }
  if (day.date <= as_of) return std::nullopt;
  return Failure{fmt::format("{} is after {}, and what has not happened cannot be recorded",
                             options.date, to_text(as_of)),
                 "give the day it happened with --date"};
}

ExitStatus run(RecordOptions options, const Invocation& invocation) {
  const auto all = all_recorded();
  const auto recorded = std::find_if(
      all.begin(), all.end(), [&](const Recorded& each) { return each.name == options.what; });
  if (recorded == all.end()) return invocation.fail(unknown_value(values::recorded, options.what));
  if (options.date.empty()) options.date = to_text(invocation.as_of);
  if (const auto failure = not_yet(options, invocation.as_of)) return invocation.fail(*failure);
  auto records = open_to_change(invocation);
  if (!records.ok()) return invocation.fail(records.failure());
  const Opened& opened = records.value();
  const auto item = find_item(invocation, opened, *recorded, options.id);
  if (!item.ok()) return invocation.fail(item.failure());
  const auto entry = entry_for(*recorded, options, *item.value());
  if (!entry.ok()) return invocation.fail(entry.failure());
  const auto target = find_target(opened, *item.value());
  if (!target.ok()) return invocation.fail(target.failure());
  auto now = changed(target.value(), *recorded, entry.value());
  if (!now.ok()) return invocation.fail(now.failure());
  if (now.value()) {
    return write(invocation, opened, options, *recorded, target.value(), *std::move(now).value());
  }
  if (!invocation.options.quiet) {
    invocation.console.out += fmt::format("{}: this {} of {} is there already\n",
                                          visible(options.id), recorded->name, options.date);
  }
  return ExitStatus::clean;
}

void add_field_options(CLI::App& app, Options& options) {
  takes(app.add_option("--by", options.by, "Who measured it, gave the rating or held the review"),
        values::text);
  takes(app.add_option("--source", options.source, "Where a measurement comes from"), values::text);
  takes(app.add_option("--scale", options.scale,
                       "The scale of a rating, where the rating does not tell"),
        values::scale);
  takes(app.add_option("--effective", options.effective, "Whether a correction worked"),
        values::effect);
  takes(app.add_option("--note", options.note,
                       "What to know about it: a note, a comment, or the summary of a review"),
        values::text);
  takes(app.add_option("--attendee", options.attendees, "Who was at a review; may be given again"),
        values::text)
      ->allow_extra_args(false);
  takes(
      app.add_option("--decision", options.decisions, "What a review decided; may be given again"),
      values::text)
      ->allow_extra_args(false);
}

void add(CLI::App& app, Job& chosen) {
  auto options = std::make_shared<Options>();
  takes(app.add_option("WHAT", options->record.what, "What is recorded"), values::recorded)
      ->required();
  takes(app.add_option("ID", options->record.id, "Of what: a record, or a part as RECORD/PART"),
        values::id)
      ->required();
  takes(app.add_option("VALUE", options->record.value,
                       "The value measured (41.5, a share as 37/120, met or not-met), the rating "
                       "given, or the value a correction led to"),
        values::new_value);
  takes(app.add_option("--date", options->record.date,
                       "The day it is true for, or it happened (default: the day of --as-of)"),
        values::day);
  add_field_options(app, *options);
  app.add_flag("--dry-run", options->record.is_dry, "Show the change and write nothing");
  app.callback([options, &chosen] {
    chosen = [options](const Invocation& invocation) {
      return run(options->gathered(), invocation);
    };
  });
}

}  // namespace

namespace commands {

extern constinit const Command record{
    .name = "record",
    .summary = "Write a measurement, rating, review or kept promise into its file",
    .description =
        "Finds the file of what the ID names and adds to it, in the layout that the file has: "
        "every "
        "other byte, comment and blank line stays as it was. What would come out is read back and "
        "held against the rules first: what `brm check` would call an error is refused, and what "
        "it would warn of is said. A share, such as 37/120, is taken where the unit is of shares: "
        "percent, `share` and the like, or `per` something. The file is replaced in one step, "
        "unless somebody changed it "
        "meanwhile. A measurement of a day for which the file holds a target and no value yet is "
        "filled in there. What is there already is not written again, with status 0, so that a job "
        "may run twice; another value for the same day is refused with status 2.",
    .examples =
        "  brm record measurement benefits-online/online-share 47.5\n"
        "  brm record measurement benefits-online/online-share 47.5 \\\n"
        "      --date 2026-07-05 --dry-run\n"
        "  brm record rating benefits-online amber --by derek-lund\n"
        "  brm record review human-services --by luis-calderon \\\n"
        "      --note 'Agreed on one portal'\n",
    .also = "append add measure",
    .add = add,
};

}  // namespace commands
}  // namespace brm
