// What changed in meaning between two states of the records: verdicts, goalposts, ratings, risks,
// promises, decisions. Where something stands in a file, and in which, is no change in meaning.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"

namespace brm {

/// In the order in which they are shown.
enum class DifferenceKind : std::uint8_t {
  verdict,      ///< Of an outcome or an initiative.
  goalpost,     ///< What an outcome is judged by, a due day, a threshold of the policy.
  risk,         ///< Whether it is open, and its level.
  rating,       ///< What people say of an initiative.
  budget,       ///< Approved, forecast and spent money, and the value that is expected.
  promise,      ///< Of either side; milestones, too.
  decision,     ///< Of a body, and of an experiment.
  correction,   ///< Decided, or its result seen.
  status,       ///< Of an initiative, relationship, technology or signal.
  review,       ///< Of a relationship, held.
  measurement,  ///< Written, written over or taken away.
  record,       ///< Added, removed, renamed, moved or ignored.
};

struct DifferenceWords {
  DifferenceKind kind;
  std::string_view name;     ///< `goalpost`
  std::string_view plural;   ///< `goalposts`
  std::string_view title;    ///< `Goalposts moved`
  std::string_view meaning;  ///< One sentence.
};
/// One for each kind, in its order.
std::span<const DifferenceWords> difference_words();
const DifferenceWords& words_of(DifferenceKind kind);

enum class Turn : std::uint8_t { worse, neutral, better };

/// Whether somebody wrote something, or a day came: a measurement grew old, a promise fell due; or
/// nobody knows, because one of the states could not be read in whole.
enum class Cause : std::uint8_t { edit, time, unread };
std::string_view to_text(Cause cause);

struct Difference {
  DifferenceKind kind = DifferenceKind::verdict;
  const Item* before = nullptr;  ///< In the older state; null where it was not there.
  const Item* after = nullptr;   ///< In the newer one; null where it is gone.
  /// The records they stand in, each also where the part is in the other state alone.
  const Item* record_before = nullptr;
  const Item* record_after = nullptr;
  std::string event;  ///< What happened, in a word or two: `worse`, `opened`, `moved`.
  std::string what;   ///< Which of its sides: `target.value`, `promise by us`; may be empty.
  std::string from;   ///< Empty where there was none.
  std::string to;
  std::string why_from;  ///< The reason of a verdict before; may be empty.
  std::string why_to;
  std::string note;  ///< What else to know: why a goalpost was moved; may be empty.
  /// Of a goalpost: the newer measurements judged by the older goalposts, and by the newer.
  std::optional<Verdict> under_old;
  std::optional<Verdict> under_new;
  Turn turn = Turn::neutral;
  Cause cause = Cause::edit;
  Span place;  ///< In the newer state, else in the older.

  /// The newer one where there is one.
  const Item& item() const { return after != nullptr ? *after : *before; }
};

using Differences = std::vector<Difference>;

/// Of a state: paths of files of which something could not be read, and of folders.
using Unread = std::set<std::string, std::less<>>;

/// What is not known of the two states that are compared.
struct Lacks {
  Unread before;
  Unread after;
  bool are_named = true;  ///< Else nothing is said of records that cannot be read.
  /// Files that are there, and that its office tells to ignore; the other state's does not.
  Unread ignored_before = {};
  Unread ignored_after = {};
};

/// Each state is judged as of its own day. Records are followed by their ids, and where that is
/// another one by what was written. By kind; within one what got worse first, then in the order of
/// the records. `jobs`: threads; 0: one a core.
Differences differences_between(const Assessment& before, const Assessment& after,
                                std::size_t jobs = 0, const Lacks& lacks = {});

/// Records whose text differs although nothing is said of them or their parts.
std::size_t count_edited_otherwise(const Assessment& before, const Assessment& after,
                                   const Differences& differences);

}  // namespace brm
