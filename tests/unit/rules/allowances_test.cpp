// What a record accepts of what is wrong with it, from which day to which.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "support/run.h"

namespace brm::test {
namespace {

const std::string record =
    "kind: relationship\nid: dhhs\ntitle: Human Services\ntype: agency\ntier: strategic\n"
    "manager: jane-doe\nshared_purpose: Families get help in days.\ncadence: quarterly\n";

/// The rules found as warnings or errors, in their order, and how many findings were accepted.
std::string found(const std::string& text, const std::string& as_of = "2026-07-08") {
  const Ran ran = run_brm_on({{"relationships/dhhs.yaml", text}},
                             {"--as-of", as_of, "check", "--format", "json"});
  const auto page = nlohmann::json::parse(ran.out);
  std::string out;
  for (const auto& finding : page["findings"]) {
    if (finding["severity"] != "note") out += finding["rule"].get<std::string>() + " ";
  }
  return out + std::to_string(page["counts"]["allowed"].get<int>());
}

std::string allowing(const std::string& rest) { return record + "x-allow:\n  - {" + rest + "}\n"; }

const std::string until_july = "rule: no-executive-sponsor, until: 2026-07-08";

}  // namespace

TEST_CASE("allowances: a finding is accepted to the end of the last day, with a reason") {
  CHECK(found(record) == "no-executive-sponsor 0");
  const std::string allowed = allowing(until_july + ", because: being recruited");
  CHECK(found(allowed) == "1");
  CHECK(found(allowed, "2026-07-09") == "no-executive-sponsor expired-allowance 0");
  CHECK(found(allowing(until_july)) == "no-executive-sponsor unreasoned-allowance 0");
  CHECK(found(allowing(until_july + ", because: \"  \"")) ==
        "no-executive-sponsor unreasoned-allowance 0");
}

TEST_CASE("allowances: one that nothing needs, or that names no rule, is a finding") {
  const std::string sponsored = "executive_sponsor: ann-park\n";
  CHECK(found(sponsored + allowing(until_july + ", because: x")) == "needless-allowance 0");
  CHECK(found(allowing("rule: no-exective-sponsor, until: 2026-07-08, because: x")) ==
        "no-executive-sponsor unknown-rule 0");
  CHECK(found(allowing("rule: no-executive-sponsor, because: x")) ==
        "no-executive-sponsor missing-field 0");
}

TEST_CASE("allowances: what loses data, and what guards them, is never silent") {
  CHECK(found(allowing("rule: bad-date, until: 2026-07-08, because: x") +
              "reviewed: 2026-02-30\n") == "unsilenceable-rule bad-date 0");
  CHECK(found(allowing("rule: needless-allowance, until: 2026-07-08, because: x")) ==
        "no-executive-sponsor unsilenceable-rule 0");
}

TEST_CASE("allowances: two records of one id are told whatever is allowed") {
  const std::string allowed = allowing("rule: duplicate-id, until: 2026-07-08, because: x");
  const Ran ran =
      run_brm_on({{"relationships/a.yaml", allowed}, {"relationships/dhhs.yaml", allowed}},
                 {"--as-of", "2026-07-08", "check"});
  CHECK(ran.status == 1);
  CHECK(ran.out.find("two records have the id `dhhs` [duplicate-id]") != std::string::npos);
  CHECK(ran.out.find("`duplicate-id` says that two records cannot be told apart") !=
        std::string::npos);
  CHECK(ran.out.find("accepted") == std::string::npos);
}

TEST_CASE("allowances: in a part they are refused, and say where they belong") {
  const Ran ran = run_brm_on(
      {{"relationships/dhhs.yaml",
        record + "promises:\n  - {id: a, by: us, text: b, due: 2030-01-01, x-allow: []}\n"}},
      {"check"});
  CHECK(ran.out.find("`x-allow` is no field of promise [unknown-key]") != std::string::npos);
  CHECK(ran.out.find("help: it stands in the record itself, beside its `id`") != std::string::npos);
}

TEST_CASE("allowances: the closing line counts what was accepted") {
  const Ran ran =
      run_brm_on({{"relationships/dhhs.yaml", allowing(until_july + ", because: being recruited")}},
                 {"--as-of", "2026-07-08", "check"});
  CHECK(lines_of(ran.out).back().ends_with("; 1 accepted by x-allow"));
}

}  // namespace brm::test
