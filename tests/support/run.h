// Runs brm inside the test's own process, over folders on disk or in memory.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "commands/front_desk.h"

namespace brm::test {

struct Ran {
  int status = 0;
  std::string out;
  std::string err;
  std::vector<OutputFile> files = {};  ///< What the program would have written.
};

/// What a run may see besides its arguments; nothing is taken from the real environment.
struct Setting {
  std::map<std::string, std::string> environment;
  std::string today = "2026-07-08";
  bool is_terminal = false;
  std::size_t terminal_width = 80;
  std::string today_in_utc = "2026-07-08";
  std::optional<GitFolder> git = {};
  std::optional<bool> answer = {};  ///< Of somebody at the terminal; nobody where it is not said.
};

/// Over a folder of the disk; `-C` among the arguments is looked up as the program does, but as a
/// path of the source tree where it is one: what suggested commands repeat is the same anywhere.
Ran run_brm(std::vector<std::string> arguments, const Setting& setting = {});

/// Over files in memory, whatever `-C` says.
Ran run_brm_on(std::map<std::string, std::string> files, std::vector<std::string> arguments,
               const Setting& setting = {});

/// The whole file; fails the test when it cannot be read.
std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

/// A path of the source tree.
std::string source_path(const std::string& relative);

/// The real portfolios beside the project as records folders, made once a run by their script;
/// empty where ../shared is not there, which is said once.
std::string real_folder(const std::string& name);

/// Splits at line feeds; a last line without one counts.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace brm::test
