// Real faults of real file systems: the old file stays, and nothing is left beside it.
#include "write/file.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

/// Files may grow to so many bytes while it lasts.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t most) : before_(std::signal(SIGXFSZ, SIG_IGN)) {
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &old_) == 0);
    const rlimit limit{most, old_.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;
  ~SizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  rlimit old_{};
  void (*before_)(int);
};

/// Root may write anywhere; while it lasts, nobody special is asking.
class AsNobody {
 public:
  AsNobody() {
    if (was_root_) REQUIRE(::seteuid(65534) == 0);
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() {
    if (was_root_ && ::seteuid(0) != 0) std::abort();
  }

 private:
  bool was_root_ = ::geteuid() == 0;
};

std::size_t files_in(const TemporaryFolder& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

mode_t mode_of(const std::string& path) {
  struct stat found {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  return found.st_mode & 0777;
}

/// Why the file could not be written; empty when it was.
std::string refusal(const std::string& path, std::string_view bytes = "new") {
  const auto written = replace_file(path, bytes);
  if (written.ok()) return "";
  const std::string& message = written.failure().message;
  const std::string start = path + " could not be written: ";
  REQUIRE(message.starts_with(start));
  return message.substr(start.size());
}

}  // namespace

TEST_CASE("file: a new file has all bytes, and what umask leaves of its mode") {
  const TemporaryFolder folder;
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(3'000'000, 'x');
  const mode_t before = ::umask(027);
  CHECK(refusal(folder.at("new.csv"), bytes).empty());
  ::umask(before);
  CHECK((read_file(folder.at("new.csv")) == bytes));
  CHECK(mode_of(folder.at("new.csv")) == 0640);
  CHECK(files_in(folder) == 1);
  CHECK(refusal(folder.at("empty.txt"), "").empty());
  CHECK(read_file(folder.at("empty.txt")).empty());
}

TEST_CASE("file: an old file is replaced and keeps its mode; another name for it keeps the old") {
  const TemporaryFolder folder;
  folder.write("old.md", "a longer text than the new one\n");
  REQUIRE(::chmod(folder.at("old.md").c_str(), 0604) == 0);
  fs::create_hard_link(folder.at("old.md"), folder.at("other.md"));
  CHECK(refusal(folder.at("old.md")).empty());
  CHECK(read_file(folder.at("old.md")) == "new");
  CHECK(mode_of(folder.at("old.md")) == 0604);
  CHECK(read_file(folder.at("other.md")) == "a longer text than the new one\n");
  CHECK(files_in(folder) == 2);
}

TEST_CASE("file: root leaves a file to whom it belongs") {
  if (::geteuid() != 0) {
    std::cout << "skipped: not root, so no file can be given away\n";
    return;
  }
  const TemporaryFolder folder;
  folder.write("old.md");
  REQUIRE(::chown(folder.at("old.md").c_str(), 65534, 65534) == 0);
  CHECK(refusal(folder.at("old.md")).empty());
  struct stat found {};
  REQUIRE(::stat(folder.at("old.md").c_str(), &found) == 0);
  CHECK(found.st_uid == 65534);
  CHECK(found.st_gid == 65534);
}

TEST_CASE("file: what is no file is refused") {
  const TemporaryFolder folder;
  folder.make_folder("inner");
  folder.write("target.txt", "old");
  folder.link("link.txt", "target.txt");
  folder.link("dangling.txt", "nowhere.txt");
  REQUIRE(::mkfifo(folder.at("pipe.txt").c_str(), 0600) == 0);
  CHECK(refusal(folder.at("inner")) == "it is a folder");
  CHECK(refusal(folder.at("inner/")) == "it is a folder");
  CHECK(refusal(folder.at("inner/..")) == "it is a folder");
  CHECK(refusal(folder.at("link.txt")) == "it is a symbolic link");
  CHECK(refusal(folder.at("dangling.txt")) == "it is a symbolic link");
  CHECK(refusal(folder.at("pipe.txt")) == "it is a device, pipe or socket");
  CHECK(refusal("/dev/full") == "it is a device, pipe or socket");
  CHECK(refusal(folder.at("missing/new.txt")) == "No such file or directory");
  CHECK(refusal(folder.at("target.txt/new.txt")) == "Not a directory");
  CHECK(refusal(folder.at(std::string(256, 'n'))) == "File name too long");
  CHECK(refusal(folder.at(std::string(255, 'n'))).empty());
  CHECK(read_file(folder.at("target.txt")) == "old");
  CHECK(files_in(folder) == 6);
}

TEST_CASE("file: a disk that takes no more leaves the old file, and nothing beside it") {
  const TemporaryFolder folder;
  folder.write("old.md", "old");
  const std::string long_text(100'000, 'x');
  {
    const SizeLimit limit(4096);
    CHECK(refusal(folder.at("old.md"), long_text) == "File too large");
    CHECK(refusal(folder.at("new.md"), long_text) == "File too large");
  }
  CHECK(read_file(folder.at("old.md")) == "old");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("file: what may not be written to is not written to") {
  const TemporaryFolder folder;
  folder.write("old.md", "old");
  REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
  {
    const AsNobody nobody;
    CHECK(refusal(folder.at("new.md")) == "Permission denied");
    CHECK(refusal(folder.at("old.md")) == "Permission denied");
  }
  REQUIRE(::chmod(folder.path().c_str(), 0777) == 0);
  REQUIRE(::chmod(folder.at("old.md").c_str(), 0444) == 0);
  {
    const AsNobody nobody;  // who could put another in its place
    CHECK(refusal(folder.at("old.md")) == "Permission denied");
    CHECK(refusal(folder.at("new.md")).empty());
  }
  CHECK(read_file(folder.at("old.md")) == "old");
  CHECK(files_in(folder) == 2);
}

TEST_CASE("file: one left behind by a run that was killed is in nobody's way") {
  const TemporaryFolder folder;
  folder.write(".brm-" + std::to_string(::getpid()) + "-0", "half");
  CHECK(refusal(folder.at("new.md")).empty());
  CHECK(read_file(folder.at("new.md")) == "new");
  CHECK(files_in(folder) == 2);
}

TEST_CASE("append to file: behind what is there, or as a new file") {
  const TemporaryFolder folder;
  const std::string path = folder.at("summary.md");
  CHECK(append_to_file(path, "one\n").ok());
  CHECK(append_to_file(path, "two\n").ok());
  CHECK(read_file(path) == "one\ntwo\n");
  for (const std::string& refused : {folder.path(), folder.at("no/x"), std::string("/dev/null")}) {
    CHECK_FALSE(append_to_file(refused, "x").ok());
  }
  std::filesystem::create_symlink(path, folder.at("link"));
  CHECK_FALSE(append_to_file(folder.at("link"), "x").ok());
  CHECK(read_file(path) == "one\ntwo\n");
}

TEST_CASE("create file: in folders that are made, and never over anything") {
  const TemporaryFolder folder;
  CHECK(create_file(folder.at("a/b/new.md"), "new").ok());
  CHECK(read_file(folder.at("a/b/new.md")) == "new");
  const auto again = create_file(folder.at("a/b/new.md"), "other");
  REQUIRE_FALSE(again.ok());
  CHECK(again.failure().message.ends_with("new.md could not be written: it is there already"));
  CHECK(read_file(folder.at("a/b/new.md")) == "new");
  CHECK_FALSE(create_file(folder.at("a/b"), "x").ok());
  CHECK_FALSE(create_file(folder.at("a/b/new.md/c/d"), "x").ok());
  folder.link("link", "nowhere");
  CHECK_FALSE(create_file(folder.at("link"), "x").ok());
  CHECK(files_in(folder) == 2);
}

TEST_CASE("create file: a program can be run, as far as umask allows") {
  const TemporaryFolder folder;
  const mode_t before = ::umask(027);
  CHECK(create_file(folder.at("run.sh"), "#!/bin/sh\n").ok());
  CHECK(create_file(folder.at("text.md"), "# text\n").ok());
  ::umask(before);
  CHECK(mode_of(folder.at("run.sh")) == 0750);
  CHECK(mode_of(folder.at("text.md")) == 0640);
}

TEST_CASE("update file: only what is still what it was") {
  const TemporaryFolder folder;
  const std::string path = folder.at("a.yaml");
  folder.write("a.yaml", "one");
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  CHECK(update_file(path, "one", "two").ok());
  CHECK(read_file(path) == "two");
  CHECK(mode_of(path) == 0640);
  for (const char* was : {"one", "tw", "two ", ""}) {
    CAPTURE(was);
    const auto changed = update_file(path, was, "three");
    REQUIRE_FALSE(changed.ok());
    CHECK(changed.failure().message.ends_with("it was changed since it was read"));
  }
  CHECK(read_file(path) == "two");
  CHECK_FALSE(update_file(folder.at("none.yaml"), "", "x").ok());
  CHECK(files_in(folder) == 1);
}

}  // namespace brm::test
