// The program itself with -o, on file systems that take it and on some that do not.
#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

/// The status of a shell's command, in which $B is brm on the small example.
int shell(const std::string& command) {
  const std::string program =
      "B='" BRM_BINARY " -C " + source_path("examples/small") + " --as-of 2026-07-08'; ";
  const int status = std::system((program + command).c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Told by the environment where the records are: of flags the text on stdout repeats some.
std::string in_process(std::vector<std::string> arguments) {
  Setting setting;
  setting.environment = {{"BRM_RECORDS", "examples/small"}, {"BRM_AS_OF", "2026-07-08"}};
  const Ran ran = run_brm(std::move(arguments), setting);
  CHECK(ran.status == 0);
  return ran.out;
}

}  // namespace

TEST_CASE("output file: the program writes what it would have printed, and prints nothing") {
  const TemporaryFolder folder;
  const std::string out = " > " + folder.at("out") + " 2> " + folder.at("err");
  for (const std::string ending : {"txt", "md", "csv", "json"}) {
    CAPTURE(ending);
    const std::string file = folder.at("report." + ending);
    CHECK(shell("$B report outcomes -o " + file + out) == 0);
    const std::string format = ending == "txt" ? "text" : ending == "md" ? "markdown" : ending;
    CHECK(read_file(file) == in_process({"report", "outcomes", "--format", format}));
    CHECK(read_file(folder.at("out")).empty());
    CHECK(read_file(folder.at("err")).empty());
  }
  CHECK(shell("cd " + folder.path() + " && $B list risks --output=here.JSON" + out) == 0);
  CHECK(read_file(folder.at("here.JSON")) == in_process({"list", "risks", "--format", "json"}));
  CHECK(shell("$B check -o " + folder.at("findings.json") + out) == 0);
  CHECK(read_file(folder.at("findings.json")) == in_process({"check", "--format", "json"}));
}

TEST_CASE("output file: one that cannot be written is said, and ends with 2") {
  const TemporaryFolder folder;
  const std::string out = " > " + folder.at("out") + " 2> " + folder.at("err");
  CHECK(shell("$B list risks -o " + folder.at("no/x.txt") + out) == 2);
  CHECK(read_file(folder.at("out")).empty());
  CHECK(read_file(folder.at("err")) ==
        "brm: " + folder.at("no/x.txt") + " could not be written: No such file or directory\n");
  CHECK(shell("$B list risks --format csv -o " + folder.path() + out) == 2);
  CHECK(read_file(folder.at("err")) ==
        "brm: " + folder.path() +
            " could not be written: it is a folder\nhelp: give the name of a file in it\n");
  CHECK(shell("$B list risks -o - > /dev/full 2> " + folder.at("err")) == 2);
  CHECK(read_file(folder.at("err")) ==
        "brm: stdout could not be written: No space left on device\n");
}

TEST_CASE("output file: a name of another format than --format says is refused") {
  const auto refusal = [](const std::vector<std::string>& words) {
    std::vector<std::string> all{"-C", source_path("examples/small"), "--as-of", "2026-07-08"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = run_brm(all);
    CHECK(ran.files.size() == (ran.status == 2 ? 0 : 1));
    return ran.status == 2 ? lines_of(ran.err).at(0) : "";
  };
  CHECK(refusal({"list", "risks", "--format", "csv", "-o", "v.xlsx"}) ==
        "brm: --output `v.xlsx`: its ending is that of xlsx, and the format is csv");
  CHECK(refusal({"report", "risks", "--format", "xlsx", "-o", "v.CSV"}) ==
        "brm: --output `v.CSV`: its ending is that of csv, and the format is xlsx");
  CHECK(refusal({"export", "all", "--format", "sqlite", "-o", "v.xlsx"}) ==
        "brm: --output `v.xlsx`: its ending is that of xlsx, and the format is sqlite");
  CHECK(refusal({"graph", "--format", "svg", "-o", "v.html"}) ==
        "brm: --output `v.html`: its ending is that of html, and the format is svg");
  CHECK(refusal({"check", "--format", "junit=v.sarif"}) ==
        "brm: --format `junit=v.sarif`: its ending is that of sarif, and the format is junit");
  CHECK(refusal({"schema", "point", "-o", "point.txt"}) ==
        "brm: --output `point.txt`: its ending is that of text, and the format is json");
  // What is json may be called so, and any other name is the user's own.
  for (const std::string written : {"sarif=v.json", "gitlab=v.json", "rdjson=v.json", "junit=v.xml",
                                    "checkstyle=v.xml", "text=v.log"}) {
    CHECK_MESSAGE(refusal({"check", "--format", written}).empty(), written);
  }
  CHECK(refusal({"list", "risks", "--format", "csv", "-o", "risks.tsv"}).empty());
  CHECK(refusal({"list", "risks", "--format", "csv", "-o", "risks"}).empty());
}

TEST_CASE("output file: a full disk leaves the old file, and nothing beside it") {
  const TemporaryFolder folder;
  const std::string mount = "mount -t tmpfs -o size=16k none " + folder.path();
  const std::string begin = "unshare -m sh -c '" + mount;
  if (::geteuid() != 0 || shell(begin + "' 2> /dev/null") != 0) {
    std::cout << "skipped: no file system may be mounted here, so no disk is full\n";
    return;
  }
  const std::string file = folder.at("report.txt");
  CHECK(shell(begin + " && printf old > " + file + " && head -c 9000 /dev/zero > " +
              folder.at("filler") + "; '\"$B\"' report outcomes -o " + file + " 2> " +
              folder.at("../brm-test-err") + "; test $? = 2 && test \"$(cat " + file +
              ")\" = old && test \"$(ls -A " + folder.path() + ")\" = \"filler\nreport.txt\"'") ==
        0);
  CHECK(read_file(folder.at("../brm-test-err")) ==
        "brm: " + file + " could not be written: No space left on device\n");
  std::filesystem::remove(folder.at("../brm-test-err"));
}

}  // namespace brm::test
