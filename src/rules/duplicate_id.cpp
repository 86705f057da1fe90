#include <fmt/format.h>

#include "base/utf8.h"
#include "model/ids.h"
#include "rules/file_names.h"
#include "rules/rule.h"
#include "rules/shared_ids.h"

namespace brm::rules {
namespace {

/// Of a copied file whose id was not changed the name tells what the id should be.
std::string help_for(const Portfolio& portfolio, const SharedId& shared) {
  for (const Item* record : {shared.later, shared.first}) {
    const SourceFile& file = portfolio.file(record->file);
    const std::string_view stem = file.stem();
    const bool is_free = is_id(stem) && portfolio.find_record(stem) == nullptr;
    if (file.path() == office_file || stem == record->id() || !is_free) continue;
    return fmt::format("write `id: {}` in {}, as the file is called, or delete one of the two",
                       stem, visible(file.path()));
  }
  return "give one of them another id and its file the same name, or delete one of the two";
}

void add(const RuleWords& words, const SharedId& shared, std::string message, std::string help,
         Findings& findings) {
  Finding& finding =
      findings.add(words, shared.later->place(), std::move(message), std::move(help));
  finding.second = SecondPlace{shared.first->place(), "first given here"};
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  for (const SharedId& shared : shared_record_ids(portfolio)) {
    if (shared.later->parent == nullptr) {
      add(rule.words, shared, fmt::format("two records have the id `{}`", shared.later->id()),
          help_for(portfolio, shared), findings);
    } else {
      add(rule.words, shared,
          fmt::format("this goal and a record have the same id `{}`", shared.later->id()),
          "give the goal another id, and change the `goals` that name it", findings);
    }
  }
  for (const SharedId& shared : shared_part_ids(portfolio)) {
    add(rule.words, shared,
        fmt::format("`{}` is the id of two parts of `{}`", shared.later->id(),
                    shared.later->record().id()),
        "give one of them another id: `record/part` can name only one", findings);
  }
}

}  // namespace

extern constinit const Rule duplicate_id{
    .words =
        {
            .name = "duplicate-id",
            .summary = "One id for two records, or for two parts of one record.",
            .why =
                "An id is how everything else names a record or a part. If two have the same, "
                "references reach only the first, and what is linked to the other one is counted "
                "for the wrong party. It is mostly a copied file whose `id` was left as it was.",
            .mend = "Give one of the two another id, rename its file to match, and correct the "
                    "references that mean it. If the two are the same thing, keep one. Goals share "
                    "their ids with records; parts share theirs with all parts of their record, of "
                    "whatever kind.",
            .faulty = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/labor.yaml
kind: relationship
id: dhhs
title: Department of Labor
type: agency
tier: transactional
manager: jane-doe
)",
            .sound = R"(# relationships/dhhs.yaml
kind: relationship
id: dhhs
title: Department of Human Services
type: agency
tier: transactional
manager: jane-doe
# relationships/labor.yaml
kind: relationship
id: labor
title: Department of Labor
type: agency
tier: transactional
manager: jane-doe
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
