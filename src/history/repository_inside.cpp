#include "history/repository_inside.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace brm {
namespace {

/// What libgit2 says of the last failure on this thread.
std::string last_words() {
  const git_error* error = git_error_last();
  return error == nullptr || error->message == nullptr ? "no reason is given"
                                                       : visible(error->message);
}

}  // namespace

Failure broken(std::string_view what) {
  return {fmt::format("{}: {}", what, last_words()),
          "`git fsck` in that folder says what is broken; a fresh clone mends it"};
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

}  // namespace brm
