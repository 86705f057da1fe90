// What a report over some of the records says of those it was not asked about, and to readers who
// may not see all: nothing.
#include <doctest/doctest.h>

#include "reports/report.h"
#include "support/run.h"

namespace brm::test {
namespace {

Ran ask(const std::string& report, const std::vector<std::string>& options) {
  std::vector<std::string> words{"-C", source_path("examples/office"), "report", report};
  words.insert(words.end(), options.begin(), options.end());
  return run_brm(words);
}

bool says(const Ran& ran, std::string_view text) { return ran.out.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("reports: the condition stands in the title and in json, and nowhere without one") {
  const Ran some = ask("relationships", {"--where", "tier = conditional"});
  CHECK(some.status == 0);
  CHECK(says(some, "only relationships where tier = conditional"));
  CHECK(says(some, "Of those asked for: no relationship is neglected"));
  CHECK(says(ask("relationships", {"--where", "tier = conditional", "--format", "json"}),
             "\"where\": \"tier = conditional\""));
  CHECK_FALSE(says(ask("relationships", {"--format", "json"}), "\"where\""));
  for (const Report* report : all_reports()) {
    if (report->subject != nullptr) continue;
    CHECK_MESSAGE(!says(ask(std::string(report->name), {}), "--where"), report->name);
    const std::string none = report->kind->index_of("id") < report->kind->size()
                                 ? "id = no-such-thing"
                                 : "name = Nobody";
    CHECK_MESSAGE(says(ask(std::string(report->name), {"--where", none}), "where " + none),
                  report->name);
  }
}

TEST_CASE("reports: one that is about one record has nothing to choose among") {
  const Ran ran = ask("brief", {"labor", "--where", "tier = strategic"});
  CHECK(ran.status == 2);
  CHECK(ran.err.find("nothing to choose among") != std::string::npos);
}

TEST_CASE("reports: for an audience nothing is said to be missing, and nothing asked for") {
  const auto for_public = [](const std::string& report) {
    return ask(report, {"--audience", "public"});
  };
  const Ran practice = for_public("practice");
  CHECK(says(practice, "left out for this audience"));
  CHECK(says(practice, "No score"));
  for (const std::string text :
       {"none on record", "nobody mapped", "score, of 100", "keep it so"}) {
    CHECK_MESSAGE(!says(practice, text), text);
  }
  CHECK(says(ask("weekly", {}), "data hygiene"));
  CHECK_FALSE(says(for_public("weekly"), "data hygiene"));
  CHECK(says(for_public("value"), "(no goal, or left out for this audience)"));
  CHECK(says(for_public("risks"), "(nobody named, or left out for this audience)"));
  CHECK_FALSE(says(for_public("horizon"), "write `cio.term.end`"));
  CHECK_FALSE(says(for_public("relationships"), "No promise is on record"));
  // Whoever sees everything is told what is missing.
  CHECK(says(ask("value", {"--audience", "restricted", "--where", "id = no-such-thing"}),
             "Write, for one of them"));
}

}  // namespace brm::test
