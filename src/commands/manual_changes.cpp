// What brm-rules says of changes between two states of the records.
#include "commands/manual_changes.h"

#include "assess/difference.h"

namespace brm {
namespace {

constexpr std::string_view about_changes =
    "`brm diff` compares two states of the records by what they mean. Records and parts are "
    "followed by their ids; entries without one by their day, else by the record they name. What "
    "differs is one of these:";

constexpr std::string_view about_days =
    "Each state is judged as of its own day, and data dated after that day does not exist in it. "
    "What would differ, too, if nobody had edited anything, because a measurement grew old or a "
    "day came, is said to be `by time`, all else `by edit`. With --as-of both states are judged as "
    "of that day, and nothing differs by time.";

constexpr std::string_view about_goalposts =
    "A goalpost that was moved is shown with two verdicts: that of the newer measurements by the "
    "older baseline, targets and indicator, and that by the newer ones. An entry of `revisions` "
    "that was added and names the field, or of `revised` for a milestone, says why; without one "
    "that is said. A verdict that is no longer judged, such as one that went stale, is worse and "
    "never better: nobody knows any more.";

constexpr std::string_view about_levels =
    "A risk has grown or shrunk when its exposure a year at the level that counts is another one; "
    "on the 1 to 5 scale by its band, and within one band when neither likelihood nor impact went "
    "the other way. Risks in money and on the scale are never compared with each other.";

constexpr std::string_view about_week =
    "`brm report weekly` compares the folder as it is with the records of a week ago, judged as of "
    "that day (--since says otherwise), and shows of each list what fits a page. First what waits "
    "for a decision: notice that can be given within 30 days, risks whose acceptance ran out, "
    "risks above the appetite without an answer, outcomes that go wrong without a correction, "
    "initiatives reported green meanwhile, "
    "experiments that are over, and questions before a body. Then verdicts, goalposts and risks "
    "that changed, what is due in 30 days, what is overdue with the newest first, relationships "
    "that went quiet, and corrections to be reviewed. Of an initiative and its outcomes only the "
    "outcomes are shown. With --if-changed nothing is printed where nothing differs, no day that "
    "asks for something has passed, and nobody went quiet since. Where git has no earlier state "
    "the report says why, and the rest of it.";

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
  page.text(about_levels);
  page.section("THE WEEK");
  page.text(about_week);
}

}  // namespace brm
