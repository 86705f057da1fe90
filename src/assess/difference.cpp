#include "assess/difference.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_map>

#include "assess/difference_parts.h"
#include "assess/steady.h"
#include "base/blocks.h"

namespace brm {
namespace {

constexpr std::array words{
    DifferenceWords{DifferenceKind::verdict, "verdict", "verdicts", "Verdicts that changed",
                    "The verdict on an outcome, an initiative or a service level is another one."},
    DifferenceWords{
        DifferenceKind::goalpost, "goalpost", "goalposts", "Goalposts set or moved",
        "A baseline, a target, an interim target, what is measured and how often, what is promised "
        "and how firmly, a due day, a term of an agreement or a threshold of the policy was "
        "changed."},
    DifferenceWords{DifferenceKind::risk, "risk", "risks", "Risks",
                    "A risk was opened or closed, has occurred, or is larger or smaller; its "
                    "acceptance, its review or one of its actions was moved, or an action done."},
    DifferenceWords{DifferenceKind::rating, "rating", "ratings", "Reported ratings",
                    "What people say of an initiative, whether the measurements agree, and what "
                    "they are now said to have said."},
    DifferenceWords{DifferenceKind::budget, "budget", "budgets", "Money",
                    "Money that is approved, forecast or spent, or the value that is expected."},
    DifferenceWords{
        DifferenceKind::promise, "promise", "promises", "Promises and milestones",
        "A promise was made, kept, broken, moved or reworded, or a milestone was met or "
        "missed."},
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
                    "A record was added, removed, moved to another file or ignored, or cannot be "
                    "read; it, an outcome, a milestone or a risk got another id; or an outcome was "
                    "moved to another initiative."},
};

/// Whether whatever is the same item in both is judged alike.
bool judge_alike(const States& states) {
  return states.before.as_of() == states.after.as_of() &&
         states.before.portfolio().office() == states.after.portfolio().office();
}

/// What is not known of either state, and so no change between the two.
class Unknowns {
 public:
  Unknowns(const States& states, const Lacks& lacks) : states_(states), lacks_(lacks) {
    // By the office's record everything is judged.
    const Item* before = states.before.portfolio().office();
    const Item* after = states.after.portfolio().office();
    if ((before == nullptr) == (after == nullptr)) return;
    has_lost_office_ = is_lost({before, after});
  }

  /// Whether it is there in one state, and of the other nobody can say.
  bool is_lost(const Counterparts& pair) const {
    if (pair.is_in_both()) return false;
    return pair.after == nullptr ? is_unread(lacks_.after, states_.before, *pair.before)
                                 : is_unread(lacks_.before, states_.after, *pair.after);
  }
  /// Whether it is there in both, and one of them does not look at it.
  bool is_ignored(const Counterparts& pair) const {
    if (pair.is_in_both()) return false;
    const Unread& ignored = pair.after == nullptr ? lacks_.ignored_after : lacks_.ignored_before;
    if (ignored.empty()) return false;
    const Assessment& state = pair.after == nullptr ? states_.before : states_.after;
    return ignored.contains(state.portfolio().file(pair.any().file).path());
  }
  bool are_named() const { return lacks_.are_named; }
  bool is_short(const Counterparts& pair) const {
    if (has_lost_office_ || is_lost(pair)) return true;
    const bool was_short =
        pair.before != nullptr && is_unread(lacks_.before, states_.before, *pair.before);
    return was_short ||
           (pair.after != nullptr && is_unread(lacks_.after, states_.after, *pair.after));
  }

 private:
  /// The file, or a folder it is in.
  static bool is_unread(const Unread& unread, const Assessment& state, const Item& item) {
    if (unread.empty()) return false;
    std::string_view path = state.portfolio().file(item.file).path();
    while (!path.empty()) {
      if (unread.contains(path)) return true;
      const std::size_t slash = path.rfind('/');
      path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
    }
    return false;
  }

