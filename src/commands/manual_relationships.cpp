// What brm judges of relationships and stakeholders, for the page on rules.
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_attention =
    "What hangs on a relationship is counted from all records: outcomes of live work that the "
    "party owns, benefits from or delivers, its agreements in force with their value, and open "
    "risks that stand in its record, that it manages, or of which it is the common cause. "
    "Work it sponsors and agreements without a period are said beside, and are not counted. Beside "
    "that stands the attention it gets: the days with a review within a year, or within one "
    "cadence "
    "where that is longer, of those its cadence planned. The cadence is the one that is written, "
    "else the one of its tier in the policy; the time before its first dated entry, or the first "
    "day of an agreement, does not "
    "count. "
    "It is relied on but neglected when something hangs on it and less than "
    "`cadence_kept_share` (75 %) of the planned reviews were held. It went quiet when nothing in "
    "any of "
    "its lists is dated within `quiet_factor` cadences; of a record without any date nothing is "
    "said. The two are never blended into one number.";

constexpr std::string_view about_maturity =
    "Each side's newest view of the maturity counts, and the gap is the partner's level minus "
    "ours. Beside them stands the level that the last `evidence_months` of records show. Each "
    "level takes all of those below it:";

struct Rung {
  std::string_view level;
  std::string_view evidence;
};
constexpr Rung rungs[] = {
    {"1 ad_hoc", "There is a relationship."},
    {"2 order_taker", "It has a manager, and a review was held or a promise made or kept."},
    {"3 service_provider",
     "Reviews were held as planned, and a service level or their satisfaction was measured."},
    {"4 trusted_advisor",
     "The partner gave advice (`advice`, or an assessment of a technology), somebody there owns "
     "an outcome of live work, and the partner's own view is 4 or more."},
    {"5 strategic_partner",
     "It bears a share of an open risk, gets a share of value, sits in a body, and took part in "
     "an experiment or reported a signal."},
};

constexpr std::string_view about_claims =
    "A level of ours above that is marked, and is no error: trust is the partner's to judge, and "
    "records only tell whether it was exercised. The rule `unevidenced-maturity` looks at the "
    "relationship's own record; what other records lack, `brm report relationships` says.";

constexpr std::string_view about_stakeholders =
    "A stakeholder is as many steps short as the scale unaware, resistant, neutral, supportive, "
    "leading has between `current` and `desired`. A promise is late from the day after it is due, "
    "and kept late when `met_on` is after that day.";

constexpr std::string_view about_collaboration =
    "`brm report relationships --matrix` sets parties beside initiatives, and names live "
    "initiatives with one party alone and relationships that outlived work that failed. Agencies "
    "promise the same apart where two outcomes of live initiatives are alike, no agency is in "
    "both initiatives, and they are not parts of one program (`parent`). Alike are titles with the "
    "same words of four letters or more, at least three of them, in whatever order; the rule "
    "`duplicate-outcome` says so too. The report also finds those that measure the same, compared "
    "likewise, in the same unit and for parties of the same type.";

}  // namespace

void add_relationships(Mdoc& page) {
  page.section("RELATIONSHIPS");
  page.text(about_attention);
  page.macro("Pp");
  page.text(about_maturity);
  page.begin_list();
  for (const Rung& rung : rungs) {
    page.item(rung.level, "");
    page.text(rung.evidence);
  }
  page.end_list();
  page.text(about_claims);
  page.macro("Pp");
  page.text(about_stakeholders);
  page.macro("Pp");
  page.text(about_collaboration);
}

}  // namespace brm
