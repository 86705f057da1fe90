#include "support/import_properties.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/utf8.h"
#include "commands/edited_file.h"
#include "commands/imported.h"
#include "exchange/make_records.h"
#include "exchange/mapping.h"
#include "read/faults.h"
#include "read/slots.h"
#include "support/value_properties.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

/// What lies on somebody's desk.
struct Desk {
  Files tables;  ///< The mapping too.
  Files records;
};

bool is_below(const std::string& path) {
  const std::string inside = "/" + path + "/";
  return inside.find("/.") == std::string::npos && inside.find("//") == std::string::npos;
}

Desk desk_of(std::string_view text) {
  Desk desk;
  std::string* current = nullptr;
  constexpr std::string_view head = "### ";
  constexpr std::string_view folder = "records/";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    if (line.starts_with(head) && line.ends_with('\n')) {
      const std::string path(line.substr(head.size(), line.size() - head.size() - 1));
      const bool is_record = path.starts_with(folder);
      current = is_record ? &desk.records[path.substr(folder.size())] : &desk.tables[path];
    } else if (current != nullptr) {
      *current += line;
    }
    text.remove_prefix(end);
  }
  // As a disk would have them.
  std::erase_if(desk.records, [](const auto& file) { return !is_below(file.first); });
  return desk;
}

/// One sentence that a terminal and a log may be shown.
bool is_sentence(const std::string& text) {
  return is_harmless(text) && text.find('\n') == std::string::npos;
}

std::string broken_findings(const Findings& findings, const SourceFile& source) {
  for (const Finding& each : findings.list()) {
    if (each.place.offset + std::size_t{each.place.length} > source.bytes().size()) {
      return "a fault of the mapping is behind its end: " + each.message;
    }
    if (each.message.empty()) return "a fault of the mapping is not told";
    if (!is_harmless(visible(each.message))) return "a fault holds what a terminal obeys";
  }
  return "";
}

bool names_column(const Mapping& mapping, const std::string& column) {
  if (column.ends_with('?')) return true;
  for (const SourceTable& table : mapping.tables) {
    std::string_view bare = column;
    if (bare.starts_with(table.name + ".")) bare.remove_prefix(table.name.size() + 1);
    const bool is_known = table.column(column) < table.columns.size() ||
                          table.column(bare) < table.columns.size() || table.is_open;
    if (is_known) return true;
  }
  return false;
}

std::string broken_faults(const std::vector<RowFault>& faults, const Mapping& mapping,
                          const Files& files) {
  for (const RowFault& each : faults) {
    if (each.message.empty()) return "a fault is not told";
    if (!is_sentence(each.message)) return "a fault is no sentence: " + visible(each.message);
    if (!is_sentence(each.help)) return "the help of a fault is no sentence: " + each.help;
    if (each.path.empty()) continue;
    const auto file = files.find(each.path);
    if (file == files.end()) return "a fault of a file that is none: " + each.path;
    const std::string& bytes = file->second;
    const bool is_json = each.path.ends_with(".json");
    const auto lines =
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
    const std::size_t most = is_json ? bytes.size() : static_cast<std::size_t>(lines) + 1;
    if (each.row > most) return "a fault of a row that is behind the end";
    if (each.row > 0 && !each.column.empty() && !names_column(mapping, each.column)) {
      return "a fault of a column that is none: " + visible(each.column);
    }
  }
  return "";
}

bool is_same_text(std::string_view a, std::string_view b) {
  if (trimmed(a) == trimmed(b)) return true;
  const DecimalReading first = read_decimal(a);
  const DecimalReading second = read_decimal(b);
  return first.fault == NumberFault::none && second.fault == NumberFault::none &&
         first.number == second.number;
}

/// Whether the file says what is meant: all of it and nothing else, in its order, or among others.
enum class Alone : std::uint8_t { yes, no };

bool says(const Tree& tree, std::uint32_t at, const Yaml& meant, Alone alone);

bool says_items(const Tree& tree, std::uint32_t list, const Yaml& meant, Alone alone) {
  const Node& node = tree.nodes[list];
  if (alone == Alone::yes) {
    if (node.count != meant.items.size()) return false;
    std::uint32_t at = list + 1;
    return std::all_of(meant.items.begin(), meant.items.end(), [&](const Yaml& item) {
      const std::uint32_t here = at;
      at = tree.nodes[at].next;
      return says(tree, here, item, alone);
    });
  }
  return std::all_of(meant.items.begin(), meant.items.end(), [&](const Yaml& item) {
    for (std::uint32_t at = list + 1; at < node.next; at = tree.nodes[at].next) {
      if (says(tree, at, item, alone)) return true;
    }
    return false;
  });
}

bool says(const Tree& tree, std::uint32_t at, const Yaml& meant, Alone alone) {
  const Node& node = tree.nodes[at];
  switch (meant.form) {
    case Yaml::Form::text:
      return node.form == Form::scalar &&
             (alone == Alone::yes ? node.text == meant.text : is_same_text(node.text, meant.text));
    case Yaml::Form::list:
      return node.form == Form::list && says_items(tree, at, meant, alone);
    case Yaml::Form::map:
      break;
  }
  if (node.form != Form::map) return false;
  if (alone == Alone::yes && node.count != meant.fields.size()) return false;
  return std::all_of(meant.fields.begin(), meant.fields.end(), [&](const auto& field) {
    const auto value = value_of(tree, at, field.first);
    return value && says(tree, *value, field.second, alone);
  });
}

/// What only a person can put right, as it is not there.
bool is_of_what_is_missing(const Finding& finding) {
  return finding.rule == &faults::missing_field || finding.rule == &faults::conflicting_fields ||
         finding.rule == &faults::unfilled_field;
}

