// Whether `mend` writes is for somebody to say.
#include <doctest/doctest.h>

#include "support/run.h"
#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

const std::map<std::string, std::string> misspelt{
    {"people/jane-doe.yaml", "kind: person\r\nid: jane-doe\r\nrol: Manager # hers\r\n"}};

/// `arguments` with the command before them.
Ran mended(const std::vector<std::string>& arguments, std::optional<bool> answer) {
  Setting setting;
  setting.answer = answer;
  return run_brm_on(misspelt, arguments, setting);
}

}  // namespace

TEST_CASE("mend: writes after a yes, and says what is there to mend after anything else") {
  const Ran agreed = mended({"mend"}, true);
  CHECK(agreed.status == 0);
  REQUIRE(agreed.files.size() == 1);
  CHECK(agreed.files.front().how == Writing::update);
  CHECK(agreed.files.front().was == misspelt.begin()->second);
  CHECK(agreed.files.front().bytes == "kind: person\r\nid: jane-doe\r\nrole: Manager # hers\r\n");
  CHECK(agreed.out == "1 word in 1 file mended; `brm check` says what is left\n");
  for (const std::optional<bool> answer : {std::optional(false), std::optional<bool>()}) {
    const Ran refused = mended({"mend"}, answer);
    CHECK(refused.status == 1);
    CHECK(refused.files.empty());
    CHECK(refused.err ==
          "brm: nothing was written\nhelp: `brm mend --yes` mends 1 word in 1 file\n");
  }
}

TEST_CASE("mend: nobody is asked with --yes, and nothing is written with --dry-run") {
  CHECK(mended({"mend", "--yes", "--quiet"}, false).files.size() == 1);
  CHECK(mended({"mend", "--yes", "--quiet"}, false).out.empty());
  const Ran dry = mended({"mend", "--dry-run"}, true);
  CHECK(dry.files.empty());
  CHECK(dry.status == 0);
  CHECK(dry.out.find("+role: Manager # hers") != std::string::npos);
  CHECK(mended({"mend", "--dry-run", "--yes"}, true).status == 2);
}

TEST_CASE("mend: where a file holds no record that can be read, nothing is mended") {
  auto files = misspelt;
  files["people/sam-roe.yaml"] = "foo: [\n";
  const Ran refused = run_brm_on(files, {"mend", "--yes"});
  CHECK(refused.status == 2);
  CHECK(refused.files.empty());
  CHECK(refused.err.starts_with("brm: people/sam-roe.yaml: no record in it can be read\n"));
}

TEST_CASE("mend: where a file cannot be read, nothing is mended") {
  const TemporaryFolder folder;
  folder.write("people/jane-doe.yaml", misspelt.begin()->second);
  CHECK(run_brm({"-C", folder.path(), "mend", "--yes"}).files.size() == 1);
  folder.link("people/sam-roe.yaml", "jane-doe.yaml");
  const Ran refused = run_brm({"-C", folder.path(), "mend", "--yes"});
  CHECK(refused.status == 2);
  CHECK(refused.files.empty());
  CHECK(refused.err ==
        "brm: people/sam-roe.yaml: is a symbolic link, which brm does not follow\n"
        "brm: not everything could be read, so nothing was mended\n"
        "help: see to the files above; `brm -C " +
            folder.path() + " check` names them too\n");
}

