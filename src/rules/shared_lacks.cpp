#include "rules/shared_lacks.h"

#include <fmt/format.h>

#include <algorithm>

namespace brm::rules {
namespace {

/// As many as a line of help holds.
constexpr std::size_t most_named = 5;

/// `; so do `b`, `c` and 3 more`
std::string others(const std::vector<const Item*>& outcomes) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < outcomes.size() && names.size() < most_named; ++i) {
    names.push_back(fmt::format("`{}`", outcomes[i]->id()));
  }
  const std::size_t unnamed = outcomes.size() - 1 - names.size();
  const std::string more = unnamed > 0 ? fmt::format(" and {} more", unnamed) : "";
  return fmt::format("{}{}", fmt::join(names, ", "), more);
}

}  // namespace

void SharedLacks::add(const Item& outcome, Effort effort, std::string lacks, std::string help) {
  const auto same = std::find_if(lacks_.begin(), lacks_.end(), [&](const Lack& lack) {
    return lack.effort == effort && lack.lacks == lacks;
  });
  if (same != lacks_.end()) {
    same->outcomes.push_back(&outcome);
  } else {
    lacks_.push_back({effort, std::move(lacks), std::move(help), {&outcome}});
  }
}

void SharedLacks::report(const RuleWords& words, Findings& findings) const {
  for (const Lack& lack : lacks_) {
    const std::size_t more = lack.outcomes.size() - 1;
    const Span place = lack.outcomes.front()->place();
    if (more == 0) {
      ask(words, lack.effort, place, "this outcome lacks " + lack.lacks, lack.help, findings);
    } else {
      ask(words, lack.effort, place,
          fmt::format("this outcome and {} more lack {}", more, lack.lacks),
          fmt::format("{}; the same for {}", lack.help, others(lack.outcomes)), findings);
    }
  }
}

}  // namespace brm::rules