class Import {
 public:
  Import(const Desk& desk, const Mapping& mapping) : files_(desk.records), mapping_(mapping) {}

  std::string broken(const Files& tables) {
    const MadeRecords made = make_records(mapping_, Currency{});
    if (auto broken = broken_faults(made.faults, mapping_, tables); !broken.empty()) return broken;
    const Files before = files_;
    const Imported imported = apply(made.records);
    if (auto broken = put(imported); !broken.empty()) return broken;
    for (const RecordDraft& draft : made.records) {
      if (auto broken = broken_draft(draft, imported); !broken.empty()) return broken;
    }
    if (auto broken = broken_records(before); !broken.empty()) return broken;
    const Imported again = apply(made.records);
    if (!again.files.empty()) {
      return "importing the same again changes " + again.files.front().path + ":\n" +
             again.files.front().was + "to\n" + again.files.front().now;
    }
    return again.faults.size() == imported.faults.size() ? "" : "other faults the second time";
  }

 private:
  Imported apply(const std::vector<RecordDraft>& drafts) {
    World world;
    world.names_in = [](const std::string&) { return std::vector<std::string>{}; };
    const GlobalOptions options;
    Console console;
    const Invocation invocation{world, options, console, {}, {}, {}};
    auto folder = std::make_unique<MemoryFolder>(files_);
    ReadOptions reading;
    reading.jobs = 1;
    const Opened opened{read_portfolio(*folder, reading), ".", std::move(folder)};
    return apply_drafts(drafts, opened, invocation);
  }

  std::string put(const Imported& imported) {
    std::set<std::string> paths;
    for (const RowFault& each : imported.faults) {
      if (!is_sentence(visible(each.message) + each.help)) return "a fault is no sentence";
      if (each.message.find("report") != std::string::npos ||
          each.help.find("fault of brm") != std::string::npos) {
        return "a fault of brm: " + each.message;
      }
    }
    for (const FileChange& each : imported.files) {
      if (!is_record_name(each.path) || !is_below(each.path)) {
        return "a record goes to " + each.path;
      }
      if (!paths.insert(each.path).second) return "two changes of " + each.path;
      if (each.was == each.now) return "a change of nothing";
      const auto there = files_.find(each.path);
      const bool is_new = each.how == Writing::create;
      if (is_new == (there != files_.end())) return "a file is new, and is there: " + each.path;
      if (!is_new && there->second != each.was) return "a file was not what is said: " + each.path;
      if (each.now.size() > most_bytes) return "a file that no reader takes: " + each.path;
      files_[each.path] = each.now;
    }
    return "";
  }

  std::string broken_draft(const RecordDraft& draft, const Imported& imported) const {
    for (const FileChange& each : imported.files) {
      const std::string stem = "/" + std::string(draft.id()) + ".yaml";
      const bool is_new = each.how == Writing::create;
      const bool is_it = draft.kind->name == "office" ? each.path == "brm.yaml"
                                                      : ("/" + each.path).ends_with(stem);
      if (!is_it || (!is_new && !imported.faults.empty())) continue;
      Yaml meant = draft.fields;
      if (!is_new && draft.kind->name == "office") {
        std::erase_if(meant.fields, [](const auto& field) { return field.first == "id"; });
      }
      const auto file = EditedFile::of(each.path, each.now);
      if (!file.ok()) return "what was written cannot be read: " + file.failure().message;
      if (!says(file.value().tree(), 0, meant, is_new ? Alone::yes : Alone::no)) {
        return "what was written reads back as something else:\n" + each.now;
      }
    }
    return "";
  }

  /// Each file that was sound and each that is new holds nothing that its reader objects to.
  std::string broken_records(const Files& before) const {
    ReadOptions options;
    options.jobs = 1;
    const Reading was = read_portfolio(MemoryFolder(before), options);
    std::set<std::string> unsound;
    for (const Finding& each : was.findings.list()) {
      unsound.insert(was.portfolio.file(each.place.file).path());
    }
    const Reading now = read_portfolio(MemoryFolder(files_), options);
    for (const Finding& each : now.findings.list()) {
      const SourceFile& file = now.portfolio.file(each.place.file);
      const bool is_ours = !unsound.contains(file.path()) && files_.at(file.path()).size() > 0;
      if (is_ours && each.severity == Severity::error && !is_of_what_is_missing(each)) {
        return "a value that its field does not take was written: " + each.message + " in\n" +
               std::string(file.bytes());
      }
    }
    return "";
  }

  Files files_;
  const Mapping& mapping_;
};

}  // namespace

std::string broken_import(const std::string& text) {
  const Desk desk = desk_of(text);
  const auto map = desk.tables.find("map.yaml");
  if (map == desk.tables.end()) return "";
  const SourceFile source("map.yaml", map->second);
  const MappingReading read =
      read_mapping(source, [&](const std::string& path) -> Result<std::string> {
        const auto found = desk.tables.find(path);
        if (found == desk.tables.end()) return Failure{visible(path) + ": not there", ""};
        return found->second;
      });
  if (auto broken = broken_findings(read.findings, source); !broken.empty()) return broken;
  if (auto broken = broken_faults(read.faults, *read.mapping, desk.tables); !broken.empty()) {
    return broken;
  }
  const bool is_usable = read.findings.list().empty() &&
                         std::all_of(read.faults.begin(), read.faults.end(),
                                     [](const RowFault& fault) { return fault.row > 0; });
  return is_usable ? Import(desk, *read.mapping).broken(desk.tables) : "";
}

}  // namespace brm::test
