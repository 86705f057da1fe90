// The words of design/verdicts.md for what was computed, in one table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace brm {

/// Worst first: the order in which an initiative takes its status from its outcomes.
enum class Verdict : std::uint8_t {
  missed,
  off_track,
  worsening,
  undetermined,
  at_risk,
  stale,
  unmeasured,
  no_target,
  too_early,
  on_track,
  achieved,
  none,  ///< Of an initiative without outcomes.
};

/// How strong the evidence behind a verdict is.
enum class Grade : std::uint8_t { none, weak, fair, good };

/// How a verdict looks at a glance, beside its word.
enum class Mood : std::uint8_t { bad, doubtful, unknown, good };

struct VerdictWords {
  Verdict verdict;
  std::string_view name;  ///< `on_track`, as in records, `--where` and json.
  Mood mood;
  bool is_judged;            ///< Whether it counts as evidence for an initiative.
  std::string_view summary;  ///< When it applies: one sentence.
  std::string_view next;     ///< What to do about it.
};

std::span<const VerdictWords> verdict_words();
const VerdictWords& words_of(Verdict verdict);
/// The names alone, in the same order.
std::span<const std::string_view> verdict_names();
inline std::string_view to_text(Verdict verdict) { return words_of(verdict).name; }

std::string_view to_text(Grade grade);

}  // namespace brm
