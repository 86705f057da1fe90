// Findings in the formats of other programs: what they say, how they count, and what hostile text
// does to them, read back by a parser.
#include <doctest/doctest.h>

#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "render/findings.h"
#include "support/run.h"

namespace brm::test {
namespace {

using Json = nlohmann::json;

constexpr RuleWords bad_word{.name = "bad-word",
                             .summary = "A word.",
                             .why = "Because.",
                             .mend = "Mend it.",
                             .faulty = "# a.yaml\nid: A\n",
                             .sound = "# a.yaml\nid: a\n"};

// The third letter of each line is at fault: behind a letter of two bytes, one of CJK, an emoji.
const std::string lines =
    "\xC3\xA9"
    "aXb\n"
    "\xE6\xBC\xA2"
    "aXb\n"
    "\xF0\x9F\x98\x80"
    "aXb\n";

struct Sample {
  std::vector<SourceFile> files;
  std::vector<Finding> findings;

  FindingsPage page() const {
    FindingsPage page{findings, findings.size(),
                      [this](std::uint32_t index) -> const SourceFile& { return files[index]; },
                      files.size(), 0};
    page.files = files.size();
    page.below = "records/";
    for (std::size_t i = 0; i < findings.size(); ++i) {
      page.fingerprints.push_back("print" + std::to_string(i));
    }
    return page;
  }
};

Finding finding_at(Span place, Severity severity = Severity::error) {
  Finding finding;
  finding.rule = &bad_word;
  finding.severity = severity;
  finding.place = place;
  finding.message = "`X` is no word";
  return finding;
}

Sample columns() {
  Sample sample;
  sample.files.emplace_back("a/b.yaml", lines);
  for (std::uint32_t at : {3U, 10U, 18U}) sample.findings.push_back(finding_at({0, at, 1}));
  return sample;
}

std::vector<std::string> lines_starting(const std::string& text, std::string_view begin) {
  std::vector<std::string> out;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(begin)) out.push_back(line);
  }
  return out;
}

/// Texts that mean something to somebody.
const std::vector<std::string> hostile = {
    "::error::x",
    "##[error]x",
    "a]]>b",
    "<script>&amp;\"'",
    "line\nbreak\r\n::warning::y",
    "\x1B[31mred\x07",
    "\xE2\x80\xAEtxt.exe",
    "%0A::notice::z",
    "[words](https://example.com)",
    "\xFF\xC0\x80",
    "a,b:c=d",
    "\xEF\xBF\xBE\xED\xA0\x80",
    "\xF0\x9F\x98\x80 \xE6\xBC\xA2",
    "`|*_@team #1",
    std::string("nul\0byte", 8),
};

Sample hostile_sample() {
  Sample sample;
  for (const std::string& text : hostile) {
    const auto file = static_cast<std::uint32_t>(sample.files.size());
    sample.files.emplace_back(text + ".yaml", "id: " + text + "\n");
    Finding finding = finding_at({file, 4, static_cast<std::uint32_t>(text.size())});
    finding.message = text;
    finding.help = "did you mean `" + text + "`?";
    finding.second = SecondPlace{{file, 0, 2}, text};
    sample.findings.push_back(std::move(finding));
  }
  return sample;
}

bool is_order(std::string_view line) {
  const std::size_t from = line.find_first_not_of(" \t");
  return from != std::string_view::npos && line.substr(from).starts_with("::");
}

}  // namespace

TEST_CASE("sarif: columns are UTF-16, ends are past the last") {
  const Json log = Json::parse(render_findings_sarif(columns().page()));
  const Json& run = log["runs"][0];
  CHECK(run["columnKind"] == "utf16CodeUnits");
  const std::array<int, 3> expected{3, 3, 4};
  for (std::size_t i = 0; i < 3; ++i) {
    const Json& region = run["results"][i]["locations"][0]["physicalLocation"]["region"];
    const int column = expected[i];
    CHECK(region == Json{{"startLine", i + 1},
                         {"startColumn", column},
                         {"endLine", i + 1},
                         {"endColumn", column + 1}});
  }
}

TEST_CASE("rdjson: columns are bytes, and a byte order mark is three of them") {
  Sample sample = columns();
  const auto column = [&](std::size_t i) {
    const Json log = Json::parse(render_findings_rdjson(sample.page()));
    const Json& range = log["diagnostics"][i]["location"]["range"];
    CHECK(range["end"]["column"] == range["start"]["column"].get<int>() + 1);
    return range["start"]["column"].get<int>();
  };
  CHECK(column(0) == 4);
  CHECK(column(1) == 5);
  CHECK(column(2) == 6);
  sample.files[0] = SourceFile("a/b.yaml", "\xEF\xBB\xBF" + lines);
  CHECK(column(0) == 7);
  CHECK(column(1) == 5);
}

