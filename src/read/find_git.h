// What can be seen of git around a folder without git: only whether `.git` is there, and of what
// sort.
#pragma once

#include <optional>
#include <string>

namespace brm {

struct GitFolder {
  std::string top;          ///< The folder that holds `.git`.
  bool is_linked = false;   ///< `.git` is a file: a worktree or submodule, kept elsewhere.
  bool is_shallow = false;  ///< The history was cut off when it was fetched; false if linked.
};

/// From `start` upward; empty when no folder has `.git`, or `start` cannot be looked at.
std::optional<GitFolder> find_git(const std::string& start);

}  // namespace brm
