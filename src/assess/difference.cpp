#include "assess/difference.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_map>

#include "assess/difference_parts.h"
#include "assess/written_values.h"
#include "base/blocks.h"

namespace brm {
namespace {

constexpr std::array words{
    DifferenceWords{DifferenceKind::verdict, "verdict", "verdicts", "Verdicts that changed",
                    "The verdict on an outcome, an initiative or a service level is another one."},
    DifferenceWords{
        DifferenceKind::goalpost, "goalpost", "goalposts", "Goalposts set or moved",
        "A baseline, a target, an interim target, what is measured, a due day, a term of "
        "an agreement or a threshold of the policy was changed."},
    DifferenceWords{DifferenceKind::risk, "risk", "risks", "Risks",
                    "A risk was opened or closed, has occurred, or is larger or smaller."},
    DifferenceWords{DifferenceKind::rating, "rating", "ratings", "Reported ratings",
                    "What people say of an initiative, and whether the measurements agree."},
    DifferenceWords{DifferenceKind::promise, "promise", "promises", "Promises and milestones",
                    "A promise was made, kept, broken or moved, or a milestone was met or missed."},
    DifferenceWords{DifferenceKind::decision, "decision", "decisions", "Decisions",
                    "A body decided something, or an experiment was decided on."},
    DifferenceWords{DifferenceKind::correction, "correction", "corrections", "Course corrections",
                    "A correction was decided, its review fell due, or its result was written."},
    DifferenceWords{
        DifferenceKind::status, "status", "statuses", "Status",
        "An initiative, relationship, agreement, technology or signal stands elsewhere."},
    DifferenceWords{DifferenceKind::review, "review", "reviews", "Relationship reviews",
                    "A review of a relationship was held."},
    DifferenceWords{DifferenceKind::measurement, "measurement", "measurements", "Measurements",
                    "A measurement was written, written over or taken away."},
    DifferenceWords{DifferenceKind::record, "record", "records", "Records",
                    "A record was added, removed, or moved to another file."},
};

/// Whether whatever is the same item in both is judged alike.
bool judge_alike(const States& states) {
  return states.before.as_of() == states.after.as_of() &&
         states.before.portfolio().office() == states.after.portfolio().office();
}

void add_pair(const States& states, const Counterparts& pair, Differences& out) {
  add_records(states, pair, out);
  if (pair.is_in_both() && pair.before->kind != pair.after->kind) return;
  for (const auto add :
       {add_verdicts, add_goalposts, add_ratings, add_risks, add_promises, add_reviews,
        add_decisions, add_corrections, add_statuses, add_measurements}) {
    add(states, pair, out);
  }
}

/// Several pairs at a time, each thread with assessments of its own. In the order of the pairs.
Differences compared(const States& states, std::size_t jobs) {
  constexpr std::size_t block = 512;
  std::vector<Counterparts> pairs =
      record_counterparts(states.before.portfolio(), states.after.portfolio());
  if (judge_alike(states)) {
    std::erase_if(pairs, [](const Counterparts& pair) { return pair.before == pair.after; });
  }
  std::vector<Differences> found(1 + pairs.size() / block);
  const auto compare = [&](std::size_t first, std::size_t last) {
    const Assessment before(states.before.portfolio(), states.before.as_of());
    const Assessment after(states.after.portfolio(), states.after.as_of());
    for (std::size_t i = first; i < last; ++i) {
      add_pair({before, after}, pairs[i], found[first / block]);
    }
  };
  for_each_block(pairs.size(), jobs, compare, block);
  Differences out;
  for (Differences& each : found) std::move(each.begin(), each.end(), std::back_inserter(out));
  return out;
}

/// What one and the same difference has in common in two comparisons of the same records.
using Key = std::tuple<DifferenceKind, const Item*, const Item*, std::string, std::string>;
Key key_of(const Difference& each) {
  return {each.kind, each.before, each.after, each.what, each.to};
}

/// What shows in the older records, too, once they are judged as of the newer day, took no edit.
void find_causes(const Assessment& before, const Assessment& after, std::size_t jobs,
                 Differences& all) {
  if (before.as_of() == after.as_of()) return;
  const Assessment same_day(before.portfolio(), after.as_of());
  std::set<Key> edits;
  for (const Difference& each : compared({same_day, after}, jobs)) edits.insert(key_of(each));
  for (Difference& each : all) {
    each.cause = edits.contains(key_of(each)) ? Cause::edit : Cause::time;
  }
}

/// Its id, else its path, which has a dot and so is no id.
std::string_view key_of_record(const Portfolio& portfolio, const Item& record) {
  return record.id().empty() ? portfolio.file(record.file).path() : record.id();
}

}  // namespace

std::span<const DifferenceWords> difference_words() { return words; }
const DifferenceWords& words_of(DifferenceKind kind) {
  return words[static_cast<std::size_t>(kind)];
}

std::string_view to_text(Cause cause) { return cause == Cause::edit ? "edit" : "time"; }

Difference difference_of(DifferenceKind kind, const Counterparts& pair) {
  Difference out;
  out.kind = kind;
  out.before = pair.before;
  out.after = pair.after;
  out.place = pair.any().place();
  return out;
}

std::vector<Counterparts> record_counterparts(const Portfolio& before, const Portfolio& after) {
  // Of several with one id the first belongs to the first: they are taken from the end.
  std::unordered_map<std::string_view, std::vector<const Item*>> rest;
  rest.reserve(before.records().size());
  for (auto record = before.records().rbegin(); record != before.records().rend(); ++record) {
    rest[key_of_record(before, **record)].push_back(*record);
  }
  std::vector<Counterparts> pairs;
  pairs.reserve(after.records().size());
  for (const Item* record : after.records()) {
    const auto list = rest.find(key_of_record(after, *record));
    const bool is_there = list != rest.end() && !list->second.empty();
    pairs.push_back({is_there ? list->second.back() : nullptr, record});
    if (is_there) list->second.pop_back();
  }
  for (const Item* record : before.records()) {
    std::vector<const Item*>& list = rest[key_of_record(before, *record)];
    if (list.empty() || list.back() != record) continue;
    pairs.push_back({record, nullptr});
    list.pop_back();
  }
  return pairs;
}

std::vector<Counterparts> part_counterparts(const Counterparts& owner, std::string_view list) {
  const std::vector<NamedEntry> old_entries = named_entries(owner.before, list);
  std::unordered_map<std::string_view, const Item*> rest;
  for (const auto& [name, entry] : old_entries) rest.emplace(name, entry);
  std::vector<Counterparts> pairs;
  for (const auto& [name, entry] : named_entries(owner.after, list)) {
    const auto found = rest.find(name);
    pairs.push_back({found == rest.end() ? nullptr : found->second, entry});
    if (found != rest.end()) rest.erase(found);
  }
  for (const auto& [name, entry] : old_entries) {
    if (rest.contains(name)) pairs.push_back({entry, nullptr});
  }
  return pairs;
}

Differences differences_between(const Assessment& before, const Assessment& after,
                                std::size_t jobs) {
  Differences all = compared({before, after}, jobs);
  find_causes(before, after, jobs, all);
  std::stable_sort(all.begin(), all.end(), [](const Difference& a, const Difference& b) {
    return std::pair(a.kind, a.turn) < std::pair(b.kind, b.turn);
  });
  return all;
}

std::size_t count_edited_otherwise(const Assessment& before, const Assessment& after,
                                   const Differences& differences) {
  std::set<const Item*> said;
  for (const Difference& each : differences) {
    if (each.cause == Cause::edit) said.insert(&each.item().record());
  }
  std::size_t count = 0;
  for (const Counterparts& pair : record_counterparts(before.portfolio(), after.portfolio())) {
    if (!pair.is_in_both() || pair.before == pair.after || said.contains(pair.after)) continue;
    const SourceFile& old_file = before.portfolio().file(pair.before->file);
    const SourceFile& new_file = after.portfolio().file(pair.after->file);
    count += old_file.bytes() == new_file.bytes() ? 0U : 1U;
  }
  return count;
}

}  // namespace brm
