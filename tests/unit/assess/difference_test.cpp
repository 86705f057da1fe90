#include "assess/difference.h"

#include <filesystem>
#include <set>

#include "assess/written_values.h"
#include "support/run.h"
#include "unit/assess/two_states.h"

namespace brm::test {
namespace {

using enum DifferenceKind;

Files disk_files(const std::string& folder) {
  Files files;
  const DiskFolder disk(source_path(folder));
  for (const std::string& path : disk.list().paths) files[path] = disk.read(path).value().bytes;
  return files;
}

}  // namespace

TEST_CASE("difference: each kind has its words, in order") {
  std::set<std::string_view> names;
  std::size_t number = 0;
  for (const DifferenceWords& words : difference_words()) {
    CHECK(static_cast<std::size_t>(words.kind) == number++);
    CHECK(names.insert(words.name).second);
    CHECK(words.meaning.ends_with("."));
    CHECK(&words_of(words.kind) == &words);
  }
}

TEST_CASE("difference: a verdict that changed, of an outcome and of its initiative") {
  const TwoStates states = outcomes(rise(slow), rise(quick));
  CHECK(states.of(verdict) == "better: off_track -> on_track | better: off_track -> on_track");
  CHECK(states.of(measurement) ==
        "written over 2026-03-31: 10 steps -> 30 steps | "
        "written over 2026-06-30: 20 steps -> 60 steps");
  const Difference& first = states.differences.front();
  CHECK(first.why_from.find("pace 0.40") != std::string::npos);
  CHECK(first.why_to.find("pace 1.21") != std::string::npos);
  CHECK(states.after.reading.portfolio.file(first.place.file).path() == "initiatives/work.yaml");
  CHECK(outcomes(rise(slow), rise(slow)).differences.empty());
}

TEST_CASE("difference: what nobody knows any more is worse, and came by time") {
  CHECK(outcomes(rise(quick), rise(quick), "2026-07-08", "2026-11-14").of(verdict).empty());
  const TwoStates later = outcomes(rise(quick), rise(quick), "2026-07-08", "2026-11-16");
  CHECK(later.of(verdict) ==
        "unknown: on_track -> stale [time] | unknown: on_track -> stale [time]");
  CHECK(later.differences.front().turn == Turn::worse);
  // Bad and then unknown is no better.
  const TwoStates bad = outcomes(rise(slow), rise(slow), "2026-07-08", "2026-11-16");
  CHECK(bad.differences.front().turn == Turn::worse);
  // From one sort of not knowing to another.
  const TwoStates none = outcomes(rise(""), rise("{date: 2026-06-30, value: 60}"));
  CHECK(none.of(verdict) == "other: unmeasured -> too_early | other: unmeasured -> too_early");
  CHECK(none.differences.front().turn == Turn::neutral);
}

TEST_CASE("difference: an edit and time at once are told apart") {
  const TwoStates states = outcomes(rise(slow), rise(slow + ", {date: 2026-09-30, value: 75}"),
                                    "2026-07-08", "2026-11-16");
  CHECK(states.of(verdict) == "better: off_track -> on_track | better: off_track -> on_track");
  CHECK(states.of(measurement) == "measured 2026-09-30:  -> 75 steps");
  // Written before, and not true yet: nobody edits it when its day comes.
  const std::string ahead = rise(quick + ", {date: 2026-07-31, value: 65}");
  CHECK(outcomes(ahead, ahead, "2026-07-08", "2026-08-01").of(measurement) ==
        "measured 2026-07-31:  -> 65 steps [time]");
  CHECK(outcomes(ahead, ahead, "2026-07-08", "2026-07-30").of(measurement).empty());
}

TEST_CASE("difference: an outcome that is new, and one that nobody is told of any more") {
  const std::string second = rise(quick) + "  - id: more\n    title: More\n" + rise(slow);
  const TwoStates dropped = outcomes(second, rise(quick));
  CHECK(dropped.of(verdict) == "dropped: off_track ->  | goalposts: off_track -> on_track");
  CHECK(dropped.differences.front().turn == Turn::worse);  // it went badly
  CHECK(outcomes(rise(quick), second).of(verdict) ==
        "worse: on_track -> off_track | new:  -> off_track");
}

TEST_CASE("difference: a goalpost moved, with the verdict under both") {
  const TwoStates states = outcomes(rise(slow), rise(slow, "40"));
  CHECK(states.of(goalpost) == "moved target.value: 100 -> 40");
  const auto moved = std::find_if(states.differences.begin(), states.differences.end(),
                                  [](const auto& each) { return each.kind == goalpost; });
  REQUIRE(moved != states.differences.end());
  CHECK(moved->under_old == Verdict::off_track);
  CHECK(moved->under_new == Verdict::on_track);
  CHECK(moved->note == "no entry of revisions says why");
  CHECK(moved->turn == Turn::worse);
}

TEST_CASE("difference: the newer measurements are judged by the older goalposts") {
  const TwoStates states = outcomes(rise(slow), rise(quick, "200"));
  const auto moved = std::find_if(states.differences.begin(), states.differences.end(),
                                  [](const auto& each) { return each.kind == goalpost; });
  REQUIRE(moved != states.differences.end());
  CHECK(moved->under_old == Verdict::on_track);
  CHECK(moved->under_new == Verdict::at_risk);
}

TEST_CASE("difference: a verdict that only other goalposts turned got no better") {
  const TwoStates easier = outcomes(rise(slow), rise(slow, "40"));
  CHECK(easier.of(verdict) ==
        "goalposts: off_track -> on_track | goalposts: off_track -> on_track");
  for (const Difference& each : easier.differences) CHECK(each.turn != Turn::better);
  CHECK(easier.differences[1].note ==
        "by other goalposts (target from 100 to 40), and off track by the older ones");
  // What was measured meanwhile counts by the older ones.
  const TwoStates both = outcomes(rise(slow), rise(quick, "60"));
  CHECK(both.of(verdict) == "better: off_track -> achieved | better: off_track -> achieved");
  CHECK(both.differences.front().note ==
        "by other goalposts (of It changes), and on track by the older ones");
  // Less often is allowed to be older.
  std::string rare = rise(quick);
  rare.replace(rare.find("quarterly"), 9, "annual");
  const TwoStates seldom = outcomes(rise(quick), rare, "2026-11-16", "2026-11-16");
  CHECK(seldom.of(verdict) == "goalposts: stale -> on_track | goalposts: stale -> on_track");
  CHECK(seldom.of(goalpost) == "moved indicator.frequency: quarterly -> annual");
  CHECK(seldom.differences[1].note ==
        "by other goalposts (frequency from quarterly to annual), and stale by the older ones");
  // Without a target nobody knows any more.
  std::string none = rise(quick);
  none.erase(none.find("    target:"), none.find("    measurements") - none.find("    target:"));
  CHECK(outcomes(rise(quick), none).of(verdict) ==
        "unknown: on_track -> no_target | unknown: on_track -> no_target");
}

TEST_CASE("difference: a goalpost that asks for more is no worse, nor one that is as it was") {
  const auto turn = [](const std::string& from, const std::string& to) {
    const TwoStates states = outcomes(from, to);
    for (const Difference& each : states.differences) {
      if (each.kind == goalpost) return each.event + (each.turn == Turn::worse ? " worse" : "");
    }
    return std::string("none");
  };
  CHECK(turn(rise(slow, "100"), rise(slow, "40")) == "moved worse");
  CHECK(turn(rise(slow, "40"), rise(slow, "100")) == "moved");
  const auto changed = [](std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
  };
  const auto turned = [&](const std::string& from, const std::string& to) {
    return turn(rise(slow), changed(rise(slow), from, to));
  };
  CHECK(turned("2026-12-31", "2027-06-30") == "moved worse");
  CHECK(turned("2026-12-31", "2026-11-30") == "moved");
  CHECK(turned("value: 0", "value: 5") == "moved");
  CHECK(turned("value: 0", "value: -5") == "moved worse");
  CHECK(turned("quarterly", "annual") == "moved worse");
  CHECK(turned("quarterly", "monthly") == "moved");
  CHECK(turned("share done", "share begun") == "moved worse");
  // Back to what an entry of revisions says it was.
  const std::string moved =
      "    revisions: [{date: 2026-05-01, field: target.value, from: 100, to: 140, because: "
      "More}]\n";
  CHECK(turn(rise(slow, "140", moved), rise(slow, "100", moved)) == "moved back");
  CHECK(turn(rise(slow, "140", moved), rise(slow, "90", moved)) == "moved worse");
}

TEST_CASE("difference: off track comes before worsening, and where the progress went is said") {
  const std::string lost = "{date: 2026-03-31, value: 10}, {date: 2026-06-30, value: -10}";
  const TwoStates states = outcomes(rise(lost), rise(slow));
  CHECK(states.of(verdict) == "worse: worsening -> off_track | worse: worsening -> off_track");
  CHECK(states.differences[1].note == "progress went from -10.0 % to 20.0 % of the way");
}

TEST_CASE("difference: a goalpost moved in the open says why, if the entry is new and names it") {
  const auto note = [](const std::string& old_entries, const std::string& new_entries) {
    const TwoStates states = outcomes(rise(slow, "100", "    revisions: [" + old_entries + "]\n"),
                                      rise(slow, "40", "    revisions: [" + new_entries + "]\n"));
    for (const Difference& each : states.differences) {
      if (each.kind == goalpost) return each.note;
    }
    return std::string("none");
  };
  const std::string entry = "{date: 2026-07-01, field: target.value, because: Half the money}";
  CHECK(note("", entry) == "Half the money");
  CHECK(note("", "{date: 2026-07-01, field: target, because: Half the money}") == "Half the money");
  CHECK(note(entry, entry) == "no entry of revisions says why");
  CHECK(note("", "{date: 2026-07-01, field: baseline, because: Other}") ==
        "no entry of revisions says why");
}

TEST_CASE("difference: every sort of goalpost") {
  const std::string interim = "    interim: [{date: 2026-06-30, value: 50}]\n";
  CHECK(outcomes(rise(slow), rise(slow, "100", interim)).of(goalpost) ==
        "set interim.2026-06-30.value:  -> 50");
  CHECK(outcomes(rise(slow, "100", interim), rise(slow)).of(goalpost) ==
        "removed interim.2026-06-30.value: 50 -> ");
  std::string other = rise(slow);
  other.replace(other.find("direction: increase"), 19, "direction: decrease");
  CHECK(outcomes(rise(slow), other).of(goalpost) ==
        "moved indicator.direction: increase -> decrease");
  other = rise(slow);
  other.replace(other.find("2026-01-01, value: 0"), 20, "2026-02-01, value: 5");
  CHECK(outcomes(rise(slow), other).of(goalpost) ==
        "moved baseline.date: 2026-01-01 -> 2026-02-01 | moved baseline.value: 0 -> 5");
  // The same number written otherwise is another text, and the same days in another order none.
  CHECK(outcomes(rise(slow), rise("{date: 2026-06-30, value: 20}, {date: 2026-03-31, value: 10}"))
            .differences.empty());
}

TEST_CASE("difference: thresholds of the policy are goalposts, by their defaults, too") {
  const TwoStates states(folder_with(rise(slow)), folder_with(rise(slow), "at_risk: 0.30"));
  CHECK(states.of(goalpost) == "moved policy.at_risk: 0.60 -> 0.30");
  CHECK(states.of(verdict) == "goalposts: off_track -> at_risk | goalposts: off_track -> at_risk");
  CHECK(states.differences.front().turn == Turn::neutral);
  CHECK(states.differences.front().note ==
        "by other goalposts (of It changes), and off track by the older ones");
  CHECK(states.differences[1].note ==
        "by other goalposts (policy.at_risk from 0.60 to 0.30), and off track by the older ones");
  const TwoStates same(folder_with(rise(slow)), folder_with(rise(slow), "at_risk: 0.60"));
  CHECK(same.differences.empty());
}

TEST_CASE("difference: nothing differs from itself, in any example") {
  for (const std::string folder : {"examples/small", "examples/office", "examples/faulty"}) {
    CAPTURE(folder);
    const Files files = disk_files(folder);
    REQUIRE(files.size() > 3);
    const TwoStates states(files, files);
    CHECK(states.differences.empty());
  }
}

TEST_CASE("difference: from the other side everything is turned around") {
  const Files office = disk_files("examples/office");
  Files other = disk_files("examples/small");
  CHECK(TwoStates(office, other).mirrored(false) == TwoStates(other, office).mirrored(true));
  // Values of the same records that were written over, or left out.
  other = office;
  for (auto& [path, text] : other) {
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"value: 4", "value: 5"},
                                   {"met_on: 2026-0", "made: 2026-0"},
                                   {"status: open", "status: closed"},
                                   {"rating: amber", "rating: red"},
                                   {"scale: 2", "scale: 3"}}) {
      for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + 1)) {
        text.replace(at, from.size(), to);
      }
    }
  }
  const auto there = TwoStates(office, other).mirrored(false);
  CHECK(there.size() > 40);
  CHECK(there == TwoStates(other, office).mirrored(true));
}

TEST_CASE("written values: paths name entries by id, by day, by record, else by number") {
  const Assessed read(folder_with(rise(slow) + "    value_shares: [{relationship: a, percent: 40}, "
                                               "{relationship: a, percent: 60}]\n"
                                               "    goals: [one, two]\n"),
                      date_of("2026-07-08"));
  std::string all;
  for (const WrittenValue& value : written_values(read.item("work"))) {
    all += value.path + "=" + value.text + "\n";
  }
  for (const std::string line :
       {"parties.dhhs.role=sponsor\n", "outcomes.it.target.value=100\n",
        "outcomes.it.measurements.2026-06-30.value=20\n", "outcomes.it.goals=one, two\n",
        "outcomes.it.value_shares.a.percent=40\n", "outcomes.it.value_shares.a#2.percent=60\n"}) {
    CHECK_MESSAGE(all.find(line) != std::string::npos, line << "in\n" << all);
  }
}

}  // namespace brm::test
