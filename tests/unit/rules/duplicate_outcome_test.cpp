// What is said of outcomes that agencies promise apart, few of them and many.
#include <fmt/format.h>

#include "unit/rules/checked.h"

namespace brm::test {
namespace {

using Agencies = std::vector<std::string>;

/// The message where each of these works promises the same for its agencies.
std::string said(const std::vector<Agencies>& works) {
  std::map<std::string, std::string> files;
  char id = 'q';
  for (const Agencies& agencies : works) {
    std::string parties;
    for (const std::string& agency : agencies) {
      parties += fmt::format("  - {{relationship: {}, role: sponsor}}\n", agency);
      files[agency + ".yaml"] = fmt::format(
          "kind: relationship\nid: {0}\ntitle: {0}\ntype: agency\n"
          "tier: transactional\nmanager: jane-doe\n",
          agency);
    }
    files[fmt::format("{}.yaml", id)] = fmt::format(
        "kind: initiative\nid: {}\ntitle: W\ntype: project\nstatus: active\nparties:\n{}"
        "outcomes:\n  - {{id: it, title: Calls about lost passwords fall}}\n",
        id, parties);
    ++id;
  }
  return Checked(files, date_of("2026-07-08")).message_of("duplicate-outcome");
}

}  // namespace

TEST_CASE("duplicate outcome: it names who promises, three at most") {
  CHECK(said({{"a"}, {"b", "c"}}) ==
        "`a` promises here nearly what `b` and `c` promise in `r/it`, and no agency is in both");
  CHECK(said({{"a"}, {"b", "c", "d"}})
            .starts_with("`a` promises here nearly what `b`, `c` and `d` promise in `r/it`"));
  CHECK(said({{"a"}, {"b", "c", "d", "e"}})
            .starts_with("`a` promises here nearly what `b` and 3 more promise in `r/it`"));
}

TEST_CASE("duplicate outcome: all that are alike make one finding") {
  CHECK(said({{"a"}, {"b"}, {"c"}}) ==
        "`a` promises here nearly what `b` promises in `r/it`, and no agency is in both; 1 more "
        "outcome is like it");
  CHECK(said({{"a"}, {"b"}, {"c"}, {"d"}}).ends_with("; 2 more outcomes are like it"));
  CHECK(said({{"a"}, {"a"}}).empty());
}

}  // namespace brm::test
