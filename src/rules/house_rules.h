// Rules of the office's own, as brm.yaml words them: `policy.rules`.
#pragma once

#include <deque>
#include <span>

#include "assess/where.h"
#include "source/finding.h"

namespace brm {

struct HouseRule {
  RuleWords words;             ///< Its texts are the portfolio's.
  std::string_view help;       ///< Of its findings; may be empty.
  std::string_view condition;  ///< As it is written.
  const Kind* kind = nullptr;
  Where where;
};

/// Why one of them cannot be applied, and where it says so.
struct HouseFault {
  Span place;
  std::string message;
  std::string help;
  std::optional<SecondPlace> second = {};
};

struct HouseRules {
  std::deque<HouseRule> rules;  ///< Those that can be applied; they stay where they are.
  std::vector<HouseFault> faults;

  std::vector<const RuleWords*> words() const;
  /// Adds a finding for every record or part of which one holds; they need all of every record.
  void check(const Assessment& assessed, Findings& findings) const;
};

/// Whether the office's record has any.
bool has_house_rules(const Item* office);

/// `built_in`: the rules whose names are taken. The portfolio needs to hold no more than brm.yaml.
HouseRules read_house_rules(const Portfolio& portfolio, std::span<const RuleWords* const> built_in);
/// The same of an office's record and its file alone.
HouseRules read_house_rules(const Item* office, const SourceFile& source,
                            std::span<const RuleWords* const> built_in);

}  // namespace brm
