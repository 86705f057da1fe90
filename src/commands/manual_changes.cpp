// What brm-rules says of changes between two states of the records.
#include "commands/manual_changes.h"

#include "assess/difference.h"

namespace brm {
namespace {

constexpr std::string_view about_changes =
    "`brm diff` compares two states of the records by what they mean. Records and parts are "
    "followed by their ids; entries without one by their day, else by the record they name. What "
    "has another id than before is followed, too: an initiative, relationship, body, technology, "
    "outcome, milestone, risk or service level that went while another of the same title came, or "
    "one of which half of the texts, days and numbers are the same, three at least. An outcome is "
    "followed into another initiative by two of its id, its title and its measure. A file that is "
    "there, and that `ignore` of one of the two brm.yaml leaves out, was neither added nor "
    "removed: "
    "it is `ignored now`, or not now, and nothing else is said of it. What differs is one of "
    "these:";

constexpr std::string_view about_days =
    "Each state is judged as of its own day, and data dated after that day does not exist in it. "
    "What would differ, too, if nobody had edited anything, because a measurement grew old or a "
    "day came, is said to be `by time`, all else `by edit`. With --as-of both states are judged as "
    "of that day, and nothing differs by time. A record of which something could not be read in "
    "either state differs `by unread`, and is neither better nor worse for it; one that is there "
    "and cannot be read at all was not removed.";

constexpr std::string_view about_goalposts =
    "A goalpost that was moved is shown with two verdicts: that of the newer measurements by the "
    "older baseline, targets and indicator, and that by the newer ones. An entry of `revisions` "
    "that was added and names the field, or of `revised` for a milestone, says why; without one "
    "that is said, and it is worse unless it asks for more than before or is again what an entry "
    "of "
    "`revisions` says it was. A verdict that is another one by the newer goalposts or thresholds "
    "alone is marked `goalposts`, and is neither better nor worse; where measurements turned it, "
    "too, it counts as the older ones would have it. Better and worse follow the order of `brm "
    "explain verdict`, in which off track comes before worsening. A verdict that is no longer "
    "judged, such as one that went stale, is worse and "
    "never better: nobody knows any more.";

constexpr std::string_view about_evidence =
    "What was taken away is named: ratings, measurements, milestones, promises, reviews, "
    "decisions, "
    "experiments, corrections, and a risk's assessments, actions and response_text. Nothing is "
    "better for it. A verdict that would be what it was, were the measurements that were taken "
    "away "
    "still there, is marked `evidence`, a risk `measured otherwise`, and a watermelon that "
    "nobody sees for want of a rating or a measurement, or by other goalposts, is `hidden`: none "
    "of "
    "them is better or worse.";

constexpr std::string_view about_audiences =
    "With --audience what one of the two states leaves out is left out of both, and how many "
    "records that are is said. A row that still names one of them is left out, too, and counted.";

constexpr std::string_view about_levels =
    "A risk has grown or shrunk when its exposure a year at the level that counts is another one; "
    "on the 1 to 5 scale by its band, and within one band when neither likelihood nor impact went "
    "the other way. Risks in money and on the scale are never compared with each other.";

constexpr std::string_view about_week =
    "`brm report weekly` compares the folder as it is with the records of a week ago, judged as of "
    "that day (--since says otherwise; no day that has not come yet), and shows of each list what "
    "fits a page. First what waits "
    "for a decision: notice that can be given within 30 days, risks whose acceptance ran out, "
    "risks above the appetite without an answer, outcomes that go wrong without a correction, "
    "initiatives reported green meanwhile, "
    "experiments that are over, and questions before a body. Then verdicts, goalposts and risks "
    "that changed, what is due in 30 days, what is overdue with the newest first, relationships "
    "that went quiet, and corrections to be reviewed, which are not counted with what is overdue "
    "or "
    "due. Of an initiative and its outcomes only the "
    "outcomes are shown. --where chooses among initiatives, of what changed by what they are or "
    "were, and leaves out all that is of none. With "
    "--if-changed nothing is printed where nothing differs, no day that "
    "asks for something has passed, and nobody went quiet since; what is in the file of -o is left "
    "alone then, so that whoever mails it names a new one each time. Where git has no earlier "
    "state "
    "the report says why, and the rest of it.";

constexpr std::string_view about_trends =
    "`brm report NAME --trend week`, or month, puts how the report's own figures went before the "
    "rest of it: first each figure from the first day to the last, with its course from zero to "
    "its highest; then a row for every day, the as-of date and every seventh day, or the same day "
    "of each month, before it, back to --since (a year where nothing else is said). In html every "
    "figure that matters is drawn, too. json has it as `trend`, and in csv it is the first table, "
    "with "
    "the commit of each day, and sums in other currencies as `trend_currencies`.";

constexpr std::string_view about_samples =
    "Each day is judged as of itself, by the last commit made until then, by first parents of "
    "HEAD, and by the brm.yaml of then; the last day by the folder as it is. It is what the report "
    "would say in a checkout of that commit. Nothing is stored: what is the same on two days is "
    "read and, where a figure is a sum over records, judged once. Days before the first commit "
    "are left out, and that is said, as it is where a shallow clone was cut off. On days of which "
    "something could not be read the column `not all read` counts the files, the course of `files "
    "not all read` has a `!`, pictures have a dot, a "
    "notice stands at the top, and the status is 2. --where and --audience hold for every day. "
    "Sums of different "
    "currencies are never added.";

}  // namespace

void add_changes(Mdoc& page) {
  page.section("CHANGES");
  page.text(about_changes);
  page.begin_list();
  for (const DifferenceWords& words : difference_words()) {
    page.item(words.name, "");
    page.text(words.meaning);
  }
  page.end_list();
  page.text(about_days);
  page.text(about_goalposts);
  page.text(about_evidence);
  page.text(about_levels);
  page.text(about_audiences);
  page.section("THE WEEK");
  page.text(about_week);
  page.section("TRENDS");
  page.text(about_trends);
  page.text(about_samples);
}

}  // namespace brm