TEST_CASE("mend: where several are as near, the word stays and all of them are named") {
  std::map<std::string, std::string> files{
      {"relationships/parks.yaml",
       "kind: relationship\nid: parks\ntitle: Parks\ntype: agency\ntier: transactional\n"
       "manager: jan-dox\n"}};
  const auto add = [&](const std::string& id) {
    files["people/" + id + ".yaml"] = "kind: person\nid: " + id + "\nrole: Manager\n";
  };
  add("jan-doe");
  add("jan-dor");
  const Ran unsure = run_brm_on(files, {"mend", "--yes"});
  CHECK(unsure.status == 0);
  CHECK(unsure.files.empty());
  CHECK(unsure.out == "nothing to mend that brm is sure of\n");
  CHECK(unsure.err ==
        "brm: relationships/parks.yaml:6: no person is called `jan-dox`; as near: `jan-doe`, "
        "`jan-dor`; write the one that is meant\n");
  const Ran said = run_brm_on(files, {"check", "--only", "unknown-person"});
  CHECK(said.out.find("did you mean `jan-doe` or `jan-dor`? if not, add people/jan-dox.yaml") !=
        std::string::npos);
  CHECK(run_brm_on(files, {"check", "--format", "rdjson"}).out.find("suggestions") ==
        std::string::npos);
  files.erase("people/jan-dor.yaml");
  CHECK(run_brm_on(files, {"mend", "--yes"}).files.size() == 1);
  CHECK(run_brm_on(files, {"check", "--format", "rdjson"}).out.find("suggestions") !=
        std::string::npos);
}

TEST_CASE("mend: the bare id of a part that several records have is none of them") {
  const auto work = [](const std::string& id) {
    return "kind: initiative\nid: " + id +
           "\ntitle: Work\ntype: project\nstatus: active\nparties: [{relationship: parks, role: "
           "sponsor}]\noutcomes:\n  - {id: faster, title: It is faster}\n";
  };
  std::map<std::string, std::string> files{
      {"relationships/parks.yaml",
       "kind: relationship\nid: parks\ntitle: Parks\ntype: agency\ntier: transactional\n"
       "manager: jan-doe\nrisks:\n  - id: late\n    event: It is late\n    threatens: [faster]\n"
       "    likelihood: {percent: 5}\n    impact: {amount: 5}\n    response: [mitigate]\n"
       "    managed_by: parks\n    status: open\n"},
      {"initiatives/one.yaml", work("one")},
      {"initiatives/two.yaml", work("two")}};
  const Ran unsure = run_brm_on(files, {"mend", "--yes"});
  CHECK(unsure.files.empty());
  CHECK(unsure.err.find("as near: `one/faster`, `two/faster`; write") != std::string::npos);
  files.erase("initiatives/two.yaml");
  const Ran sure = run_brm_on(files, {"mend", "--yes"});
  REQUIRE(sure.files.size() == 1);
  CHECK(sure.files.front().bytes.find("threatens: [one/faster]") != std::string::npos);
}

TEST_CASE("mend: one run mends what a mended key shows, and quotation marks stay") {
  const std::map<std::string, std::string> files{
      {"relationships/parks.yaml",
       "kind: relationship\nid: parks\ntitle: Parks\n\"typ\" : \"agancy\"\ntier: 'prefered'\n"
       "manager: jan-doe\n"},
      {"initiatives/portal.yaml",
       "kind: initiative\nid: portal\ntitle: Portal\ntype: project\nstatus: active\n"
       "parties:\n  - {relationship: parks, rol: delivrer}\n"}};
  const Ran ran = run_brm_on(files, {"mend", "--yes"});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  REQUIRE(ran.files.size() == 2);
  CHECK(ran.files[0].bytes.ends_with("  - {relationship: parks, role: deliverer}\n"));
  CHECK(ran.files[1].bytes.find("\n\"type\" : \"agency\"\ntier: 'preferred'\n") !=
        std::string::npos);
  CHECK(ran.out.ends_with("5 words in 2 files mended; `brm check` says what is left\n"));
  auto after = files;
  for (const OutputFile& file : ran.files) after[file.path] = file.bytes;
  CHECK(run_brm_on(after, {"mend", "--yes"}).files.empty());
}

TEST_CASE("mend: no order of a build server comes through in what would change") {
  const Ran ran = run_brm_on(
      {{"people/jo.yaml", "kind: person\nid: jo\nrol: Clerk\nnotes: '##[error]x ##vso[a]y'\n"}},
      {"mend", "--dry-run"});
  CHECK(ran.status == 0);
  CHECK(ran.out.find("+role: Clerk\n") != std::string::npos);
  CHECK(ran.out.find("\\x23\\x23[error]x") != std::string::npos);
  CHECK_MESSAGE(ran.out.find("##") == std::string::npos, ran.out);
}

}  // namespace brm::test
