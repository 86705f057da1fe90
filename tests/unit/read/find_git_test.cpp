#include "read/find_git.h"

#include <doctest/doctest.h>

#include "unit/read/temporary_folder.h"

namespace brm::test {

TEST_CASE("git: looked for upward, and never asked") {
  const TemporaryFolder folder;
  folder.make_folder("a/b/c");
  folder.make_folder("a/.git");
  const auto whole = find_git(folder.at("a/b/c"));
  REQUIRE(whole);
  CHECK(whole->top == folder.at("a"));
  CHECK(!whole->is_linked);
  CHECK(!whole->is_shallow);
  folder.write("a/.git/shallow", "0123\n");
  CHECK(find_git(folder.at("a"))->is_shallow);
  folder.write("a/b/.git", "gitdir: ../.git/worktrees/b\n");
  CHECK(find_git(folder.at("a/b/c"))->is_linked);
  CHECK(find_git(folder.at("a/b/c"))->top == folder.at("a/b"));
  CHECK(!find_git(folder.at("nowhere")));
  folder.make_folder("bare/objects");
  folder.make_folder("bare/refs");
  CHECK(!find_git(folder.at("bare")));
  folder.write("bare/HEAD", "ref: refs/heads/main\n");
  CHECK(find_git(folder.at("bare"))->top == folder.at("bare"));
}

}  // namespace brm::test
