// The scripts of `brm completion` are programs of three shells, so each is run in its own: its
// syntax, and what it makes of command lines that are half typed.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "commands/shell_scripts.h"
#include "commands/values.h"
#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

struct Completed {
  std::string line;
  std::string last_word;
  std::string in_bash = "";  // where it stands in words of its own
};

const std::vector<Completed> expected{
    {"brm expl", "explain"},
    {"brm report portf", "portfolio"},
    {"brm check --str", "--strict"},
    {"brm check --only dangl", "dangling-reference"},
    {"brm check --format=js", "--format=json", "json"},
    {"brm list outcomes --columns address,verd", "address,verdict"},
    {"brm show human", "human-services"},
    {"brm show benefits-online/online", "benefits-online/online-share"},
    {"brm -C ../small show human", "human-services"},
    {"brm -C /nowhere show human", "human"},
    {"brm nonsense --nothing xyz", "xyz"},
};

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

/// What the driver of the shell says to every line, run in examples/small.
std::vector<std::string> completed_in(const std::string& shell, const std::string& start,
                                      const fs::path& folder, const std::string& script) {
  std::string lines;
  for (const Completed& each : expected) lines += each.line + "\n";
  write_file((folder / "lines").string(), lines);
  const std::string command =
      "cd '" + source_path("examples/small") + "' && PATH='" +
      fs::path(BRM_BINARY).parent_path().string() + "':$PATH HOME='" + folder.string() + "' " +
      start + " '" + source_path("tests/completion/drive." + shell) + "' '" + script + "' <'" +
      (folder / "lines").string() + "' >'" + (folder / "said").string() + "'";
  CHECK(std::system(command.c_str()) == 0);
  return lines_of(read_file((folder / "said").string()));
}

void check_shell(const std::string& shell, const std::string& start, const std::string& syntax) {
  if (!has_program(shell)) {
    std::cout << "skipped: " << shell << " is not installed, so its completion is not tried\n";
    return;
  }
  const fs::path folder =
      fs::temp_directory_path() / ("brm-" + shell + "-" + std::to_string(::getpid()));
  const std::string script = (folder / "_brm").string();
  write_file(script, run_brm({"completion", shell}).out);
  CHECK(std::system((syntax + " '" + script + "'").c_str()) == 0);
  const auto said = completed_in(shell, start, folder, script);
  REQUIRE(said.size() == expected.size());
  for (std::size_t i = 0; i < said.size(); ++i) {
    const Completed& each = expected[i];
    const bool is_apart = shell == "bash" && !each.in_bash.empty();
    CHECK_MESSAGE(said[i] == (is_apart ? each.in_bash : each.last_word), each.line);
  }
  fs::remove_all(folder);
}

}  // namespace

TEST_CASE("completion: bash completes") { check_shell("bash", "bash --norc", "bash -n"); }
TEST_CASE("completion: zsh completes") { check_shell("zsh", "zsh -f", "zsh -f -n"); }
TEST_CASE("completion: fish completes") {
  check_shell("fish", "fish --no-config", "fish --no-execute");
}

TEST_CASE("completion: every script is one of SHELL's words") {
  CHECK(values::shell.words().size() == shell_scripts().size() + 1);
  for (const ShellScript& script : shell_scripts()) CHECK(script.text.ends_with("\n"));
}

}  // namespace brm::test
