// Which of the findings are shown, how much each weighs, and in which order.
#pragma once

#include "assess/policy.h"
#include "commands/command.h"

namespace brm {

/// As they were written on the command line; empty where nothing was said.
struct ChoiceOptions {
  std::vector<std::string> paths;
  std::vector<std::string> only;
  std::vector<std::string> ignored;
};

/// Paths are meant from where the user stands; where nothing is there, from the root.
void resolve_paths(ChoiceOptions& options, const Invocation& invocation, const std::string& root);

/// Set where a path names nothing in the folder.
std::optional<Failure> wrong_path(const ChoiceOptions& options, const Portfolio& portfolio);

/// By its rule and the path of its file.
bool is_asked_for(const ChoiceOptions& options, const Portfolio& portfolio, const Finding& finding);

/// Takes away what was not asked for, weighs the rest as the policy says, and moves to `silenced`
/// what it silences. The whole folder is always read; paths, rules and policy only choose what is
/// shown of it.
void choose_findings(const ChoiceOptions& options, const Portfolio& portfolio, const Policy& policy,
                     std::vector<Finding>& findings, std::vector<Finding>& silenced);

/// By path, then place; brm.yaml was read first but has no other place than its name gives it.
void sort_by_place(std::vector<Finding>& findings, const Portfolio& portfolio);

}  // namespace brm
