// Initiatives: the worst verdict, and what was reported beside what was measured.
#include <fmt/format.h>

#include <set>

#include "unit/assess/judged.h"

namespace brm::test {
namespace {

const std::vector<std::string> worst_first{"missed",    "off_track", "worsening",  "undetermined",
                                           "at_risk",   "stale",     "unmeasured", "no_target",
                                           "too_early", "on_track",  "achieved"};

constexpr int as_of = 60;

/// Fields of an outcome that has this verdict on day 60.
std::string outcome_that_is(const std::string& verdict) {
  const std::map<std::string, std::string> fields{
      {"missed", climb({{50, "50"}}, 40)},
      {"off_track", climb({{20, "5"}, {40, "10"}})},
      {"worsening", climb({{20, "5"}, {40, "-1"}})},
      {"undetermined", climb({{30, "30"}}, 40)},
      {"at_risk", climb({{20, "20"}, {40, "30"}})},
      {"stale",
       "    baseline: {date: 2026-01-01, value: 0}\n"
       "    target: {date: 2026-12-31, value: 100}\n"
       "    indicator: {measure: m, unit: u, direction: increase, frequency: weekly}\n" +
           measured({{40, "40"}})},
      {"unmeasured", climb({})},
      {"no_target", ""},
      {"too_early", climb({{40, "40"}})},
      {"on_track", climb({{20, "20"}, {40, "40"}})},
      {"achieved", climb({{40, "100"}})}};
  return fields.at(verdict);
}

struct Rating {
  int day = 0;
  std::string scale;
  std::string rating;
};

using Words = std::vector<std::string>;

std::string initiative_file(const std::string& id, const Words& verdicts,
                            const std::vector<Rating>& ratings = {}) {
  std::string text =
      "kind: initiative\nid: " + id + "\ntitle: Work\ntype: project\nstatus: active\n";
  text += "parties: [{relationship: dhhs, role: sponsor}]\n";
  if (!ratings.empty()) text += "reported_status:\n";
  for (const Rating& rating : ratings) {
    text += fmt::format("  - {{date: {}, by: cio, scale: {}, rating: {}}}\n", day_text(rating.day),
                        rating.scale, rating.rating);
  }
  if (!verdicts.empty()) text += "outcomes:\n";
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    text += fmt::format("  - id: o{}\n    title: {} {}\n", i, verdicts[i], i);
    text += outcome_that_is(verdicts[i]);
  }
  return text;
}

InitiativeJudgement judge_work(const Words& verdicts, const std::vector<Rating>& ratings,
                               Date on = day(as_of), const std::string& policy = "") {
  std::map<std::string, std::string> files = folder_with("", policy);
  files["initiatives/work.yaml"] = initiative_file("work", verdicts, ratings);
  const Assessed assessed(std::move(files), on);
  for (const Finding& finding : assessed.reading.findings.list()) FAIL_CHECK(finding.message);
  InitiativeJudgement judgement = assessed.initiative("work");
  judgement.worst = nullptr;  // it goes with the records
  judgement.reported.reset();
  return judgement;
}

/// `W`atermelon, `A`vocado, `U`nsupported green, under each of these ratings.
std::string marks(const Words& verdicts, const std::string& scale, const Words& ratings) {
  return each(ratings, [&](const std::string& rating) {
    const InitiativeJudgement judged = judge_work(verdicts, {{as_of, scale, rating}});
    std::string found = judged.is_watermelon ? "W" : "-";
    found += judged.is_avocado ? "A" : "-";
    found += judged.is_unsupported_green ? "U" : "-";
    return found;
  });
}

const Words rag{"green", "amber", "red", "not_published"};
const Words federal{"5", "4", "3", "2", "1", "not_published"};

}  // namespace

TEST_CASE("verdict initiative: the worse of every two verdicts") {
  std::map<std::string, std::string> files;
  for (std::size_t a = 0; a < worst_first.size(); ++a) {
    for (std::size_t b = 0; b < worst_first.size(); ++b) {
      const std::string id = fmt::format("i-{}-{}", a, b);
      files["initiatives/" + id + ".yaml"] = initiative_file(id, {worst_first[a], worst_first[b]});
    }
  }
  const Assessed assessed(std::move(files), day(as_of));
  CHECK(assessed.reading.findings.list().empty());
  for (std::size_t a = 0; a < worst_first.size(); ++a) {
    for (std::size_t b = 0; b < worst_first.size(); ++b) {
      const InitiativeJudgement& judged = assessed.initiative(fmt::format("i-{}-{}", a, b));
      CHECK(to_text(judged.verdict) == worst_first[std::min(a, b)]);
      CHECK(judged.worst->id() == (a <= b ? "o0" : "o1"));  // of equals the first
      CHECK(judged.outcomes == 2);
    }
  }
}

TEST_CASE("verdict initiative: without outcomes, and with all of them") {
  const InitiativeJudgement none = judge_work({}, {});
  CHECK(to_text(none.verdict) == "no_outcome");
  CHECK(none.outcomes == 0);
  CHECK(!none.is_evidenced);
  CHECK(none.reason == "it promises no outcome");
  const Words best_first(worst_first.rbegin(), worst_first.rend());
  for (std::size_t i = 0; i < best_first.size(); ++i) {
    const Words some(best_first.begin(), best_first.begin() + static_cast<int>(i) + 1);
    CHECK(to_text(judge_work(some, {}).verdict) == best_first[i]);
  }
}

