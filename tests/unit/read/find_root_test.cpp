#include "read/find_root.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

std::string root_from(const std::string& start) {
  const auto root = find_root(start);
  return root.ok() ? root.value() : "fails: " + root.failure().message;
}

/// In another working folder while it lives.
class Inside {
 public:
  explicit Inside(const std::string& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_;
};

}  // namespace

TEST_CASE("find root: the nearest folder upward that holds brm.yaml") {
  const TemporaryFolder folder;
  folder.write("outer/brm.yaml");
  folder.make_folder("outer/relationships/deep/deeper");
  folder.write("outer/inner/brm.yaml");
  folder.make_folder("outer/inner/initiatives");
  const std::string outer = folder.at("outer");
  struct Case {
    std::string start;
    std::string root;
  };
  const Case cases[] = {
      {outer, outer},
      {outer + "/", outer},
      {outer + "/relationships", outer},
      {outer + "/relationships/deep/deeper", outer},
      {outer + "/relationships/../relationships/deep/..", outer},
      {outer + "/inner", outer + "/inner"},
      {outer + "/inner/initiatives", outer + "/inner"},
      {outer + "/inner/..", outer},
  };
  for (const Case& c : cases) {
    CAPTURE(c.start);
    CHECK(root_from(c.start) == c.root);
  }
}

TEST_CASE("find root: the start itself where there is no brm.yaml") {
  const TemporaryFolder folder;
  folder.make_folder("a/b");
  CHECK(root_from(folder.at("a/b")) == folder.at("a/b"));
  const Inside inside(folder.at("a"));
  CHECK(root_from(".") == ".");
  CHECK(root_from("b") == "b");
}

TEST_CASE("find root: from a folder that is named relative to the working one") {
  const TemporaryFolder folder;
  folder.write("brm.yaml");
  folder.make_folder("a/b");
  const Inside inside(folder.at("a/b"));
  CHECK(root_from(".") == folder.path());
  CHECK(root_from("..") == folder.path());
}

TEST_CASE("find root: whatever is called brm.yaml marks the root") {
  const TemporaryFolder folder;
  folder.make_folder("folder/brm.yaml");
  folder.make_folder("folder/a");
  folder.make_folder("dangling/a");
  folder.link("dangling/brm.yaml", "nowhere");
  CHECK(root_from(folder.at("folder/a")) == folder.at("folder"));
  CHECK(root_from(folder.at("dangling/a")) == folder.at("dangling"));
}

TEST_CASE("find root: a link leads to the folders above where it points") {
  const TemporaryFolder folder;
  folder.write("real/brm.yaml");
  folder.make_folder("real/a");
  folder.link("link", "real/a");
  CHECK(root_from(folder.at("link")) == folder.at("real"));
}

TEST_CASE("find root: what is no folder is refused") {
  const TemporaryFolder folder;
  folder.write("brm.yaml");
  folder.link("dangling", "nowhere");
  CHECK(root_from(folder.at("nowhere")) ==
        "fails: " + folder.at("nowhere") + ": there is no such folder");
  CHECK(root_from(folder.at("brm.yaml")) ==
        "fails: " + folder.at("brm.yaml") + ": is not a folder");
  CHECK(root_from(folder.at("dangling")) ==
        "fails: " + folder.at("dangling") + ": there is no such folder");
  CHECK(root_from("").starts_with("fails: "));
  CHECK(root_from(folder.at("brm.yaml/a")).starts_with("fails: "));
  CHECK(root_from("/nowhere\x1B[31m") == "fails: /nowhere<U+001B>[31m: there is no such folder");
  CHECK_FALSE(find_root(folder.at("nowhere")).failure().help.empty());
}

}  // namespace brm::test
