// What outcomes are judged by, due days and thresholds that are others than before, and the verdict
// under both.
#include <fmt/format.h>

#include <algorithm>

#include "assess/difference_parts.h"
#include "assess/series.h"
#include "assess/written_values.h"
#include "model/relationship_fields.h"

namespace brm {
namespace {

bool starts_any(std::string_view path, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view each) { return path.starts_with(each); });
}

/// Whether a field of an outcome decides what it is judged by.
bool is_goalpost(const WrittenChange& change) {
  const std::string_view path = change.path;
  if (starts_any(path, {"baseline.", "target.", "indicator.measure", "indicator.unit",
                        "indicator.direction", "indicator.kind"})) {
    return true;
  }
  if (path.starts_with("interim.")) return path.ends_with(".value");
  // The target of one period; that of a new measurement was moved from nowhere.
  const bool is_of_period = path.starts_with("measurements.") && path.find(".target.") != path.npos;
  return is_of_period && !change.from.empty() && !change.to.empty();
}

/// The newer measurements, judged by what was promised before.
Judgement under_old(const States& states, const Counterparts& outcome) {
  Series series = series_of(Of<kinds::outcome>(*outcome.before));
  const std::vector<Entry> old_entries = std::move(series.entries);
  series.entries = series_of(Of<kinds::outcome>(*outcome.after)).entries;
  for (Entry& entry : series.entries) {
    const auto same = std::find_if(old_entries.begin(), old_entries.end(),
                                   [&](const Entry& old) { return old.date == entry.date; });
    if (same != old_entries.end()) entry.own_target = same->own_target;
  }
  return judge(std::move(series), states.after.as_of(), states.after.policy());
}

/// Why it was moved, where an entry that was not there before says so.
std::string reason_given(const Counterparts& outcome, std::string_view path) {
  for (const Counterparts& revision : part_counterparts(outcome, "revisions")) {
    if (revision.before != nullptr) continue;
    const Of<kinds::revision> entry(*revision.after);
    const std::string_view field = entry.text<"field">();
    if (field.empty() || !path.starts_with(field)) continue;
    std::string because(entry.text<"because">());
    because.resize(because.find_last_not_of(" \n") + 1);
    return because;
  }
  return "";
}

void set_event(Difference& out) {
  out.event = out.from.empty() ? "set" : (out.to.empty() ? "removed" : "moved");
}

void add_outcome(const States& states, const Counterparts& outcome, Differences& out) {
  std::vector<WrittenChange> changes = written_changes(outcome.before, outcome.after);
  std::erase_if(changes, [](const WrittenChange& change) { return !is_goalpost(change); });
  if (changes.empty()) return;
  const Judgement old = under_old(states, outcome);
  const Judgement& now = states.after.outcome(*outcome.after);
  for (WrittenChange& change : changes) {
    Difference difference = difference_of(DifferenceKind::goalpost, outcome);
    difference.from = std::move(change.from);
    difference.to = std::move(change.to);
    set_event(difference);
    difference.why_from = old.reason;
    difference.why_to = now.reason;
    difference.under_old = old.verdict;
    difference.under_new = now.verdict;
    difference.note = reason_given(outcome, change.path);
    const bool is_open = !difference.note.empty() || difference.from.empty();
    difference.turn = is_open ? Turn::neutral : Turn::worse;
    if (!is_open) difference.note = "no entry of revisions says why";
    difference.what = std::move(change.path);
    out.push_back(std::move(difference));
  }
}

std::optional<Located<Date>> day_in(const Item& item, std::string_view field) {
  const Value* value = item.find(field);
  if (value == nullptr) return std::nullopt;
  return Located<Date>{value->as_date(), item.span_of(*value)};
}

/// A day that was promised, and which way it went.
void add_day(const Counterparts& pair, std::string_view field, std::string note, Differences& out) {
  if (!pair.is_in_both()) return;
  const auto from = day_in(*pair.before, field);
  const auto to = day_in(*pair.after, field);
  Difference difference = difference_of(DifferenceKind::goalpost, pair);
  difference.what = field;
  if (from) difference.from = to_text(from->value);
  if (to) difference.to = to_text(to->value);
  if (difference.from == difference.to) return;
  set_event(difference);
  if (from && to) difference.turn = to->value < from->value ? Turn::better : Turn::worse;
  difference.note = std::move(note);
  if (to) difference.place = to->span;
  out.push_back(std::move(difference));
}

void add_milestone(const Counterparts& milestone, Differences& out) {
  std::string because;
  for (const Counterparts& revision : part_counterparts(milestone, "revised")) {
    if (revision.before != nullptr) continue;
    because = Of<kinds::milestone_revision>(*revision.after).text<"because">();
    because.resize(because.find_last_not_of(" \n") + 1);
  }
  add_day(milestone, "due", because.empty() ? "no entry of revised says why" : because, out);
}

/// Every threshold moves goalposts of its own.
void add_policy(const Counterparts& office, Differences& out) {
  for (WrittenChange& change : written_changes(office.before, office.after)) {
    if (!starts_any(change.path, {"policy.", "scales."})) continue;
    Difference difference = difference_of(DifferenceKind::goalpost, office);
    const std::string_view name = std::string_view(change.path).substr(change.path.find('.') + 1);
    const std::size_t index = kinds::policy.index_of(name);
    const bool is_number = change.path.starts_with("policy.") && index < kinds::policy.size();
    const std::string implied(is_number ? kinds::policy.field(index).implied : "");
    difference.from = change.from.empty() ? implied : change.from;
    difference.to = change.to.empty() ? implied : change.to;
    if (difference.from == difference.to) continue;
    set_event(difference);
    difference.what = std::move(change.path);
    out.push_back(std::move(difference));
  }
}

/// What was agreed: until when, for how much, and when notice is due.
void add_agreements(const Counterparts& party, Differences& out) {
  for (const Counterparts& agreement : part_counterparts(party, "agreements")) {
    if (!agreement.is_in_both()) continue;
    for (WrittenChange& change : written_changes(agreement.before, agreement.after)) {
      const bool is_term =
          change.path == "value" || starts_any(change.path, {"period.", "renewal."});
      const bool is_level = change.path.starts_with("service_levels.") &&
                            change.path.find(".target.") != std::string::npos &&
                            change.path.find(".measurements.") == std::string::npos;
      if (!is_term && !is_level) continue;
      Difference difference = difference_of(DifferenceKind::goalpost, agreement);
      difference.from = std::move(change.from);
      difference.to = std::move(change.to);
      set_event(difference);
      difference.what = std::move(change.path);
      out.push_back(std::move(difference));
    }
  }
}

}  // namespace

void add_goalposts(const States& states, const Counterparts& pair, Differences& out) {
  if (!pair.is_in_both() || pair.before == pair.after) return;
  if (pair.any().kind == &kinds::office) add_policy(pair, out);
  if (pair.any().kind == &kinds::relationship) add_agreements(pair, out);
  if (pair.any().kind != &kinds::initiative) return;
  for (const Counterparts& outcome : part_counterparts(pair, "outcomes")) {
    if (outcome.is_in_both()) add_outcome(states, outcome, out);
  }
  for (const Counterparts& milestone : part_counterparts(pair, "milestones")) {
    if (milestone.is_in_both()) add_milestone(milestone, out);
  }
  add_day(pair, "end", "", out);
}

}  // namespace brm
