// What a rule is called and how it is explained: the one source of `brm explain`, the list of rules
// and the manual page.
#pragma once

#include <cstdint>
#include <string_view>

namespace brm {

enum class Severity : std::uint8_t { note, warning, error };

std::string_view to_text(Severity severity);

/// Whether a finding means that something written did not get into the portfolio. A report over
/// such records says so and ends with status 2, because its figures may be short of it.
enum class Loses : std::uint8_t { nothing, data };

/// Whether a rule weighs the same everywhere, or asks for less where less care is due: rules on
/// what is missing ask more of a strategic partner than of one that delivers paper.
enum class Weight : std::uint8_t { fixed, by_effort };

struct RuleWords {
  std::string_view name;  ///< Names the fault, kebab-case: `dangling-reference`.
  Severity severity = Severity::error;
  Loses loses = Loses::nothing;
  Weight weight = Weight::fixed;
  std::string_view summary;  ///< One sentence for lists, with its full stop.
  std::string_view why;      ///< Why it matters to the office: one paragraph.
  std::string_view mend;     ///< What to do: one paragraph.
  /// Record files, each headed by a line `# relationships/dhhs.yaml` that names it. `faulty` gives
  /// this finding and no other error or warning; `sound` gives none.
  std::string_view faulty;
  std::string_view sound;
};

}  // namespace brm
