// What may follow a command line that is half typed.
#include "commands/candidates.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "commands/application.h"
#include "commands/option_words.h"
#include "read/find_git.h"
#include "support/run.h"
#include "unit/history/git_records.h"
#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

using Texts = std::vector<std::string>;

/// The lines of `brm completion candidates -- WORD...`, without their meanings.
Texts after(Texts words, const Setting& setting = {}) {
  words.insert(words.begin(), {"completion", "candidates", "--"});
  const Ran ran = run_brm(words, setting);
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  Texts out;
  for (const std::string& line : lines_of(ran.out)) out.push_back(line.substr(0, line.find('\t')));
  return out;
}

bool has(const Texts& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string small() { return source_path("examples/small"); }

}  // namespace

TEST_CASE("candidates: commands first, then what the command takes") {
  CHECK(after({"che"}) == Texts{"check"});
  CHECK(after({""}).size() == all_commands().size());
  CHECK(after({"report", "portf"}) == Texts{"portfolio"});
  CHECK(after({"-q", "--as-of", "2026-01-01", "list", "relation"}) == Texts{"relationships"});
  CHECK(after({"nonsense", "che"}) == Texts{"check"});
  CHECK(after({}) == after({""}));
}

TEST_CASE("candidates: branches and tags, where a revision is asked for") {
  const GitRecords records;
  records.commit("brm.yaml", "kind: office\nid: it\ntitle: IT\n", "2026-06-01T12:00:00+0000");
  records.git("tag v2026");
  records.git("branch plan");
  Setting setting;
  setting.git = find_git(records.path());
  const Texts all{"HEAD", "HEAD~1", "main", "plan", "v2026"};
  CHECK(after({"-C", records.path(), "diff", ""}, setting) == all);
  CHECK(after({"-C", records.path(), "diff", "HEAD", "v"}, setting) == Texts{"v2026"});
  CHECK(after({"-C", records.path(), "report", "weekly", "--since", "pl"}, setting) ==
        Texts{"plan"});
  CHECK(after({"-C", records.path(), "report", "risks", "--trend", ""}, setting) ==
        Texts{"week", "month"});
  CHECK(after({"-C", small(), "diff", ""}).empty());
}

TEST_CASE("candidates: rules of the office stand beside brm's own") {
  const TemporaryFolder folder;
  folder.write("brm.yaml",
               "kind: office\nid: it\ntitle: IT\njurisdiction: X\ncurrency: USD\npolicy:\n"
               "  rules: [{name: no-paper, kind: relationship, where: tier = strategic, message: "
               "paper}]\n");
  const std::string& at = folder.path();
  CHECK(after({"-C", at, "check", "--only", "no-pa"}) == Texts{"no-paper"});
  CHECK(after({"check", "-C", at, "--ignore=no-pa"}) == Texts{"--ignore=no-paper"});
  CHECK(after({"-C", at, "explain", "no-p"}) == Texts{"no-paper"});
  CHECK(has(after({"-C", at, "check", "--only", ""}), "bad-date"));
  CHECK(after({"check", "--only", "no-pa"}).empty());
  CHECK(after({"explain", "x-al"}) == Texts{"x-allow"});
}

TEST_CASE("candidates: every option by its name, before and after the command") {
  const Application application;
  for (const Command* command : all_commands()) {
    const std::string name(command->name);
    const Texts offered = after({name, "-"});
    for (const OptionWords& option : options_of(*application.app.get_subcommand(name))) {
      CHECK_MESSAGE(has(offered, option.names.back()), name);
    }
    for (const OptionWords& option : options_of(application.app)) {
      CHECK(has(offered, option.names.back()));
    }
  }
  CHECK(after({"--as"}) == Texts{"--as-of"});
  CHECK(after({"-C"}) == Texts{"-C"});
  CHECK(after({"check", "--", "-"}) == Texts{":files"});
}

TEST_CASE("candidates: every closed list of words that an option takes") {
  const Application application;
  std::size_t lists = 0;
  for (const Command* command : all_commands()) {
    const std::string name(command->name);
    for (const OptionWords& option : options_of(*application.app.get_subcommand(name))) {
      if (option.values == nullptr || option.values->words == nullptr) continue;
      const Texts offered = after({name, option.names.back(), ""});
      const auto words = names_of(option.values->words());
      CHECK(offered == Texts(words.begin(), words.end()));
      ++lists;
    }
  }
  CHECK(lists >= 6);
}

TEST_CASE("candidates: the value of an option stands beside, after = or after a short name") {
  CHECK(after({"check", "--format", "js"}) == Texts{"json"});
  CHECK(after({"check", "--format=js"}) == Texts{"--format=json"});
  CHECK(after({"check", "--format", "=", "js"}) == Texts{"json"});  // as bash splits it
  CHECK(after({"check", "--format", "="}) == after({"check", "--format", ""}));
  CHECK(after({"--color", "al"}) == Texts{"always"});
  CHECK(after({"-C", ""}) == Texts{":folders"});
  CHECK(after({"--records="}) == Texts{":folders"});
  CHECK(after({"check", ""}) == Texts{":files"});
  CHECK(after({"check", "--max", ""}).empty());
}

TEST_CASE("candidates: names of fields, of the kind that was typed") {
  CHECK(after({"list", "outcomes", "--columns", "address,verd"}) == Texts{"address,verdict"});
  CHECK(after({"list", "--columns", "verd"}).empty());
  CHECK(has(after({"list", "outcomes", "--sort", "-d"}), "-due"));
  CHECK(after({"report", "portfolio", "--where", "waterm"}) == Texts{"watermelon"});
  CHECK(after({"explain", "outcome.bas"}) == Texts{"outcome.baseline"});
  CHECK(after({"explain", "dangling"}) == Texts{"dangling-reference"});
}

TEST_CASE("candidates: ids of the folder that the command line names") {
  CHECK(after({"-C", small(), "show", "human"}) == Texts{"human-services"});
  CHECK(after({"--records=" + small(), "show", "human"}) == Texts{"human-services"});
  CHECK(after({"-C" + small(), "show", "benefits-online/online"}) ==
        Texts{"benefits-online/online-share"});
  Setting setting;
  setting.environment["BRM_RECORDS"] = small();
  CHECK(after({"show", "human"}, setting) == Texts{"human-services"});
  setting.environment = {{"HOME", source_path("examples")}};
  CHECK(after({"-C", "~/small", "show", "human"}, setting) == Texts{"human-services"});
  CHECK(after({"-C", "/nowhere/at/all", "show", "h"}).empty());
}

}  // namespace brm::test
