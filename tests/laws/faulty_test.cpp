// examples/faulty has a scene for every rule: a new rule costs one small file there, in a folder
// named after it; a fault that only brm.yaml can have is there, below a comment that names its
// rule. What is left out stands in its README.md.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "commands/rule_list.h"
#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

const std::string folder = "examples/faulty";

/// Folders in which everything is sound.
const std::set<std::string> sound{"people", "relationships"};

nlohmann::json findings() {
  const Ran ran = run_brm({"-C", source_path(folder), "check", "--max", "0", "--format", "json"});
  return nlohmann::json::parse(ran.out)["findings"];
}

/// A folder of the path is named after the rule; brm.yaml has none, so a comment there names it.
bool is_at_home(const fs::path& path, const std::string& rule) {
  if (path == "brm.yaml") {
    const std::string text = read_file(source_path(folder + "/brm.yaml"));
    return text.find("# " + rule + ":") != std::string::npos;
  }
  const fs::path above = path.parent_path();
  return std::find(above.begin(), above.end(), fs::path(rule)) != above.end();
}

}  // namespace

TEST_CASE("faulty: every rule has its scene, or README.md says that it is left out") {
  const std::string readme = read_file(source_path(folder + "/README.md"));
  const std::string left_out = readme.substr(readme.find("Left out"));
  std::set<std::string> shown;
  for (const auto& finding : findings()) shown.insert(finding["rule"]);
  for (const RuleWords* words : all_rule_words()) {
    const bool is_left_out = left_out.find(fmt::format("`{}`", words->name)) != std::string::npos;
    const bool is_shown = shown.contains(std::string(words->name));
    CHECK_MESSAGE(
        is_shown != is_left_out,
        fmt::format("one of two is needed: examples/faulty/{0}/RECORD.yaml with this fault, "
                    "or `{0}` under what README.md there leaves out",
                    words->name));
  }
}

TEST_CASE("faulty: a folder named after a rule shows that rule, and nothing else is wrong") {
  std::set<std::string> shown;
  for (const auto& finding : findings()) {
    const std::string rule = finding["rule"];
    const std::string path = finding["place"]["path"];
    CHECK_MESSAGE(is_at_home(path, rule), finding.dump());
    if (is_at_home(path, rule)) shown.insert(rule);
  }
  for (const auto& entry : fs::directory_iterator(source_path(folder))) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() || sound.contains(name)) continue;
    CHECK_MESSAGE(shown.contains(name), name);
  }
}

}  // namespace brm::test