  const States& states_;
  const Lacks& lacks_;
  bool has_lost_office_ = false;
};

void add_lost(const States& states, const Counterparts& pair, Differences& out) {
  const bool is_lost_now = pair.after == nullptr;
  const Assessment& state = is_lost_now ? states.before : states.after;
  Difference difference = difference_of(DifferenceKind::record, pair);
  difference.event = is_lost_now ? "cannot be read" : "can be read";
  difference.what = pair.any().kind->name;
  (is_lost_now ? difference.from : difference.to) = state.portfolio().file(pair.any().file).path();
  difference.note = is_lost_now ? "it is there, and what changed in it is not known"
                                : "it was there and could not be read, so what changed in it is "
                                  "not known";
  out.push_back(std::move(difference));
}

/// What nobody looks at was not removed, and its risks were not closed.
void add_ignored(const States& states, const Counterparts& pair, Differences& out) {
  const bool is_now = pair.after == nullptr;
  const Assessment& state = is_now ? states.before : states.after;
  Difference difference = difference_of(DifferenceKind::record, pair);
  difference.event = is_now ? "ignored now" : "not ignored now";
  difference.what = pair.any().kind->name;
  (is_now ? difference.from : difference.to) = state.portfolio().file(pair.any().file).path();
  difference.note = is_now ? "it is there, and `ignore` of brm.yaml leaves it out now"
                           : "it was there, and `ignore` of brm.yaml left it out";
  out.push_back(std::move(difference));
}

void add_all(const States& states, const Counterparts& pair, Differences& out) {
  add_records(states, pair, out);
  if (pair.is_in_both() && pair.before->kind != pair.after->kind) return;
  for (const auto add :
       {add_verdicts, add_goalposts, add_ratings, add_budgets, add_risks, add_promises, add_reviews,
        add_decisions, add_corrections, add_statuses, add_measurements}) {
    add(states, pair, out);
  }
}

void add_pair(const States& states, const Unknowns& unknowns, const Counterparts& pair,
              Differences& out) {
  const std::size_t first = out.size();
  if (unknowns.is_ignored(pair)) {
    add_ignored(states, pair, out);
  } else if (!unknowns.is_lost(pair)) {
    add_all(states, pair, out);
  } else if (unknowns.are_named()) {
    add_lost(states, pair, out);
  }
  const bool is_short = unknowns.is_short(pair);
  for (std::size_t i = first; i < out.size(); ++i) {
    out[i].record_before = pair.before;
    out[i].record_after = pair.after;
    if (!is_short) continue;
    out[i].cause = Cause::unread;
    out[i].turn = Turn::neutral;
  }
}

/// Whether an initiative that nobody edited is judged alike on both days, as far as its own days
/// tell: then there is nothing to compare.
bool is_steady(const States& states, const Counterparts& pair, bool judges_by_one_policy) {
  if (pair.before != pair.after || !judges_by_one_policy) return false;
  if (pair.any().kind != &kinds::initiative) return false;
  const auto [first, last] = std::minmax({states.before.as_of(), states.after.as_of()});
  return last < steady_until(pair.any(), first, states.before.policy());
}

/// Several pairs at a time, each thread with assessments of its own. In the order of the pairs.
Differences compared(const States& states, const std::vector<Counterparts>& pairs,
                     const Lacks& lacks, std::size_t jobs) {
  constexpr std::size_t block = 512;
  const bool by_one_policy =
      states.before.portfolio().office() == states.after.portfolio().office();
  std::vector<Differences> found(1 + pairs.size() / block);
  const auto compare = [&](std::size_t first, std::size_t last) {
    const Assessment before(states.before.portfolio(), states.before.as_of());
    const Assessment after(states.after.portfolio(), states.after.as_of());
    const States both{before, after, states.moved};
    const Unknowns unknowns(both, lacks);
    for (std::size_t i = first; i < last; ++i) {
      if (is_steady(both, pairs[i], by_one_policy)) continue;
      add_pair(both, unknowns, pairs[i], found[first / block]);
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

/// What is the same in both states, where that is judged alike.
void erase_same(const States& states, std::vector<Counterparts>& pairs) {
  if (!judge_alike(states)) return;
  std::erase_if(pairs, [](const Counterparts& pair) { return pair.before == pair.after; });
}

/// What shows in the older records, too, once they are judged as of the newer day, took no edit.
void find_causes(const States& states, std::vector<Counterparts> pairs, const Lacks& lacks,
                 std::size_t jobs, Differences& all) {
  if (states.before.as_of() == states.after.as_of()) return;
  const Assessment same_day(states.before.portfolio(), states.after.as_of());
  const States on_one_day{same_day, states.after, states.moved};
  std::set<std::pair<const Item*, const Item*>> changed;
  for (const Difference& each : all) changed.emplace(each.record_before, each.record_after);
  std::erase_if(pairs, [&](const Counterparts& pair) {
    return !changed.contains({pair.before, pair.after});
  });
  erase_same(on_one_day, pairs);
  std::set<Key> edits;
  for (const Difference& each : compared(on_one_day, pairs, lacks, jobs)) {
    edits.insert(key_of(each));
  }
  for (Difference& each : all) {
    if (each.cause == Cause::unread) continue;
    each.cause = edits.contains(key_of(each)) ? Cause::edit : Cause::time;
  }
}

}  // namespace

std::span<const DifferenceWords> difference_words() { return words; }
const DifferenceWords& words_of(DifferenceKind kind) {
  return words[static_cast<std::size_t>(kind)];
}

std::string_view to_text(Cause cause) {
  switch (cause) {
    case Cause::edit:
      return "edit";
    case Cause::time:
      return "time";
    case Cause::unread:
      break;
  }
  return "unread";
}

Difference difference_of(DifferenceKind kind, const Counterparts& pair) {
  Difference out;
  out.kind = kind;
  out.before = pair.before;
  out.after = pair.after;
  out.place = pair.any().place();
  return out;
}

Differences differences_between(const Assessment& before, const Assessment& after, std::size_t jobs,
                                const Lacks& lacks) {
  std::vector<Counterparts> pairs = record_counterparts(before.portfolio(), after.portfolio());
  const MovedOutcomes moved = moved_outcomes(pairs);
  const States states{before, after, &moved};
  erase_same(states, pairs);
  Differences all = compared(states, pairs, lacks, jobs);
  find_causes(states, std::move(pairs), lacks, jobs, all);
  std::stable_sort(all.begin(), all.end(), [](const Difference& a, const Difference& b) {
    return std::pair(a.kind, a.turn) < std::pair(b.kind, b.turn);
  });
  return all;
}

std::size_t count_edited_otherwise(const Assessment& before, const Assessment& after,
                                   const Differences& differences) {
  std::set<const Item*> said;
  for (const Difference& each : differences) {
    if (each.cause == Cause::time) continue;
    // What was moved from one record to another is said of both.
    if (each.before != nullptr) said.insert(&each.before->record());
    if (each.after != nullptr) said.insert(&each.after->record());
  }
  std::size_t count = 0;
  for (const Counterparts& pair : record_counterparts(before.portfolio(), after.portfolio())) {
    if (!pair.is_in_both() || pair.before == pair.after) continue;
    if (said.contains(pair.before) || said.contains(pair.after)) continue;
    const SourceFile& old_file = before.portfolio().file(pair.before->file);
    const SourceFile& new_file = after.portfolio().file(pair.after->file);
    count += old_file.bytes() == new_file.bytes() ? 0U : 1U;
  }
  return count;
}

}  // namespace brm
