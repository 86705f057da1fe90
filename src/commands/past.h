// The records as they were on many days, from git: whatever is the same on two days is read once,
// and what is the same as in the folder not at all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands/states.h"
#include "read/version_reading.h"

namespace brm {

struct PastDay {
  Date day;
  Commit commit;                       ///< The last that was made on it or before.
  const Item* office = nullptr;        ///< Null without.
  std::vector<std::uint32_t> records;  ///< Among those of the past, in the order of their paths.
  std::size_t short_files = 0;         ///< Of which something could not be read.
  std::string first_lack;              ///< Where and why, of the first of them.
  std::size_t reading = 0;             ///< Which of the readings its items stand in.
};

struct Past {
  std::vector<PastDay> days;         ///< The oldest first.
  std::vector<const Item*> records;  ///< Each version once.
  std::vector<VersionReading> readings;
  /// Why none is older, for people; empty where all that were asked for are there.
  std::string beginning;

  /// The records of a day as one portfolio, which outlives neither this nor the present state.
  /// `arena` holds the copies that are made for an audience.
  struct Whole {
    Portfolio portfolio{nullptr};
    std::size_t left_out = 0;
  };
  Whole whole(const PastDay& day, const std::optional<Audience>& audience,
              std::pmr::memory_resource& arena) const;
};

/// `days` ascending, none later than the as-of date. `present` outlives what is returned.
Result<Past> open_past(const Invocation& invocation, const Repository& repository,
                       const State& present, const std::vector<Date>& days);

}  // namespace brm
