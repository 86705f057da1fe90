#include "reports/history_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "assess/written_values.h"
#include "reports/words.h"

namespace brm {
namespace {

/// Whether `path` is `wanted` or below it.
bool is_below(std::string_view path, std::string_view wanted) {
  if (!path.starts_with(wanted)) return false;
  return path.size() == wanted.size() || path[wanted.size()] == '.';
}

bool is_wanted(const Kind& kind, const std::string& path, const std::string& field) {
  return field.empty() || is_below(path, field) || is_below(fields_of_path(kind, path), field);
}

/// The path's fields, and which of its words are names of entries.
struct Step {
  std::string_view word;
  bool is_name = false;
};
std::vector<Step> steps_of_path(const Kind& kind, std::string_view path) {
  std::vector<Step> steps;
  const Kind* at = &kind;
  bool is_entry = false;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const std::string_view word = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    const std::size_t index = at->index_of(word);
    const bool is_name = is_entry && index == at->size();
    steps.push_back({word, is_name});
    is_entry = false;
    if (is_name || index == at->size()) continue;
    const Field& field = at->field(index);
    is_entry = field.type == Type::part && field.many == Many::list;
    if (field.type == Type::part) at = field.part;
  }
  return steps;
}

/// Entries that are there in one state alone are one change, not one for each of their fields.
class Entries {
 public:
  explicit Entries(const Item* item) {
    if (item == nullptr) return;
    for (const WrittenValue& value : written_values(*item)) {
      for (std::size_t dot = value.path.find('.'); dot != value.path.npos;
           dot = value.path.find('.', dot + 1)) {
        there_.insert(value.path.substr(0, dot));
      }
    }
  }

  /// The path of the outermost entry that this state lacks; empty where it lacks none.
  std::string missing_in(const Kind& kind, const std::string& path) const {
    std::string at;
    for (const Step& step : steps_of_path(kind, path)) {
      at += (at.empty() ? "" : ".") + std::string(step.word);
      if (step.is_name && !there_.contains(at)) return at;
    }
    return "";
  }

 private:
  std::set<std::string> there_;
};

/// One row for each entry that came or went: `value: 29, note: First one`.
std::vector<WrittenChange> gathered(const std::vector<WrittenChange>& changes, const Item* before,
                                    const Item& after) {
  const Entries old_entries(before);
  const Entries new_entries(&after);
  std::vector<WrittenChange> out;
  for (const WrittenChange& change : changes) {
    const bool is_new = change.from.empty();
    const std::string entry =
        (is_new ? old_entries : new_entries).missing_in(*after.kind, change.path);
    if (entry.empty()) {
      out.push_back(change);
      continue;
    }
    if (out.empty() || out.back().path != entry) out.push_back({entry, "", ""});
    const std::string& text = is_new ? change.to : change.from;
    const std::string field = change.path.substr(entry.size() + 1);
    // What it is called, or what an entry within it is, says its id or its day.
    if (change.path.substr(0, change.path.rfind('.')).ends_with("." + text)) continue;
    std::string& all = is_new ? out.back().to : out.back().from;
    all += fmt::format("{}{}: {}", all.empty() ? "" : ", ", field, text);
  }
  return out;
}

class Rows {
 public:
  explicit Rows(const std::string& field) : field_(field) {}

  /// `older`: the step before it. `known`: the last one before it in which it could be read: over a
  /// gap, too, it is said what became another.
  void add(const HistoryStep& step, const HistoryStep* older, const HistoryStep* known) {
    if (step.item == nullptr) return add_without(step, older);
    const Item* before = known == nullptr ? nullptr : known->item;
    if (before == nullptr && field_.empty()) return add(step, "added", {"", "", step.path});
    add_changes(step, before);
    if (!field_.empty() || older == nullptr) return;
    if (older->item == nullptr) {
      add(step, word_of_return(*older), {"", "", step.path});
    } else if (older->path != step.path) {
      add(step, "moved", {"", older->path, step.path});
    }
    // Of the record itself the field says it.
    const bool is_part = step.item->parent != nullptr;
    const bool is_renamed = is_part && known->record != step.record && !known->record.empty();
    if (is_renamed) add(step, "renamed", {"", known->record, step.record});
  }
  std::vector<std::vector<Cell>> take() && { return std::move(rows_); }

