#include <fmt/format.h>

#include "assess/verdict.h"
#include "commands/manual.h"
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
  Mdoc page("brm-rules", 7, "what brm finds wrong in records, and how it judges outcomes");
  page.section("DESCRIPTION");
  page.text(about_findings);
  page.section("SEVERITIES");
  page.text(about_policy);
  page.code(policy_example);
  page.text("Rules on what is missing ask by effort. " + std::string(rules::effort_words));
  add_verdicts(page);
  page.section("RULES ABOUT WHAT RECORDS SAY");
  for (const Rule* rule : all_rules()) add_rule(page, rule->words);
  page.section("RULES ABOUT HOW FILES ARE WRITTEN");
  for (const RuleWords* words : all_faults()) add_rule(page, *words);
  page.see_also({{"brm", 1}, {"brm-check", 1}, {"brm-explain", 1}, {"brm-records", 5}});
  return std::move(page).take();
}

}  // namespace brm
