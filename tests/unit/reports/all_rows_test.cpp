// People are shown the beginning of a long table; programs have all of it, and people are told how
// much that is.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>

#include "reports/report.h"
#include "support/run.h"

namespace brm::test {
namespace {

using Json = nlohmann::json;
using Files = std::map<std::string, std::string>;

/// Behind the titles; a line feed within quotation marks ends no row.
std::size_t rows_of_csv(const std::string& csv) {
  std::size_t rows = 0;
  bool is_quoted = false;
  for (const char c : csv) {
    if (c == '"') is_quoted = !is_quoted;
    if (c == '\n' && !is_quoted) ++rows;
  }
  return rows - 1;
}

/// A folder where every list is longer than a page.
Files crowded() {
  Files files;
  std::string promises = "promises:\n";
  std::string advice = "advice:\n";
  for (int i = 10; i < 30; ++i) {
    const std::string number = std::to_string(i);
    promises += "  - {id: p" + number + ", by: us, text: To do it, due: 2026-05-" + number + "}\n";
    promises +=
        "  - {id: q" + number + ", by: partner, text: To do it, due: 2026-05-" + number + "}\n";
    advice += "  - {date: 2026-05-" + number +
              ", from: partner, about: strategy, text: \"One line,\\nand another\"}\n";
    files["relationships/r" + number + ".yaml"] =
        "kind: relationship\nid: r" + number + "\ntitle: R" + number +
        "\ntype: agency\ntier: strategic\nmanager: jane-doe\ncadence: monthly\n"
        "reviews: [{date: 2026-01-05}]\n";
    files["initiatives/i" + number + ".yaml"] =
        "kind: initiative\nid: i" + number + "\ntitle: I" + number +
        "\ntype: project\nstatus: active\ntags: [data]\nstart: 2026-05-01\nend: 2026-05-" + number +
        "\nparties: [{relationship: parks, role: sponsor}]\nlessons:\n  - {id: l, date: 2026-05-" +
        number + ", observation: O, insight: I, recommendation: R, applies_to: [data]}\n";
  }
  files["people/jane-doe.yaml"] = "kind: person\nid: jane-doe\nrole: Manager\n";
  std::string& work = files["initiatives/i10.yaml"];
  work += "risks:\n";
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    work += std::string("  - {id: ") + id +
            ", event: It is late, likelihood: {percent: 1}, impact: {amount: 10}, response: "
            "[mitigate], managed_by: jane-doe, status: open}\n";
  }
  files["relationships/parks.yaml"] =
      "kind: relationship\nid: parks\ntitle: Parks\ntype: agency\ntier: strategic\n"
      "manager: jane-doe\n" +
      promises + advice;
  return files;
}

struct Asked {
  std::string name;
  std::vector<std::string> more;
};

std::vector<Asked> all_asked(const std::string& subject) {
  std::vector<Asked> out;
  for (const Report* report : all_reports()) {
    out.push_back({std::string(report->name), {}});
    if (report->subject != nullptr) out.back().more.push_back(subject);
  }
  return out;
}

/// Looks at all tables of a report; how many of them people saw only the beginning of.
template <class Run>
std::size_t check_report(const Asked& asked, const Run& run) {
  const auto ask = [&](const std::vector<std::string>& options) {
    std::vector<std::string> words{"report", asked.name};
    words.insert(words.end(), asked.more.begin(), asked.more.end());
    words.insert(words.end(), options.begin(), options.end());
    const Ran ran = run(words);
    REQUIRE_MESSAGE(ran.status == 0, ran.err);
    return ran.out;
  };
  std::vector<std::size_t> sizes;
  const Json json = Json::parse(ask({"--format", "json"}));
  for (const auto& [key, value] : json.items()) {
    const bool is_table = value.is_array() && key != "notices";
    if (!is_table) continue;
    CAPTURE(key);
    CHECK(rows_of_csv(ask({"--format", "csv", "--table", key})) == value.size());
    sizes.push_back(value.size());
  }
  std::string text = ask({});
  std::replace(text.begin(), text.end(), '\n', ' ');
  const std::regex cut("ere the first ([0-9]+) of ([0-9]+)");
  std::size_t found = 0;
  for (std::sregex_iterator each(text.begin(), text.end(), cut); each != std::sregex_iterator();
       ++each, ++found) {
    CAPTURE(each->str());
    const std::size_t all = std::stoul((*each)[2]);
    CHECK(std::stoul((*each)[1]) < all);
    CHECK(std::find(sizes.begin(), sizes.end(), all) != sizes.end());
  }
  return found;
}

/// `a/b, a/c`
std::size_t names_in(const Json& cell) {
  if (cell.is_null()) return 0;
  const auto text = cell.get<std::string>();
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
}

std::size_t size_of(const Ran& ran, const std::string& key) {
  return Json::parse(ran.out).at(key).size();
}

}  // namespace

