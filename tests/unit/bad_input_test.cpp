// Every single-file case of tests/bad-input gets exactly the findings its table demands.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "bad-input/generated.h"
#include "support/run.h"

namespace brm::test {
namespace {

struct Expected {
  std::string file;
  int line = 0;
  int column = 0;
  std::string rule;
  std::string says;
  std::string second;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t from = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', from)) {
    cells.push_back(line.substr(from, tab - from));
    from = tab + 1;
  }
  cells.push_back(line.substr(from));
  cells.resize(6);
  return cells;
}

std::map<std::string, std::vector<Expected>> expectations() {
  std::map<std::string, std::vector<Expected>> out;
  const auto lines = lines_of(read_file(source_path("tests/bad-input/expected.tsv")));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto cells = cells_of(lines[i]);
    const int line = std::stoi(cells[1]);
    const int column = std::stoi(cells[2]);
    out[cells[0]].push_back({cells[0], line, column, cells[3], cells[4], cells[5]});
  }
  return out;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// The folder a case stands in: the file itself, under the name its id is.
std::map<std::string, std::string> folder_for(const std::string& file) {
  constexpr std::string_view generated = "generated:";
  if (!file.starts_with(generated)) {
    return {{file, read_file(source_path("tests/bad-input/" + file))}};
  }
  const std::string name = file.substr(generated.size());
  return {{name + ".yaml", bad_input::generate(name)}};
}

nlohmann::json findings_of(const std::string& file) {
  const Ran ran = run_brm_on(folder_for(file), {"check", "--format", "json", "--max", "0"});
  CHECK(ran.status < 2);
  nlohmann::json found = nlohmann::json::array();
  const nlohmann::json page = nlohmann::json::parse(ran.out);
  for (const auto& finding : page["findings"]) {
    if (finding["severity"] != "note") found.push_back(finding);
  }
  return found;
}

void check_finding(const nlohmann::json& finding, const Expected& expected) {
  CHECK(finding["rule"] == expected.rule);
  CHECK(finding["place"]["line"] == expected.line);
  CHECK(finding["place"]["column"] == expected.column);
  const std::string words = finding["message"].get<std::string>() + " " + finding.value("help", "");
  CHECK_MESSAGE(lower(words).find(lower(expected.says)) != std::string::npos, words);
  if (expected.second.empty()) return;
  CHECK(finding.contains("second_place"));
  if (!finding.contains("second_place")) return;
  const auto& second = finding["second_place"];
  CHECK(std::to_string(second["line"].get<int>()) + ":" +
            std::to_string(second["column"].get<int>()) ==
        expected.second);
}

}  // namespace

TEST_CASE("bad input: every case is answered at its place") {
  for (const auto& [file, expected] : expectations()) {
    CAPTURE(file);
    const nlohmann::json found = findings_of(file);
    CAPTURE(found.dump(1));
    if (expected.front().rule == "-") {
      CHECK(found.empty());
      continue;
    }
    CHECK(found.size() == expected.size());
    if (found.size() != expected.size()) continue;
    for (std::size_t i = 0; i < expected.size(); ++i) check_finding(found[i], expected[i]);
  }
}

// Asked for by tests/bad-input/check_limits.py, which runs the binary on them.
TEST_CASE("bad input: the large files, written where BRM_LARGE_INPUTS says" * doctest::skip()) {
  const char* folder = std::getenv("BRM_LARGE_INPUTS");
  REQUIRE(folder != nullptr);
  for (const auto& [file, expected] : expectations()) {
    if (!file.starts_with("generated:")) continue;
    for (const auto& [name, bytes] : folder_for(file)) {
      write_file(std::string(folder) + "/" + name, bytes);
    }
  }
}

TEST_CASE("bad input: every file has an expectation") {
  const auto expected = expectations();
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_path("tests/bad-input"))) {
    if (entry.path().extension() != ".yaml") continue;
    ++files;
    CHECK_MESSAGE(expected.contains(entry.path().filename().string()), entry.path().string());
  }
  CHECK(files >= 148);
}

}  // namespace brm::test
