#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_corrections =
    "`brm report corrections` compares the pace of an outcome before and after each correction "
    "that names it, or its initiative. The pace is the way between the first and the last point of "
    "a side, a month, counted towards the target: minus leads away from it. Whole calendar months "
    "count as "
    "one each, other stretches by the mean of 30.4375 days. The baseline is a "
    "point; what was measured on the day of the correction lies before it; and a side ends at the "
    "next correction about the same outcome, so that none is praised for what another did. Of a "
    "level to hold, and of a test, the pace is how often it was met. With fewer than "
    "`correction_points` points on either side the pace is `unclear`. What it rests on is graded "
    "like "
    "any evidence, by the points of the side that has fewer: below `weak_points` it is weak, and "
    "one "
    "late or lucky measurement turns it round.\n\n"
    "An outcome of live work is uncorrected when it has been missed, off track or worsening for "
    "more than `correction_days` days, and no correction about it was decided since. Since when is "
    "told by judging it anew on the day of each measurement, newest first: it is the first one "
    "after which every verdict is a bad one. Corrections of its initiative count, and of those "
    "that this is a part of. A review is overdue from the day after `review_on` until a `result` "
    "is written.";

constexpr std::string_view about_experiments =
    "An experiment is undecided when its `ends` has passed without a decision. Its prediction was "
    "made before the result when it began before the day of the result, and both days are on "
    "record. It came true when the result meets the threshold: that is said only where the "
    "threshold begins with one comparison (`at least 55 percent of answers`, `less than 3 days`), "
    "the result begins with a number (`62 percent of answers`), and behind it both have the same "
    "words and numbers. Everything else is "
    "`not_judged`. That it was carried out as planned says nothing about the prediction, and "
    "stands "
    "beside it.";

constexpr std::string_view about_lessons =
    "A lesson was applied when it has an entry under `applied_in`. `brm report lessons` lays "
    "before "
    "each initiative that is proposed, approved, or active in its first year the lessons of other "
    "records that apply to one of its tags and were not applied in it. Of what was stopped or left "
    "it shows what was carried over: a successor, a lesson, and the partners that go on.";

constexpr std::string_view about_tests =
    "`brm report outcomes --tests` asks four questions of each outcome. Valid: a beneficiary, an "
    "owner who is there, and a mechanism. Articulated: what is measured, from where, how far and "
    "by "
    "when. Achievable: it was achieved, a hold was met, the pace it needs was seen, or `reference` "
    "says who has done it; a stretch (`commitment: aspirational`) without one passes in part, and "
    "what was missed does not. Relevant: it serves a goal of the office that stands. `partly` "
    "means "
    "some of it, or what nobody can check from the records.";

}  // namespace

void add_course(Mdoc& page) {
  page.section("THE FOUR TESTS OF AN OUTCOME");
  page.text(about_tests);
  page.section("COURSE CORRECTIONS");
  page.text(about_corrections);
  page.section("EXPERIMENTS");
  page.text(about_experiments);
  page.section("LESSONS");
  page.text(about_lessons);
}

}  // namespace brm