TEST_CASE("reports: no table has fewer rows in one format for programs than in another") {
  for (const Asked& asked : all_asked("labor")) {
    CAPTURE(asked.name);
    check_report(asked, [](std::vector<std::string> words) {
      words.insert(words.begin(), {"-C", source_path("examples/office"), "--as-of", "2027-11-24"});
      return run_brm(words);
    });
  }
}

TEST_CASE("reports: of names that people are told the first of, programs have all") {
  const Ran handover =
      run_brm_on(crowded(), {"report", "handover", "--leaving", "jane-doe", "--format", "json"});
  const Json holdings = Json::parse(handover.out).at("holdings");
  std::size_t cut = 0;
  for (const Json& row : holdings) {
    const bool is_of_parts = !row.at("addresses").is_null();
    if (is_of_parts) CHECK(names_in(row.at("addresses")) == row.at("count"));
    if (is_of_parts && row.at("things").dump().find(" more") != std::string::npos) ++cut;
  }
  CHECK(cut == 1);
  const Ran vendors = run_brm({"-C", source_path("examples/office"), "--as-of", "2027-11-24",
                               "report", "vendors", "--format", "json"});
  const Json practice = Json::parse(vendors.out).at("practice");
  cut = 0;
  for (const Json& row : practice) {
    const int lacking = row.at("of").get<int>() - row.at("found").get<int>();
    CHECK(names_in(row.at("all_lacking")) == static_cast<std::size_t>(lacking));
    if (row.at("lacking").dump().find(" more") != std::string::npos) ++cut;
  }
  CHECK(cut > 0);
}

TEST_CASE("reports: what people are shown the first of, programs have all of") {
  const Files files = crowded();
  const auto run = [&](const std::vector<std::string>& words) { return run_brm_on(files, words); };
  std::map<std::string, std::size_t> cut;
  for (const Asked& asked : all_asked("parks")) {
    CAPTURE(asked.name);
    cut[asked.name] = check_report(asked, run);
  }
  CHECK(cut["weekly"] == 2);
  CHECK(cut["practice"] == 1);
  CHECK(cut["brief"] >= 4);
  CHECK(cut["lessons"] == 1);
  const Ran weekly = run({"report", "weekly", "--format", "json"});
  const Ran agenda = run({"agenda", "--within", "30d", "--format", "json"});
  CHECK(size_of(weekly, "overdue") + size_of(weekly, "ahead") + size_of(weekly, "corrections") ==
        size_of(agenda, "clocks"));
  CHECK(size_of(weekly, "quiet") == 20);
  CHECK(size_of(run({"report", "practice", "--format", "json"}), "coverage_gaps") == 21);
  const Ran brief = run({"report", "brief", "parks", "--format", "json"});
  CHECK(size_of(brief, "promises") == 40);
  CHECK(size_of(brief, "initiatives") == 20);
  CHECK(size_of(brief, "advice") == 20);
  // Each of 20 that were begun this year could use the lessons of the 19 others.
  CHECK(size_of(run({"report", "lessons", "--format", "json"}), "fitting") == 20 * 19);
}

}  // namespace brm::test
