#include "rules/shared_lacks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/sha256.h"
#include "base/spelling.h"
#include "rules/walk.h"

namespace brm {
namespace {

constexpr std::string_view lacking = "this outcome lacks ";

/// As many as a line of help holds.
constexpr std::size_t most_named = 5;

/// `b`, `c` and 3 more
std::string others(const std::vector<std::string_view>& ids) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < ids.size() && names.size() < most_named; ++i) {
    names.push_back(fmt::format("`{}`", ids[i]));
  }
  const std::size_t unnamed = ids.size() - 1 - names.size();
  const std::string more = unnamed > 0 ? fmt::format(" and {} more", unnamed) : "";
  return fmt::format("{}{}", fmt::join(names, ", "), more);
}

/// Indexes of findings that are said together, in their order.
using Group = std::vector<std::size_t>;

class Together {
 public:
  Together(const Portfolio& portfolio, std::vector<Finding>& findings)
      : findings_(findings), records_(portfolio.files().size(), nullptr) {
    for (const Item* record : portfolio.records()) records_[record->file] = record;
  }

  /// Groups of two and more.
  std::vector<Group> run() {
    Group people;
    std::map<std::tuple<std::string_view, std::uint32_t, std::uint32_t>, Group> alike;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const Finding& finding = findings_[i];
      const std::string_view rule = finding.rule->name;
      const Span& place = finding.place;
      if (!lack_named(finding).empty()) {
        outcomes_[{rule, place.file, finding.severity, place.offset}].push_back(i);
      } else if (rule == "unknown-person" && finding.message == rules::unknown_to_all) {
        people.push_back(i);
      } else if (rule == "duplicate-outcome") {
        alike[{rule, place.file, place.offset}].push_back(i);
      }
    }
    add_outcomes();
    if (people.size() > 1) add_people(people);
    for (const auto& [key, group] : alike) {
      if (group.size() > 1) add_alike(group);
    }
    return std::move(groups_);
  }

 private:
  using Outcome = std::tuple<std::string_view, std::uint32_t, Severity, std::uint32_t>;

  /// Those of one outcome become one, then those of all outcomes that lack the same.
  void add_outcomes() {
    using Lacks = std::vector<std::string>;
    std::map<std::tuple<std::string_view, std::uint32_t, Severity, Lacks>, std::vector<Group>> same;
    for (const auto& [outcome, group] : outcomes_) {
      Lacks lacks;
      for (const std::size_t i : group) {
        lacks.push_back(findings_[i].message.substr(lacking.size()));
      }
      const auto& [rule, file, severity, offset] = outcome;
      same[{rule, file, severity, lacks}].push_back(group);
    }
    for (const auto& [key, groups] : same) {
      const Lacks& lacks = std::get<Lacks>(key);
      Group all;
      for (const Group& group : groups) all.insert(all.end(), group.begin(), group.end());
      if (all.size() < 2) continue;
      std::sort(all.begin(), all.end());
      const std::vector<std::string_view> words(lacks.begin(), lacks.end());
      say_outcomes(groups, join_and(words));
      groups_.push_back(std::move(all));
    }
  }

  /// Groups are in the order of their places.
  void say_outcomes(const std::vector<Group>& groups, const std::string& lacks) {
    Finding& first = findings_[groups.front().front()];
    if (groups.size() == 1) {
      first.message = fmt::format("{}{}", lacking, lacks);
      return;
    }
    std::vector<std::string_view> ids;
    for (const Group& group : groups) ids.push_back(id_at(findings_[group.front()].place));
    first.message = fmt::format("this outcome and {} more lack {}", groups.size() - 1, lacks);
    first.help = fmt::format("{}; the same for {}", first.help, others(ids));
  }

  void add_people(const Group& people) {
    findings_[people.front()].message =
        fmt::format("{} people are named in these records, and no file says who", people.size());
    groups_.push_back(people);
  }

  void add_alike(const Group& group) {
    findings_[group.front()].message += fmt::format(
        "; {} like it", counted(group.size() - 1, "more outcome is", "more outcomes are"));
    groups_.push_back(group);
  }

  /// Of the part at this place.
  std::string_view id_at(const Span& place) const {
    std::string_view out;
    if (records_[place.file] == nullptr) return out;
    rules::for_each_item(*records_[place.file], [&](const Item& item) {
      if (item.place() == place) out = item.id();
    });
    return out;
  }

  std::vector<Finding>& findings_;
  std::vector<const Item*> records_;  ///< By their files.
  std::map<Outcome, Group> outcomes_;
  std::vector<Group> groups_;
};

}  // namespace

void say_together(const Portfolio& portfolio, std::vector<Finding>& findings,
                  std::vector<std::string>& fingerprints) {
  std::vector<bool> goes(findings.size(), false);
  for (const Group& group : Together(portfolio, findings).run()) {
    std::vector<std::string> prints;
    for (const std::size_t i : group) {
      goes[i] = i != group.front();
      if (!fingerprints.empty()) prints.push_back(fingerprints[i]);
    }
    std::sort(prints.begin(), prints.end());
    if (fingerprints.empty()) continue;
    fingerprints[group.front()] = short_hash(fmt::format("together\n{}", fmt::join(prints, "\n")));
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (goes[i]) continue;
    if (kept != i) {
      findings[kept] = std::move(findings[i]);
      if (!fingerprints.empty()) fingerprints[kept] = std::move(fingerprints[i]);
    }
    ++kept;
  }
  findings.resize(kept);
  if (!fingerprints.empty()) fingerprints.resize(kept);
}

std::size_t said_together(const Portfolio& portfolio, std::vector<Finding> findings) {
  std::vector<std::string> none;
  say_together(portfolio, findings, none);
  return findings.size();
}

std::string_view lack_named(const Finding& finding) {
  const std::string_view message = finding.message;
  if (finding.rule->weight != Weight::by_effort || !message.starts_with(lacking)) return {};
  const std::string_view lack = message.substr(lacking.size());
  return lack.substr(0, lack.find(" ("));
}

namespace rules {

void report_lacks(const RuleWords& words, const Item& outcome, Effort effort,
                  const std::vector<std::string_view>& lacks, const std::string& help,
                  Findings& findings) {
  for (const std::string_view lack : lacks) {
    ask(words, effort, outcome.place(), fmt::format("{}{}", lacking, lack), help, findings);
  }
}

}  // namespace rules
}  // namespace brm
