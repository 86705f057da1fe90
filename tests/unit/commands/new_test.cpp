// What `init` and `new` write: nothing to find in the one, and in the other what is to be filled
// in.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "commands/new_parts.h"
#include "model/all_kinds.h"
#include "support/run.h"
#include "unit/read/temporary_folder.h"

namespace brm::test {
namespace {

using Files = std::map<std::string, std::string>;

/// With what the run would have written; paths from the root.
Files after(Files files, const Ran& ran) {
  for (const OutputFile& file : ran.files) files[file.path] = file.bytes;
  return files;
}

/// How often the word stands where it is no comment.
std::size_t gaps_in(const std::string& text) {
  std::size_t count = 0;
  for (const std::string& line : lines_of(text)) {
    const std::size_t at = line.substr(0, line.find('#')).find("TODO");
    count += at == std::string::npos ? 0U : 1U;
  }
  return count;
}

nlohmann::json findings_in(const Files& files) {
  const Ran ran = run_brm_on(files, {"check", "--format", "json", "--max", "0"});
  return nlohmann::json::parse(ran.out)["findings"];
}

Files begun_folder() {
  const Ran ran = run_brm_on({}, {"init", "--without-ci"});
  REQUIRE(ran.err.empty());
  return after({}, ran);
}

/// A record that has such parts.
std::string holder_of(const Kind& part) {
  for (const auto& [record, id] :
       {std::pair{"initiative", "benefits-online"}, std::pair{"relationship", "human-services"},
        std::pair{"office", "our-office"}}) {
    if (list_for(*find_kind(record), part) != nullptr) return id;
  }
  return "";
}

}  // namespace

TEST_CASE("init: what it writes is clean on any day it is written") {
  for (const char* day : {"2026-07-08", "2024-02-29", "2030-12-31"}) {
    CAPTURE(day);
    Setting setting;
    setting.today = day;
    const Files files = after({}, run_brm_on({}, {"init"}, setting));
    CHECK(files.size() == 10);
    CHECK(files.contains("weekly.sh"));
    const Ran checked = run_brm_on(files, {"check", "--strict", "--fail-on", "note"}, setting);
    CHECK(checked.status == 0);
    CHECK(checked.out == "5 records checked: 0 errors, 0 warnings, 0 notes\n");
  }
}

TEST_CASE("new: each TODO of each kind is one finding, and nothing else is an error") {
  std::size_t tried = 0;
  for (const Kind* kind : all_kinds()) {
    if (!can_be_begun(*kind) || kind->name == "office") continue;
    CAPTURE(kind->name);
    Files files = begun_folder();
    const bool is_record = !kind->common.empty();
    std::string holder = is_record ? "" : holder_of(*kind);
    if (!is_record && holder.empty()) {
      holder = "board";
      files["bodies/board.yaml"] =
          "kind: body\nid: board\ntitle: Board\npurpose: To decide\nchair: jane-doe\n"
          "cadence: monthly\nreview_by: 2027-01-01\n";
    }
    const std::string id = is_record ? "something-new" : holder + "/something-new";
    const Ran ran = run_brm_on(files, {"new", std::string(kind->name), id});
    CHECK(ran.err.empty());
    REQUIRE(ran.files.size() == 1);
    const auto findings = findings_in(after(files, ran));
    std::size_t unfilled = 0;
    for (const auto& finding : findings) {
      if (finding["rule"] == "unfilled-field") {
        ++unfilled;
      } else {
        CHECK_MESSAGE(finding["severity"] != "error", finding.dump());
      }
    }
    CHECK(unfilled == gaps_in(ran.files.front().bytes));
    CHECK(unfilled > 0);
    ++tried;
  }
  CHECK(tried >= 14);
}

TEST_CASE("new: what the office itself begins with") {
  const Ran ran = run_brm_on({}, {"new", "office", "our-office"});
  REQUIRE(ran.files.size() == 1);
  CHECK(ran.files.front().path == "brm.yaml");
  CHECK(ran.files.front().how == Writing::create);
}

TEST_CASE("new: nothing is begun where a link leads away, or not all can be read") {
  const TemporaryFolder folder;
  folder.make_folder("records");
  folder.make_folder("elsewhere");
  folder.write("records/brm.yaml",
               "kind: office\nid: office\ntitle: O\njurisdiction: J\ncurrency: USD\n");
  folder.link("records/people", folder.at("elsewhere"));
  const Ran ran = run_brm({"-C", folder.at("records"), "new", "person", "jo"});
  CHECK(ran.status == 2);
  CHECK(ran.files.empty());
  CHECK(ran.err.find("people: is a symbolic link, which brm does not follow") != std::string::npos);
  CHECK(ran.err.find("not everything could be read, so nothing was written") != std::string::npos);
}

}  // namespace brm::test
