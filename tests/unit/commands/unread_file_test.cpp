// A file that is no record one can read is in every answer of `check`, whatever was asked for.
#include <doctest/doctest.h>

#include "support/run.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

const Files folder{
    {"a.yaml", "kind: person\nid: a\ntitle: Ann\nat: b\nrole: manager\nborn: 1970\n"},
    {"people/broken.yaml", "kind: person\nid: \"b\n"},
    {"people/binary.yaml", std::string("\xFF\xFE\x00kind", 7)}};

const std::string quote =
    "people/broken.yaml:2: this quote is not closed [unclosed-quote], so that nothing else in this "
    "file was checked\n";

Ran check(const std::vector<std::string>& options) {
  std::vector<std::string> all{"check"};
  all.insert(all.end(), options.begin(), options.end());
  return run_brm_on(folder, all);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("unread file: it is a finding, or it is said and the status is 2") {
  const Ran all = check({});
  CHECK(all.status == 1);
  CHECK(says(all.out, "[unclosed-quote]"));
  CHECK(all.err.empty());
  const auto is_said = [](const std::vector<std::string>& options) {
    CAPTURE(options.back());
    const Ran part = check(options);
    CHECK(part.status == 2);
    CHECK(says(part.err, "brm: " + quote));
  };
  is_said({"--only", "late-promise"});
  is_said({"--only", "unknown-key"});
  is_said({"a.yaml"});
  is_said({"--ignore", "unclosed-quote"});
  is_said({"-q", "--only", "late-promise"});
  // A value that was lost is a finding as others are: the rest of its record was checked.
  const Ran value = run_brm_on({{"a.yaml", folder.at("a.yaml")}},
                               {"check", "--ignore", "unknown-key", "--only", "unknown-key"});
  CHECK(value.status == 0);
}

TEST_CASE("unread file: once for each file, and not where its finding is shown") {
  const Ran one = check({"people/broken.yaml"});
  CHECK(one.status == 2);
  CHECK(says(one.out, "[unclosed-quote]"));
  CHECK_FALSE(says(one.err, "broken.yaml"));
  CHECK(says(one.err, "people/binary.yaml:1: "));
  CHECK(says(one.out, "; 1 file could not be read\n"));
  CHECK(check({"people"}).status == 1);
  CHECK(check({"people"}).err.empty());
}

TEST_CASE("unread file: every format has it, asked for or not") {
  for (const std::string format :
       {"json", "gitlab", "checkstyle", "rdjson", "sarif", "junit", "github"}) {
    CAPTURE(format);
    const Ran ran = check({"--only", "late-promise", "--format", format});
    CHECK(ran.status == 2);
    CHECK(says(ran.out, "people/broken.yaml"));
    CHECK(says(ran.out, "people/binary.yaml"));
  }
}

TEST_CASE("job summary: a check that could not be done says why") {
  Setting setting;
  setting.environment["GITHUB_STEP_SUMMARY"] = "summary.md";
  const auto summary = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"check", "--format", "github"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ran ran = run_brm_on(folder, arguments, setting);
    CHECK(ran.status == 2);
    REQUIRE(ran.files.size() == 1);
    CHECK(ran.files[0].how == Writing::append);
    return ran.files[0].bytes;
  };
  CHECK(summary({"--new-since", "HEAD"}) ==
        "### brm check\n\n**Could not be done:** these records are in no git "
        "repository\n\nhelp: what changed can be said of records that are kept in git: `git init`, "
        "and commit them\n\n");
  CHECK(says(summary({"--fail-on", "sometimes"}), "**Could not be done:** "));
  CHECK(says(summary({"--policy", "none.yaml"}), "none.yaml could not be read"));
  CHECK(says(summary({"--only", "late-promise"}), "**Not read:** people/broken.yaml:2: "));
}

TEST_CASE("several formats: a refused file is named with the option it was written with") {
  CHECK(
      check({"--format", "sarif=x.yaml"})
          .err.starts_with("brm: --format `sarif=x.yaml` would be a record, and no answer is one"));
  CHECK(check({"-o", "x.yaml"}).err.starts_with("brm: --output `x.yaml` would be a record"));
}

}  // namespace brm::test
