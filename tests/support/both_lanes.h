// The fast lane beside the strict one, over the same bytes: for the tests and for the fuzz target.
#pragma once

#include <string>

#include "read/tree.h"

namespace brm::test {

enum class Comparison { refused, same, different };

class BothLanes {
 public:
  /// Reads the bytes both ways; `refused` when the fast lane left them to the strict one.
  Comparison compare(const std::string& bytes);
  /// After `different`: the text, both trees with a ^ where they part, and what was found.
  const std::string& difference() const { return difference_; }

 private:
  Tree quick_;
  Tree strict_;
  std::string difference_;
};

}  // namespace brm::test
