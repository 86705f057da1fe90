// Suggested commands as they can be copied: with the options that were given, and nothing else.
#include "commands/given_options.h"

#include <doctest/doctest.h>

#include "support/run.h"

namespace brm::test {
namespace {

GlobalOptions in(const std::string& folder) {
  GlobalOptions options;
  options.records = folder;
  return options;
}

}  // namespace

TEST_CASE("given options: they stand behind brm, where a command is suggested") {
  CHECK(with_given_options("Look:\n    brm show a/b", in("x")) == "Look:\n    brm -C x show a/b");
  CHECK(with_given_options("run `brm check`, or `brm agenda --within 0d`", in("x")) ==
        "run `brm -C x check`, or `brm -C x agenda --within 0d`");
  GlobalOptions all = in("x");
  all.as_of = "2026-07-08";
  all.audience = "public";
  CHECK(with_given_options("    brm list risks", all) ==
        "    brm -C x --as-of 2026-07-08 --audience public list risks");
}

TEST_CASE("given options: a command is given only what it takes") {
  GlobalOptions all = in("x");
  all.as_of = "2026-07-08";
  all.audience = "public";
  CHECK(with_given_options("run `brm check`", all) == "run `brm -C x --as-of 2026-07-08 check`");
  CHECK(with_given_options("`brm history a`", all) == "`brm -C x --as-of 2026-07-08 history a`");
  // What is written is written today.
  CHECK(with_given_options("`brm record review a`", all) == "`brm -C x record review a`");
  CHECK(with_given_options("    brm new risk a/b\n    brm mend", all) ==
        "    brm -C x new risk a/b\n    brm -C x mend");
}

TEST_CASE("given options: nothing changes where none were given, or no records are looked at") {
  CHECK(with_given_options("    brm show a", GlobalOptions{}) == "    brm show a");
  CHECK(with_given_options("    brm explain risk", in("x")) == "    brm explain risk");
  CHECK(with_given_options("`brm --help` and `brm COMMAND`", in("x")) ==
        "`brm --help` and `brm COMMAND`");
  // Mentioned, and not suggested.
  CHECK(with_given_options("brm show is a command", in("x")) == "brm show is a command");
  CHECK(with_given_options("the brm list", in("x")) == "the brm list");
}

TEST_CASE("given options: a shell takes the folder for one word") {
  CHECK(with_given_options("`brm check`", in("my records")) == "`brm -C 'my records' check`");
  CHECK(with_given_options("`brm check`", in("it's")) == "`brm -C 'it'\\''s' check`");
  CHECK(with_given_options("`brm check`", in("$(x)")) == "`brm -C '$(x)' check`");
}

TEST_CASE("given options: what is suggested works, and a file names no folder of the writer's") {
  const std::string folder = source_path("examples/small");
  const std::string day = "2026-07-08";
  const Ran ran = run_brm({"-C", folder, "--as-of", day, "report", "portfolio"});
  CHECK(ran.out.ends_with("    brm -C " + folder + " --as-of " + day + " show benefits-online\n"));
  CHECK(run_brm({"-C", folder, "--as-of", day, "show", "benefits-online"}).status == 0);
  const Ran file = run_brm({"-C", folder, "report", "portfolio", "-o", "x.txt"});
  REQUIRE(file.files.size() == 1);
  CHECK(file.files.front().bytes.ends_with("    brm show benefits-online\n"));
  CHECK(run_brm({"-C", folder, "doctor"}).out.ends_with("    brm -C " + folder + " check\n"));
  const Ran json = run_brm({"-C", folder, "report", "portfolio", "--format", "json"});
  CHECK(json.out.find(folder) == std::string::npos);
  const Ran failed = run_brm({"-C", folder, "show", "nothing-like-it"});
  CHECK(failed.err.find("`brm -C " + folder + " list") != std::string::npos);
}

}  // namespace brm::test
