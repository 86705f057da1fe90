// What brm-rules says of dates that ask somebody for something, and of what can be proven by when.
#include <fmt/format.h>

#include "assess/clocks.h"
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_clocks =
    "A clock is a date on which the records ask somebody for something; `brm agenda` lists them, "
    "and `brm show ID` those of one record. What is met, done, decided or closed does not ring. Of "
    "an initiative that was stopped nothing rings, of one that is completed only the measurement "
    "of outcomes still due, of a relationship that is exiting only its open agreements, the "
    "promises "
    "of both sides and its last day, and of one that is ended only its open agreements.";

constexpr std::string_view about_agreements =
    "An agreement is `pending` before its first day, `expired` after its last one, `open_ended` "
    "where no last day is written, and else `active`; without a first and a last day it has "
    "`no_period`, and nobody can say whether it is in force. Its last day is that of the newest "
    "amendment with an `end_change`. Notice is due `notice_days` calendar days before it; from "
    "`notice_lead_days` before that day up to it the state is `in_notice_window`. An amendment "
    "agreed since then settles it.";

constexpr std::string_view about_next =
    "The next review is one cadence after the last one held: the cadence of the relationship, else "
    "that of its tier in `policy.cadence`. A measurement is due one frequency after the last "
    "value, and the first one after the baseline or the start of the work; without a frequency on "
    "the day the target is due. A body meets on its next planned day, else one cadence after the "
    "last meeting, and its charter is looked at again on `review_by`, else `charter_months` after "
    "its newest version. A month counts 31 days, a quarter 92, as everywhere.";

constexpr std::string_view about_horizon =
    "`brm report horizon` asks of the end of the CIO's term and of each election which outcomes "
    "can be proven before that day: in full where the outcome is due before it, in part where an "
    "interim target is. A standing target counts once enough of its measurements are judged "
    "(`too_early_points`). An interim target whose day has passed counts where it was met. An "
    "outcome without a target, or that was missed, can never be proven; those of stopped "
    "initiatives are left out.";

constexpr std::string_view about_handover =
    "`brm report handover` is what a successor has to know, in ten sections. With `--leaving` it "
    "keeps to what that person owns, manages, sponsors, attends or sits in, says who stands in, "
    "and "
    "where nobody else is named in a record, which then only they know.";

}  // namespace

void add_clocks(Mdoc& page) {
  page.section("CLOCKS");
  page.text(about_clocks);
  page.begin_list();
  for (const ClockWords& words : clock_words()) {
    page.item(words.name, "");
    page.text(fmt::format("The {}: {}.", words.title, words.asks));
  }
  page.end_list();
  page.text(about_agreements);
  page.text(about_next);
  page.section("HORIZON AND HANDOVER");
  page.text(about_horizon);
  page.text(about_handover);
}

}  // namespace brm
