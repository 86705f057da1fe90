// The manual is made from tables, so the pages in man/ must be those; and its examples are a
// program, so they are run.
#include "commands/manual.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>

#include "base/text.h"
#include "commands/command.h"
#include "commands/rule_list.h"
#include "model/all_kinds.h"
#include "model/type_words.h"
#include "read/find_git.h"
#include "read/folder.h"
#include "support/run.h"
#include "unit/history/git_records.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

bool is_updating() { return std::getenv("BRM_UPDATE_GOLDEN") != nullptr; }

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
  return text;
}

/// Bold is a letter, a step back and the letter again.
std::string without_overstrikes(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != '\b') {
      out += c;
    } else {
      while (!out.empty() && (out.back() & 0xC0) == 0x80) out.pop_back();
      if (!out.empty()) out.pop_back();
    }
  }
  return out;
}

/// The commands in the literal blocks of a page, continued lines joined.
std::vector<std::string> commands_in(const std::string& page) {
  std::vector<std::string> commands;
  bool is_literal = false;
  bool is_continued = false;
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with(".Bd -literal")) is_literal = true;
    if (line == ".Ed") is_literal = false;
    if (!is_literal) continue;
    std::string text = replaced(replaced(line, "\\-", "-"), "\\e", "\\");
    const bool continues = text.ends_with('\\');
    if (continues) text.pop_back();
    if (is_continued) {
      commands.back() += text;
    } else if (text.starts_with("brm ")) {
      commands.push_back(text);
    }
    is_continued = continues && (is_continued || text.starts_with("brm "));
  }
  return commands;
}

/// As a shell would split it, up to a pipe or a file.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words{""};
  bool is_quoted = false;
  for (const char c : command) {
    if (c == '\'') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && (c == '|' || c == '>')) {
      break;
    } else if (c == ' ' && !is_quoted) {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  words.erase(words.begin());
  return words;
}

/// Over the small example, wherever the page says its folder is.
Ran run_example(const std::string& command, const GitRecords& records) {
  std::vector<std::string> words = words_of(command);
  // They begin a folder, so it stands beside the records.
  const bool is_import = words.front() == "import";
  const bool begins = is_import || words.front() == "init";
  const std::string here = begins ? records.path() + "-new" : records.path();
  if (begins) fs::create_directories(here);
  if (is_import) words[1] = source_path("examples/imports/first/map.yaml");
  const auto folder = std::find(words.begin(), words.end(), "-C");
  if (folder == words.end()) {
    words.insert(words.begin(), {"-C", here});
  } else {
    *(folder + 1) = records.path();
  }
  Setting setting;
  setting.git = find_git(records.path());
  return run_brm(words, setting);
}

/// The small example in a repository with the names that examples use.
void fill(const GitRecords& records) {
  fs::copy(source_path("examples/small"), records.path(), fs::copy_options::recursive);
  records.commit_all("2025-12-31");
  records.git("tag v2025");
  records.git("update-ref refs/remotes/origin/main HEAD");
  records.git("commit -q --allow-empty -m later", "2026-06-29T12:00:00+0000");
  records.git("tag v2026");
}

std::map<std::string, std::string> files_of(std::string_view text) {
  const MemoryFolder folder = folder_of(text);
  std::map<std::string, std::string> files;
  for (const std::string& path : folder.list().paths) files[path] = folder.read(path).value().bytes;
  return files;
}

}  // namespace

TEST_CASE("registries: the manual pages are those made from the tables") {
  std::set<std::string> made;
  for (const ManualPage& page : manual_pages()) {
    CAPTURE(page.file);
    CHECK(made.insert(page.file).second);
    const std::string path = source_path("man/" + page.file);
    if (is_updating()) write_file(path, page.text);
    REQUIRE(fs::exists(path));
    CHECK(read_file(path) == page.text);
  }
  for (const auto& entry : fs::directory_iterator(source_path("man"))) {
    const std::string name = entry.path().filename().string();
    if (is_updating() && !made.contains(name)) fs::remove(entry.path());
    CHECK_MESSAGE((made.contains(name) || is_updating()), name << " is made from no table");
  }
}

TEST_CASE("manual: every page passes mandoc's lint and fits 80 columns") {
  if (!has_program("mandoc")) {
    std::cout << "skipped: mandoc is not installed, so the manual is not linted\n";
    return;
  }
  const fs::path folder = fs::temp_directory_path() / ("brm-manual-" + std::to_string(::getpid()));
  for (const ManualPage& page : manual_pages()) {
    CAPTURE(page.file);
    const std::string path = (folder / page.file).string();
    write_file(path, page.text);
    CHECK(std::system(("mandoc -T lint -W warning '" + path + "'").c_str()) == 0);
    const std::string shown = path + ".txt";
    REQUIRE(std::system(("mandoc -T utf8 -O width=78 '" + path + "' > '" + shown + "'").c_str()) ==
            0);
    const std::string text = without_overstrikes(read_file(shown));
    for (const std::string& line : lines_of(text)) CHECK_MESSAGE(display_width(line) <= 80, line);
    CHECK(text.find('`') == std::string::npos);
    CHECK(text.find("\\f") == std::string::npos);
  }
  fs::remove_all(folder);
}

TEST_CASE("manual: every example on it works") {
  const GitRecords records;
  fill(records);
  std::size_t examples = 0;
  for (const ManualPage& page : manual_pages()) {
    for (const std::string& command : commands_in(page.text)) {
      CAPTURE(page.file);
      CAPTURE(command);
      const Ran ran = run_example(command, records);
      CHECK_MESSAGE(ran.status < 2, ran.err);
      CHECK(ran.err.empty());
      ++examples;
    }
  }
  CHECK(examples >= 20);
}

TEST_CASE("manual: the smallest folder checks clean but for notes") {
  const Ran ran = run_brm_on(files_of(smallest_folder), {"check", "--strict"});
  CHECK_MESSAGE(ran.status == 0, ran.out);
  CHECK(run_brm_on(files_of(smallest_folder), {"report", "outcomes"}).status == 0);
}

TEST_CASE("manual: every rule, kind, field and command is on its page") {
  const std::string rules = replaced(rules_page(), "\\-", "-");
  for (const RuleWords* words : all_rule_words()) {
    CHECK_MESSAGE(rules.find(".Ss \"" + std::string(words->name) + " (") != std::string::npos,
                  words->name);
  }
  const std::string records = records_page();
  for (const Kind* kind : all_kinds()) {
    CHECK_MESSAGE(records.find(".Ss " + std::string(kind->name) + "\n") != std::string::npos,
                  kind->name);
    for (const Field& field : kind->fields) {
      CHECK_MESSAGE(records.find(".It Sy " + std::string(field.name)) != std::string::npos,
                    field.name);
    }
  }
}

}  // namespace brm::test
