// `brm report NAME --trend` over repositories of the disk, against a checkout of each revision.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "base/date.h"
#include "read/find_git.h"
#include "reports/report.h"
#include "support/run.h"
#include "unit/history/office_records.h"

namespace brm::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Ran brm_in(const std::string& folder, std::vector<std::string> arguments,
           const std::string& today = "2026-07-08") {
  arguments.insert(arguments.begin(), {"-C", folder});
  Setting setting;
  setting.git = find_git(folder);
  setting.today = today;
  return run_brm(arguments, setting);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// The records of the example come, change, move, go and come again in eight commits; the policy
/// changes once, and one day a file cannot be read whole.
class LivingOffice {
 public:
  LivingOffice() {
    const std::vector<std::string> paths = office_files();
    for (const std::string& path : paths) {
      if (!path.starts_with("initiatives/c")) put(path);
    }
    commit("2026-05-13");
    for (const std::string& path : paths) put(path);
    commit("2026-05-20");
    remove("initiatives/permits-online.yaml");
    records.folder().make_folder("records/initiatives/old");
    move("initiatives/hosting-move.yaml", "initiatives/old/hosting-move.yaml");
    commit("2026-05-27");
    put("brm.yaml", office_file("brm.yaml") + "\n");
    commit("2026-06-03");
    put("initiatives/permits-online.yaml");
    put("people/broken.yaml", "kind: person\nid: broken\nrole: R\nsince: soon\n");
    commit("2026-06-10");
    remove("people/broken.yaml");
    commit("2026-06-17");
    move("initiatives/old/hosting-move.yaml", "initiatives/hosting-move.yaml");
    put("brm.yaml", replaced(office_file("brm.yaml"), "currency: USD", "currency: EUR"));
    commit("2026-06-24");
    put("brm.yaml");
    put("initiatives/fraud-model.yaml",
        replaced(office_file("initiatives/fraud-model.yaml"), "status: ", "status: stopped # "));
    commit("2026-07-01");
    put("initiatives/fraud-model.yaml");
  }

  GitRecords records;
  std::string path() const { return records.path("records"); }
  /// A checkout of that commit, made once.
  std::string checkout(const std::string& commit) const {
    const std::string folder = checkouts_.at(commit);
    if (!fs::exists(folder)) {
      records.git("clone -q --shared . '" + folder + "'");
      records.git("-C '" + folder + "' checkout -q --detach " + commit);
    }
    return folder + "/records";
  }

 private:
  TemporaryFolder checkouts_;
  void put(const std::string& path) { put(path, office_file(path)); }
  void put(const std::string& path, const std::string& bytes) {
    records.write("records/" + path, bytes);
  }
  void remove(const std::string& path) { fs::remove(records.path("records/" + path)); }
  void move(const std::string& from, const std::string& to) {
    fs::rename(records.path("records/" + from), records.path("records/" + to));
  }
  void commit(const std::string& day) { records.commit_all(day); }
};

/// The row of a trend beside the summary that the report prints in a checkout.
void compare(const Json& row, const Json& trend, const Json& summary, const std::string& report) {
  std::size_t compared = 0;
  for (const auto& [key, here] : row.items()) {
    if (!summary.contains(key)) continue;
    Json value = here;
    const bool is_money = value.is_object() && summary[key].is_object();
    if (is_money && value["currency"] != summary[key]["currency"]) {
      // That day the office counted in another currency than it does today.
      for (const Json& other : trend["trend_currencies"]) {
        if (other["day"] == row["day"] && other["figure"] == key) value = other["amount"];
      }
    }
    CAPTURE(report);
    CAPTURE(key);
    CAPTURE(row["day"].get<std::string>());
    CHECK(value == summary[key]);
    ++compared;
  }
  CHECK((compared > 0 || report == "practice"));
}

void compare_with_checkouts(const LivingOffice& office, const std::string& folder,
                            std::vector<std::string> chosen) {
  for (const Report* report : all_reports()) {
    if (report->trend == nullptr) continue;
    const std::string name(report->name);
    if (!chosen.empty() && chosen[1].starts_with("verdict") && name != "outcomes") continue;
    CAPTURE(name);
    std::vector<std::string> asked{"report", name, "--format", "json"};
    asked.insert(asked.end(), chosen.begin(), chosen.end());
    std::vector<std::string> over_time = asked;
    over_time.insert(over_time.end(), {"--trend", "week", "--since", "2026-05-01"});
    const Ran ran = brm_in(folder, over_time);
    CHECK(ran.status == 2);  // one day could not be read whole
    const Json trend = Json::parse(ran.out);
    REQUIRE(trend["trend"].size() == 9);
    for (const Json& row : trend["trend"]) {
      const std::string day = row["day"];
      const bool is_present = row["state"] == "the folder";
      const std::string from = is_present ? folder : office.checkout(row["state"]);
      std::vector<std::string> then = asked;
      then.insert(then.begin(), {"--as-of", day});
      compare(row, trend, Json::parse(brm_in(from, then).out)["summary"], name);
      CHECK(row["short"] == (day == "2026-06-10" ? 1 : 0));
    }
  }
}

/// What an answer says of the trend, without the ids of commits, which hang on every byte.
std::string trend_in(const std::string& answer, const std::string& format) {
  std::string shown = answer;
  if (format == "json") shown = Json::parse(answer)["trend"].dump(1) + "\n";
  const std::size_t begin = format == "html" ? shown.find("Trend, week by week") : 0;
  const std::size_t end = shown.find(format == "html" ? "</section>" : "REPORTED  ", begin);
  if (format == "text" || format == "html") shown = shown.substr(begin, end - begin);
  if (format == "markdown") shown.resize(shown.find("|   # |"));
  return std::regex_replace(shown, std::regex("[0-9a-f]{40}"), "COMMIT");
}

void compare_golden(const std::string& name, const std::string& got) {
  const std::string path = source_path("tests/golden/trend/" + name);
  if (std::getenv("BRM_UPDATE_GOLDEN") != nullptr) write_file(path, got);
  CHECK(got == read_file(path));
}

}  // namespace

