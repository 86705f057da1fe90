// A fault in the records: a value in a list, with its place and a way to mend it. Never thrown.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "source/rule_words.h"
#include "source/span.h"

namespace brm {

/// Another stretch that belongs to the fault, such as the first of two equal keys.
struct SecondPlace {
  Span span;
  std::string label;  ///< `first written here`
};

struct Finding {
  const RuleWords* rule = nullptr;
  Severity severity = Severity::error;
  Span place;
  std::string message;  ///< One sentence without a full stop.
  std::string help;     ///< How to mend it; may be empty.
  std::optional<SecondPlace> second;
  Loses loses = Loses::nothing;  ///< As its rule says, unless this one takes more with it.
  bool is_settled = false;       ///< Its severity does not depend on what other records say.
};

/// Collects findings for one rule after another, so that none can mislabel itself.
class Findings {
 public:
  Finding& add(const RuleWords& rule, Span place, std::string message, std::string help = "") {
    list_.push_back(
        {&rule, rule.severity, place, std::move(message), std::move(help), {}, rule.loses, false});
    return list_.back();
  }
  std::vector<Finding>& list() { return list_; }
  const std::vector<Finding>& list() const { return list_; }

  /// What was found before these, by others; empty unless said. It is to outlive this.
  void follow(const std::vector<Finding>& earlier) { earlier_ = &earlier; }
  std::span<const Finding> earlier() const {
    return earlier_ == nullptr ? std::span<const Finding>{} : std::span(*earlier_);
  }

 private:
  std::vector<Finding> list_;
  const std::vector<Finding>* earlier_ = nullptr;
};

}  // namespace brm
