#include "render/findings.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "support/run.h"

namespace brm::test {
namespace {

constexpr RuleWords words_of(std::string_view name, Severity severity) {
  return {.name = name,
          .severity = severity,
          .summary = "",
          .why = "",
          .mend = "",
          .faulty = "",
          .sound = ""};
}
constexpr RuleWords bad_date = words_of("bad-date", Severity::error);
constexpr RuleWords odd_word = words_of("odd-word", Severity::warning);
constexpr RuleWords by_the_way = words_of("by-the-way", Severity::note);

const SourceFile& file(std::uint32_t index) {
  static const SourceFile files[] = {
      SourceFile("a/caf\xC3\xA9.yaml", "t: caf\xC3\xA9\nd: 2024-02-30\n"),
      SourceFile("b.yaml", "t: caf\xC3\xA9\n"), SourceFile("empty.yaml", ""),
      SourceFile("odd\n\xFF.yaml", "a: 1\n")};
  return files[index];
}

std::vector<Finding> some_findings() {
  return {{&bad_date, Severity::error, {0, 12, 10}, "there is no 30 February", "write a day", {}},
          {&odd_word,
           Severity::warning,
           {0, 3, 5},
           "an odd word",
           "",
           SecondPlace{{1, 3, 5}, "first written here"}},
          {&by_the_way, Severity::note, {2, 0, 0}, "this file is empty", "", {}}};
}

std::string text_of(const std::vector<Finding>& findings, std::size_t width = 80) {
  return render_findings_text({findings, findings.size(), file, 3, 0}, {width, Colour::off});
}

/// The last lines, with `shown` of the findings before them.
std::string closing_of(const std::vector<Finding>& findings, std::size_t shown, std::size_t records,
                       std::size_t unreadable) {
  const auto page = render_findings_text({findings, shown, file, records, unreadable}, {});
  const std::size_t empty_line = page.rfind("\n\n");
  return empty_line == std::string::npos ? page : page.substr(empty_line + 2);
}

nlohmann::json json_of(const std::vector<Finding>& findings) {
  return nlohmann::json::parse(render_findings_json({findings, findings.size(), file, 3, 1}));
}

}  // namespace

TEST_CASE("findings text: place, severity, message, rule, the line, the help and the counts") {
  CHECK(text_of(some_findings()) ==
        "a/caf\xC3\xA9.yaml:2:4: error: there is no 30 February [bad-date]\n"
        "    2 | d: 2024-02-30\n"
        "      |    ^^^^^^^^^^\n"
        "  help: write a day\n"
        "\n"
        "a/caf\xC3\xA9.yaml:1:4: warning: an odd word [odd-word]\n"
        "    1 | t: caf\xC3\xA9\n"
        "      |    ^^^^\n"
        "      b.yaml:1:4\n"
        "    1 | t: caf\xC3\xA9\n"
        "      |    ^^^^ first written here\n"
        "\n"
        "empty.yaml:1:1: note: this file is empty [by-the-way]\n"
        "\n"
        "3 records checked: 1 error, 1 warning, 1 note\n");
}

TEST_CASE("findings text: a second place in the same file does not name it again") {
  std::vector<Finding> findings = some_findings();
  findings = {findings[1]};
  findings[0].second->span = {0, 12, 4};
  CHECK(text_of(findings) ==
        "a/caf\xC3\xA9.yaml:1:4: warning: an odd word [odd-word]\n"
        "    1 | t: caf\xC3\xA9\n"
        "      |    ^^^^\n"
        "    2 | d: 2024-02-30\n"
        "      |    ^^^^ first written here\n"
        "\n"
        "3 records checked: 0 errors, 1 warning, 0 notes\n");
}

TEST_CASE("findings text: what is closed with") {
  const std::vector<Finding> three = some_findings();
  CHECK(closing_of({}, 0, 0, 0) ==
        "0 records checked: 0 errors, 0 warnings, 0 notes\n"
        "  help: no *.yaml or *.yml file is here; name the records folder with -C\n");
  CHECK(closing_of({}, 0, 1, 1) ==
        "1 record checked: 0 errors, 0 warnings, 0 notes; 1 file could not be read\n");
  CHECK(closing_of({}, 0, 2, 2) ==
        "2 records checked: 0 errors, 0 warnings, 0 notes; 2 files could not be read\n");
  CHECK(closing_of(three, 3, 4, 0) == "4 records checked: 1 error, 1 warning, 1 note\n");
  CHECK(closing_of(three, 1, 4, 0) ==
        "and 2 more; --max 0 shows all\n"
        "4 records checked: 1 error, 1 warning, 1 note\n");
  CHECK(closing_of(three, 0, 4, 0) ==
        "and 3 more; --max 0 shows all\n"
        "4 records checked: 1 error, 1 warning, 1 note\n");
}

TEST_CASE("findings text: help is wrapped under its head") {
  std::vector<Finding> findings{some_findings()[0]};
  findings[0].help = "one of a very long list of words that goes on past the end of the line";
  const auto lines = lines_of(text_of(findings, 40));
  REQUIRE(lines.size() > 5);
  CHECK(lines[3] == "  help: one of a very long list of words");
  CHECK(lines[4] == "        that goes on past the end of the");
  CHECK(lines[5] == "        line");
}

TEST_CASE("findings text: a file's name cannot break the line") {
  const std::vector<Finding> findings{{&bad_date, Severity::error, {3, 0, 1}, "message", "", {}}};
  CHECK(lines_of(text_of(findings))[0] == "odd\\n\\xFF.yaml:1:1: error: message [bad-date]");
}

TEST_CASE("findings json: every finding with its places, read back") {
  const auto page = json_of(some_findings());
  CHECK(page["schema_version"] == 1);
  CHECK(page["column_unit"] == "unicode_code_points");
  REQUIRE(page["findings"].size() == 3);
  const nlohmann::json first = {{"rule", "bad-date"},
                                {"severity", "error"},
                                {"message", "there is no 30 February"},
                                {"help", "write a day"},
                                {"place",
                                 {{"path", "a/caf\xC3\xA9.yaml"},
                                  {"line", 2},
                                  {"column", 4},
                                  {"end_line", 2},
                                  {"end_column", 14},
                                  {"byte_offset", 12},
                                  {"byte_length", 10}}}};
  CHECK(page["findings"][0] == first);
  const auto& second = page["findings"][1];
  CHECK(second["place"]["column"] == 4);
  CHECK(second["place"]["end_column"] == 8);  // four letters, five bytes
  CHECK(second["place"]["byte_length"] == 5);
  CHECK(second["second_place"]["path"] == "b.yaml");
  CHECK(second["second_place"]["label"] == "first written here");
  CHECK_FALSE(second.contains("help"));
  CHECK_FALSE(page["findings"][2].contains("second_place"));
  const nlohmann::json counts = {
      {"records", 3},          {"error", 1},    {"warning", 1},  {"note", 1},
      {"unreadable_files", 1}, {"left_out", 0}, {"allowed", 0},  {"baseline", 0},
      {"earlier", 0},          {"mended", 0},   {"unwatched", 0}};
  CHECK(page["counts"] == counts);
}

TEST_CASE("findings json: those left out are counted all the same") {
  const std::vector<Finding> three = some_findings();
  const auto page = nlohmann::json::parse(render_findings_json({three, 1, file, 3, 0}));
  CHECK(page["findings"].size() == 1);
  CHECK(page["counts"]["left_out"] == 2);
  CHECK(page["counts"]["warning"] == 1);
  CHECK(page["counts"]["note"] == 1);
}

TEST_CASE("findings json: a name that is no UTF-8 is replaced, not an error") {
  const std::vector<Finding> findings{{&bad_date, Severity::error, {3, 0, 1}, "a \"b\"\n", "", {}}};
  const auto page = json_of(findings);
  CHECK(page["findings"][0]["place"]["path"] == "odd\n\xEF\xBF\xBD.yaml");
  CHECK(page["findings"][0]["message"] == "a \"b\"\n");
}

TEST_CASE("style: severities differ in tone, and a plain tone has no colour") {
  const TextStyle on{80, Colour::on};
  CHECK(tone_of(Severity::error) != tone_of(Severity::warning));
  CHECK(tone_of(Severity::warning) != tone_of(Severity::note));
  CHECK(toned("x", Tone::bad, {80, Colour::off}) == "x");
  CHECK(toned("x", Tone::plain, on) == "x");
  CHECK(toned("", Tone::bad, on) == "");
  for (const Tone tone : {Tone::good, Tone::doubtful, Tone::bad, Tone::faint, Tone::strong}) {
    const std::string text = toned("x", tone, on);
    CHECK(text.starts_with("\x1B["));
    CHECK(text.ends_with("mx\x1B[0m"));
  }
}

}  // namespace brm::test
