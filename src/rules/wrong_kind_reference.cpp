#include <fmt/format.h>

#include <optional>

#include "model/all_kinds.h"
#include "rules/references.h"
#include "rules/rule.h"
#include "rules/shared_ids.h"

namespace brm::rules {
namespace {

/// Addresses that two things have: which of them is meant is duplicate-id's to say.
class SharedAddresses {
 public:
  explicit SharedAddresses(const Portfolio& portfolio) : ids_(ids_shared_by_records(portfolio)) {
    for (const SharedId& shared : shared_part_ids(portfolio)) {
      parts_.insert(address_of(*shared.later));
    }
  }
  bool contains(const Reference& reference) const {
    return ids_.contains(reference.record_id()) || parts_.contains(std::string(reference.text()));
  }

 private:
  std::unordered_set<std::string_view> ids_;
  std::unordered_set<std::string> parts_;
};

std::string help_for(const Reference& reference) {
  const std::string_view kind = reference.field.to.front();
  const Kind* wanted = find_kind(kind);
  const bool is_part = wanted != nullptr && wanted->common.empty() && kind != "goal";
  if (is_part)
    return fmt::format("write `record/{0}`: the id of the record, then of the {0}", kind);
  return fmt::format("write the id of {}", one_of_kinds(reference.field.to));
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  std::optional<SharedAddresses> shared;  // of most portfolios nobody asks
  for_each_reference(portfolio, [&](const Reference& reference) {
    const Item* found = portfolio.find(reference.text());
    if (found == nullptr || reference.may_name(found->kind->name)) return;
    if (!shared) shared.emplace(portfolio);
    if (shared->contains(reference)) return;
    Finding& finding =
        findings.add(rule.words, reference.place(),
                     fmt::format("`{}` is {}, and `{}` names {}", reference.text(),
                                 with_article(found->kind->name), reference.field.name,
                                 one_of_kinds(reference.field.to)),
                     help_for(reference));
    finding.second = SecondPlace{found->place(), "what it names"};
  });
}

}  // namespace

extern constinit const Rule wrong_kind_reference{
    .words =
        {
            .name = "wrong-kind-reference",
            .summary = "A reference to something of another kind than the field takes.",
            .why =
                "Where a person is to answer, a department cannot: nobody is reminded, and reports "
                "by person leave the record out. The name exists, so nothing looks wrong until "
                "somebody asks whom to call.",
            .mend = "Write the id of something of the right kind; the message says which. `brm "
                    "explain` with the field, such as relationship.manager, tells what it takes.",
            .faulty = R"(# relationships/dhhs-north.yaml
kind: relationship
id: dhhs-north
title: Department of Human Services, northern region
type: agency
tier: transactional
manager: dhhs
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# relationships/dhhs-north.yaml
kind: relationship
id: dhhs-north
title: Department of Human Services, northern region
type: agency
tier: transactional
manager: jane-doe
parent: dhhs
# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
