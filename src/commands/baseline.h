// Findings that were there before, by their fingerprints: so that only new ones fail a check.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/portfolio.h"
#include "source/finding.h"

namespace brm {

class Baseline {
 public:
  /// `name` is what messages call it.
  static Result<Baseline> read(const std::string& text, const std::string& name);

  /// Whether it was there, and no milder than now: what became an error fails as a new one does.
  bool holds(const std::string& fingerprint, Severity severity) const {
    const auto found = known_.find(fingerprint);
    return found != known_.end() && severity <= found->second.severity;
  }
  /// What it holds that is not among these, as people read it and sorted: `it.yaml: ...
  /// [bad-date]`.
  std::vector<std::string> beside(const std::set<std::string>& fingerprints) const;

 private:
  struct Known {
    Severity severity = Severity::error;
    std::string words;
  };
  std::map<std::string, Known> known_;  // by fingerprint
};

/// A line each: fingerprint, severity, rule, path and message, sorted by path; no line numbers, so
/// that a finding that only moved changes nothing.
std::string baseline_text(const std::vector<Finding>& findings,
                          const std::vector<std::string>& fingerprints, const Portfolio& portfolio);

}  // namespace brm
