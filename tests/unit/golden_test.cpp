// Whole runs with their exact output: tests/golden/<command>/<case>/ holds `args`, one a line, and
// what must come out. The records are the case's own `records` folder, else the one whose path a
// file `folder` gives, else examples/small. What is written with -o stands in expected.file, below
// its name. BRM_UPDATE_GOLDEN=1 rewrites what comes out; read the
// difference before you commit it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> cases() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(source_path("tests/golden"))) {
    if (entry.path().filename() == "args") out.push_back(entry.path().parent_path());
  }
  return out;
}

/// From the top of the source tree.
std::string records_of(const fs::path& folder) {
  const fs::path own = folder / "records";
  if (fs::exists(own)) return own.string().substr(source_path("").size());
  const fs::path named = folder / "folder";
  if (!fs::exists(named)) return "examples/small";
  return lines_of(read_file(named.string())).at(0);
}

/// Where the source lies is nobody's business.
std::string without_root(std::string text) {
  const std::string root = source_path("");
  for (std::size_t at = text.find(root); at != std::string::npos; at = text.find(root, at)) {
    text.erase(at, root.size());
  }
  return text;
}

Ran run_case(const fs::path& folder) {
  std::vector<std::string> arguments{"-C", records_of(folder)};
  for (const std::string& line : lines_of(read_file((folder / "args").string()))) {
    arguments.push_back(line);
  }
  return run_brm(arguments);
}

void compare(const fs::path& file, const std::string& got) {
  if (std::getenv("BRM_UPDATE_GOLDEN") != nullptr) write_file(file.string(), got);
  CHECK_MESSAGE(fs::exists(file), file.string());
  if (!fs::exists(file)) return;
  const std::string expected = read_file(file.string());
  CHECK_MESSAGE(got == expected, file.string() << "\nexpected:\n" << expected << "\ngot:\n" << got);
}

}  // namespace

TEST_CASE("golden: every case gives exactly what is kept of it") {
  const auto all = cases();
  CHECK(all.size() >= 6);
  for (const fs::path& folder : all) {
    CAPTURE(folder.string());
    const Ran ran = run_case(folder);
    compare(folder / "expected.out", without_root(ran.out));
    compare(folder / "expected.err", without_root(ran.err));
    compare(folder / "expected.status", std::to_string(ran.status) + "\n");
    const bool has_file = fs::exists(folder / "expected.file");
    std::string written;
    for (const OutputFile& file : ran.files)
      written += without_root(file.path) + ":\n" + file.bytes;
    if (!ran.files.empty()) compare(folder / "expected.file", written);
    CHECK_MESSAGE(ran.files.empty() <= !has_file, "no file was written");
  }
}

}  // namespace brm::test
