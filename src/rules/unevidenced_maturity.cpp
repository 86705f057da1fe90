#include <fmt/format.h>

#include "assess/evidenced_level.h"
#include "rules/relationship_rules.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for_each_cared_for(assessed, findings, [&](const Relationship& relationship, Effort effort) {
    const Maturity maturity = maturity_of(relationship, assessed.as_of());
    if (!maturity.ours) return;
    const EvidencedLevel evidenced =
        evidenced_level(relationship, assessed.as_of(), assessed.policy(), nullptr);
    if (maturity.ours->level <= evidenced.level) return;
    std::vector<std::string_view> names;
    std::vector<std::string_view> steps;
    for (const Evidence evidence : evidenced.lacking_for(maturity.ours->level)) {
      names.push_back(words_of(evidence).name);
      steps.push_back(words_of(evidence).to_get);
    }
    ask(rule.words, effort, maturity.ours->place,
        fmt::format("we say {} ({}), and the last {} months show {} ({}); lacking: {}",
                    maturity_word(maturity.ours->level), maturity.ours->level,
                    assessed.policy().whole<"evidence_months">(), maturity_word(evidenced.level),
                    evidenced.level, fmt::join(names, ", ")),
        fmt::format("{}; or write `level: {}`, and this one as its `target`",
                    fmt::join(steps, "; "), maturity_word(evidenced.level)),
        findings);
  });
}

}  // namespace

extern constinit const Rule unevidenced_maturity{
    .words =
        {
            .name = "unevidenced-maturity",
            .severity = Severity::warning,
            .weight = Weight::by_effort,
            .summary = "Our own view of a relationship is above what its record shows.",
            .why =
                "Everybody would like to be a trusted advisor. If the last year holds no review, "
                "no answer on how satisfied they are and no advice from them, the level is a "
                "wish, and whoever plans with it is surprised by the first conflict. Trust is the "
                "partner's to judge; records only tell whether it was exercised. What other "
                "records have to show, such as an outcome that somebody at the partner owns, is "
                "not asked here: `brm report relationships` does.",
            .mend =
                "Do what the next rung asks for, and write it down: hold the reviews that were "
                "planned, measure satisfaction or a service level, ask for advice. Or write the "
                "level that the records show as your view, and the other one as its `target`.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
reviews:
  - {date: 2026-06-18, held_by: jane-doe, summary: Forms are late again.}
maturity:
  - {date: 2026-06-18, by: us, level: trusted_advisor}
  - {date: 2026-06-19, by: partner, level: service_provider}
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: strategic
manager: jane-doe
executive_sponsor: ann-park
shared_purpose: Families get help in days, and ask for it once.
cadence: quarterly
reviews:
  - {date: 2026-06-18, held_by: jane-doe, summary: Forms are late again.}
maturity:
  - {date: 2026-06-18, by: us, level: order_taker, target: service_provider}
  - {date: 2026-06-19, by: partner, level: service_provider}
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
