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

}  // namespace brm::test
