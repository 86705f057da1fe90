// Who depends on whom, as the records say it.
#include <doctest/doctest.h>

#include "support/run.h"

namespace brm::test {
namespace {

constexpr std::string_view party =
    "kind: relationship\ntype: agency\ntier: strategic\nmanager: m\n";

std::map<std::string, std::string> files(const std::string& more) {
  return {
      {"a.yaml", std::string(party) + "id: a\ntitle: Agency\n"},
      {"v.yaml", std::string(party) + "id: v\ntitle: Vendor\n"},
      {"w.yaml",
       "kind: initiative\nid: w\ntitle: Work\ntype: project\nstatus: active\nparties:\n" + more}};
}

std::string drawn(const std::map<std::string, std::string>& records,
                  const std::vector<std::string>& arguments = {}) {
  std::vector<std::string> words{"graph"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const Ran ran = run_brm_on(records, words);
  CHECK_MESSAGE(ran.status == 0, ran.err);
  return ran.out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("relation graph: givers lead to the work, and the work to who benefits") {
  const std::string out = drawn(
      files("  - {relationship: v, role: deliverer}\n  - {relationship: a, role: beneficiary}\n"));
  CHECK(has(out, "\"v\" -> \"w\" [label=\"deliverer\"];"));
  CHECK(has(out, "\"w\" -> \"a\" [label=\"beneficiary\"];"));
}

TEST_CASE("relation graph: several roles are one arrow, and a role written twice one word") {
  const std::string out =
      drawn(files("  - {relationship: v, role: funder}\n  - {relationship: v, role: sponsor}\n"
                  "  - {relationship: v, role: funder}\n"));
  CHECK(has(out, "\"v\" -> \"w\" [label=\"funder, sponsor\"];"));
}

TEST_CASE("relation graph: a reference that leads nowhere, or to itself, draws nothing") {
  const std::string out = drawn(files("  - {relationship: nobody, role: funder}\nparent: w\n"));
  CHECK(!has(out, "nobody"));
  CHECK(!has(out, "->"));
  CHECK(has(out, "2 more parties without a part in them"));
}

TEST_CASE("relation graph: the whole and the successor are drawn though --where leaves them out") {
  auto records = files("  - {relationship: v, role: funder}\nparent: whole\n");
  records["whole.yaml"] =
      "kind: initiative\nid: whole\ntitle: Whole\ntype: program\nstatus: active\nparties:\n"
      "  - {relationship: a, role: sponsor}\n";
  const std::string out = drawn(records, {"--where", "title = Work"});
  CHECK(has(out, "\"w\" -> \"whole\" [label=\"part of\", style=dashed];"));
  CHECK(!has(out, "\"a\""));
}

TEST_CASE("relation graph: no name of a record that is not for the audience") {
  auto records = files("  - {relationship: v, role: deliverer}\n");
  records["v.yaml"] += "audience: restricted\n";
  CHECK(!has(drawn(records, {"--audience", "internal"}), "Vendor"));
  records["w.yaml"].replace(records["w.yaml"].find("title: Work"), 11, "title: Vendor");
  const Ran ran = run_brm_on(records, {"graph", "--audience", "internal"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
}

}  // namespace brm::test
