// One way a portfolio can be wrong. A rule is one file in this room, one line in all_rules.cpp and
// one folder in tests/rules.
#pragma once

#include <span>

#include "assess/assessment.h"
#include "source/finding.h"
#include "source/rule_words.h"

namespace brm {

/// What a rule has to see. Rules on one record run while it is being read, on several threads; they
/// look nothing up. The others see of every record but brm.yaml only its outline (model/outline.h).
///
/// Rules on findings come last: they see what all the others found, and know every rule there is.
enum class Scope : std::uint8_t { record, portfolio, findings };

/// What rules on findings see besides the findings.
struct Review {
  const Assessment& assessed;
  std::span<const RuleWords* const> built_in;  ///< Those of the reader and of this room.
  std::span<const RuleWords* const> rules;     ///< The same, and those of the office itself.
};

struct Rule {
  RuleWords words;
  Scope scope;
  /// Adds a finding for every place at fault, in the order of the records. Linear in the records.
  void (*check)(const Rule& rule, const Assessment& assessed, Findings& findings) = nullptr;
  /// The same of a rule on findings: those found before are `findings.earlier()`.
  void (*review)(const Rule& rule, const Review& review, Findings& findings) = nullptr;
};

/// In alphabetical order.
std::span<const Rule* const> all_rules();

}  // namespace brm
