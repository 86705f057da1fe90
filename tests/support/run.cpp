#include "support/run.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include <unistd.h>

#include "read/find_root.h"
#include "read/folder_names.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

World world_of(std::vector<std::string> arguments, const Setting& setting) {
  World world;
  world.arguments = std::move(arguments);
  world.environment = [&setting](const std::string& name) -> std::optional<std::string> {
    const auto found = setting.environment.find(name);
    return found == setting.environment.end() ? std::nullopt : std::optional(found->second);
  };
  world.today = read_date(setting.today).date;
  world.out_is_terminal = setting.is_terminal;
  if (setting.is_terminal) world.terminal_width = setting.terminal_width;
  if (setting.answer) world.ask = [&setting](const std::string&) { return *setting.answer; };
  world.look_around = [&setting](const std::string&) {
    Surroundings around;
    around.build = {"a compiler 1.0", "Release", {{"a-library", "2.0"}}};
    around.today_in_utc = read_date(setting.today_in_utc).date;
    around.out_is = setting.is_terminal ? "a terminal" : "a pipe";
    around.environment.assign(setting.environment.begin(), setting.environment.end());
    around.umask = 022;
    around.git = setting.git;
    return around;
  };
  return world;
}

Ran run_in(const World& world) {
  Console console;
  const ExitStatus status = run(world, console);
  return {static_cast<int>(status), console.out + console.done, console.err, console.files};
}

}  // namespace

Ran run_brm(std::vector<std::string> arguments, const Setting& setting) {
  World world = world_of(std::move(arguments), setting);
  world.below_root = path_below;
  world.names_in = names_in_folder;
  world.open_folder = [](const std::string& start) -> Result<OpenedFolder> {
    const bool is_relative = start != "." && !start.starts_with('/');
    const std::string here = source_path(start);
    auto root = find_root(is_relative && fs::exists(here) ? here : start);
    if (!root.ok()) return root.failure();
    return OpenedFolder{std::make_unique<DiskFolder>(root.value()), root.value()};
  };
  return run_in(world);
}

Ran run_brm_on(std::map<std::string, std::string> files, std::vector<std::string> arguments,
               const Setting& setting) {
  World world = world_of(std::move(arguments), setting);
  world.open_folder = [&files](const std::string&) -> Result<OpenedFolder> {
    return OpenedFolder{std::make_unique<MemoryFolder>(files), "."};
  };
  world.names_in = [&files](const std::string&) -> Result<std::vector<std::string>> {
    std::vector<std::string> names;
    for (const auto& [path, bytes] : files) {
      std::string name = path.substr(0, path.find('/'));
      if (names.empty() || names.back() != name) names.push_back(std::move(name));
    }
    return names;
  };
  return run_in(world);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write_file(const std::string& path, const std::string& bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  REQUIRE_MESSAGE(out.good(), path);
}

std::string source_path(const std::string& relative) {
  return std::string(BRM_SOURCE_DIR) + "/" + relative;
}

std::string real_folder(const std::string& name) {
  const std::string script = source_path("../shared/real/to_records.py");
  static const bool is_there = fs::exists(script);
  if (!is_there) {
    static bool is_said = false;
    if (!is_said) std::cout << "skipped: ../shared is not there, so nothing runs on real records\n";
    is_said = true;
    return "";
  }
  const fs::path folder = fs::path(BRM_REAL_DIR) / name;
  if (!fs::exists(folder / "brm.yaml")) {
    const fs::path made = folder.string() + ".making." + std::to_string(::getpid());
    const std::string command = "python3 " + script + " " + name + " " + made.string();
    REQUIRE(std::system(command.c_str()) == 0);
    std::error_code taken;  // another test process may have been quicker
    fs::rename(made, folder, taken);
    if (taken) fs::remove_all(made);
  }
  return folder.string();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace brm::test
