#include <fmt/format.h>

#include "assess/verdict.h"
#include "commands/manual.h"
#include "commands/manual_changes.h"
#include "commands/manual_findings.h"
#include "read/faults.h"
#include "rules/effort.h"
#include "rules/rule.h"

namespace brm {
namespace {

constexpr std::string_view about_findings =
    "`brm check` reads a whole folder and prints every finding with its place, the line itself, "
    "what is wrong and how to mend it. The word in brackets is the rule, one of those below; `brm "
    "explain RULE` shows an example that fails and one that passes.\n\n"
    "A finding is an error (the records contradict themselves or cannot be read), a warning (they "
    "can be read, and something that matters is missing or doubtful) or a note. `brm check` fails "
    "on errors; `--fail-on` and `--strict` lower the bar.";

constexpr std::string_view about_policy =
    "The office may weigh a rule otherwise, or silence it, under `policy` in `brm.yaml`. What "
    "could not be read cannot be silenced: reports would be short of it.";

constexpr std::string_view policy_example =
    "policy:\n"
    "  severities:\n"
    "    - {rule: unknown-person, severity: off}\n"
    "    - {rule: repeated-date, severity: warning}\n";

constexpr std::string_view about_verdicts =
    "The verdict of an outcome is computed from its measurements as they were on the day to judge "
    "by. An initiative takes the verdict of its worst outcome. The numbers are brm's defaults; an "
    "office changes them under `policy`, and `brm explain policy` prints those in force. Worst "
    "first:";

constexpr std::string_view about_evidence =
    "Beside a verdict stands how strong its evidence is: `weak`, `fair` or `good`, by the number "
    "of "
    "points. An initiative is evidenced when at least half of its outcomes are judged. Reported "
    "green while an outcome is missed, off track or worsening, it is a `watermelon`; reported red "
    "while everything judged is on track or achieved, an `avocado`; reported green without "
    "evidence, an `unsupported green`.";

constexpr std::string_view about_risks =
    "A risk is in money, with a chance and an amount, or ordinal, with both from 1 to 5. Its "
    "exposure is chance times mean impact, scaled to one year by its horizon: of a chance from low "
    "to high the middle, of an amount from low to high the mean of the lognormal amount that is "
    "below low in 5 cases of 100 and above high in 5. Threats and opportunities are never netted, "
    "currencies never added. An ordinal risk has a place in the 5 by 5 matrix and the band of that "
    "place (`matrix` in the policy), and is never multiplied.\n\n"
    "It counts at the newest assessment on or before the day; else at its residual level; else as "
    "it was before any response. A residual level needs a control on record, a `response_text` or "
    "an action that is done. Open actions lead to the target, and where no target is stated to the "
    "residual level, which then counts only when they are done. A level on another scale or in "
    "another currency never counts. What is written down as open in an initiative that is stopped "
    "or completed, or in a relationship that is ended, counts nowhere: `brm report risks` names "
    "it, "
    "to be closed or moved to work that goes on.\n\n"
    "A threat is above the appetite when its exposure exceeds `appetite` or its band "
    "`appetite_band`. It has a response when an action, a `response_text` or an acceptance in "
    "force "
    "is on record. Of a share a party bears at most its cap each time the risk occurs: chance "
    "times "
    "the mean of the smaller of share and cap. What one partner's failure costs at once is the sum "
    "of the mean impacts of the open threats that name it as their `common_cause`.\n\n"
    "`brm report risks --simulate N` makes up N years. In each, a risk happens once in each of its "
    "horizons with its chance. With common causes the risks of one cause happen together in the "
    "first horizon of a year. The mean approaches the exposure reckoned without simulating; P80 is "
    "the amount that 80 of 100 years do not exceed.";

void add_rule(Mdoc& page, const RuleWords& words) {
  page.subsection(fmt::format("{} ({})", words.name, to_text(words.severity)));
  page.text(words.summary);
  if (words.weight == Weight::by_effort) page.text("Asked by effort.");
  if (words.loses == Loses::data) page.text("What it names is not in reports until it is mended.");
  page.macro("Pp");
  page.text(fmt::format("{}\n\nTo mend it: {}", words.why, words.mend));
}

void add_verdicts(Mdoc& page) {
  page.section("VERDICTS");
  page.text(about_verdicts);
  page.begin_list();
  for (const VerdictWords& words : verdict_words()) {
    page.item(words.name, words.is_judged ? "(judged)" : "");
    page.text(fmt::format("{} {}", words.summary, words.next));
  }
  page.end_list();
  page.text(about_evidence);
}

}  // namespace

std::string rules_page() {
  Mdoc page("brm-rules", 7,
            "what brm finds wrong in records, and how it judges outcomes and risks");
  page.section("DESCRIPTION");
  page.text(about_findings);
  page.section("SEVERITIES");
  page.text(about_policy);
  page.code(policy_example);
  page.text("Rules on what is missing ask by effort. " + std::string(rules::effort_words));
  add_finding_formats(page);
  add_verdicts(page);
  page.section("RISKS");
  page.text(about_risks);
  add_clocks(page);
  add_relationships(page);
  add_practice(page);
  add_value_and_vendors(page);
  add_course(page);
  add_changes(page);
  page.section("RULES ABOUT WHAT RECORDS SAY");
  for (const Rule* rule : all_rules()) add_rule(page, rule->words);
  page.section("RULES ABOUT HOW FILES ARE WRITTEN");
  for (const RuleWords* words : all_faults()) add_rule(page, *words);
  page.see_also(
      {{"brm", 1}, {"brm-check", 1}, {"brm-explain", 1}, {"brm-records", 5}, {"brm-setup", 7}});
  return std::move(page).take();
}

}  // namespace brm
