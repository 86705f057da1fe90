// What must stay true of the source tree itself: sizes, formatting, calls nobody may make.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "support/run.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;

struct SourceText {
  std::string path;
  std::vector<std::string> lines;
};

std::vector<SourceText> sources_below(const std::string& folder) {
  std::vector<SourceText> out;
  for (const auto& entry : fs::recursive_directory_iterator(source_path(folder))) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".cpp" && ending != ".h") continue;
    out.push_back({fs::relative(entry.path(), BRM_SOURCE_DIR).string(),
                   lines_of(read_file(entry.path().string()))});
  }
  return out;
}

std::size_t indent_of(const std::string& line) { return line.find_first_not_of(' '); }

/// Whether a line that ends in `{` opens a function: clang-format leaves no other shape for one.
bool opens_function(const std::string& line) {
  const std::size_t indent = indent_of(line);
  if (!line.ends_with("{") || indent == std::string::npos || indent > 2) return false;
  const std::string text = line.substr(indent);
  for (const std::string_view word : {"namespace", "class ", "struct ", "enum ", "if ", "for ",
                                      "while ", "switch ", "}", "else", "do ", "try", "template"}) {
    if (text.starts_with(word)) return false;
  }
  return text.find(')') != std::string::npos && text.find(" = ") == std::string::npos;
}

struct Length {
  std::string where;
  std::size_t lines = 0;
};

std::vector<Length> function_lengths(const std::vector<SourceText>& sources) {
  std::vector<Length> out;
  for (const SourceText& source : sources) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      if (!opens_function(source.lines[i])) continue;
      const std::string closing = std::string(indent_of(source.lines[i]), ' ') + "}";
      std::size_t end = i;
      while (end < source.lines.size() && !source.lines[end].starts_with(closing)) ++end;
      out.push_back({source.path + ":" + std::to_string(i + 1), end - i - 1});
    }
  }
  return out;
}

std::size_t quantile(std::vector<std::size_t> values, std::size_t percent) {
  std::sort(values.begin(), values.end());
  return values[(values.size() - 1) * percent / 100];
}

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace

TEST_CASE("laws: files stay short") {
  std::vector<std::size_t> sizes;
  for (const SourceText& source : sources_below("src")) {
    CHECK_MESSAGE(source.lines.size() <= 400, source.path);
    sizes.push_back(source.lines.size());
  }
  CHECK(quantile(sizes, 50) < 100);
  CHECK(quantile(sizes, 90) <= 250);
  for (const SourceText& source : sources_below("tests")) {
    CHECK_MESSAGE(source.lines.size() <= 400, source.path);
  }
}

TEST_CASE("laws: functions stay short") {
  std::vector<std::size_t> sizes;
  for (const Length& length : function_lengths(sources_below("src"))) {
    CHECK_MESSAGE(length.lines <= 60, length.where);
    sizes.push_back(length.lines);
  }
  CHECK(sizes.size() > 300);
  CHECK(quantile(sizes, 50) <= 12);
}

TEST_CASE("laws: calls that nobody may make") {
  const std::vector<std::string> banned{
      "YAML::Load",     ".as<",      "std::regex",    "system(",       "popen(",      "setlocale",
      "locale::global", "std::stod", "std::stoi",     "atoi(",         "strptime",    "localtime(",
      "std::cout",      "std::cerr", "std::ofstream", "std::ifstream", "fmt::print(", "printf("};
  for (const SourceText& source : sources_below("src")) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      for (const std::string& call : banned) {
        const bool is_there = source.lines[i].find(call) != std::string::npos;
        CHECK_MESSAGE(!is_there, source.path << ":" << i + 1 << " " << call);
      }
    }
  }
}

TEST_CASE("laws: every file of src begins with its promise") {
  for (const SourceText& source : sources_below("src")) {
    if (!source.path.ends_with(".h")) continue;
    REQUIRE(!source.lines.empty());
    CHECK_MESSAGE(source.lines.front().starts_with("// "), source.path);
  }
}

TEST_CASE("laws: the code is formatted") {
  const std::string program = has_program("clang-format-14") ? "clang-format-14" : "clang-format";
  if (!has_program(program)) {
    std::cout << "skipped: clang-format is not installed, so formatting is not checked\n";
    return;
  }
  const std::string command = "cd '" BRM_SOURCE_DIR
                              "' && find src tests -name '*.h' -print0 -o -name "
                              "'*.cpp' -print0 | xargs -0 " +
                              program + " --dry-run -Werror";
  CHECK(std::system(command.c_str()) == 0);
}

}  // namespace brm::test
