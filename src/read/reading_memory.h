// What reading records uses again from one to the next, so that none of it is made anew.
#pragma once

#include <array>
#include <unordered_map>
#include <vector>

#include "model/item.h"
#include "read/keys.h"
#include "read/tree.h"

namespace brm {

/// That of a field, by its index.
constexpr std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

/// What a kind asks of its fields, one bit for each.
struct KindPlan {
  /// One of these sets may be given: any of its fields, or with `needs_all` every one.
  struct Set {
    std::uint64_t fields = 0;
    bool needs_all = false;
  };
  std::uint64_t required = 0;
  std::vector<Set> one_of;
  bool needs_one = false;

  explicit KindPlan(const Kind& kind);
  /// Whether there is nothing to say about which of the alternatives were given.
  bool is_satisfied_by(std::uint64_t given) const;
};

struct ReadingMemory {
  std::vector<Value> values;  ///< Of the items being read, outermost first.
  std::array<std::vector<Pair>, most_depth + 1> pairs;  ///< By depth.
  std::unordered_map<const Kind*, KindPlan> plans;

  const KindPlan& plan_of(const Kind& kind) { return plans.try_emplace(&kind, kind).first->second; }
};

}  // namespace brm
