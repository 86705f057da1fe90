// Files that belong together: what fails before the first is in place changes none of them.
#include "write/together.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>

#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

/// Everything below the folder, hidden files too, with what is in it.
std::map<std::string, std::string> all_in(const TemporaryFolder& folder) {
  std::map<std::string, std::string> out;
  for (const auto& each : fs::recursive_directory_iterator(folder.path())) {
    const std::string name = fs::relative(each.path(), folder.path()).string();
    out[name] = each.is_directory() ? "" : read_file(each.path().string());
  }
  return out;
}

volatile std::sig_atomic_t signals_seen = 0;

}  // namespace

TEST_CASE("together: new files, in folders that are made, and old ones that are what they were") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "one");
  REQUIRE(::chmod(folder.at("a.yaml").c_str(), 0640) == 0);
  std::size_t last = 0;
  const auto written = write_together({{folder.at("a.yaml"), "two", "one"},
                                       {folder.at("x/y/b.yaml"), "new", std::nullopt},
                                       {folder.at("x/y/c.sh"), "#!/bin/sh\n", std::nullopt}},
                                      [&](std::size_t count) { last = count; });
  CHECK_FALSE(written.failure);
  CHECK(written.in_place == 3);
  CHECK(last == 3);
  CHECK(all_in(folder) == std::map<std::string, std::string>{{"a.yaml", "two"},
                                                             {"x", ""},
                                                             {"x/y", ""},
                                                             {"x/y/b.yaml", "new"},
                                                             {"x/y/c.sh", "#!/bin/sh\n"}});
  struct stat found {};
  REQUIRE(::stat(folder.at("a.yaml").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0640);
  CHECK_FALSE(write_together({}).failure);
}

TEST_CASE("together: one that cannot be written leaves all as it was") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "one");
  folder.write("taken.yaml", "mine");
  folder.write("file");
  folder.make_folder("f.yaml");
  const auto before = all_in(folder);
  const std::vector<OneOfMany> sound{{folder.at("a.yaml"), "two", "one"},
                                     {folder.at("made/b.yaml"), "new", std::nullopt}};
  const std::vector<std::pair<OneOfMany, std::string>> faulty{
      {{folder.at("taken.yaml"), "x", std::nullopt}, "it is there already"},
      {{folder.at("f.yaml"), "x", "y"}, "it is a folder"},
      {{folder.at("taken.yaml"), "x", "yours"}, "it was changed since it was read"},
      {{folder.at("gone.yaml"), "x", "y"}, "it was changed since it was read"},
      {{folder.at("file/c.yaml"), "x", std::nullopt}, "Not a directory"}};
  for (const auto& [file, why] : faulty) {
    CAPTURE(file.path);
    std::vector<OneOfMany> files = sound;
    files.push_back(file);
    const auto written = write_together(files);
    REQUIRE(written.failure);
    CHECK(written.in_place == 0);
    CHECK(written.failure->message == file.path + " could not be written: " + why);
    CHECK(account_of(files, written) == "brm: none of 3 files was written: all is as it was\n");
    CHECK(all_in(folder) == before);
  }
}

TEST_CASE("together: an old file that somebody changes meanwhile is seen before any is replaced") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "one");
  folder.write("b.yaml", "one");
  const std::vector<OneOfMany> files{{folder.at("a.yaml"), "two", "one"},
                                     {folder.at("b.yaml"), "two", "one"}};
  const auto written = write_together(files, [&](std::size_t count) {
    if (count == 2) folder.write("b.yaml", "other");
  });
  REQUIRE(written.failure);
  CHECK(
      written.failure->message.ends_with("b.yaml could not be written: it was changed since it "
                                         "was read"));
  CHECK(all_in(folder) ==
        std::map<std::string, std::string>{{"a.yaml", "one"}, {"b.yaml", "other"}});
}

TEST_CASE("together: where a step fails after others, it is said which files are written") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "one");
  const std::vector<OneOfMany> files{{folder.at("a.yaml"), "two", "one"},
                                     {folder.at("b.yaml"), "new", std::nullopt},
                                     {folder.at("c.yaml"), "new", std::nullopt}};
  const auto written = write_together(files, [&](std::size_t count) {
    if (count == 3) folder.write("b.yaml", "somebody was quicker");
  });
  REQUIRE(written.failure);
  CHECK(written.in_place == 1);
  CHECK(written.failure->message.ends_with("b.yaml could not be written: it is there already"));
  CHECK(account_of(files, written) ==
        "brm: 1 of 3 files were written, each of them whole:\n  " + folder.at("a.yaml") +
            "\nbrm: as they were are\n  " + folder.at("b.yaml") + "\n  " + folder.at("c.yaml") +
            "\nhelp: see to what is in the way, and run the same again\n");
  CHECK(all_in(folder) ==
        std::map<std::string, std::string>{{"a.yaml", "two"}, {"b.yaml", "somebody was quicker"}});
}

TEST_CASE("together: whoever ends brm meanwhile finds all as it was") {
  const TemporaryFolder folder;
  folder.write("a.yaml", "one");
  signals_seen = 0;
  const auto before = std::signal(SIGTERM, [](int) { signals_seen = signals_seen + 1; });
  bool was_held = false;
  const auto written = write_together(
      {{folder.at("a.yaml"), "two", "one"}, {folder.at("b/c.yaml"), "new", std::nullopt}},
      [&](std::size_t) {
        std::raise(SIGTERM);
        was_held = signals_seen == 0;
      });
  std::signal(SIGTERM, before);
  CHECK(was_held);
  CHECK(signals_seen == 1);
  REQUIRE(written.failure);
  CHECK(written.in_place == 0);
  CHECK(all_in(folder) == std::map<std::string, std::string>{{"a.yaml", "one"}});
}

TEST_CASE("together: more files than may be open at once") {
  const TemporaryFolder folder;
  constexpr std::size_t count = 1500;
  std::vector<OneOfMany> files;
  for (std::size_t i = 0; i < count; ++i) {
    files.push_back({folder.at("many/" + std::to_string(i) + ".yaml"), "x", std::nullopt});
  }
  const auto written = write_together(files);
  CHECK_FALSE(written.failure);
  CHECK(all_in(folder).size() == count + 1);
}

}  // namespace brm::test
