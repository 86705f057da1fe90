// What brm-rules says of governance, of what is coming, and of the practice itself.
#include "commands/manual.h"

namespace brm {
namespace {

constexpr std::string_view about_governance =
    "`brm report governance` counts the meetings a body held in the last `evidence_months`, from "
    "the first one on record, beside those its cadence asks for. A past meeting counts as held "
    "when it says `held: true`, or says nothing of it and something was decided there. A body is "
    "idle when its last meeting held, or where there is none its first charter, is more than "
    "`quiet_factor` cadences ago. A decision waits from `opened` to `decided`; the median is that "
    "of all decided ones with both days. A charter is due for review on `review_by`; "
    "without it, `charter_months` after its newest version.\n\n"
    "Each sort of decision (`type` in `decision_rights`) has exactly one who decides, over all "
    "bodies. `decide` may name a body or a person by its id; other words, such as `the chair`, "
    "mean somebody in the body that says so. Capitals do not tell sorts apart.";

constexpr std::string_view about_technology =
    "`brm report technology` shows each technology in the ring of its newest assessment, and how "
    "it moved since the one before: in towards adopt, or out towards hold. The lead time of a "
    "signal runs from the day it was noticed to `came_true_on`, and to the start of the first "
    "initiative or experiment among its `links` that began since. Advice is counted for the party "
    "that gave it, with what came of it; `--where` chooses among the technologies alone.";

constexpr std::string_view about_practice =
    "`brm report practice` puts each of the five calls to action into words, from what is on "
    "record and never as a score. The business case is that of brm.yaml, with the verdicts of its "
    "outcomes. A stakeholder is a gap while less engaged than desired. A relationship is covered "
    "when its manager is a person on record, and fully covered when it has an executive sponsor, a "
    "shared purpose and a cadence, its reviews are held as that cadence asks for, and an outcome "
    "of an initiative with it is judged; they stand in the order of `priority`, then of tier. "
    "Relationships that are exiting or ended are left out, and `--where` chooses among the others.";

constexpr std::string_view about_hygiene =
    "How well records are kept is asked three ways. Dated: `reviewed`, or the newest date in the "
    "record, within `evidence_months`. Measured: an outcome of work that has begun is not stale, "
    "undetermined, "
    "without a target, nor unmeasured for longer than a measurement may take. Complete: no "
    "recommended field is missing; not asked of transactional relationships. People, and what is "
    "stopped, completed, exiting, ended or known to have come true or not, are asked nothing. The "
    "score is the share of all that was asked that is in order, of 100, cut off.";

}  // namespace

void add_practice(Mdoc& page) {
  page.section("GOVERNANCE");
  page.text(about_governance);
  page.section("TECHNOLOGY, SIGNALS AND ADVICE");
  page.text(about_technology);
  page.section("THE PRACTICE ITSELF");
  page.text(about_practice);
  page.section("HOW WELL RECORDS ARE KEPT");
  page.text(about_hygiene);
}

}  // namespace brm
