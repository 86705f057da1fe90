// `brm doctor` in worlds made up for it.
#include <doctest/doctest.h>

#include <cstdlib>

#include "support/run.h"

namespace brm::test {
namespace {

const std::map<std::string, std::string> one_record{
    {"people/jane-doe.yaml", "kind: person\nid: jane-doe\nrole: Manager\n"}};

bool says(const Ran& ran, const std::string& text) { return ran.out.find(text) != ran.out.npos; }

Ran doctor(const Setting& setting, std::vector<std::string> arguments = {"doctor"}) {
  return run_brm_on(one_record, std::move(arguments), setting);
}

}  // namespace

TEST_CASE("golden: doctor says everything it looks at, in order") {
  Setting setting;
  setting.environment = {{"NO_COLOR", "1"}, {"HOME", "/root"}};
  setting.git = GitFolder{"/srv", false, true};
  const Ran ran = doctor(setting);
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  const std::string kept = source_path("tests/golden/doctor/made-up-world.txt");
  if (std::getenv("BRM_UPDATE_GOLDEN") != nullptr) write_file(kept, ran.out);
  CHECK(ran.out == read_file(kept));
}

TEST_CASE("doctor: says where each setting comes from") {
  Setting setting;
  setting.is_terminal = true;
  const auto in_json = [&](std::vector<std::string> arguments, const std::string& words) {
    arguments.insert(arguments.end(), {"doctor", "--format", "json"});
    const Ran ran = doctor(setting, arguments);
    CHECK_MESSAGE(says(ran, words), ran.out);
  };
  in_json({}, R"("width": 80,)");
  in_json({}, R"("width_from": "the terminal")");
  in_json({}, R"("colour": "on",)");
  in_json({}, R"("colour_because": "the output is a terminal")");
  setting.environment = {{"COLUMNS", "132"},
                         {"TERM", "dumb"},
                         {"BRM_AS_OF", "2026-06-30"},
                         {"BRM_RECORDS", "/srv/records"}};
  in_json({}, R"("width": 132,)");
  in_json({}, R"("width_from": "COLUMNS")");
  in_json({}, R"("colour_because": "TERM is dumb")");
  in_json({}, R"("judged_by_from": "BRM_AS_OF")");
  in_json({}, R"("found": "from BRM_RECORDS; no brm.yaml there or above")");
  in_json({"-C", "."}, R"("found": "from -C; no brm.yaml there or above")");
  in_json({"--as-of", "2026-07-01"}, R"("judged_by_from": "--as-of")");
  in_json({"--color", "always"}, R"("colour_because": "--color always")");
  setting.environment = {{"SOURCE_DATE_EPOCH", "0"}};
  in_json({}, R"("judged_by": "1970-01-01")");
  in_json({}, R"("judged_by_from": "SOURCE_DATE_EPOCH")");
}

TEST_CASE("doctor: what would surprise stands at the top") {
  Setting setting;
  setting.today = "1970-01-01";
  CHECK(says(doctor(setting), "the clock says 1970-01-01"));
  setting.today = "2026-07-08";
  setting.today_in_utc = "2026-07-09";
  CHECK(says(doctor(setting), "it is 2026-07-08 here and 2026-07-09 in UTC"));
  CHECK(!says(doctor(setting, {"--as-of", "2026-07-08", "doctor"}), "near midnight"));
  setting.environment = {{"BRM_RECORD", "/srv"}, {"COLUMNS", "wide"}};
  CHECK(says(doctor(setting), "did you mean `BRM_RECORDS`?"));
  CHECK(says(doctor(setting), "COLUMNS is `wide`, which is no number"));
  const Ran lost = run_brm_on({{"a.yaml", "kind: person\nid: a\nrole: x\nrol: y\n"}}, {"doctor"});
  CHECK(lost.status == 0);
  CHECK(says(lost, "1 value or file in the records could not be taken in: run `brm check`"));
}

TEST_CASE("doctor: a folder that cannot be opened ends with 2, and the rest is said all the same") {
  const Ran ran = run_brm({"-C", "/nowhere/at/all", "doctor"});
  CHECK(ran.status == 2);
  CHECK(ran.err.starts_with("brm: /nowhere/at/all: there is no such folder\n"));
  CHECK(says(ran, "a compiler 1.0"));
  CHECK(says(ran, "judged by"));
}

TEST_CASE("doctor: git as it was seen") {
  Setting setting;
  CHECK(says(doctor(setting), "none: no folder from the root upward has .git"));
  setting.git = GitFolder{"/srv", true, false};
  CHECK(says(doctor(setting), "kept elsewhere"));
  setting.git = GitFolder{"/srv", false, false};
  CHECK(says(doctor(setting), "not cut off"));
}

}  // namespace brm::test
