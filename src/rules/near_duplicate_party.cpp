#include <fmt/format.h>

#include "assess/near_names.h"
#include "base/utf8.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  for (const NearNames& pair : find_near_names(assessed.portfolio())) {
    const std::string_view first = pair.first.party->id();
    // A copied file: duplicate-id says it.
    if (first == pair.second.party->id()) continue;
    Finding& finding = findings.add(
        rule.words, pair.second.place,
        fmt::format("`{}` may be the party of `{}`, \"{}\": {}", pair.second.party->id(), first,
                    visible(pair.first.text), to_text(pair.how)),
        "if they are one party, keep one record and write the other name under its `aliases`; if "
        "they are two, give each a title that tells them apart");
    finding.second = SecondPlace{pair.first.place, "the other name"};
  }
}

}  // namespace

extern constinit const Rule near_duplicate_party{
    .words =
        {
            .name = "near-duplicate-party",
            .severity = Severity::note,
            .summary = "Two relationships whose names are nearly the same.",
            .why =
                "Lists of vendors come from systems that spell, abbreviate and cut off names in "
                "their own way, so that one party becomes two. What it owes, bears and delivers is "
                "then counted in halves: neither is the office's largest partner, and who meets "
                "the one knows nothing of the other. Names are compared without case, accents, "
                "punctuation, blanks and legal form, with `&` as `and`, and with those that a "
                "column of fixed width has cut off. The order of words counts.",
            .mend =
                "Keep one of the two records, move what the other holds into it, and write the "
                "other name under `aliases`, so that the next list finds it. Where they are two, "
                "give each a title that tells them apart, or name the one as `parent` of the "
                "other.",
            .faulty = R"(# relationships/harlan-data.yaml
kind: relationship
id: harlan-data
title: HARLAN DATA SYSTEMS & SERVICE, INC.
type: private_partner
tier: transactional
manager: jane-doe
# relationships/harlan-data-systems.yaml
kind: relationship
id: harlan-data-systems
title: Harlan Data Systems and Service Incorporated
type: private_partner
tier: transactional
manager: jane-doe
)",
            .sound = R"(# relationships/harlan-data.yaml
kind: relationship
id: harlan-data
title: HARLAN DATA SYSTEMS & SERVICE, INC.
type: private_partner
tier: transactional
manager: jane-doe
aliases: [Harlan Data Systems and Service Incorporated]
# relationships/harlan-services.yaml
kind: relationship
id: harlan-services
title: Harlan Services and Data Systems, Inc.
type: private_partner
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