TEST_CASE("checkstyle and github: columns are code points") {
  const std::string xml = render_findings_checkstyle(columns().page());
  CHECK(lines_starting(xml, "  <file").at(0) == "  <file name=\"records/a/b.yaml\">");
  const auto errors = lines_starting(xml, "    <error");
  REQUIRE(errors.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(errors[i] == "    <error line=\"" + std::to_string(i + 1) +
                           "\" column=\"3\" severity=\"error\" message=\"`X` is no word\" "
                           "source=\"brm.bad-word\"/>");
  }
  const auto commands = lines_starting(render_findings_github(columns().page()), "::error");
  REQUIRE(commands.size() == 3);
  CHECK(commands[2] ==
        "::error file=records/a/b.yaml,line=3,col=3,endColumn=4,title=bad-word::"
        "records/a/b.yaml:3:3: error: `X` is no word [bad-word]");
}

TEST_CASE("columns: many findings on one line are counted from where the last one was") {
  Sample sample;
  std::string line;
  for (int i = 0; i < 50; ++i) line += "\xF0\x9F\x98\x80X";
  sample.files.emplace_back("a.yaml", line);
  for (std::uint32_t i = 0; i < 50; ++i) sample.findings.push_back(finding_at({0, 5 * i + 4, 1}));
  std::swap(sample.findings[10], sample.findings[40]);  // back to the front, once
  const Json log = Json::parse(render_findings_sarif(sample.page()));
  for (std::size_t i = 0; i < 50; ++i) {
    const std::size_t at = sample.findings[i].place.offset / 5;
    const Json& result = log["runs"][0]["results"][i];
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startColumn"] == 3 * at + 3);
  }
}

TEST_CASE("github: ten of each level, the rest said and in the log") {
  Sample sample = columns();
  sample.findings.clear();
  for (int i = 0; i < 12; ++i) sample.findings.push_back(finding_at({0, 3, 1}));
  for (int i = 0; i < 11; ++i) sample.findings.push_back(finding_at({0, 3, 1}, Severity::warning));
  for (int i = 0; i < 10; ++i) sample.findings.push_back(finding_at({0, 3, 1}, Severity::note));
  const std::string out = render_findings_github(sample.page());
  CHECK(lines_starting(out, "::error ").size() == 10);
  CHECK(lines_starting(out, "::warning ").size() == 10);
  const auto notices = lines_starting(out, "::notice ");
  CHECK(notices.size() == 10);
  CHECK(notices.at(0) ==
        "::notice title=brm::2 errors, 1 warning and 1 note more than GitHub shows here: see the "
        "log of this step");
  CHECK(lines_starting(out, "records/a/b.yaml:1:3: ").size() == 4);
  // The most severe first, whatever their place.
  std::swap(sample.findings.front(), sample.findings.back());
  CHECK(lines_of(render_findings_github(sample.page())).at(1).starts_with("::error "));
  sample.findings.resize(10);
  CHECK(lines_starting(render_findings_github(sample.page()), "::notice title=brm").empty());
}

TEST_CASE("github: a file that could not be read is an error of its own") {
  const std::vector<Failure> troubles{{"a%b.yaml: cannot be read\n", ""}};
  Sample sample = columns();
  FindingsPage page = sample.page();
  page.troubles = troubles;
  CHECK(lines_of(render_findings_github(page)).at(0) ==
        "::error file=records/a%25b.yaml,title=unreadable::a%25b.yaml: cannot be read\\n");
  const std::vector<Failure> orders{{"##[error]x.yaml: cannot be read", ""}};
  page.troubles = orders;
  CHECK(lines_of(render_findings_github(page)).at(0) ==
        "::error title=unreadable::\\x23\\x23[error]x.yaml: cannot be read");
}

TEST_CASE("gitlab, checkstyle and rdjson: a file that could not be read is an entry of its own") {
  Sample sample = columns();
  sample.files.emplace_back("a: b/c.yaml", "");
  const std::vector<Failure> troubles{{"a: b/c.yaml: cannot be read: Permission denied", ""},
                                      {"d/e.yaml: is a symbolic link", ""},
                                      {"d/e.yaml: changed while it was read", ""},
                                      {"the records folder: Permission denied", ""}};
  FindingsPage page = sample.page();
  page.troubles = troubles;
  const std::vector<std::string> paths{"records/a: b/c.yaml", "records/d/e.yaml",
                                       "records/d/e.yaml", "records/."};
  const Json quality = Json::parse(render_findings_gitlab(page));
  const Json diagnostics = Json::parse(render_findings_rdjson(page))["diagnostics"];
  REQUIRE(quality.size() == troubles.size() + sample.findings.size());
  std::set<std::string> prints;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    CHECK(quality[i]["location"]["path"] == paths[i]);
    CHECK(quality[i]["severity"] == "blocker");
    CHECK(quality[i]["description"] == troubles[i].message);
    CHECK(prints.insert(quality[i]["fingerprint"].get<std::string>()).second);
    CHECK(diagnostics[i]["location"]["path"] == paths[i]);
    CHECK(diagnostics[i]["severity"] == "ERROR");
  }
  const std::string xml = render_findings_checkstyle(page);
  CHECK(xml.find("<file name=\"records/a: b/c.yaml\">\n    <error line=\"1\" column=\"1\" "
                 "severity=\"error\" message=\"a: b/c.yaml: cannot be read: Permission denied\" "
                 "source=\"brm.unreadable\"/>") != std::string::npos);
}

