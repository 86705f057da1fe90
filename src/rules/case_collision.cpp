#include <fmt/format.h>

#include "base/utf8.h"
#include "rules/file_names.h"
#include "rules/rule.h"

namespace brm::rules {
namespace {

/// By file; null where a file holds no record.
std::vector<const Item*> records_by_file(const Portfolio& portfolio) {
  std::vector<const Item*> records(portfolio.files().size(), nullptr);
  for (const Item* record : portfolio.records()) records[record->file] = record;
  return records;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  const std::vector<const Item*> records = records_by_file(portfolio);
  for (const Collision& collision : colliding_files(portfolio)) {
    const Item* first = records[collision.first];
    const Item* later = records[collision.later];
    // Two copies of one record: duplicate-id says it.
    if (first != nullptr && later != nullptr && first->id() == later->id()) continue;
    const std::string path = visible(portfolio.file(collision.first).path());
    Finding& finding = findings.add(
        rule.words, {collision.later, 0, 0},
        fmt::format("this file and {} have the same name on many disks", path),
        "name each file after its record's id, and folders in small letters a-z, digits and -");
    finding.second = SecondPlace{{collision.first, 0, 0}, "the other file"};
  }
}

}  // namespace

extern constinit const Rule case_collision{
    .words =
        {
            .name = "case-collision",
            .severity = Severity::warning,
            .summary = "Two files whose names differ only by case or by the form of an accent.",
            .why = "On the disks of macOS and Windows such names are one name: whoever clones the "
                   "folder there gets one of the two files, git calls the other one changed, and "
                   "with the next commit a record is gone. Reports then differ from desk to desk.",
            .mend =
                "Rename one of the two files with `git mv`. A file is best called what its record "
                "is called: the id, in small letters, and `.yaml`.",
            .faulty = R"(# relationships/DHHS.yaml
kind: relationship
id: dhhs-north
title: Department of Human Services, northern region
type: agency
tier: transactional
manager: jane-doe
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
