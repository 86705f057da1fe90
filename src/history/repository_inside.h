// What a repository holds of libgit2, for the files of this room that read from it.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "history/git_object.h"
#include "history/memory.h"
#include "history/repository.h"

namespace brm {

/// Of libgit2's last failure on this thread.
Failure broken(std::string_view what);
std::string hex(const git_oid& id);
GitCommit commit_of(git_repository* repository, const std::string& id);

struct TreeSearch {
  bool is_known = true;  ///< False where a folder on the way cannot be read.
  const git_tree_entry* entry =
      nullptr;  ///< Null where nothing is there; as long as the trees are.
  GitTree holder = {};
};
/// What is at `path`, `office/brm.yaml`.
TreeSearch entry_at(const git_tree& tree, std::string_view path);

/// Whether what is before the commit was left out when the repository was fetched.
bool is_cut_off_at(git_repository* repository, const std::string& commit);

/// As long as somebody reads; counted by libgit2.
class Library {
 public:
  Library() {
    insist_on_memory();
    git_libgit2_init();
    // What is configured on this machine, for whatever user, changes no answer.
    for (const int level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL,
                            GIT_CONFIG_LEVEL_PROGRAMDATA}) {
      git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    }
    // A repository of another user, as in a container, could harm whoever runs what it configures;
    // nothing of it is run here.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    // Of what is damaged zlib's checksum and the lengths tell, which are always looked at; to make
    // the name of everything again as well would cost as much as a third of reading it.
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() { git_libgit2_shutdown(); }
};

struct Repository::Inside {
  Library library;  // first: the others are given back before it
  std::string path;
  std::string prefix;
  GitRepository main;
  std::mutex lock;
  std::vector<GitRepository> idle;  // for readers on other threads

  GitRepository take() {
    const std::lock_guard guard(lock);
    if (idle.empty()) return make_git<GitRepository>(git_repository_open, path.c_str());
    GitRepository taken = std::move(idle.back());
    idle.pop_back();
    return taken;
  }
  /// Of an object: the clone may have left it out.
  Failure unreadable(std::string_view what) const;
  void give_back(GitRepository taken) {
    const std::lock_guard guard(lock);
    idle.push_back(std::move(taken));
  }
};

}  // namespace brm
