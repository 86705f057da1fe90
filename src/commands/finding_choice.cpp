#include "commands/finding_choice.h"

#include <algorithm>

namespace brm {
namespace {

/// The office's policy may weigh a rule otherwise.
class Severities {
 public:
  explicit Severities(const Policy& policy) {
    if (policy.item() == nullptr) return;
    policy_ = policy.item()->span();
    for (const auto row : Of<kinds::policy>(*policy.item()).get<"severities">()) {
      rows_.emplace_back(row.text<"rule">(), row.text<"severity">());
    }
  }

  bool is_off(const Finding& finding) const { return word_for(finding) == "off"; }

  void apply(Finding& finding) const {
    const std::string_view word = word_for(finding);
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
      if (word == to_text(severity)) finding.severity = severity;
    }
  }

 private:
  /// What loses data cannot be silenced from the records: a report over them would be short of it.
  std::string_view word_for(const Finding& finding) const {
    if (finding.loses == Loses::data || is_about_policy(finding)) return {};
    for (const auto& [rule, severity] : rows_) {
      if (rule == finding.rule->name) return severity;
    }
    return {};
  }

  /// Nor what is wrong with the policy: a rule of its own that is not applied looks like one that
  /// everybody keeps.
  bool is_about_policy(const Finding& finding) const {
    return finding.place.file == policy_.file && finding.place.offset >= policy_.offset &&
           finding.place.offset < policy_.offset + policy_.length;
  }

  std::vector<std::pair<std::string_view, std::string_view>> rows_;
  Span policy_;
};

bool is_below(std::string_view path, std::string_view folder) {
  while (folder.starts_with("./")) folder.remove_prefix(2);
  while (folder.ends_with('/')) folder.remove_suffix(1);
  return folder.empty() || folder == "." || path == folder ||
         (path.starts_with(folder) && path[folder.size()] == '/');
}

bool names(const std::vector<std::string>& rules, const Finding& finding) {
  return std::find(rules.begin(), rules.end(), finding.rule->name) != rules.end();
}

}  // namespace

bool is_asked_for(const ChoiceOptions& options, const Portfolio& portfolio,
                  const Finding& finding) {
  if (!options.only.empty() && !names(options.only, finding)) return false;
  if (names(options.ignored, finding)) return false;
  const std::string& path = portfolio.file(finding.place.file).path();
  return options.paths.empty() ||
         std::any_of(options.paths.begin(), options.paths.end(),
                     [&](const std::string& folder) { return is_below(path, folder); });
}

void resolve_paths(ChoiceOptions& options, const Invocation& invocation, const std::string& root) {
  if (!invocation.world.below_root) return;
  for (std::string& path : options.paths) {
    const std::string below = invocation.world.below_root(root, path);
    if (!below.empty()) path = below;
  }
}

std::optional<Failure> wrong_path(const ChoiceOptions& options, const Portfolio& portfolio) {
  for (const std::string& path : options.paths) {
    const bool is_known =
        std::any_of(portfolio.files().begin(), portfolio.files().end(),
                    [&](const SourceFile& file) { return is_below(file.path(), path); });
    if (is_known) continue;
    std::vector<std::string_view> known;
    for (const SourceFile& file : portfolio.files()) known.push_back(file.path());
    Failure failure = unknown_word("record file or folder", path, known);
    if (!failure.help.starts_with("did"))
      failure.help = "paths are meant from the current folder, or from the records root";
    return failure;
  }
  return std::nullopt;
}

void choose_findings(const ChoiceOptions& options, const Portfolio& portfolio, const Policy& policy,
                     std::vector<Finding>& findings, std::vector<Finding>& silenced) {
  const Severities severities(policy);
  std::erase_if(findings,
                [&](const Finding& finding) { return !is_asked_for(options, portfolio, finding); });
  const auto first_off =
      std::stable_partition(findings.begin(), findings.end(),
                            [&](const Finding& finding) { return !severities.is_off(finding); });
  std::move(first_off, findings.end(), std::back_inserter(silenced));
  findings.erase(first_off, findings.end());
  for (Finding& finding : findings) severities.apply(finding);
}

void sort_by_place(std::vector<Finding>& findings, const Portfolio& portfolio) {
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    const std::string& x = portfolio.file(a.place.file).path();
    const std::string& y = portfolio.file(b.place.file).path();
    if (x != y) return x < y;
    if (a.place.offset != b.place.offset) return a.place.offset < b.place.offset;
    return a.rule->name < b.rule->name;
  });
}

}  // namespace brm