TEST_CASE("trend: every day of every report is what the report says in a checkout of that day") {
  const LivingOffice office;
  compare_with_checkouts(office, office.path(), {});
}

TEST_CASE("trend: with a condition, and for an audience, too") {
  const LivingOffice office;
  compare_with_checkouts(office, office.path(), {"--where", "verdict in (missed, off_track)"});
  compare_with_checkouts(office, office.path(), {"--audience", "internal"});
}

TEST_CASE("trend: a record that is the same for long is judged anew whenever a day of it passes") {
  GitRecords records;
  for (const std::string& path : office_files()) records.write(path, office_file(path));
  records.commit_all("2024-12-01");
  const std::vector<std::pair<std::string, std::string>> reports{
      {"outcomes", "id != none"}, {"risks", "event != none"}, {"portfolio", "id != none"}};
  for (int shift = 0; shift < 7; ++shift) {
    const std::string day = to_text(read_date("2026-07-01").date + shift);
    for (const auto& [report, all] : reports) {
      const std::vector<std::string> asked{"--as-of", day,       "report", report,     "--trend",
                                           "week",    "--since", "18m",    "--format", "json"};
      std::vector<std::string> each_day = asked;  // a condition that leaves nothing out
      each_day.insert(each_day.end(), {"--where", all});
      const Json quick = Json::parse(brm_in(records.path(), asked).out);
      const Json slow = Json::parse(brm_in(records.path(), each_day).out);
      REQUIRE(quick["trend"].size() > 70);
      CAPTURE(day);
      CAPTURE(report);
      CHECK(quick["trend"] == slow["trend"]);
    }
  }
}

TEST_CASE("trend: of what nobody has written down no figure is none") {
  GitRecords records;
  records.write("brm.yaml",
                office_file("brm.yaml").substr(0, office_file("brm.yaml").find("risks:")));
  records.write("initiatives/it.yaml",
                "kind: initiative\nid: it\ntitle: It\ntype: project\nstatus: active\n");
  records.commit_all("2026-06-01");
  const auto last = [&](const std::string& report) {
    const Ran ran = brm_in(records.path(), {"report", report, "--trend", "week", "--since",
                                            "2026-06-05", "--format", "json"});
    return Json::parse(ran.out)["trend"].back();
  };
  const Json portfolio = last("portfolio");
  CHECK(portfolio["initiatives"] == 1);
  CHECK(portfolio["evidenced"] == 0);
  CHECK(portfolio["watermelons"].is_null());
  CHECK(portfolio["stale_ratings"].is_null());
  const Json risks = last("risks");
  CHECK(risks["risks"] == 0);
  CHECK(risks["open_threats"].is_null());
  CHECK(risks["above_appetite"].is_null());
  CHECK(last("value")["expected"].is_null());
}

TEST_CASE("trend: as it is written in each format") {
  const LivingOffice office;
  for (const std::string format : {"text", "markdown", "json", "csv", "html"}) {
    const Ran ran = brm_in(office.path(), {"report", "portfolio", "--trend", "week", "--since",
                                           "2026-05-13", "--format", format});
    compare_golden("portfolio." + format, trend_in(ran.out, format));
  }
}

