// What a reference that names nothing was probably meant to name, or how to add what it names.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/references.h"

namespace brm::rules {

/// Keeps a reference to the portfolio. One object serves all references of a run, so that the ids
/// are collected once.
class Suggestions {
 public:
  explicit Suggestions(const Portfolio& portfolio) : portfolio_(portfolio) {}

  /// The help of a finding about it.
  std::string help_for(const Reference& reference);

 private:
  /// What fields with the same list of kinds may name.
  struct Pool {
    std::vector<std::string> ids;        ///< Of records and goals.
    std::vector<std::string> addresses;  ///< `record/part`
    std::unordered_map<std::string_view, std::vector<const Item*>> parts;  ///< By bare id.
  };

  const Pool& pool_for(const Reference& reference);
  /// As it asks: "did you mean `labor`?"; empty where nothing is near.
  std::string question_for(const Reference& reference);
  std::string question_among(std::string_view text, const std::vector<std::string>& known);

  const Portfolio& portfolio_;
  std::map<const std::string_view*, Pool> pools_;  // by the field's list of kinds
  std::size_t compared_ = 0;
};

}  // namespace brm::rules
