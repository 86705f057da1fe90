// The README's sessions and records are a program: this runs them. A command without output below
// it is a fault too; BRM_UPDATE_GOLDEN=1 writes what comes out of each.
#include <doctest/doctest.h>

#include <cstdlib>

#include "support/run.h"

namespace brm::test {
namespace {

struct Step {
  std::string command;
  std::string output;
};

struct Block {
  std::string language;
  std::size_t first_line = 0;  // of its content
  std::vector<std::string> lines;
};

std::vector<Block> blocks_of(const std::vector<std::string>& lines) {
  std::vector<Block> blocks;
  bool is_inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("```")) {
      if (!is_inside) blocks.push_back({lines[i].substr(3), i + 1, {}});
      is_inside = !is_inside;
    } else if (is_inside) {
      blocks.back().lines.push_back(lines[i]);
    }
  }
  return blocks;
}

std::vector<Step> steps_of(const Block& block) {
  std::vector<Step> steps;
  for (const std::string& line : block.lines) {
    if (line.starts_with("$ ")) {
      steps.push_back({line.substr(2), ""});
    } else {
      REQUIRE(!steps.empty());
      steps.back().output += line + "\n";
    }
  }
  return steps;
}

/// As a shell would split it: blanks outside single quotes.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words{""};
  bool is_quoted = false;
  for (const char c : command) {
    if (c == '\'') {
      is_quoted = !is_quoted;
    } else if (c == ' ' && !is_quoted) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

std::map<std::string, std::string> records_of(const std::vector<Block>& blocks) {
  std::map<std::string, std::string> files;
  for (const Block& block : blocks) {
    if (block.language != "yaml") continue;
    REQUIRE(block.lines.front().starts_with("# "));
    std::string& file = files[block.lines.front().substr(2)];
    for (const std::string& line : block.lines) file += line + "\n";
  }
  return files;
}

std::string output_of(const std::string& command,
                      const std::map<std::string, std::string>& records) {
  std::vector<std::string> words = words_of(command);
  REQUIRE(words.front() == "brm");
  words.erase(words.begin());
  const bool is_own = words.size() > 1 && words[1] == "records";
  const Ran ran = is_own ? run_brm_on(records, words) : run_brm(words);
  CHECK(ran.err.empty());
  CHECK(ran.status == 0);
  return ran.out;
}

}  // namespace

TEST_CASE("readme: its sessions come out as they stand there") {
  const std::string path = source_path("README.md");
  std::vector<std::string> lines = lines_of(read_file(path));
  const auto blocks = blocks_of(lines);
  const auto records = records_of(blocks);
  CHECK(records.size() == 2);
  std::size_t commands = 0;
  std::string rewritten;
  std::size_t copied = 0;
  for (const Block& block : blocks) {
    if (block.language != "console") continue;
    for (; copied < block.first_line; ++copied) rewritten += lines[copied] + "\n";
    for (const Step& step : steps_of(block)) {
      ++commands;
      const std::string output = output_of(step.command, records);
      rewritten += "$ " + step.command + "\n" + output;
      if (std::getenv("BRM_UPDATE_GOLDEN") == nullptr) CHECK(step.output == output);
    }
    copied += block.lines.size();
  }
  for (; copied < lines.size(); ++copied) rewritten += lines[copied] + "\n";
  if (std::getenv("BRM_UPDATE_GOLDEN") != nullptr) write_file(path, rewritten);
  CHECK(commands >= 6);
}

TEST_CASE("readme: its first screen has the two commands and the example checks clean") {
  const std::string text = read_file(source_path("README.md")).substr(0, 1600);
  CHECK(text.find("examples/run.sh") != std::string::npos);
  CHECK(text.find("tests/run.sh") != std::string::npos);
  const Ran ran = run_brm({"-C", source_path("examples/small"), "check", "--fail-on", "note"});
  CHECK_MESSAGE(ran.status == 0, ran.out);
}

}  // namespace brm::test
