#include <fmt/format.h>

#include "base/utf8.h"
#include "model/ids.h"
#include "rules/file_names.h"
#include "rules/rule.h"
#include "rules/shared_ids.h"

namespace brm::rules {
namespace {

std::string help_for(const SourceFile& file, std::string_view id) {
  const std::string_view ending = std::string_view(file.path()).substr(file.path().rfind('.'));
  const std::string rename = fmt::format("rename the file to {}{}", id, ending);
  return is_id(file.stem()) ? fmt::format("{}, or write `id: {}`", rename, file.stem()) : rename;
}

/// Files with a fault in their name that another rule tells.
std::vector<bool> colliding(const Portfolio& portfolio) {
  std::vector<bool> is_colliding(portfolio.files().size(), false);
  for (const Collision& collision : colliding_files(portfolio)) {
    is_colliding[collision.first] = true;
    is_colliding[collision.later] = true;
  }
  return is_colliding;
}

void check(const Rule& rule, const Assessment& assessed, Findings& findings) {
  const Portfolio& portfolio = assessed.portfolio();
  const std::vector<bool> is_colliding = colliding(portfolio);
  const auto shared = ids_shared_by_records(portfolio);
  for (const Item* record : portfolio.records()) {
    const SourceFile& file = portfolio.file(record->file);
    const std::string_view id = record->id();
    const bool is_free = record->kind->name == "office" || file.path() == office_file;
    if (is_free || id.empty() || id == file.stem()) continue;
    if (is_colliding[record->file] || shared.contains(id)) continue;
    findings.add(rule.words, record->place(),
                 fmt::format("the id is `{}`, and the file is called {}", id, visible(file.stem())),
                 help_for(file, id));
  }
}

}  // namespace

extern constinit const Rule file_name_differs{
    .words =
        {
            .name = "file-name-differs",
            .summary = "A record whose id is not the name of its file.",
            .why =
                "People look for a record by its file and refer to it by its id. If the two "
                "differ, they refer to names that do not exist, or write the same record a second "
                "time because they did not find the first.",
            .mend =
                "Rename the file to the id with `.yaml` after it, or change the id to the file's "
                "name together with every reference to it. Renaming with `git mv` keeps the "
                "history, which follows the id in any case. Only brm.yaml has an id of its own.",
            .faulty = R"(# relationships/human-services.yaml
kind: relationship
id: dhhs
title: Department of Human Services
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
)",
        },
    .scope = Scope::portfolio,
    .check = check,
};

}  // namespace brm::rules
