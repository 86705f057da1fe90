// Random series and policies that lie on or beside a boundary more often than not; the same for the
// same seed everywhere.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "unit/assess/paired_series.h"

namespace brm::test {

/// Only what the standard fixes bit for bit: no distributions.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// Both ends included.
  int between(int low, int high) {
    return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool percent(int chance) { return between(1, 100) <= chance; }
  template <class T>
  const T& pick_from(const std::vector<T>& choices) {
    return choices[static_cast<std::size_t>(between(0, static_cast<int>(choices.size()) - 1))];
  }
  template <class T>
  T pick(const std::vector<T>& choices) {
    return pick_from(choices);
  }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (int i = static_cast<int>(list.size()) - 1; i > 0; --i) {
      std::swap(list[static_cast<std::size_t>(i)], list[static_cast<std::size_t>(between(0, i))]);
    }
  }

 private:
  std::mt19937_64 engine_;
};

PairedSeries random_series(Dice& dice);

/// Days on which something about the series may change: around each of its dates, and around the
/// day on which it becomes stale.
std::vector<int> telling_days(const PairedSeries& series);

std::vector<reference::Rating> random_ratings(Dice& dice, int around);

/// A policy as the reference takes it, and as the fields of brm.yaml's.
struct PairedPolicy {
  reference::Policy plain;
  std::string yaml;
};
PairedPolicy random_policy(Dice& dice);

}  // namespace brm::test
