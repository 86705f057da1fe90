#include "history/repository_inside.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "base/utf8.h"

namespace brm {
namespace {

constexpr std::string_view damage_help =
    "`git fsck` in that folder says what is broken; a fresh clone mends it";

constexpr std::string_view left_out_help =
    "this clone left objects out (`--filter`): fetch them with `git fetch --refetch --no-filter`, "
    "or clone it without a filter";

/// What libgit2 says of the last failure on this thread.
std::string last_words() {
  const git_error* error = git_error_last();
  return error == nullptr || error->message == nullptr ? "no reason is given"
                                                       : visible(error->message);
}

}  // namespace

Failure broken(std::string_view what) {
  return {fmt::format("{}: {}", what, last_words()), std::string(damage_help)};
}

bool tells_of_damage(const Failure& failure) {
  return failure.help == damage_help || failure.help == left_out_help;
}

Failure Repository::Inside::unreadable(std::string_view what) const {
  Failure failure = broken(what);
  const auto config = make_git<GitConfig>(git_repository_config_snapshot, main.get());
  const auto promisor = config
                            ? make_git<GitConfigEntries>(git_config_iterator_glob_new, config.get(),
                                                         "^remote\\..*\\.promisor$")
                            : GitConfigEntries();
  git_config_entry* entry = nullptr;
  if (promisor && git_config_next(&entry, promisor.get()) == 0) {
    failure.help = left_out_help;
  }
  return failure;
}

std::string hex(const git_oid& id) {
  std::string out(GIT_OID_HEXSZ, '0');
  git_oid_fmt(out.data(), &id);
  return out;
}

GitCommit commit_of(git_repository* repository, const std::string& id) {
  git_oid parsed;
  if (git_oid_fromstr(&parsed, id.c_str()) != 0) return {};
  return make_git<GitCommit>(git_commit_lookup, repository, &parsed);
}

TreeSearch entry_at(const git_tree& tree, std::string_view path) {
  TreeSearch out;
  const git_tree* folder = &tree;
  for (;;) {
    const std::string name(path.substr(0, path.find('/')));
    const git_tree_entry* entry = git_tree_entry_byname(folder, name.c_str());
    if (entry == nullptr || name.size() == path.size()) {
      out.entry = entry;
      return out;
    }
    if (git_tree_entry_type(entry) != GIT_OBJECT_TREE) return out;
    path.remove_prefix(name.size() + 1);
    // git_tree_entry_bypath() says of a folder that is lost the same as of one that never was.
    GitTree below =
        make_git<GitTree>(git_tree_lookup, git_tree_owner(&tree), git_tree_entry_id(entry));
    out.is_known = below != nullptr;
    if (!out.is_known) return out;
    folder = below.get();
    out.holder = std::move(below);
  }
}

bool is_cut_off_at(git_repository* repository, const std::string& commit) {
  const std::string path = fmt::format("{}shallow", git_repository_commondir(repository));
  const std::unique_ptr<std::FILE, GivenBack<std::fclose>> listed(std::fopen(path.c_str(), "re"));
  if (!listed) return false;
  char line[GIT_OID_HEXSZ + 2];  // each ends in a line feed
  while (std::fgets(line, sizeof line, listed.get()) != nullptr) {
    if (std::string_view(line).starts_with(commit)) return true;
  }
  return false;
}

}  // namespace brm
