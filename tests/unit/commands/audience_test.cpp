// Nothing of a record that is left out for an audience reaches any format of any command.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/all_kinds.h"
#include "model/audience.h"
#include "model/people_fields.h"
#include "read/find_git.h"
#include "read/read_portfolio.h"
#include "render/export.h"
#include "render/graph.h"
#include "render/workbook.h"
#include "reports/report.h"
#include "support/run.h"
#include "unit/history/git_records.h"

namespace brm::test {
namespace {

const std::string folder = "examples/office";

/// A folder in which what is kept names what is left out by reference alone.
std::map<std::string, std::string> two_circles(const std::string& summary = "Went well.") {
  return {
      {"brm.yaml",
       "kind: office\nid: hidden-office\ntitle: Veiled Office\njurisdiction: X\ncurrency: USD\n"
       "goals: [{id: silent-goal, statement: Nobody knows}]\npolicy: {rating_days: 10}\n"},
      {"dhhs.yaml",
       "kind: relationship\nid: dhhs\ntitle: Department of Health\ntype: agency\ntier: "
       "strategic\nmanager: jane-doe\naudience: public\nadvice:\n  - {date: 2026-06-01, from: "
       "partner, about: change, refs: [secret-work/deal], came_of_it: Done.}\nreviews:\n  - "
       "{date: 2026-06-01, held_by: jane-doe, summary: \"" +
           summary + "\"}\n"},
      {"jane-doe.yaml",
       "kind: person\nid: jane-doe\ntitle: Jane Q. Doe\nrole: Manager\naudience: internal\n"},
      {"secret-work.yaml",
       "kind: initiative\nid: secret-work\ntitle: Project Nightjar\ntype: project\nstatus: "
       "active\naudience: restricted\nend: 2026-08-01\nparties: [{relationship: dhhs, role: "
       "sponsor}]\nrisks:\n"
       "  - {id: deal, event: It leaks, likelihood: {scale: 5}, impact: {scale: 5}, response: "
       "[mitigate], managed_by: dhhs, status: open}\n"
       "  - {id: cost, event: It costs more, likelihood: {percent: 50}, impact: {amount: 9000}, "
       "response: [mitigate], managed_by: dhhs, common_cause: dhhs, status: open, "
       "shares: [{relationship: dhhs, percent: 100}]}\n"},
      {"open-work.yaml",
       "kind: initiative\nid: open-work\ntitle: Open work\ntype: project\nstatus: active\n"
       "audience: public\nparent: secret-work\ngoals: [silent-goal]\nparties: [{relationship: "
       "dhhs, role: sponsor}]\noutcomes:\n  - {id: it, title: It changes, owner: jane-doe, "
       "beneficiary: dhhs}\n"}};
}

/// Single words too: a narrow column parts a name from the rest of it.
const std::vector<std::string> secrets{
    "hidden-office", "Veiled",   "silent-goal", "Nobody knows",  "jane-doe", "Jane Q. Doe",
    "secret-work",   "Nightjar", "It leaks",    "It costs more", "Jane"};

Ran ask(const std::string& audience, std::vector<std::string> words,
        const std::string& summary = "Went well.") {
  words.insert(words.end(), {"--audience", audience, "--as-of", "2026-07-08"});
  return run_brm_on(two_circles(summary), std::move(words));
}

using Words = std::vector<std::string>;

/// All that was said, also into files, with nothing between what was written in one piece: no soft
/// line break of a mail, no folded line of a calendar, no wrapped one.
std::string all_of(const Ran& ran) {
  std::string out = ran.out + ran.err;
  for (const OutputFile& file : ran.files) out += file.bytes;
  for (const std::string between : {"=\r\n", "=\n", "\r\n "}) {
    for (std::size_t at = out.find(between); at != std::string::npos; at = out.find(between, at)) {
      out.erase(at, between.size());
    }
  }
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\r'; };
  std::replace_if(out.begin(), out.end(), is_blank, ' ');
  const auto are_blank = [](char a, char b) { return a == ' ' && b == ' '; };
  out.erase(std::unique(out.begin(), out.end(), are_blank), out.end());
  return out;
}

/// With each of its options, as far as they name no record; one that names a person names `person`.
void add_report(const Report& report, const std::string& party, const std::string& person,
                const std::string& format, std::vector<Words>& out) {
  const Words plain{"report", std::string(report.name), "--format", format};
  const auto add = [&](const Words& more) {
    out.push_back(plain);
    out.back().insert(out.back().end(), more.begin(), more.end());
  };
  if (report.subject != nullptr) return add({party});
  add({});
  if (report.simulates == Simulates::yes) add({"--simulate", "100"});
  for (const ReportOption* option : report.options) {
    const std::string name = "--" + std::string(option->name);
    if (option->names == nullptr) add({name});
    if (option->names == &kinds::person && !person.empty()) add({name, person});
  }
}

/// From the `first` on.
void put_into_files(std::vector<Words>& questions, std::size_t first) {
  for (std::size_t i = first; i < questions.size(); ++i) {
    questions[i].insert(questions[i].end(), {"-o", "answer"});
  }
}

/// Every command that prints something of records, in every format.
std::vector<Words> questions(const Words& ids, const std::string& party,
                             const std::string& person = "") {
  std::vector<Words> out;
  for (const Format& format : document_formats()) {
    const std::size_t first = out.size();
    const std::string name(format.words.name);
    for (const Report* report : all_reports()) add_report(*report, party, person, name, out);
    for (const Kind* kind : all_kinds()) {
      out.push_back({"list", std::string(kind->plural), "--format", name});
    }
    for (const std::string& id : ids) out.push_back({"show", id, "--format", name});
    if (is_for_files(format.words)) put_into_files(out, first);
  }
  for (const Format& format : agenda_formats()) {
    out.push_back({"agenda", "--within", "1y", "--format", std::string(format.words.name)});
    if (is_for_files(format.words)) put_into_files(out, out.size() - 1);
  }
  for (const GraphFormat& format : graph_formats()) {
    out.push_back({"graph", "--format", std::string(format.words.name)});
  }
  for (const ExportFormat& format : export_formats()) {
    const std::string name(format.words.name);
    for (const Kind* kind : all_kinds()) {
      if (format.render == nullptr && kind != &kinds::risk) continue;
      out.push_back({"export", std::string(kind->plural), "--format", name, "-o", "out"});
    }
    if (format.holds_several) out.push_back({"export", "all", "--format", name, "-o", "out"});
  }
  for (const Kind* kind : all_kinds()) out.push_back({"count", std::string(kind->plural)});
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word + " ";
  return out;
}

}  // namespace

TEST_CASE("audience: nothing left out reaches any report, list or show, in any format") {
  std::set<std::string> telling;  // commands and formats in which it is found where it may be
  for (const auto& words : questions({"dhhs", "open-work", "open-work/it"}, "dhhs")) {
    const Ran ran = ask("public", words);
    const std::string what = joined(words);
    CHECK_MESSAGE(ran.status == 0, what << ran.err);
    const std::string said = all_of(ran);
    CHECK_MESSAGE(said.find("3 records are not public and left out") != std::string::npos, what);
    const std::string all = all_of(ask("restricted", words));
    for (const std::string& secret : secrets) {
      CHECK_MESSAGE(said.find(secret) == std::string::npos, what << secret);
      const auto format = std::find(words.begin(), words.end(), "--format");
      if (format != words.end() && all.find(secret) != std::string::npos) {
        telling.insert(words.front() + " " + *(format + 1));
      }
    }
  }
  // Six formats of reports, lists and records, and those of agenda, graph and export: each says
  // it where it may, so that it would be found where it may not.
  const std::size_t documents = 3 * document_formats().size();
  CHECK(telling.size() ==
        documents + agenda_formats().size() + graph_formats().size() + export_formats().size());
}

TEST_CASE("audience: what changed, and how figures went, tell no more than what is") {
  GitRecords records;
  for (const auto& [path, bytes] : two_circles()) records.write(path, bytes);
  records.commit_all("2026-06-01");
  for (auto [path, bytes] : two_circles("Went better.")) {
    const std::size_t event = bytes.find("It leaks");
    if (event != std::string::npos) bytes.replace(event, 8, "It leaks and leaks");
    records.write(path, bytes);
  }
  records.commit_all("2026-07-01");
  Setting setting;
  setting.git = find_git(records.path());
  std::vector<Words> asked;
  for (const Format& format : document_formats()) {
    const std::string name(format.words.name);
    const std::size_t first = asked.size();
    asked.push_back({"diff", "HEAD~1", "--format", name});
    asked.push_back({"diff", "HEAD~1", "HEAD", "--format", name});
    asked.push_back({"report", "weekly", "--since", "2026-06-02", "--format", name});
    for (const Report* report : all_reports()) {
      if (report->trend == nullptr) continue;
      asked.push_back({"report", std::string(report->name), "--trend", "month", "--format", name});
    }
    if (is_for_files(format.words)) put_into_files(asked, first);
  }
  for (const Words& words : asked) {
    Words arguments{"-C", records.path(), "--audience", "public", "--as-of", "2026-07-08"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const Ran ran = run_brm(arguments, setting);
    const std::string what = joined(words);
    CHECK_MESSAGE(ran.status == 0, what << ran.err);
    const std::string said = all_of(ran);
    for (const std::string& secret : secrets) {
      CHECK_MESSAGE(said.find(secret) == std::string::npos, what << secret);
    }
  }
}

TEST_CASE("audience: what is public in one of two states alone is left out of both") {
  for (const bool was_public : {false, true}) {
    GitRecords records;
    auto files = two_circles();
    auto opened = files;
    std::string& work = opened.at("secret-work.yaml");
    work.replace(work.find("restricted"), 10, "public");
    for (std::string* text : {&files.at("open-work.yaml"), &opened.at("open-work.yaml")}) {
      text->replace(text->find("parent: secret-work\n"), 20, "");
    }
    // Whoever may read it may name it.
    opened.at("dhhs.yaml")
        .replace(opened.at("dhhs.yaml").find("Went well."), 10, "All about secret-work.");
    for (auto* state : {&files, &opened}) {
      const bool is_old = (state == &opened) == was_public;
      std::string& status = state->at("open-work.yaml");
      if (!is_old) status.replace(status.find("status: active"), 14, "status: paused");
    }
    for (const auto& [path, bytes] : was_public ? opened : files) records.write(path, bytes);
    records.commit_all("2026-06-01");
    for (const auto& [path, bytes] : was_public ? files : opened) records.write(path, bytes);
    Setting setting;
    setting.git = find_git(records.path());
    setting.today = "2026-07-08";
    for (const std::string format : {"text", "json", "csv", "html"}) {
      Words asked{"-C", records.path(), "--audience", "public", "diff", "HEAD", "--format", format};
      if (format == "csv") asked.insert(asked.end(), {"--table", "statuses"});
      const Ran ran = run_brm(asked, setting);
      CHECK_MESSAGE(ran.status == 0, ran.err);
      const std::string said = all_of(ran);
      for (const std::string& secret : secrets) {
        CHECK_MESSAGE(said.find(secret) == std::string::npos, format << secret);
      }
      CHECK(said.find("paused") != std::string::npos);
      const std::string where = was_public ? "in HEAD: 1 record is not public in the folder"
                                           : "in the folder: 1 record is not public in HEAD";
      CHECK_MESSAGE(said.find(where) != std::string::npos, said);
    }
    const Ran week = run_brm(
        {"-C", records.path(), "--audience", "public", "report", "weekly", "--since", "HEAD"},
        setting);
    CHECK_MESSAGE(week.status == 0, week.err);
    for (const std::string& secret : secrets) {
      CHECK_MESSAGE(all_of(week).find(secret) == std::string::npos, secret);
    }
    CHECK(week.out.find("1 status") != std::string::npos);
    CHECK(week.out.find("left out here, too") != std::string::npos);
  }
}

TEST_CASE(
    "audience: what named a record left out, and no longer does, is no reason to say nothing") {
  GitRecords records;
  for (const auto& [path, bytes] : two_circles("All about secret-work."))
    records.write(path, bytes);
  records.commit_all("2026-06-01");
  std::map<std::string, std::string> files = two_circles();
  std::string& party = files.at("dhhs.yaml");
  party.replace(party.find("reviews:"), 8, "status: exiting\nx-reviews:");
  for (const auto& [path, bytes] : files) records.write(path, bytes);
  Setting setting;
  setting.git = find_git(records.path());
  const Ran ran = run_brm({"-C", records.path(), "--audience", "public", "diff", "HEAD"}, setting);
  CHECK_MESSAGE(ran.status == 0, ran.err);
  CHECK(all_of(ran).find("secret-work") == std::string::npos);
  CHECK(ran.out.find("exiting") != std::string::npos);
  CHECK(ran.out.find("1 row that names a record left out is left out, too") != std::string::npos);
}

TEST_CASE("audience: each sees what it may, and is told how much it does not see") {
  const auto count = [](const std::string& audience) {
    return ask(audience, {"list", "initiatives"}).out;
  };
  CHECK(count("public").find("3 records are not public and left out") != std::string::npos);
  CHECK(count("internal").find("1 record is restricted and left out") != std::string::npos);
  CHECK(count("internal").find("Nightjar") == std::string::npos);
  CHECK(count("restricted").find("Project Nightjar") != std::string::npos);
  CHECK(count("restricted").find("left out") == std::string::npos);
  CHECK(ask("public", {"count", "people"}).out == "0\n");
  CHECK(ask("public", {"count", "people"}).err == "brm: 3 records are not public and left out\n");
  CHECK(ask("internal", {"count", "people"}).out == "1\n");
}

TEST_CASE("audience: a record left out is one that is not there") {
  const Ran shown = ask("public", {"show", "secret-work"});
  CHECK(shown.status == 2);
  CHECK(shown.out.empty());
  CHECK(shown.err.find("Nightjar") == std::string::npos);
  CHECK(ask("public", {"get", "dhhs.manager"}).out.empty());
  CHECK(ask("internal", {"get", "dhhs.manager"}).out == "jane-doe\n");
}

TEST_CASE("audience: the policy of an office left out still judges") {
  const Reading reading = read_portfolio(MemoryFolder(two_circles()), {.audience = Audience::open});
  REQUIRE(reading.portfolio.office() != nullptr);
  CHECK(reading.portfolio.office()->id().empty());
  CHECK(Policy(reading.portfolio.office()).whole<"rating_days">() == 10);
  CHECK(reading.left_out == 3);
}

TEST_CASE("audience: a text that tells is refused, with its place and without what it tells") {
  for (const std::string text : {"See secret-work for more.", "As in project  NIGHTJAR, last year.",
                                 "Ask jane-doe.", "secret-work/deal"}) {
    const Ran ran = ask("public", {"show", "dhhs"}, text);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("dhhs.yaml:11") != std::string::npos);
    for (const std::string& secret : secrets) {
      CHECK_MESSAGE(ran.err.find(secret) == std::string::npos, ran.err);
    }
  }
  for (const std::string text :
       {"The secret-works are closed.", "Project Nightjars.", "my-jane-doe"}) {
    CHECK_MESSAGE(ask("public", {"show", "dhhs"}, text).status == 0, text);
  }
  CHECK(ask("public", {"get", "dhhs.reviews.summary"}, "See secret-work.").status == 2);
  CHECK(ask("public", {"list", "initiatives"}, "See secret-work.").status == 0);
}

TEST_CASE("audience: an id that is the name of a kind tells nothing") {
  const std::map<std::string, std::string> files{
      {"brm.yaml", "kind: office\nid: office\ntitle: Veiled\njurisdiction: X\ncurrency: USD\n"}};
  const Ran ran = run_brm_on(files, {"report", "practice", "--audience", "public"});
  CHECK(ran.status == 0);
  CHECK(ran.out.find("Veiled") == std::string::npos);
}

TEST_CASE("audience: what could not be read is counted, and neither named nor quoted") {
  auto files = two_circles();
  files["secret-plan.yaml"] = "kind: initiative\nid: secret-plan\ntitle: [Nightjar two\n";
  const Ran ran = run_brm_on(files, {"list", "initiatives", "--audience", "public"});
  CHECK(ran.status == 2);
  CHECK((ran.out + ran.err).find("secret-plan") == std::string::npos);
  CHECK((ran.out + ran.err).find("Nightjar") == std::string::npos);
  CHECK(ran.err.find("could not be read") != std::string::npos);
}

TEST_CASE("audience: check reads files themselves, so it has none") {
  const Ran ran = ask("public", {"check"});
  CHECK(ran.status == 2);
  CHECK(ran.err.find("check") != std::string::npos);
  CHECK(ask("secret", {"list", "people"}).status == 2);
}

TEST_CASE("audience: the example keeps its restricted records out of everything internal") {
  const Ran listed =
      run_brm({"-C", source_path(folder), "list", "initiatives", "--format", "json"});
  REQUIRE(listed.out.find("A model that finds false claims") != std::string::npos);
  for (const auto& words : questions({"hosting-move", "scoring-models", "technology-council"},
                                     "halvorsen-kade", "owen-prudhomme")) {
    auto arguments = words;
    arguments.insert(arguments.end(), {"-C", source_path(folder), "--as-of", "2026-07-08",
                                       "--audience", "internal"});
    const Ran ran = run_brm(arguments);
    const std::string what = joined(words);
    CHECK_MESSAGE(ran.status == 0, what << ran.err);
    for (const std::string secret :
         {"corvane-analytics", "Corvane Analytics", "A model that finds false claims",
          "initiatives/fraud-model", " fraud-model", "\"fraud-model", "fraud-model/"}) {
      CHECK_MESSAGE(all_of(ran).find(secret) == std::string::npos, what << secret);
    }
  }
}

TEST_CASE("audience: what cannot be read is for the fewest") {
  const auto listed = [](const std::string& line, const std::string& audience) {
    const std::map<std::string, std::string> files{
        {"it.yaml", "kind: initiative\nid: it\ntitle: Nightjar\ntype: project\nstatus: active\n" +
                        line + "\nparties: [{relationship: dhhs, role: sponsor}]\n"}};
    const Ran ran = run_brm_on(files, {"list", "initiatives", "--audience", audience});
    return ran.out.find("Nightjar") != std::string::npos;
  };
  for (const std::string line :
       {"audience: Restricted", "audience: RESTRICTED", "audience: restrictd",
        "audience: confidential", "audience: \"restricted \"", "audience: [restricted]",
        "audience: {who: restricted}", "Audience: restricted", "audeince: restricted",
        "audience: #restricted", "audience: public\nAudience: restricted",
        "audience: public\naudeince: restricted", "audience: Public",
        "risks: [{id: r, event: e, audience: restricted}]"}) {
    CHECK_MESSAGE(!listed(line, "internal"), line);
    CHECK_MESSAGE(listed(line, "restricted"), line);
  }
  for (const std::string line : {"audience:", "x-audience: restricted", "audience: internal",
                                 "audience: public", "notes: audience"}) {
    CHECK_MESSAGE(listed(line, "internal"), line);
  }
}

}  // namespace brm::test
