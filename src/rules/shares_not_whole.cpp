#include <fmt/format.h>
#include "base/spelling.h"
#include "model/outcome_fields.h"
#include "rules/lost_values.h"
#include "rules/risk_rules.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

struct Sum {
  Rational percent = 0;
  std::size_t without = 0;  ///< Shares that say no percent.
  std::size_t count = 0;

  bool is_whole() const { return percent == 100 && without == 0; }
  std::string words() const {
    if (without > 0) {
      return fmt::format("{} of {} {} no percent", without, counted(count, "share"),
                         without == 1 ? "says" : "say");
    }
    std::string text = to_fixed(percent, 6);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return fmt::format("{} {} to {} percent", counted(count, "share"), count == 1 ? "comes" : "sum",
                       text);
  }
};

/// Whether a share is not what was written: that has a finding of its own.
template <class Shares>
bool is_lost(const Shares& shares, const LostValues& lost) {
  for (const auto share : shares) {
    if (lost.touch(share.item())) return true;
  }
  return false;
}

template <class Shares>
Sum sum_of(const Shares& shares) {
  Sum sum;
  for (const auto share : shares) {
    ++sum.count;
    const auto percent = share.template get<"percent">();
    if (percent) {
      sum.percent += to_rational(percent->value);
    } else {
      ++sum.without;
    }
  }
  return sum;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const LostValues lost(findings);
  for (const Item* item : assessed.portfolio().all(kinds::risk)) {
    const Of<kinds::risk> risk(*item);
    const auto shares = risk.get<"shares">();
    if (shares.empty() || is_lost(shares, lost)) continue;
    const Sum sum = sum_of(shares);
    if (sum.is_whole()) continue;
    findings.add(rule.words, item->span_of(*item->find("shares")), sum.words(),
                 "the shares of all who bear it, the office among them, sum to 100");
  }
  for (const Item* item : assessed.portfolio().all(kinds::outcome)) {
    const auto shares = Of<kinds::outcome>(*item).get<"value_shares">();
    const Sum sum = sum_of(shares);
    if (sum.percent <= 100 || is_lost(shares, lost)) continue;
    findings.add(rule.words, item->span_of(*item->find("value_shares")), sum.words(),
                 "the shares of all who receive it sum to 100 at most");
  }
}

}  // namespace

extern constinit const Rule shares_not_whole{
    .words =
        {
            .name = "shares-not-whole",
            .summary =
                "Shares of a risk that do not sum to 100 percent, or of a value that sum to more.",
            .why = "What a partner bears is reckoned from its share. Shares that leave something "
                   "over leave a loss that nobody agreed to bear; shares above 100 promise the "
                   "same dollar twice. Both are found when the loss is there.",
            .mend = "Write shares that sum to exactly 100; the office's own is `{office: ..., "
                    "percent: ...}`.",
            .faulty = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}, {relationship: larkfield, role: deliverer}]
outcomes: []
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [mitigate]
    response_text: Two more people learn it by June.
    shares:
      - {relationship: dhhs, percent: 50}
      - {relationship: larkfield, percent: 40}
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [elig-portal]
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/larkfield.yaml
kind: relationship
id: larkfield
title: Larkfield Systems
type: private_partner
tier: transactional
manager: jane-doe
# relationships/quill.yaml
kind: relationship
id: quill
title: Quill County
type: cross_jurisdiction
tier: transactional
manager: jane-doe
)",
            .sound = R"(# initiatives/elig-portal.yaml
kind: initiative
id: elig-portal
title: Eligibility portal
type: project
status: active
parties: [{relationship: dhhs, role: sponsor}, {relationship: larkfield, role: deliverer}]
outcomes: []
risks:
  - id: staff-turnover
    event: The two people who know the old system leave
    likelihood: {percent: 20}
    impact: {amount: 250000}
    response: [mitigate]
    response_text: Two more people learn it by June.
    shares:
      - {relationship: dhhs, percent: 50}
      - {relationship: larkfield, percent: 50, cap: 100000}
    managed_by: dhhs
    status: open
    review_by: 2030-06-30
    threatens: [elig-portal]
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/larkfield.yaml
kind: relationship
id: larkfield
title: Larkfield Systems
type: private_partner
tier: transactional
manager: jane-doe
# relationships/quill.yaml
kind: relationship
id: quill
title: Quill County
type: cross_jurisdiction
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::record,
    .check = check,
};

}  // namespace brm::rules