TEST_CASE("junit: what is below the bar passes, and says what it found") {
  Sample sample = columns();
  sample.findings[0].severity = Severity::warning;
  sample.files.emplace_back("c.yaml", "id: c\n");
  FindingsPage page = sample.page();
  const std::string strict = render_findings_junit(page);
  CHECK(lines_of(strict).at(1) ==
        "<testsuites name=\"brm check\" tests=\"2\" failures=\"1\" errors=\"0\">");
  CHECK(strict.find("<failure type=\"error\" message=\"`X` is no word\">") != std::string::npos);
  CHECK(strict.find("<testcase classname=\"records/c\" name=\"check\" file=\"records/c.yaml\"") !=
        std::string::npos);
  sample.findings.resize(1);
  page.shown = 1;
  const std::string lax = render_findings_junit(page);
  CHECK(lax.find("<failure") == std::string::npos);
  CHECK(lax.find("<system-out>records/a/b.yaml:1:3: warning: `X` is no word [bad-word]") !=
        std::string::npos);
  page.fails_from = Severity::warning;
  CHECK(render_findings_junit(page).find("<failure type=\"warning\"") != std::string::npos);
}

TEST_CASE("sarif: where not all are written, the most severe are, and the rest is said") {
  Sample sample = columns();
  sample.findings[0].severity = Severity::note;
  FindingsPage page = sample.page();
  page.shown = 2;
  const Json run = Json::parse(render_findings_sarif(page))["runs"][0];
  CHECK(run["results"].size() == 2);
  CHECK(run["results"][0]["level"] == "error");
  CHECK(run["results"][0]["partialFingerprints"]["primaryLocationLineHash"] == "print1");
  CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] ==
        "1 finding is left out here, the least severe");
}

TEST_CASE("sarif: no more results than code scanning takes") {
  Sample sample = columns();
  sample.findings.assign(25'001, sample.findings[0]);
  const Json run = Json::parse(render_findings_sarif(sample.page()))["runs"][0];
  CHECK(run["results"].size() == 25'000);
  CHECK(run["invocations"][0]["toolExecutionNotifications"].size() == 1);
  CHECK(run["tool"]["driver"]["rules"].size() == 1);
}

TEST_CASE("formats: hostile text comes back as text, from json") {
  const Sample sample = hostile_sample();
  const FindingsPage page = sample.page();
  const Json sarif = Json::parse(render_findings_sarif(page))["runs"][0]["results"];
  const Json gitlab = Json::parse(render_findings_gitlab(page));
  const Json rdjson = Json::parse(render_findings_rdjson(page))["diagnostics"];
  REQUIRE(sarif.size() == hostile.size());
  REQUIRE(gitlab.size() == hostile.size());
  REQUIRE(rdjson.size() == hostile.size());
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    const Json& place = sarif[i]["locations"][0]["physicalLocation"];
    const std::string uri = place["artifactLocation"]["uri"];
    CHECK(uri.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "-._~/%") == std::string::npos);
    CHECK(sarif[i]["message"]["text"].get<std::string>().find("](") ==
          (hostile[i].find("](") == std::string::npos ? std::string::npos : 7));
    const bool is_utf8 = hostile[i].find_first_of("\xFF\xED") == std::string::npos;
    if (!is_utf8) continue;
    CHECK(gitlab[i]["description"] == hostile[i] + "; did you mean `" + hostile[i] + "`?");
    CHECK(gitlab[i]["location"]["path"] == "records/" + hostile[i] + ".yaml");
    CHECK(rdjson[i]["location"]["path"] == "records/" + hostile[i] + ".yaml");
    if (hostile[i].find('`') == std::string::npos) {
      CHECK(rdjson[i]["suggestions"][0]["text"] == hostile[i]);
    }
  }
}

TEST_CASE("formats: hostile text gives no orders to a build server") {
  const Sample sample = hostile_sample();
  FindingsPage page = sample.page();
  page.below = "";
  for (const FindingsFormat& format : findings_formats()) {
    CAPTURE(format.words.name);
    if (format.words.name.ends_with("json") || format.words.name == "sarif" ||
        format.words.name == "gitlab")
      continue;  // goes into a file, not into a log
    for (const std::string& line : lines_of(format.render(page, {}))) {
      CAPTURE(line);
      // A command at its start is all that GitHub looks for in a line.
      CHECK((line.starts_with("::") || line.find("##[") == std::string::npos));
      CHECK(line.find('\x1B') == std::string::npos);
      CHECK(line.find('\r') == std::string::npos);
      const bool is_ours =
          format.words.name == "github" &&
          (line.starts_with("::error file=") || line.starts_with("::notice title=brm::"));
      CHECK(is_order(line) == is_ours);
    }
  }
}

}  // namespace brm::test
