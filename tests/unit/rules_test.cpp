// Every rule is shown by its own examples and by its folder under tests/rules.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "commands/rule_list.h"
#include "support/run.h"
#include "unit/rules/checked.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

/// Rules that need a file too large to be written down as an example.
const std::set<std::string_view> without_example{"file-too-large", "too-many-values"};

/// The rules found, each once; of notes only `kept`, which an example may be about.
std::set<std::string> rules_found(const std::map<std::string, std::string>& files,
                                  std::string_view kept) {
  const Ran ran = run_brm_on(files, {"check", "--format", "json", "--max", "0"});
  CHECK(ran.err.empty());
  std::set<std::string> rules;
  const nlohmann::json page = nlohmann::json::parse(ran.out);
  for (const auto& finding : page["findings"]) {
    if (finding["severity"] != "note" || finding["rule"] == kept) rules.insert(finding["rule"]);
  }
  return rules;
}

std::string folder_name(const RuleWords& words) { return "tests/rules/" + std::string(words.name); }

bool is_updating() { return std::getenv("BRM_UPDATE_GOLDEN") != nullptr; }

}  // namespace

TEST_CASE("rules: each example of explain fails or passes as it says") {
  for (const RuleWords* words : all_rule_words()) {
    CAPTURE(words->name);
    if (without_example.contains(words->name)) continue;
    const auto faulty = files_of(words->faulty);
    const auto sound = files_of(words->sound);
    REQUIRE(!faulty.empty());
    REQUIRE(!sound.empty());
    CHECK(rules_found(faulty, words->name) == std::set<std::string>{std::string(words->name)});
    CHECK(rules_found(sound, words->name).empty());
  }
}

TEST_CASE("rules: the gallery shows what each rule says, and only what is at fault") {
  for (const RuleWords* words : all_rule_words()) {
    CAPTURE(words->name);
    const std::string folder = source_path(folder_name(*words));
    REQUIRE_MESSAGE(fs::exists(folder + "/faulty"), folder);
    REQUIRE_MESSAGE(fs::exists(folder + "/sound"), folder);
    const std::string name(words->name);
    const std::string records = folder_name(*words) + "/faulty";
    const Ran faulty = run_brm({"-C", records, "check", "--max", "0", "--only", name});
    CHECK(faulty.out.find("[" + name + "]") != std::string::npos);
    if (is_updating()) write_file(folder + "/expected.txt", faulty.out);
    CHECK(faulty.out == read_file(folder + "/expected.txt"));
    const Ran all = run_brm({"-C", folder + "/faulty", "check", "--max", "0", "--format", "json"});
    const nlohmann::json page = nlohmann::json::parse(all.out);
    for (const auto& finding : page["findings"]) {
      const bool is_expected = finding["rule"] == name || finding["severity"] == "note";
      CHECK_MESSAGE(is_expected, finding.dump());
    }
    const Ran sound = run_brm({"-C", folder + "/sound", "check", "--strict"});
    CHECK_MESSAGE(sound.status == 0, sound.out);
    CHECK(sound.out.find("[" + name + "]") == std::string::npos);
  }
}

TEST_CASE("rules: every folder of the gallery belongs to a rule") {
  std::set<std::string> names;
  for (const RuleWords* words : all_rule_words()) names.insert(std::string(words->name));
  for (const auto& entry : fs::directory_iterator(source_path("tests/rules"))) {
    CHECK_MESSAGE(names.contains(entry.path().filename().string()), entry.path().string());
  }
}

TEST_CASE("rules: names, words and files agree") {
  std::set<std::string_view> names;
  for (const RuleWords* words : all_rule_words()) {
    CAPTURE(words->name);
    CHECK(names.insert(words->name).second);
    CHECK(words->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
          std::string_view::npos);
    CHECK(words->summary.ends_with("."));
    CHECK(words->why.size() > 60);
    CHECK(words->mend.size() > 20);
    std::string file(words->name);
    std::replace(file.begin(), file.end(), '-', '_');
    const bool has_file = fs::exists(source_path("src/rules/" + file + ".cpp")) ||
                          fs::exists(source_path("src/read/faults/" + file + ".cpp"));
    CHECK(has_file);
  }
}

}  // namespace brm::test