 private:
  static std::string word_of_return(const HistoryStep& older) {
    if (older.is_unreadable) return "readable";
    return older.is_ignored ? "not ignored now" : "added again";
  }

  /// It was not there in this step, or nobody could look at it, and before it was.
  void add_without(const HistoryStep& step, const HistoryStep* older) {
    if (!field_.empty() || older == nullptr) return;
    const bool had_file = older->item != nullptr || older->is_unreadable || older->is_ignored;
    if (step.is_unreadable || step.is_ignored) {
      if (older->item == nullptr) return;
      add(step, step.is_unreadable ? "unreadable" : "ignored now", {"", older->path, ""});
    } else if (!step.renamed_to.empty()) {
      add(step, "renamed", {"id", older->record, step.renamed_to});
    } else if (had_file) {
      add(step, "removed", {"", older->path, ""});
    }
  }

  void add_changes(const HistoryStep& step, const Item* before) {
    std::vector<WrittenChange> changes = written_changes(before, step.item);
    if (field_.empty()) changes = gathered(changes, before, *step.item);
    for (const WrittenChange& change : changes) {
      if (!is_wanted(*step.item->kind, change.path, field_)) continue;
      add(step, event_of(change), change);
    }
  }
  static std::string event_of(const WrittenChange& change) {
    if (change.from.empty()) return "set";
    if (change.to.empty()) return "removed";
    return change.path == "id" ? "renamed" : "changed";
  }
  void add(const HistoryStep& step, std::string event, const WrittenChange& change) {
    rows_.push_back({date_cell(step.state->as_of()), cell(step.author), cell(std::move(event)),
                     cell(change.path, Tone::strong), prose_cell(change.from),
                     prose_cell(change.to), cell(step.commit), cell(step.subject)});
  }

  const std::string& field_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace

std::string fields_of_path(const Kind& kind, std::string_view path) {
  std::string out;
  for (const Step& step : steps_of_path(kind, path)) {
    if (!step.is_name) out += (out.empty() ? "" : ".") + std::string(step.word);
  }
  return out;
}

Table history_table(const std::vector<HistoryStep>& steps, const std::string& field,
                    Authors authors) {
  Rows rows(field);
  const auto is_known = [](const HistoryStep& step) { return step.item != nullptr; };
  for (auto step = steps.begin(); step != steps.end(); ++step) {
    const auto older = step + 1;
    const auto known = std::find_if(older, steps.end(), is_known);
    rows.add(*step, older == steps.end() ? nullptr : &*older,
             known == steps.end() ? nullptr : &*known);
  }
  Table table{
      "changes",
      "",
      {column("date", "date", Holds::date), column("author", "author"), column("event", "change"),
       column("field", "field"), column("from", "was", Holds::text, Room::shrink),
       column("to", "is", Holds::text, Room::shrink),
       column("commit", "commit", Holds::text, Room::data),
       column("subject", "subject", Holds::text, Room::data)},
      std::move(rows).take(),
      field.empty() ? "Nothing of it is in the history."
                    : fmt::format("Nothing of `{}` is in the history.", field)};
  if (authors == Authors::named) return table;
  constexpr std::ptrdiff_t author = 1;
  table.columns.erase(table.columns.begin() + author);
  for (auto& row : table.rows) row.erase(row.begin() + author);
  return table;
}

Table verdict_line(const std::vector<HistoryStep>& steps) {
  Table table{"verdicts",
              "",
              {column("date", "date", Holds::date), column("verdict", "verdict"),
               column("reason", "reason", Holds::text, Room::shrink),
               column("commit", "commit", Holds::text, Room::data)},
              {},
              ""};
  for (const HistoryStep& step : steps) {
    if (step.item == nullptr) continue;
    const bool is_whole = step.item->kind == &kinds::initiative;
    if (!is_whole && step.item->kind != &kinds::outcome) continue;
    const Verdict verdict = is_whole ? step.state->initiative(*step.item).verdict
                                     : step.state->outcome(*step.item).verdict;
    const std::string& reason = is_whole ? step.state->initiative(*step.item).reason
                                         : step.state->outcome(*step.item).reason;
    table.rows.push_back(
        {date_cell(step.state->as_of()), verdict_cell(verdict), cell(reason), cell(step.commit)});
  }
  return table;
}

}  // namespace brm