TEST_CASE("verdict initiative: evidenced from exactly half of its outcomes on") {
  const std::set<std::string> counting{"achieved", "missed",    "on_track",
                                       "at_risk",  "off_track", "worsening"};
  for (const std::string& word : worst_first) {
    INFO(word);
    CHECK(judge_work({word}, {}).is_evidenced == (counting.count(word) == 1));
    CHECK(judge_work({word}, {}).judged == counting.count(word));
  }
  CHECK(judge_work({"at_risk", "stale"}, {}).is_evidenced);
  CHECK(!judge_work({"at_risk", "stale", "too_early"}, {}).is_evidenced);
  CHECK(judge_work({"at_risk", "stale", "too_early", "missed"}, {}).is_evidenced);
  const Words third{"at_risk", "stale", "too_early"};
  CHECK(judge_work(third, {}, day(as_of), "evidenced_share: 0.33").is_evidenced);
  CHECK(!judge_work(third, {}, day(as_of), "evidenced_share: 0.34").is_evidenced);
}

TEST_CASE("verdict initiative: watermelon is green outside and bad inside") {
  for (const char* bad : {"missed", "off_track", "worsening"}) {
    CHECK(marks({"achieved", bad}, "rag", rag) == "W-- --- --- ---");
  }
  CHECK(marks({"at_risk", "on_track", "undetermined"}, "rag", rag) == "--- --- --- ---");
  CHECK(marks({"missed", "stale", "stale"}, "rag", rag) == "W-U --- --- ---");
  CHECK(marks({"missed"}, "cio_1_5", federal) == "W-- W-- --- --- --- ---");
}

TEST_CASE("verdict initiative: avocado is red outside and good inside") {
  CHECK(marks({"on_track", "achieved"}, "rag", rag) == "--- --- -A- ---");
  CHECK(marks({"on_track", "at_risk"}, "rag", rag) == "--- --- --- ---");
  CHECK(marks({"on_track"}, "cio_1_5", federal) == "--- --- --- -A- -A- ---");
  CHECK(marks({"stale"}, "rag", {"red"}) == "---");  // nothing is measured to be good
  CHECK(marks({}, "rag", {"red"}) == "---");
  for (const char* bad : {"missed", "off_track", "worsening"}) {
    CHECK(marks({"achieved", bad}, "rag", {"red"}) == "---");
  }
}

TEST_CASE("verdict initiative: unsupported green") {
  CHECK(marks({"stale"}, "rag", rag) == "--U --- --- ---");
  CHECK(marks({}, "rag", rag) == "--U --- --- ---");
  CHECK(marks({"stale"}, "cio_1_5", federal) == "--U --U --- --- --- ---");
  CHECK(marks({"stale", "at_risk"}, "rag", rag) == "--- --- --- ---");
  CHECK(marks({"stale", "at_risk", "stale"}, "rag", rag) == "--U --- --- ---");
}

TEST_CASE("verdict initiative: a rating counts by the scale it was given on") {
  CHECK(marks({"missed"}, "rag", {"5", "4"}) == "--- ---");
  CHECK(marks({"missed"}, "cio_1_5", {"green"}) == "---");
  CHECK(marks({"on_track"}, "rag", {"1", "2"}) == "--- ---");
  CHECK(marks({"on_track"}, "cio_1_5", {"red"}) == "---");
}

TEST_CASE("verdict initiative: a rating is stale on the 46th day") {
  const std::vector<Rating> rated{{10, "rag", "amber"}};
  CHECK(!judge_work({}, rated, day(10)).has_stale_rating);
  CHECK(!judge_work({}, rated, day(55)).has_stale_rating);
  CHECK(judge_work({}, rated, day(56)).has_stale_rating);
  CHECK(!judge_work({}, rated, day(9)).has_stale_rating);  // not given yet
  CHECK(!judge_work({}, {}, day(900)).has_stale_rating);
  CHECK(!judge_work({}, rated, day(20), "rating_days: 10").has_stale_rating);
  CHECK(judge_work({}, rated, day(21), "rating_days: 10").has_stale_rating);
}

TEST_CASE("verdict initiative: the last rating by day, and of one day by place in the file") {
  const std::vector<Rating> ratings{{58, "rag", "red"},   {59, "rag", "amber"},
                                    {59, "rag", "green"}, {50, "cio_1_5", "1"},
                                    {61, "rag", "red"},   {62, "cio_1_5", "not_published"}};
  const auto watermelon = [&](int number) {
    return judge_work({"missed"}, ratings, day(number)).is_watermelon ? "W" : "-";
  };
  CHECK(each(std::vector<int>{58, 59, 60, 61, 62}, watermelon) == "- W W - -");
  std::map<std::string, std::string> files{
      {"initiatives/work.yaml", initiative_file("work", {"missed"}, ratings)}};
  const Assessed assessed(files, day(60));
  const auto& reported = assessed.initiative("work").reported;
  REQUIRE(reported.has_value());
  CHECK(reported->rating == "green");
  CHECK(reported->date == day(59));
  CHECK(reported->by == "cio");
  const SourceFile& file = assessed.reading.portfolio.file(reported->place.file);
  CHECK(file.line_at(reported->place.offset) ==
        "  - {date: 2026-03-01, by: cio, scale: rag, rating: green}");
  CHECK(!Assessed(files, day(49)).initiative("work").reported);
}

}  // namespace brm::test
