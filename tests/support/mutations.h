// YAML texts changed a little, in the ways that decide what YAML makes of them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace brm::test {

/// The same texts for the same seeds.
class Mutations {
 public:
  Mutations(std::vector<std::string> seeds, std::uint64_t seed)
      : seeds_(std::move(seeds)), random_(seed) {}

  /// One of the seeds with one to three small changes.
  std::string next();

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }
  void change(std::string& text);

  std::vector<std::string> seeds_;
  std::mt19937_64 random_;
};

}  // namespace brm::test
