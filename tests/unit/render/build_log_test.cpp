#include "render/build_log.h"

#include <doctest/doctest.h>

namespace brm::test {

TEST_CASE("build log: an order is shown and not obeyed") {
  CHECK(for_build_log("::error::x") == "\\x3A:error::x");
  CHECK(for_build_log(" \t::add-mask::x") == " \t\\x3A:add-mask::x");
  CHECK(for_build_log("a ##[error]b #1") == "a \\x23\\x23[error]b \\x231");
  CHECK(for_build_log("##vso[task.x]y") == "\\x23\\x23vso[task.x]y");
  CHECK(for_build_log("##teamcity[x]") == "\\x23\\x23teamcity[x]");
  CHECK(for_build_log("###[group]") == "\\x23\\x23\\x23[group]");
}

TEST_CASE("build log: other text stays as it is") {
  for (const std::string line : {"", "a ::error::b", "# 1 ## 2", "#[x]", "a: b", " : :"}) {
    CHECK(for_build_log(line) == line);
  }
}

TEST_CASE("build log: every line of a text by itself") {
  CHECK(lines_for_build_log("a\n::error::b\n\n ##[c]\nd") ==
        "a\n\\x3A:error::b\n\n \\x23\\x23[c]\nd");
  for (const std::string text : {"", "\n", "a ::b\n", "a\nb", "#\n#\n"}) {
    CHECK(lines_for_build_log(text) == text);
  }
}

}  // namespace brm::test
