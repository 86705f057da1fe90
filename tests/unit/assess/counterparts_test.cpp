// Records and parts that are followed, came, went or cannot be read.
#include "assess/difference_parts.h"

#include "unit/assess/two_states.h"

namespace brm::test {

using enum DifferenceKind;

TEST_CASE("difference: what got another id is followed by its title, or by what is written in it") {
  Files renamed = folder_with(rise(slow, "40"));
  std::string& text = renamed["initiatives/work.yaml"];
  text.replace(text.find("id: work"), 8, "id: toil");
  renamed["initiatives/toil.yaml"] = std::move(text);
  renamed.erase("initiatives/work.yaml");
  const TwoStates record_of(folder_with(rise(slow)), renamed);
  CHECK(record_of.of(record) ==
        "moved initiative: initiatives/work.yaml -> initiatives/toil.yaml | "
        "renamed initiative: work -> toil");
  CHECK(record_of.of(goalpost) == "moved target.value: 100 -> 40");
  CHECK(record_of.of(verdict) ==
        "goalposts: off_track -> on_track | goalposts: off_track -> on_track");
  // An outcome under another id and in other words, with the same measurements.
  Files other = folder_with(rise(slow, "40"));
  std::string& words = other["initiatives/work.yaml"];
  words.replace(words.find("id: it"), 6, "id: steps");
  words.replace(words.find("It changes"), 10, "More steps");
  const TwoStates part(folder_with(rise(slow)), other);
  CHECK(part.of(record) == "renamed outcome: it -> steps");
  CHECK(part.of(goalpost) ==
        "moved target.value: 100 -> 40 | reworded title: It changes -> More steps");
  // Two of one sort are not one.
  const Files first = party("");
  Files second = party("");
  std::string& partner = second["relationships/dhhs.yaml"];
  partner.replace(partner.find("id: dhhs"), 8, "id: labor");
  partner.replace(partner.find("Human Services"), 14, "Labor");
  CHECK(TwoStates(first, second).of(record) ==
        "added relationship:  -> relationships/dhhs.yaml | "
        "removed relationship: relationships/dhhs.yaml -> ");
}

TEST_CASE("difference: the verdict that goes with an initiative, and the one it comes with") {
  const Files none{{"brm.yaml", "kind: office\nid: o\ntitle: O\njurisdiction: X\n"}};
  Files work = folder_with(rise(slow));
  work["brm.yaml"] = none.at("brm.yaml");
  const TwoStates gone(work, none);
  CHECK(gone.of(record) == "removed initiative: initiatives/work.yaml -> ");
  CHECK(gone.differences.front().turn == Turn::worse);
  CHECK(gone.differences.front().note.starts_with("it was off track: It changes: 20 steps on"));
  const TwoStates come(none, work);
  CHECK(come.differences.front().turn == Turn::neutral);
  CHECK(come.differences.front().note.starts_with("it is off track: It changes: 20 steps on"));
}

TEST_CASE("difference: what cannot be read was not removed, and what it says is no change") {
  Files work =
      folder_with_risks({{"it",
                          "event: It breaks\nlikelihood: {percent: 10}\nimpact: {amount: "
                          "1000}\nresponse: [mitigate]\nmanaged_by: dhhs\nstatus: open\n"}});
  Files none = work;
  none.erase("work.yaml");
  const auto between = [](const Files& from, const Files& to, const Lacks& lacks) {
    const Assessed before(from, date_of("2026-07-08"));
    const Assessed after(to, date_of("2026-07-08"));
    std::string out;
    for (const Difference& each :
         differences_between(before.assessment, after.assessment, 1, lacks)) {
      out += std::string(words_of(each.kind).name) + " " + each.event + " " +
             std::string(to_text(each.cause)) + (each.turn == Turn::neutral ? "; " : " turned; ");
    }
    return out;
  };
  CHECK(between(work, none, {{}, {"work.yaml"}}) == "record cannot be read unread; ");
  CHECK(between(none, work, {{"work.yaml"}, {}}) == "record can be read unread; ");
  CHECK(between(work, none, {{}, {"work.yaml"}, false}).empty());
  CHECK(between(work, none, {{"work.yaml"}, {}}) ==
        "risk taken away unread; record removed unread; ");
  CHECK(between(work, none, {}) == "risk taken away edit; record removed edit; ");
  // A part of it may be what nobody could read.
  Files closed = work;
  std::string& text = closed["work.yaml"];
  text.replace(text.find("status: open"), 12, "status: closed");
  CHECK(between(work, closed, {{}, {"work.yaml"}}) == "risk closed unread; ");
  // All is judged by the office's record.
  Files strict = folder_with(rise(slow), "at_risk: 0.30");
  Files lost = strict;
  lost.erase("brm.yaml");
  CHECK(between(strict, lost, {{}, {"brm.yaml"}}) ==
        "verdict goalposts unread; verdict goalposts unread; record cannot be read unread; ");
}

}  // namespace brm::test
