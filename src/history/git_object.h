// Things of libgit2 that are given back when nobody holds them any more.
#pragma once

#include <git2.h>

#include <memory>

namespace brm {

template <auto Free>
struct GivenBack {
  template <class Object>
  void operator()(Object* object) const {
    static_cast<void>(Free(object));  // nobody could do anything about it
  }
};

using GitRepository = std::unique_ptr<git_repository, GivenBack<git_repository_free>>;
using GitObject = std::unique_ptr<git_object, GivenBack<git_object_free>>;
using GitCommit = std::unique_ptr<git_commit, GivenBack<git_commit_free>>;
using GitTree = std::unique_ptr<git_tree, GivenBack<git_tree_free>>;
using GitDatabase = std::unique_ptr<git_odb, GivenBack<git_odb_free>>;
using GitBytes = std::unique_ptr<git_odb_object, GivenBack<git_odb_object_free>>;
using GitConfig = std::unique_ptr<git_config, GivenBack<git_config_free>>;
using GitConfigEntries = std::unique_ptr<git_config_iterator, GivenBack<git_config_iterator_free>>;
using GitWalk = std::unique_ptr<git_revwalk, GivenBack<git_revwalk_free>>;

/// Calls a function of libgit2 that puts what it makes into its first argument; null on a failure,
/// of which last_git_failure() then speaks.
template <class Owned, class Function, class... Arguments>
Owned make_git(Function function, Arguments... arguments) {
  typename Owned::pointer made = nullptr;
  return function(&made, arguments...) == 0 ? Owned(made) : Owned();
}

}  // namespace brm