TEST_CASE("trend: what cannot be asked is said, and what helps") {
  const LivingOffice office;
  const auto refused = [&](std::vector<std::string> asked) {
    const Ran ran = brm_in(office.path(), std::move(asked));
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    return ran.err;
  };
  CHECK(says(refused({"report", "weekly", "--trend", "week"}), "the report weekly has no trend"));
  CHECK(says(refused({"report", "risks", "--trend", "weak"}), "did you mean `week`?"));
  CHECK(says(refused({"report", "risks", "--trend", "week", "--since", "1900-01-01"}),
             "there are more than 600 weeks"));
  CHECK(says(refused({"report", "risks", "--trend", "week", "--since", "mian"}),
             "did you mean `main`?"));
  CHECK(says(refused({"report", "risks", "--trend", "week", "--since", "2026-07-09"}),
             "2026-07-09 is after today, 2026-07-08"));
  const std::string alone_since = refused({"report", "risks", "--since", "3m"});
  CHECK(says(alone_since, "--since says from when on a trend goes, and none is asked for"));
  CHECK(says(alone_since, "report risks --trend month --since 3m`"));
  const TemporaryFolder alone;
  alone.write("brm.yaml", office_file("brm.yaml"));
  const Ran without = brm_in(alone.path(), {"report", "risks", "--trend", "week"});
  CHECK(without.status == 2);
  CHECK(says(without.err, "these records are in no git repository"));
}

TEST_CASE("trend: why something could not be read, and that a bare repository has no folder") {
  const LivingOffice office;
  const Ran ran = brm_in(office.path(), {"report", "practice", "--trend", "week"});
  CHECK(ran.status == 2);
  CHECK(says(ran.err,
             "on 1 of 9 days of the trend not everything in the records could be read, and figures "
             "are short of it: first on 2026-06-10 1 file, people/broken.yaml: "));
  const TemporaryFolder elsewhere;
  office.records.git("clone -q --bare . '" + elsewhere.at("bare.git") + "'");
  for (const std::string report : {"weekly", "outcomes"}) {
    std::vector<std::string> asked{"report", report};
    if (report != "weekly") asked.insert(asked.end(), {"--trend", "week"});
    const Ran bare = brm_in(elsewhere.at("bare.git"), asked);
    CHECK(bare.status == 2);
    CHECK(bare.out.empty());
    CHECK(says(bare.err, "bare.git is a bare repository: its records are in its revisions"));
  }
}

TEST_CASE("trend: the folder counts among the days of which something could not be read") {
  const LivingOffice office;
  office.records.write("records/people/broken.yaml", "kind: person\nid: b\nrole: R\nsince: soon\n");
  const Ran ran = brm_in(office.path(), {"report", "portfolio", "--trend", "week", "--since",
                                         "2026-06-20", "--format", "json"});
  CHECK(ran.status == 2);
  CHECK(says(ran.err, "on 1 of 3 days of the trend not everything"));
  const Json days = Json::parse(ran.out)["trend"];
  REQUIRE(days.size() == 3);
  CHECK(days.front()["short"] == 0);
  CHECK(days.back()["short"] == 1);
  const Ran text =
      brm_in(office.path(), {"report", "portfolio", "--trend", "week", "--since", "2026-06-20"});
  CHECK(says(text.out, "2026-07-08 (NOT ALL READ)"));
}

TEST_CASE("trend: each day of which something could not be read is marked in every format") {
  const LivingOffice office;
  const auto asked = [&](const std::string& format) {
    return brm_in(office.path(), {"report", "practice", "--trend", "week", "--format", format});
  };
  // The fifth of nine.
  const Json days = Json::parse(asked("json").out)["trend"];
  REQUIRE(days.size() == 9);
  std::string course;
  for (const Json& day : days) course += day["short"] == 0 ? "·" : "!";
  CHECK(says(course, "·!·"));
  for (const std::string format : {"text", "markdown", "html"}) {
    const std::string out = asked(format).out;
    CHECK_MESSAGE(says(out, course), format << out);
    CHECK(says(out, "files not all read"));
    CHECK(says(out, "on 1 day"));
  }
}

TEST_CASE("trend: where the history begins, or was cut off, is said") {
  const LivingOffice office;
  const Ran whole = brm_in(office.path(), {"report", "outcomes", "--trend", "month"});
  CHECK(says(whole.out, "The first commit is of 2026-05-13."));
  const TemporaryFolder elsewhere;
  office.records.git("clone -q --depth 3 'file://" + office.records.path() + "' '" +
                     elsewhere.at("shallow") + "'");
  const Ran cut =
      brm_in(elsewhere.at("shallow") + "/records", {"report", "outcomes", "--trend", "week"});
  CHECK(says(cut.out, "The history of this clone was cut off at 2026-06-17"));
  CHECK(says(cut.out, "git fetch --unshallow"));
  const Ran first =
      brm_in(office.path(), {"report", "outcomes", "--trend", "week", "--since", "1d"});
  CHECK(first.status == 0);
  CHECK(says(first.out, "There is nothing to compare this day with yet."));
}

}  // namespace brm::test
