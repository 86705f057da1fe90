// Outcomes of one initiative that lack the same have one cause: it is said once, at the first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/effort.h"

namespace brm::rules {

class SharedLacks {
 public:
  /// `lacks` and `help` as in `this outcome lacks a baseline`, `write a baseline`.
  void add(const Item& outcome, Effort effort, std::string lacks, std::string help);

  void report(const RuleWords& words, Findings& findings) const;

 private:
  struct Lack {
    Effort effort;
    std::string lacks;
    std::string help;
    std::vector<const Item*> outcomes;
  };

  std::vector<Lack> lacks_;  // few: one for each way of being incomplete
};

}  // namespace brm::rules
