// Command lines that are wrong, and what is said of them: never CLI11's own words.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "commands/command.h"
#include "commands/values.h"
#include "model/synonyms.h"
#include "support/run.h"

namespace brm::test {
namespace {

struct Wrong {
  std::vector<std::string> arguments;
  std::string said;
};

const std::string see_list = "see `brm list --help`\n";
const std::string kinds =
    "such as relationships, initiatives, outcomes, risks, agreements or people; brm-records(5) and "
    "`brm explain` list all";

const std::vector<Wrong> wrong{
    {{"list"}, "brm: `brm list` needs KIND: what to list\nhelp: " + kinds + "; " + see_list},
    {{"show"},
     "brm: `brm show` needs ID: a record (dhhs) or a part of one (elig-portal/decision-days)\n"
     "help: see `brm show --help`\n"},
    {{"completion"},
     "brm: `brm completion` needs SHELL: whose script is printed\n"
     "help: one of bash, zsh, fish or candidates; see `brm completion --help`\n"},
    {{"list", "outcomes", "--where"}, "brm: `--where` needs a value: EXPR\nhelp: " + see_list},
    {{"check", "--fail-on"},
     "brm: `--fail-on` needs a value: SEVERITY\nhelp: one of error, warning or note; see `brm "
     "check --help`\n"},
    {{"-C"}, "brm: `--records` needs a value: FOLDER\nhelp: see `brm --help`\n"},
    {{"list", "outcomes", "--where", "due", "--where", "due"},
     "brm: `--where` is given 2 times\nhelp: give it once\n"},
    {{"check", "--strict=maybe"}, "brm: `--strict` takes no value\nhelp: write `--strict` alone\n"},
    {{"--quiet=maybe", "check"}, "brm: `--quiet` takes no value\nhelp: write `--quiet` alone\n"},
    {{"--as-of=", "check"},
     "brm: there is nothing after `--as-of=`\nhelp: give `--as-of` a value, or leave it out\n"},
    {{"--fail-on", "note", "check"},
     "brm: `--fail-on` stands before the command it belongs to\nhelp: write it after: `brm check "
     "--fail-on`\n"},
    {{"check", "--stirct"},
     "brm: `brm check` has no option `--stirct`\nhelp: did you mean "
     "`--strict`?\n"},
    {{"list", "outcomes", "--pager"},
     "brm: `brm list` has no option `--pager`: brm starts no other program\nhelp: write `brm list "
     "--color always | less -R`\n"},
    {{"report", "agenda"},
     "brm: there is no report `agenda`\nhelp: it is a command of its own: `brm agenda`\n"},
    {{"--as-of", "2026-02-30", "check"},
     "brm: --as-of `2026-02-30` is a day that does not exist\nhelp: February 2026 has 28 days\n"},
    {{"--as-of", "2028-04-31", "check"},
     "brm: --as-of `2028-04-31` is a day that does not exist\nhelp: April 2028 has 30 days\n"},
    {{"--as-of", "2026-13-01", "check"},
     "brm: --as-of `2026-13-01` is a day that does not exist\nhelp: a month is 01 to 12\n"},
    {{"--as-of", "2500-01-01", "check"},
     "brm: --as-of `2500-01-01` is out of range\nhelp: write a day from 1900-01-01 to "
     "2200-12-31\n"},
    {{"check", "-Z"}, "brm: `brm check` has no option `-Z`\nhelp: `brm check --help` lists them\n"},
    {{"--verion"}, "brm: `brm` has no option `--verion`\nhelp: did you mean `--version`?\n"},
    {{"list", "outcomes", "more"},
     "brm: `more` is one argument too many for `brm list`\nhelp: " + see_list},
    {{"chek"}, "brm: there is no command `chek`\nhelp: did you mean `check`?\n"},
    {{"validate"}, "brm: there is no command `validate`\nhelp: did you mean `check`?\n"},
    {{"version"}, "brm: there is no command `version`\nhelp: did you mean `brm --version`?\n"},
    {{"help", "lst"}, "brm: there is no command `lst`\nhelp: did you mean `list`?\n"},
    {{"list", "vendors"}, "brm: there is no kind `vendors`\nhelp: did you mean `relationships`?\n"},
    {{"list", "xyzzy"}, "brm: there is no kind `xyzzy`\nhelp: " + kinds + "\n"},
    {{"explain", "outcme.taget"},
     "brm: there is no kind `outcme`\nhelp: did you mean `outcome.target`?\n"},
    {{"explain", "stale_factr"},
     "brm: there is no rule, kind, field, verdict or threshold `stale_factr`\nhelp: did you mean "
     "`stale_factor`?\n"},
    {{"--color", "purple", "check"},
     "brm: there is no choice of colour `purple`\nhelp: one of auto, always or never\n"},
    {{"--", "check"}, "brm: no command is given\nhelp: `brm --help` lists them\n"},
};

}  // namespace

TEST_CASE("misuse: everything that can be wrong with a command line") {
  for (const Wrong& each : wrong) {
    const Ran ran = run_brm(each.arguments);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err == each.said);
  }
}

TEST_CASE("misuse: help by any of its names") {
  const std::string page = run_brm({"list", "--help"}).out;
  CHECK(page.find("usage: brm list [OPTION...] KIND") != std::string::npos);
  CHECK(run_brm({"help", "list"}).out == page);
  CHECK(run_brm({"list", "-h"}).out == page);
  CHECK(run_brm({"help"}).out == run_brm({}).out);
  CHECK(run_brm({"--help"}).out == run_brm({}).out);
}

TEST_CASE("misuse: what people type instead of a command is no command, and no other's word") {
  std::set<std::string> seen;
  for (const Command* command : all_commands()) {
    std::string lines(command->also);
    std::replace(lines.begin(), lines.end(), ' ', '\n');
    for (const std::string& word : lines_of(lines)) {
      CHECK(find_command(word) == nullptr);
      CHECK_MESSAGE(seen.insert(word).second, word);
      CHECK(run_brm({word}).err.ends_with("did you mean `" + std::string(command->name) + "`?\n"));
    }
  }
  CHECK(seen.size() > 10);
}

TEST_CASE("misuse: some usual words stand for many, and are among them") {
  for (const Values* values : all_values()) {
    if (values->usual.empty()) continue;
    const auto words = names_of(values->words());
    for (const std::string_view word : values->usual) {
      CHECK_MESSAGE(std::find(words.begin(), words.end(), word) != words.end(), word);
    }
  }
}

TEST_CASE("synonyms: of fields and kinds that are there") {
  const std::vector<std::string_view> fields{"title", "notes", "manager"};
  CHECK(meant_by("name", fields) == "title");
  CHECK(meant_by("description", fields) == "notes");
  CHECK(meant_by("manger", fields) == "manager");
  CHECK(meant_by("deadline", fields) == std::nullopt);
  const Ran ran = run_brm_on({{"relationships/dhs.yaml",
                               "kind: relationship\nid: dhs\nname: Human Services\ntype: agency\n"
                               "tier: strategic\nmanager: jane-doe\n"}},
                             {"check"});
  CHECK(ran.out.find("did you mean `title`?") != std::string::npos);
  CHECK(ran.out.find("missing-field") == std::string::npos);
  CHECK(run_brm_on({{"vendors/x.yaml", "kind: vendor\nid: x\ntitle: X\n"}}, {"check"})
            .out.find("did you mean `relationship`?") != std::string::npos);
}

}  // namespace brm::test
